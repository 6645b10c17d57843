"""Logging in: wrong passwords, waiting, two windows on one book, changing over to another officer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.core.crash import not_yet_offered, record_crash
from app.ui.application import first_size
from app.ui.bars import BarArea
from app.ui.login import LoginWindow
from app.ui.main_window import MainWindow
from tests.ui.conftest import Office, begin_book

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def at_login(make_office: Callable[..., Office]) -> Office:
    office = make_office()
    begin_book(office)
    office.start()
    return office


def login(office: Office) -> LoginWindow:
    assert isinstance(office.window, LoginWindow)
    return office.window


def test_the_only_officer_types_only_the_password(at_login: Office) -> None:
    assert login(at_login).name.currentText() == "hanh"
    at_login.log_in()
    assert isinstance(at_login.window, MainWindow)


def test_a_wrong_password_is_said_plainly_and_slower_after_five(at_login: Office) -> None:
    for _ in range(5):
        at_login.log_in("sai")
        assert "is not right" in login(at_login).bars.text
        assert login(at_login).password.text() == ""
    at_login.log_in("sai")
    assert "too many times" in login(at_login).bars.text
    assert not login(at_login).go.isEnabled()
    at_login.clock.advance(timedelta(minutes=20))
    for _ in range(5):
        login(at_login)._wait.timeout.emit()
    at_login.log_in()
    assert isinstance(at_login.window, MainWindow)


def test_a_second_window_is_told_who_has_the_book_open(office: Office, make_office: Callable[..., Office]) -> None:
    before = office.dump()
    second = make_office()
    second.start()
    second.log_in()
    assert "already open" in login(second).bars.text
    assert "09:30" in login(second).bars.text
    assert office.dump() == before


def test_locking_asks_who_is_working(office: Office, qapp: QApplication) -> None:
    with office.qtbot.assertNotEmitted(qapp.lastWindowClosed):
        office.click("lock", office.main.sidebar)
    assert isinstance(office.window, LoginWindow)
    office.log_in()
    assert isinstance(office.window, MainWindow)


def test_a_forgotten_password_is_set_anew_by_the_recovery_code(make_office: Callable[..., Office]) -> None:
    office = make_office()
    code = begin_book(office)
    office.start()
    office.click("forgot")
    office.type("recovery.code", "0000-" + code[5:])
    office.type("recovery.password", "mot mat khau moi")
    office.type("recovery.again", "mot mat khau moi")
    office.click("recovery.go")
    assert "nine groups" in office.find(BarArea, "").text
    office.retype("recovery.code", code.lower())
    office.click("recovery.go")
    office.log_in("mot mat khau moi")
    assert isinstance(office.window, MainWindow)


def test_a_bug_is_told_on_the_page_and_not_offered_again(office: Office) -> None:
    office.program.crashed(record_crash(ValueError("a secret"), office.folder))
    office.qtbot.waitUntil(lambda: "made a mistake" in office.bar)
    assert not not_yet_offered(office.folder)


def test_the_first_window_is_no_larger_than_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "windows")
    assert first_size(QSize(911, 485)) == QSize(911, 485)
    assert first_size(QSize(1920, 1040)) == QSize(1366, 728)


def test_the_wait_is_counted_down_and_then_over(at_login: Office) -> None:
    window = login(at_login)
    for _ in range(6):
        at_login.log_in("sai")
    first = window.bars.text
    assert window.go.text() == "Wait 5 s" and "Wait 5 seconds" in first
    window._wait.timeout.emit()
    assert window.go.text() == "Wait 4 s" and "Wait 4 seconds" in window.bars.text
    window.name.setEditText("another officer")
    assert window.go.isEnabled() and window.go.text() == "Log in" and not window.bars.text
    window.name.setEditText("hanh")
    assert window.go.text() == "Wait 4 s"
    at_login.clock.advance(timedelta(seconds=30))
    for _ in range(4):
        window._wait.timeout.emit()
    assert window.go.text() == "Log in" and window.go.isEnabled()
    assert not window.bars.text
    at_login.log_in()
    assert isinstance(at_login.window, MainWindow)
