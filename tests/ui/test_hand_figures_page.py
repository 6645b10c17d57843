"""A sheet of figures given by hand, typed down a column; and its way into the report."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.ui.screens.hand_figures import HandFiguresPage
from app.ui.screens.report import ReportPage
from tests.ui.conftest import Office, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def sheet(office: Office) -> Office:
    office.main.open("hand_figure")
    office.settle()
    office.click("page.hand_figures")
    assert isinstance(office.page, HandFiguresPage)
    return office


def page(office: Office) -> HandFiguresPage:
    assert isinstance(office.page, HandFiguresPage)
    return office.page


def type_down(office: Office, *figures: str) -> None:
    """Type figures from the cursor on, each ended by Enter."""
    grid = page(office).grid
    grid.setFocus()
    for figure in figures:
        if not figure:
            office.qtbot.keyClick(grid, Qt.Key.Key_Down)
            continue
        office.qtbot.keyClick(grid, Qt.Key(ord(figure[0])))
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit), editor
        type_text(editor, figure[1:])
        office.qtbot.keyClick(editor, Qt.Key.Key_Return)
        office.settle()


def values(office: Office) -> dict[str, str]:
    return {str(line.key): line.texts[2] for line in page(office).grid.grid.lines if not line.heading and line.texts[2]}


def save(office: Office) -> None:
    office.qtbot.keyClick(QApplication.focusWidget() or QWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.settle()


def test_a_sheet_is_typed_down_and_counted_in_the_report(sheet: Office) -> None:
    sheet.type("hand.unit", "Xã Làng Nhì")
    sheet.settle()
    type_down(sheet, "12", "1.250")
    save(sheet)
    assert page(sheet).why.wrong, "the reason is asked for"
    sheet.type("hand.why", "chưa có máy tính")
    save(sheet)
    assert "2 new" in sheet.bar
    assert values(sheet) == {"meetings": "12", "attendances": "1.250"}
    sheet.go("report")
    report = sheet.page
    assert isinstance(report, ReportPage) and report.report is not None
    row = {each.code: each for each in report.report.rows}["attendances"]
    assert (row.value, row.by_hand) == (1250, 1250)
    shown = report.table.figures.index(report.table.figures.line_of("attendances"), 0)
    assert str(report.table.figures.data(shown)).endswith("(*)")
    assert "Xã Làng Nhì" in " ".join(label.text() for label in report.pane.findChildren(QLabel) if label.isVisible())


def test_a_figure_is_changed_taken_out_and_refused(sheet: Office) -> None:
    sheet.type("hand.unit", "Xã Làng Nhì")
    sheet.type("hand.why", "chưa có máy tính")
    sheet.settle()
    type_down(sheet, "12", "", "7")
    save(sheet)
    assert values(sheet) == {"meetings": "12", "audience_officials": "7"}
    page(sheet).grid.setCurrentIndex(page(sheet).grid.grid.index(1, 2))
    type_down(sheet, "1x")
    assert "not a number" in sheet.bar
    assert values(sheet)["meetings"] == "12"
    page(sheet).grid.setCurrentIndex(page(sheet).grid.grid.index(1, 2))
    type_down(sheet, "15")
    page(sheet).grid.setCurrentIndex(page(sheet).grid.grid.index(3, 2))
    sheet.qtbot.keyClick(page(sheet).grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    sheet.qtbot.keyClick(editor, Qt.Key.Key_Delete)
    sheet.qtbot.keyClick(editor, Qt.Key.Key_Return)
    sheet.settle()
    save(sheet)
    assert "1 changed, 1 taken out" in sheet.bar
    assert values(sheet) == {"meetings": "15"}


def test_another_period_has_a_sheet_of_its_own(sheet: Office) -> None:
    sheet.type("hand.unit", "Xã Làng Nhì")
    sheet.type("hand.why", "chưa có máy tính")
    sheet.settle()
    type_down(sheet, "12")
    save(sheet)
    sheet.click("period.back")
    assert values(sheet) == {}
    sheet.click("period.on")
    assert values(sheet) == {"meetings": "12"}
    sheet.retype("hand.unit", "Xã Phình Hồ")
    sheet.settle()
    page(sheet).grid.setFocus()
    sheet.settle()
    assert values(sheet) == {}


def test_a_half_typed_sheet_is_gone_on_with_from_home(sheet: Office) -> None:
    sheet.type("hand.unit", "Xã Làng Nhì")
    sheet.type("hand.why", "chưa có máy tính")
    sheet.settle()
    type_down(sheet, "12", "300")
    sheet.program.lock()
    sheet.settle()
    sheet.log_in()
    sheet.go("home")
    sheet.click("draft.0")
    assert values(sheet) == {"meetings": "12", "attendances": "300"}
    assert page(sheet).name == "Xã Làng Nhì" and page(sheet).why.text == "chưa có máy tính"
    save(sheet)
    assert "2 new" in sheet.bar
    sheet.go("home")
    assert not [draft for draft in sheet.page.findChildren(QWidget, "draft.0") if draft.isVisible()]


def test_the_unit_is_asked_for(sheet: Office) -> None:
    type_down(sheet, "12")
    save(sheet)
    assert sheet.find(QLabel, "hand.unit.note").text()
    sheet.type("hand.unit", "Xã Làng Nhì")
    sheet.type("hand.why", "chưa có máy tính")
    sheet.settle()
    assert values(sheet) == {"meetings": "12"}, "what was typed before the unit was named stays"
    save(sheet)
    assert "1 new" in sheet.bar
