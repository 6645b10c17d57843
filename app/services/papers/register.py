"""A register as the officer sees its list: the same search, filters and order, with the columns a printed book has room for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.core.i18n import N_
from app.core.progress import Progress
from app.core.text import short_date
from app.data.conditions import Between, Sum
from app.data.declare import STATION, RecordType
from app.documents.books.model import Book, BookCell, BookColumn, BookRow
from app.documents.books.wording import (
    CHOSEN,
    DELETED,
    EXTRACT,
    FROM,
    REGISTER,
    SEARCHED,
    SEARCHED_FOR,
    SUM,
    TO,
    UNIT,
    WITHHELD,
    WRITER,
    closing_line,
)
from app.documents.official.model import Signature
from app.services.context import Context
from app.services.disclosure import disclose, readable, withheld
from app.services.papers.columns import ORDINAL, ROOM, Shown, all_fields, fields_of, letters_of, row_of, shown
from app.services.papers.common import heading, signature, unit
from app.services.papers.generic import Asked, Filled, places
from app.services.registers import ListState
from app.services.registers.listing import WINDOW, choices_of, condition_of
from app.services.registers.origin import units
from app.services.registers.wording import Titles, cell, reference_titles
from app.services.sample import is_sample

_MEASURED = 200
"""Rows that tell how wide columns are to be."""
_UNIT_WIDTH = 30.0
_READING = N_("Reading the register")


def build(ctx: Context, asked: Asked) -> Filled:
    """The register as a printed book; saved as a workbook it has every field."""
    declared = ctx.store.registry.get(asked.type_code)
    fixed = _fixed(asked.state)
    return replace(
        filled(ctx, asked, fields_of(declared, without=fixed)),
        workbook=filled(ctx, asked, [name for name in all_fields(declared) if name not in fixed]),
    )


def filled(ctx: Context, asked: Asked, wanted: Sequence[str]) -> Filled:
    """A book of these fields; without a purpose those about people are left out, and a note says so."""
    declared = ctx.store.registry.get(asked.type_code)
    known, whose = set(readable(ctx, asked.type_code)), _whose(ctx, asked.type_code)
    if whose and declared.life_stream != STATION:
        # What never leaves a station would stand empty in every row.
        known = {name for name in known if declared.fields[name].stream != STATION}
    names = [name for name in wanted if name in known]
    private = withheld(ctx, asked.type_code, names)
    if asked.purpose is None:
        names = [name for name in names if name not in private]
    room = ROOM - sum(each.column.width for each in whose)
    columns = (*whose, *shown(ctx, declared, names, room=room, letters=_letters(ctx, declared, asked.state, names)))
    told = places(asked.type_code, private)
    if asked.purpose is None:
        book = book_of(ctx, asked, columns, left_out=private)
        return Filled(book, withheld=told, rows=book.count)
    book = book_of(ctx, asked, columns)
    return Filled(book, names=told, rows=book.count)


def _whose(ctx: Context, type_code: str) -> tuple[Shown, ...]:
    """At a unit above, a column that tells which unit's record it is."""
    if unit(ctx).kind != "parent" or type_code == "unit":
        return ()
    names = {each.code: each.name for each in units(ctx)}

    def name(values: Mapping[str, Any], _titles: Titles) -> BookCell:
        return names.get(str(values["unit"]), str(values["unit"]))

    return (Shown(BookColumn(UNIT, _UNIT_WIDTH), (), name),)


def _letters(ctx: Context, declared: RecordType, state: ListState, names: Sequence[str]) -> dict[str, float]:
    """How long texts are, measured on the first rows of the list."""
    with ctx.store.reader() as reader:
        records = reader.window(
            declared.code,
            condition_of(state),
            order=state.order or declared.sort,
            search=state.search,
            alive=not state.deleted,
            limit=_MEASURED,
        )
        titles = reference_titles(ctx, reader, declared, records, names)
    return letters_of([{name: cell(ctx, declared, name, record.values.get(name), titles) for name in names} for record in records])


