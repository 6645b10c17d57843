"""Joining another station's book by typing, and what stands twice afterwards."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.ui.screens.merger import MergerPage
from tests.ui.conftest import PASSWORD, Office, begin_book

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def old(make_office: Callable[..., Office]) -> Office:
    """The old unit's laptop, with a meeting in a hamlet that both units have; the program there is closed."""
    office = make_office("Sổ cũ")
    begin_book(office, name="Xã Hát Lừu", code="HATLUU")
    office.start()
    office.log_in()
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"held_on": "12/3/2022", "hamlet": "@pa te", "topic": "Phòng cháy", "attendees": "86"})
    office.click("save")
    office.program.close()
    return office


def merger_page(office: Office) -> MergerPage:
    office.go("settings")
    office.click("settings.merger")
    page = office.page
    assert isinstance(page, MergerPage)
    return page


def test_a_book_is_looked_into_joined_and_its_doubles_settled(old: Office, office: Office) -> None:
    page = merger_page(office)
    assert not office.find(QAbstractButton, "merger.join").isEnabled()
    office.ask.target = old.folder
    office.click("merger.folder")
    office.type("merger.password", "sai rồi nhé")
    office.press("merger.password", Qt.Key.Key_Return)
    assert "password" in office.bar.lower()
    office.retype("merger.password", PASSWORD)
    office.press("merger.password", Qt.Key.Key_Return)
    assert office.find(QAbstractButton, "merger.join").isEnabled()
    office.click("merger.join")
    assert page.book.since.wrong
    office.type("merger.since", "1/7/2022")
    office.click("merger.join")
    assert office.ask.asked[-1].startswith("Take the book of Xã Hát Lừu in for good?")
    assert office.bar.startswith("Xã Hát Lừu is joined:")

    office.click("merger.tab.1")
    assert [line[1:5] for line in page.doubles.table.lines()] == [
        ("Bản Pa Te", "Xã Túc Đán", "Bản Pa Te", "Xã Hát Lừu"),
        ("Bản Tống Trong", "Xã Túc Đán", "Bản Tống Trong", "Xã Hát Lừu"),
    ]
    page.doubles.table.setFocus()
    office.qtbot.keyClick(page.doubles.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    office.click("merger.join_double")
    assert office.bar == "Joined; 1 record names the one on the left now." and page.doubles.table.rowCount() == 0
    bar = office.page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert page.doubles.table.rowCount() == 2
    office.click("merger.keep_both")
    assert page.doubles.table.rowCount() == 1

    office.go("meeting")
    assert [row[3] for row in office.rows()] == ["Phòng cháy"]
    office.register.table.setFocus()
    office.register.table.selectRow(0)
    office.settle()
    office.click("edit")
    office.fill({"attendees": "87"})
    office.click("save")
    assert office.rows()[0][4] == "87"
