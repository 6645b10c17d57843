"""An official paper as plain data: heading, title, grounds, text, tables, signature, recipients.

Sizes and styles are the decree's and the renderers' affair; the model only says what each part is.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.core.text import decimal_vi, long_date_vi, number_vi

Cell = str | int | Decimal | None
"""One cell of a table. Numbers stay numbers: Excel gets them as such, PDF and Word show them the Vietnamese way."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The top of a paper. `parent_body` is the direct superior (thin), `body` who issues it (bold).

    `number` is number and symbol as printed ("12/BC-CAX"); with nothing before the slash, dots are left to write the number on by
    hand. Without `day` the date is dotted. Papers that tell their time in the text, such as minutes, are not `dated` at all.
    Lists and forms are not `numbered`.
    """

    parent_body: str
    body: str
    number: str
    place: str
    day: date | None
    dated: bool = True
    numbered: bool = True

    @property
    def number_line(self) -> str:
        """ "Số: 12/BC-CAX"; empty for a paper that is not numbered."""
        if not self.numbered:
            return ""
        number = self.number.strip()
        return f"Số: ………{number}" if not number or number.startswith("/") else f"Số: {number}"

    @property
    def date_line(self) -> str:
        """ "Túc Đán, ngày 05 tháng 12 năm 2022"; empty for a paper that is not dated."""
        if not self.dated:
            return ""
        day = long_date_vi(self.day) if self.day else "ngày …… tháng …… năm ………"
        return f"{self.place.strip()}, {day}" if self.place.strip() else day


class Style(Enum):
    """What a paragraph is."""

    BODY = "body"
    CHAPTER = "chapter"
    """I. II. III., bold capitals or bold."""
    SECTION = "section"
    """1. 2. 3., bold."""
    GROUND = "ground"
    """Căn cứ …, italic."""
    CENTRED = "centred"
    NOTE = "note"
    """Small and italic, below a table."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; line breaks in its text begin new ones of the same kind."""

    text: str
    style: Style = Style.BODY


class Align(Enum):
    """How cells of a column stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the table's width, how its cells stand."""

    title: str
    weight: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the columns; `strong` is bold. A `band` row has one cell that spans the table, for a part's name."""

    cells: tuple[Cell, ...]
    strong: bool = False
    band: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading row is repeated on every page. `caption` stands above it and names its worksheet."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    small: bool = False
    """Two points smaller, for many columns."""
    row_height: float = 0.0
    """The least height of a row below the heading, in millimetres, where people write into it by hand."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A part on pages of its own, lying if `lying`, under "Phụ lục", a title in capitals and the paper it belongs to."""

    title: str
    blocks: tuple["Paragraph | Table", ...]
    lying: bool = False


Block = Paragraph | Table | Annex


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the lines of authority and office in capitals ("KT. TRƯỞNG CÔNG AN XÃ", "PHÓ TRƯỞNG CÔNG AN XÃ"), and the name."""

    offices: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `kind` is the type in capitals ("BÁO CÁO"), `abstract` what it is about.

    `cosigners` sign on the left of `signature`, in reading order, as the secretary of a meeting does; recipients then stand below.
    `sample` writes "DỮ LIỆU MẪU" across every page.
    """

    heading: Heading
    kind: str
    abstract: str
    blocks: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...] = ()
    addressee: str = ""
    grounds: tuple[str, ...] = ()
    sample: bool = False
    cosigners: tuple[Signature, ...] = ()

    @property
    def title(self) -> str:
        """What the file calls itself: kind and number, never a person."""
        number = self.heading.number.strip()
        kind = self.kind.strip().capitalize()
        return f"{kind} số {number}" if number and not number.startswith("/") else kind

    @property
    def belonging(self) -> str:
        """The line under the title of an annex: which paper it goes with."""
        day = f" {long_date_vi(self.heading.day)}" if self.heading.day else ""
        return f"(Kèm theo {self.title}{day} của {self.heading.body.strip()})"


def cell_text(cell: Cell) -> str:
    """A cell as people read it: 1.250; 92,8; nothing for None."""
    match cell:
        case None:
            return ""
        case bool() | str():
            return str(cell)
        case int():
            return number_vi(cell)
        case Decimal():
            return decimal_vi(cell)
