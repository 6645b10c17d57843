"""Rating a year's teams by one key a line, told at once what the rules have against it, saved, and printed as a list."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from app.core.clock import FixedClock
from app.services import registers
from app.ui.line_table import LineTable
from app.ui.screens.ratings import RatingsPage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2025, 11, 20, 9, 0))


@pytest.fixture
def teams(office: Office) -> Office:
    assert office.program.session is not None
    context = office.program.session.context
    for place in ("Pa Te", "Tống Trong"):
        texts = {"name": f"Tổ bản {place}", "kind": "security_order", "members": "2", "founded_on": "1/7/2024"}
        team = registers.save(context, "group", None, texts).id
        for name, role, joined in (("Giàng A Sử", "head", "1/7/2024"), ("Mùa A Chu", "member", "1/10/2025")):
            registers.save(context, "member", None, {"team": team, "name": name, "role": role, "joined_on": joined})
    office.go("group")
    office.click("page.ratings", office.page)
    return office


def _page(office: Office) -> RatingsPage:
    assert isinstance(office.page, RatingsPage)
    return office.page


def _against(office: Office) -> list[str]:
    label = type(office.page.title)
    return [
        found.text()
        for found in office.page.findChildren(label)
        if found.objectName().startswith("ratings.against") and found.isVisible()
    ]


def test_levels_by_one_key_each_and_what_stands_against_them(teams: Office) -> None:
    table = teams.find(LineTable, "ratings.table")
    assert [line[0].strip() for line in table.lines()] == [
        "Tổ bản Pa Te",
        "Giàng A Sử",
        "Mùa A Chu",
        "Tổ bản Tống Trong",
        "Giàng A Sử",
        "Mùa A Chu",
    ]
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3):
        teams.qtbot.keyClick(table, key)
    teams.settle()
    told = _against(teams)
    assert any("leads the team" in sentence for sentence in told)
    assert any("Mùa A Chu" in sentence and "01/10/2025" in sentence for sentence in told)
    assert any("Members proposed as excellent" in sentence for sentence in told), told
    table.selectRow(1)
    teams.qtbot.keyClick(table, Qt.Key.Key_2)
    table.selectRow(2)
    teams.qtbot.keyClick(table, Qt.Key.Key_0)
    teams.settle()
    assert _against(teams) == []


def test_what_was_set_is_saved_and_stands_there_again(teams: Office) -> None:
    table = teams.find(LineTable, "ratings.table")
    teams.qtbot.keyClick(table, Qt.Key.Key_2)
    teams.qtbot.keyClick(table, Qt.Key.Key_3)
    teams.qtbot.keyClick(table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    teams.settle()
    assert teams.bar == "2 levels were saved."
    teams.go("group")
    teams.click("page.ratings", teams.page)
    assert [line[3] for line in teams.find(LineTable, "ratings.table").lines()][:3] == ["Tasks done well", "Tasks done", ""]
    teams.click("ratings.save", _page(teams))
    assert teams.bar == "Nothing was changed."


def test_the_list_to_submit_is_a_paper(teams: Office) -> None:
    table = teams.find(LineTable, "ratings.table")
    teams.qtbot.keyClick(table, Qt.Key.Key_2)
    teams.click("ratings.print", _page(teams))
    assert teams.main.code == "paper"
    assert "ratings" in teams.page.title.text().lower()
    teams.go("group")
    teams.click("page.ratings", teams.page)
    assert teams.find(LineTable, "ratings.table").lines()[0][3] == "Tasks done well"
