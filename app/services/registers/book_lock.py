"""Closed books: what is dated in a year whose book was closed needs the commander and a reason, which stays in the book.

Only what this unit's officers save by hand is held up: packages of other laptops and units bring what was recorded elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.kinds import Reference
from app.data.change import Change
from app.data.conditions import AllOf, AnyOf, OneOf, UnitIs
from app.data.declare import RecordType, Registry
from app.data.reader import Reader
from app.data.views import RecordView
from app.records.books import ALL_BOOKS, BOOKS
from app.services.context import Context
from app.services.registers.asking import Answers, Asks
from app.services.registers.dated import day_field, stands_over_years, year_of
from app.services.registers.wording import reference_titles, title

Values = Mapping[str, Any]
_BOOKS = frozenset(code for code, _ in BOOKS)
_CLOSING = frozenset({"closed_book", "late_entry"})


def book_of(registry: Registry, type_code: str) -> str:
    """The book a type's records stand in: its own, or that of the records it belongs to; empty for types in no book."""
    seen: set[str] = set()
    waiting = [type_code]
    while waiting:
        code = waiting.pop(0)
        if code in _BOOKS:
            return code
        seen.add(code)
        waiting += [t.code for t in registry.all() if t.code not in seen and any(c.type_code == code for c in t.children)]
    return ""


def require_open(ctx: Context, type_code: str, day: str) -> None:
    """For bulk jobs, which ask for no reason. Raises `UserError` "book.closed" when the book of that day's year is closed."""
    with ctx.store.reader() as reader:
        book = book_of(ctx.store.registry, type_code)
        year = int(day[:4])
        if book and _closed(ctx, reader, book, {year}):
            raise _refused(year)


def closed_years(ctx: Context, type_code: str) -> frozenset[int]:
    """The years whose book this unit has closed, of the book that a type's records stand in: for bulk jobs that ask row by row."""
    book = book_of(ctx.store.registry, type_code)
    if not book:
        return frozenset()
    where = AllOf((UnitIs(ctx.store.unit), OneOf("book", (book, ALL_BOOKS))))
    with ctx.store.reader() as reader:
        return frozenset(int(record.values["year"]) for record in reader.window("closed_book", where, order=("year", "desc")))


def require_untouched(ctx: Context, type_code: str, ids: Sequence[str]) -> None:
    """For bulk jobs that delete these records, or add to them what has no day of its own. Raises like `require_open`."""
    declared = ctx.store.registry.get(type_code)
    book = book_of(ctx.store.registry, type_code)
    if not book:
        return
    with ctx.store.reader() as reader:
        dated = {
            (year, record.unit)
            for record in reader.get_many(type_code, list(ids)).values()
            for year in _years(ctx, reader, declared, "delete", record.values, {})
        }
        closed = [year for year, unit in dated if _closed(ctx, reader, book, {year}, unit)]
    if closed:
        raise _refused(max(closed))


def admit(
    ctx: Context, declared: RecordType, act: str, record_id: str | None, before: Values, after: Values, answers: Answers
) -> dict[str, Any] | None:
    """Whether an act ("new", "edit", "delete", "restore") may be done; the values of the late entry it leaves, if it leaves one.

    `before` and `after` are the record's dumped values, empty when it does not stand. Raises `UserError` "book.closed" for an
    officer, `Asks` "book.reason" for the commander as long as there is no reason.
    """
    if act == "edit" and before == after:
        return None
    if declared.code in _CLOSING:
        return _closing(ctx, declared, act, before, after, answers)
    book = book_of(ctx.store.registry, declared.code)
    if not book:
        return None
    with ctx.store.reader() as reader:
        years = _years(ctx, reader, declared, act, before, after)
        record = reader.get(declared.code, record_id) if record_id else None
        closed = _closed(ctx, reader, book, years, record.unit if record else "")
        if not closed:
            return None
        year = max(closed)
        _require_reason(ctx, year, answers)
        values = after or before
        called = title(ctx, declared, values, _titles(ctx, reader, declared, values))
    return _entry(ctx, declared, book, year, act, record_id, called, answers)


