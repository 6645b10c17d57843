"""Earlier values lie below the field; only an arrow and Enter take one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPlainTextEdit

from tests.ui.conftest import Office, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def add_meeting(office: Office, topic: str, chair: str) -> None:
    office.go("meeting")
    office.click("add", office.page)
    office.fill({"held_on": "12/3/2022", "topic": topic, "attendees": "86", "chair": chair})
    office.click("save")


def suggested(office: Office, name: str) -> list[str]:
    found = [popup for popup in office.window.findChildren(QListView, f"{name}.suggestions") if popup.isVisible()]
    return [str(found[0].model().index(row, 0).data()) for row in range(found[0].model().rowCount())] if found else []


@pytest.fixture
def used(office: Office) -> Office:
    add_meeting(office, "Phòng cháy, chữa cháy", "Giàng A Sử")
    add_meeting(office, "Phòng, chống ma túy", "Lò Văn Đức")
    add_meeting(office, "Phòng cháy, chữa cháy", "Giàng A Sử")
    office.click("add", office.page)
    office.fill({"held_on": "13/3/2022"})
    return office


def begin(office: Office, name: str, text: str) -> None:
    widget = office.inner(name)
    widget.setFocus()
    type_text(widget, text)
    office.settle()


def test_arrow_and_enter_take_an_earlier_value(used: Office) -> None:
    begin(used, "topic", "phong")
    assert suggested(used, "topic") == ["Phòng cháy, chữa cháy", "Phòng, chống ma túy"]
    used.press("topic", Qt.Key.Key_Down)
    used.press("topic", Qt.Key.Key_Down)
    used.press("topic", Qt.Key.Key_Return)
    form = used.register.panel.form
    assert form is not None and form.texts()["topic"] == "Phòng, chống ma túy"
    assert suggested(used, "topic") == []


def test_typing_on_ignores_the_list_and_nothing_is_completed(used: Office) -> None:
    begin(used, "topic", "Phòng")
    used.press("topic", Qt.Key.Key_Tab)
    form = used.register.panel.form
    assert form is not None and form.texts()["topic"] == "Phòng"
    assert suggested(used, "topic") == []


def test_the_arrow_opens_the_list_in_an_empty_field(used: Office) -> None:
    used.inner("chair").setFocus()
    used.press("chair", Qt.Key.Key_Down)
    assert suggested(used, "chair") == ["Giàng A Sử", "Lò Văn Đức"]
    used.press("chair", Qt.Key.Key_Escape)
    assert suggested(used, "chair") == [] and used.register.panel.editing


def test_long_texts_and_names_are_not_suggested(used: Office) -> None:
    form = used.register.panel.form
    assert form is not None
    assert isinstance(form.boxes["notes"].editor.inner(), QPlainTextEdit)


def test_escape_closes_the_list_of_a_reference_and_not_the_form(used: Office) -> None:
    begin(used, "hamlet", "ban")
    assert suggested(used, "hamlet")
    used.press("hamlet", Qt.Key.Key_Escape)
    assert suggested(used, "hamlet") == [] and used.register.panel.editing
