"""Closing the books by keyboard; what is then refused, asked and noted; the recycle bin of all registers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.ui.line_table import LineTable
from app.ui.screens.books import BooksPage
from app.ui.screens.recycle import RecyclePage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MEETING = {"held_on": "12/3/2021", "topic": "Phòng cháy", "attendees": "86"}


def add_meeting(office: Office, **texts: str) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill(MEETING | texts)
    office.click("save")


def close_meetings(office: Office) -> LineTable:
    office.go("books")
    page = office.page
    assert isinstance(page, BooksPage)
    assert page.year.currentText() == "2021"
    office.qtbot.keyClick(page.table, Qt.Key.Key_Home)
    office.qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    return page.table


def test_a_book_is_closed_and_a_late_entry_needs_a_reason(office: Office) -> None:
    add_meeting(office)
    assert office.bar == "Saved. Look again: Date held: 12/03/2021 lies in another year."
    table = close_meetings(office)
    assert office.ask.asked == ["Close the books of 2021: Meetings?"]
    assert table.lines()[0] == ("Meetings", "1", "20/11/2022", "1", "1", "")

    add_meeting(office, held_on="13/3/2021", topic="Ma túy")
    panel = office.register.panel
    assert panel.editing and panel.bars.text == "The book of 2021 is closed. Write why something in it is still changed."
    reason = office.find(QLineEdit, "bar.reason")
    assert office.window.focusWidget() is reason
    office.qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert panel.editing
    office.type("bar.reason", "Biên bản đến muộn")
    office.press("bar.reason", Qt.Key.Key_Return)
    assert not panel.editing and office.register.model.rowCount() == 2

    office.go("books")
    page = office.page
    assert isinstance(page, BooksPage)
    assert page.table.lines()[0] == ("Meetings", "2", "20/11/2022", "1", "1", "1")
    office.click("books.late")
    assert office.rows()[0][-1] == "Biên bản đến muộn"


def test_deleting_from_a_closed_book_asks_as_well(office: Office) -> None:
    add_meeting(office)
    close_meetings(office)
    office.go("meeting")
    office.register.table.setFocus()
    office.register.table.selectRow(0)
    office.settle()
    office.qtbot.keyClick(office.register.table, Qt.Key.Key_Delete)
    office.settle()
    assert office.register.model.rowCount() == 1
    office.type("bar.reason", "Ghi hai lần")
    office.press("bar.reason", Qt.Key.Key_Return)
    assert office.register.model.rowCount() == 0 and office.bar == "The record was deleted."


def test_several_come_back_from_the_recycle_bin(office: Office) -> None:
    for topic in ("Một", "Hai", "Ba"):
        add_meeting(office, topic=topic, held_on="12/3/2022")
    for _ in range(3):
        office.register.table.setFocus()
        office.register.table.selectRow(0)
        office.settle()
        office.qtbot.keyClick(office.register.table, Qt.Key.Key_Delete)
        office.settle()
    office.go("recycle")
    page = office.page
    assert isinstance(page, RecyclePage)
    assert {line[2].split(" · ")[1] for line in page.table.lines()} == {"Một", "Hai", "Ba"}
    assert {line[3] for line in page.table.lines()} == {"Vũ Đức Hạnh"}
    office.qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    office.click("recycle.restore")
    assert office.bar == "2 records are back." and page.table.rowCount() == 1
    office.go("meeting")
    assert office.register.model.rowCount() == 2


def test_the_bin_is_searched_without_marks(office: Office) -> None:
    for topic in ("Phòng cháy", "Ma túy"):
        add_meeting(office, topic=topic, held_on="12/3/2022")
        office.click("delete")
    office.go("recycle")
    page = office.page
    assert isinstance(page, RecyclePage) and page.search is not None
    page.search.setFocus()
    office.qtbot.keyClicks(page.search, "phong")
    office.settle()
    assert [line[2] for line in page.table.lines()] == ["12/03/2022 · Phòng cháy"]


def test_the_cover_is_looked_at_from_the_books_and_minutes_from_the_officers(office: Office) -> None:
    add_meeting(office)
    close_meetings(office)
    office.click("books.cover")
    assert office.page.title.text() == "Cover of the closed book"
    office.click("paper.back")
    assert isinstance(office.page, BooksPage)
    office.click("books.print")
    assert office.page.title.text() == "Register · Meetings"
    office.click("paper.back")
    office.go("settings")
    office.click("settings.tab.1")
    office.click("officer.handover.0")
    assert office.page.title.text() == "Minutes of handing over"
