"""An award nomination: who, where from, for what; and beside it the same line in a spreadsheet."""

import pytest

from app.services import registers
from tests.ui.conftest import Office
from tests.ui.keystrokes.counter import Hands, telex

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAME = "Lò Thị Ánh"
ADDRESS = "Bản Pa Te"
DEED = "Có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2022"
PROPOSER = "Ban Công tác Mặt trận bản Pa Te"
SPREADSHEET = ("15", "20/11/2022", NAME, "Cá nhân", ADDRESS, DEED, "Thường xuyên", PROPOSER, "Chờ xét")
"""Number, day, name, who it is, address, deed, kind, proposer, state: a cell each, with Tab between and Return."""

PRESSED = 25
"""The deed and the proposer are those of the nomination before, taken with arrow and Enter."""


def in_a_spreadsheet() -> int:
    """Keys for the same line of the list, with the sheet open, the cursor in the first cell and what repeats copied from above
    with Ctrl+D, then Ctrl+S."""
    repeated = {DEED, PROPOSER, "Cá nhân", "Thường xuyên", "Chờ xét"}
    return sum(1 if cell in repeated else telex(cell) for cell in SPREADSHEET) + len(SPREADSHEET) + 1


def test_a_nomination_takes_its_name_and_few_keys_more(office: Office) -> None:
    assert office.program.session is not None
    before = {"kind": "regular", "nominee": "person", "outcome": "pending", "deed": DEED, "proposer": PROPOSER, "address": ADDRESS}
    registers.save(office.program.session.context, "nomination", None, before | {"name": "Giàng A Sử", "proposed_on": "18/11/2022"})
    office.settle()
    hands = Hands(office)
    hands.go("nomination")
    hands.key("Ctrl+N")
    assert hands.where == "name.input"
    hands.write(NAME)
    for _ in range(3):
        hands.key("Tab")
        hands.key("Down")
        hands.key("Return")
    hands.key("Ctrl+S")
    view = office.register.panel.view
    assert view is not None
    wanted = {"name": NAME, "address": ADDRESS, "deed": DEED, "proposer": PROPOSER, "proposed_on": "20/11/2022"}
    assert {name: view.values[name] for name in wanted} == wanted
    assert hands.pressed == PRESSED
    assert hands.pressed < in_a_spreadsheet()
