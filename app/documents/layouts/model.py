"""What a layout consists of: elements in millimetres from the top left corner of the sheet, type sizes in points."""

from dataclasses import dataclass

from app.documents.display import Anchor
from app.documents.fit import Place
from app.documents.fonts import Face
from app.documents.layouts.look import Part


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with fields, and how it may stand. With width 0 it stands in one line at `size`, however long.

    Else one line is tried from `size` down to `floor`, then as many as `lines` from `wrapped_size` down to `wrapped_floor`.
    """

    text: str
    size: float
    width: float = 0.0
    floor: float = 0.0
    lines: int = 1
    wrapped_size: float = 0.0
    wrapped_floor: float = 0.0
    face: Face = Face.REGULAR
    colour: str = "#000000"
    spacing: float = 0.0
    capitals: bool = False

    def place(self, part: float = 1.0) -> Place:
        """The room of the text, its type sizes multiplied by `part`."""
        floor = self.floor or self.size
        return Place(self.width, self.size * part, floor * part, self.lines, self.wrapped_size * part, self.wrapped_floor * part)


@dataclass(frozen=True, slots=True)
class TextElement:
    """A text whose first baseline is at `y`, raised by `rise` for every line more than one.

    `underline` is how far below the baseline a rule as long as the text stands; 0 is none. A `part` is left out where the bought
    sheet carries it.
    """

    wording: Wording
    x: float
    y: float
    anchor: Anchor = Anchor.LEFT
    rise: float = 0.0
    underline: float = 0.0
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """Texts one under the other between `top` and `bottom`, middled on `x`, with equal air (at most `air`) about them.

    They shrink together until all have room. `bottom` is higher by the lines that the signer's title has more than one.
    """

    x: float
    top: float
    bottom: float
    air: float
    blocks: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Place and date, the signer's title, room for signature and seal, the signer's name, all middled on `x`.

    The title is `gap` below the date; the name is at `name_y` or, to leave `room` for signature and seal, lower. A title of
    several lines lifts the date.
    """

    x: float
    date_y: float
    gap: float
    name_y: float
    room: float
    date: Wording
    title: Wording
    name: Wording


@dataclass(frozen=True, slots=True)
class LineElement:
    """A straight stroke, not printed on bought sheets."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "#000000"
    line: float = 0.2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle as a plain frame, not printed on bought sheets."""

    x: float
    y: float
    width: float
    height: float
    colour: str = "#000000"
    line: float = 0.2


@dataclass(frozen=True, slots=True)
class Frame:
    """The patterned border about the whole sheet, its pattern enlarged by `scale`."""

    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Emblem:
    """The national emblem (Quốc huy), `size` wide, its middle at (x, y)."""

    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Code:
    """The place of the square code that a certificate is checked by: its corner and side. Empty where a sheet has no code."""

    x: float
    y: float
    size: float


Element = TextElement | Flow | Signature | LineElement | Box | Frame | Emblem | Code


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet of this size and what stands on it, later elements over earlier ones. `name` is what officers know it by."""

    name: str
    width: float
    height: float
    elements: tuple[Element, ...]
