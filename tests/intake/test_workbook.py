"""Workbooks of every kind, as Excel, old Excel, LibreOffice and others write them, come to the same rows of values."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Cancelled
from app.intake.readings import CellError
from app.intake.workbook import Sheet, open_book
from tests.intake import books
from tests.intake.books import Cell, SheetOf, written_xlsx

Writer = Callable[..., Path]
WRITERS = {"xlsx": books.xlsx, "xls": books.xls, "ods": books.ods}
ROWS: Sequence[Sequence[Any]] = (
    ("DANH SÁCH HỘ KÝ CAM KẾT",),
    ("STT", "Họ và tên chủ hộ", None, "Ngày ký", "Ghi chú"),
    (),
    (1, "Lò Văn Thuận", 4, date(2024, 5, 3), "=1+1"),
    (2, "Giàng A Sử\nvợ: Lò Thị Bay", 2.5, datetime(2024, 5, 3, 7, 30), True),
    (3, "Mùa A Vì", None, time(7, 30)),
)


@pytest.fixture(params=WRITERS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def write(folder: Path, kind: str, *sheets: SheetOf) -> Path:
    return WRITERS[kind](folder / f"so.{kind}", *sheets)


def only(path: Path) -> Sheet:
    (sheet,) = open_book(path).sheets
    return sheet


def values(sheet: Sheet) -> list[list[Any]]:
    """Rows without the empty cells at their ends; numbers as they compare."""
    rows = []
    for row in sheet.rows:
        cells = list(row)
        while cells and cells[-1] == "":
            cells.pop()
        rows.append(cells)
    return rows


def expected(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    return [["" if value is None else value for value in row] for row in rows]


def test_values_come_in_as_they_are(tmp_path: Path, kind: str) -> None:
    sheet = only(write(tmp_path, kind, SheetOf("Bản Nà Luông", ROWS)))
    assert values(sheet) == expected(ROWS)
    assert [type(value) for value in sheet.rows[3][3:4]] == [date]
    assert (sheet.name, sheet.number, sheet.visible) == ("Bản Nà Luông", 1, True)


def test_rows_stand_where_people_see_them(tmp_path: Path, kind: str) -> None:
    sheet = only(write(tmp_path, kind, SheetOf("S", [(), (), (None, None, "x")])))
    assert sheet.rows[2][2] == "x"
    assert len(sheet.rows) == 3


def test_every_sheet_is_read_and_hidden_ones_are_told(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path, kind, SheetOf("Hộ", [["a"]]), SheetOf("Ẩn", [["b"]], visible=False), SheetOf("Sheet1 (2)", [["c"]]))
    assert [(sheet.name, sheet.number, sheet.visible) for sheet in open_book(path).sheets] == [
        ("Hộ", 1, True),
        ("Ẩn", 2, False),
        ("Sheet1 (2)", 3, True),
    ]


def test_empty_sheets_keep_their_place_in_the_numbering(tmp_path: Path, kind: str) -> None:
    book = open_book(write(tmp_path, kind, SheetOf("Trống", []), SheetOf("Có", [["a"]])))
    assert [(sheet.name, sheet.number) for sheet in book.sheets] == [("Có", 2)]


def test_hidden_rows_and_columns_are_told(tmp_path: Path, kind: str) -> None:
    rows = [["a", "b", "c"]] * 4
    sheet = only(write(tmp_path, kind, SheetOf("S", rows, hidden_rows=frozenset({1, 3}), hidden_columns=frozenset({2}))))
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1, 3}, {2})
    assert len(sheet.rows) == 4


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_merged_cells_are_told(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path, kind, SheetOf("S", [["Năm sinh", None], ["Nam", "Nữ"]], merged=((0, 0, 0, 1),)))
    assert only(path).merged == ((0, 0, 0, 1),)


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"])
def test_cells_in_error_say_so(tmp_path: Path, kind: str, error: str) -> None:
    sheet = only(
        write(tmp_path, kind, SheetOf("S", [["a", Cell(error=error), "b"], [Cell(error=error)], ["", "", Cell(error=error)]]))
    )
    assert [type(value) for value in sheet.rows[0]] == [str, CellError, str]
    assert (sheet.rows[0][1], sheet.rows[1][0], sheet.rows[2][2]) == (error, error, error)


def test_what_only_looks_like_an_error_is_text(tmp_path: Path, kind: str) -> None:
    assert type(only(write(tmp_path, kind, SheetOf("S", [["#REF!"]]))).rows[0][0]) is str


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_formulas_come_in_as_what_they_came_to(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path, kind, SheetOf("S", [[1, Cell(2, formula="=A1+1"), "=A1+1"]]))
    assert values(only(path)) == [[1, 2, "=A1+1"]]


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
@pytest.mark.parametrize(
    "shown",
    [
        "dd/mm/yyyy",
        "[$-42A]d/m/yyyy;@",
        "[$-1010000]d/m/yyyy;@",
        '"Ngày" dd "tháng" mm "năm" yyyy',
        "m/d/yyyy",
        "mm/yyyy",
        "d-mmm-yy",
    ],
)
def test_days_are_days_however_they_are_shown(tmp_path: Path, kind: str, shown: str) -> None:
    path = write(tmp_path, kind, SheetOf("S", [[Cell(date(2024, 5, 3), number_format=shown)]]))
    assert only(path).rows[0][0] == date(2024, 5, 3)


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
@pytest.mark.parametrize("shown", ["0", "#,##0", '#,##0" ngày"', '0.0" m"', '_-* #,##0\\ "đ"_-', "@", "[Red]0"])
def test_numbers_stay_numbers_however_they_are_shown(tmp_path: Path, kind: str, shown: str) -> None:
    assert only(write(tmp_path, kind, SheetOf("S", [[Cell(45415, number_format=shown)]]))).rows[0][0] == 45415


def test_days_of_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    path = books.xlsx(tmp_path / "mac.xlsx", SheetOf("S", [[date(2024, 5, 3)]]), date_1904=True)
    assert only(path).rows == ((date(2024, 5, 3),),)


def test_time_spans_of_more_than_a_day(tmp_path: Path) -> None:
    path = books.xlsx(tmp_path / "gio.xlsx", SheetOf("S", [[timedelta(hours=30)]]))
    assert only(path).rows == ((timedelta(hours=30),),)


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_rows_that_only_carry_a_format_are_not_there(tmp_path: Path, kind: str) -> None:
    sheet = only(write(tmp_path, kind, SheetOf("S", [["a", "b"], [1, 2]], formatted_rows=20_000)))
    assert values(sheet) == [["a", "b"], [1, 2]]


def test_cells_that_only_carry_a_format_are_empty(tmp_path: Path, kind: str) -> None:
    sheet = only(write(tmp_path, kind, SheetOf("S", [["a", Cell(formatted=True), "b"], [Cell(formatted=True)] * 30])))
    assert values(sheet) == [["a", "", "b"]]


def test_a_filter_hides_no_row_from_the_reader(tmp_path: Path) -> None:
    rows = [["Tên"], ["a"], ["b"], ["c"]]
    path = books.xlsx(tmp_path / "loc.xlsx", SheetOf("S", rows, filtered=True, hidden_rows=frozenset({2})))
    sheet = only(path)
    assert (values(sheet), sheet.hidden_rows) == (rows, {2})


def test_the_name_says_nothing(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path, kind, SheetOf("S", [["a"]]))
    for suffix in (".xls", ".xlsx", ".csv", ".bin", ""):
        renamed = path.rename(tmp_path / f"khac{suffix}")
        assert only(renamed).rows == (("a",),)
        path = renamed


def test_macros_are_not_looked_at(tmp_path: Path) -> None:
    path = written_xlsx(
        tmp_path / "so.xlsm", '<row r="1"><c r="A1"><v>1</v></c></row>', more={"xl/vbaProject.bin": "Sub Auto_Open()"}
    )
    assert only(path).rows == ((1.0,),)


PLAIN = '<row r="1"><c r="A1" t="str"><v>Họ</v></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>Lò</t></is></c></row>'
UNUSUAL = {
    "prefixes": ({"prefix": "x"}, PLAIN.replace("<", "<x:").replace("<x:/", "</x:")),
    "no places": ({}, '<row><c t="str"><v>Họ</v></c></row><row/><row><c/><c t="str"><v>Lò</v></c></row>'),
    "places last": ({}, '<row r="1"><c t="str" r="A1"><v>Họ</v></c></row><row r="3"><c t="str" r="B3"><v>Lò</v></c></row>'),
    "one quote": ({}, PLAIN.replace('"', "'")),
    "far target": ({"target": "/xl/worksheets/sheet1.xml"}, PLAIN),
    "other folder": ({"target": "pages/one.xml"}, PLAIN),
    "pretty": ({}, PLAIN.replace("><", ">\n  <")),
}


@pytest.mark.parametrize("how", UNUSUAL)
def test_xml_that_other_programs_write(tmp_path: Path, how: str) -> None:
    options, sheet = UNUSUAL[how]
    path = written_xlsx(tmp_path / "so.xlsx", sheet, **options)  # type: ignore[arg-type]  # the options are named as they are
    assert values(only(path)) == [["Họ"], [], ["", "Lò"]]


@pytest.mark.parametrize(
    "last", ['<row r="9"><c r="A9"><v>9</v></c>', '<row r="8"/><row r="9"><c r="A9"><v>9</v></c><c r="B9" s="0"/>']
)
def test_what_stands_around_a_hundred_thousand_empty_rows_is_kept(tmp_path: Path, last: str) -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"/><c r="C{n}" s="0"/></row>' for n in range(10, 400_000))
    head = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    sheet = f'{head}<row r="1"><c r="A1"><v>1</v></c></row>{last}</row>{empty}</sheetData>'
    tail = '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>'
    read = only(written_xlsx(tmp_path / "so.xlsx", [sheet.encode(), tail.encode()]))
    assert (read.rows[0][0], read.rows[8][0], len(read.rows), read.merged) == (1, 9, 9, ((0, 0, 0, 2),))


def test_a_sheet_that_reaches_too_far_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    far = SheetOf("Rộng", [["a"], [None] * 16_383 + ["x"]])
    deep = SheetOf("Sâu", [["a"]] * 3 + [[]] * 1_048_572 + [["x"]])
    book = open_book(books.xlsx(tmp_path / "so.xlsx", SheetOf("Hộ", [["a"]]), far, deep))
    assert [sheet.name for sheet in book.sheets] == ["Hộ"]
    assert [(sheet.name, sheet.number, sheet.code, sheet.facts["rows"], sheet.facts["column"]) for sheet in book.unread] == [
        ("Rộng", 2, "intake.too_many_cells", 2, "XFD"),
        ("Sâu", 3, "intake.too_many_cells", 1_048_576, "A"),
    ]


def test_a_cell_longer_than_excel_allows_is_cut_and_its_row_told(tmp_path: Path) -> None:
    long = "Đã tuyên truyền. " * 60_000
    shared = written_xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=f"<si><t>{long}</t></si>")
    inline = written_xlsx(tmp_path / "b.xlsx", f'<row r="1"><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row>')
    ods = books.ods(tmp_path / "c.ods", SheetOf("S", [[long]]))
    csv = books.csv(tmp_path / "d.csv", SheetOf("S", [[long, "b"]]))
    for path in (shared, inline, ods, csv):
        sheet = only(path)
        assert (sheet.rows[0][0], sheet.cut_rows) == (long[:32_767], {0})


def test_the_longest_cell_of_excel_is_whole(tmp_path: Path, kind: str) -> None:
    long = "ệ" * 32_767 if kind != "xls" else "e" * 32_767
    sheet = only(write(tmp_path, kind, SheetOf("S", [[long]])))
    assert (sheet.rows[0][0], sheet.cut_rows) == (long, frozenset())


def test_work_can_be_cancelled(tmp_path: Path, kind: str) -> None:
    class Stop:
        def step(self, done: int, total: int, what: str) -> None:
            raise Cancelled

    path = write(tmp_path, kind, SheetOf("S", [["a"]]))
    with pytest.raises(Cancelled):
        open_book(path, Stop())
    path.unlink()


_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\nệĐưỡ"), min_size=1, max_size=12)
_VALUES = st.one_of(
    st.none(),
    _TEXTS.filter(lambda text: text == text.strip()),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4)),
    st.booleans(),
    st.dates(date(1901, 1, 1), date(2100, 12, 31)),
)


@given(rows=st.lists(st.lists(_VALUES, max_size=30), max_size=12).filter(lambda rows: any(v is not None for r in rows for v in r)))
def test_any_table_comes_in_alike_from_each_kind(tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]) -> None:
    folder = tmp_path_factory.mktemp("bang")
    wanted = expected(rows)
    for row in wanted:
        while row and row[-1] == "":
            row.pop()
    while wanted and not wanted[-1]:
        wanted.pop()
    for kind in ("xlsx", "xls"):
        assert values(only(write(folder, kind, SheetOf("S", rows)))) == wanted
