"""Every register: add, read, edit, see the history, delete, undo, delete again, restore; all by typing."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@dataclass(frozen=True)
class Case:
    """What is typed into a new record, what is changed, and a text its row then shows."""

    page: str
    texts: dict[str, str]
    change: tuple[str, str]
    shows: str
    hidden: bool = field(default=False)


CASES = (
    Case(
        "meeting",
        {"held_on": "12/3/22", "hamlet": "@pa te", "form": "Propaganda meeting", "topic": "Phòng cháy", "attendees": "86"},
        ("attendees", "1250"),
        "1.250",
    ),
    Case("campaign_list", {"name": "Không đốt pháo", "starts_on": "1/2/22"}, ("name", "Cấm đốt pháo"), "Cấm đốt pháo", True),
    Case("tip_off", {"received_at": "14h05 12/3/2022", "content": "Có người lạ"}, ("valuable", "Valuable"), "Valuable"),
    Case("model", {"name": "Camera an ninh"}, ("name", "Tiếng kẻng an ninh"), "Tiếng kẻng an ninh"),
    Case("group", {"name": "Tổ hòa giải bản Pa Te", "members": "7", "kind": "Mediation team"}, ("members", "9"), "9"),
    Case("board", {"place": "Nhà văn hóa", "installed_on": "5-3-2022"}, ("number_shown", "0912345678"), "0912"),
    Case(
        "award",
        {"number": "12/QĐ-UBND", "decided_on": "15/11/2022", "authority": "CHỦ TỊCH", "place": "Túc Đán", "deed": "Có thành tích"},
        ("deed", "Có thành tích xuất sắc"),
        "Có thành tích xuất sắc",
    ),
    Case("hamlet", {"name": "Bản Hát Lừu", "households": "64"}, ("residents", "312"), "312"),
    Case("household", {"head": "Giàng A Sử", "hamlet": "@tong trong"}, ("members", "5"), "5"),
    Case("outreach", {"held_on": "5/3/2022", "topic": "Phòng cháy rừng", "count": "3"}, ("count", "12"), "12"),
    Case(
        "dispute",
        {"received_on": "5/3/2022", "place": "Mương nước", "content": "Tranh nhau nước"},
        ("content", "Bờ ruộng bị lở"),
        "Bờ ruộng bị lở",
    ),
    Case(
        "reintegration",
        {"name": "Mùa A Chu", "began_on": "5/3/2021", "keep_until": "31/12/2026"},
        ("helper", "Hội Nông dân"),
        "Hội Nông dân",
    ),
    Case("person", {"name": "Giàng A Sử", "birth": "1985"}, ("phone", "0912345678"), "0912"),
    Case("trusted_person", {"name": "Giàng A Sử", "hamlet": "@pa te"}, ("phone", "0912345678"), "0912"),
    Case("trusted_count", {"year": "2022", "people": "14"}, ("people", "15"), "15"),
    Case("key_area", {"area": "Khu chợ", "hamlet": "@pa te", "decided_on": "1/2/2021"}, ("reason", "Theft"), "Theft"),
    Case("hot_spot", {"arisen_on": "1/2/2022", "place": "Khu nương"}, ("matter", "Land and compensation"), "Land and compensation"),
    Case("mass_complaint", {"arisen_on": "1/2/2022", "place": "Trụ sở xã"}, ("people", "35"), "35"),
    Case("hand_in", {"handed_on": "1/2/2022", "kind": "Fireworks", "grams": "2500"}, ("grams", "3500"), "3.500"),
    Case("safety", {"year": "2021", "hamlet": "@pa te"}, ("result", "Not safe"), "Not safe"),
    Case("plan", {"issued_on": "5/1/2022", "number": "5/KH-UBND", "title": "Bảo đảm Tết"}, ("kind", "Programme"), "Programme"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.page)
def test_a_record_lives_deletes_and_comes_back(office: Office, case: Case) -> None:
    open_page(office, case)
    before = office.register.model.rowCount()
    office.click("add", office.page)
    office.fill(case.texts)
    office.click("save")
    assert office.register.model.rowCount() == before + 1
    panel = office.register.panel
    assert panel.view is not None
    typed = [name for name, text in case.texts.items() if text[:1] != "@"]
    assert all(panel.view.values[name] for name in typed)
    identity = panel.place
    assert identity is not None

    office.register.table.setFocus()
    office.qtbot.keyClick(office.register.table, Qt.Key.Key_F2)
    office.settle()
    office.fill(dict([case.change]))
    office.click("save")
    office.register.table.choose(identity[1])
    row = office.register.table.currentIndex().row()
    shown = office.rows()[row]
    assert any(case.shows in cell for cell in shown) or case.shows in panel.view.values[case.change[0]]

    office.click("show_history")
    assert "Recorded" in panel.view.history.text
    assert case.change[1].split()[0] in panel.view.history.text.replace(".", "") or case.shows in panel.view.history.text
    assert "Vũ Đức Hạnh" in panel.view.history.text

    office.register.table.setFocus()
    office.qtbot.keyClick(office.register.table, Qt.Key.Key_Delete)
    office.settle()
    assert office.register.model.rowCount() == before
    assert office.bar == "The record was deleted."
    offer = office.page.bars.bar
    assert offer is not None and offer.offer is not None
    office.qtbot.mouseClick(offer.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert office.register.model.rowCount() == before + 1

    office.register.panel.read(*identity)
    office.settle()
    office.click("delete")
    office.click("bin")
    assert office.register.model.rowCount() == 1
    office.register.table.selectRow(0)
    office.settle()
    office.click("restore")
    assert office.register.model.rowCount() == 0
    office.click("bin")
    assert office.register.model.rowCount() == before + 1


def test_records_that_belong_to_another(office: Office) -> None:
    add(office, "award", CASES[6].texts)
    office.click("add.awardee")
    office.fill({"name": "Lò Thị Ánh", "collective": "No", "amount": "500.000"})
    office.click("save")
    office.settle()
    office.click("add.awardee")
    office.fill({"name": "Giàng A Sử", "collective": "No"})
    office.click("save")
    assert office.register.panel.place is not None and office.register.panel.place[0] == "award"
    table = office.find(type(office.register.table), "", office.register.panel)
    names = [table.rows.data(table.rows.index(row, 0)) for row in range(table.rows.rowCount())]
    assert names == ["Lò Thị Ánh", "Giàng A Sử"]


def test_a_model_its_site_and_the_sites_review(office: Office) -> None:
    add(office, "model", CASES[3].texts)
    office.click("add.model_site")
    office.fill({"place": "Trung tâm xã", "founded_on": "3/4/2022"})
    office.click("save")
    table = office.find(type(office.register.table), "", office.register.panel)
    table.setFocus()
    table.selectRow(0)
    office.qtbot.keyClick(table, Qt.Key.Key_Return)
    office.settle()
    assert office.register.panel.title.text() == "Camera an ninh · Trung tâm xã"
    office.click("add.model_review")
    office.fill({"reviewed_on": "10/10/2022", "rating": "Ineffective"})
    office.click("save")
    office.click("panel.back")
    assert office.register.panel.title.text() == "Camera an ninh"


def test_a_case_cleared_belongs_to_its_tip_off(office: Office) -> None:
    add(office, "tip_off", CASES[2].texts)
    office.click("add.solved_case")
    office.fill({"cleared_on": "20/3/2022", "violators": "2"})
    office.click("save")
    table = office.find(type(office.register.table), "", office.register.panel)
    assert table.rows.rowCount() == 1


def test_members_and_patrols_belong_to_their_group(office: Office) -> None:
    add(office, "group", CASES[4].texts)
    office.click("add.member")
    office.fill({"name": "Lò Thị Ánh", "role": "Head"})
    office.click("save")
    office.click("add.activity")
    office.fill({"held_on": "20/3/2022", "count": "8"})
    office.click("save")
    panel = office.register.panel
    assert panel.place is not None and panel.place[0] == "group"
    tables = [table for table in panel.findChildren(type(office.register.table)) if table.isVisible()]
    assert [table.rows.rowCount() for table in tables] == [1, 1]


def test_a_task_belongs_to_its_plan_and_a_visit_to_whom_it_was_paid(office: Office) -> None:
    add(office, "plan", {"issued_on": "5/1/2022", "title": "Bảo đảm Tết"})
    office.click("add.plan_task")
    office.fill({"task": "Tuần tra đêm giao thừa", "due_on": "31/1/2022"})
    office.click("save")
    assert office.find(type(office.register.table), "", office.register.panel).rows.rowCount() == 1
    add(office, "reintegration", {"name": "Mùa A Chu", "began_on": "5/3/2021", "keep_until": "31/12/2026"})
    office.click("add.visit")
    office.fill({"visited_on": "5/3/2022"})
    office.click("save")
    assert office.find(type(office.register.table), "", office.register.panel).rows.rowCount() == 1


def test_save_and_add_another_keeps_the_form_open(office: Office) -> None:
    office.go("household")
    office.click("add", office.page)
    office.fill({"head": "Giàng A Sử", "hamlet": "@pa te"})
    office.qtbot.keyClick(office.inner("head"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert office.register.panel.editing
    assert office.register.model.rowCount() == 1
    office.fill({"head": "Mùa A Chu", "hamlet": "@pa te"})
    office.click("save")
    assert office.register.model.rowCount() == 2


def open_page(office: Office, case: Case) -> None:
    if case.hidden:
        office.main.open(case.page)
        office.settle()
    else:
        office.go(case.page)


def add(office: Office, page: str, texts: dict[str, str]) -> None:
    office.go(page)
    office.click("add", office.page)
    office.fill(texts)
    office.click("save")


def test_the_history_comes_into_sight(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"held_on": "12/3/2022", "topic": "Phòng cháy, chữa cháy", "attendees": "86"})
    office.click("save")
    office.main.resize(1366, 500)
    office.settle()
    office.click("show_history")
    office.settle()
    view = office.register.panel.view
    assert view is not None
    top = view.history.mapTo(view.area.viewport(), view.history.rect().topLeft()).y()
    assert 0 <= top < view.area.viewport().height() - view.history.height() + 2
