"""A meeting of the awards council in the real window: who waits is put to the vote at one press, and taken back by one."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.services import registers
from app.services.context import Context
from app.ui.grid import Grid
from tests.services.test_award_nominees import nominate
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


def test_the_council_votes(office: Office) -> None:
    ctx = context(office)
    nominate(ctx, "Lò Văn Mẫu")
    nominate(ctx, "Giàng A Mẫu")
    office.go("nomination")
    office.click("page.council_meeting")
    office.click("add", office.page)
    office.fill({"held_on": "4/3/2022", "members": "9", "present": "8"})
    office.click("save")
    assert office.find(QPushButton, "council_votes.put").text() == "Put the 2 who wait to the vote, all in favour"
    office.click("council_votes.put")
    grid = office.find(Grid, "council_votes.list")
    assert [line.texts for line in grid.grid.lines] == [
        ("Giàng A Mẫu", "8 – 0 – 0", "majority"),
        ("Lò Văn Mẫu", "8 – 0 – 0", "majority"),
    ]
    grid.opened.emit(0)
    office.settle()
    office.click("edit")
    office.fill({"votes_for": "2", "votes_against": "6"})
    office.click("save")
    office.main.open("council_meeting", council_meeting(ctx))
    office.settle()
    first = office.find(Grid, "council_votes.list").grid.lines[0]
    assert first.texts[1:] == ("2 – 6 – 0", "no majority")


def council_meeting(ctx: Context) -> str:
    return registers.rows(ctx, registers.ListState("council_meeting"))[0].id
