"""An official paper as PDF, by ReportLab's flowing layout.

The page number stands in the middle of the top margin from page 2 on.
"""

import io
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Paragraph as Flowing

from app.documents.display import Anchor, Item, Sheet, Text
from app.documents.fit import one_paragraph
from app.documents.fonts import Face, text_width
from app.documents.official.blocks import (
    BODY_SIZE,
    Block,
    heading_block,
    signature_block,
    title_block,
)
from app.documents.official.model import Align, Annex, Cell, Column, Paper, Paragraph, Row, Style, Table, cell_text
from app.documents.official.page import BOTTOM, LEFT, RIGHT, TOP
from app.documents.pdf import POINTS_PER_MM, neutral_canvas, play, register_fonts, without_maker
from app.documents.sample import sample_mark

_A4 = (210.0, 297.0)
_ALIGN = {Align.LEFT: TA_LEFT, Align.CENTRE: TA_CENTER, Align.RIGHT: TA_RIGHT}
_PADDING = 3.0
"""Points between a cell's border and its text."""
_SMALLEST = 7.0
_SHORT_PARAGRAPH = 1200
_LONGEST_CELL = 700
"""Letters of one row of a cell; longer texts go on in a row below, so that no row is taller than a page."""


def paper_pdf(paper: Paper) -> bytes:
    """The paper as PDF; any text finds room, on further lines and pages."""
    register_fonts()
    out = io.BytesIO()
    pages = _Pages(out, paper)
    pages.build(list(_flowables(paper, pages)))
    return without_maker(out.getvalue())


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """Standing and lying pages, numbered from the second on, marked if the data are a sample."""

    def __init__(self, out: io.BytesIO, paper: Paper) -> None:
        super().__init__(
            out,
            title=paper.title,
            author=paper.heading.body,
            invariant=1,
            pageCompression=1,
            initialFontName=Face.REGULAR.value,
            initialFontSize=BODY_SIZE,
        )
        self._paper = paper
        self.standing_width = _A4[0] - LEFT - RIGHT
        self.lying_width = _A4[1] - LEFT - RIGHT
        self.addPageTemplates([self._template("standing", *_A4), self._template("lying", _A4[1], _A4[0])])

    def _makeCanvas(self, *arguments: Any, **named: Any) -> Canvas:  # noqa: N802 -- ReportLab's name
        # Here, not on the first page: what the canvas knows of itself is put aside before pages begin, and put back after.
        canvas = super()._makeCanvas(*arguments, **named)
        neutral_canvas(canvas, title=self._paper.title, author=self._paper.heading.body)
        return canvas

    def _template(self, name: str, width: float, height: float) -> PageTemplate:
        frame = Frame(
            LEFT * POINTS_PER_MM,
            BOTTOM * POINTS_PER_MM,
            (width - LEFT - RIGHT) * POINTS_PER_MM,
            (height - TOP - BOTTOM) * POINTS_PER_MM,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

        def on_page(canvas: Canvas, _document: BaseDocTemplate) -> None:
            self._margins(canvas, width, height)

        size = (width * POINTS_PER_MM, height * POINTS_PER_MM)
        return PageTemplate(name, [frame], onPage=on_page, pagesize=size)

    def _margins(self, canvas: Canvas, width: float, height: float) -> None:
        number = canvas.getPageNumber()
        items: list[Item] = []
        if number > 1:
            items.append(Text((width + LEFT - RIGHT) / 2, 13.0, str(number), Face.REGULAR, 13, anchor=Anchor.MIDDLE))
        if self._paper.sample:
            items.append(sample_mark(width, height))
        play(canvas, Sheet(width, height, tuple(items)))


class _Drawn(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A block of lines placed in millimetres, kept whole."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        self._block = block

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._block.width * POINTS_PER_MM, self._block.height * POINTS_PER_MM

    def draw(self) -> None:
        play(self.canv, Sheet(self._block.width, self._block.height, self._block.items))


def _flowables(paper: Paper, pages: _Pages) -> Iterator[Flowable]:
    width = pages.standing_width
    yield _Drawn(heading_block(paper.heading, width))
    yield _Drawn(title_block(paper, width))
    for ground in paper.grounds:
        yield from _paragraphs(Paragraph(ground, Style.GROUND))
    annexes = [block for block in paper.blocks if isinstance(block, Annex)]
    flowing = [part for block in paper.blocks if not isinstance(block, Annex) for part in _block(block, width)]
    signed, left_over = signature_block(paper, width)
    # A signature alone on a page could stand under anything: it takes the last short paragraph along, and its headings.
    ending: list[Flowable] = [Spacer(1, 8), _Drawn(signed)]
    if flowing and isinstance(flowing[-1], Flowing) and len(flowing[-1].text) < _SHORT_PARAGRAPH:
        ending.insert(0, flowing.pop())
        while flowing and isinstance(flowing[-1], Flowing) and flowing[-1].style.keepWithNext:
            ending.insert(0, flowing.pop())
    yield from flowing
    yield KeepTogether(ending)
    for line in left_over:
        yield from _paragraphs(Paragraph(line, Style.NOTE))
    for number, annex in enumerate(annexes, start=1):
        yield NextPageTemplate("lying" if annex.lying else "standing")
        yield PageBreak()
        yield from _annex(paper, annex, number if len(annexes) > 1 else 0, pages.lying_width if annex.lying else width)


def _annex(paper: Paper, annex: Annex, number: int, width: float) -> Iterator[Flowable]:
    yield Flowing(f"Phụ lục {number}" if number else "Phụ lục", _style(Face.BOLD, 14, TA_CENTER, before=0))
    yield Flowing(escape(one_paragraph(annex.title).upper()), _style(Face.BOLD, 13, TA_CENTER, before=2))
    yield Flowing(escape(paper.belonging), _style(Face.ITALIC, 13, TA_CENTER, before=2))
    yield Spacer(1, 8)
    for block in annex.blocks:
        yield from _block(block, width)


def _block(block: Paragraph | Table, width: float) -> Iterator[Flowable]:
    if isinstance(block, Paragraph):
        yield from _paragraphs(block)
    else:
        yield from _table(block, width)


_PARAGRAPHS = {
    Style.BODY: (Face.REGULAR, BODY_SIZE, TA_JUSTIFY, 10.0),
    Style.CHAPTER: (Face.BOLD, BODY_SIZE, TA_JUSTIFY, 10.0),
    Style.SECTION: (Face.BOLD, BODY_SIZE, TA_JUSTIFY, 10.0),
    Style.GROUND: (Face.ITALIC, BODY_SIZE, TA_JUSTIFY, 10.0),
    Style.CENTRED: (Face.BOLD, BODY_SIZE, TA_CENTER, 0.0),
    Style.NOTE: (Face.ITALIC, 12.0, TA_JUSTIFY, 0.0),
}


def _paragraphs(paragraph: Paragraph) -> Iterator[Flowable]:
    face, size, align, indent = _PARAGRAPHS[paragraph.style]
    style = _style(face, size, align, indent=indent)
    style.keepWithNext = 1 if paragraph.style in (Style.CHAPTER, Style.SECTION) else 0
    for line in paragraph.text.splitlines():
        clean = one_paragraph(line)
        if clean:
            yield Flowing(escape(clean), style)


def _style(face: Face, size: float, align: int, *, before: float = 6.0, indent: float = 0.0) -> ParagraphStyle:
    return ParagraphStyle(
        "",
        fontName=face.value,
        fontSize=size,
        leading=size * 1.22,
        alignment=align,
        spaceBefore=before,
        firstLineIndent=indent * POINTS_PER_MM,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def _table(table: Table, width: float) -> Iterator[Flowable]:
    size = 11.0 if table.small else 13.0
    whole = sum(column.weight for column in table.columns)
    widths = [width * POINTS_PER_MM * column.weight / whole for column in table.columns]
    head = _style(Face.BOLD, size, TA_CENTER, before=0)
    rows = [[_flowing(column.title, head, room) for column, room in zip(table.columns, widths, strict=True)]]
    lines = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#000000")),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("FONT", (0, 0), (-1, -1), Face.REGULAR.value, size),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ]
    )
    if table.row_height:
        room = max(2.0, (table.row_height * POINTS_PER_MM - size * 1.22) / 2)
        lines.add("TOPPADDING", (0, 1), (-1, -1), room - 1)
        lines.add("BOTTOMPADDING", (0, 1), (-1, -1), room + 1)
    for row in table.rows:
        for part in _row_parts(row, len(table.columns)):
            if row.band:
                # The name of a part stays with its first row.
                lines.add("SPAN", (0, len(rows)), (-1, len(rows)))
                lines.add("NOSPLIT", (0, len(rows)), (-1, len(rows) + 1))
                widths_of_row = [sum(widths)] * len(widths)
            else:
                widths_of_row = widths
            cells = zip(part, table.columns, widths_of_row, strict=True)
            rows.append([_cell(cell, column, row, size, room) for cell, column, room in cells])
    yield Spacer(1, 6)
    flowing = LongTable(rows, colWidths=widths, repeatRows=1)
    flowing.setStyle(lines)
    yield flowing


def _row_parts(row: Row, columns: int) -> Iterator[tuple[Cell, ...]]:
    """A row, or several if a cell's text is too long for a page: the text goes on in the rows below."""
    cells = (*row.cells, *("" for _ in range(columns - len(row.cells))))
    parts = [_pieces(cell) for cell in cells]
    for n in range(max(len(pieces) for pieces in parts)):
        yield tuple(pieces[n] if n < len(pieces) else "" for pieces in parts)


def _pieces(cell: Cell) -> list[Cell]:
    if not isinstance(cell, str) or len(cell) <= _LONGEST_CELL:
        return [cell]
    text, pieces = one_paragraph(cell), []
    while len(text) > _LONGEST_CELL:
        cut = text.rfind(" ", 1, _LONGEST_CELL)
        cut = cut if cut > 0 else _LONGEST_CELL
        pieces.append(text[:cut])
        text = text[cut:].strip()
    return [*pieces, text]


def _cell(cell: Cell, column: Column, row: Row, size: float, room: float) -> Flowing:
    face = Face.BOLD if row.strong else Face.REGULAR
    align = TA_LEFT if row.band else _ALIGN[column.align]
    return _flowing(cell_text(cell), _style(face, size, align, before=0), room)


def _flowing(text: str, style: ParagraphStyle, room: float) -> Flowing:
    """A cell's text, smaller if a word or number of it would break in the middle; `room` is the column's width in points."""
    clean = one_paragraph(text)
    widest = max((text_width(word, Face(style.fontName), style.fontSize) for word in clean.split()), default=0.0)
    inside = room - 2 * _PADDING - 0.5
    if widest * POINTS_PER_MM > inside:
        size = max(_SMALLEST, style.fontSize * inside / (widest * POINTS_PER_MM))
        style = _style(Face(style.fontName), size, style.alignment, before=0)
    return Flowing(escape(clean), style)