def note(change: Change, entry: Mapping[str, Any] | None, record_id: str) -> None:
    """Leave a late entry in the same change as what it is about."""
    if entry is not None:
        change.create("late_entry", {**entry, "record_id": record_id})


def _closing(
    ctx: Context, declared: RecordType, act: str, before: Values, after: Values, answers: Answers
) -> dict[str, Any] | None:
    """Closings are the commander's; opening a book again needs a reason as well. Late entries are never touched."""
    if declared.code == "late_entry":
        raise UserError("book.late_entry", N_("Late entries are written by the program and stay as they are."))
    if not ctx.user.is_commander:
        raise UserError("permission.commander", N_("Only the commander closes books. Ask the commander to do it."))
    if act in ("new", "restore"):
        return None
    year = int((before or after)["year"])
    _require_reason(ctx, year, answers)
    with ctx.store.reader() as reader:
        called = title(ctx, declared, before, _titles(ctx, reader, declared, before))
    return _entry(ctx, declared, str(before["book"]), year, act, None, called, answers)


def _require_reason(ctx: Context, year: int, answers: Answers) -> None:
    if not ctx.user.is_commander:
        raise _refused(year)
    if not answers.reason.strip():
        raise Asks(
            "book.reason", N_("The book of {year} is closed. Write why something in it is still changed."), typed=True, year=year
        )


def _refused(year: int) -> UserError:
    return UserError(
        "book.closed",
        N_("The book of {year} is closed. Only the commander can still change something in it, with a reason."),
        year=year,
    )


def _years(ctx: Context, reader: Reader, declared: RecordType, act: str, before: Values, after: Values) -> set[int]:
    if not day_field(declared):
        return set(_years_of_owner(ctx, reader, declared, after or before))
    years = {year for values in (before, after) if (year := year_of(declared, values)) is not None}
    unmoved = act == "edit" and len(years) == 1 and before.get(day_field(declared)) == after.get(day_field(declared))
    return set() if unmoved and stands_over_years(declared.code) else years


def _years_of_owner(ctx: Context, reader: Reader, declared: RecordType, values: Values) -> Iterator[int]:
    """What has no day of its own is dated with the record it belongs to."""
    for name, info in declared.fields.items():
        if not isinstance(info.kind, Reference) or not values.get(name):
            continue
        owner = ctx.store.registry.get(info.kind.type_code)
        if any(child.type_code == declared.code and child.reference == name for child in owner.children):
            record = reader.get(owner.code, str(values[name]))
            if record is not None and not stands_over_years(owner.code) and (year := year_of(owner, record.values)) is not None:
                yield year


def _closed(ctx: Context, reader: Reader, book: str, years: set[int], unit: str = "") -> set[int]:
    """Those of the years whose book this unit has closed, or the old unit that wrote the record before it became part of this."""
    if not years:
        return set()
    closer = AnyOf((UnitIs(ctx.store.unit), UnitIs(unit or ctx.store.unit)))
    where = AllOf((closer, OneOf("year", tuple(sorted(years))), OneOf("book", (book, ALL_BOOKS))))
    found = reader.window("closed_book", where, order=("year", "desc"), limit=500)
    return {int(record.values["year"]) for record in found}


def _entry(
    ctx: Context,
    declared: RecordType,
    book: str,
    year: int,
    act: str,
    record_id: str | None,
    called: str,
    answers: Answers,
) -> dict[str, Any]:
    return {
        "year": year,
        "book": book,
        "register": str(ctx.say(declared.title)),
        "record": called[:300],
        "record_id": record_id,
        "act": act,
        "reason": answers.reason.strip(),
        "written_on": ctx.clock.today().isoformat(),
    }


def _titles(ctx: Context, reader: Reader, declared: RecordType, values: Values) -> dict[str, str]:
    record = RecordView("", declared.code, "", True, {n: values.get(n) for n in declared.fields}, {}, frozenset(), frozenset())
    return reference_titles(ctx, reader, declared, [record], declared.fields)
