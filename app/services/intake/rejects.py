"""The rows that were not taken in, given back as a workbook to be corrected in Excel and taken in again.

Sheets, titles, bands and headings stand as they stood, so that the same sheet is recognised again; the last column says why each
row was held up, and is passed over when the workbook comes back. Columns that may not be kept are not in it, not even by their
headings, and neither are titles that speak of them. Rows of a table that says who told something are not given back at all: with
that in it the workbook would give them away, and without it what they say could not be compared with who told it any more.
It holds what the officer's own file held: nothing of the book leaves with it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from app.core.errors import UserError
from app.core.i18n import N_
from app.documents.grids.model import GridBook, GridCell, GridColumn, GridRow, GridSheet, Typed
from app.documents.grids.wording import NOT_GIVEN_SHEET, REASON, REJECTED_TITLE
from app.intake.readings import CellError, Doubt
from app.intake.shapes import is_never_kept
from app.intake.table import Line
from app.records.sheets.shape import INFORMANT, NEVER
from app.services.context import Context
from app.services.intake.opened import as_wanted
from app.services.intake.showing import reason
from app.services.intake.views import AS_FOUND, Edit, Found, FoundColumn, Judged, Preview
from app.services.papers.common import heading

_BY_HAND = "by_hand"
_SEALED = N_("Rows of a table that says who gave the information are not written into a workbook ({rows}). Mend them in the list.")
_NOBODY = Edit()
_READINGS = 2
_OF_YEAR = re.compile(r"/[0-9]{4}")
_WIDTHS = (8.0, 42.0)
_REASON_WIDTH = 60.0
_PADDING = 2.0
_MEASURED = 60


def rejected(ctx: Context, preview: Preview, *, by_hand: bool = False) -> bytes:
    """An .xlsx of the rows to be looked at; with `by_hand` also of those the officer left out. What was typed stands in them.

    Raises `UserError` "intake.sealed_rows" when all of them stand in tables that say who told something.
    """
    from app.documents.grids.excel import grids_xlsx

    held = [row for row in preview.rows if row.verdict == "review" or (by_hand and row.reason == _BY_HAND)]
    by_table: dict[str, list[Judged]] = {}
    for row in held:
        by_table.setdefault(row.key, []).append(row)
    sheets: list[GridSheet] = []
    sealed = 0
    for found in preview.opened.tables:
        if rows := by_table.get(found.key):
            read = as_wanted(ctx, found, preview.wanted.get(found.key, AS_FOUND))
            if any(column.own.startswith(INFORMANT) for column in read.columns):
                sealed += len(rows)
            else:
                sheets.append(_sheet(ctx, read, rows, preview))
    if sealed and not sheets:
        raise UserError("intake.sealed_rows", _SEALED, rows=sealed)
    if sealed:
        sheets.append(GridSheet(NOT_GIVEN_SHEET, (ctx.say(_SEALED, rows=sealed),), ()))
    if not sheets:
        sheets.append(GridSheet(REJECTED_TITLE, (ctx.say(N_("No row is to be looked at.")),), ()))
    return grids_xlsx(GridBook(REJECTED_TITLE, heading(ctx).body, ctx.clock.today(), tuple(sheets)))


def _sheet(ctx: Context, found: Found, held: list[Judged], preview: Preview) -> GridSheet:
    columns = [column for column in found.columns if column.target != NEVER]
    lines = {line.number: line for line in found.table.lines}
    titles = tuple(title for title in found.titles if not is_never_kept(title))
    rows = tuple(_rows(ctx, columns, held, lines, preview))
    texts = [_column(column, place, rows) for place, column in enumerate(columns)]
    return GridSheet(found.sheet, titles, (*texts, GridColumn(REASON, _REASON_WIDTH, Typed.TEXT)), rows)


def _column(column: FoundColumn, place: int, rows: Iterable[GridRow]) -> GridColumn:
    said = [len(str(row.cells[place])) for row in rows if not row.band and row.cells[place] is not None][:_MEASURED]
    low, high = _WIDTHS
    return GridColumn(column.heading, min(high, max(low, *said, len(column.heading) / 2) + _PADDING))


def _rows(
    ctx: Context, columns: list[FoundColumn], held: list[Judged], lines: Mapping[int, Line], preview: Preview
) -> Iterator[GridRow]:
    bands: tuple[str, ...] = ()
    for row in held:
        line = lines[row.number]
        yield from (GridRow((band,), band=True) for band in _opened(bands, line.bands))
        bands = line.bands
        edit = preview.edits.get((row.key, row.number), _NOBODY)
        doubts = _doubts(row)
        cells = [_cell(column, line, edit, doubts.get(column.target)) for column in columns]
        marked = frozenset(place for place, column in enumerate(columns) if column.target and column.target in doubts)
        yield GridRow((*cells, _why(ctx, columns, row, doubts)), marked=marked)


def _doubts(row: Judged) -> dict[str, Doubt]:
    """Everything to be looked at in a row, by target, what it was held up for first."""
    found = {row.target: row.doubt} if row.doubt is not None else {}
    for target, doubt in row.draft.doubts if row.draft else ():
        found.setdefault(target, doubt)
    return found


def _opened(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """The bands to be written before a row, so that it stands under the same ones again."""
    if before == now:
        return ()
    shared = 0
    while shared < min(len(before), len(now)) and before[shared] == now[shared]:
        shared += 1
    return now[shared:] or now


def _cell(column: FoundColumn, line: Line, edit: Edit, doubt: Doubt | None) -> GridCell:
    typed = edit.texts.get(column.target)
    if typed is not None:
        return typed
    value = line.cells[column.place] if column.place < len(line.cells) else ""
    # What a broken formula shows is no text that anybody wrote.
    if value == "" or isinstance(value, CellError):
        return None
    if doubt is not None and doubt.code == "date.swapped" and len(doubt.offers) == _READINGS:
        # Alone in its column a day would not be suspected again, so both readings stand where one has to be struck out.
        first, second = doubt.offers
        return f"{_OF_YEAR.sub('', first)} hay {second}"
    return value


def _why(ctx: Context, columns: list[FoundColumn], row: Judged, doubts: Mapping[str, Doubt]) -> str:
    headings = {column.target: column.heading for column in columns if column.heading}
    said = [
        f"{headings[target]}: {_sentence(ctx, doubt)}" if target in headings else _sentence(ctx, doubt)
        for target, doubt in doubts.items()
    ]
    return ctx.say(N_("Row {row}. {reasons}"), row=row.number, reasons=" ".join(said or [reason(row, ctx.say)]))


def _sentence(ctx: Context, doubt: Doubt) -> str:
    return ctx.say(doubt.sentence, **doubt.facts)
