"""A tip-off as officers work with it: recorded, passed on, and who told sealed behind a code; all by typing."""

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app.services import informants, officers
from app.ui.parts.informant import InformantPart
from app.ui.parts.informant_shown import ShownIdentity
from app.ui.parts.tip_off_clocks import TipOffClocks
from app.ui.screens.settings import SettingsPage
from tests.ui.conftest import CHEAP, PASSWORD, Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAME, PHONE = "Thào Mí Vừ Sừng", "0912 777 333"
LAN = "mật khẩu của Lan"
WHY = "Báo kết quả"


@pytest.fixture
def tips(office: Office) -> Office:
    office.go("tip_off")
    return office


def record(office: Office, **texts: str) -> None:
    office.click("add", office.page)
    office.fill({"content": "Có người lạ chở gỗ"} | texts)
    office.click("save")


def part(office: Office) -> InformantPart:
    return office.find(InformantPart, "informant")


def said(office: Office) -> str:
    return office.find(QLabel, "informant.state").text()


def visible(office: Office, name: str) -> bool:
    return any(widget.isVisible() for widget in office.page.findChildren(QWidget, name))


def with_keepers(office: Office) -> None:
    """Lan works here too, and both are keepers; how that is typed is asked of one test only."""
    assert office.program.session is not None
    ctx, random = office.program.session.context, office.program.session.randomness
    texts = {"name": "Hà Thị Lan", "login": "lan", "role": "officer"}
    officers.add(ctx, texts, LAN, cost=CHEAP, randomness=random)
    for line in informants.keepers(ctx):
        informants.appoint(ctx, line.recipient, PASSWORD, randomness=random)


def add_keepers(office: Office) -> None:
    """Lan works here too; the commander appoints both, each time with the password."""
    office.go("settings")
    office.click("settings.tab.1")
    office.fill({"officer.name": "Hà Thị Lan", "officer.login": "lan", "first.password": LAN, "first.again": LAN})
    office.click("officer.add")
    page = cast(SettingsPage, office.page)
    office.click(f"settings.tab.{page.tabs.stack.indexOf(page.keepers)}")
    for _ in range(2):
        names = sorted(each.objectName() for each in page.findChildren(QPushButton) if each.objectName()[:14] == "keeper.appoint")
        office.click(names[0])
        office.type("keeper.password", PASSWORD)
        office.press("keeper.password", Qt.Key.Key_Return)
        assert "is a keeper of sealed identities now" in office.bar


def as_lan(office: Office) -> None:
    """Lan logs in and reads the same record."""
    place = office.register.panel.place
    assert place is not None
    office.program.lock()
    office.settle()
    office.log_in(LAN, "lan")
    office.go("tip_off")
    office.register.panel.read(*place)
    office.settle()


def seal(office: Office) -> None:
    office.click("informant.begin")
    office.fill({"informant.name": NAME, "informant.contact": PHONE})
    office.press("informant.note", Qt.Key.Key_Return)


def test_a_new_tip_off_needs_only_its_words(tips: Office) -> None:
    tips.click("add", tips.page)
    assert tips.window.focusWidget() is tips.inner("content")
    tips.type("content", "Có người lạ chở gỗ")
    tips.click("save")
    view = tips.register.panel.view
    assert view is not None
    shown = ("received_at", "number", "receiver", "channel")
    assert [view.values[name] for name in shown] == ["09:30 20/11/2022", "1", "Vũ Đức Hạnh", "In person"]


def test_the_clocks_stand_in_the_record_and_passing_on_stops_them(tips: Office) -> None:
    record(tips, kind="Report of a crime", received_at="13:00 19/11/2022")
    clocks = tips.find(TipOffClocks, "clocks")
    assert clocks.texts[0] == "3 h 30 min left to pass it on, until 13:00 20/11/2022."
    tips.clock.advance(timedelta(minutes=10))
    clocks.refresh()
    tips.settle()
    assert clocks.texts[0].startswith("3 h 20 min")
    tips.click("pass_on.begin")
    tips.press("pass_on.slip", Qt.Key.Key_Return)
    assert "Write to which body" in clocks.body.note.text()
    tips.fill({"pass_on.body": "Cơ quan CSĐT", "pass_on.slip": "03/PC"})
    tips.press("pass_on.slip", Qt.Key.Key_Return)
    view = tips.register.panel.view
    assert view is not None
    assert view.values["passed_to"] == "Cơ quan CSĐT" and view.values["passed_at"] == "09:40 20/11/2022"
    assert view.values["outcome"] == "Passed to the investigating body"
    assert tips.find(TipOffClocks, "clocks").texts[0] == "Passed on 20 h 40 min after it was received."
    assert not visible(tips, "pass_on.begin")


def test_without_keepers_the_record_leads_to_where_they_are_appointed(tips: Office) -> None:
    record(tips)
    assert "at least two keepers" in said(tips) and not visible(tips, "informant.begin")
    tips.click("informant.appoint")
    page = cast(SettingsPage, tips.page)
    assert page.keepers.isVisible() and page.keepers.few.isVisible()


