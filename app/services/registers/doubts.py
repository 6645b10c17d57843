"""Doubts that any register may have: a day far back, the same record once more, a number taken or skipped.

Each function here makes a doubt for one record type; `warnings` says which types ask which.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.core.i18n import N_
from app.core.text import fold
from app.data.conditions import AllOf, Between, Condition, Equals, IsEmpty
from app.data.declare import RecordType
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers.dated import day_field, stands_over_years
from app.services.registers.origin import own_records
from app.services.registers.wording import reference_titles, title

Values = Mapping[str, Any]
Doubt = Callable[[Context, str | None, Values], Iterator[str]]

_FAR_DAYS = 60
"""A day of last year is written down in January as a matter of course; two months on, it is worth a look."""
_MOST_ALIKE = 200
_MOST_NUMBERS = 2000


def far_back(type_code: str) -> Doubt:
    """A new record dated in another year, and not just before the turn of the year."""

    def doubt(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
        declared = ctx.store.registry.get(type_code)
        name = day_field(declared)
        dumped = values.get(name) if name else None
        if record_id is not None or stands_over_years(type_code) or not isinstance(dumped, str) or not dumped:
            return
        day, today = date.fromisoformat(dumped[:10]), ctx.clock.today()
        if day.year < today.year and (today - day).days > _FAR_DAYS:
            yield ctx.say(N_("{field}: {day} lies in another year."), field=ctx.say(declared.fields[name].label), day=day)

    return doubt


def twice(type_code: str, *fields: str) -> Doubt:
    """Another record of this unit with the same values in all of these fields; the first must be filled in."""

    def doubt(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
        if values.get(fields[0]) in (None, ""):
            return
        for other in alike(ctx, type_code, [equals(name, values.get(name)) for name in fields], record_id)[:1]:
            yield ctx.say(N_("The same is in the book already: {record}."), record=name_of(ctx, type_code, other))

    return doubt


def named_twice(type_code: str, field: str, *, same: tuple[str, ...] = (), unless: tuple[str, ...] = ()) -> Doubt:
    """Another record with the same words in `field`, marks and capitals aside, and the same values in `same`.

    Records with something in one of `unless`, such as members who left, do not count.
    """

    def doubt(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
        wanted = fold(str(values.get(field) or ""))
        if not wanted or any(values.get(name) for name in unless):
            return
        where = [equals(name, values.get(name)) for name in same] + [IsEmpty(name) for name in unless]
        for other in alike(ctx, type_code, where, record_id, search=wanted):
            if fold(str(other.values[field] or "")) == wanted:
                yield ctx.say(N_("This name is in the book already: {record}."), record=name_of(ctx, type_code, other))
                return

    return doubt


def number_taken(type_code: str, field: str, *, same: tuple[str, ...] = ()) -> Doubt:
    """Another record of the same year that has this number, or this text that begins papers ("12/QĐ-UBND")."""

    def doubt(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
        given = values.get(field)
        if given in (None, ""):
            return
        where = [equals(name, values.get(name)) for name in same]
        for other in _of_year(ctx, type_code, values, where, record_id):
            if fold(str(other.values[field] or "")).replace(" ", "") == fold(str(given)).replace(" ", ""):
                yield ctx.say(
                    N_("Number {number} of this year is taken: {record}."), number=given, record=name_of(ctx, type_code, other)
                )
                return

    return doubt


def number_jump(type_code: str, field: str) -> Doubt:
    """A number in the year that leaves numbers out: they may be gone for good, or still to be written down."""

    def doubt(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
        given = values.get(field)
        if not isinstance(given, int):
            return
        before = [int(r.values[field]) for r in _of_year(ctx, type_code, values, [], record_id) if r.values[field] is not None]
        last = max((number for number in before if number < given), default=0)
        if given - last > 1:
            yield ctx.say(N_("Number {number} follows number {last}: some are left out."), number=given, last=last)

    return doubt


def equals(name: str, value: Any) -> Condition:
    """That a field has a value, or is empty as well."""
    return IsEmpty(name) if value in (None, "") else Equals(name, value)


def alike(
    ctx: Context, type_code: str, where: Sequence[Condition], but: str | None, *, search: str = "", limit: int = _MOST_ALIKE
) -> list[RecordView]:
    """Standing records of this unit that fulfil all of `where`, without the record of id `but`."""
    declared: RecordType = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        own = own_records(ctx, reader)
        found = reader.window(type_code, AllOf((own, *where)), order=declared.sort, search=search, limit=limit)
    return [record for record in found if record.id != but]


def name_of(ctx: Context, type_code: str, record: RecordView) -> str:
    """A record in one line."""
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        return title(ctx, declared, record.values, reference_titles(ctx, reader, declared, [record], declared.fields))


def _of_year(ctx: Context, type_code: str, values: Values, where: Sequence[Condition], but: str | None) -> list[RecordView]:
    """Records dated in the same year as `values`; of all years when those have no day."""
    name = day_field(ctx.store.registry.get(type_code))
    year = str(values.get(name) or "")[:4] if name else ""
    within = [Between(name, f"{year}-01-01", f"{year}-12-31")] if year else []
    return alike(ctx, type_code, [*within, *where], but, limit=_MOST_NUMBERS)
