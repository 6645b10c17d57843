"""A year's review of ten sites, from any page to "saved"; and beside it the same columns of a spreadsheet."""

import pytest

from app.services import models, registers
from tests.ui.conftest import Office
from tests.ui.keystrokes.counter import Hands, telex

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SITES = 10
RATINGS = ("good", "good", "fair", "good", "average", "good", "fair", "good", "good", "ineffective")
PRESSED = 3 + 2 * SITES
"""The page of models, its yearly review, a digit and Return a site, Ctrl+S; the proposal follows the rating, the day is today's."""


def in_a_spreadsheet() -> int:
    """Keys for rating, proposal and day of ten rows whose names stand there already, the cursor in the first rating.

    Two letters of a rating are enough where it stood above; proposal and day are written once and filled down, the last proposal is
    written over; Ctrl+S.
    """
    fill = len(("Ctrl+C", "Ctrl+Shift+Down", "Return"))
    ratings = sum(3 for _ in RATINGS)
    proposals = telex("Duy trì") + 1 + fill + telex("Chấm dứt") + 1
    return ratings + proposals + telex("20/11/2022") + 1 + fill + 1


DIGIT = {"good": "1", "fair": "2", "average": "3", "ineffective": "4"}


def test_ten_sites_are_reviewed_with_two_keys_each(office: Office) -> None:
    assert office.program.session is not None
    ctx = office.program.session.context
    model = registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id
    for number in range(SITES):
        registers.save(ctx, "model_site", None, {"model": model, "place": f"Điểm {number:02}", "founded_on": "5/3/2020"})
    hands = Hands(office)

    hands.go("model")
    hands.click("page.model_reviews")
    for rating in RATINGS:
        hands.key(DIGIT[rating])
        hands.key("Return")
    hands.key("Ctrl+S")

    lines = models.sites_to_review(ctx, 2022)
    assert tuple(line.rating for line in lines) == RATINGS
    assert [line.proposal for line in lines] == ["keep"] * (SITES - 1) + ["drop"]
    assert hands.pressed == PRESSED
    assert hands.pressed < in_a_spreadsheet() / 2
