"""A form of one record to fill in by hand, on standing A4: dotted lines, boxes to tick, empty tables for what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.documents.books.head import head_of
from app.documents.books.model import BookColumn
from app.documents.books.rows import Ruling
from app.documents.books.wording import BY_HAND, FORM, MUST, NOTED_BY, WITH_NAME
from app.documents.display import Anchor, Item, Line, Rect, Sheet, Text, shifted
from app.documents.fit import wrap
from app.documents.fonts import MM_PER_POINT, Face, text_width
from app.documents.official.blocks import heading_block
from app.documents.official.model import Heading
from app.documents.official.page import BOTTOM, LEFT, RIGHT, TOP
from app.documents.sample import sample_mark

_WIDTH, _HEIGHT = 210.0, 297.0
_ROOM = _WIDTH - LEFT - RIGHT
_END = _HEIGHT - BOTTOM
_SIZE = 12.0
_STEP = 8.2
"""From one line to write on to the next."""
_BOX = 3.6
_GAP = 4.0
_ROW = 9.0
_DOT = text_width(".", Face.REGULAR, _SIZE)


class Room(Enum):
    """What there is to write on."""

    LINE = "line"
    LINES = "lines"
    DAY = "day"
    MOMENT = "moment"
    BOXES = "boxes"


_PATTERNS = {Room.DAY: "……… / ……… / ……………", Room.MOMENT: "……… giờ ……… phút, ngày ……… / ……… / ……………"}


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to write down. `options` are what the boxes say; `must` marks what cannot be left out."""

    label: str
    room: Room = Room.LINE
    options: tuple[str, ...] = ()
    must: bool = False


