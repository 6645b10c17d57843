"""The ledger of models and the review of a year, through the real window and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services import models, registers
from app.services.context import Context
from app.ui.line_table import LineTable
from app.ui.screens.model_reviews import ModelReviewsPage
from app.ui.screens.paper import PaperPage
from tests.ui.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def context(office: Office) -> Context:
    assert office.program.session is not None
    return office.program.session.context


@pytest.fixture
def sites(office: Office) -> list[str]:
    """Three sites of one model: two that stand, one dropped last year."""
    ctx = context(office)
    model = registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id
    facts = (
        {"place": "Bản Pa Te", "founded_on": "5/3/2020"},
        {"place": "Bản Tống Trong", "founded_on": "9/4/2021", "origin": "multiplied"},
        {"place": "Xóm chợ", "founded_on": "1/2/2020", "dropped_on": "8/8/2021", "drop_reason": "Không còn người tham gia"},
    )
    return [registers.save(ctx, "model_site", None, {"model": model, **each}).id for each in facts]


def open_from_models(office: Office, page: str) -> None:
    office.go("model")
    office.click(f"page.{page}")


def test_the_ledger_shows_every_year_and_opens_what_is_behind_it(office: Office, sites: list[str]) -> None:
    open_from_models(office, "model_ledger")
    years = office.find(LineTable, "ledger.years")
    assert [line[:8] for line in years.lines()] == [
        ("2022", "2", "", "", "", "", "", "2"),
        ("2021", "2", "", "1", "", "1", "", "2"),
        ("2020", "0", "2", "", "", "", "", "2"),
    ]
    years.setFocus()
    office.qtbot.keyClick(years, Qt.Key.Key_Down)
    office.settle()
    assert office.find(QLabel, "ledger.of_year").text() == "The models in 2021"
    assert office.find(LineTable, "ledger.models").lines()[-1][:8] == ("Together", "2", "", "1", "", "1", "", "2")
    reasons = office.find(LineTable, "ledger.reasons")
    assert reasons.lines() == [("08/08/2021", "Tiếng kẻng an ninh", "Xóm chợ", "−1", "Không còn người tham gia")]
    office.qtbot.keyClick(years, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert isinstance(office.page, PaperPage)
    assert office.page.made is not None
    assert "so-theo-doi" in office.page.made.file_stem or office.page.made.kind.code == "model_ledger"
    office.page.back.emit()
    office.settle()
    reasons = office.find(LineTable, "ledger.reasons")
    reasons.setFocus()
    office.qtbot.keyClick(reasons, Qt.Key.Key_Return)
    office.settle()
    assert office.main.code == "model_site"


def test_an_adjustment_is_typed_and_the_ledger_follows(office: Office, sites: list[str]) -> None:
    open_from_models(office, "model_ledger")
    office.click("adjust")
    assert office.main.code == "model_adjustment"
    office.fill({"model": "@Tiếng kẻng", "adjusted_on": "1/11/2022", "difference": "-1", "reason": "Đếm trùng trong sổ cũ"})
    office.click("save")
    office.main.open("model_ledger")
    office.settle()
    years = office.find(LineTable, "ledger.years")
    assert years.lines()[0][:8] == ("2022", "2", "", "", "", "", "−1", "1")
    assert years.isColumnHidden(4) and not years.isColumnHidden(6), "what never moved is left out, what did is not"


def test_a_year_is_reviewed_by_digits_saved_once_and_undone(office: Office, sites: list[str]) -> None:
    open_from_models(office, "model_reviews")
    page = office.page
    assert isinstance(page, ModelReviewsPage)
    assert [line.place for line in page.model.lines] == ["Bản Pa Te", "Bản Tống Trong"]
    page.table.setFocus()
    office.qtbot.keyClick(page.table, Qt.Key.Key_1)
    office.qtbot.keyClick(page.table, Qt.Key.Key_2)
    office.qtbot.keyClick(page.table, Qt.Key.Key_4)
    assert office.find(QLabel, "state").text() == "2 of 2 sites reviewed · 2 not saved yet"
    office.qtbot.keyClick(page.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert office.bar == "2 sites were reviewed. One of them is proposed to be dropped."
    saved = {line.id: (line.rating, line.proposal) for line in models.sites_to_review(context(office), 2022)}
    assert saved == {sites[0]: ("good", "multiply"), sites[1]: ("ineffective", "drop")}
    bar = page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert [line.rating for line in models.sites_to_review(context(office), 2022)] == ["", ""]


def test_those_not_reviewed_yet_come_first_and_a_wrong_day_is_told_beside_it(office: Office, sites: list[str]) -> None:
    registers.save(context(office), "model_review", None, {"site": sites[0], "reviewed_on": "1/11/2022", "rating": "fair"})
    open_from_models(office, "model_reviews")
    page = office.page
    assert isinstance(page, ModelReviewsPage)
    assert [line.place for line in page.model.lines] == ["Bản Tống Trong", "Bản Pa Te"]
    page.table.setFocus()
    office.qtbot.keyClick(page.table, Qt.Key.Key_1)
    office.retype("reviewed_on", "1/11/2021")
    office.click("save")
    assert page.day.note.text() == "This is the review of 2022. Write a day of that year."
    assert page.model.wanted, "what was given is still there"
    office.retype("reviewed_on", "2/11/2022")
    office.click("save")
    assert office.bar == "One site was reviewed."


def test_a_site_is_opened_to_be_dropped_by_its_own_act(office: Office, sites: list[str]) -> None:
    open_from_models(office, "model_reviews")
    page = office.page
    assert isinstance(page, ModelReviewsPage)
    page.table.setFocus()
    office.qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert office.main.code == "model_site"
    assert office.register.panel.title.text() == "Tiếng kẻng an ninh · Bản Pa Te"
