"""An official paper as a Word file, with the same sizes and margins as the PDF, to be edited further.

Type is named Times New Roman, which every Windows machine has and Tinos measures like. The library's template leaves its own name,
a thumbnail and the hour in a file: all are taken out.
"""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from app.documents.fit import one_paragraph
from app.documents.fonts import Face, text_width
from app.documents.official.model import Align, Annex, Paper, Paragraph, Signature, Style, Table, cell_text
from app.documents.official.page import BOTTOM, LEFT, RIGHT, TOP
from app.documents.official.zipped import rezipped
from app.documents.wording import MOTTO, RECIPIENTS, SAMPLE, STATE, TO

_FACE = "Times New Roman"
_ALIGN = {Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT, Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER, Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT}
_STYLES = {
    Style.BODY: (14.0, False, False, WD_ALIGN_PARAGRAPH.JUSTIFY, 10.0),
    Style.CHAPTER: (14.0, True, False, WD_ALIGN_PARAGRAPH.JUSTIFY, 10.0),
    Style.SECTION: (14.0, True, False, WD_ALIGN_PARAGRAPH.JUSTIFY, 10.0),
    Style.GROUND: (14.0, False, True, WD_ALIGN_PARAGRAPH.JUSTIFY, 10.0),
    Style.CENTRED: (14.0, True, False, WD_ALIGN_PARAGRAPH.CENTER, 0.0),
    Style.NOTE: (12.0, False, True, WD_ALIGN_PARAGRAPH.JUSTIFY, 0.0),
}
_WIDTH = 210.0 - LEFT - RIGHT


def paper_docx(paper: Paper) -> bytes:
    """The paper as .docx; title is kind and number, author the unit, nothing else about who or what made it."""
    document = Document()
    _neutral(document, paper)
    _page(document.sections[0], lying=False)
    _page_number(document.sections[0])
    _sample_in_header(document.sections[0], paper)
    _heading(document, paper)
    _title(document, paper)
    for ground in paper.grounds:
        _paragraphs(document, Paragraph(ground, Style.GROUND))
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            _paragraphs(document, block)
        elif isinstance(block, Table):
            _table(document, block, _WIDTH)
    _signature(document, paper)
    annexes = [block for block in paper.blocks if isinstance(block, Annex)]
    for number, annex in enumerate(annexes, start=1):
        _annex(document, paper, annex, number if len(annexes) > 1 else 0)
    out = io.BytesIO()
    document.save(out)
    return rezipped(out.getvalue(), without=("docProps/thumbnail.jpeg", "docProps/app.xml"))


def _neutral(document: Any, paper: Paper) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by = paper.title, one_paragraph(paper.heading.body), ""
    core.comments = core.subject = core.keywords = core.category = ""
    core.revision, core.language = 1, "vi-VN"
    moment = datetime(2000, 1, 1, tzinfo=UTC)
    if paper.heading.day is not None:
        day = paper.heading.day
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    core.created = core.modified = moment
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FACE, Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FACE)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)


def _page(section: Any, *, lying: bool) -> None:
    short, long = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if lying else (short, long)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = Mm(9)


def _page_number(section: Any) -> None:
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = _run(line, "", size=13)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def _sample_in_header(section: Any, paper: Paper) -> None:
    """Word has no plain way across the page: the mark stands at the head of every page, large and pale."""
    if not paper.sample:
        return
    for header in (section.header, section.first_page_header):
        line = header.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(line, SAMPLE, size=26, bold=True).font.color.rgb = RGBColor(0xC9, 0xBD, 0xB4)


def _run(paragraph: Any, text: str, *, size: float, bold: bool = False, italic: bool = False) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return run


def _line(place: Any, text: str, *, size: float, bold: bool = False, italic: bool = False, align: Any = None) -> Any:
    """A paragraph of one style in a document or cell; the first empty paragraph of a cell is used up."""
    paragraphs = place.paragraphs
    fresh = len(paragraphs) == 1 and not paragraphs[0].text and not paragraphs[0].runs and hasattr(place, "vertical_alignment")
    paragraph = paragraphs[0] if fresh else place.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if align is None else align
    _run(paragraph, one_paragraph(text), size=size, bold=bold, italic=italic)
    return paragraph


