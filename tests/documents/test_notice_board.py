"""Boards and labels: what hangs on the wall says the number, large enough, and the code beside it calls it."""

import io
from math import sqrt

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from app.documents.display import Sheet
from app.documents.notice_board import Notice, board, grouped, labels
from app.documents.pdf import render_pdf

from .reading import read_pdf

NOTICE = Notice("CÔNG AN TỈNH YÊN BÁI", "CÔNG AN XÃ TÚC ĐÁN", ("0216 3876 113", "0912345678"), "Nhà văn hóa thôn Pa Te")


def _pdf(sheet: Sheet) -> bytes:
    return render_pdf([sheet], title="t", author="a")


def _seen(pdf: bytes, dots_per_inch: int) -> Image.Image:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as opened:
        return opened[0].render(scale=dots_per_inch / 72).to_pil()


@pytest.mark.parametrize("scale", [1.0, sqrt(2)])
@pytest.mark.parametrize("sample", [False, True])
def test_a_telephone_reads_the_code_and_dials_the_first_number(scale: float, sample: bool) -> None:
    notice = Notice(NOTICE.parent_body, NOTICE.body, NOTICE.numbers, NOTICE.place, sample)
    read = zxingcpp.read_barcodes(_seen(_pdf(board(notice, scale)), 60))
    assert [code.text for code in read] == ["tel:02163876113"]


def test_numbers_are_the_largest_on_the_board_and_nothing_leaves_it() -> None:
    sheet = board(NOTICE)
    sizes = {text.text: text.size for text in sheet.texts()}
    assert min(sizes["0216 3876 113"], sizes["0912 345 678"]) > 2 * max(
        size for text, size in sizes.items() if not text[0].isdigit()
    )
    for text in sheet.texts():
        assert text.left >= 9 and text.left + text.width <= sheet.width - 9, text.text


@pytest.mark.parametrize("numbers", [(), ("113",), ("0216 3876 113",) * 3, ("+84 216 3876 113 (trực ban)",)])
def test_any_numbers_make_a_board_and_labels(numbers: tuple[str, ...]) -> None:
    notice = Notice("", "CÔNG AN XÃ CÓ TÊN RẤT DÀI THUỘC ĐẶC KHU Ở NGOÀI KHƠI XA", numbers)
    for sheet in (board(notice), labels(notice)):
        assert read_pdf(_pdf(sheet)).pages[0].text
        for text in sheet.texts():
            assert text.left >= 0 and text.left + text.width <= sheet.width, text.text


def test_a_sheet_of_labels_is_full_of_equal_ones() -> None:
    page = read_pdf(_pdf(labels(NOTICE))).pages[0].text
    assert page.count("0912 345 678") == page.count("CÔNG AN XÃ TÚC ĐÁN") == 24


@pytest.mark.parametrize(
    ("typed", "read"),
    [("0912345678", "0912 345 678"), ("0912.345.678", "0912 345 678"), ("113", "113"), ("0216 3876 113", "0216 3876 113")],
)
def test_ten_digits_stand_in_groups(typed: str, read: str) -> None:
    assert grouped(typed) == read