def test_who_told_is_sealed_by_typing_and_a_code_is_left(tips: Office) -> None:
    add_keepers(tips)
    tips.go("tip_off")
    record(tips)
    assert "Hà Thị Lan" in said(tips)
    seal(tips)
    assert said(tips).startswith("N-2022-001, sealed at 09:30 20/11/2022.")
    assert not visible(tips, "informant.begin") and not visible(tips, "informant.name")
    dump = repr(tips.dump())
    assert NAME not in dump and PHONE not in dump


def test_a_keeper_opens_it_for_a_minute_with_password_and_reason(tips: Office) -> None:
    with_keepers(tips)
    record(tips)
    seal(tips)
    as_lan(tips)
    tips.click("informant.open")
    tips.click("informant.show")
    assert part(tips).reason.wrong and part(tips).password.wrong
    tips.type("informant.reason", WHY)
    tips.type("informant.password", PASSWORD)
    tips.press("informant.password", Qt.Key.Key_Return)
    assert part(tips).password.wrong and not part(tips).password.text
    tips.type("informant.password", LAN)
    tips.press("informant.password", Qt.Key.Key_Return)
    shown = part(tips).findChild(ShownIdentity)
    assert shown is not None and shown.isVisible()
    assert shown.values["name"].text() == NAME and shown.values["contact"].text() == PHONE
    flags = shown.values["name"].textInteractionFlags()
    assert not flags & (Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    assert shown.left == 60
    for _ in range(60):
        shown._count()  # a minute is not waited for
    assert shown.isHidden() and not shown.values["name"].text()
    tips.program.lock()
    tips.settle()
    tips.log_in()
    tips.go("settings")
    page = cast(SettingsPage, tips.page)
    page.tabs.show_part(page.tabs.stack.indexOf(page.keepers))
    texts = [each.text() for each in page.keepers.opened_card.findChildren(QLabel)]
    assert "09:30 20/11/2022, Hà Thị Lan, N-2022-001: Identity read. Báo kết quả" in texts


def test_walking_away_forgets_what_was_typed_and_shown(tips: Office) -> None:
    with_keepers(tips)
    record(tips)
    tips.click("informant.begin")
    tips.type("informant.name", NAME)
    left = part(tips)
    tips.go("meeting")
    assert not left.fields["name"].text
    assert NAME not in repr(tips.dump())


def test_a_text_that_names_who_told_is_said_when_it_is_sealed_and_when_it_is_compared(tips: Office) -> None:
    with_keepers(tips)
    record(tips, content=f"Ông {NAME} thấy hai người lạ")
    seal(tips)
    assert "Content of this tip-off names who told" in part(tips).bars.text
    tips.click("informant.open")
    tips.fill({"informant.reason": "Trước khi chuyển", "informant.password": PASSWORD})
    tips.click("informant.compare")
    assert "Content of this tip-off names who told" in part(tips).bars.text
    assert not part(tips).shown.values["name"].text()


def test_a_keeper_writes_it_anew(tips: Office) -> None:
    with_keepers(tips)
    record(tips)
    seal(tips)
    tips.click("informant.open")
    tips.fill({"informant.reason": WHY, "informant.password": PASSWORD})
    tips.click("informant.show")
    tips.click("informant.mend")
    QApplication.clipboard().setText("trước đó")
    line = part(tips).fields["name"].line
    line.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        tips.qtbot.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "trước đó" and line.text() == NAME
    tips.fill({"informant.contact": "0988 111 222", "informant.reason": "Số mới", "informant.password": PASSWORD})
    tips.click("informant.seal")
    tips.click("informant.open")
    tips.fill({"informant.reason": WHY, "informant.password": PASSWORD})
    tips.click("informant.show")
    assert part(tips).shown.values["contact"].text() == "0988 111 222"
    assert part(tips).shown.values["name"].text() == NAME


def test_after_a_change_of_keepers_one_of_them_seals_anew(tips: Office) -> None:
    with_keepers(tips)
    record(tips)
    seal(tips)
    tips.go("settings")
    page = cast(SettingsPage, tips.page)
    page.tabs.show_part(page.tabs.stack.indexOf(page.keepers))
    names = [each.objectName() for each in page.findChildren(QPushButton) if each.objectName()[:10] == "keeper.end"]
    assert len(names) == 2
    tips.click(names[0])
    assert page.keepers.stale_card.isVisible() and page.keepers.few.isVisible()
    name = next(each.objectName() for each in page.findChildren(QPushButton) if each.objectName()[:14] == "keeper.appoint")
    tips.click(name)
    tips.type("keeper.password", "sai rồi")
    tips.click("keeper.sign")
    assert page.keepers.password.wrong
    tips.type("keeper.password", PASSWORD)
    tips.click("keeper.sign")
    if visible(tips, "reseal.password"):
        tips.type("reseal.password", PASSWORD)
        tips.press("reseal.password", Qt.Key.Key_Return)
        assert page.keepers.stale_card.isHidden() and "today's keepers" in tips.bar