@dataclass(frozen=True, slots=True)
class BlankPart:
    """Some blanks under a title, which may be empty."""

    title: str
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class BlankTable:
    """An empty table with a title."""

    title: str
    columns: tuple[BookColumn, ...]
    rows: int = 6


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `abstract` says what one record of it is."""

    heading: Heading
    abstract: str
    parts: tuple[BlankPart, ...]
    tables: tuple[BlankTable, ...] = ()
    sample: bool = False


def form_sheets(form: Form) -> tuple[Sheet, ...]:
    """The pages of a form; blanks of several lines stay together."""
    return _Pages(form).sheets()


class _Pages:
    def __init__(self, form: Form) -> None:
        self._form = form
        self._done: list[Sheet] = []
        self._items: list[Item] = []
        self._down = TOP

    def sheets(self) -> tuple[Sheet, ...]:
        self._begin()
        self._title()
        for part in self._form.parts:
            if part.title:
                self._words(part.title, Face.BOLD, _SIZE + 1, gap=2.0, stay=_STEP * 2)
            for blank in part.blanks:
                self._blank(blank)
        for table in self._form.tables:
            self._table(table)
        self._sign()
        self._finish()
        return tuple(self._done)

    def _begin(self) -> None:
        self._items, self._down = [], TOP
        if self._done:
            middle = (_WIDTH + LEFT - RIGHT) / 2
            self._items.append(Text(middle, 13.0, str(len(self._done) + 1), Face.REGULAR, 13, anchor=Anchor.MIDDLE))
        if self._form.sample:
            self._items.append(sample_mark(_WIDTH, _HEIGHT))

    def _finish(self) -> None:
        self._done.append(Sheet(_WIDTH, _HEIGHT, tuple(self._items)))

    def _need(self, height: float) -> None:
        """Begin a new page where so much room is no longer there."""
        if self._down + height > _END:
            self._finish()
            self._begin()

    def _title(self) -> None:
        block = heading_block(self._form.heading, _ROOM)
        self._items += (shifted(item, LEFT, self._down) for item in block.items)
        self._down += block.height
        middle = LEFT + _ROOM / 2
        for text, face, size in ((FORM, Face.BOLD, 14.0), (self._form.abstract, Face.BOLD, 13.0), (BY_HAND, Face.ITALIC, 11.0)):
            for line in wrap(text, face, size, _ROOM):
                self._down += size * MM_PER_POINT * 1.25
                self._items.append(Text(middle, self._down, line, face, size, anchor=Anchor.MIDDLE))
        if any(blank.must for part in self._form.parts for blank in part.blanks):
            self._down += 11 * MM_PER_POINT * 1.25
            self._items.append(Text(middle, self._down, MUST, Face.ITALIC, 11, anchor=Anchor.MIDDLE))
        self._down += 3.0

    def _words(self, text: str, face: Face, size: float, *, gap: float = 0.0, stay: float = 0.0) -> None:
        lines = wrap(text, face, size, _ROOM)
        self._need(gap + len(lines) * size * MM_PER_POINT * 1.25 + stay)
        self._down += gap
        for line in lines:
            self._down += size * MM_PER_POINT * 1.25
            self._items.append(Text(LEFT, self._down, line, face, size))

    def _blank(self, blank: Blank) -> None:
        label = f"{blank.label} (*):" if blank.must else f"{blank.label}:"
        match blank.room:
            case Room.BOXES:
                self._boxes(label, blank.options)
            case Room.DAY | Room.MOMENT:
                self._need(_STEP)
                at = self._label(label)
                self._items.append(Text(at, self._down, _PATTERNS[blank.room], Face.REGULAR, _SIZE))
            case Room.LINE | Room.LINES:
                lines = 4 if blank.room is Room.LINES else 1
                self._need(_STEP * lines)
                at = self._label(label)
                if LEFT + _ROOM - at < _ROOM / 4:
                    self._need(_STEP)
                    self._down += _STEP
                    at = LEFT
                self._dots(at)
                for _ in range(lines - 1):
                    self._down += _STEP
                    self._dots(LEFT)

    def _label(self, label: str) -> float:
        """Write a label on the next line and tell where its end is."""
        lines = wrap(label, Face.REGULAR, _SIZE, _ROOM)
        for line in lines:
            self._down += _STEP if line is lines[0] else _SIZE * MM_PER_POINT * 1.25
            self._items.append(Text(LEFT, self._down, line, Face.REGULAR, _SIZE))
        return LEFT + text_width(lines[-1], Face.REGULAR, _SIZE) + 1.5

    def _dots(self, begin: float) -> None:
        count = int((LEFT + _ROOM - begin) / _DOT)
        self._items.append(Text(LEFT + _ROOM, self._down, "." * count, Face.REGULAR, _SIZE, anchor=Anchor.RIGHT))

    def _boxes(self, label: str, options: Sequence[str]) -> None:
        rows = self._box_rows(label, options)
        self._need(_STEP * len(rows))
        at = self._label(label) + _GAP / 2
        for number, row in enumerate(rows):
            if number:
                self._down += _STEP * 0.85
                at = LEFT + 6.0
            for option in row:
                self._items.append(Rect(at, self._down - _BOX + 0.5, _BOX, _BOX, stroke="#000000", stroke_width=0.25))
                self._items.append(Text(at + _BOX + 1.4, self._down, option, Face.REGULAR, _SIZE))
                at += _box_width(option)

    def _box_rows(self, label: str, options: Sequence[str]) -> list[list[str]]:
        """Which boxes stand beside each other; the first line begins after the label."""
        used = min(text_width(label, Face.REGULAR, _SIZE) + 1.5 + _GAP / 2, _ROOM)
        rows: list[list[str]] = [[]]
        for option in options:
            width = _box_width(option)
            if used + width - _GAP > _ROOM and (rows[-1] or len(rows) == 1):
                rows.append([])
                used = 6.0
            rows[-1].append(option)
            used += width
        return rows

    def _table(self, table: BlankTable) -> None:
        ruling = Ruling.of(table.columns, _ROOM)
        head = head_of(table.columns, ruling)
        self._need(10.0 + head.height + table.rows * _ROW)
        self._words(table.title, Face.BOLD, _SIZE + 1, gap=3.0)
        self._down += 2.0
        top = self._down
        self._items += (shifted(item, LEFT, self._down) for item in head.items)
        self._rule(self._down)
        self._down += head.height
        body = self._down
        for _ in range(table.rows + 1):
            self._rule(self._down)
            self._down += _ROW
        self._down -= _ROW
        for place, x in enumerate(ruling.edges):
            begin = top if place in (0, len(ruling.edges) - 1) else body
            self._items.append(Line(LEFT + x, begin, LEFT + x, self._down, width=0.18))

    def _rule(self, y: float) -> None:
        self._items.append(Line(LEFT, y, LEFT + _ROOM, y, width=0.18))

    def _sign(self) -> None:
        self._need(34.0)
        self._down += 9.0
        middle = LEFT + _ROOM * 0.74
        self._items.append(Text(middle, self._down, NOTED_BY, Face.BOLD, 13, anchor=Anchor.MIDDLE))
        self._items.append(Text(middle, self._down + 5.5, WITH_NAME, Face.ITALIC, 12, anchor=Anchor.MIDDLE))
        self._down += 25.0


def _box_width(option: str) -> float:
    return _BOX + 1.4 + text_width(option, Face.REGULAR, _SIZE) + _GAP
