"""Registers on lying pages and forms to fill in: everything within its column and page; and what they look like."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter

from app.core.progress import Progress
from app.documents.books.form import Blank, BlankPart, BlankTable, Form, Room, form_sheets
from app.documents.books.model import Book, BookCell, BookColumn, BookRow, no_rows
from app.documents.books.pages import ROOM, book_sheets
from app.documents.books.rows import Ruling
from app.documents.display import Line
from app.documents.official.model import Align, Heading, Signature
from app.documents.official.page import LEFT
from app.documents.pdf import render_pdf

from .reading import read_pdf

HEADING = Heading("CÔNG AN TỈNH YÊN BÁI", "CÔNG AN XÃ TÚC ĐÁN", "", "Túc Đán", date(2022, 12, 5), numbered=False)
COLUMNS = (
    BookColumn("STT", 11, Align.CENTRE, plain=True),
    BookColumn("Ngày nhận", 22, Align.CENTRE),
    BookColumn("Nội dung", 90),
    BookColumn("Hòa giải thành", 16, Align.CENTRE, group="Kết quả"),
    BookColumn("Hòa giải không thành", 16, Align.CENTRE, group="Kết quả"),
    BookColumn("Số người", 18, Align.RIGHT),
)
GOLDEN = Path(__file__).parent / "golden"
DOTS_PER_INCH = 50
CLOSE = 40
"""How much a blurred dot may differ between two versions of the engine that draws, of 255."""


def book(rows: list[tuple[BookCell, ...]]) -> Book:
    def read(_progress: Progress) -> Iterator[BookRow]:
        yield from (BookRow(row) for row in rows)

    return Book(
        heading=HEADING,
        kind="SỔ THEO DÕI",
        abstract="HOẠT ĐỘNG HÒA GIẢI",
        columns=COLUMNS,
        rows=read,
        count=len(rows),
        notes=("Ngày nhận: từ 01/01/2022 đến 31/12/2022",),
        closing=(f"Sổ này có {len(rows)} mục.",),
        signatures=(Signature(("NGƯỜI LẬP SỔ",)), Signature(("TRƯỞNG CÔNG AN XÃ",), "Thiếu tá Lò Văn Mẫu")),
        sample=True,
    )


def pdf_of(made: Book) -> bytes:
    return render_pdf(book_sheets(made), title=made.title, author=made.heading.body)


ROWS: list[tuple[BookCell, ...]] = [
    (number, date(2022, 3, number), "Tranh chấp bờ ruộng giữa hai gia đình " * (number % 4 + 1), "x", None, 1000 + number)
    for number in range(1, 25)
]
FORM = Form(
    heading=replace(HEADING, dated=False),
    abstract="VỤ MÂU THUẪN, TRANH CHẤP",
    parts=(
        BlankPart("", (Blank("Ngày tiếp nhận", Room.DAY, must=True), Blank("Thôn, bản"))),
        BlankPart(
            "Hòa giải",
            (
                Blank("Lĩnh vực", Room.BOXES, ("Đất đai", "Hôn nhân, gia đình", "Giữa hàng xóm", "Nước, lối đi, ranh giới")),
                Blank("Nội dung", Room.LINES),
                Blank("Lúc", Room.MOMENT),
            ),
        ),
    ),
    tables=(BlankTable("Hòa giải viên", (BookColumn("STT", 11), BookColumn("Họ và tên", 90), BookColumn("Ghi chú", 60))),),
)


def test_every_row_stands_within_its_columns() -> None:
    edges = [LEFT + edge for edge in Ruling.of(COLUMNS, ROOM).edges]
    pages = read_pdf(pdf_of(replace(book(ROWS), sample=False))).pages
    assert len(pages) > 1
    for page in pages:
        assert (page.width, page.height) == pytest.approx((297, 210), abs=0.1)
        assert max(letter.right for letter in page.letters) <= edges[-1] + 0.1
        assert max(letter.bottom for letter in page.letters) <= 190.1
        for letter in page.line("Tranh chấp bờ ruộng"):
            assert edges[2] <= letter.left and letter.right <= edges[3]


def test_the_head_of_the_table_and_the_page_number_are_on_every_page() -> None:
    pages = read_pdf(pdf_of(replace(book(ROWS), sample=False))).pages
    for number, page in enumerate(pages, start=1):
        assert all(title in page.text for title in ("(1)", "(6)", "STT", "Số người"))
        in_margin = "".join(letter.letter for letter in page.letters if letter.bottom < 19)
        assert in_margin == ("" if number == 1 else str(number))
    assert "Túc Đán, ngày 05 tháng 12 năm 2022" in pages[0].text and "Túc Đán, ngày" not in pages[-1].text


def test_signatures_never_stand_alone_on_a_page() -> None:
    for count in range(1, 25):
        pages = read_pdf(pdf_of(book(ROWS[:count]))).pages
        last = pages[-1].text
        assert "NGƯỜI LẬP SỔ" in last
        assert "01/03/2022" in last or f"{count:02}/03/2022" in last


def test_a_line_runs_through_no_title_of_a_group() -> None:
    first = next(iter(book_sheets(book(ROWS[:1]))))
    edge = LEFT + Ruling.of(COLUMNS, ROOM).edges[4]
    upright = sorted(
        (line.y1, line.y2) for line in first.items if isinstance(line, Line) and line.x1 == pytest.approx(edge) == line.x2
    )
    level = sorted({line.y1 for line in first.items if isinstance(line, Line) and line.y1 == line.y2})
    top = min(level, key=lambda y: y)
    assert upright and min(min(pair) for pair in upright) > top


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("aăâbcd đêghi 0123456789\nộ"), max_size=900), min_size=1, max_size=6))
def test_no_text_is_lost_or_leaves_the_page(texts: list[str]) -> None:
    rows: list[tuple[BookCell, ...]] = [(n, None, text, None, None, n) for n, text in enumerate(texts, start=1)]
    pages = read_pdf(pdf_of(replace(book(rows), sample=False))).pages
    drawn = "".join(letter.letter for page in pages for letter in page.letters)
    for text in texts:
        word = "".join(text.split())[:6]
        assert word in drawn
    for page in pages:
        assert all(letter.left >= LEFT - 0.5 and letter.right <= LEFT + ROOM + 0.5 for letter in page.letters)
        assert all(letter.bottom <= 190.5 for letter in page.letters)


def test_an_empty_sheet_has_rows_to_write_in() -> None:
    made = replace(book([]), rows=no_rows, empty_pages=2, closing=(), signatures=())
    sheets = list(book_sheets(made))
    assert len(sheets) == 2
    for sheet in sheets:
        level = sorted({round(line.y1, 1) for line in sheet.items if isinstance(line, Line) and line.y1 == line.y2})
        rows = [low for low, high in pairwise(level) if high - low > 9]
        assert len(rows) >= 10


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(
            Blank,
            st.text(alphabet="aăêộ ", min_size=1, max_size=200).map(lambda text: f"Mục {text}"),
            st.sampled_from(Room),
            st.lists(st.text(alphabet="abc ộ", min_size=1, max_size=60), min_size=1, max_size=12).map(tuple),
            st.booleans(),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_a_form_of_any_fields_stays_on_its_pages(blanks: list[Blank]) -> None:
    sheets = form_sheets(replace(FORM, parts=(BlankPart("Phần", tuple(blanks)),)))
    for page in read_pdf(render_pdf(sheets, title="Phiếu", author="Công an xã")).pages:
        assert all(letter.left >= 29.5 and letter.right <= 193.5 for letter in page.letters)
        assert all(letter.bottom <= 278 for letter in page.letters)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler's pdftoppm is not installed")
@pytest.mark.parametrize("name", ["register", "empty-sheet", "form"])
def test_it_looks_as_it_did(name: str, tmp_path: Path) -> None:
    """Compared with a picture that was looked at; to accept a new look, copy what the failure names over the old picture."""
    made = {
        "register": lambda: pdf_of(book(ROWS)),
        "empty-sheet": lambda: pdf_of(replace(book([]), rows=no_rows, empty_pages=1, closing=(), signatures=())),
        "form": lambda: render_pdf(form_sheets(FORM), title="Phiếu", author="Công an xã"),
    }[name]()
    (tmp_path / "paper.pdf").write_bytes(made)
    command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-gray", "-png", "-singlefile", "paper.pdf", name]
    subprocess.run(command, cwd=tmp_path, check=True)
    new, old = (Image.open(folder / f"{name}.png").convert("L") for folder in (tmp_path, GOLDEN))
    assert new.size == old.size
    blurred = [picture.filter(ImageFilter.GaussianBlur(2)) for picture in (new, old)]
    worst = ImageChops.difference(*blurred).getextrema()[1]
    assert worst <= CLOSE, f"{tmp_path / name}.png differs from {GOLDEN / name}.png by {worst}"
