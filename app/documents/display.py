"""The display list: what stands where on a sheet, in millimetres from its top left corner, y downwards.

A sheet is plain data. One player writes it into a PDF (`app.documents.pdf`), another paints it on screen and
printer (`app.ui.sheets`); both place every letter by `app.documents.fonts.text_width`, so that what is seen
is what is printed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from app.documents.fonts import Face, text_width

Point = tuple[float, float]


class Anchor(Enum):
    """Which part of a line of text stands at its x."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on a baseline. Colours are `#RRGGBB`; `size` is in points, everything else in
    millimetres.

    `angle` turns the line about its anchor point, in degrees, counter-clockwise as seen. Text is composed (NFC)
    on creation: decomposed letters print visibly wrong.
    """

    x: float
    y: float
    text: str
    face: Face = Face.REGULAR
    size: float = 14.0
    colour: str = "#000000"
    anchor: Anchor = Anchor.LEFT
    spacing: float = 0.0
    angle: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", unicodedata.normalize("NFC", self.text))

    @property
    def width(self) -> float:
        """Length of the line in millimetres."""
        return text_width(self.text, self.face, self.size, spacing=self.spacing)

    @property
    def left(self) -> float:
        """Where the first letter starts, before any turning."""
        return self.x - self.anchor.value * self.width


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "#000000"
    width: float = 0.2


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, outlined or both. An outline lies on the edge, half inside and half outside."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.2


@dataclass(frozen=True, slots=True)
class Move:
    """Begin a new part of an outline here."""

    to: Point


@dataclass(frozen=True, slots=True)
class Straight:
    """A straight side to here."""

    to: Point


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier side to here by two control points."""

    control1: Point
    control2: Point
    to: Point


@dataclass(frozen=True, slots=True)
class Close:
    """Back to where this part began."""


Step = Move | Straight | Curve | Close


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape of straight and curved sides; parts inside parts are holes (even-odd) if `holes`."""

    steps: tuple[Step, ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.2
    holes: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG picture, stretched to the given place."""

    x: float
    y: float
    width: float
    height: float
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Items that many sheets show alike, kept once in a PDF. The name stands for the content: one name, one drawing."""

    name: str
    items: tuple["Item", ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Use:
    """A group shown with its own origin at (x, y), enlarged by `scale`."""

    group: Group
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


Item = Text | Line | Rect | Outline | Picture | Use


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper and what is on it, painted in the order given."""

    width: float
    height: float
    items: tuple[Item, ...]

    def texts(self) -> Iterator[Text]:
        """The lines of text that are not inside groups, in painting order."""
        return (item for item in self.items if isinstance(item, Text))


def shifted(item: Item, dx: float, dy: float) -> Item:
    """The same item moved right by `dx` and down by `dy`; for what stands directly on a sheet."""
    match item:
        case Line(x1, y1, x2, y2, colour, width):
            return Line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, colour, width)
        case Text(x, y, text, face, size, colour, anchor, spacing, angle):
            return Text(x + dx, y + dy, text, face, size, colour, anchor, spacing, angle)
        case Rect(x, y, width, height, fill, stroke, stroke_width):
            return Rect(x + dx, y + dy, width, height, fill, stroke, stroke_width)
        case Picture(x, y, width, height, data):
            return Picture(x + dx, y + dy, width, height, data)
        case Use(group, x, y, scale):
            return Use(group, x + dx, y + dy, scale)
        case Outline(steps, fill, stroke, stroke_width, holes):
            return Outline(tuple(_moved(step, dx, dy) for step in steps), fill, stroke, stroke_width, holes)


def _moved(step: Step, dx: float, dy: float) -> Step:
    match step:
        case Move((x, y)):
            return Move((x + dx, y + dy))
        case Straight((x, y)):
            return Straight((x + dx, y + dy))
        case Curve((ax, ay), (bx, by), (x, y)):
            return Curve((ax + dx, ay + dy), (bx + dx, by + dy), (x + dx, y + dy))
        case Close():
            return step
