"""Making a text fit its place on a sheet: smaller down to a floor, then more lines, then cut and told."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.documents.fonts import MM_PER_POINT, Face, text_units, text_width

_STEP = 0.5
"""Type shrinks by half points: finer steps make neighbouring certificates look unequal for no gain."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it will stand. `complete` is false if the end had to be cut off; the last line then ends in
    "…".
    """

    lines: tuple[str, ...]
    size: float
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Room for a text: width in millimetres, type sizes in points.

    One line is tried from `size` down to `floor`; then as many lines as `lines` allows, from `wrapped_size`
    down to `wrapped_floor`.
    """

    width: float
    size: float
    floor: float
    lines: int = 1
    wrapped_size: float = 0.0
    wrapped_floor: float = 0.0


def one_paragraph(text: str) -> str:
    """Composed letters, every run of white space one blank, no control characters."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(letter if unicodedata.category(letter) not in ("Cc", "Cs") else " " for letter in composed)
    return " ".join(visible.split())


@lru_cache(maxsize=1024)
def fit(text: str, face: Face, place: Place) -> Fitted:
    """How `text` stands in `place`. Never wider than the place, never more lines than it has, whatever the text.

    Kept, because certificates of one decision share most of their texts.
    """
    clean = one_paragraph(text)
    if not clean:
        return Fitted((), place.size)
    for size in _sizes(place.size, place.floor):
        if text_width(clean, face, size) <= place.width:
            return Fitted((clean,), size)
    if place.lines > 1:
        for size in _sizes(place.wrapped_size or place.floor, place.wrapped_floor or place.floor):
            lines = wrap(clean, face, size, place.width)
            if len(lines) <= place.lines:
                return Fitted(_balanced(clean, face, size, place.width, len(lines)), size)
    size = (place.wrapped_floor or place.floor) if place.lines > 1 else place.floor
    lines = wrap(clean, face, size, place.width)[: place.lines]
    return Fitted((*lines[:-1], _cut(lines[-1], face, size, place.width)), size, complete=False)


def wrap(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """Lines of at most `width`, broken between words; a word wider than a line is broken between letters."""
    room = width * 1000 / (size * MM_PER_POINT)
    blank = text_units(" ", face)
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        needed = text_units(word, face)
        if line and used + blank + needed <= room:
            line, used = f"{line} {word}", used + blank + needed
            continue
        if line:
            lines.append(line)
        while needed > room and len(word) > 1:
            head = _longest_head(word, face, size, width)
            lines.append(word[:head])
            word = word[head:]
            needed = text_units(word, face)
        line, used = word, needed
    return (*lines, line) if line else tuple(lines)


def _sizes(first: float, last: float) -> list[float]:
    return [first - _STEP * n for n in range(int((first - last) / _STEP) + 1)]


def _longest_head(word: str, face: Face, size: float, width: float) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(word[:middle], face, size) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _balanced(text: str, face: Face, size: float, width: float, count: int) -> tuple[str, ...]:
    """The same number of lines, as equal in length as words allow: no lone word on the last line."""
    low, high = width / count / 2, width
    for _ in range(12):
        middle = (low + high) / 2
        if len(wrap(text, face, size, middle)) <= count:
            high = middle
        else:
            low = middle
    return wrap(text, face, size, high)


def _cut(line: str, face: Face, size: float, width: float) -> str:
    while line and text_width(f"{line}…", face, size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"
