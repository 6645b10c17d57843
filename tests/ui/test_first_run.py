"""The first start, typed step by step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.ui.first_run import FirstRun
from app.ui.main_window import MainWindow
from tests.documents.reading import read_pdf
from tests.ui.conftest import PASSWORD, Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def fresh(make_office: Callable[..., Office]) -> Office:
    office = make_office()
    office.start()
    return office


def first(office: Office) -> FirstRun:
    assert isinstance(office.window, FirstRun)
    return office.window


def test_a_station_is_set_up_by_typing(fresh: Office, tmp_path: Path) -> None:
    fresh.type("name", "Xã Túc Đán")
    fresh.click("next")
    assert first(fresh).fields["code"].text == "TUCDAN"
    assert first(fresh).fields["authority"].text == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"
    fresh.click("next")
    QGuiApplication.clipboard().setText("1\tBản Pa Te\t86\n2\tBản Hát Lừu\t1.064\n")
    first(fresh).hamlets.paste(QGuiApplication.clipboard().text())
    fresh.click("next")
    for name, text in {"officer_name": "Vũ Đức Hạnh", "login": "hanh", "password": PASSWORD, "password_again": PASSWORD}.items():
        fresh.type(name, text)
    fresh.click("next")
    code = first(fresh).recovery_code
    assert len(code.split("-")) == 9
    fresh.ask.target = tmp_path / "giấy của máy in.pdf"
    fresh.click("recovery.print")
    page = read_pdf(fresh.ask.target.read_bytes()).pages[0]
    assert (round(page.width), round(page.height)) == (210, 297)
    assert "Check that it can be read" in first(fresh).bars.text
    fresh.click("recovery.done")
    assert isinstance(fresh.window, MainWindow)
    fresh.go("hamlet")
    assert [row[:2] for row in fresh.rows()] == [("Bản Hát Lừu", "1.064"), ("Bản Pa Te", "86")]
    everything = b"".join(path.read_bytes() for path in fresh.folder.rglob("*") if path.is_file())
    for name in ("Hạnh", "Bản Pa Te", PASSWORD, code):
        assert name.encode() not in everything


def test_what_is_missing_is_said_beside_its_field(fresh: Office) -> None:
    fresh.click("next")
    assert first(fresh).fields["name"].note.text() == "Type the name of the unit."
    assert first(fresh).steps.currentIndex() == 0
    fresh.type("name", "Xã Túc Đán")
    fresh.retype("code", "Túc Đán")
    fresh.click("next")
    assert "capital letters" in first(fresh).fields["code"].note.text()


def test_the_police_do_not_sign_awards(fresh: Office) -> None:
    fresh.type("name", "Xã Túc Đán")
    fresh.click("next")
    fresh.retype("authority", "TRƯỞNG CÔNG AN XÃ TÚC ĐÁN")
    fresh.click("next")
    assert "People's Committee" in first(fresh).bars.text
    assert first(fresh).steps.currentIndex() == 1
    fresh.click("next")
    assert first(fresh).steps.currentIndex() == 2


def test_two_different_passwords_are_not_taken(fresh: Office) -> None:
    fresh.type("name", "Xã Túc Đán")
    for _ in range(3):
        fresh.click("next")
    for name, text in {"officer_name": "Vũ Đức Hạnh", "login": "hanh", "password": PASSWORD, "password_again": "khac"}.items():
        fresh.type(name, text)
    fresh.click("next")
    assert first(fresh).fields["password_again"].note.text() == "The two passwords differ."
    assert not (fresh.folder / "keys.json").exists()


def test_a_folder_that_cannot_be_written_is_told(make_office: Callable[..., Office]) -> None:
    office = make_office()
    office.folder.parent.mkdir(parents=True, exist_ok=True)
    office.folder.write_text("a file where the folder should be")
    office.start()
    office.type("name", "Xã Túc Đán")
    for _ in range(3):
        office.click("next")
    for name, text in {"officer_name": "Vũ Đức Hạnh", "login": "hanh", "password": PASSWORD, "password_again": PASSWORD}.items():
        office.type(name, text)
    office.click("next")
    assert "cannot be written" in first(office).bars.text
    assert first(office).fields["login"].text == "hanh"


def test_enter_goes_on_and_the_cursor_stands_where_something_is_to_mend(fresh: Office) -> None:
    fresh.click("next")
    assert fresh.window.focusWidget() is first(fresh).fields["name"].line
    fresh.type("name", "Xã Bản Mù")
    fresh.press("name.input", Qt.Key.Key_Return)
    assert first(fresh).steps.currentIndex() == 1
    code = first(fresh).fields["code"]
    assert (code.text, code.wrong, code.note.text()) == ("BANMU", False, code._note)


def test_a_number_of_households_that_is_none_has_the_cursor(fresh: Office) -> None:
    fresh.type("name", "Xã Bản Mù")
    for _ in range(2):
        fresh.click("next")
    first(fresh).hamlets.paste("Bản Mù Thấp\t84\nKhấu Ly\n")
    first(fresh).hamlets.item(1, 1).setText("abc")
    fresh.click("next")
    assert "“abc”" in first(fresh).bars.text
    assert (first(fresh).hamlets.currentRow(), first(fresh).hamlets.currentColumn()) == (1, 1)


def test_a_bug_while_setting_up_leaves_a_report(fresh: Office) -> None:
    first(fresh).refused(TypeError("a bug"))
    assert "TypeError" in first(fresh).bars.text
    (report,) = (fresh.folder / "crashes").glob("crash-*.txt")
    assert "a bug" not in report.read_text(encoding="utf-8")
