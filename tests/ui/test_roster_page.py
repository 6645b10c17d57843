"""The year of the roster, driven by typing: changes, numbers brought up to date, hamlets joined."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services import registers, roster
from app.services.context import Context
from app.ui.screens.roster_move import RosterMovePage
from app.ui.screens.roster_year import RosterYearPage
from tests.ui.conftest import Office, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


@pytest.fixture
def year(office: Office) -> RosterYearPage:
    ctx = context(office)
    hamlets = {name: record_id for record_id, name in registers.choices_of(ctx, "meeting", "hamlet")}
    lines = [roster.household_of(row) for row in (("1", "Giàng A Sử", "1980", "5", "Xóm trên"), ("2", "Lò Thị Ánh", "4"))]
    roster.add_households(ctx, hamlets["Bản Pa Te"], lines)
    office.go("household")
    office.click("page.roster_year")
    assert isinstance(office.page, RosterYearPage)
    return office.page


def cells(page: RosterYearPage) -> list[tuple[str, ...]]:
    model = page.model
    return [
        tuple(str(model.data(model.index(row, column))) for column in range(model.columnCount())) for row in range(model.rowCount())
    ]


def stated(office: Office) -> list[tuple[object, object]]:
    with context(office).store.reader() as reader:
        found = reader.window("hamlet", order=("name", "asc"))
    return [(view.values["households"], view.values["residents"]) for view in found]


def click_offer(office: Office) -> None:
    bar = office.page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()


def test_a_birth_is_recorded_and_the_roster_follows(office: Office, year: RosterYearPage) -> None:
    assert cells(year)[0] == ("Bản Pa Te", "", "", "", "", "", "", "86 → 2", "– → 9")
    year.first_action()
    office.settle()
    assert office.main.code == "household_change"
    office.fill({"household": "@Giàng", "kind": "Births", "changed_on": "1/11/2022", "people": "1"})
    office.click("save")
    office.main.open("roster_year")
    office.settle()
    assert cells(year)[0] == ("Bản Pa Te", "", "", "1", "", "", "", "86 → 2", "– → 10")
    assert cells(year)[-1][:4] == ("Together", "", "", "1")


def test_numbers_are_taken_from_the_roster_by_enter_and_undone(office: Office, year: RosterYearPage) -> None:
    year.table.setFocus()
    office.qtbot.keyClick(year.table, Qt.Key.Key_Return)
    office.settle()
    assert stated(office) == [(2, 9), (112, None)]
    assert "The numbers of all hamlets are those of the roster." in office.find(QLabel, "hint").text()
    click_offer(office)
    assert stated(office) == [(86, None), (112, None)]


def test_hamlets_are_joined_from_a_day_and_stand_apart_again(office: Office, year: RosterYearPage) -> None:
    year.table.selectRow(1)
    office.type("into", "Bản Pa Te")
    office.retype("joined_on", "21/11/2022")
    office.click("join")
    assert "still to come" in year.day.note.text()
    office.retype("joined_on", "1/11/2022")
    office.click("join")
    assert office.bar == "Bản Tống Trong is now part of Bản Pa Te; 0 households moved with it."
    assert [row[0] for row in cells(year)] == ["Bản Pa Te", "Together"]
    assert stated(office)[0] == (198, None)
    click_offer(office)
    assert [row[0] for row in cells(year)] == ["Bản Pa Te", "Bản Tống Trong", "Together"]


def test_some_households_move_to_another_hamlet_and_back(office: Office, year: RosterYearPage) -> None:
    office.click("move")
    page = office.page
    assert isinstance(page, RosterMovePage)
    assert [tick.name for tick in page.tick_model.shown] == ["Lò Thị Ánh", "Giàng A Sử"]
    page.ticks.setFocus()
    type_text(page.ticks, "su")
    office.qtbot.keyClick(page.ticks, Qt.Key.Key_Space)
    assert office.find(QLabel, "chosen").text() == "One household is ticked"
    office.qtbot.keyClick(page.ticks, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert "live there already" in office.bar
    office.type("into", "Bản Tống Trong")
    office.click("move")
    assert office.bar == "One household belongs to Bản Tống Trong now."
    assert [tick.name for tick in page.tick_model.shown] == ["Lò Thị Ánh"]
    assert [line.signed for line in page.hamlet_model.lines] == [1, 1]
    click_offer(office)
    assert [line.signed for line in page.hamlet_model.lines] == [2, 0]
