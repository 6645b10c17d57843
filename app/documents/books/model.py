"""A register's table as plain data, made to be drawn row by row: however many rows there are, only a few are held at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.core.progress import Progress
from app.core.text import decimal_vi, number_vi, short_date, short_moment
from app.documents.official.model import Align, Heading, Signature

BookCell = str | int | Decimal | date | datetime | None
"""One cell. Numbers and days stay what they are: Excel gets them as such, paper shows them the Vietnamese way."""


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column: its heading, how wide it wants to be in millimetres, how its cells stand.

    Neighbouring columns of the same `group` stand under one heading together. `plain` numbers, such as years, have no full stops.
    """

    title: str
    width: float
    align: Align = Align.LEFT
    group: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class BookRow:
    """Cells in the order of the columns; `strong` is bold, for sums. A `band` has one cell across the table, for a part's name."""

    cells: tuple[BookCell, ...]
    strong: bool = False
    band: bool = False


Rows = Callable[[Progress], Iterator[BookRow]]
"""Reads the rows from the first, each time it is called; tells how far it is and may be stopped on the way."""


@dataclass(frozen=True, slots=True)
class Book:
    """A register as a table. `kind` stands in capitals, `abstract` below it, `notes` in italics: which rows these are.

    `count` is how many rows `rows` will bring. `closing` are lines below the table, `signatures` stand beside each other under
    them. `empty_pages`: no rows, but so many pages of empty ones, high enough to write in by hand.
    """

    heading: Heading
    kind: str
    abstract: str
    columns: tuple[BookColumn, ...]
    rows: Rows
    count: int
    notes: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    sample: bool = False
    empty_pages: int = 0

    @property
    def title(self) -> str:
        """What the file calls itself: the kind and the register, never a person."""
        return f"{self.kind.capitalize()} {self.abstract}".strip()


def no_rows(_progress: Progress) -> Iterator[BookRow]:
    """The rows of an empty table."""
    return iter(())


def book_text(cell: BookCell, *, plain: bool = False) -> str:
    """A cell as people read it: 1.250; 92,8; 05/03/2024; nothing for None."""
    match cell:
        case None:
            return ""
        case bool() | str():
            return str(cell)
        case int():
            return str(cell) if plain else number_vi(cell)
        case Decimal():
            return decimal_vi(cell)
        case datetime():
            return short_moment(cell)
        case date():
            return short_date(cell)
