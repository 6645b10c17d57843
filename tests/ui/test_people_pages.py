"""People: a card at a form, roles that come together on one page, answers that can be taken back; disputes by place; terms."""

from pathlib import Path

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.services import people, registers
from app.services.context import Context
from app.ui.line_table import LineTable
from app.ui.screens.person import OnePersonPage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CARD = "015085004321|061234567|Giàng A Sử|03051985|Nam|Bản Pa Te, Xã Túc Đán, Trạm Tấu, Yên Bái|12032022"


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


def add(office: Office, code: str, **texts: str) -> str:
    return registers.save(context(office), code, None, texts).id


def read(office: Office, page: str, record: str) -> None:
    office.main.open(page, record)
    office.settle()


def text(office: Office, name: str) -> str:
    return office.find(QLabel, name).text()


@pytest.fixture
def team(office: Office) -> str:
    hamlet = registers.suggest(context(office), "hamlet", "pa te")[0].id
    return add(office, "group", name="Tổ hòa giải bản Pa Te", members="5", hamlet=hamlet)


def scan(office: Office, burst: str) -> None:
    office.type("scan", burst)
    office.press("scan", Qt.Key.Key_Return)


def test_a_scanner_fills_a_household_and_its_number_is_kept_nowhere(office: Office) -> None:
    office.go("household")
    office.click("add", office.page)
    office.qtbot.keyClick(office.inner("members"), Qt.Key.Key_F4)
    assert office.page.focusWidget().objectName() == "scan"
    scan(office, CARD)
    form = office.register.panel.form
    assert form is not None and office.register.panel.editing
    assert office.find(QLineEdit, "scan").text() == ""
    texts = form.texts()
    assert (texts["head"], texts["birth"]) == ("Giàng A Sử", "03/05/1985")
    assert texts["address"].startswith("Bản Pa Te")
    assert form.labels()["hamlet"] == "Bản Pa Te"
    office.click("save")
    assert office.rows()[0][:3] == ("Giàng A Sử", "Bản Pa Te", "03/05/1985")
    assert "015085004321" not in repr(office.dump())


def test_a_card_scanned_into_a_form_that_is_left_is_kept_as_a_draft_without_its_number(office: Office) -> None:
    office.go("person")
    office.click("add", office.page)
    office.type("scan", CARD)
    office.press("scan", Qt.Key.Key_Tab)
    office.click("cancel")
    with context(office).store.reader() as reader:
        kept = repr(reader.local_values("draft:"))
    assert "Giàng A Sử" in kept and "015085004321" not in kept
    office.click("add", office.page)
    office.click("save")
    assert office.register.panel.view is not None
    assert office.register.panel.view.values["id_last4"] == "4321"
    assert people.scan(context(office), "member", CARD).known == "Giàng A Sử"


def test_a_card_that_disagrees_is_told_and_filled_in(office: Office) -> None:
    office.go("person")
    office.click("add", office.page)
    scan(office, CARD.replace("015085", "015191"))
    assert "born in 1991" in text(office, "scan.note") and "same sex" in text(office, "scan.note")
    assert office.register.panel.form is not None
    assert office.register.panel.form.texts()["name"] == "Giàng A Sử"
    scan(office, "xin chào")
    assert "not the code of an ID card" in text(office, "scan.note")
    scan(office, CARD)
    assert text(office, "scan.note") == "Filled in from the card. Compare it before you save."


def test_a_card_scanned_before_ties_a_member_to_the_person(office: Office, team: str) -> None:
    office.go("person")
    office.click("add", office.page)
    scan(office, CARD)
    office.click("save")
    panel = office.register.panel
    assert panel.view is not None and panel.view.values["id_last4"] == "4321"
    read(office, "group", team)
    office.click("add.member")
    scan(office, CARD)
    assert "scanned before, for the page of Giàng A Sử" in text(office, "scan.note")
    office.click("save")
    office.main.open("member")
    office.settle()
    office.register.table.selectRow(0)
    office.settle()
    office.click("person.open")
    assert isinstance(office.page, OnePersonPage)
    assert office.page.title.text() == "Giàng A Sử"
    assert "Tổ hòa giải bản Pa Te" in office.find(QPushButton, "role.0").text()


