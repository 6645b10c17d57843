"""Taking Excel in through the window: choose, correct, look, mend, record, undo; by clicking and typing as an officer does."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QListView, QWidget

from app.intake.workbook import open_book
from app.ui.screens.intake import IntakePage
from tests.intake.books import Cell, SheetOf, xlsx
from tests.ui.conftest import Office, begin_book, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEADS = ("TT", "Ngày", "Địa điểm", "Nội dung tuyên truyền", "Số người dự", "Dân tộc", "Cán bộ phụ trách")
MARKER = "Mông-4711"
Row = Sequence[Any]


def meetings(path: Path, *rows: Row, name: str = "Tuyên truyền") -> Path:
    """A sheet as a station keeps it, with the rows given below its heading."""
    titles: list[Row] = [("SỔ THEO DÕI CÔNG TÁC TUYÊN TRUYỀN",), ()]
    return xlsx(path, SheetOf(name, [*titles, HEADS, *rows]))


def row(number: int, day: str, place: str, topic: str, people: object = 86) -> Row:
    return (number, day, place, topic, people, MARKER, "Hạnh")


MESSY = (
    row(1, "12/3/2022", "Bản Pa Te", "Phòng cháy"),
    row(2, "tháng 4/2022", "Bản Pa Te", "Ma túy"),
    row(3, "15/5/2022", "Bản Tống Trong", "Pháo nổ"),
    row(4, "12/3/2022", "Bản Pa Te", "Phòng cháy."),
    row(5, "tháng 4/2022", "Bản Tống Trong", "Mua bán người"),
    ("Cộng", "", "", "", 430),
)


@pytest.fixture
def page(office: Office) -> IntakePage:
    office.go("intake")
    assert isinstance(office.page, IntakePage)
    return office.page


def choose(office: Office, *paths: Path) -> None:
    office.ask.files = paths
    office.click("intake.files")


def look(office: Office, *paths: Path) -> None:
    """Choose files and go on to the rows without correcting a column."""
    choose(office, *paths)
    office.click("intake.next")


def counts(page: IntakePage) -> list[int]:
    return [int(text.replace(".", "")) for text in page.rows.counters.figures().values()]


def cells(page: IntakePage) -> list[tuple[str, ...]]:
    model = page.rows.model
    return [
        tuple(str(model.data(model.index(line, place)) or "") for place in range(model.columnCount()))
        for line in range(model.rowCount())
    ]


def press(office: Office, page: IntakePage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    office.qtbot.keyClick(page.rows.rows, key, modifier)
    office.settle()


def type_in_cell(office: Office, page: IntakePage, text: str) -> None:
    """F2, the text in place of what stands there, Enter."""
    office.qtbot.keyClick(page.rows.rows, Qt.Key.Key_F2)
    editor = page.rows.rows.findChild(QLineEdit, "intake.cell")
    assert editor is not None
    editor.selectAll()
    type_text(editor, text)
    office.qtbot.keyClick(editor, Qt.Key.Key_Return)
    office.settle()


def said(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_from_the_file_to_the_register_and_back(office: Office, page: IntakePage, tmp_path: Path) -> None:
    before = office.dump()
    choose(office, meetings(tmp_path / "tuyên truyền.xlsx", *MESSY))
    target = office.find(QComboBox, "intake.target.6")
    assert target.currentText() == "Notes, with its heading"
    office.type("intake.target.6", "Nothing: leave this column out")
    office.settle()
    office.click("intake.next")
    assert counts(page) == [2, 1, 2, 1, 6], "the four add up to the rows read"
    assert [line[0] for line in cells(page)] == ["5", "8"], "what is to be looked at comes first, by the numbers Excel shows"
    type_in_cell(office, page, "12/4/2022")
    assert counts(page) == [3, 1, 1, 1, 6] and [line[0] for line in cells(page)] == ["8"]
    office.qtbot.keyClick(page.rows.rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert counts(page) == [2, 1, 2, 1, 6] and page.rows.rows.current_row().number == 5  # type: ignore[union-attr] # there is one
    type_in_cell(office, page, "12/4/2022")
    assert office.dump() == before, "nothing is written before"
    office.click("intake.take")
    assert "3 rows of tuyên truyền.xlsx were recorded." in said(page)
    office.click("intake.book.meeting")
    assert [line[3] for line in office.rows()] == ["Pháo nổ", "Ma túy", "Phòng cháy"]
    office.go("intake")
    office.click("intake.undo_all")
    assert "was undone" in office.bar and "Undo the import of tuyên truyền.xlsx?" in office.ask.asked[-1]
    assert not office.find(QAbstractButton, "intake.undo_past").isEnabled(), "it is listed as undone"
    office.go("meeting")
    assert office.rows() == []


def test_the_same_file_again_brings_nothing_new(office: Office, page: IntakePage, tmp_path: Path) -> None:
    path = meetings(tmp_path / "a.xlsx", *MESSY)
    look(office, path)
    office.click("intake.take")
    office.click("intake.another")
    look(office, path)
    assert counts(page) == [0, 3, 2, 1, 6]
    assert not office.find(QAbstractButton, "intake.take").isEnabled()
    press(office, page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert cells(page)[0][:2] == ("4", "It is in the book already.")
    office.click("intake.open_like")
    assert office.main.code == "meeting" and "Phòng cháy" in said(office.page)


def test_what_is_never_kept_is_named_and_nowhere_else(office: Office, page: IntakePage, tmp_path: Path) -> None:
    choose(office, meetings(tmp_path / "a.xlsx", *MESSY))
    assert office.find(QLabel, "intake.never.5").text() == "Not kept, by regulation"
    assert MARKER not in said(page)
    office.click("intake.next")
    assert "Not kept, by regulation: Dân tộc." in said(page)
    press(office, page, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert len(cells(page)) == 6 and MARKER not in str(cells(page))
    office.click("intake.take")
    assert MARKER not in str(office.dump())


def test_a_duplicate_shows_both_and_may_be_taken_all_the_same(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(
        office,
        meetings(
            tmp_path / "a.xlsx", row(1, "12/3/2022", "Bản Pa Te", "Phòng cháy"), row(2, "12/3/2022", "Bản Pa Te", "Phòng cháy", 91)
        ),
    )
    press(office, page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    text = said(page.rows.pane)
    assert "The same as row 4 of sheet Tuyên truyền." in text
    assert "91" in text and "≠ 86" in text, "both stand beside each other, with a sign where they differ"
    press(office, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert counts(page) == [2, 0, 0, 0, 2]


def test_one_answer_for_all_rows_that_say_the_same(office: Office, page: IntakePage, tmp_path: Path) -> None:
    misspelt = [row(number, f"{number}/3/2022", "Bản Pa Tet", f"Buổi {number}") for number in range(1, 6)]
    look(office, meetings(tmp_path / "a.xlsx", *misspelt, row(6, "9/3/2022", "Bản Tống Trong", "Khác")))
    assert counts(page) == [1, 0, 5, 0, 6]
    press(office, page, Qt.Key.Key_Down)
    office.click("intake.alike")
    assert "5 rows are chosen" in said(page.rows.pane)
    office.click("intake.offer.0")
    assert counts(page) == [6, 0, 0, 0, 6]
    assert "Nothing is left to be looked at." in said(page.rows.pane)
    office.click("intake.undo_edit")
    assert counts(page) == [1, 0, 5, 0, 6], "taken back with one step"


def test_offers_stand_below_the_cell_and_are_taken_by_the_keys(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", row(1, "1/3/2022", "Bản Pa Tet", "Phòng cháy")))
    office.qtbot.keyClick(page.rows.rows, Qt.Key.Key_Return)
    editor = page.rows.rows.findChild(QLineEdit, "intake.cell")
    assert editor is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        office.qtbot.keyClick(editor, key)
    office.settle()
    assert counts(page) == [1, 0, 0, 0, 1]
    assert page.preview is not None and page.preview.rows[0].values["hamlet"] == "Bản Pa Te"


def test_an_offer_is_taken_with_the_mouse(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", row(1, "1/3/2022", "Bản Pa Tet", "Phòng cháy")))
    office.qtbot.keyClick(page.rows.rows, Qt.Key.Key_F2)
    offers = office.find(QListView, "intake.cell.suggestions", office.main)
    first = offers.visualRect(offers.model().index(0, 0)).center()
    office.qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=first)
    office.settle()
    assert counts(page) == [1, 0, 0, 0, 1]


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_1])
def test_what_is_being_typed_is_not_lost_by_going_on(office: Office, page: IntakePage, tmp_path: Path, key: Qt.Key) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    office.qtbot.keyClick(page.rows.rows, Qt.Key.Key_F2)
    editor = page.rows.rows.findChild(QLineEdit, "intake.cell")
    assert editor is not None
    editor.selectAll()
    type_text(editor, "12/4/2022")
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    office.qtbot.keyClick(editor, key, ctrl if key == Qt.Key.Key_S else alt)
    office.settle()
    assert counts(page) == [3, 1, 1, 1, 6]
    assert office.find(QAbstractButton, "intake.take").isVisible(), "nothing was recorded by the way"


def test_rows_are_left_out_together_and_taken_back(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    press(office, page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(office, page, Qt.Key.Key_Delete)
    assert counts(page) == [2, 1, 0, 3, 6]
    press(office, page, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert [line[1] for line in cells(page)] == ["Left out by the officer.", "Left out by the officer.", "A row of totals."]
    press(office, page, Qt.Key.Key_Delete)
    assert counts(page) == [2, 1, 1, 2, 6]


def test_what_no_column_says_is_written_once_for_the_table(office: Office, page: IntakePage, tmp_path: Path) -> None:
    lines: list[Row] = [
        ("DANH SÁCH KÝ CAM KẾT",),
        ("STT", "Họ và tên chủ hộ", "Thôn, bản", "Ngày ký"),
        (1, "Giàng A Sử", "Bản Pa Te", "1/3/2022"),
    ]
    look_at = xlsx(tmp_path / "a.xlsx", SheetOf("Sheet1", lines))
    choose(office, look_at)
    office.type("intake.common.campaign", "Không đốt pháo")
    office.click("intake.next")
    assert counts(page) == [1, 0, 0, 0, 1]
    assert "Không đốt pháo" in str(cells(page))


def test_a_column_set_once_is_remembered_for_such_sheets(office: Office, page: IntakePage, tmp_path: Path) -> None:
    choose(office, meetings(tmp_path / "a.xlsx", *MESSY))
    office.type("intake.target.6", "Nothing: leave this column out")
    office.settle()
    office.click("intake.next")
    office.click("intake.take")
    office.click("intake.another")
    choose(office, meetings(tmp_path / "b.xlsx", row(1, "1/1/2022", "Bản Pa Te", "Khác")))
    assert office.find(QComboBox, "intake.target.6").currentText() == "Nothing: leave this column out"
    assert "columns as you set them the last time" in said(page)


def test_old_letters_are_shown_before_and_after_and_chosen_by_hand(office: Office, page: IntakePage, tmp_path: Path) -> None:
    old = [Cell(text, font=".VnTime") for text in ("B¶n Tèng Trong", "Phßng ch¸y, ch÷a ch¸y")]
    lines: list[Row] = [("SỔ THEO DÕI CÔNG TÁC TUYÊN TRUYỀN",), HEADS, (1, "12/3/2022", *old, 86, "", "")]
    choose(office, xlsx(tmp_path / "a.xlsx", SheetOf("Sheet1", lines)))
    assert "“B¶n Tèng Trong” → “Bản Tống Trong”" in said(page)
    office.click("intake.next")
    assert "Phòng cháy, chữa cháy" in str(cells(page))
    plain: list[Row] = [HEADS, (1, "12/3/2022", "B¶n Pa Te", "TËp huÊn", 86, "", "")]
    choose_again = xlsx(tmp_path / "b.xlsx", SheetOf("Sheet1", plain))
    page.look((choose_again,))
    office.settle()
    office.type("intake.encoding", "TCVN3 (.VnTime)")
    office.settle()
    office.click("intake.next")
    assert "Tập huấn" in str(cells(page))


def test_a_sheet_left_out_is_not_looked_at(office: Office, page: IntakePage, tmp_path: Path) -> None:
    titles: list[Row] = [("SỔ THEO DÕI CÔNG TÁC TUYÊN TRUYỀN",), HEADS]
    first = SheetOf("Năm 2021", [*titles, row(1, "1/3/2021", "Bản Pa Te", "Phòng cháy")])
    second = SheetOf("Năm 2022", [*titles, row(1, "1/3/2022", "Bản Pa Te", "Ma túy")])
    notes = SheetOf("Ghi chép", [("mua giấy",), ("gọi điện",)])
    choose(office, xlsx(tmp_path / "a.xlsx", first, second, notes))
    page.columns.tables.selectRow(2)
    office.settle()
    assert "No heading of a register was found" in office.find(QLabel, "intake.passed").text()
    page.columns.tables.selectRow(0)
    office.settle()
    office.type("intake.register", "Do not take this sheet in")
    office.settle()
    office.click("intake.next")
    assert counts(page) == [1, 0, 0, 0, 1] and "Ma túy" in str(cells(page))


def test_many_files_are_looked_over_and_taken_in_at_one_go(office: Office, page: IntakePage, tmp_path: Path) -> None:
    folder = tmp_path / "các xã"
    folder.mkdir()
    meetings(folder / "a.xlsx", *MESSY)
    meetings(folder / "b.xlsx", row(1, "1/1/2022", "Bản Pa Te", "Khác"))
    (folder / "hong.xlsx").write_bytes(b"")
    before = office.dump()
    office.ask.target = folder
    office.click("intake.folder")
    assert office.find(QLabel, "intake.many.sum").text() == (
        "3 new + 1 already there + 2 to be looked at + 1 left out = 7 rows read"
    )
    page.many.files.selectRow(2)
    assert "hong.xlsx" in office.find(QLabel, "intake.many.about").text(), "what was refused says why"
    assert not office.find(QAbstractButton, "intake.many.look").isEnabled()
    assert office.dump() == before
    office.click("intake.many.take")
    assert office.bar == "3 rows were recorded."
    office.ask.target = tmp_path / "kết quả.xlsx"
    office.click("intake.many.save")
    assert (tmp_path / "kết quả.xlsx").exists()
    office.click("intake.many.undo")
    office.go("meeting")
    assert office.rows() == []


def test_a_file_of_many_is_looked_at_alone(office: Office, page: IntakePage, tmp_path: Path) -> None:
    paths = (meetings(tmp_path / "a.xlsx", *MESSY), meetings(tmp_path / "b.xlsx", row(1, "1/1/2022", "Bản Pa Te", "Khác")))
    choose(office, *paths)
    office.qtbot.keyClick(page.many.files, Qt.Key.Key_Return)
    office.settle()
    assert office.find(QLabel, "intake.file").text() == "a.xlsx"
    office.click("intake.next")
    office.click("intake.take")
    office.click("intake.another")
    assert office.find(QLabel, "intake.many.sum").text().startswith("1 new + 3 already there"), "the list as it is now"
    office.click("intake.back")
    assert office.find(QAbstractButton, "intake.files")


def test_what_cannot_be_read_is_said_on_the_page(office: Office, page: IntakePage, tmp_path: Path) -> None:
    empty = tmp_path / "trống.xlsx"
    empty.write_bytes(b"")
    before = office.dump()
    choose(office, empty)
    assert "trống.xlsx" in office.bar and office.dump() == before
    assert office.find(QAbstractButton, "intake.files").isVisible()


def test_rows_to_look_at_are_saved_as_a_workbook(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    office.ask.target = tmp_path / "xem lại.xlsx"
    office.click("intake.save_rejected")
    text = str(open_book(tmp_path / "xem lại.xlsx").sheets[0].rows)
    assert "tháng 4/2022" in text and "Pháo nổ" not in text and MARKER not in text
    assert "Saved as" in office.bar


def test_corrections_are_not_lost_without_a_question(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    type_in_cell(office, page, "12/4/2022")
    office.ask.agree = False
    office.go("meeting")
    office.go("intake")
    assert counts(page) == [3, 1, 1, 1, 6], "another page leaves everything as it is"
    press(office, page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert office.ask.asked == ["Rows of a.xlsx were corrected and not recorded yet. Give that up?"]
    assert counts(page) == [3, 1, 1, 1, 6]


def test_an_answer_does_not_disturb_the_cell_that_is_typed_into(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    shown = page.rows.judgement
    assert shown is not None
    office.qtbot.keyClick(page.rows.rows, Qt.Key.Key_F2)
    editor = page.rows.rows.findChild(QLineEdit, "intake.cell")
    assert editor is not None
    page.rows.show_judgement(shown)
    assert editor.isVisible() and page.rows.rows.typing
    editor.selectAll()
    type_text(editor, "12/4/2022")
    office.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert not page.rows.take.isEnabled(), "the answer that came meanwhile does not know what was typed"
    office.settle()
    assert counts(page) == [3, 1, 1, 1, 6]


def test_the_page_of_a_register_has_it_chosen_and_offers_its_template(office: Office, tmp_path: Path) -> None:
    office.go("board")
    office.click("page.intake")
    assert office.find(QComboBox, "intake.preset").currentText() == "Notice boards and tip boxes"
    office.ask.target = tmp_path / "mẫu.xlsx"
    office.click("intake.template")
    assert (tmp_path / "mẫu.xlsx").exists()


def test_commitments_are_taken_in_from_their_page(office: Office) -> None:
    office.go("campaign")
    office.click("page.intake")
    assert office.find(QComboBox, "intake.preset").currentText() == "Commitments"


def test_files_are_dropped_onto_the_page(office: Office, page: IntakePage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(meetings(tmp_path / "a.xlsx", *MESSY)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    comes = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    falls = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    for event in (comes, falls):
        QApplication.sendEvent(page, event)
    office.settle()
    assert office.find(QLabel, "intake.file").text() == "a.xlsx"


def test_a_row_taken_as_it_stands_is_not_recorded_twice(office: Office, page: IntakePage, tmp_path: Path) -> None:
    again = row(1, "12/3/2022", "Bản Pa Te", "Phòng cháy")
    look(office, meetings(tmp_path / "a.xlsx", again, again, row(3, "tháng 4/2022", "Bản Pa Te", "Ma túy")))
    press(office, page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(office, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert counts(page) == [2, 0, 1, 0, 3]
    office.click("intake.take")
    office.click("intake.rest")
    assert counts(page) == [0, 2, 1, 0, 3]
    type_in_cell(office, page, "12/4/2022")
    office.click("intake.take")
    office.click("intake.book.meeting")
    assert len(office.rows()) == 3


def test_looking_again_that_was_stopped_is_made_up_for_before_anything_is_recorded(
    office: Office, page: IntakePage, tmp_path: Path
) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    stopped: list[object] = []

    def stop(job: object) -> None:
        if not stopped:
            stopped.append(job)
            job.cancel()  # type: ignore[attr-defined] # a job

    page.desk.tasks.started.connect(stop)  # type: ignore[attr-defined] # the program's own
    type_in_cell(office, page, "12/4/2022")
    assert stopped and office.bar == "Stopped. Nothing was changed."
    assert office.find(QAbstractButton, "intake.take").text() == "Look at the rows again"
    assert counts(page) == [2, 1, 2, 1, 6]
    office.click("intake.take")
    assert counts(page) == [3, 1, 1, 1, 6] and office.find(QAbstractButton, "intake.take").text() == "Record 3 rows"


def test_what_was_typed_goes_when_the_sheet_is_read_as_another_register(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    type_in_cell(office, page, "12/4/2022")
    office.click("intake.back")
    office.type("intake.register", "Loudspeaker, leaflets, online")
    office.settle()
    office.click("intake.next")
    assert sum(counts(page)[:4]) == 6 and not page.rows.edits


def test_rows_that_are_no_record_show_what_the_sheet_says(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    press(office, page, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert "The sheet says: Cộng · 430" in said(page.rows.pane)


def test_the_page_of_a_register_does_not_take_corrections_away(office: Office, page: IntakePage, tmp_path: Path) -> None:
    look(office, meetings(tmp_path / "a.xlsx", *MESSY))
    type_in_cell(office, page, "12/4/2022")
    office.go("board")
    office.click("page.intake")
    assert "a.xlsx are not recorded yet" in office.bar and counts(page) == [3, 1, 1, 1, 6]


def test_a_sheet_that_was_not_recognised_is_read_as_the_register_the_officer_says(
    office: Office, page: IntakePage, tmp_path: Path
) -> None:
    titles: list[Row] = [("SỔ THEO DÕI CÔNG TÁC TUYÊN TRUYỀN",), HEADS]
    known = SheetOf("Năm 2022", [*titles, row(1, "1/3/2022", "Bản Pa Te", "Phòng cháy")])
    unknown = SheetOf("Khác", [("Ngày", "Việc"), ("5/3/2022", "Ma túy"), ("6/3/2022", "Pháo nổ")])
    choose(office, xlsx(tmp_path / "a.xlsx", known, unknown))
    page.columns.tables.selectRow(1)
    office.settle()
    assert not office.find(QAbstractButton, "intake.passed.read").isEnabled(), "no register is chosen for the officer"
    office.type("intake.passed.register", "Meetings")
    office.click("intake.passed.read")
    page.columns.tables.selectRow(1)
    office.settle()
    office.type("intake.target.1", "Topic (required)")
    office.settle()
    office.click("intake.next")
    assert sum(counts(page)[:4]) == 3


def test_a_unit_above_is_told_what_it_does_not_gather(make_office: Callable[..., Office], tmp_path: Path) -> None:
    office = make_office("cấp trên")
    begin_book(office, name="Công an huyện Trạm Tấu", code="TRAMTAU", kind="parent")
    office.start()
    office.log_in()
    office.go("intake")
    offered = office.find(QComboBox, "intake.preset")
    names = [offered.itemText(place) for place in range(offered.count())]
    assert "Meetings" in names and "Commitments" not in names
    lines: list[Row] = [
        ("DANH SÁCH KÝ CAM KẾT",),
        ("STT", "Họ và tên chủ hộ", "Thôn, bản", "Nội dung cam kết", "Ngày ký"),
        (1, "Giàng A Sử", "Bản Pa Te", "Không đốt pháo", "1/3/2022"),
    ]
    before = office.dump()
    look(office, xlsx(tmp_path / "a.xlsx", SheetOf("Sheet1", lines)))
    assert "kept by the stations alone" in office.bar and office.dump() == before


def test_only_registers_that_sheets_are_kept_of_offer_to_take_them_in(office: Office) -> None:
    for code, offered in (("household", True), ("award", True), ("person", False), ("disclosure", False)):
        office.go(code)
        links = [link for link in office.page.findChildren(QAbstractButton, "page.intake") if link.isVisible()]
        assert bool(links) is offered, code
    office.go("award")
    office.click("page.intake")
    assert office.find(QComboBox, "intake.preset").currentText() == "The awarded"


def test_a_file_without_headings_that_are_known_is_read_as_the_register_chosen(
    office: Office, page: IntakePage, tmp_path: Path
) -> None:
    path = xlsx(tmp_path / "a.xlsx", SheetOf("Khác", [("Ngày", "Việc"), ("5/3/2022", "Ma túy"), ("6/3/2022", "Pháo nổ")]))
    choose(office, path)
    assert "No register was recognised in a.xlsx" in office.bar
    office.type("intake.preset", "Meetings")
    bar = page.bars.bar
    assert bar is not None and bar.offer is not None
    office.qtbot.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    office.settle()
    assert office.find(QComboBox, "intake.register").currentText() == "Meetings"
