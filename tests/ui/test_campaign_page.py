"""Ticking who signed, home with its search, and the frame on a small screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from app.services import campaigns, drafts, registers, roster
from app.services.context import Context
from app.ui.screens.campaign import CampaignPage
from app.ui.screens.report import ReportPage
from tests.ui.conftest import Office, begin_book, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


@pytest.fixture
def signing(office: Office) -> CampaignPage:
    office.go("campaign")
    office.click("begin")
    office.fill({"name": "Không tàng trữ vũ khí", "starts_on": "1/2/2022"})
    office.click("save")
    office.go("campaign")
    assert isinstance(office.page, CampaignPage)
    for name in ("Giàng A Sử", "Lò Thị Ánh; Mùa A Chu"):
        office.type("roster", name)
        office.press("roster", Qt.Key.Key_Return)
    return office.page


def progress(office: Office) -> str:
    return office.find(QLabel, "progress").text()


def keys(office: Office, signing: CampaignPage, typed: str) -> None:
    """Type into the list as it stands: letters, and " " for the space bar."""
    signing.ticks.setFocus()
    for letter in typed:
        if letter == " ":
            office.qtbot.keyClick(signing.ticks, Qt.Key.Key_Space)
        else:
            type_text(signing.ticks, letter)


def press(
    office: Office, signing: CampaignPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    office.qtbot.keyClick(signing.ticks, key, modifier)
    office.settle()


CTRL = Qt.KeyboardModifier.ControlModifier


def signed(office: Office) -> list[str]:
    """Who is recorded as a signer, in the database."""
    with context(office).store.reader() as reader:
        return [view.values["name"] for view in reader.window("commitment", order=("name", "asc"))]


def test_all_except_one_is_typed_and_saved_in_one_batch(office: Office, signing: CampaignPage) -> None:
    assert [tick.name for tick in signing.tick_model.shown] == ["Lò Thị Ánh", "Mùa A Chu", "Giàng A Sử"]
    signing.ticks.setFocus()
    press(office, signing, Qt.Key.Key_A, CTRL)
    keys(office, signing, "chu ")
    assert progress(office) == "Signed 2 of 3, 66 % · 2 not saved"
    assert signed(office) == []
    press(office, signing, Qt.Key.Key_S, CTRL)
    assert progress(office) == "Signed 2 of 3, 66 %"
    assert office.bar == "2 signatures were saved."
    assert office.find(QLabel, "whole").text() == "Whole commune: 2/198, 1 %"
    assert signed(office) == ["Lò Thị Ánh", "Giàng A Sử"]
    found = campaigns.campaigns(context(office))
    assert [line.signed for line in found] == [2]
    lines = campaigns.hamlets(context(office), found[0].id)
    assert [(line.name, line.signed, line.percent) for line in lines] == [("Bản Pa Te", 2, 2), ("Bản Tống Trong", 0, 0)]


def test_who_did_not_sign_leaves_no_trace(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    keys(office, signing, "chu ")
    press(office, signing, Qt.Key.Key_S, CTRL)
    with context(office).store.reader() as reader:
        assert reader.count("commitment", alive=False) == 0
        home = next(v for v in reader.window("household", order=("head", "asc")) if v.values["head"] == "Mùa A Chu")
        assert len(reader.history(home.id)) == 1


def test_letters_find_a_name_by_its_given_name_first(office: Office, signing: CampaignPage) -> None:
    keys(office, signing, "s")
    assert signing.ticks.currentIndex().row() == 2
    assert "Looking for “s”" in progress(office)
    office.qtbot.keyClick(signing.ticks, Qt.Key.Key_Escape)
    keys(office, signing, "muaac")
    assert signing.ticks.currentIndex().row() == 1
    keys(office, signing, "x")
    assert "No name here begins with “muaacx”" in progress(office)
    office.qtbot.keyClick(signing.ticks, Qt.Key.Key_Backspace)
    assert "Looking for “muaac”" in progress(office)
    office.qtbot.keyClick(signing.ticks, Qt.Key.Key_Escape)
    keys(office, signing, "ánh")
    assert signing.ticks.currentIndex().row() == 0


def test_a_saved_list_can_be_undone_whole(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    press(office, signing, Qt.Key.Key_S, CTRL)
    assert progress(office) == "Signed 3 of 3, 100 %"
    offer = signing.bars.bar
    assert offer is not None and offer.offer is not None
    office.qtbot.mouseClick(offer.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert progress(office) == "Signed 0 of 3, 0 %"
    assert signed(office) == []


def test_going_on_to_the_next_hamlet_saves(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    press(office, signing, Qt.Key.Key_Return, CTRL)
    assert signing.hamlets.currentIndex().row() == 1
    assert progress(office) == "Nobody is on this list yet"
    assert len(signed(office)) == 3
    office.type("roster", "Sùng A Páo")
    office.press("roster", Qt.Key.Key_Return)
    keys(office, signing, " ")
    office.go("home")
    assert len(signed(office)) == 4


def test_a_day_in_the_future_is_refused_and_the_ticks_wait(office: Office, signing: CampaignPage) -> None:
    before = office.dump()
    office.retype("signed_on", "21/11/2022")
    signing.ticks.selectRow(0)
    keys(office, signing, " ")
    press(office, signing, Qt.Key.Key_Return, CTRL)
    assert "still to come" in signing.day.note.text()
    assert office.dump() == before
    assert signing.hamlets.currentIndex().row() == 0
    assert progress(office) == "Signed 1 of 3, 33 % · one not saved"
    office.retype("signed_on", "20/11/2022")
    office.press("signed_on", Qt.Key.Key_Return)
    press(office, signing, Qt.Key.Key_S, CTRL)
    assert signed(office) == ["Lò Thị Ánh"]


def test_last_years_list_comes_ticked_to_be_checked(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    keys(office, signing, "chu ")
    press(office, signing, Qt.Key.Key_S, CTRL)
    office.click("add")
    office.fill({"name": "Đợt sau", "starts_on": "1/10/2022"})
    office.click("save")
    office.go("campaign")
    assert office.find(QComboBox, "campaign").currentText().startswith("Đợt sau")
    assert progress(office) == "Signed 0 of 3, 0 %"
    press(office, signing, Qt.Key.Key_D, CTRL)
    assert "2 who signed “Không tàng trữ vũ khí” are ticked" in office.bar
    assert progress(office) == "Signed 2 of 3, 66 % · 2 not saved"
    keys(office, signing, "su ")
    press(office, signing, Qt.Key.Key_S, CTRL)
    assert signed(office) == ["Lò Thị Ánh", "Lò Thị Ánh", "Giàng A Sử"]


def test_ticks_are_kept_until_they_are_saved(office: Office, signing: CampaignPage) -> None:
    keys(office, signing, "su ")
    signing.saving.keep_draft()
    office.settle()
    [kept] = [draft for draft in drafts.kept(context(office)) if draft.slot.startswith("ticks:")]
    draft = drafts.find(context(office), kept.slot)
    assert draft is not None and list(draft.texts.values()) == ["1"]
    press(office, signing, Qt.Key.Key_S, CTRL)
    assert drafts.find(context(office), kept.slot) is None


def test_ticks_kept_through_a_power_cut_come_back_or_are_thrown_away(office: Office, signing: CampaignPage) -> None:
    campaign = campaigns.campaigns(context(office))[0].id
    hamlet = signing.hamlet_model.lines[1].id
    homes = roster.add_households(context(office), hamlet, ["Sùng A Páo", "Vàng A Dê"])
    assert homes == 2
    tick = campaigns.ticks(context(office), campaign, hamlet)[0]
    drafts.keep(context(office), f"ticks:{campaign}:household:{hamlet}", {tick.key: "1"}, {})
    signing.hamlets.setFocus()
    office.qtbot.keyClick(signing.hamlets, Qt.Key.Key_Down)
    office.settle()
    assert "These ticks were kept at 09:30" in office.bar
    assert progress(office) == "Signed 1 of 2, 50 % · one not saved"
    bar = office.page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert progress(office) == "Signed 0 of 2, 0 %"
    office.go("home")
    office.go("campaign")
    assert office.bar == ""
    assert signed(office) == []


def test_people_and_establishments_have_lists_of_their_own(office: Office, signing: CampaignPage) -> None:
    office.click("add")
    office.fill(
        {"name": "Phòng cháy", "starts_on": "1/10/2022", "signers": "Households, people, and establishments, schools, clans"}
    )
    office.click("save")
    office.go("campaign")
    office.type("list", "Individual people")
    signing.head.kinds.activated.emit(1)
    office.settle()
    office.type("roster", "Lò Văn Thuận")
    office.press("roster", Qt.Key.Key_Return)
    assert progress(office) == "Signed 1 of 1, 100 % · one not saved"
    office.type("roster", "LÒ VĂN THUẬN")
    office.press("roster", Qt.Key.Key_Return)
    assert "not added again" in office.bar
    assert progress(office) == "Signed 1 of 1, 100 % · one not saved"
    office.type("list", "Establishments, schools, clans")
    signing.head.kinds.activated.emit(2)
    office.settle()
    office.type("roster", "Trường Mầm non Túc Đán")
    office.press("roster", Qt.Key.Key_Return)
    assert [line.name for line in signing.hamlet_model.lines] == ["Whole commune"]
    press(office, signing, Qt.Key.Key_A, CTRL)
    press(office, signing, Qt.Key.Key_S, CTRL)
    with context(office).store.reader() as reader:
        found = reader.window("commitment", order=("name", "asc"))
    assert {(v.values["name"], v.values["signer_kind"]) for v in found} == {
        ("Lò Văn Thuận", "person"),
        ("Trường Mầm non Túc Đán", "establishment"),
    }
    assert [v.values["establishment"] is not None for v in found if v.values["signer_kind"] == "establishment"] == [True]


def test_those_who_had_not_signed_are_counted_by_a_closed_list_only(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    keys(office, signing, "chu ")
    office.type("count.away", "1")
    press(office, signing, Qt.Key.Key_S, CTRL)
    place = signing.saving
    assert place.waiting == 0
    with context(office).store.reader() as reader:
        sheets = reader.window("signing_sheet", order=("campaign", "asc"))
    assert [(v.values["away"], v.values["moved"], v.values["not_reached"]) for v in sheets] == [(1, None, None)]
    office.click("sheet")
    assert office.main.code == "signing_sheet"
    assert office.register.panel.view is not None
    assert office.register.panel.view.values["away"] == "1"
    assert office.find(QAbstractButton, "attach.add").isVisible()


def test_what_two_laptops_recorded_counts_once_when_asked(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    press(office, signing, Qt.Key.Key_S, CTRL)
    ctx = context(office)
    with ctx.store.reader() as reader:
        first = reader.window("commitment", order=("name", "asc"))[0]
    with ctx.store.change(ctx.user.id, "ticks") as change:  # as it arrives from the other laptop
        change.create("commitment", {name: value for name, value in first.values.items() if value is not None})
    office.go("home")
    office.go("campaign")
    assert office.bar == "One signature was recorded on two laptops and counts twice."
    assert [line.signed for line in signing.hamlet_model.lines] == [4, 0]
    bar = office.page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert [line.signed for line in signing.hamlet_model.lines] == [3, 0]


def test_the_sheet_to_be_signed_is_one_key_away(office: Office, signing: CampaignPage) -> None:
    signing.ticks.setFocus()
    press(office, signing, Qt.Key.Key_P, CTRL)
    assert office.main.code == "paper"
    assert office.find(QLabel, "paper.title").text() == "Sheet to be signed"


def test_rows_of_a_sheet_are_pasted_onto_the_roster(office: Office, signing: CampaignPage) -> None:
    QGuiApplication.clipboard().setText("1\tSùng A Páo\t1984\t5\tXóm trên\n2\tCầm Thị Mai\t3/5/1991\t\tXóm dưới\n")
    roster = office.inner("roster")
    roster.setFocus()
    office.qtbot.keyClick(roster, Qt.Key.Key_V, CTRL)
    office.press("roster", Qt.Key.Key_Return)
    assert [(t.name, t.detail) for t in signing.tick_model.shown if t.detail] == [
        ("Cầm Thị Mai", "03/05/1991 · Xóm dưới"),
        ("Sùng A Páo", "1984 · Xóm trên"),
    ]
    with context(office).store.reader() as reader:
        assert next(v.values["members"] for v in reader.window("household", order=("members", "desc"))) == 5


def test_a_campaign_and_its_sheets_lead_to_the_list(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    press(office, signing, Qt.Key.Key_Return, CTRL)
    office.click("sheet")
    signing.hamlets.selectRow(0)
    office.click("campaign.open")
    assert office.main.code == "campaign"
    assert signing.hamlets.currentIndex().row() == 1
    office.click("go.campaign_list")
    office.register.table.selectRow(0)
    office.settle()
    assert office.find(QLabel, "campaign_progress.text").text() == "Households: 3 of 198, 1 %"
    office.click("campaign.open")
    assert office.main.code == "campaign"


def test_a_signature_opens_and_can_be_withdrawn(office: Office, signing: CampaignPage) -> None:
    press(office, signing, Qt.Key.Key_A, CTRL)
    press(office, signing, Qt.Key.Key_S, CTRL)
    signing.ticks.selectRow(1)
    press(office, signing, Qt.Key.Key_Return)
    assert office.main.code == "commitment"
    office.click("add.withdrawal")
    office.fill({"withdrawn_on": "19/11/2022"})
    office.click("save")
    office.go("campaign")
    assert progress(office) == "Signed 2 of 3, 66 %"
    keys(office, signing, "chu ")
    assert progress(office) == "Signed 2 of 3, 66 %"
    assert [line.signed for line in signing.hamlet_model.lines] == [2, 0]


def test_a_name_on_the_roster_is_not_added_twice(office: Office, signing: CampaignPage) -> None:
    office.type("roster", "Giàng A Sử")
    office.press("roster", Qt.Key.Key_Return)
    assert signing.tick_model.count == 3
    assert "not added again" in office.bar


def test_home_finds_in_every_book(office: Office) -> None:
    registers.save(context(office), "meeting", None, {"held_on": "12/3/2022", "topic": "Đức tính cán bộ", "attendees": "9"})
    office.go("home")
    assert office.page.search is not None
    office.qtbot.keyClicks(office.page.search, "duc tinh")
    office.settle()
    office.click("found.0")
    assert office.main.code == "meeting"
    assert office.register.panel.view is not None
    assert office.register.panel.view.values["topic"] == "Đức tính cán bộ"


def test_home_offers_the_next_step(office: Office) -> None:
    office.click("next_step")
    assert office.main.code == "meeting"
    assert office.register.panel.editing


def test_a_small_screen_folds_the_sidebar_and_gives_the_form_the_page(office: Office) -> None:
    office.main.resize(911, 485)
    office.go("meeting")
    assert office.main.sidebar.width() < 100
    assert office.register.lists.isVisible()
    office.click("add", office.page)
    assert not office.register.lists.isVisible()
    assert office.find(type(office.register.panel.form.save) if office.register.panel.form else QLabel, "save").isVisible()
    office.main.resize(1366, 728)
    office.settle()
    assert office.register.lists.isVisible()


def test_the_status_line_tells_what_is_saved_and_not_sent(office: Office) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"held_on": "t", "topic": "Giao thông", "attendees": "30"})
    office.click("save")
    assert office.main.saved_at.text() == "Saved 09:30"


def test_a_unit_above_is_sent_to_the_report(make_office: Callable[..., Office]) -> None:
    above = make_office("cấp trên")
    begin_book(above, name="Huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    above.start()
    above.log_in()
    assert not [tile for tile in above.page.findChildren(QAbstractButton) if tile.objectName() == "tile.commitment"]
    above.go("campaign")
    above.click("go.report")
    assert isinstance(above.page, ReportPage)
