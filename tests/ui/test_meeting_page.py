"""A forum from its record to the signed minutes, and a year of the steering committee: everything typed into the real pages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.services import registers
from app.services.context import Context
from app.ui.grid import Grid
from tests.documents.reading import read_pdf
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FORUM = {
    "held_on": "12/3/2022",
    "hamlet": "@pa te",
    "form": "Forum “Police listen to the people”",
    "topic": "Lắng nghe ý kiến Nhân dân",
    "attendees": "86",
    "chair": "Vũ Đức Hạnh",
    "place": "Nhà văn hóa bản",
    "begun_at": "8h",
    "ended_at": "1030",
    "secretary": "Lò Thị Ánh",
}


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


def values(office: Office) -> dict[str, str]:
    view = office.register.panel.view
    assert view is not None
    return dict(view.values)


def test_opinions_are_added_to_a_forum_and_answered_later(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill(FORUM)
    office.click("save")
    assert (values(office)["begun_at"], values(office)["ended_at"]) == ("08:00", "10:30")
    office.click("add.opinion")
    office.fill({"matter": "Traffic", "opinion": "Xe tải chạy nhanh qua bản"})
    office.click("save")
    assert office.register.panel.place is not None and office.register.panel.place[0] == "meeting"
    (opinion,) = registers.rows(context(office), registers.ListState("opinion"))
    office.register.panel.walk("opinion", opinion.id)
    office.settle()
    office.click("edit")
    office.fill({"answer": "Sẽ đặt biển", "answered_by": "Trưởng Công an xã", "answered_on": "20/3/2022"})
    office.click("save")
    assert values(office)["answer"] == "Sẽ đặt biển"
    assert [found.type_code for found in registers.search(context(office), "dat bien")] == ["opinion"]
    office.click("panel.back")
    assert values(office)["topic"] == FORUM["topic"]


def test_an_hour_that_there_is_not_is_told_beside_its_field(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"begun_at": "25h", "held_on": "t"})
    form = office.register.panel.form
    assert form is not None and "There is no time 25:00" in form.boxes["begun_at"].note.text()


def test_minutes_are_saved_from_the_record(office: Office, tmp_path: Path) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill(FORUM)
    office.click("save")
    (first, *_) = office.find(QToolButton, "papers.record").menu().actions()
    assert first.objectName() == "paper.meeting_minutes"
    first.trigger()
    office.settle()
    office.type("purpose.choice", "Inspection and checks")
    office.settle()
    office.ask.target = tmp_path / "bien ban.pdf"
    office.click("paper.save.pdf")
    text = " ".join(page.text for page in read_pdf((tmp_path / "bien ban.pdf").read_bytes()).pages)
    assert "BIÊN BẢN" in text and "hồi 08 giờ 00 phút, ngày 12 tháng 3 năm 2022" in text and "Lò Thị Ánh" in text
    office.click("paper.back")
    assert values(office)["topic"] == FORUM["topic"]


def test_a_year_of_the_steering_committee(office: Office) -> None:
    office.go("committee")
    office.click("add", office.page)
    office.fill({"decision": "12/QĐ-UBND", "founded_on": "5/1/2021", "term_to": "31/12/2025"})
    office.click("save")
    committee = office.register.panel.place
    assert committee is not None and values(office)["name"].startswith("Ban Chỉ đạo phòng, chống tội phạm")
    office.click("add.committee_member")
    office.fill({"role": "Head of the committee", "name": "Hoàng Văn Lực", "office": "Chủ tịch xã", "served_from": "5/1/2021"})
    office.click("save")
    office.click("add.committee_meeting")
    office.fill({"held_on": "1/4/2022", "subject": "Sơ kết quý I", "attendees": "11", "conclusions": "Thống nhất"})
    office.click("save")
    (meeting,) = registers.rows(context(office), registers.ListState("committee_meeting"))
    office.register.panel.walk("committee_meeting", meeting.id)
    office.settle()
    office.click("add.committee_task")
    office.fill({"task": "Rà soát mô hình", "responsible": "Công an xã", "due_on": "30/4/2022"})
    office.click("save")
    (task,) = registers.rows(context(office), registers.ListState("committee_task"))
    saved = registers.open_record(context(office), "committee_task", task.id)
    assert (saved.texts["committee"], saved.texts["meeting"]) == (committee[1], meeting.id)
    office.click("panel.back")
    assert values(office)["founded_on"] == "05/01/2021"
    grid = office.find(Grid, "committee.glance")
    assert [line.texts for line in grid.grid.lines] == [
        ("Hoàng Văn Lực · Chủ tịch xã", "Head of the committee"),
        ("○  Rà soát mô hình · Công an xã", "due on 30/04/2022"),
    ]
    grid.setFocus()
    grid.selectRow(1)
    office.qtbot.keyClick(grid, Qt.Key.Key_Space)
    office.settle()
    assert grid.grid.lines[1].texts == ("✓  Rà soát mô hình · Công an xã", "done on 20/11/2022")
    office.qtbot.keyClick(grid, Qt.Key.Key_Return)
    office.settle()
    assert values(office)["done_on"] == "20/11/2022"
