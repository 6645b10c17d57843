"""A register of 17,000 rows as a printed book and as a workbook, beside the tables of the libraries that write them."""

import io
from collections.abc import Iterator
from datetime import date, datetime

import pytest
import xlsxwriter
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from app.core.progress import SILENT, Progress
from app.documents.books.excel import book_xlsx
from app.documents.books.model import Book, BookCell, BookColumn, BookRow, book_text
from app.documents.books.pages import book_sheets
from app.documents.fonts import Face
from app.documents.official.model import Align, Heading, Signature
from app.documents.pdf import POINTS_PER_MM, register_fonts, render_pdf
from tests.benchmarks.ratio import compare
from tests.names import names

ROWS = 17_000
COLUMNS = (
    BookColumn("STT", 12, Align.CENTRE, plain=True),
    BookColumn("Ngày ký", 22, Align.CENTRE),
    BookColumn("Họ và tên", 50),
    BookColumn("Thôn, bản", 40),
    BookColumn("Năm sinh", 14, Align.CENTRE, plain=True),
    BookColumn("Số nhân khẩu", 16, Align.RIGHT),
    BookColumn("Ghi chú", 96),
)


def cells() -> Iterator[tuple[BookCell, ...]]:
    for number, name in enumerate(names(ROWS), start=1):
        yield (number, date(2022, 3, 1 + number % 28), name, f"Bản Pa Te {number % 9}", 1950 + number % 50, number % 9, "Đã ký")


def rows(progress: Progress) -> Iterator[BookRow]:
    for row in cells():
        yield BookRow(row)


def book() -> Book:
    return Book(
        heading=Heading("CÔNG AN TỈNH", "CÔNG AN XÃ TÚC ĐÁN", "", "Túc Đán", date(2022, 12, 5), numbered=False),
        kind="SỔ THEO DÕI",
        abstract="CAM KẾT ĐÃ KÝ",
        columns=COLUMNS,
        rows=rows,
        count=ROWS,
        closing=("Sổ này có 17.000 mục.",),
        signatures=(Signature(("NGƯỜI LẬP SỔ",)),),
    )


@pytest.mark.timeout(1500)
def test_printing_a_register(benchmark: BenchmarkFixture) -> None:
    register_fonts()

    def bare() -> None:
        style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("FONT", (0, 0), (-1, -1), Face.REGULAR.value, 11)])
        data = [[column.title for column in COLUMNS]]
        data += [[book_text(cell, plain=True) for cell in row] for row in cells()]
        table = LongTable(data, colWidths=[column.width * POINTS_PER_MM for column in COLUMNS], repeatRows=1, style=style)
        SimpleDocTemplate(io.BytesIO(), pagesize=landscape(A4)).build([table])

    def own() -> None:
        render_pdf(book_sheets(book(), SILENT), title="Sổ", author="Công an xã")

    compare(benchmark, "17,000 rows printed / a bare ReportLab table", bare=bare, own=own, limit=2, rounds=1)


def test_exporting_a_register(benchmark: BenchmarkFixture) -> None:
    def bare() -> None:
        workbook = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
        sheet, days = workbook.add_worksheet(), workbook.add_format({"num_format": "dd/mm/yyyy"})
        for at, row in enumerate(cells()):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(at, place, datetime(cell.year, cell.month, cell.day), days)
                else:
                    sheet.write(at, place, cell)
        workbook.close()

    def own() -> None:
        book_xlsx(book(), SILENT)

    compare(benchmark, "17,000 rows exported / bare XlsxWriter", bare=bare, own=own, limit=4, rounds=1)
