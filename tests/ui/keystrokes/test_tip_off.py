"""A tip-off by telephone: recorded, and beside it the same line in a spreadsheet."""

import pytest

from app.services import registers
from tests.ui.conftest import Office
from tests.ui.keystrokes.counter import Hands, telex

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CONTENT = "Có hai người lạ chở gỗ qua bản lúc nửa đêm"
SPREADSHEET = ("15", "20/11/2022 9:30", "Điện thoại", "Bản Pa Te", "Tin báo", "Môi trường", CONTENT, "Vũ Đức Hạnh", "Mới nhận")
"""Number, day and hour, channel, hamlet, kind, field, content, who received it, state: a cell each, with Tab between and Return."""

PRESSED = 76
"""Of these the words of the tip-off take 57: that is what there is to say."""


def in_a_spreadsheet() -> int:
    """Keys for the same line of the book, with file and sheet open and the cursor in the first cell, then Ctrl+S."""
    return sum(telex(cell) for cell in SPREADSHEET) + len(SPREADSHEET) + 1


def test_a_tip_off_takes_its_words_and_few_keys_more(office: Office) -> None:
    for number in range(1, 15):
        assert office.program.session is not None
        texts = {"received_at": "8:00 1/11/2022", "content": "Tin trước", "number": str(number)}
        registers.save(office.program.session.context, "tip_off", None, texts | {"channel": "phone", "matter": "crime"})
    office.settle()
    hands = Hands(office)
    hands.go("tip_off")
    hands.key("Ctrl+N")
    assert hands.where == "content.input"
    hands.write(CONTENT)
    hands.key("Shift+Tab")
    hands.write("pa te")
    hands.key("Return")
    for first_letter in ("En", "Re", "By"):
        hands.key("Shift+Tab")
        hands.write(first_letter)
    hands.key("Ctrl+S")
    view = office.register.panel.view
    assert view is not None
    wanted = {
        "number": "15",
        "received_at": "09:30 20/11/2022",
        "channel": "By telephone",
        "kind": "Report of a crime",
        "matter": "Environment",
        "hamlet": "Bản Pa Te",
        "content": CONTENT,
        "receiver": "Vũ Đức Hạnh",
        "state": "Received",
    }
    assert {name: view.values[name] for name in wanted} == wanted
    assert hands.pressed == PRESSED
    assert hands.pressed < in_a_spreadsheet()
