"""A propaganda meeting in a hamlet, on a subject that comes back every season; and beside it the same line in a spreadsheet."""

import pytest

from app.services import registers
from tests.ui.conftest import Office
from tests.ui.keystrokes.counter import Hands, telex

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TOPIC = "Tuyên truyền phòng cháy, chữa cháy rừng mùa hanh khô"
CHAIR = "Thiếu tá Vũ Đức Hạnh"
SPREADSHEET = ("20/11/2022", "Bản Pa Te", "Tuyên truyền", TOPIC, "86", "5", "81", CHAIR, "120")
"""Day, hamlet, form, topic, how many came, officials and villagers among them, who chaired, leaflets: a cell each."""

PRESSED = 42
"""Ctrl+N; then fields in reading order, topic and chair taken from what was written before; Ctrl+S."""


def in_a_spreadsheet() -> int:
    """Keys for the same line of the book, with file and sheet open and the cursor in the first cell, then Ctrl+S."""
    return sum(telex(cell) for cell in SPREADSHEET) + len(SPREADSHEET) + 1


def test_a_meeting_takes_few_keys(office: Office) -> None:
    assert office.program.session is not None
    before = {"held_on": "12/3/2022", "topic": TOPIC, "attendees": "70", "chair": CHAIR}
    registers.save(office.program.session.context, "meeting", None, before)
    hands = Hands(office)
    hands.go("meeting")
    hands.key("Ctrl+N")
    assert hands.where == "held_on.input"
    hands.write("t")
    hands.key("Tab")
    hands.write("pa te")
    hands.key("Return")
    hands.key("Tab", 2)
    assert hands.where == "topic.input"
    hands.write("tuyen")
    hands.key("Down")
    hands.key("Return")
    hands.key("Tab")
    hands.write("86")
    hands.key("Tab")
    hands.write("5")
    hands.key("Tab", 3)
    hands.write("81")
    hands.key("Tab")
    hands.write("thi")
    hands.key("Down")
    hands.key("Return")
    hands.key("Tab", 3)
    assert hands.where == "leaflets.input"
    hands.write("120")
    hands.key("Ctrl+S")
    view = office.register.panel.view
    assert view is not None
    wanted = {
        "held_on": "20/11/2022",
        "hamlet": "Bản Pa Te",
        "form": "Propaganda meeting",
        "topic": TOPIC,
        "attendees": "86",
        "audience_officials": "5",
        "audience_people": "81",
        "chair": CHAIR,
        "leaflets": "120",
    }
    assert {name: view.values[name] for name in wanted} == wanted
    assert hands.pressed == PRESSED
    assert hands.pressed < in_a_spreadsheet() / 2
