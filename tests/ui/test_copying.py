"""A record copied into a new one by Ctrl+D: texts come along, days, numbers and results are typed; a plan brings its tasks."""

import pytest
from PySide6.QtCore import Qt

from app.services import registers
from app.services.context import Context
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


def copy(office: Office) -> None:
    office.register.table.setFocus()
    office.qtbot.keyClick(office.register.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    office.settle()


def test_a_meeting_is_copied_without_its_day_and_numbers(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill(
        {
            "held_on": "12/3/2022",
            "hamlet": "@pa te",
            "form": "Study session",
            "topic": "Phòng cháy",
            "attendees": "86",
            "leaflets": "40",
        }
    )
    office.click("save")
    copy(office)
    form = office.register.panel.form
    assert form is not None
    texts = form.texts()
    assert (texts["topic"], texts["form"]) == ("Phòng cháy", "study") and form.labels()["hamlet"] == "Bản Pa Te"
    assert not texts["held_on"] and not texts["attendees"] and not texts["leaflets"]
    assert office.window.focusWidget() is office.inner("held_on")
    office.fill({"held_on": "12/4/2022", "attendees": "90"})
    office.click("save")
    assert [row[0] for row in office.rows()] == ["12/04/2022", "12/03/2022"]


def test_a_copy_that_is_left_is_kept_as_a_draft(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"held_on": "12/3/2022", "topic": "Phòng cháy", "attendees": "86"})
    office.click("save")
    copy(office)
    office.press("held_on", Qt.Key.Key_Escape)
    assert not office.register.panel.editing
    office.click("add", office.page)
    form = office.register.panel.form
    assert form is not None and form.texts()["topic"] == "Phòng cháy"


def test_a_plan_is_copied_with_its_tasks_a_year_on(office: Office) -> None:
    ctx = context(office)
    plan = registers.save(ctx, "plan", None, {"issued_on": "5/1/2021", "number": "5/KH", "kind": "plan", "title": "Bảo đảm Tết"}).id
    task = {"plan": plan, "task": "Tuần tra đêm giao thừa", "due_on": "31/1/2021", "done_on": "31/1/2021"}
    registers.save(ctx, "plan_task", None, task)
    registers.save(ctx, "plan_task", None, {**task, "task": "Tuần tra ngày rằm", "due_on": "28/2/2021"})
    office.go("plan")
    office.register.table.selectRow(0)
    office.settle()
    office.click("copy")
    form = office.register.panel.form
    assert form is not None and form.texts()["title"] == "Bảo đảm Tết" and not form.texts()["number"]
    office.fill({"issued_on": "6/1/2022"})
    office.click("save")
    place = office.register.panel.place
    assert place is not None and place[1] != plan
    with ctx.store.reader() as reader:
        tasks = [r.values for r in reader.window("plan_task", order=("due_on", "asc")) if r.values["plan"] == place[1]]
    assert [(t["task"], t["due_on"], t["done_on"]) for t in tasks] == [
        ("Tuần tra đêm giao thừa", "2022-01-31", None),
        ("Tuần tra ngày rằm", "2022-02-28", None),
    ]
