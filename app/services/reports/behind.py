"""The records behind a figure, as lists any register page can open."""

from dataclasses import dataclass

from app.core.text import fold
from app.data.conditions import AllOf, Between, Condition, Not, OneOf, UnitIs
from app.data.reader import Reader
from app.services.context import Context
from app.services.registers.listing import ListState
from app.services.reports.unit_facts import other_units, unit_facts
from app.statistics.by_hand import given_by_hand
from app.statistics.closed import months_of
from app.statistics.compute import condition_of
from app.statistics.indicators import INDICATORS
from app.statistics.periods import Period
from app.statistics.successions import of_units, unit_codes


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """One list behind a figure: the register's title, and the state its page opens with. `records` is how many it holds."""

    title: str
    state: ListState
    records: int


def rows_behind(ctx: Context, code: str, period: Period, *, unit: str = "") -> tuple[RowsBehind, ...]:
    """The lists behind an indicator's figure, one a register it counts in; `unit` narrows them to what one unit adds.

    Beside the first, those without records are left out. For closed figures (†) these are the own records, and the closed sheets of
    units below. Figures given by hand come last.
    """
    indicator = INDICATORS[code]
    own = ctx.store.unit
    with ctx.store.reader() as reader:
        codes = unit_codes(reader, own)
    only: tuple[Condition, ...] = (UnitIs(unit),) if unit else ()
    lists = []
    for source in indicator.sources:
        if indicator.closed and unit and unit not in codes:
            continue
        counted = (of_units(codes),) if indicator.closed else only
        where = AllOf((condition_of(source, period, stock=indicator.stock), *counted))
        order = (source.on, "asc") if source.on and not source.parent else None
        lists.append(ListState(source.type_code, order=order, where=where))
    if indicator.closed and unit not in codes:
        months = months_of(period)
        where = AllOf((Between("month", months[0], months[-1]), Not(of_units(codes)), *only))
        lists.append(ListState("closed_sheet", order=("month", "asc"), where=where))
    with ctx.store.reader() as reader:
        given = _given(reader, own, code, period, unit)
        if given:
            lists.append(ListState("hand_figure", where=OneOf("id", given)))
        counts = [reader.count(each.type_code, each.where or AllOf()) for each in lists]
    registry = ctx.store.registry
    return tuple(
        RowsBehind(ctx.say(registry.get(each.type_code).plural), each, count)
        for place, (each, count) in enumerate(zip(lists, counts, strict=True))
        if count or not place
    )


def _given(reader: Reader, own: str, code: str, period: Period, unit: str) -> tuple[str, ...]:
    """The records of figures given by hand that add to the figure, of one unit where that is asked."""
    found = [figure for figure in given_by_hand(reader, period, INDICATORS).counted if figure.indicator == code]
    if unit and found:
        names = {fold(each.name): each.code for each in (*other_units(reader, own), unit_facts(reader, own))}
        found = [figure for figure in found if figure.column(own, names) == unit]
    return tuple(figure.record for figure in found)
