"""A year's review of the sites of a commune: ten sites, from any page to "saved"."""

import pytest

from app.services import models, registers
from tests.ui.conftest import Office
from tests.ui.keystrokes.counter import Hands

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SITES = 10
RATINGS = ("good", "good", "fair", "good", "average", "good", "fair", "good", "good", "ineffective")
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
    assert hands.pressed == 3 + 2 * SITES, hands.pressed
