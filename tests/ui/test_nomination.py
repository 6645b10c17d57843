"""Nominations by typing: who was awarded before is told, and a text that could give an informant away asks once."""

import pytest
from PySide6.QtCore import Qt

from app.services import registers
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

AWARD = {
    "number": "3/QĐ-UBND",
    "decided_on": "15/2/2022",
    "authority": "CHỦ TỊCH",
    "place": "Túc Đán",
    "signer_title": "CHỦ TỊCH",
    "deed": "Có thành tích",
    "state": "draft",
}


def nominate(office: Office, name: str, deed: str) -> None:
    office.go("nomination")
    office.click("add", office.page)
    office.fill({"name": name, "deed": deed})
    office.click("save")


def test_an_earlier_award_of_that_name_is_told(office: Office) -> None:
    assert office.program.session is not None
    ctx = office.program.session.context
    award = registers.save(ctx, "award", None, AWARD).id
    registers.save(ctx, "awardee", None, {"award": award, "name": "Lò Thị Ánh", "collective": "0"})
    nominate(office, "lò thị ánh", "Có thành tích xuất sắc")
    assert office.bar == "Saved. Look again: lò thị ánh was awarded before: decision 3/QĐ-UBND of 15/02/2022."
    nominate(office, "Lò Thị Ánh", "Có thành tích xuất sắc")
    assert "This name is in the book already" in office.bar


def test_a_text_that_speaks_of_informing_asks_once(office: Office) -> None:
    nominate(office, "Giàng A Sử", "Đã tố giác tội phạm với Công an xã")
    panel = office.register.panel
    assert panel.editing and "people could guess who informed" in panel.bars.text
    office.click("bar.go_on")
    assert not panel.editing and office.register.model.rowCount() == 1
    office.click("edit")
    office.fill({"address": "Bản Pa Te"})
    office.click("save")
    assert not panel.editing


def test_the_text_can_be_mended_instead(office: Office) -> None:
    nominate(office, "Giàng A Sử", "Cung cấp nguồn tin có giá trị")
    assert office.register.panel.editing
    office.retype("deed", "Có thành tích trong phong trào")
    office.press("deed", Qt.Key.Key_Tab)
    office.click("save")
    assert not office.register.panel.editing and office.bar == ""
