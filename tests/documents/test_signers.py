"""Papers that several sign, and papers that carry no date at their head."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from app.documents.official.model import Heading, Paper, Paragraph, Signature
from app.documents.official.pdf import paper_pdf
from app.documents.official.word import paper_docx
from tests.documents.reading import read_pdf

MINUTES = Paper(
    Heading("CÔNG AN HUYỆN TRẠM TẤU", "CÔNG AN XÃ TÚC ĐÁN", "/BB-CAX", "Túc Đán", date(2022, 3, 12), dated=False),
    "BIÊN BẢN",
    "Buổi tuyên truyền phòng cháy",
    (Paragraph("Buổi tuyên truyền kết thúc hồi 16 giờ 30 phút cùng ngày."),),
    Signature(("CHỦ TRÌ",), "Lò Văn Mẫu"),
    ("Như trên;", "Lưu: VT."),
    cosigners=(Signature(("THƯ KÝ",), "Giàng Thị Thử"), Signature(("ĐẠI DIỆN BẢN",), "Mùa A Ví")),
)
NAMES = ("Giàng Thị Thử", "Mùa A Ví", "Lò Văn Mẫu")


def test_those_who_sign_stand_beside_each_other_and_recipients_below() -> None:
    page = read_pdf(paper_pdf(MINUTES)).pages[0]
    lines = [page.line(name) for name in NAMES]
    assert [line[0].x for line in lines] == sorted(line[0].x for line in lines)
    assert len({round(line[0].y, 1) for line in lines}) == 1
    office, name, below = page.line("ĐẠI DIỆN BẢN"), page.line("Mùa A Ví"), page.line("Nơi nhận:")
    assert name[0].y - office[0].y > 25
    assert below[0].y > name[0].y and below[0].x < lines[0][0].x


def test_word_holds_the_signers_in_the_same_order() -> None:
    document = docx.Document(io.BytesIO(paper_docx(MINUTES)))
    signed = [cell.text for cell in document.tables[-1].rows[0].cells]
    assert [name in cell for name, cell in zip(NAMES, signed, strict=True)] == [True] * 3
    assert "Nơi nhận:" in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("dated", [True, False])
def test_minutes_tell_their_day_in_the_text_and_not_at_the_head(dated: bool) -> None:
    paper = replace(MINUTES, heading=replace(MINUTES.heading, dated=dated))
    assert ("ngày 12 tháng 3 năm 2022" in read_pdf(paper_pdf(paper)).pages[0].text) is dated
    cells = " ".join(cell.text for table in docx.Document(io.BytesIO(paper_docx(paper))).tables for cell in table.rows[0].cells)
    assert ("ngày 12 tháng 3 năm 2022" in cells) is dated
