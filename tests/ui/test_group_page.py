"""A group through the real window: its members, its patrols, its own kind, its dissolution, its papers."""

import pytest
from PySide6.QtWidgets import QLabel

from app.documents.official.model import Paper, Table
from app.services import groups, papers, registers
from app.services.context import Context
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TEAM = "Tổ an ninh nhân dân bản Pa Te"


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


@pytest.fixture
def team(office: Office) -> str:
    ctx = context(office)
    record = registers.save(ctx, "group", None, {"kind": "people_security", "name": TEAM, "members": "3"}).id
    for name, role in (("Lò Thị Ánh", "member"), ("Giàng A Sử", "head")):
        registers.save(ctx, "member", None, {"team": record, "name": name, "role": role, "joined_on": "1/3/2021"})
    for day, count in (("30/6/2022", "9"), ("31/7/2022", "4"), ("30/6/2021", "7")):
        registers.save(ctx, "activity", None, {"team": record, "held_on": day, "kind": "patrol", "count": count})
    return record


def test_a_group_tells_how_complete_its_list_is_and_what_it_patrolled(office: Office, team: str) -> None:
    office.go("group")
    office.main.open("group", team)
    office.settle()
    assert office.find(QLabel, "group_summary.list").text() == ("2 of 3 members stand on the list; the number was given by hand.")
    assert office.find(QLabel, "group_summary.patrols").text() == ("Patrols in 2022: 13; in 2021: 7. (month 6: 9, month 7: 4)")


def test_a_kind_of_ones_own_is_typed_and_chosen(office: Office) -> None:
    office.go("group")
    office.click("page.team_kind")
    office.click("begin")
    office.fill({"name": "Tổ an ninh xã hội", "valid_from": "1/1/2020"})
    office.click("save")
    office.go("group")
    office.click("begin")
    office.fill({"kind": "Other self-managed group", "local_kind": "@an ninh xã hội", "name": "Tổ xóm chợ", "members": "5"})
    office.click("save")
    view = office.register.panel.view
    assert view is not None and view.values["local_kind"] == "Tổ an ninh xã hội"


def test_a_group_is_dissolved_by_a_decision(office: Office, team: str) -> None:
    office.go("group")
    office.main.open("group", team)
    office.settle()
    office.click("edit")
    office.fill({"ended_decision": "46/QĐ-UBND"})
    office.click("save")
    assert office.register.panel.editing, "a dissolution has its day"
    office.fill({"ended_on": "1/11/2022"})
    office.click("save")
    assert not office.register.panel.editing
    assert "2 members still stand on the list as serving" in office.bar
    office.click("group_summary.end")
    roll = groups.roll_of(context(office), team)
    assert [line.left_on for line in roll.left] == ["01/11/2022"] * 2 and not roll.serving
    assert roll.given == 3, "a group that ended keeps the number it had"


def test_the_list_of_members_has_the_head_first_and_says_who_is_missing(office: Office, team: str) -> None:
    made = papers.make(context(office), "group_members", team, type_code="group")
    assert made.names, "names leave only with a purpose"
    assert isinstance(made.content, Paper)
    table = next(block for block in made.content.blocks if isinstance(block, Table))
    assert [row.cells[1] for row in table.rows] == ["Giàng A Sử", "Lò Thị Ánh"]
    texts = [block.text for block in made.content.blocks if not isinstance(block, Table)]
    assert "Danh sách gồm 2 thành viên đang tham gia, trong tổng số 3 thành viên của tổ." in texts


def test_patrols_by_month_add_up(office: Office, team: str) -> None:
    made = papers.make(context(office), "group_patrols", registers.ListState("group"))
    assert isinstance(made.content, Paper) and not made.names
    (table,) = made.content.blocks
    assert isinstance(table, Table)
    assert table.rows[0].cells[1:9] == (TEAM, "", "", "", "", "", 9, 4)
    assert table.rows[-1].cells[-1] == 13
