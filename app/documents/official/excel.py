"""The tables of an official paper as a workbook: a sheet a table, figures as numbers, ready to print on A4."""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.documents.fit import one_paragraph
from app.documents.official.model import Align, Annex, Cell, Paper, Row, Table
from app.documents.wording import SAMPLE

_FACE = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
_LETTERS_A_SHEET = 130
"""Widths of all columns together, in letters: about a lying A4 page."""


def paper_xlsx(paper: Paper) -> bytes:
    """The tables of a paper as .xlsx; title is kind and number, author the unit, nothing else about who or what made it."""
    out = io.BytesIO()
    # Text is written as text: a name that begins with "=" is no formula, an address no link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    day = paper.heading.day
    created = datetime(day.year, day.month, day.day) if day else datetime(2000, 1, 1)
    book.set_properties({"title": paper.title, "author": one_paragraph(paper.heading.body), "created": created})
    taken: set[str] = set()
    formats = _Formats(book)
    for number, table in enumerate(_tables(paper), start=1):
        _sheet(book.add_worksheet(_name(table, number, taken)), paper, table, formats)
    if not taken:
        book.add_worksheet("Trống")
    book.close()
    return out.getvalue()


def _tables(paper: Paper) -> Iterator[Table]:
    for block in paper.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Annex):
            yield from (inner for inner in block.blocks if isinstance(inner, Table))


def _name(table: Table, number: int, taken: set[str]) -> str:
    """A worksheet's name: at most 31 letters, none of Excel's forbidden signs, none twice."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", table.caption)
    name = one_paragraph(plain)[:31].strip() or f"Bảng {number}"
    if name.lower() in taken:
        name = f"{name[:27].strip()} {number}"
    taken.add(name.lower())
    return name


class _Formats:
    """Cell formats, made once a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**_FACE, **properties})
        return self._made[key]


def _sheet(sheet: Worksheet, paper: Paper, table: Table, formats: _Formats) -> None:
    last = len(table.columns) - 1
    whole = sum(column.weight for column in table.columns)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, max(6.0, _LETTERS_A_SHEET * column.weight / whole))
    lines = [
        (paper.heading.body, formats.get(bold=True)),
        (f"{paper.kind}: {paper.abstract}", formats.get(bold=True, font_size=14, text_wrap=True)),
        (table.caption, formats.get(italic=True)),
    ]
    if paper.sample:
        lines.insert(0, (SAMPLE, formats.get(bold=True, font_size=16, font_color="#C8102E")))
    for row, (text, style) in enumerate(lines):
        sheet.merge_range(row, 0, row, last, one_paragraph(text), style) if last else sheet.write(row, 0, text, style)
    top = len(lines) + 1
    for number, column in enumerate(table.columns):
        head = formats.get(bold=True, border=1, align="center", text_wrap=True, bg_color="#EDEFEA")
        sheet.write_string(top, number, one_paragraph(column.title), head)
    for offset, row_data in enumerate(table.rows, start=1):
        _row(sheet, top + offset, table, row_data, formats)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=30 / 25.4, right=17 / 25.4, top=20 / 25.4, bottom=20 / 25.4)


def _row(sheet: Worksheet, at: int, table: Table, row: Row, formats: _Formats) -> None:
    if row.band:
        style = formats.get(bold=True, border=1)
        if len(table.columns) > 1:
            sheet.merge_range(at, 0, at, len(table.columns) - 1, "", style)
        _write(sheet, at, 0, row.cells[0], style)
        return
    for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=False)):
        align = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}[column.align]
        shown = {} if isinstance(cell, str) else {"num_format": "#,##0" if isinstance(cell, int) else "#,##0.0"}
        style = formats.get(bold=row.strong, border=1, align=align, text_wrap=True, **shown)
        _write(sheet, at, number, cell, style)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, style: Format) -> None:
    match cell:
        case None:
            sheet.write_blank(row, column, None, style)
        case str():
            sheet.write_string(row, column, one_paragraph(cell)[:32_000], style)
        case int() | Decimal():
            sheet.write_number(row, column, cell, style)
