"""The months of a year as the closing page shows them: what is open, what is frozen, what has moved since; and of units below."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.errors import FieldProblem, InvalidRecord, Problem, UserError
from app.core.i18n import N_
from app.core.kinds import Text
from app.data.reader import Reader
from app.services.closing import Closed, close, count_month
from app.services.context import Context
from app.services.registers.history import officer_names
from app.services.reports.unit_facts import other_units
from app.statistics.closed import CLOSED, Sheet, halves, newest_sheets

FUTURE, RUNNING, OPEN, CLOSED_, MOVED = "future", "running", "open", "closed", "moved"
"""What a month is: not begun, not over, over and open, closed, closed but counted otherwise now."""

_WHY = Text(max_length=200)


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """One indicator of a month: what its sheet says (`None` while there is none) and what is counted now."""

    label: str
    unit: str
    frozen: int | None
    now: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the own unit. `closed_at` is an ISO local time and `closed_by` a name, both empty while it is open."""

    month: str
    state: str
    number: int
    closed_at: str
    closed_by: str
    reason: str
    lines: tuple[FrozenLine, ...]


@dataclass(frozen=True, slots=True)
class UnitMonths:
    """A unit below: the sheet number of each month, 0 where none has come, -1 where the month is not over."""

    name: str
    numbers: tuple[int, ...]


def months(ctx: Context, year: int) -> tuple[Month, ...]:
    """The twelve months of a year as they stand."""
    with ctx.store.reader() as reader:
        standing = newest_sheets(reader)
        return tuple(_month(ctx, reader, f"{year:04}-{number:02}", standing) for number in range(1, 13))


def close_month(ctx: Context, month: str, reason: str = "") -> Closed:
    """Close one month. A sheet that amends an earlier one says why.

    Raises `InvalidRecord` beside "reason" when that is missing or too long, `UserError` "close.future", "close.unchanged".
    """
    try:
        why = _WHY.parse(reason, ctx.clock.today()) or ""
    except Problem as problem:
        raise _reason(problem) from problem
    with ctx.store.reader() as reader:
        before = newest_sheets(reader).get((ctx.store.unit, month))
        moved = before is not None and dict(before.figures) != count_month(reader, ctx.store.unit, month)
    if before is not None and not moved:
        raise UserError("close.unchanged", N_("Nothing has changed since this month was closed."))
    if moved and not why:
        raise _reason(Problem("field.required", N_("Write why the closed figures are amended.")))
    return close(ctx, month, reason=why)


def months_of_units(ctx: Context, year: int) -> tuple[UnitMonths, ...]:
    """For a unit above: which sheets of a year have come from each unit below, by name."""
    today = ctx.clock.today()
    names = [f"{year:04}-{number:02}" for number in range(1, 13)]
    with ctx.store.reader() as reader:
        standing = newest_sheets(reader)
        below = other_units(reader, ctx.store.unit)
    rows = []
    for unit in below:
        sheets = [standing.get((unit.code, month)) for month in names]
        over = [halves(month)[1].end < today for month in names]
        rows.append(UnitMonths(unit.name, tuple(s.number if s else 0 if o else -1 for s, o in zip(sheets, over, strict=True))))
    return tuple(rows)


def _month(ctx: Context, reader: Reader, month: str, standing: Mapping[tuple[str, str], Sheet]) -> Month:
    first, second = halves(month)
    today, sheet = ctx.clock.today(), standing.get((ctx.store.unit, month))
    if first.start > today and sheet is None:
        return Month(month, FUTURE, 0, "", "", "", ())
    counted = count_month(reader, ctx.store.unit, month)
    lines = tuple(
        FrozenLine(
            ctx.say(indicator.label),
            ctx.say(indicator.unit),
            None if sheet is None else _whole(sheet.figures.get(indicator.code, (0, 0)), stock=indicator.stock),
            _whole(counted[indicator.code], stock=indicator.stock),
        )
        for indicator in CLOSED
    )
    if sheet is None:
        return Month(month, OPEN if second.end < today else RUNNING, 0, "", "", "", lines)
    entry = reader.history(sheet.record)[-1]
    state = CLOSED_ if dict(sheet.figures) == counted else MOVED
    who = officer_names(ctx, reader, {entry.author}).get(entry.author, "")
    return Month(month, state, sheet.number, entry.wall, who, sheet.reason, lines)


def _whole(parts: tuple[int, int], *, stock: bool) -> int:
    """A month's figure from its halves: what stood at its end, or both together."""
    return parts[1] if stock else sum(parts)


def _reason(problem: Problem) -> InvalidRecord:
    return InvalidRecord("record.invalid", N_("Not saved yet: some fields need mending."), [FieldProblem("reason", problem)])