def book_of(
    ctx: Context,
    asked: Asked,
    columns: Sequence[Shown],
    *,
    kind: str = "",
    abstract: str = "",
    left_out: Sequence[str] = (),
) -> Book:
    """The list as a book of these columns after the running number; `left_out` names the fields a note says are missing."""
    declared, state = ctx.store.registry.get(asked.type_code), asked.state
    with ctx.store.reader() as reader:
        count = reader.count(asked.type_code, condition_of(state), search=state.search, alive=not state.deleted)
    notes = list(_notes(ctx, declared, asked))
    if left_out:
        notes.append(WITHHELD.format(columns=", ".join(ctx.say(declared.fields[name].label) for name in left_out)))
    part = bool(state.search or state.filters or state.where or state.parent)
    return Book(
        heading=heading(ctx),
        kind=kind or (EXTRACT if part else REGISTER),
        abstract=abstract or ctx.say(declared.plural).upper(),
        columns=(ORDINAL, *(each.column for each in columns)),
        rows=rows_of(ctx, declared, state, columns, count),
        count=count,
        notes=tuple(notes),
        closing=(closing_line(count),),
        signatures=(Signature((WRITER,)), signature(ctx)),
        sample=is_sample(ctx),
    )


def rows_of(
    ctx: Context, declared: RecordType, state: ListState, columns: Sequence[Shown], count: int
) -> Callable[[Progress], Iterator[BookRow]]:
    """Reads a list window by window from one unchanging view, so that a few hundred records are held at a time."""
    where, order = condition_of(state), state.order or declared.sort
    needed = [name for each in columns for name in each.fields]
    summed = [name for name in declared.totals if any(each.fields == (name,) for each in columns)]

    def rows(progress: Progress) -> Iterator[BookRow]:
        alive = not state.deleted
        with ctx.store.reader() as reader:
            anchors = reader.anchors(declared.code, where, order=order, search=state.search, alive=alive, step=WINDOW)
            number = 0
            for anchor in anchors:
                progress.step(number, count, _READING)
                records = reader.window(
                    declared.code, where, order=order, search=state.search, alive=alive, start=anchor, limit=WINDOW
                )
                titles = reference_titles(ctx, reader, declared, records, needed)
                for record in records:
                    number += 1
                    yield BookRow((number, *row_of(record, columns, titles)))
            if summed and count:
                sums = {
                    name: reader.aggregate(declared.code, where, Sum(name), search=state.search, alive=alive) for name in summed
                }
                cells: list[BookCell] = [sums.get(each.fields[0]) if each.fields else None for each in columns]
                if cells[0] is None:
                    cells[0] = SUM
                yield BookRow((None, *cells), strong=True)

    return rows


def _fixed(state: ListState) -> tuple[str, ...]:
    """What every row of a child list has alike."""
    return (state.parent[0],) if state.parent else ()


def _notes(ctx: Context, declared: RecordType, asked: Asked) -> Iterator[str]:
    """Which rows these are. What was searched for may be a name, so it is told with a purpose only."""
    state = asked.state
    free = set(disclose(ctx, asked.type_code, purpose=asked.purpose))
    for name, allowed in state.filters.items():
        label = ctx.say(declared.fields[name].label)
        if isinstance(allowed, Between):
            ends = ((FROM, allowed.low), (TO, allowed.high))
            said = " ".join(words.format(day=_day(end)) for words, end in ends if end is not None)
            yield f"{label}: {said}"
        elif name in free:
            choices = dict(choices_of(ctx, asked.type_code, name))
            yield f"{label}: {', '.join(choices.get(str(value), str(value)) for value in allowed)}"
    if state.search:
        yield SEARCHED_FOR.format(words=state.search) if asked.purpose else SEARCHED
    if state.where is not None:
        yield CHOSEN
    if state.deleted:
        yield DELETED


def _day(dumped: object) -> str:
    try:
        return short_date(date.fromisoformat(str(dumped)[:10]))
    except ValueError:
        return str(dumped)
