"""Checking what total rows claim against the rows that were read: "Tổng số: 45 hộ" over 44 rows is worth a look."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.intake.cells.figures import whole_number
from app.intake.rows import RowKind
from app.intake.table import Line, Table
from app.intake.workbook import Value

_TICKS = frozenset(("x", "v", "✓", "✔", "√", "có", "co"))
"""Marks in a column that a total counts."""


@dataclass(frozen=True, slots=True)
class WrongTotal:
    """A total that does not add up. `place` is the column of a wrong sum, `None` when the number of rows is wrong."""

    row: int
    place: int | None
    said: int
    counted: int


def wrong_totals(table: Table) -> tuple[WrongTotal, ...]:
    """Totals that fit neither the rows since the last band or total, nor all rows of the table."""
    return tuple(_wrong(table))


def _wrong(table: Table) -> Iterator[WrongTotal]:
    every = [line for line in table.lines if line.kind is RowKind.DATA]
    summed = {place for line in table.lines if line.total for place in line.total.by_column} - set(table.never)
    if not every or not any(line.total for line in table.lines):
        return
    whole = _sums(every, summed)
    since: list[Line] = []
    above: list[Line] = []
    for line in table.lines:
        if line.kind is RowKind.DATA:
            since.append(line)
            above.append(line)
        elif line.kind is RowKind.BAND:
            since = []
        elif line.total:
            said = line.total
            if said.count is not None and said.count not in (len(since), len(above), len(every)):
                # "Tổng số: 210 khẩu" counts what stands in a column.
                sums = {*whole.values(), *_sums(since, summed | set(table.mapping)).values()}
                if said.count not in sums | set(_sums(every, set(table.mapping)).values()):
                    yield WrongTotal(line.number, None, said.count, len(since) or len(every))
            for place, figure in said.by_column.items():
                if place in table.never or place not in table.mapping:
                    continue
                sums_here = {_sums(part, {place}).get(place, 0) for part in (since, above, every)}
                counts = {len(since), len(above), len(every)}
                if figure not in sums_here | counts:
                    yield WrongTotal(line.number, place, figure, _sums(since or every, {place}).get(place, 0))
            since = []


def _sums(lines: list[Line], places: set[int]) -> dict[int, int]:
    """The sum of each column over these rows, of what is read there as a whole number: "~10" and "25 người" count too."""
    sums: dict[int, int] = {}
    for line in lines:
        for place in places:
            number = _whole(line.cells[place]) if place < len(line.cells) else None
            if number is not None:
                sums[place] = sums.get(place, 0) + number
    return sums


@lru_cache(maxsize=8192, typed=True)
def _whole(value: Value) -> int | None:
    if isinstance(value, str) and value.strip().casefold() in _TICKS:
        return 1
    return whole_number(value)
