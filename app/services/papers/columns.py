"""Which columns a printed register has, how wide they are, and what stands in their cells; all of it from the declaration."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.core.kinds import (
    BirthDate,
    Choice,
    Date,
    Integer,
    Kind,
    LastDigits,
    LongText,
    Moment,
    Money,
    PersonName,
    Phone,
    Reference,
    Text,
    Year,
    YesNo,
)
from app.data.declare import RecordType
from app.data.views import RecordView
from app.documents.books.model import BookCell, BookColumn
from app.documents.books.wording import CROSS, NUMBER
from app.documents.official.model import Align
from app.services.context import Context
from app.services.registers.wording import Titles, cell

ROOM = 250.0
"""Millimetres of a lying page."""
ORDINAL = BookColumn(NUMBER, 11.0, Align.CENTRE, plain=True)

Value = Callable[[Mapping[str, Any], Titles], BookCell]
"""What stands in a cell: from dumped values, "id" and the code of the "unit" among them, and titles of what they refer to."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A column, the fields it tells about, and its cells."""

    column: BookColumn
    fields: tuple[str, ...]
    value: Value


_WIDTHS: Mapping[type[Kind], float] = {
    Date: 22.0,
    Moment: 22.5,
    Integer: 16.0,
    Money: 24.0,
    Year: 14.0,
    YesNo: 14.0,
    Choice: 23.0,
    Phone: 27.0,
    PersonName: 36.0,
    BirthDate: 22.0,
    LastDigits: 17.0,
    Reference: 32.0,
    Text: 36.0,
    LongText: 48.0,
}
"""What a column wants at least, in millimetres; the rest of the page goes to words."""

_LEAST = 19.0
"""Millimetres below which no column of words is pressed."""
_WORD = 6.0
NOTHING: Mapping[str, float] = {}

_GROWS = (LongText, Text, Reference, PersonName, Choice)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "meeting": (
        "held_on",
        "hamlet",
        "form",
        "topic",
        "chair",
        "presenters",
        "organisations",
        "attendees",
        "leaflets",
        "notes",
    ),
    "tip_off": (
        "number",
        "received_at",
        "channel",
        "kind",
        "content",
        "place",
        "receiver",
        "verification",
        "valuable",
    ),
}
"""Registers whose books have columns by custom, in their order; of others the list's columns come first, then what else fits."""


def fields_of(declared: RecordType, *, room: float = ROOM, scale: float = 1.0, without: Iterable[str] = ()) -> tuple[str, ...]:
    """The fields a printed register shows: those of the list, and of the form as many as find room, in the form's order.

    `scale` widens every column, for writing by hand; `without` names fields to leave out.
    """
    left_out = set(without)
    if declared.code in COLUMNS:
        return tuple(name for name in COLUMNS[declared.code] if name not in left_out)
    listed = [name for name in declared.columns if name not in left_out]
    chosen = list(listed)
    used = ORDINAL.width + sum(_width(declared, name) * scale for name in chosen)
    for name in _typed(declared):
        if name in chosen or name in left_out or name not in declared.fields:
            continue
        width = _width(declared, name) * scale
        if used + width <= room:
            chosen.append(name)
            used += width
    places = {name: number for number, name in enumerate(_typed(declared))}
    return tuple(sorted(chosen, key=lambda name: (places.get(name, -1), listed.index(name) if name in listed else 0)))


def all_fields(declared: RecordType) -> tuple[str, ...]:
    """Every field for a workbook, which has room for all: those of the form, after list columns that the form has not."""
    typed = _typed(declared)
    return (*(name for name in declared.columns if name not in typed), *typed)


def shown(
    ctx: Context, declared: RecordType, names: Iterable[str], *, room: float = ROOM, letters: Mapping[str, float] = NOTHING
) -> tuple[Shown, ...]:
    """Columns of these fields that fill the room: those of words share what the others leave.

    `letters` tells how long the texts of a field are on an average: long ones get more, empty ones little.
    """
    columns = tuple(_shown(ctx, declared, name) for name in names)
    words = {each.fields[0]: each.column.width for each in columns if isinstance(declared.fields[each.fields[0]].kind, _GROWS)}
    left = room - ORDINAL.width - sum(each.column.width for each in columns if each.fields[0] not in words)
    if not words:
        factor = (room - ORDINAL.width) / sum(each.column.width for each in columns) if columns else 1.0
        return tuple(replace(each, column=replace(each.column, width=each.column.width * factor)) for each in columns)
    least = min(_LEAST, left / len(words))
    shares = {name: letters[name] ** 0.7 if name in letters else width for name, width in words.items()}
    whole = sum(shares.values()) or 1.0
    grown = {name: least + max(0.0, left - least * len(words)) * share / whole for name, share in shares.items()}
    return tuple(replace(each, column=replace(each.column, width=grown.get(each.fields[0], each.column.width))) for each in columns)


def letters_of(rows: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """How many letters the texts of each field have on an average, from some rows; of one word at least."""
    found: dict[str, float] = {}
    for name in rows[0] if rows else ():
        found[name] = max(_WORD, sum(len(row[name]) for row in rows) / len(rows))
    return found


def _shown(ctx: Context, declared: RecordType, name: str) -> Shown:
    info = declared.fields[name]
    align = Align.RIGHT if info.kind.numeric and not isinstance(info.kind, Year) else Align.LEFT
    if isinstance(info.kind, Date | Moment | Year | YesNo | BirthDate | LastDigits):
        align = Align.CENTRE
    column = BookColumn(ctx.say(info.label), _width(declared, name), align, plain=isinstance(info.kind, Year))
    return Shown(column, (name,), value_of(ctx, declared, name))


def value_of(ctx: Context, declared: RecordType, name: str) -> Value:
    """How a field's cells are made: days and numbers as such, yes as a cross, everything else in words."""
    kind = declared.fields[name].kind
    if isinstance(kind, YesNo):
        return lambda values, _titles: CROSS if values.get(name) else ""
    if isinstance(kind, Date | Moment | Integer | Money | Year):

        def real(values: Mapping[str, Any], _titles: Titles) -> BookCell:
            dumped = values.get(name)
            if dumped is None:
                return None
            try:
                loaded = kind.load(dumped)
            except (ValueError, TypeError):
                return str(dumped)
            return loaded if not isinstance(loaded, float) else Decimal(str(loaded))

        return real
    return lambda values, titles: cell(ctx, declared, name, values.get(name), titles)


def row_of(record: RecordView, columns: Iterable[Shown], titles: Titles) -> tuple[BookCell, ...]:
    """The cells of a record, without its number."""
    values = {**record.values, "id": record.id, "unit": record.unit}
    return tuple(each.value(values, titles) for each in columns)


def _typed(declared: RecordType) -> list[str]:
    return [name for section in declared.sections for name in section.fields]


def _width(declared: RecordType, name: str) -> float:
    kind = declared.fields[name].kind
    width = _WIDTHS.get(type(kind), 30.0)
    return min(width, 26.0) if isinstance(kind, Text) and kind.max_length <= 60 else width
