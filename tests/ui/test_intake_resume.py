"""A workbook that is being mended is taken up again where the officer stopped, and rows that looked like none are data."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.ui.screens.intake import IntakePage
from tests.ui.conftest import Office
from tests.ui.test_intake_page import MESSY, cells, choose, counts, look, meetings, page, press, row, said, type_in_cell

__all__ = ("page",)
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def mend(office: Office, page: IntakePage, path: Path) -> None:
    """A column set otherwise, a cell typed, a row left out."""
    choose(office, path)
    office.type("intake.target.6", "Nothing: leave this column out")
    office.settle()
    office.click("intake.next")
    type_in_cell(office, page, "12/4/2022")
    press(office, page, Qt.Key.Key_Delete)
    assert counts(page) == [3, 1, 0, 2, 6]


def reopened(office: Office) -> IntakePage:
    """The page of a program that was ended without a word and begun again."""
    office.program.close()
    office.program = office.new_program()
    office.start()
    office.log_in()
    office.go("intake")
    assert isinstance(office.page, IntakePage)
    return office.page


def test_what_was_mended_is_there_again_after_a_power_cut(office: Office, page: IntakePage, tmp_path: Path) -> None:
    path = meetings(tmp_path / "a.xlsx", *MESSY)
    mend(office, page, path)
    page = reopened(office)
    choose(office, path)
    assert office.bar == "3 places that you had mended in this file were taken up again."
    office.click("intake.next")
    assert counts(page) == [3, 1, 0, 2, 6]
    office.click("intake.take")
    office.click("intake.another")
    choose(office, path)
    assert office.bar == "", "it was recorded: nothing is unfinished any more"


def test_it_is_begun_afresh_when_the_officer_wishes(office: Office, page: IntakePage, tmp_path: Path) -> None:
    path = meetings(tmp_path / "a.xlsx", *MESSY)
    mend(office, page, path)
    page = reopened(office)
    choose(office, path)
    bar = page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    office.click("intake.next")
    assert counts(page) == [2, 1, 2, 1, 6]
    page = reopened(office)
    choose(office, path)
    assert office.bar == ""


def test_what_was_given_up_is_not_offered_again(office: Office, page: IntakePage, tmp_path: Path) -> None:
    path = meetings(tmp_path / "a.xlsx", *MESSY)
    look(office, path)
    type_in_cell(office, page, "12/4/2022")
    page.look((path,))
    office.settle()
    assert office.bar == "" and office.ask.asked


def test_a_row_that_looked_like_a_total_is_data_when_the_officer_says_so(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", row(1, "12/3/2022", "Bản Pa Te", "Pháo nổ"), ("BẢN TỐNG TRONG",), MESSY[-1]))
    assert counts(page) == [1, 0, 0, 2, 3]
    press(office, page, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert [line[0] for line in cells(page)] == ["5", "6"]
    press(office, page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    button = office.find(QAbstractButton, "intake.as_row")
    assert button.text().startswith("These are rows of data")
    office.click("intake.as_row")
    assert counts(page) == [1, 0, 2, 0, 3]
    office.qtbot.keyClick(page.rows.rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert counts(page) == [1, 0, 0, 2, 3]
    assert "BẢN TỐNG TRONG" in said(page)
    press(office, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sum(counts(page)[:4]) == counts(page)[4] and counts(page)[2]
