"""Rows that the officer says are data although they looked like something else: a band, a total, a heading, a signature."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.intake import rows
from app.intake.rows import RowKind
from app.intake.table import Line, band_of
from app.services.intake.views import Edit, Found, RowKey


def may_be_data(kind: RowKind) -> bool:
    """Whether an officer may take a row of that kind as data: there is something in it, and it is not data already."""
    return kind not in (RowKind.DATA, RowKind.EMPTY)


def with_rows(found: Found, edits: Mapping[RowKey, Edit]) -> Found:
    """The table with the rows that are data by the officer's word; a band taken as data heads those below it no more."""
    chosen = {number for (key, number), edit in edits.items() if key == found.key and edit.as_row}
    if not chosen:
        return found
    return replace(found, table=replace(found.table, lines=tuple(_lines(found.table.lines, chosen))))


def _lines(lines: tuple[Line, ...], chosen: set[int]) -> Iterator[Line]:
    bands: tuple[str, ...] = ()
    for line in lines:
        if line.number in chosen and may_be_data(line.kind):
            yield Line(line.number, RowKind.DATA, line.cells, bands)
        elif line.kind is RowKind.BAND:
            bands = rows.under(bands, said) if (said := band_of(line.cells)) else ()
            yield line
        elif line.kind is RowKind.DATA:
            yield line._replace(bands=bands)
        else:
            yield line
