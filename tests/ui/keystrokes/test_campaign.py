"""A hamlet's campaign: 60 households, 4 not signed; and beside it the same columns of a spreadsheet."""

from datetime import date

import pytest

from app.services import campaigns, registers, roster
from app.ui.screens.campaign import CampaignPage
from tests.names import names
from tests.ui.conftest import Office
from tests.ui.keystrokes.counter import Hands, telex

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HOMES = 60
NOT_SIGNED = (11, 25, 38, 52)
"""Places in the roster of those whose line on the paper stayed empty."""


PRESSED = 37
"""The page, the hamlet, Ctrl+G and the day, Ctrl+A; then some letters of each name that did not sign and Space; Ctrl+S."""


def in_a_spreadsheet() -> int:
    """Keys for day and mark of sixty rows whose names stand there already, the cursor in the first cell.

    Day and mark are written once and filled down; arrows walk to the last row that did not sign, each is emptied twice; Ctrl+S.
    """
    fill = len(("Ctrl+C", "Ctrl+Shift+Down", "Return"))
    written = sum(telex(cell) + 1 for cell in ("19/11/2022", "x"))
    return written + 2 * fill + max(NOT_SIGNED) + 3 * len(NOT_SIGNED) + 1


def test_a_hamlet_of_sixty_households_of_whom_four_did_not_sign(office: Office) -> None:
    assert office.program.session is not None
    ctx = office.program.session.context
    hamlets = dict((name, record_id) for record_id, name in registers.choices_of(ctx, "meeting", "hamlet"))
    roster.add_households(ctx, hamlets["Bản Pa Te"], tuple(dict.fromkeys(names(HOMES + 10)))[:HOMES])
    wave = registers.save(ctx, "campaign", None, {"name": "Ký cam kết năm 2022", "starts_on": "14/11/2022"}).id
    missing = {tick.name for place, tick in enumerate(campaigns.ticks(ctx, wave, hamlets["Bản Pa Te"])) if place in NOT_SIGNED}
    hands = Hands(office)

    hands.go("campaign")
    hands.key("Return")
    hands.key("Ctrl+G")
    hands.write("19/11")
    hands.key("Return")
    hands.key("Ctrl+A")
    page = office.page
    assert isinstance(page, CampaignPage)
    for name in sorted(missing):
        _go_to(hands, page, name)
        hands.key("Space")
    hands.key("Ctrl+S")

    signed = [tick for tick in campaigns.ticks(ctx, wave, hamlets["Bản Pa Te"]) if tick.stands]
    assert len(signed) == HOMES - len(NOT_SIGNED)
    assert not missing & {tick.name for tick in signed}
    assert {tick.signed_on for tick in signed} == {f"{date(2022, 11, 19):%d/%m/%Y}"}
    assert hands.pressed == PRESSED
    assert hands.pressed < in_a_spreadsheet() / 2


def _go_to(hands: Hands, page: CampaignPage, name: str) -> None:
    """Type letters of the given name until the line comes, then go on to the next one while it is somebody else's."""
    given = name.split()[-1].lower()
    for letter in given:
        hands.write(letter)
        if _under_cursor(page) == name:
            return
    while _under_cursor(page) != name:
        hands.key("Return")


def _under_cursor(page: CampaignPage) -> str:
    return page.tick_model.shown[page.ticks.currentIndex().row()].name
