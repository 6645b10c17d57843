"""The head of a register's table: titles, groups of columns under one title, and the row of (1) (2) (3)."""

from dataclasses import dataclass

from app.documents.books.model import BookColumn
from app.documents.books.rows import LINE, Ruling, broken
from app.documents.display import Anchor, Item, Line, Text
from app.documents.fonts import MM_PER_POINT, Face

_RULE = 0.18
_SIZE = 11.0
_SMALL = 9.0
_PADDING = 1.2


@dataclass(frozen=True, slots=True)
class Head:
    """Items from the top left corner of the table, and how much room they take."""

    items: tuple[Item, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Box:
    """One title: from which column to which, in which storey (0 above, 1 below, 2 both)."""

    text: str
    first: int
    last: int
    storey: int


def head_of(columns: tuple[BookColumn, ...], ruling: Ruling) -> Head:
    """The head of a table of these columns."""
    boxes = _boxes(columns)
    lines = {box: _lines(box, ruling) for box in boxes}
    above = max((_height(lines[box]) for box in boxes if box.storey == 0), default=0.0)
    below = max((_height(lines[box]) for box in boxes if box.storey == 1), default=0.0)
    whole = max([above + below, *(_height(lines[box]) for box in boxes if box.storey == 2)])
    below = whole - above
    items: list[Item] = []
    for box in boxes:
        top, height = {0: (0.0, above), 1: (above, below), 2: (0.0, whole)}[box.storey]
        items += _title(lines[box], box, ruling, top, height)
        if box.storey == 0:
            items.append(Line(ruling.edges[box.first], above, ruling.edges[box.last + 1], above, width=_RULE))
        right = ruling.edges[box.last + 1]
        if box.last + 1 < len(columns):
            # The line between two columns of a group begins below the group's title.
            items.append(Line(right, top, right, whole, width=_RULE))
    numbers = LINE + 0.4
    items.append(Line(0.0, whole, ruling.edges[-1], whole, width=_RULE))
    for place in range(len(columns)):
        middle = (ruling.edges[place] + ruling.edges[place + 1]) / 2
        at = whole + _SMALL * MM_PER_POINT * 0.94 + 0.6
        items.append(Text(middle, at, f"({place + 1})", Face.ITALIC, _SMALL, anchor=Anchor.MIDDLE))
        if place:
            items.append(Line(ruling.edges[place], whole, ruling.edges[place], whole + numbers, width=_RULE))
    return Head(tuple(items), whole + numbers)


def _boxes(columns: tuple[BookColumn, ...]) -> list[_Box]:
    boxes: list[_Box] = []
    for place, column in enumerate(columns):
        if not column.group:
            boxes.append(_Box(column.title, place, place, 2))
            continue
        if place == 0 or columns[place - 1].group != column.group:
            last = place
            while last + 1 < len(columns) and columns[last + 1].group == column.group:
                last += 1
            boxes.append(_Box(column.group, place, last, 0))
        boxes.append(_Box(column.title, place, place, 1))
    return boxes


def _lines(box: _Box, ruling: Ruling) -> tuple[tuple[str, ...], float]:
    room = ruling.edges[box.last + 1] - ruling.edges[box.first] - _PADDING
    return broken(box.text, Face.BOLD, room, _SIZE)


def _height(lines: tuple[tuple[str, ...], float]) -> float:
    return len(lines[0]) * LINE + 2 * _PADDING


def _title(lines: tuple[tuple[str, ...], float], box: _Box, ruling: Ruling, top: float, height: float) -> list[Item]:
    texts, size = lines
    middle = (ruling.edges[box.first] + ruling.edges[box.last + 1]) / 2
    begin = top + (height - len(texts) * LINE) / 2 + size * MM_PER_POINT * 0.9
    return [Text(middle, begin + number * LINE, line, Face.BOLD, size, anchor=Anchor.MIDDLE) for number, line in enumerate(texts)]
