"""What may be said of an element in a layout file, and within which bounds: a table, walked by `app.documents.layouts.reading`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from app.documents.display import Anchor
from app.documents.fonts import Face
from app.documents.layouts.look import Part

LARGEST = 1200.0
"""Millimetres of the longest side of a sheet: A0, about."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Key:
    """One thing said: how it is read (raises `ValueError` when it cannot be used), and whether it must be said."""

    read: Callable[[Any], Any]
    required: bool = False


def _number(low: float, high: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError
        return float(value)

    return read


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 20:
        raise ValueError
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 2000:
        raise ValueError
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _colour(value: Any) -> str:
    if not isinstance(value, str) or _COLOUR.fullmatch(value) is None:
        raise ValueError
    return value


def _choice(options: type[Enum]) -> Callable[[Any], Any]:
    by_name = {option.name.lower(): option for option in options}

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in by_name:
            raise ValueError
        return by_name[value]

    return read


_PLACE = Key(_number(0, LARGEST), required=True)
_LENGTH = Key(_number(1, LARGEST), required=True)
_PEN = Key(_number(0.05, 20))
_COLOURED = Key(_colour)

WORDING = {
    "text": Key(_text, required=True),
    "size": Key(_number(4, 300), required=True),
    "width": Key(_number(5, LARGEST)),
    "floor": Key(_number(4, 300)),
    "lines": Key(_count),
    "wrapped_size": Key(_number(4, 300)),
    "wrapped_floor": Key(_number(4, 300)),
    "face": Key(_choice(Face)),
    "colour": _COLOURED,
    "spacing": Key(_number(0, 20)),
    "capitals": Key(_flag),
}
TEXT = {
    "x": _PLACE,
    "y": _PLACE,
    "anchor": Key(_choice(Anchor)),
    "rise": Key(_number(0, 100)),
    "underline": Key(_number(0, 20)),
    "part": Key(_choice(Part)),
}
FLOW = {"x": _PLACE, "top": _PLACE, "bottom": _PLACE, "air": Key(_number(0, 100), required=True)}
SIGNATURE = {
    "x": _PLACE,
    "date_y": _PLACE,
    "gap": _LENGTH,
    "name_y": _PLACE,
    "room": Key(_number(20, 200), required=True),
}
LINE = {"x1": _PLACE, "y1": _PLACE, "x2": _PLACE, "y2": _PLACE, "colour": _COLOURED, "line": _PEN}
BOX = {"x": _PLACE, "y": _PLACE, "width": _LENGTH, "height": _LENGTH, "colour": _COLOURED, "line": _PEN}
FRAME = {"scale": Key(_number(0.3, 5))}
SQUARE = {"x": _PLACE, "y": _PLACE, "size": _LENGTH}
ACROSS = frozenset({"x", "x1", "x2"})
DOWN = frozenset({"y", "y1", "y2", "top", "bottom", "date_y", "name_y"})
