"""A board that was looked at: one press; and a board that shows a number nobody answers any more."""

import pytest

from app.core.ids import fixed_id
from app.services import registers
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _board(office: Office, **texts: str) -> str:
    assert office.program.session is not None
    given = {"place": "Nhà văn hóa", "kind": "board", "installed_on": "1/3/2021", "number_shown": "0216 3876 113"} | texts
    return registers.save(office.program.session.context, "board", None, given).id


def _own_number(office: Office, number: str) -> None:
    assert office.program.session is not None
    context = office.program.session.context
    registers.save(context, "unit", fixed_id("unit", context.store.unit), {"phone": number})


def test_one_press_says_when_it_was_looked_at_and_how_it_is(office: Office) -> None:
    board = _board(office)
    office.main.open("board", board)
    office.settle()
    office.click("board_check.faded")
    view = office.register.panel.view
    assert view is not None
    assert view.values["checked_on"] == "20/11/2022"
    assert view.values["condition"] == "Faded or damaged"
    assert office.rows()[0][-1] == "Faded or damaged"


@pytest.mark.parametrize(
    ("shown", "own", "told"),
    [
        ("0216 3876 113", "0912 345 678", True),
        ("0216.3876.113", "0216 3876 113", False),
        ("0216 3876 113", "", False),
        ("", "0912 345 678", False),
    ],
)
def test_an_old_number_is_told(office: Office, shown: str, own: str, told: bool) -> None:
    _own_number(office, own)
    board = _board(office, number_shown=shown)
    office.main.open("board", board)
    office.settle()
    view = office.register.panel.view
    assert view is not None
    assert (
        "0912 345 678" in " ".join(label.text() for label in view.findChildren(type(office.page.title), "board_check.number"))
    ) is told


def test_one_that_hangs_no_more_is_only_read(office: Office) -> None:
    board = _board(office, removed_on="1/5/2022")
    office.main.open("board", board)
    office.settle()
    with pytest.raises(AssertionError, match="not in sight"):
        office.click("board_check.good")
