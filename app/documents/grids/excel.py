"""Writes a workbook that comes back: ruled tables with a frozen head, drop-downs, formats of columns, ready to print."""

import io
import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.documents.fit import one_paragraph
from app.documents.grids.model import GridBook, GridCell, GridColumn, GridRow, GridSheet, Typed
from app.documents.grids.wording import ASK_ANYWAY, NOT_A_DAY, NOT_OFFERED, OPTIONS_SHEET

_FACE = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_LONGEST = 32_000
"""Letters of a cell; Excel takes 32,767."""
_LONGEST_HINT = 250
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FIRST_YEAR = 1900
"""Excel has no days before."""
_WIDE = 10
_FROZEN = 2
"""Of more columns than fit on a screen, so many stay in sight: the row's number and what it is about."""
_LAST_ROW = 5_000
"""How far down drop-downs and checks reach."""
_FORMATS = {Typed.GENERAL: "General", Typed.TEXT: "@", Typed.DAY: "dd/mm/yyyy", Typed.NUMBER: "#,##0"}


def grids_xlsx(book: GridBook) -> bytes:
    """The workbook as .xlsx; equal input gives equal bytes, and nothing tells who or what made it."""
    out = io.BytesIO()
    # Text is written as text: a name that begins with "=" is no formula, an address no link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"title": book.title, "author": book.author, "created": _midnight(book.created)})
    formats = _Formats(workbook)
    lists = _Lists()
    taken: set[str] = {OPTIONS_SHEET.lower()}
    for number, grid in enumerate(book.sheets, start=1):
        _fill(workbook.add_worksheet(_name(grid.name, number, taken)), grid, formats, lists)
    lists.write(workbook)
    workbook.close()
    return out.getvalue()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _name(wanted: str, number: int, taken: set[str]) -> str:
    """A name Excel takes: at most 31 letters, none of its own signs, none twice."""
    name = one_paragraph(_FORBIDDEN.sub(" ", wanted))[:31].strip() or f"Sheet{number}"
    if name.lower() in taken:
        name = f"{name[:26].strip()} {number}"
    taken.add(name.lower())
    return name


class _Lists:
    """The drop-downs' options, on a hidden sheet: written into a cell's own rule they may have 255 letters only."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, ...], int] = {}
        self._length = 0

    def source(self, options: tuple[str, ...]) -> str:
        if options not in self._first:
            self._first[options] = self._length
            self._length += len(options)
        first = self._first[options]
        return f"='{OPTIONS_SHEET}'!$A${first + 1}:$A${first + len(options)}"

    def write(self, workbook: Workbook) -> None:
        """One list below the other: side by side they could pass for the headings of a table."""
        if not self._first:
            return
        sheet = workbook.add_worksheet(OPTIONS_SHEET)
        sheet.very_hidden()
        for options, first in self._first.items():
            for row, option in enumerate(options):
                sheet.write_string(first + row, 0, option)


class _Formats:
    """Cell formats, made once a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**_FACE, **properties})
        return self._made[key]

    def head(self, *, required: bool) -> Format:
        colour = "#F6E7C1" if required else "#EDEFEA"
        return self.get(bold=True, border=1, align="center", valign="vcenter", text_wrap=True, bg_color=colour)

    def cell(self, shown: str, *, marked: bool = False) -> Format:
        return self.get(border=1, num_format=shown, text_wrap=True, **({"bg_color": "#FFF2A8"} if marked else {}))


def _fill(sheet: Worksheet, grid: GridSheet, formats: _Formats, lists: _Lists) -> None:
    for place, column in enumerate(grid.columns):
        sheet.set_column(place, place, column.width, formats.get(num_format=_FORMATS[column.typed], text_wrap=True))
    for row, text in enumerate(grid.titles):
        style = formats.get(bold=True, font_size=14) if row == 0 else formats.get(italic=True)
        sheet.write_string(row, 0, one_paragraph(text)[:_LONGEST], style)
    top = len(grid.titles) + 1 if grid.titles else 0
    for place, column in enumerate(grid.columns):
        sheet.write_string(top, place, one_paragraph(column.heading), formats.head(required=column.required))
        _rule(sheet, top + 1, place, column, lists)
    at = top + 1
    for row_data in grid.rows:
        _row(sheet, at, grid.columns, row_data, formats)
        at += 1
    for _ in range(grid.empty_rows):
        for place, column in enumerate(grid.columns):
            sheet.write_blank(at, place, None, formats.cell(_FORMATS[column.typed]))
        at += 1
    sheet.freeze_panes(top + 1, _FROZEN if len(grid.columns) > _WIDE else 0)
    sheet.repeat_rows(top)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=30 / 25.4, right=17 / 25.4, top=20 / 25.4, bottom=20 / 25.4)


def _rule(sheet: Worksheet, first: int, place: int, column: GridColumn, lists: _Lists) -> None:
    """What Excel offers, asks and shows while somebody types into the column."""
    rule: dict[str, Any] = {"ignore_blank": True}
    if column.options:
        rule |= {"validate": "list", "source": lists.source(column.options)}
        refused = ("stop", NOT_OFFERED) if column.strict else ("warning", ASK_ANYWAY)
        rule |= dict(zip(("error_type", "error_message"), refused, strict=True))
    elif column.typed is Typed.DAY:
        rule |= {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1)}
        rule |= {"error_type": "warning", "error_message": NOT_A_DAY}
    elif column.hint:
        rule |= {"validate": "any"}
    else:
        return
    if column.hint:
        rule["input_message"] = column.hint[:_LONGEST_HINT]
    sheet.data_validation(first, place, _LAST_ROW, place, rule)


def _row(sheet: Worksheet, at: int, columns: tuple[GridColumn, ...], row: GridRow, formats: _Formats) -> None:
    if row.band:
        style = formats.get(bold=True, border=1)
        text = _plain(str(row.cells[0]))
        if len(columns) > 1:
            sheet.merge_range(at, 0, at, len(columns) - 1, "", style)
        sheet.write_string(at, 0, text, style)
        return
    for place, (column, cell) in enumerate(zip(columns, row.cells, strict=False)):
        _write(sheet, at, place, column, cell, partial(formats.cell, marked=place in row.marked))


def _plain(text: str) -> str:
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST]


def _write(sheet: Worksheet, at: int, place: int, column: GridColumn, cell: GridCell, style: Callable[[str], Format]) -> None:
    match cell:
        case None | "":
            sheet.write_blank(at, place, None, style(_FORMATS[column.typed]))
        case str():
            sheet.write_string(at, place, _plain(cell), style("@"))
        case bool():
            sheet.write_boolean(at, place, cell, style("General"))
        case float() if not math.isfinite(cell):
            # Excel has no such numbers; a workbook that was written by other programs may.
            sheet.write_string(at, place, str(cell), style("@"))
        case int() | float():
            sheet.write_number(at, place, cell, style("#,##0" if column.typed is Typed.NUMBER else "General"))
        case date() if cell.year < _FIRST_YEAR:
            sheet.write_string(at, place, f"{cell.day:02}/{cell.month:02}/{cell.year}", style("@"))
        case datetime():
            hours = (cell.hour, cell.minute, cell.second) != (0, 0, 0)
            sheet.write_datetime(at, place, cell, style("hh:mm dd/mm/yyyy" if hours else "dd/mm/yyyy"))
        case date():
            sheet.write_datetime(at, place, _midnight(cell), style("dd/mm/yyyy"))
        case time() | timedelta():
            sheet.write_datetime(at, place, cell, style("hh:mm"))
