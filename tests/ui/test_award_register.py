"""The register of awards in the real window: sheets are noted for many at once, blanks are counted down, the book is printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from app.services import registers
from app.services.context import Context
from app.ui.line_table import LineTable
from tests.services.test_award_nominees import decide
from tests.services.test_award_sheets import bought
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


def sheets(office: Office) -> list[str]:
    return [line[5] for line in office.find(LineTable, "award_register.table").lines()]


def test_sheets_of_a_whole_decision_are_noted_at_once(office: Office) -> None:
    ctx = context(office)
    bought(ctx, 5)
    award = decide(ctx)
    for number in ("01", "02", "03"):
        registers.save(ctx, "awardee", None, {"award": award, "name": f"Lò Văn Mẫu {number}", "register_no": number})
    registers.save(ctx, "award", award, {"state": "issued"})
    office.go("award")
    office.click("page.award_register")
    table = office.find(LineTable, "award_register.table")
    assert sheets(office) == ["–", "–", "–"]
    table.setFocus()
    office.qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    office.click("award_register.printed")
    assert sheets(office) == ["Printed, not handed over"] * 3
    assert office.bar == "3 sheets were noted as printed."
    assert office.find(QLabel, "award_register.stock").text().startswith("Blanks: 2 left of 5; 3 printed")
    office.click("award_register.handed")
    assert sheets(office) == ["Handed over 20/11/2022"] * 3
    office.page.bars.bar.findChildren(QPushButton)[0].click()
    office.settle()
    assert sheets(office) == ["Printed, not handed over"] * 3
    office.click("award_register.print")
    assert office.main.code == "paper"


def test_sheets_on_plain_paper_take_nothing_from_the_stock(office: Office) -> None:
    ctx = context(office)
    bought(ctx, 5)
    award = decide(ctx)
    registers.save(ctx, "awardee", None, {"award": award, "name": "Lò Văn Mẫu"})
    registers.save(ctx, "award", award, {"state": "issued"})
    decide(ctx, number="13/QĐ-UBND")
    office.go("award")
    office.click("page.award_register")
    assert office.find(QLabel, "award_register.drafts").text() == "One decision of this year is a draft still."
    office.find(QCheckBox, "award_register.on_blank").click()
    office.click("award_register.printed")
    assert office.find(QLabel, "award_register.stock").text().startswith("Blanks: 5 left of 5")


def test_an_entry_of_the_stock_tells_what_is_left(office: Office) -> None:
    ctx = context(office)
    bought(ctx, 50)
    bought(ctx, 3, "spoiled")
    office.go("award")
    office.click("page.award_register")
    office.click("award_register.blanks")
    table = office.register.table
    table.setFocus()
    office.qtbot.keyClick(table, Qt.Key.Key_Home)
    office.settle()
    assert office.find(QLabel, "blank_stock.told").text() == "Blanks: 47 left of 50; 0 printed, 3 spoiled, 0 given away."
