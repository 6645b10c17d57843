"""Home: what is due walks by keys and opens, drafts are gone on with, the rest is said beside it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.services import registers
from app.services.due import Due, Group
from app.ui.screens.due import DuePage
from app.ui.screens.due_list import ALL, DueList, More, lines_for
from app.ui.screens.home import HomePage
from app.ui.screens.report import ReportPage
from tests.ui.conftest import Office, begin_book

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def home(office: Office) -> HomePage:
    office.go("home")
    assert isinstance(office.page, HomePage)
    return office.page


def texts(due: DueList) -> list[tuple[str, str]]:
    model = due.items
    return [(str(model.data(model.index(row, 0))), str(model.data(model.index(row, 1)) or "")) for row in range(model.rowCount())]


def save(office: Office, type_code: str, **values: str) -> str:
    assert office.program.session is not None
    return registers.save(office.program.session.context, type_code, None, values).id


@pytest.fixture
def plan(office: Office) -> str:
    record = save(office, "plan", issued_on="1/9/2022", title="Ngày hội", number="3/KH-UBND")
    save(office, "plan_task", plan=record, task="Họp dân", due_on="18/11/2022")
    save(office, "plan_task", plan=record, task="Chọn điểm", due_on="21/11/2022")
    return record


def test_what_is_due_is_walked_by_keys_and_opened(office: Office, plan: str) -> None:
    page = home(office)
    assert texts(page.due)[:3] == [("Tasks of plans · 2", ""), ("Họp dân", "2 days late"), ("Chọn điểm", "tomorrow")]
    assert page.due.hasFocus()
    office.qtbot.keyClick(page.due, Qt.Key.Key_Down)
    office.qtbot.keyClick(page.due, Qt.Key.Key_Return)
    office.settle()
    assert office.main.code == "plan"
    assert office.register.panel.place == ("plan", plan)


def test_nothing_due_is_said(office: Office) -> None:
    page = home(office)
    assert office.find(QLabel, "due.nothing").text() == "Nothing is due in the next days."
    assert not page.due.isVisible()


def test_what_has_no_room_is_counted_and_listed_on_a_page_of_its_own(office: Office, plan: str) -> None:
    for number in range(40):
        save(office, "plan_task", plan=plan, task=f"Việc {number:02}", due_on="10/11/2022")
    page = home(office)
    shown = texts(page.due)
    more = 42 - (len(shown) - 2)
    assert shown[-1][0] == f"and {more} other things"
    row = page.due.verticalHeader().defaultSectionSize()
    assert len(shown) * row <= page.due.viewport().height()
    office.qtbot.keyClick(page.due, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    office.qtbot.keyClick(page.due, Qt.Key.Key_Return)
    office.settle()
    assert isinstance(office.page, DuePage)
    assert len(texts(office.page.due)) == 43
    assert office.find(QLabel, "due.count").text() == "42 in all, 41 of them late"


def test_a_draft_is_gone_on_with_from_home(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"topic": "Phòng cháy mùa khô"})
    home(office)
    office.settle()
    office.go("home")
    office.click("draft.0")
    assert office.main.code == "meeting"
    assert office.register.panel.form is not None
    assert office.register.panel.form.texts()["topic"] == "Phòng cháy mùa khô"
    office.fill({"held_on": "t", "attendees": "30"})
    office.click("save")
    page = home(office)
    assert not [link for link in page.findChildren(QAbstractButton) if link.objectName() == "draft.0" and link.isVisible()]


def test_a_report_due_opens_its_period_and_is_quiet_once_it_was_saved(office: Office) -> None:
    save(office, "meeting", held_on="12/3/2022", topic="x", attendees="5")
    office.clock.advance(timedelta(days=26))
    page = home(office)
    shown = texts(page.due)
    place = next(row for row, line in enumerate(shown) if line[0].startswith("The year 2022"))
    page.due.setCurrentIndex(page.due.items.index(place, 0))
    office.qtbot.keyClick(page.due, Qt.Key.Key_Return)
    office.settle()
    assert isinstance(office.page, ReportPage)
    assert office.page.report is not None and office.page.report.period.end.isoformat() == "2022-12-14"
    office.ask.target = office.folder.parent
    office.page.save_as(".xlsx")
    office.settle()
    page = home(office)
    assert not [line for line in texts(page.due) if line[0].startswith("The year 2022")]
    assert "The year 2022" in " ".join(label.text() for label in page.side.findChildren(QLabel) if label.isVisible())


def test_a_unit_above_is_told_who_has_sent_nothing(make_office: Callable[..., Office]) -> None:
    above = make_office("cấp trên")
    begin_book(above, name="Huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    above.start()
    above.log_in()
    page = home(above)
    assert not [tile for tile in page.findChildren(QAbstractButton) if tile.objectName() == "tile.commitment"]
    assert above.find(QAbstractButton, "home.carry").text() == "Receive"


def test_everything_fits_a_small_screen(office: Office, plan: str) -> None:
    office.main.resize(911, 470)
    page = home(office)
    office.settle()
    assert page.due.verticalScrollBar().maximum() == 0
    for name in ("home.carry", "tile.meeting"):
        place = office.find(QAbstractButton, name)
        assert place.mapTo(page, place.rect().topRight()).x() < page.width()


def test_reminders_are_set_on_the_settings_page(office: Office, plan: str) -> None:
    office.go("settings")
    office.click("settings.tab.2")
    office.retype("ahead_days", "0")
    office.click("save")
    assert "0" in office.find(QLabel, "ahead_days.note").text(), "less than a day ahead is refused beside its field"
    office.retype("ahead_days", "30")
    office.click("save")
    assert "reminds" in office.bar
    save(office, "plan_task", plan=plan, task="Xa", due_on="15/12/2022")
    assert ("Xa", "in 25 days") in texts(home(office).due)


def _group(kind: str, count: int) -> Group:
    day = date(2022, 1, 1)
    return Group(kind, kind, tuple(Due(kind, f"{kind}{n}", "plan", "", day, False) for n in range(count)))


@pytest.mark.parametrize("room", range(3, 30))
def test_lines_fill_the_room_and_count_the_rest(room: int) -> None:
    groups = (_group("a", 5), _group("b", 1), _group("c", 9))
    lines = lines_for(groups, room)
    items = [line for line in lines if isinstance(line, Due)]
    left = [line.count for line in lines if isinstance(line, More)]
    assert len(lines) <= room
    assert len(items) + sum(left) == 15
    assert bool(left) == (room < 18)
    assert len(lines_for(groups, ALL)) == 18
    headed = [line.kind for line in lines if isinstance(line, Group)]
    assert headed == list(dict.fromkeys(item.kind for item in items)), "no heading without an item"
