"""A workbook to be filled in or mended, as plain data: titles, headings with what may be typed below them, rows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

GridCell = str | int | float | bool | date | datetime | time | timedelta | None
"""One cell; everything stays what it is. Text is written as text, whatever it begins with."""


class Typed(Enum):
    """What Excel is to make of what is typed into a column."""

    GENERAL = "general"
    TEXT = "text"
    """Kept as typed: telephone and ID numbers keep their zeros, "3/1984" does not become a day."""
    DAY = "day"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading, its width in letters, and what may be typed below it.

    `options` are offered in a drop-down; `strict` refuses everything else, otherwise Excel only asks. `hint` is shown beside a
    cell while it is typed into. `required` headings stand out.
    """

    heading: str
    width: float = 14.0
    typed: Typed = Typed.GENERAL
    options: tuple[str, ...] = ()
    strict: bool = False
    hint: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """Cells in the order of the columns. `marked` are the places to be looked at. A `band` has one text across the table."""

    cells: tuple[GridCell, ...]
    marked: frozenset[int] = frozenset()
    band: bool = False


@dataclass(frozen=True, slots=True)
class GridSheet:
    """One sheet: `titles` above the table (the first of them large), the rows, and so many ruled empty rows below them."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...] = ()
    empty_rows: int = 0


@dataclass(frozen=True, slots=True)
class GridBook:
    """A workbook. `title` and `author` (the unit, never a person) are what the file says of itself."""

    title: str
    author: str
    created: date
    sheets: tuple[GridSheet, ...]
