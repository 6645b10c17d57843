"""Closing the books of a year (khóa sổ): what each holds, which are closed, and closing them.

What a closed book refuses is decided in `app.services.registers.book_lock`; the cover that is printed and signed is made in
`app.services.papers.book_covers`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.errors import UserError
from app.core.i18n import N_
from app.data.conditions import AllOf, Between, Condition, Equals, UnitIs
from app.data.declare import RecordType
from app.data.reader import Reader
from app.data.views import RecordView
from app.records.books import ALL_BOOKS, BOOKS
from app.services.context import Context
from app.services.registers import ListState
from app.services.registers.dated import day_field, stands_over_years
from app.services.registers.origin import own_records


@dataclass(frozen=True, slots=True)
class BookLine:
    """One book of a year: how many entries it has now, and its closing, if it has one (`closed_on` is `None` else).

    `rows_closed` is how many entries it had when it was closed; `late` how many were written into it or changed since.
    """

    code: str
    title: str
    rows: int
    closing_id: str
    number: int
    closed_on: date | None
    rows_closed: int
    late: int


def books(ctx: Context, year: int) -> tuple[BookLine, ...]:
    """Every book of that year, in the order of the sidebar."""
    with ctx.store.reader() as reader:
        lines = []
        for code, label in BOOKS:
            if code == ALL_BOOKS:
                continue
            closing = _closing(ctx, reader, year, code)
            values = closing.values if closing else {}
            lines.append(
                BookLine(
                    code,
                    ctx.say(label),
                    rows_of(ctx, reader, code, year),
                    closing.id if closing else "",
                    int(values.get("number") or 0),
                    date.fromisoformat(str(values["closed_on"])) if closing else None,
                    int(values.get("rows") or 0),
                    reader.count("late_entry", AllOf((UnitIs(ctx.store.unit), Equals("year", year), Equals("book", code)))),
                )
            )
    return tuple(lines)


def close(ctx: Context, year: int, codes: Sequence[str]) -> tuple[str, ...]:
    """Close these books of a year; returns the ids of the closings. What is closed already stays as it is.

    Raises `UserError`: "permission.commander", "book.future" for a year that has not begun.
    """
    if not ctx.user.is_commander:
        raise UserError("permission.commander", N_("Only the commander closes books. Ask the commander to do it."))
    today = ctx.clock.today()
    if year > today.year:
        raise UserError("book.future", N_("{year} has not begun: there is no book of it to close."), year=year)
    with ctx.store.reader() as reader:
        number = 1 + max((int(r.values["number"] or 0) for r in _closings(ctx, reader, year)), default=0)
        opened = [code for code in codes if _closing(ctx, reader, year, code) is None]
        counted = {code: rows_of(ctx, reader, code, year) for code in opened}
    with ctx.store.change(ctx.user.id, "close") as change:
        return tuple(
            change.create(
                "closed_book",
                {"year": year, "book": code, "number": number + place, "closed_on": today.isoformat(), "rows": counted[code]},
            )
            for place, code in enumerate(opened)
        )


def rows_of(ctx: Context, reader: Reader, code: str, year: int) -> int:
    """How many entries a book has: what is dated in the year; of what stands over the years, all that had begun by its end."""
    declared = ctx.store.registry.get(code)
    return reader.count(code, AllOf((own_records(ctx, reader), *_of_year(declared, year))))


def list_of(ctx: Context, code: str, year: int) -> ListState:
    """The entries of a book's year as a list, in the order of their days: what is printed and bound."""
    declared = ctx.store.registry.get(code)
    with ctx.store.reader() as reader:
        where = AllOf((own_records(ctx, reader), *_of_year(declared, year)))
    name = day_field(declared)
    return ListState(code, order=(name, "asc") if name else declared.sort, where=where)


def years(ctx: Context) -> tuple[int, ...]:
    """Years to choose from, the present one first."""
    today = ctx.clock.today().year
    return tuple(range(today, today - 10, -1))


def _of_year(declared: RecordType, year: int) -> tuple[Condition, ...]:
    name = day_field(declared)
    if not name:
        return ()
    if declared.fields[name].kind.storage == "integer":
        return (Equals(name, year),)
    first = None if stands_over_years(declared.code) else f"{year:04}-01-01"
    return (Between(name, first, f"{year:04}-12-31~"),)


def _closings(ctx: Context, reader: Reader, year: int) -> list[RecordView]:
    return reader.window("closed_book", AllOf((UnitIs(ctx.store.unit), Equals("year", year))), order=("closed_on", "desc"))


def _closing(ctx: Context, reader: Reader, year: int, code: str) -> RecordView | None:
    return next((r for r in _closings(ctx, reader, year) if r.values["book"] in (code, ALL_BOOKS)), None)
