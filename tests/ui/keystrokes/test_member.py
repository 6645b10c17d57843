"""A new member of a group, from any page to "saved"; and beside it the same line in a spreadsheet."""

import pytest

from app.services import groups, registers
from tests.ui.conftest import Office
from tests.ui.keystrokes.counter import Hands, telex

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAME, SINCE, DECISION = "Giàng A Sử", "1/11/2022", "45/QĐ-UBND"
SPREADSHEET = ("8", NAME, "Thành viên", SINCE, DECISION)
"""Number, name, role, since when, decision: a cell each."""

PRESSED = 43
"""Name, day and decision; the page, the team, Add, and Tab over what is empty or right already; Ctrl+S."""


def in_a_spreadsheet() -> int:
    """Keys for the same line, with the sheet of the team open and the cursor in the first cell, then Ctrl+S.

    The number of members in the list of teams is one cell more there; the program counts it.
    """
    return sum(telex(cell) + 1 for cell in SPREADSHEET) + len(("Ctrl+PgUp", "8", "Return")) + 1


def test_a_new_member_is_written_on_the_list_of_the_group(office: Office) -> None:
    assert office.program.session is not None
    ctx = office.program.session.context
    team = registers.save(
        ctx, "group", None, {"kind": "people_security", "name": "Tổ an ninh nhân dân bản Pa Te", "members": "0"}
    ).id
    hands = Hands(office)

    hands.go("group")
    hands.key("Down")
    hands.click("add.member")
    hands.write(NAME)
    while hands.where != "joined_on.input":
        hands.key("Tab")
    hands.write(SINCE)
    while hands.where != "decision.input":
        hands.key("Tab")
    hands.write(DECISION)
    hands.key("Ctrl+S")

    roll = groups.roll_of(ctx, team)
    assert [(line.name, line.joined_on, line.decision) for line in roll.serving] == [(NAME, "01/11/2022", DECISION)]
    assert roll.given == 1
    assert hands.pressed == PRESSED
    assert hands.pressed < in_a_spreadsheet()
