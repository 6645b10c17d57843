"""The festival of a year is written down a list of hamlets by keyboard, and stands in the register of meetings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.services import registers
from app.services.context import Context
from app.ui.screens.festival import FestivalPage
from tests.ui.conftest import Office, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


@pytest.fixture
def page(office: Office) -> FestivalPage:
    hamlet = dict((name, code) for code, name in registers.choices_of(context(office), "meeting", "hamlet"))["Bản Pa Te"]
    texts = {"held_on": "10/8/2021", "form": "festival", "topic": "Ngày hội 2021", "attendees": "150", "hamlet": hamlet}
    registers.save(context(office), "meeting", None, texts)
    office.go("meeting")
    office.click("page.festival")
    assert isinstance(office.page, FestivalPage)
    return office.page


def lines(page: FestivalPage) -> list[tuple[str, ...]]:
    return [line.texts for line in page.grid.grid.lines]


def fill_in(office: Office, page: FestivalPage, number: str) -> None:
    """Type a number where the cursor stands, and Enter."""
    page.grid.setFocus()
    office.qtbot.keyClick(page.grid, Qt.Key.Key_F2)
    editor = page.grid.findChildren(QLineEdit)[-1]
    editor.selectAll()
    type_text(editor, number) if number else office.qtbot.keyClick(editor, Qt.Key.Key_Delete)
    office.qtbot.keyClick(editor, Qt.Key.Key_Return)
    office.settle()


def test_places_are_written_down_one_after_the_other(office: Office, page: FestivalPage) -> None:
    assert lines(page) == [("The whole commune", "", "", ""), ("Bản Pa Te", "", "", "150"), ("Bản Tống Trong", "", "", "")]
    assert page.topic.text == "Ngày hội 2021"
    page.grid.setCurrentIndex(page.grid.grid.index(1, 2))
    fill_in(office, page, "180")
    fill_in(office, page, "95")
    assert lines(page)[1:] == [("Bản Pa Te", "19/08/2022", "180", "150"), ("Bản Tống Trong", "19/08/2022", "95", "")]
    assert office.find(QLabel, "festival.numbers").text() == "2 places · 275 attendances"
    found = registers.rows(context(office), registers.ListState("meeting"))
    assert sorted(row.cells[-1] for row in found) == ["150", "180", "95"]
    page.grid.setCurrentIndex(page.grid.grid.index(1, 2))
    fill_in(office, page, "200")
    assert lines(page)[1][2] == "200" and len(registers.rows(context(office), registers.ListState("meeting"))) == 3


def test_an_emptied_number_deletes_and_is_brought_back(office: Office, page: FestivalPage) -> None:
    page.grid.setCurrentIndex(page.grid.grid.index(2, 2))
    fill_in(office, page, "95")
    page.grid.setCurrentIndex(page.grid.grid.index(2, 2))
    fill_in(office, page, "")
    assert lines(page)[2] == ("Bản Tống Trong", "", "", "")
    bar = page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert lines(page)[2][2] == "95"


def test_a_day_to_come_is_told_beside_its_field_and_nothing_is_written(office: Office, page: FestivalPage) -> None:
    office.retype("festival.held_on", "19/12/2022")
    page.grid.setCurrentIndex(page.grid.grid.index(0, 2))
    fill_in(office, page, "40")
    assert "still to come" in page.held_on.note.text()
    assert lines(page)[0] == ("The whole commune", "", "", "")
    fill_in(office, page, "nhiều")
    assert page.bars.bar is not None and lines(page)[1][2] == ""


def test_another_year_and_the_record_of_a_place(office: Office, page: FestivalPage) -> None:
    office.click("festival.back")
    assert office.find(QLabel, "festival.year").text() == "2021"
    assert lines(page)[1] == ("Bản Pa Te", "10/08/2021", "150", "")
    page.grid.setCurrentIndex(page.grid.grid.index(1, 2))
    office.click("festival.record")
    assert office.main.code == "meeting"
    assert office.register.panel.view is not None and office.register.panel.view.values["topic"] == "Ngày hội 2021"
