"""Workbooks that come back: what is text stays text in every export, drop-downs, marked cells; read with another engine."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from app.core.progress import Progress
from app.documents.books.excel import book_xlsx
from app.documents.books.model import Book, BookColumn, BookRow
from app.documents.grids.excel import grids_xlsx
from app.documents.grids.model import GridBook, GridCell, GridColumn, GridRow, GridSheet, Typed
from app.documents.official.excel import paper_xlsx
from app.documents.official.model import Column, Heading, Paper, Row, Signature, Table

HEADING = Heading("CÔNG AN TỈNH YÊN BÁI", "CÔNG AN XÃ TÚC ĐÁN", "", "Túc Đán", date(2022, 12, 5), numbered=False)
SHEET = GridSheet(
    "Buổi tuyên truyền",
    ("SỔ BUỔI TUYÊN TRUYỀN", "Cột có dấu * phải ghi."),
    (
        GridColumn("Ngày *", typed=Typed.DAY, required=True, hint="Ví dụ: 05/03/2024"),
        GridColumn("Hình thức", options=("Học tập", "Tuyên truyền"), strict=True),
        GridColumn("Số điện thoại", typed=Typed.TEXT),
        GridColumn("Ghi chú", width=30),
    ),
)
BOOK = GridBook("Mẫu nhập: Buổi tuyên truyền", "CÔNG AN XÃ TÚC ĐÁN", date(2022, 12, 5), (SHEET,))


def with_rows(*rows: GridRow) -> GridBook:
    return replace(BOOK, sheets=(replace(SHEET, rows=rows),))


def values_of(data: bytes, sheet: int = 0) -> Sequence[Sequence[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(sheet).to_python(skip_empty_area=False)


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml")}


def as_grid(text: str) -> bytes:
    band = GridRow((text,), band=True)
    sheet = replace(SHEET, titles=(text,), columns=(GridColumn(text), GridColumn(text)), rows=(GridRow((text, text)), band))
    return grids_xlsx(GridBook(text, text, date(2022, 12, 5), (sheet,)))


def as_register(text: str) -> bytes:
    def rows(_progress: Progress) -> Iterator[BookRow]:
        yield BookRow((text, text))
        yield BookRow((text,), band=True)

    columns = (BookColumn(text, 20, group=text), BookColumn(text, 20, group=text))
    return book_xlsx(Book(HEADING, text, text, columns, rows, 2, notes=(text,), closing=(text,)))


def as_paper(text: str) -> bytes:
    table = Table((Column(text, 1), Column(text, 1)), (Row((text, text)), Row((text,), band=True)), text)
    return paper_xlsx(Paper(HEADING, text, text, (table,), Signature((text,))))


@pytest.mark.parametrize("write", [as_grid, as_register, as_paper])
@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(1,2)", "+84912", "-5", "@SUM(A1)", "{=1+1}", "\t=1+1", "http://a.vn", "1250"])
def test_what_begins_like_a_formula_is_text_in_every_export(write: Callable[[str], bytes], text: str) -> None:
    data = write(text)
    for name, part in parts_of(data).items():
        if name.startswith("xl/worksheets/"):
            assert "<f>" not in part and "<f " not in part and "<hyperlink" not in part
            assert not re.search(r"<c [^>]*><v>", re.sub(r'<c [^>]*t="s"[^>]*><v>', "", part)), "a text became a number"
    assert text.strip() in {str(value).strip() for row in values_of(data) for value in row}


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    cells: tuple[GridCell, ...] = tuple(["x", *texts])
    sheet = replace(SHEET, columns=tuple(GridColumn(f"Cột {n}") for n in range(len(cells))), rows=(GridRow(cells),))
    row = values_of(grids_xlsx(replace(BOOK, sheets=(sheet,))))[4]
    assert [str(value) for value in row] + [""] * (len(cells) - len(row)) == list(cells)


def test_days_numbers_and_hours_stay_what_they_are() -> None:
    row = GridRow((date(2024, 3, 5), datetime(2024, 3, 5, 14, 30), 12.5, time(14, 30)))
    assert values_of(grids_xlsx(with_rows(row)))[4] == [date(2024, 3, 5), datetime(2024, 3, 5, 14, 30), 12.5, time(14, 30)]
    before_excel = values_of(grids_xlsx(with_rows(GridRow((date(1897, 3, 5),)))))[4][0]
    assert before_excel == "05/03/1897"


def test_drop_downs_offer_their_options_from_a_sheet_nobody_sees() -> None:
    parts = parts_of(grids_xlsx(with_rows()))
    rules = re.findall(r"<dataValidation .*?</dataValidation>", parts["xl/worksheets/sheet1.xml"])
    offered = next(rule for rule in rules if 'type="list"' in rule)
    assert 'sqref="B5:B' in offered and "errorStyle" not in offered
    assert "'Danh mục'!$A$1:$A$2" in offered.replace("&apos;", "'")
    assert 'name="Danh mục" sheetId="2" state="veryHidden"' in parts["xl/workbook.xml"]
    assert values_of(grids_xlsx(with_rows()), 1) == [["Học tập"], ["Tuyên truyền"]]
    day = next(rule for rule in rules if 'type="date"' in rule)
    assert "Ví dụ: 05/03/2024" in day and 'errorStyle="warning"' in day


def test_a_file_tells_no_more_than_its_kind_and_unit() -> None:
    data = grids_xlsx(with_rows())
    assert data == grids_xlsx(with_rows())
    core = parts_of(data)["docProps/core.xml"]
    assert "<dc:creator>CÔNG AN XÃ TÚC ĐÁN</dc:creator>" in core and "2022-12-05T00:00:00Z" in core
    assert "CÔNG AN XÃ TÚC ĐÁN</cp:lastModifiedBy>" in core


def test_two_sheets_of_one_name_are_told_apart() -> None:
    book = replace(
        BOOK, sheets=(SHEET, replace(SHEET, name="Buổi tuyên truyền"), replace(SHEET, name="Danh mục"), replace(SHEET, name="[:*]"))
    )
    names = CalamineWorkbook.from_filelike(io.BytesIO(grids_xlsx(book))).sheet_names
    assert len({name.lower() for name in names}) == 5
