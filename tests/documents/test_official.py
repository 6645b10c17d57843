"""Official papers by Nghị định 30/2020: margins, headings, rules, page numbers, any length of text."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.official.annual import AnnualReport, ByUnit, FigureRow, annual_report
from app.documents.official.excel import paper_xlsx
from app.documents.official.model import Align, Annex, Column, Heading, Paper, Paragraph, Row, Signature, Style, Table, cell_text
from app.documents.official.pdf import paper_pdf
from app.documents.official.word import paper_docx

from .reading import read_pdf

HEADING = Heading("CÔNG AN TỈNH YÊN BÁI", "CÔNG AN HUYỆN TRẠM TẤU", "12/BC-CAH", "Trạm Tấu", date(2022, 12, 5))
UNITS = ("Bản Công", "Bản Mù", "Hát Lừu")
REPORT = AnnualReport(
    heading=HEADING,
    period="năm 2022 (15/12/2021–14/12/2022)",
    this_title="Năm 2022",
    previous_title="Năm 2021",
    figures=tuple(
        FigureRow(f"Chỉ tiêu số {n}", "buổi", 17000 + n, 16000, "+1.000", "+6,3 %", "Tuyên truyền" if n < 20 else "Mô hình")
        for n in range(40)
    ),
    closing="Trong năm 2022 đã tổ chức 188 buổi học tập, tuyên truyền.",
    signature=Signature(("TRƯỞNG CÔNG AN HUYỆN",), "Thượng tá Lò Văn Mẫu"),
    opening=("Công an huyện Trạm Tấu báo cáo kết quả như sau:",),
    sections=(("ĐẶC ĐIỂM, TÌNH HÌNH", ("Huyện có 12 xã, thị trấn. " * 20,)),),
    by_unit=ByUnit(UNITS, (("Buổi học tập", (1, 2, 3), 6), ("Lượt người", (1000, 2000, 3000), 6000))),
)
PAPER = annual_report(REPORT)


def test_heading_stands_in_two_columns_within_the_margins() -> None:
    pages = read_pdf(paper_pdf(PAPER)).pages
    first = pages[0]
    assert (first.width, first.height) == pytest.approx((210, 297), abs=0.1)
    for line in ("CÔNG AN TỈNH YÊN BÁI", "CÔNG AN HUYỆN TRẠM TẤU", "Số: 12/BC-CAH"):
        assert all(letter.right < 110 for letter in first.line(line))
    for line in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Trạm Tấu, ngày 05 tháng 12 năm 2022"):
        assert all(letter.left > 95 for letter in first.line(line))
    assert first.line("CÔNG AN HUYỆN TRẠM TẤU")[0].y > first.line("CÔNG AN TỈNH YÊN BÁI")[0].y
    for page in pages:
        assert min(letter.left for letter in page.letters) >= 29.9
        assert max(letter.right for letter in page.letters) <= page.width - 15
        assert max(letter.bottom for letter in page.letters) <= page.height - 19.9


def test_page_numbers_begin_on_page_two_in_the_top_margin() -> None:
    pages = read_pdf(paper_pdf(PAPER)).pages
    assert len(pages) >= 3
    assert min(letter.top for letter in pages[0].letters) >= 20
    for number, page in enumerate(pages[1:], start=2):
        above = [letter for letter in page.letters if letter.bottom < 20]
        assert "".join(letter.letter for letter in above) == str(number)
        middle = (above[0].left + above[-1].right) / 2
        assert middle == pytest.approx((page.width + 30 - 17) / 2, abs=0.5)


def test_figures_comparison_and_closing_are_on_the_paper() -> None:
    text = "\n".join(page.text for page in read_pdf(paper_pdf(PAPER)).pages)
    for wanted in (
        "BÁO CÁO",
        "Chỉ tiêu số 39",
        "17.039",
        "16.000",
        "+1.000",
        "+6,3 %",
        "188 buổi",
        "Thượng tá Lò Văn Mẫu",
        "Nơi nhận:",
    ):
        assert wanted in text
    assert "Phụ lục" in text and "(Kèm theo Báo cáo số 12/BC-CAH ngày 05 tháng 12 năm 2022 của" in " ".join(text.split())


def test_figures_by_unit_lie_on_a_page_of_their_own() -> None:
    last = read_pdf(paper_pdf(PAPER)).pages[-1]
    assert last.width > last.height
    assert all(unit in " ".join(last.text.split()) for unit in UNITS)


def test_many_units_go_on_in_a_further_table() -> None:
    units = tuple(f"Xã số {n}" for n in range(30))
    facts = replace(REPORT, by_unit=ByUnit(units, (("Buổi học tập", tuple(range(30)), 435),)))
    annex = next(block for block in annual_report(facts).blocks if isinstance(block, Annex))
    tables = [block for block in annex.blocks if isinstance(block, Table)]
    assert [len(table.columns) for table in tables] == [14, 14, 6]
    assert [table.columns[-1].title for table in tables] == ["Xã số 12", "Xã số 25", "Tổng"]
    assert tables[-1].rows[0].cells[-1] == 435


def test_facts_are_title_and_author_only() -> None:
    data = paper_pdf(PAPER)
    assert read_pdf(data).facts == {"Title": "Báo cáo số 12/BC-CAH", "Author": "CÔNG AN HUYỆN TRẠM TẤU"}
    for trace in (b"ReportLab", b"reportlab", b"CreationDate", b"Producer", b"Helvetica"):
        assert trace not in data
    assert data == paper_pdf(PAPER)


def test_a_paper_without_its_number_leaves_room_for_it() -> None:
    heading = replace(HEADING, number="/BC-CAH", day=None)
    paper = replace(PAPER, heading=heading)
    assert paper.title == "Báo cáo"
    text = read_pdf(paper_pdf(paper)).pages[0].text
    assert "/BC-CAH" in text and "ngày …… tháng …… năm ………" in text


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_say_so_on_every_page(sample: bool) -> None:
    paper = replace(PAPER, sample=sample)
    assert all(("DỮ LIỆU MẪU" in page.text) is sample for page in read_pdf(paper_pdf(paper)).pages)
    document = zipfile.ZipFile(io.BytesIO(paper_docx(paper)))
    assert ("DỮ LIỆU MẪU" in "".join(document.read(name).decode() for name in document.namelist() if "header" in name)) is sample
    book = zipfile.ZipFile(io.BytesIO(paper_xlsx(paper)))
    assert ("DỮ LIỆU MẪU" in book.read("xl/sharedStrings.xml").decode()) is sample


LONG = st.text(alphabet=st.characters(codec="utf-8"), max_size=3000) | st.text(alphabet="Thôn bản <&> ", max_size=3000)


def any_paper(text: str, cell: str, body: str, recipients: int) -> Paper:
    table = Table(
        (Column("TT", 1, Align.CENTRE), Column(cell[:40], 2), Column("Nội dung", 2)),
        (Row((1, cell, text)), Row((cell,), band=True), Row((None, Decimal("92.8"), cell), strong=True)),
    )
    blocks = (Paragraph(text), Paragraph(cell, Style.CHAPTER), table, Annex(text[:300], (Paragraph(text), table), lying=True))
    heading = Heading(body, body, body[:60], body[:60], date(2026, 1, 1))
    signature = Signature((body, body), body)
    return Paper(heading, "TỜ TRÌNH", text, blocks, signature, ("Phòng PV05;",) * recipients, body, (text,), sample=True)


@settings(max_examples=25)
@given(LONG, LONG, LONG, st.integers(0, 60))
def test_any_text_of_any_length_finds_room(text: str, cell: str, body: str, recipients: int) -> None:
    paper = any_paper(text, cell, body, recipients)
    assert paper_pdf(paper).startswith(b"%PDF")


def test_very_long_texts_in_word_and_excel() -> None:
    paper = any_paper("Nội dung dài <&> " * 200, "=1+1 " * 600, "CÔNG AN XÃ " * 20, 40)
    docx.Document(io.BytesIO(paper_docx(paper)))
    sheet = zipfile.ZipFile(io.BytesIO(paper_xlsx(paper))).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_word_holds_the_same_words_and_no_traces() -> None:
    data = paper_docx(PAPER)
    assert data == paper_docx(PAPER)
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert not [name for name in archive.namelist() if "thumbnail" in name or name.endswith("app.xml")]
    assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}
    core = archive.read("docProps/core.xml").decode()
    assert "python" not in core and "Báo cáo số 12/BC-CAH" in core and "CÔNG AN HUYỆN TRẠM TẤU" in core
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins if margin is not None] == [20, 20, 30, 17]
    cells = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    paragraphs = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in cells and "17.039" in cells and "188 buổi" in paragraphs
    last = document.sections[-1]
    assert last.page_width and last.page_height and last.page_width > last.page_height


def test_excel_holds_numbers_as_numbers() -> None:
    data = paper_xlsx(PAPER)
    assert data == paper_xlsx(PAPER)
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert "<v>17039</v>" in archive.read("xl/worksheets/sheet1.xml").decode()
    assert "python" not in archive.read("docProps/core.xml").decode().lower()
    names = archive.read("xl/workbook.xml").decode()
    assert "Số liệu so với cùng kỳ" in names and "Số liệu theo đơn vị" in names


@pytest.mark.parametrize(("cell", "text"), [(1250, "1.250"), (Decimal("92.84"), "92,8"), ("a", "a"), (None, "")])
def test_cells_are_written_the_vietnamese_way(cell: object, text: str) -> None:
    assert cell_text(cell) == text  # type: ignore[arg-type]  # parametrized values have no common type


def test_numbers_never_break_in_a_narrow_column() -> None:
    units = tuple(f"Xã số {n}" for n in range(13))
    facts = replace(REPORT, by_unit=ByUnit(units, (("Tiền thưởng", (10_350_000,) * 13, 134_550_000),)))
    last = read_pdf(paper_pdf(annual_report(facts))).pages[-1]
    starts = [n for n in range(len(last.letters)) if "".join(x.letter for x in last.letters[n : n + 10]) == "10.350.000"]
    assert len(starts) == 13
    for start in starts:
        assert len({round(letter.y, 2) for letter in last.letters[start : start + 10]}) == 1


def test_the_signature_never_stands_alone_nor_parts_a_heading_from_its_text() -> None:
    for rows in range(28, 40):
        pages = read_pdf(paper_pdf(annual_report(replace(REPORT, figures=REPORT.figures[:rows])))).pages
        signed = next(page for page in pages if "Thượng tá Lò Văn Mẫu" in page.text)
        assert "188 buổi" in signed.text and "ĐÁNH GIÁ CHUNG" in signed.text


def test_a_table_may_end_with_the_name_of_a_part_or_have_no_rows() -> None:
    columns = (Column("A", 1), Column("B", 1))
    tables = (
        Table(columns, (Row(("Phần A",), band=True),)),
        Table(columns, ()),
        Table((Column("A", 1),), (Row(("1",), band=True),)),
    )
    paper = replace(PAPER, blocks=tables)
    assert "Phần A" in read_pdf(paper_pdf(paper)).pages[0].text
    assert paper_docx(paper) and paper_xlsx(paper)


def test_the_name_of_a_part_never_ends_a_page() -> None:
    for rows in range(20, 34):
        figures = tuple(FigureRow(f"Chỉ tiêu {n}", "tin", 1, 1, "0", "0 %", "Phần A" if n < rows else "Phần B") for n in range(40))
        pages = read_pdf(paper_pdf(annual_report(replace(REPORT, figures=figures)))).pages
        for page in pages:
            if "Phần B" in page.text:
                assert f"Chỉ tiêu {rows}" in page.text