def test_a_picture_of_the_code(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "the.png"
    segno.make(CARD).save(str(path), scale=6)
    office.ask.files = (path,)
    office.go("person")
    office.click("add", office.page)
    office.click("scan.picture")
    assert office.register.panel.form is not None
    assert office.register.panel.form.texts()["sex"] == "male"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("1984", "1984"), ("5.1984", "05/1984"), ("3-5-84", "03/05/1984"), ("31/4/1990", "31/4/1990"), ("00/00/1984", "1984")],
)
def test_a_birth_date_is_as_much_as_the_papers_say(office: Office, typed: str, shown: str) -> None:
    office.go("household")
    office.click("add", office.page)
    office.fill({"head": "Sùng", "hamlet": "@pa te", "birth": typed})
    office.click("save")
    assert office.rows()[0][2] == shown


def test_roles_come_together_and_apart_by_answers(office: Office, team: str) -> None:
    hamlet = registers.suggest(context(office), "hamlet", "pa te")[0].id
    member = add(office, "member", team=team, name="Giàng A Sử", birth="1985", joined_on="1/2/2021")
    household = add(office, "household", head="Giàng A Sử", hamlet=hamlet, birth="3/5/1985")
    award = add(
        office, "award", number="12/QĐ-UBND", decided_on="1/3/2022", authority="CHỦ TỊCH", place="Túc Đán", deed="Có thành tích"
    )
    awardee = add(office, "awardee", award=award, name="GIÀNG A SỬ")
    read(office, "member", member)
    assert "same year of birth" in " ".join(label.text() for label in office.page.findChildren(QLabel))
    office.click("same.0")
    office.click("different.0")
    assert not [b for b in office.page.findChildren(QPushButton, "same.0") if b.isVisible()]
    office.click("person.open")
    page = office.page
    assert isinstance(page, OnePersonPage) and page.part is not None and page.part.page is not None
    assert [line.type_code for line in page.part.page.lines] == ["member", "household"]
    assert "37 years old by the year" in text(office, "person.facts")
    office.click("untie.1")
    assert page.part.page is not None and [line.type_code for line in page.part.page.lines] == ["member"]
    office.click("role.0")
    assert office.main.code == "member"
    read(office, "household", household)
    office.click("same.0")
    office.click("person.untie")
    assert office.find(QPushButton, "person.start").isVisible()
    read(office, "awardee", awardee)
    assert not [b for b in office.page.findChildren(QPushButton, "same.1") if b.isVisible()]


def test_two_persons_are_joined_and_taken_apart(office: Office) -> None:
    one = add(office, "person", name="Giàng A Sử", birth="1985")
    other = add(office, "person", name="Giang A Su", phone="0912345678")
    read(office, "person", one)
    office.click("same.0")
    office.main.open("person")
    office.settle()
    assert [row[-1] for row in office.rows()] == ["Giàng A Sử", ""]
    read(office, "person_page", other)
    page = office.page
    assert isinstance(page, OnePersonPage) and page.part is not None and page.part.page is not None
    assert page.part.page.id == one
    office.click("part.0")
    assert page.part.page.aliases == ()
    office.click("person.edit")
    assert office.main.code == "person"


def test_an_awarded_collective_has_no_person(office: Office) -> None:
    award = add(
        office, "award", number="12/QĐ-UBND", decided_on="1/3/2022", authority="CHỦ TỊCH", place="Túc Đán", deed="Có thành tích"
    )
    read(office, "awardee", add(office, "awardee", award=award, name="Tổ an ninh", collective="1"))
    assert not [b for b in office.page.findChildren(QPushButton, "person.start") if b.isVisible()]


def test_a_dispute_shows_the_others_at_its_place(office: Office) -> None:
    hamlet = registers.suggest(context(office), "hamlet", "pa te")[0].id
    add(office, "dispute", received_on="1/2/2022", hamlet=hamlet, place="Mương nước", content="Tranh nhau nước")
    office.go("dispute")
    office.click("add", office.page)
    assert office.register.panel.form is not None and office.register.panel.form.texts()["number"] == "1"
    office.fill({"received_on": "5/3/2022", "hamlet": "@pa te", "place": "muong nuoc", "content": "Lại tranh nhau nước"})
    office.click("save")
    assert text(office, "same_place.heading") == "One more dispute at this place, 1 still being mediated"
    office.click("same_place.0")
    view = office.register.panel.view
    assert view is not None and view.values["content"] == "Tranh nhau nước"
    office.click("panel.back")
    office.click("page.dispute_places")
    assert office.find(LineTable, "places.table").lines() == [("Bản Pa Te", "muong nuoc", "2", "2")]
    table = office.find(LineTable, "places.disputes")
    table.setFocus()
    office.qtbot.keyClick(table, Qt.Key.Key_Return)
    office.settle()
    assert office.main.code == "dispute"


