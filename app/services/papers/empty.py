"""Empty papers of any register, to be filled in where there is no power: a sheet of rows, and a form of one record."""

from app.core.kinds import Choice, Date, Kind, LongText, Moment, YesNo
from app.data.declare import FieldInfo, RecordType
from app.documents.books.form import Blank, BlankPart, BlankTable, Form, Room, form_sheets
from app.documents.books.model import Book, no_rows
from app.documents.books.wording import NO, REGISTER, YES
from app.documents.display import Sheet
from app.services.context import Context
from app.services.disclosure import MADE
from app.services.papers.columns import ORDINAL, fields_of, shown
from app.services.papers.common import heading
from app.services.papers.generic import Asked
from app.services.sample import is_sample

PAGES = 2
"""Front and back."""
_BY_HAND = 1.35
"""Handwriting needs more width than print."""
_FORM_ROOM = 163.0
_MOST_BOXES = 16


def sheet(ctx: Context, asked: Asked) -> Book:
    """A register's table with empty rows, on two pages."""
    declared = ctx.store.registry.get(asked.type_code)
    names = [name for name in fields_of(declared, scale=_BY_HAND) if not _is_made(declared.fields[name])]
    return Book(
        heading=heading(ctx, dated=False),
        kind=REGISTER,
        abstract=ctx.say(declared.plural).upper(),
        columns=(ORDINAL, *(each.column for each in shown(ctx, declared, names))),
        rows=no_rows,
        count=0,
        sample=is_sample(ctx),
        empty_pages=PAGES,
    )


def form(ctx: Context, asked: Asked) -> tuple[Sheet, ...]:
    """One record's form: what is typed on the screen, to be written by hand, with tables for what belongs to it."""
    declared = ctx.store.registry.get(asked.type_code)
    parts = []
    for section in declared.sections:
        infos = (declared.fields[name] for name in section.fields)
        blanks = tuple(_blank(ctx, info) for info in infos if not _is_made(info))
        if blanks:
            parts.append(BlankPart(ctx.say(section.title) if section.title else "", blanks))
    return form_sheets(
        Form(
            heading=heading(ctx, dated=False),
            abstract=ctx.say(declared.title).upper(),
            parts=tuple(parts),
            tables=tuple(_table(ctx, ctx.store.registry.get(child.type_code), child.reference) for child in declared.children),
            sample=is_sample(ctx),
        )
    )


def _table(ctx: Context, declared: RecordType, reference: str) -> BlankTable:
    names = fields_of(declared, room=_FORM_ROOM, scale=_BY_HAND, without=(reference,))
    typed = [name for name in names if not _is_made(declared.fields[name])]
    columns = (ORDINAL, *(each.column for each in shown(ctx, declared, typed, room=_FORM_ROOM)))
    return BlankTable(ctx.say(declared.plural), columns)


def _blank(ctx: Context, info: FieldInfo) -> Blank:
    label = ctx.say(info.label)
    room, options = _room(ctx, info.kind)
    return Blank(label, room, options, info.required)


def _room(ctx: Context, kind: Kind) -> tuple[Room, tuple[str, ...]]:
    if isinstance(kind, YesNo):
        return Room.BOXES, (YES, NO)
    if isinstance(kind, Choice) and len(kind.options) <= _MOST_BOXES:
        return Room.BOXES, tuple(ctx.say(label) for _, label in kind.options)
    if isinstance(kind, Date):
        return Room.DAY, ()
    if isinstance(kind, Moment):
        return Room.MOMENT, ()
    return (Room.LINES if isinstance(kind, LongText) else Room.LINE), ()


def _is_made(info: FieldInfo) -> bool:
    """What the program works out is not written by hand."""
    return info.hidden or isinstance(info.kind, MADE)
