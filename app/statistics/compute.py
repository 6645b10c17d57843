"""Counting: from standing records and closed sheets to figures.

A station counts its own records. A unit above sums the shared records of its units as they stand in its own book, and takes the
closed indicators (†) of other units from their closed sheets. One rule serves both: a closed indicator is counted live for the
own unit and read from sheets for every other. What was given by hand for units without a book is added as they gave it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.data.conditions import AllOf, AnyOf, Between, Condition, IsEmpty, Not, ParentMatches
from app.data.reader import Reader
from app.statistics.by_hand import HandFigure
from app.statistics.closed import Sheets, from_sheets
from app.statistics.declaration import Indicator, Source
from app.statistics.indicators import ALL
from app.statistics.periods import Period
from app.statistics.successions import of_units, unit_codes


@dataclass(frozen=True, slots=True)
class Figure:
    """What an indicator comes to, and what each unit adds to it (units that add nothing are left out).

    `by_hand` is how much of the value was given by hand and not counted.
    """

    value: int
    by_unit: Mapping[str, int]
    by_hand: int = 0


def compute(
    reader: Reader,
    period: Period,
    *,
    own_unit: str,
    as_of: date = date.max,
    sheets: Sheets,
    indicators: Iterable[Indicator] = ALL,
    by_hand: Iterable[tuple[str, HandFigure]] = (),
) -> dict[str, Figure]:
    """The figures of a period by indicator code. `sheets` are the newest closed sheets (`closed.newest_sheets`).

    `by_hand` are figures that add to a unit's, with the code of that unit; closing a month leaves them out, for they go up as
    records of their own. Units that had become part of `own_unit` by `as_of` count as it: their records are here, so their
    sheets add nothing.
    """
    own = unit_codes(reader, own_unit, as_of)
    added: dict[str, list[tuple[str, int]]] = {}
    for unit, figure in by_hand:
        added.setdefault(figure.indicator, []).append((unit, figure.value))
    return {i.code: _figure(reader, i, period, own, sheets, added.get(i.code, [])) for i in indicators}


def _figure(
    reader: Reader, indicator: Indicator, period: Period, own: frozenset[str], sheets: Sheets, by_hand: list[tuple[str, int]]
) -> Figure:
    by_unit: dict[str, int] = {}
    where = (of_units(own),) if indicator.closed else ()
    for source in indicator.sources:
        for unit, value in count_source(reader, source, period, stock=indicator.stock, where=where).items():
            by_unit[unit] = by_unit.get(unit, 0) + value
    if indicator.per > 1:
        # Each unit rounds once, half up, so that the unit above comes to the sum of what its units report.
        by_unit = {unit: (2 * value + indicator.per) // (2 * indicator.per) for unit, value in by_unit.items()}
    if indicator.closed:
        of_others = {place: sheet for place, sheet in sheets.items() if place[0] not in own}
        for unit, value in from_sheets(of_others, indicator, period, own_unit="").items():
            by_unit[unit] = by_unit.get(unit, 0) + value
    for unit, value in by_hand:
        by_unit[unit] = by_unit.get(unit, 0) + value
    standing = {unit: value for unit, value in sorted(by_unit.items()) if value}
    return Figure(sum(standing.values()), standing, sum(value for _, value in by_hand))


def count_source(
    reader: Reader, source: Source, period: Period, *, stock: bool, where: tuple[Condition, ...] = ()
) -> dict[str, int]:
    """What one source comes to, by unit."""

    def counted(condition: Condition) -> dict[str, int]:
        return reader.grouped(source.type_code, AllOf((condition, *where)), source.measure, "unit")

    if not source.first_time or stock:
        return counted(condition_of(source, period, stock=stock))
    # Everything up to the last day less everything before the first: whoever was counted on an earlier day is not counted
    # again, and the parts of a longer period always add up to it.
    until = counted(condition_of(source, replace(period, start=date.min), stock=False))
    if period.start == date.min:
        return until
    before = counted(condition_of(source, Period(period.kind, date.min, period.start - timedelta(days=1)), stock=False))
    return {unit: value - before.get(unit, 0) for unit, value in until.items()}


def condition_of(source: Source, period: Period, *, stock: bool) -> Condition:
    """The condition on records behind a figure: dated within the period, or standing on its last day."""
    parts = list(source.where)
    if stock:
        parts += _standing(source, period.end.isoformat())
    elif source.parent:
        dated = AllOf((Between(source.on, period.start.isoformat(), period.end.isoformat()), *source.parent_where))
        parts.append(ParentMatches(*source.parent, dated))
    else:
        parts.append(Between(source.on, period.start.isoformat(), period.end.isoformat()))
    return AllOf(tuple(parts))


def _standing(source: Source, day: str) -> list[Condition]:
    parts: list[Condition] = []
    if source.since:
        parts.append(AnyOf((IsEmpty(source.since), Between(source.since, None, day))))
    if source.until:
        parts.append(Not(Between(source.until, None, day)))
    if source.review:
        parts.append(replace(source.review, until=day))
    return parts