def test_mediators_and_follow_ups_belong_to_a_dispute(office: Office) -> None:
    read(office, "dispute", add(office, "dispute", received_on="1/2/2022", place="Chợ", content="Tranh nhau chỗ bán hàng"))
    office.click("add.mediator")
    office.fill({"name": "Lò Thị Ánh"})
    office.click("save")
    office.click("add.follow_up")
    form = office.register.panel.form
    assert form is not None and form.texts()["due_on"] == "20/12/2022"
    office.fill({"looked_on": "t", "state": "Still tense"})
    office.click("save")
    tables = [table for table in office.register.panel.findChildren(type(office.register.table)) if table.isVisible()]
    assert [table.rows.rowCount() for table in tables] == [1, 1]


def test_what_is_over_is_deleted_for_good_after_one_question(office: Office) -> None:
    office.go("reintegration")
    assert "No offence is recorded" in text(office, "why")
    gone = add(office, "reintegration", name="Mùa A Chu", began_on="5/3/2014", ended_on="5/3/2016", outcome="progress")
    still = add(office, "reintegration", name="Sùng", began_on="5/3/2014")
    office.click("page.retention")
    table = office.find(LineTable, "retention.table")
    assert [line[1] for line in table.lines()] == ["Sùng", "Mùa A Chu"]
    assert not office.find(QPushButton, "retention.delete").isEnabled()
    table.selectAll()
    office.settle()
    office.ask.agree = False
    office.click("retention.delete")
    assert len(table.lines()) == 2
    office.ask.agree = True
    office.click("retention.delete")
    assert office.ask.asked[-1] == "Delete this record, its visits and its history for good? Nothing brings it back."
    assert [line[1] for line in table.lines()] == ["Sùng"]
    assert office.bar == "One record was deleted for good."
    assert "1 deleted, confirmed by Vũ Đức Hạnh" in text(office, "retention.past")
    content = repr(office.dump())
    assert gone not in content.replace(f"'{gone}'", "") or "Mùa A Chu" not in content
    assert still in content


def test_the_number_of_people_of_standing_is_offered(office: Office) -> None:
    for name in ("Sùng", "Giàng A Sử"):
        add(office, "trusted_person", name=name)
    office.go("trusted_count")
    office.click("add", office.page)
    form = office.register.panel.form
    assert form is not None and (form.texts()["year"], form.texts()["people"]) == ("2022", "2")
    office.click("save")
    assert office.rows() == [("2022", "2")]


def test_contributions_belong_to_a_person_of_standing(office: Office) -> None:
    read(office, "trusted_person", add(office, "trusted_person", name="Giàng A Sử", recognised_on="5/3/2021"))
    view = office.register.panel.view
    assert view is not None and view.values["review_on"] == "05/03/2023"
    office.click("add.contribution")
    office.fill({"happened_on": "t", "kind": "Winning people over", "note": "Vận động giao nộp súng tự chế"})
    office.click("save")
    assert office.find(type(office.register.table), "", office.register.panel).rows.rowCount() == 1


def test_the_mediation_team_of_the_hamlet_is_added_without_typing(office: Office, team: str) -> None:
    hamlet = registers.suggest(context(office), "hamlet", "pa te")[0].id
    mediation = add(office, "group", name="Tổ hòa giải số 2", kind="mediation", members="3", hamlet=hamlet)
    for name in ("Lò Thị Ánh", "Giàng A Sử"):
        add(office, "member", team=mediation, name=name)
    add(office, "member", team=mediation, name="Mùa A Chu", joined_on="1/1/2020", left_on="1/1/2021")
    add(office, "member", team=team, name="Sùng")
    read(office, "dispute", add(office, "dispute", received_on="1/2/2022", hamlet=hamlet, place="Chợ", content="Tranh chỗ"))
    buttons = [b.text() for b in office.page.findChildren(QPushButton) if b.objectName().startswith("mediators.") and b.isVisible()]
    assert buttons == ["Lò Thị Ánh", "Giàng A Sử"]
    office.click("mediators.0")
    buttons = [b.text() for b in office.page.findChildren(QPushButton) if b.objectName().startswith("mediators.") and b.isVisible()]
    assert buttons == ["Giàng A Sử"]
    table = next(t for t in office.register.panel.findChildren(type(office.register.table)) if t.isVisible())
    assert table.rows.rowCount() == 1
