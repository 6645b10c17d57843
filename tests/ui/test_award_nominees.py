"""A decision in the real window takes those who wait, by ticks, and gives them back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.services import registers
from app.services.context import Context
from app.ui.grid import Grid
from tests.services.test_award_nominees import awarded, decide, nominate
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


def test_ticked_nominees_are_put_into_the_decision_and_taken_back(office: Office) -> None:
    ctx = context(office)
    nominate(ctx, "Lò Văn Mẫu")
    nominate(ctx, "Giàng A Mẫu", proposed_on="2/3/2022")
    award = decide(ctx)
    office.go("award")
    office.main.open("award", award)
    office.settle()
    grid = office.find(Grid, "award_nominees.list")
    assert [line.texts[0] for line in grid.grid.lines] == ["☑", "☑"]
    grid.setFocus()
    office.qtbot.keyClick(grid, Qt.Key.Key_Down)
    office.qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert office.find(QPushButton, "award_nominees.take").text() == "Award the one that is ticked"
    office.click("award_nominees.take")
    assert [name for name, *_ in awarded(ctx)] == ["Lò Văn Mẫu"]
    assert office.bar == "One nominee was put into the decision."
    assert [line.texts[1] for line in office.find(Grid, "award_nominees.list").grid.lines] == ["Giàng A Mẫu · Giúp bản yên"]
    office.page.bars.bar.findChildren(QPushButton)[0].click()
    office.settle()
    assert awarded(ctx) == []
    assert len(office.find(Grid, "award_nominees.list").grid.lines) == 2


def test_an_issued_decision_asks_for_nobody(office: Office) -> None:
    ctx = context(office)
    nominate(ctx, "Lò Văn Mẫu")
    award = decide(ctx, state="issued")
    assert registers.overview(ctx, registers.ListState("award")).count == 1
    office.go("award")
    office.main.open("award", award)
    office.settle()
    assert not any(grid.isVisible() for grid in office.page.findChildren(Grid, "award_nominees.list"))
