"""Lists: how many, what they sum to, and any window of rows by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.core.text import number_vi
from app.data.conditions import AllOf, Between, Condition, Equals, OneOf, Sum
from app.data.views import Anchor, RecordView
from app.services.context import Context
from app.services.registers.describe import options
from app.services.registers.wording import cell, reference_titles, title

WINDOW = 500
"""Rows from one anchor to the next."""

Range = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class ListState:
    """What a list shows. `filters` maps a field to dumped values: a tuple of allowed ones, or for dates a `Between`.

    `where` holds any further condition, such as the rows behind a figure; `parent` is (field, id) for child lists.
    """

    type_code: str
    search: str = ""
    filters: Mapping[str, tuple[str, ...] | Between] = field(default_factory=dict)
    order: tuple[str, str] | None = None
    deleted: bool = False
    parent: tuple[str, str] | None = None
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole of a list in short: rows, totals as (label, text), and the anchors of its windows."""

    count: int
    totals: tuple[tuple[str, str], ...]
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row. `flags` may hold "conflict", "edited_after_delete", "amended", "broken"."""

    id: str
    cells: tuple[str, ...]
    flags: tuple[str, ...]


def overview(ctx: Context, state: ListState) -> Overview:
    """Count, totals and anchors of a list."""
    declared = ctx.store.registry.get(state.type_code)
    where, order = condition_of(state), state.order or declared.sort
    with ctx.store.reader() as reader:
        count = reader.count(state.type_code, where, search=state.search, alive=not state.deleted)
        totals = tuple(
            (
                ctx.say(declared.fields[name].label),
                number_vi(reader.aggregate(state.type_code, where, Sum(name), search=state.search, alive=not state.deleted)),
            )
            for name in declared.totals
        )
        anchors = reader.anchors(state.type_code, where, order=order, search=state.search, alive=not state.deleted, step=WINDOW)
    return Overview(count, totals, tuple(anchors))


def rows(ctx: Context, state: ListState, of: Overview | None = None, number: int = 0) -> tuple[RowView, ...]:
    """Window `number` of the list that `of` overlooks, at most `WINDOW` rows; without it the first window."""
    anchor = of.anchors[number] if of and number < len(of.anchors) else None
    declared = ctx.store.registry.get(state.type_code)
    with ctx.store.reader() as reader:
        records = reader.window(
            state.type_code,
            condition_of(state),
            order=state.order or declared.sort,
            search=state.search,
            alive=not state.deleted,
            start=anchor,
            limit=WINDOW,
        )
        references = reference_titles(ctx, reader, declared, records, declared.columns)
    return tuple(
        RowView(r.id, tuple(cell(ctx, declared, n, r.values[n], references) for n in declared.columns), flags_of(r))
        for r in records
    )


def choices_of(ctx: Context, type_code: str, field_name: str) -> tuple[tuple[str, str], ...]:
    """(value, label) a filter offers: the closed list, or every standing record a reference may point to."""
    declared = ctx.store.registry.get(type_code)
    info = declared.fields[field_name]
    target = getattr(info.kind, "type_code", None)
    if target is None:
        return options(ctx, info.kind)
    goal = ctx.store.registry.get(target)
    with ctx.store.reader() as reader:
        records = reader.window(target, order=goal.sort, limit=1000)
        references = reference_titles(ctx, reader, goal, records, goal.fields)
    return tuple((r.id, title(ctx, goal, r.values, references)) for r in records)


def condition_of(state: ListState) -> Condition:
    """Filters, parent and further condition of a list as one condition."""
    parts: list[Condition] = [state.where] if state.where else []
    if state.parent:
        parts.append(Equals(*state.parent))
    for name, allowed in state.filters.items():
        parts.append(allowed if isinstance(allowed, Between) else OneOf(name, allowed))
    return AllOf(tuple(parts))


def flags_of(record: RecordView) -> tuple[str, ...]:
    """What a row is to be marked with."""
    return (("conflict",) if record.conflicted else ()) + tuple(sorted(record.flags))