def _rule(place: Any, *, length: float, room: float) -> None:
    """A rule of `length` mm in the middle of `room` mm: the upper border of an empty, indented paragraph."""
    paragraph = place.add_paragraph()
    aside = max(0.0, (room - length) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(aside)
    _run(paragraph, "", size=4)
    paragraph.paragraph_format.line_spacing = Pt(5)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _columns(document: Any, widths: Iterable[float]) -> list[Any]:
    """A borderless one-row table: two things side by side."""
    sizes = list(widths)
    table = document.add_table(rows=1, cols=len(sizes))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, width in zip(table.rows[0].cells, sizes, strict=True):
        cell.width = Mm(width)
    return list(table.rows[0].cells)


def _heading(document: Any, paper: Paper) -> None:
    heading = paper.heading
    right_width = text_width(STATE, Face.BOLD, 12) + 5.0
    left_width = _WIDTH - right_width
    left, right = _columns(document, (left_width, right_width))
    if heading.parent_body.strip():
        _line(left, heading.parent_body, size=12)
    _line(left, heading.body, size=12, bold=True)
    _rule(left, length=min(left_width - 8, text_width(one_paragraph(heading.body), Face.BOLD, 12)) * 0.42, room=left_width - 4)
    _line(left, heading.number_line, size=13)
    _line(right, STATE, size=12, bold=True)
    _line(right, MOTTO, size=13, bold=True)
    _rule(right, length=text_width(MOTTO, Face.BOLD, 13), room=right_width - 4)
    if heading.dated:
        _line(right, heading.date_line, size=13, italic=True)


def _title(document: Any, paper: Paper) -> None:
    _line(document, paper.kind, size=14, bold=True).paragraph_format.space_before = Pt(14)
    _line(document, paper.abstract, size=14, bold=True)
    _rule(document, length=min(48.0, text_width(one_paragraph(paper.abstract), Face.BOLD, 14) * 0.42), room=_WIDTH)
    if paper.addressee.strip():
        _line(document, f"{TO} {paper.addressee}", size=14).paragraph_format.space_after = Pt(6)


def _paragraphs(document: Any, paragraph: Paragraph) -> None:
    size, bold, italic, align, indent = _STYLES[paragraph.style]
    for text in paragraph.text.splitlines():
        if one_paragraph(text):
            line = _line(document, text, size=size, bold=bold, italic=italic, align=align)
            line.paragraph_format.space_before = Pt(6)
            line.paragraph_format.first_line_indent = Mm(indent)
            line.paragraph_format.keep_with_next = paragraph.style in (Style.CHAPTER, Style.SECTION)


def _table(document: Any, table: Table, width: float) -> None:
    size = 11.0 if table.small else 13.0
    gap = document.add_paragraph()
    _run(gap, "", size=4)
    grid = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.autofit = False
    whole = sum(column.weight for column in table.columns)
    widths = [Mm(width * column.weight / whole) for column in table.columns]
    for column, cell, cell_width in zip(table.columns, grid.rows[0].cells, widths, strict=True):
        cell.width = cell_width
        _line(cell, column.title, size=size, bold=True)
    repeat = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in table.rows:
        line = grid.add_row()
        if table.row_height:
            line.height, line.height_rule = Mm(table.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
        cells = line.cells
        if row.band:
            merged = cells[0].merge(cells[-1])
            _line(merged, cell_text(row.cells[0]), size=size, bold=True, align=WD_ALIGN_PARAGRAPH.LEFT)
            continue
        # Cells are taken from the row once: the library looks each up anew otherwise, and a long table takes minutes.
        for column, cell, value, cell_width in zip(table.columns, cells, row.cells, widths, strict=False):
            cell.width = cell_width
            _line(cell, cell_text(value), size=size, bold=row.strong, align=_ALIGN[column.align])


def _signature(document: Any, paper: Paper) -> None:
    gap = document.add_paragraph()
    _run(gap, "", size=8)
    if paper.cosigners:
        signers = (*paper.cosigners, paper.signature)
        for cell, signer in zip(_columns(document, [_WIDTH / len(signers)] * len(signers)), signers, strict=True):
            _sign(cell, signer)
        _recipients(document, paper)
        return
    left, right = _columns(document, (_WIDTH * 0.48, _WIDTH * 0.52))
    _recipients(left, paper)
    _sign(right, paper.signature)


def _recipients(place: Any, paper: Paper) -> None:
    if not paper.recipients:
        return
    _line(place, RECIPIENTS, size=12, bold=True, italic=True, align=WD_ALIGN_PARAGRAPH.LEFT)
    for recipient in paper.recipients:
        _line(place, f"- {recipient.strip()}", size=11, align=WD_ALIGN_PARAGRAPH.LEFT)


def _sign(cell: Any, signer: Signature) -> None:
    for office in signer.offices:
        _line(cell, office, size=13, bold=True)
    blank = cell.add_paragraph()
    blank.paragraph_format.space_before = Mm(28)
    if signer.name.strip():
        _line(cell, signer.name, size=14, bold=True)


def _annex(document: Any, paper: Paper, annex: Annex, number: int) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _page(section, lying=annex.lying)
    section.different_first_page_header_footer = False
    _line(document, f"Phụ lục {number}" if number else "Phụ lục", size=14, bold=True)
    _line(document, annex.title.upper(), size=13, bold=True)
    _line(document, paper.belonging, size=13, italic=True).paragraph_format.space_after = Pt(6)
    for block in annex.blocks:
        if isinstance(block, Paragraph):
            _paragraphs(document, block)
        else:
            _table(document, block, (297.0 if annex.lying else 210.0) - LEFT - RIGHT)
