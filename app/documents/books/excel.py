"""A register as a workbook, to be counted and sorted further: one sheet, real numbers and days, the head frozen.

XlsxWriter could hold rows back in temporary files and so need less memory; those would lie on the disk unencrypted, so everything
stays in memory: about 0.6 kB a cell.
"""

import io
import re
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.core.progress import SILENT, Progress
from app.documents.books.model import Book, BookCell, BookColumn
from app.documents.fit import one_paragraph
from app.documents.official.model import Align
from app.documents.wording import SAMPLE

_FACE = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_LETTERS_A_MM = 0.55
_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_LONGEST = 32_000
"""Letters of a cell; Excel takes 32,767."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")


def book_xlsx(book: Book, progress: Progress = SILENT) -> bytes:
    """The register as .xlsx; title is its kind, author the unit, and nothing else about who or what made it."""
    out = io.BytesIO()
    # Text is written as text: a name that begins with "=" is no formula, an address no link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(out, options)
    day = book.heading.day
    created = datetime(day.year, day.month, day.day) if day else datetime(2000, 1, 1)
    workbook.set_properties({"title": book.title, "author": one_paragraph(book.heading.body), "created": created})
    sheet = workbook.add_worksheet(_FORBIDDEN.sub(" ", book.abstract or book.kind)[:31].strip() or "Sổ")
    _fill(sheet, _Formats(workbook), book, progress)
    workbook.close()
    return out.getvalue()


class _Formats:
    """Cell formats, made once a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str, bool], Format] = {}
        self.title = self._format(bold=True, font_size=14)
        self.plain = self._format(italic=True)
        self.unit = self._format(bold=True)
        self.sample = self._format(bold=True, font_size=16, font_color="#C8102E")
        self.head = self._format(bold=True, border=1, align="center", valign="vcenter", text_wrap=True, bg_color="#EDEFEA")

    def cell(self, align: str, shown: str, strong: bool) -> Format:
        """A cell of a column that stands like this; `shown` is Excel's number format, empty for text."""
        key = (align, shown, strong)
        if key not in self._made:
            number = {"num_format": shown} if shown else {"text_wrap": True}
            self._made[key] = self._format(border=1, align=align, bold=strong, **number)
        return self._made[key]

    def _format(self, **properties: object) -> Format:
        return self._book.add_format({**_FACE, **properties})


def _fill(sheet: Worksheet, formats: _Formats, book: Book, progress: Progress) -> None:
    last = max(len(book.columns) - 1, 0)
    for number, column in enumerate(book.columns):
        sheet.set_column(number, number, max(6.0, column.width * _LETTERS_A_MM))
    lines = [(book.heading.body, formats.unit), (f"{book.kind} {book.abstract}".strip(), formats.title)]
    lines += [(note, formats.plain) for note in book.notes]
    if book.sample:
        lines.insert(0, (SAMPLE, formats.sample))
    for row, (text, style) in enumerate(lines):
        sheet.write_string(row, 0, one_paragraph(text), style)
    top = len(lines) + 1
    if any(column.group for column in book.columns):
        _groups(sheet, top, book.columns, formats.head)
        top += 1
    for number, column in enumerate(book.columns):
        sheet.write_string(top, number, one_paragraph(column.title), formats.head)
    at = top + 1
    for row_data in book.rows(progress):
        for number, (column, cell) in enumerate(zip(book.columns, row_data.cells, strict=False)):
            _write(sheet, at, number, column, cell, formats, strong=row_data.strong or row_data.band)
        at += 1
    for text in book.closing:
        at += 1
        sheet.write_string(at, 0, text, formats.plain)
    sheet.freeze_panes(top + 1, 0)
    if at > top + 1:
        sheet.autofilter(top, 0, max(top + 1, top + book.count), last)
    sheet.repeat_rows(top)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=30 / 25.4, right=17 / 25.4, top=20 / 25.4, bottom=20 / 25.4)


def _groups(sheet: Worksheet, row: int, columns: tuple[BookColumn, ...], style: Format) -> None:
    first = 0
    while first < len(columns):
        last = first
        while last + 1 < len(columns) and columns[first].group and columns[last + 1].group == columns[first].group:
            last += 1
        text = columns[first].group
        if last > first:
            sheet.merge_range(row, first, row, last, text, style)
        else:
            sheet.write_string(row, first, text, style)
        first = last + 1


def _write(sheet: Worksheet, row: int, place: int, column: BookColumn, cell: BookCell, formats: _Formats, *, strong: bool) -> None:
    align = _ALIGN[column.align]
    match cell:
        case None | "":
            sheet.write_blank(row, place, None, formats.cell(align, "", strong))
        case str():
            sheet.write_string(row, place, _CONTROLS.sub(" ", cell)[:_LONGEST], formats.cell(align, "", strong))
        case datetime():
            sheet.write_datetime(row, place, cell, formats.cell(align, "hh:mm dd/mm/yyyy", strong))
        case date():
            moment = datetime(cell.year, cell.month, cell.day)
            sheet.write_datetime(row, place, moment, formats.cell(align, "dd/mm/yyyy", strong))
        case int():
            sheet.write_number(row, place, cell, formats.cell(align, "0" if column.plain else "#,##0", strong))
        case Decimal():
            sheet.write_number(row, place, cell, formats.cell(align, "#,##0.0", strong))
