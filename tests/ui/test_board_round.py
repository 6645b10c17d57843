"""A round of the boards, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.services import registers
from app.ui.line_table import LineTable
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def table(office: Office) -> LineTable:
    assert office.program.session is not None
    ctx = office.program.session.context
    for place, checked in (("Cổng trường", "1/11/2022"), ("Nhà văn hóa", ""), ("Chợ xã", "3/3/2022")):
        texts = {"kind": "board", "place": place, "installed_on": "1/1/2020", "checked_on": checked}
        registers.save(ctx, "board", None, texts)
    gone = {"kind": "board", "place": "Cầu treo", "installed_on": "1/1/2020", "removed_on": "1/1/2021"}
    registers.save(ctx, "board", None, gone)
    office.go("board")
    office.click("page.board_round")
    found = office.find(LineTable, "round.table")
    found.setFocus()
    return found


def told(table: LineTable) -> list[tuple[str, str, str]]:
    return [(line[0], line[3], line[4]) for line in table.lines()]


def test_those_not_looked_at_for_longest_come_first(table: LineTable) -> None:
    assert [line[0] for line in table.lines()] == ["Nhà văn hóa", "Chợ xã", "Cổng trường"]


def test_a_key_records_one_and_goes_on_to_the_next(office: Office, table: LineTable) -> None:
    office.qtbot.keyClick(table, Qt.Key.Key_2)
    office.settle()
    assert office.bar == "One was looked at today: Faded or damaged."
    assert told(table)[-1] == ("Nhà văn hóa", "Faded or damaged", "20/11/2022")
    office.qtbot.keyClick(table, Qt.Key.Key_1)
    office.settle()
    assert ("Chợ xã", "In good condition", "20/11/2022") in told(table)


def test_all_are_recorded_at_once_and_taken_back(office: Office, table: LineTable) -> None:
    before = told(table)
    office.qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    office.qtbot.keyClick(table, Qt.Key.Key_1)
    office.settle()
    assert office.bar == "3 were looked at today: In good condition."
    assert {line[2] for line in told(table)} == {"20/11/2022"}
    bar = office.page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert told(table) == before
