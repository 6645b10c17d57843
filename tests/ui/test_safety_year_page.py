"""A year's safety assessments marked down a list by single keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services import registers, reports
from app.statistics.periods import PeriodKind, period_of
from app.ui.screens.safety_year import SafetyYearPage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def year(office: Office) -> Office:
    """Two hamlets of the set-up, and a school assessed last year."""
    assert office.program.session is not None
    school = {"year": "2021", "subject": "school", "name": "Trường Tiểu học", "result": "safe"}
    registers.save(office.program.session.context, "safety", None, school)
    office.main.open("safety")
    office.settle()
    office.click("page.safety_year")
    return office


def page(office: Office) -> SafetyYearPage:
    assert isinstance(office.page, SafetyYearPage)
    return office.page


def lines(office: Office) -> list[tuple[str, ...]]:
    return [line.texts for line in page(office).grid.grid.lines if not line.heading]


def keys(office: Office, *pressed: Qt.Key) -> None:
    grid = page(office).grid
    grid.setFocus()
    for key in pressed:
        office.qtbot.keyClick(grid, key)
    office.settle()


def test_every_hamlet_and_what_was_assessed_before_stands_in_the_list(year: Office) -> None:
    assert lines(year) == [("Bản Pa Te", "–", "–"), ("Bản Tống Trong", "–", "–"), ("Trường Tiểu học", "–", "Safe")]
    assert year.find(QLabel, "safety.numbers").text() == "Hamlet or residential group: 0/2 · School: 0/1"


def test_marks_by_single_keys_are_saved_at_once_and_counted(year: Office) -> None:
    keys(year, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_1)
    assert [line[1] for line in lines(year)] == ["Safe", "Not safe", "Safe"]
    assert year.find(QLabel, "safety.numbers").text() == "Hamlet or residential group: 1/2 · School: 1/1"
    year.type("safety.decision", "120/QĐ-UBND")
    year.type("safety.decided_on", "31/4/2022")
    year.click("safety.save")
    assert page(year).decided_on.wrong
    year.retype("safety.decided_on", "15/11/2022")
    year.click("safety.save")
    assert "3 results" in year.bar
    assert year.program.session is not None
    report = reports.build(year.program.session.context, period_of(PeriodKind.YEAR, year.clock.today()))
    assert report.values["hamlets_safe"] == 1
    keys(year, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_0)
    year.click("safety.save")
    assert lines(year)[0][1] == "–"


def test_all_the_rest_is_safe_by_one_press_and_another_year_is_its_own(year: Office) -> None:
    keys(year, Qt.Key.Key_2)
    year.click("safety.all")
    assert [line[1] for line in lines(year)] == ["Not safe", "Safe", "Safe"]
    year.click("safety.back")
    assert "not saved" in year.bar and page(year).year == 2022
    year.click("safety.save")
    year.click("safety.back")
    assert [line[1] for line in lines(year)] == ["–", "–", "Safe"]
    year.click("safety.on")
    assert [line[1] for line in lines(year)] == ["Not safe", "Safe", "Safe"]
