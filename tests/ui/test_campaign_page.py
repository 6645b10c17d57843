"""Ticking who signed, home with its search, and the frame on a small screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.services import campaigns, registers
from app.services.context import Context
from app.ui.screens.campaign import CampaignPage
from app.ui.screens.report import ReportPage
from tests.ui.conftest import Office, begin_book

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


def test_households_are_added_and_ticked_by_keyboard(office: Office, signing: CampaignPage) -> None:
    assert [tick.head for tick in signing.tick_model.shown] == ["Lò Thị Ánh", "Mùa A Chu", "Giàng A Sử"]
    signing.ticks.setFocus()
    signing.ticks.selectRow(1)
    office.qtbot.keyClick(signing.ticks, Qt.Key.Key_Space)
    office.settle()
    assert progress(office) == "Signed 1 of 3 households, 33 %"
    found = campaigns.campaigns(context(office))
    assert [line.signed for line in found] == [1]
    hamlets = campaigns.hamlets(context(office), found[0].id)
    assert [(line.name, line.signed, line.percent) for line in hamlets] == [("Bản Pa Te", 1, 1), ("Bản Tống Trong", 0, 0)]
    office.qtbot.keyClick(signing.ticks, Qt.Key.Key_Space)
    office.settle()
    assert progress(office) == "Signed 0 of 3 households, 0 %"


def test_all_invert_and_undo(office: Office, signing: CampaignPage) -> None:
    office.click("all")
    assert progress(office) == "Signed 3 of 3 households, 100 %"
    office.click("invert")
    assert progress(office) == "Signed 0 of 3 households, 0 %"
    offer = signing.bars.bar
    assert offer is not None and offer.offer is not None
    office.qtbot.mouseClick(offer.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert progress(office) == "Signed 3 of 3 households, 100 %"


def test_a_day_in_the_future_is_refused_and_nothing_is_ticked(office: Office, signing: CampaignPage) -> None:
    before = office.dump()
    office.retype("signed_on", "21/11/2022")
    signing.ticks.setFocus()
    signing.ticks.selectRow(0)
    office.qtbot.keyClick(signing.ticks, Qt.Key.Key_Space)
    office.settle()
    assert "still to come" in signing.day.note.text()
    assert signing.tick_model.signed == 0
    assert office.dump() == before


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
