"""Plans by keyboard: targets with what is counted, tasks done by one key, in the plan and on the page of all of them."""

import pytest
from PySide6.QtCore import Qt

from app.services import registers
from app.ui.grid import Grid
from app.ui.screens.plans import PlansPage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def save(office: Office, type_code: str, **values: str) -> str:
    assert office.program.session is not None
    return registers.save(office.program.session.context, type_code, None, values).id


@pytest.fixture
def plan(office: Office) -> str:
    """A plan of the year with a target and two tasks, and meetings within and before it."""
    record = save(office, "plan", issued_on="5/1/2022", title="Ngày hội", number="3/KH-UBND", ends_on="31/12/2022")
    save(office, "plan_target", plan=record, indicator="meetings", wanted="4")
    save(office, "plan_task", plan=record, task="Họp dân", due_on="18/11/2022")
    save(office, "plan_task", plan=record, task="Chọn điểm", due_on="30/11/2022")
    for day in ("4/1/2022", "5/1/2022", "12/3/2022", "1/11/2022"):
        save(office, "meeting", held_on=day, topic="x", attendees="9")
    return record


def lines(grid: Grid) -> list[tuple[str, str]]:
    return [(line.texts[0], line.texts[-1]) for line in grid.grid.lines]


def test_a_target_is_typed_and_counted_in_the_plan(office: Office, plan: str) -> None:
    office.main.open("plan", plan)
    office.settle()
    grid = office.find(Grid, "plan.progress")
    assert lines(grid)[0] == ("Study and propaganda meetings", "3/4 meetings · 75 %")
    assert grid.grid.lines[0].share == 0.75
    office.click("add.plan_target")
    office.type("indicator", "Leaflets handed out")
    office.fill({"wanted": "1.000"})
    office.click("save")
    grid = office.find(Grid, "plan.progress")
    assert lines(grid)[1] == ("Leaflets handed out", "0/1.000 sheets · 0 %")


def test_a_second_target_for_the_same_figure_is_refused(office: Office, plan: str) -> None:
    office.main.open("plan", plan)
    office.settle()
    office.click("add.plan_target")
    office.type("indicator", "Study and propaganda meetings")
    office.fill({"wanted": "9"})
    office.click("save")
    assert office.register.panel.editing


def test_a_task_is_done_by_one_key_in_the_plan(office: Office, plan: str) -> None:
    office.main.open("plan", plan)
    office.settle()
    grid = office.find(Grid, "plan.progress")
    assert lines(grid)[1:] == [("○  Họp dân", "due on 18/11/2022"), ("○  Chọn điểm", "due on 30/11/2022")]
    grid.setFocus()
    office.qtbot.keyClick(grid, Qt.Key.Key_Down)
    office.qtbot.keyClick(grid, Qt.Key.Key_Space)
    office.settle()
    assert lines(grid)[1:] == [("○  Chọn điểm", "due on 30/11/2022"), ("✓  Họp dân", "done on 20/11/2022")]
    office.go("home")
    assert office.main.page.due.items.rowCount() == 0  # type: ignore[attr-defined]  # the home page's list


def test_all_running_plans_on_one_page(office: Office, plan: str) -> None:
    over = save(office, "plan", issued_on="5/1/2021", title="Năm cũ", ends_on="31/12/2021")
    save(office, "plan_task", plan=over, task="Xong", due_on="1/6/2021", done_on="1/6/2021")
    late = save(office, "plan", issued_on="5/1/2021", title="Chưa xong", ends_on="31/12/2021")
    save(office, "plan_task", plan=late, task="Còn", due_on="1/6/2021")
    office.go("plan")
    office.click("page.plans")
    assert isinstance(office.page, PlansPage)
    grid = office.page.grid
    assert [line.texts[0] for line in grid.grid.lines if line.heading] == [
        "Chưa xong · until 31/12/2021",
        "3/KH-UBND · Ngày hội · until 31/12/2022",
    ]
    office.qtbot.keyClick(grid, Qt.Key.Key_Space)
    office.settle()
    assert [line.texts[0] for line in grid.grid.lines if line.heading] == ["3/KH-UBND · Ngày hội · until 31/12/2022"]
    office.qtbot.keyClick(grid, Qt.Key.Key_Return)
    office.settle()
    assert office.register.panel.place == ("plan", plan)


def test_without_plans_the_page_says_what_it_is_for(office: Office) -> None:
    office.go("plans")
    office.click("plans.begin")
    assert office.main.code == "plan" and office.register.panel.editing
