"""Reports as an officer reads them: figures from typed records, the rows behind them, papers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from app.ui.screens.report import ReportPage
from tests.ui.conftest import Office, begin_book

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MEETINGS = (("12/3/2022", "86"), ("5/6/2022", "114"), ("16/12/2021", "50"), ("14/12/2021", "1000"), ("1/5/2021", "9"))


@pytest.fixture
def counted(office: Office) -> Office:
    """Meetings of two years, and a group, typed in."""
    office.go("meeting")
    for held_on, attendees in MEETINGS:
        office.click("add", office.page)
        office.fill(
            {"held_on": held_on, "form": "Propaganda meeting", "topic": "Phòng cháy", "hamlet": "@pa te", "attendees": attendees}
        )
        office.click("save")
    office.go("report")
    return office


def report(office: Office) -> ReportPage:
    assert isinstance(office.page, ReportPage)
    return office.page


def figures(office: Office) -> dict[str, tuple[int, int]]:
    built = report(office).report
    assert built is not None
    return {row.code: (row.value, row.previous) for row in built.rows}


def choose(office: Office, code: str) -> None:
    """Put the cursor on an indicator, with the arrow keys."""
    table = report(office).table
    wanted = table.figures.line_of(code)
    table.setFocus()
    office.qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _press in range(wanted + 1):
        if table.currentIndex().row() == wanted:
            break
        office.qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == wanted
    office.settle()


def test_the_year_of_reports_runs_from_the_15th_to_the_14th(counted: Office) -> None:
    assert figures(counted)["meetings"] == (3, 2)
    assert figures(counted)["attendances"] == (250, 1009)
    counted.type("period.kind", "Calendar year")
    chosen(counted)
    assert figures(counted)["meetings"] == (2, 3)
    counted.click("period.back")
    assert figures(counted)["meetings"] == (3, 0)


def chosen(office: Office) -> None:
    """Enter takes what the keys have chosen in a list."""
    page = report(office)
    page.period.kind.activated.emit(page.period.kind.currentIndex())
    office.settle()


def test_any_dates_typed_and_the_wrong_order_told_beside_them(counted: Office) -> None:
    counted.type("period.kind", "Any dates")
    chosen(counted)
    counted.fill({"period.from": "1/6/2022", "period.to": "31/4/2022"})
    counted.click("period.show")
    assert "30" in counted.find(QLabel, "period.to.note").text()
    counted.retype("period.to", "1/3/2022")
    counted.click("period.show")
    assert "before it begins" in counted.find(QLabel, "period.to.note").text()
    assert report(counted).period._to.editor.text().endswith("/2022"), "what was typed stays"
    counted.retype("period.to", "30/6/2022")
    counted.click("period.show")
    assert figures(counted)["meetings"] == (1, 0)


def test_the_period_is_remembered(counted: Office) -> None:
    counted.type("period.kind", "Quarter")
    chosen(counted)
    counted.click("period.back")
    shown = report(counted).period.period
    counted.program.lock()
    counted.settle()
    counted.log_in()
    counted.go("report")
    assert report(counted).period.period == shown


def test_a_figure_opens_the_rows_behind_it_by_key_and_by_click(counted: Office) -> None:
    choose(counted, "attendances")
    counted.qtbot.keyClick(report(counted).table, Qt.Key.Key_Return)
    counted.settle()
    assert sorted(row[0] for row in counted.rows()) == ["05/06/2022", "12/03/2022", "16/12/2021"]
    counted.go("report")
    table = report(counted).table
    index = table.figures.index(table.figures.line_of("meetings"), 2)
    table.scrollTo(index)
    counted.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center() + QPoint(8, 0))
    counted.settle()
    assert len(counted.rows()) == 3


def test_doubts_stand_beside_the_figure_and_the_paragraph_below(counted: Office) -> None:
    counted.click("period.back")
    counted.click("period.on")
    choose(counted, "meetings")
    assert counted.find(QLabel, "report.value").text() == "3"
    paragraph = counted.find(QLabel, "report.paragraph").text()
    assert "3 study and propaganda meetings" in paragraph and "250" in paragraph
    counted.click("report.copy")
    assert counted.bar


def test_only_what_was_counted(counted: Office) -> None:
    whole = report(counted).table.figures.rowCount()
    counted.click("report.counted")
    shown = report(counted).table.figures
    assert 0 < shown.rowCount() < whole
    assert all(figure is None or figure.value or figure.previous for figure in map(shown.figure_at, range(shown.rowCount())))


def test_saved_as_paper_workbook_and_json(counted: Office, tmp_path: Path) -> None:
    counted.ask.target = tmp_path
    for ending, begins in ((".pdf", b"%PDF"), (".docx", b"PK"), (".xlsx", b"PK"), (".json", b"{")):
        menu = report(counted).save.menu()
        next(action for action in menu.actions() if action.objectName() == f"report.save{ending}").trigger()
        counted.settle()
        saved = tmp_path / f"bao-cao-TUCDAN-20211215-20221214{ending}"
        assert saved.read_bytes().startswith(begins)
        assert str(saved) in counted.bar
    assert json.loads(saved.read_text("utf-8"))["indicators"]["attendances"] == 250


def test_a_folder_that_cannot_be_written_is_told(counted: Office, tmp_path: Path) -> None:
    counted.ask.target = tmp_path / "không có" / "bao-cao.pdf"
    report(counted).save_as(".pdf")
    counted.settle()
    assert "cannot be written" in counted.bar
    assert not (tmp_path / "không có").exists()


def test_closing_leads_to_the_month_of_the_period(counted: Office) -> None:
    counted.click("report.close")
    assert counted.main.code == "closing"
    assert counted.find(QLabel, "closing.year").text() == "2022"


def test_the_unit_above_closes_nothing(make_office: Callable[..., Office]) -> None:
    office = make_office("trên")
    begin_book(office, name="Công an huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    office.start()
    office.log_in()
    office.go("report")
    assert not report(office).close_months.isVisible()
    assert all(value == (0, 0) for value in figures(office).values())


def test_the_rows_behind_lead_back_to_the_report(counted: Office) -> None:
    choose(counted, "attendances")
    counted.qtbot.keyClick(report(counted).table, Qt.Key.Key_Return)
    counted.settle()
    bar = counted.page.bars.bar
    assert bar is not None and [offer.text() for offer in bar.offers] == ["Back to the report", "Show all"]
    counted.qtbot.mouseClick(bar.offers[0], Qt.MouseButton.LeftButton)
    counted.settle()
    shown = report(counted).table.current()
    assert shown is not None and shown.code == "attendances"


def test_a_figure_of_nothing_opens_an_empty_list_that_says_so(counted: Office) -> None:
    choose(counted, "patrols")
    counted.qtbot.keyClick(report(counted).table, Qt.Key.Key_Return)
    counted.settle()
    assert counted.rows() == []
    assert "the figure is 0" in counted.register.purpose.text()
    counted.click("begin")
    assert counted.register.model.rowCount() == 0
