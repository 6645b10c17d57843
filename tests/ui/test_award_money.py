"""A decision in the real window tells what it pays, and writes the amounts when asked to."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.services import registers
from app.services.context import Context
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


def test_amounts_are_written_by_the_rule_at_one_press(office: Office) -> None:
    ctx = context(office)
    texts = {
        "number": "12/QĐ-UBND",
        "decided_on": "5/3/2022",
        "place": "Túc Đán",
        "deed": "Có thành tích",
        "signer_title": "CHỦ TỊCH",
    }
    award = registers.save(ctx, "award", None, {**texts, "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"}).id
    for name, amount in (("Lò Văn Mẫu", ""), ("Giàng A Mẫu", "500.000")):
        registers.save(ctx, "awardee", None, {"award": award, "name": name, "amount": amount})
    office.go("award")
    office.main.open("award", award)
    office.settle()
    assert "a person 230.000 đồng" in office.find(QLabel, "award_money.rule").text()
    assert office.find(QLabel, "award_money.total").text() == "Together 500.000 đồng."
    assert office.find(QLabel, "award_money.otherwise").text() == "Another amount: Giàng A Mẫu."
    office.click("award_money.give")
    assert office.find(QLabel, "award_money.total").text() == "Together 730.000 đồng."
    assert not any(shown.isVisible() for shown in office.page.findChildren(QPushButton, "award_money.give"))
