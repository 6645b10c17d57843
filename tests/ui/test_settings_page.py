"""The unit's own data and its officers, typed as the commander does."""

from typing import cast

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.ui.screens.settings import SettingsPage
from tests.ui.conftest import LOGIN, PASSWORD, Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NEW = "mật khẩu của Lan"


@pytest.fixture
def settings(office: Office) -> Office:
    office.go("settings")
    return office


def officers(office: Office) -> SettingsPage:
    office.click("settings.tab.1")
    return cast(SettingsPage, office.page)


def add_lan(office: Office, password: str = NEW, again: str = NEW, login: str = "lan") -> None:
    office.fill({"officer.name": "Hà Thị Lan", "officer.login": login, "first.password": password, "first.again": again})
    office.click("officer.add")


def test_the_units_papers_are_named_anew(settings: Office) -> None:
    settings.retype("place", "Trạm Tấu")
    settings.click("save")
    assert "Saved" in settings.bar
    settings.go("home")
    settings.go("settings")
    assert cast(QLineEdit, settings.inner("place")).text() == "Trạm Tấu"
    assert not settings.inner("code").isEnabled()


def test_a_required_name_left_empty_is_told_beside_it(settings: Office) -> None:
    before = settings.dump()
    settings.retype("name", "")
    settings.click("save")
    assert settings.find(QLabel, "name.note").text()
    assert settings.dump() == before


def test_police_as_signing_authority_is_saved_with_a_warning(settings: Office) -> None:
    settings.retype("authority", "TRƯỞNG CÔNG AN XÃ TÚC ĐÁN")
    settings.click("save")
    assert "People's Committee signs" in settings.bar


def test_a_new_officer_logs_in_and_may_not_add_others(settings: Office) -> None:
    officers(settings)
    add_lan(settings)
    assert "Hà Thị Lan can log in" in settings.bar
    settings.program.lock()
    settings.settle()
    settings.log_in(NEW, "lan")
    assert settings.main.desk.context.user.name == "Hà Thị Lan"
    settings.go("settings")
    page = officers(settings)
    assert not page.officers.add_card.isVisible()


def test_what_is_wrong_with_a_new_officer_stands_beside_its_field(settings: Office) -> None:
    page = officers(settings)
    before = settings.dump()
    add_lan(settings, password="ngắn", again="ngắn")
    assert "at least 8" in page.officers.first.first.note.text()
    add_lan(settings, again="mật khẩu khác")
    assert "differ" in page.officers.first.again.note.text()
    add_lan(settings, login=LOGIN.upper())
    assert "already in use" in page.officers.fields["login"].note.text()
    assert settings.dump() == before


def test_the_commander_gives_a_new_password_and_takes_access_away(settings: Office) -> None:
    officers(settings)
    add_lan(settings)
    # By given name Hạnh stands before Lan.
    place = 1
    settings.click(f"officer.password.{place}")
    settings.fill({"give.password": "mật khẩu thứ hai", "give.again": "mật khẩu thứ hai"})
    settings.click("officer.give")
    assert "new password" in settings.bar
    settings.click(f"officer.take.{place}")
    assert "not be able to log in" in settings.ask.asked[-1]
    settings.program.lock()
    settings.settle()
    settings.log_in("mật khẩu thứ hai", "lan")
    assert "not right" in settings.window.bars.text  # type: ignore[attr-defined] # the login window


def test_a_name_keeps_to_one_line_in_a_narrow_window(settings: Office) -> None:
    settings.main.resize(911, 485)
    page = officers(settings)
    add_lan(settings)
    settings.settle()
    name = next(label for label in page.officers.findChildren(QLabel) if label.text() == "Hà Thị Lan" and label.isVisible())
    assert name.height() < 2 * name.fontMetrics().height()
    last = settings.find(QPushButton, "officer.handover.1")
    assert last.mapTo(page, last.rect().topRight()).x() <= page.width()


def test_ones_own_password(settings: Office) -> None:
    page = officers(settings)
    settings.fill({"own.old": "không phải", "own.password": NEW, "own.again": NEW})
    settings.click("own.change")
    assert "not the password" in page.officers.old.note.text()
    settings.fill({"own.old": PASSWORD, "own.password": NEW, "own.again": NEW})
    settings.click("own.change")
    assert "Your password was changed" in settings.bar
    settings.program.lock()
    settings.settle()
    settings.log_in(NEW)
    assert settings.main.isVisible()
