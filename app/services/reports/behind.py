"""The records behind a figure, as lists any register page can open."""

from dataclasses import dataclass

from app.data.conditions import AllOf, Between, Condition, Not, UnitIs
from app.services.context import Context
from app.services.registers.listing import ListState
from app.statistics.closed import months_of
from app.statistics.compute import condition_of
from app.statistics.indicators import INDICATORS
from app.statistics.periods import Period


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """One list behind a figure: the register's title, and the state its page opens with."""

    title: str
    state: ListState


def rows_behind(ctx: Context, code: str, period: Period, *, unit: str = "") -> tuple[RowsBehind, ...]:
    """The lists behind an indicator's figure, one a register it counts in; `unit` narrows them to one unit's records.

    For closed figures (†) these are the own records, and the closed sheets of units below.
    """
    indicator = INDICATORS[code]
    lists = []
    own = ctx.store.unit
    only: tuple[Condition, ...] = (UnitIs(unit),) if unit else ()
    for source in indicator.sources:
        if indicator.closed and unit not in ("", own):
            continue
        counted = (UnitIs(own),) if indicator.closed else only
        where = AllOf((condition_of(source, period, stock=indicator.stock), *counted))
        order = (source.on, "asc") if source.on and not source.parent else None
        lists.append(_behind(ctx, source.type_code, where, order))
    if indicator.closed and unit != own:
        months = months_of(period)
        where = AllOf((Between("month", months[0], months[-1]), Not(UnitIs(own)), *only))
        with ctx.store.reader() as reader:
            has_sheets = reader.count("closed_sheet", where) > 0
        if has_sheets:
            lists.append(_behind(ctx, "closed_sheet", where, ("month", "asc")))
    return tuple(lists)


def _behind(ctx: Context, type_code: str, where: Condition, order: tuple[str, str] | None) -> RowsBehind:
    title = ctx.say(ctx.store.registry.get(type_code).plural)
    return RowsBehind(title, ListState(type_code, order=order, where=where))
