"""A layout read from JSON and checked whole: what is read here can be drawn for every certificate."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.paths import resources
from app.documents.layouts import keys
from app.documents.layouts.fields import BY_NAME, named
from app.documents.layouts.keys import LARGEST, Key
from app.documents.layouts.model import (
    Box,
    Code,
    Element,
    Emblem,
    Flow,
    Frame,
    Layout,
    LineElement,
    Signature,
    TextElement,
    Wording,
)

VERSION = 1
LONGEST = 500_000
"""Letters of the longest file that is read."""
_LEAST = 50.0
_MOST_ELEMENTS = 200
_PLAIN: Mapping[str, tuple[type[LineElement | Box | Frame | Emblem | Code], Mapping[str, Key]]] = {
    "line": (LineElement, keys.LINE),
    "box": (Box, keys.BOX),
    "frame": (Frame, keys.FRAME),
    "emblem": (Emblem, keys.SQUARE),
    "code": (Code, keys.SQUARE),
}


def read_layout(text: str) -> Layout:
    """The layout in a JSON text. Raises `UserError` "layout.…" with the number of the element and what is wrong with it."""
    try:
        whole = json.loads(text) if len(text) <= LONGEST else None
    except (ValueError, RecursionError):
        whole = None
    said: dict[str, Any] = whole if isinstance(whole, dict) else {}
    elements, name = said.get("elements"), said.get("name")
    if not isinstance(elements, list) or not 0 < len(elements) <= _MOST_ELEMENTS or not isinstance(name, str) or not name.strip():
        raise UserError("layout.unreadable", N_("This file is not a layout of certificates that can be read."))
    if said.get("version") != VERSION:
        raise UserError("layout.version", N_("This layout was made by another version of the program."))
    width, height = (_side(said.get(side)) for side in ("width", "height"))
    made = tuple(_Element(number, one, width, height).read() for number, one in enumerate(elements, 1))
    return Layout(" ".join(name.split())[:80], width, height, made)


@lru_cache(maxsize=8)
def shipped(code: str) -> Layout:
    """A layout that comes with the program, by the stem of its file in `resources/layouts`."""
    return read_layout((resources() / "layouts" / f"{code}.json").read_text(encoding="utf-8"))


def _side(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not _LEAST <= value <= LARGEST:
        message = N_("A sheet must be between {least} and {most} mm wide and high.")
        raise UserError("layout.size", message, least=round(_LEAST), most=round(LARGEST))
    return float(value)


class _Element:
    """One element being read: its number is told with whatever is wrong."""

    def __init__(self, number: int, said: Any, width: float, height: float) -> None:
        self.number, self.width, self.height = number, width, height
        if not isinstance(said, dict):
            raise self._bad_value("kind", said)
        self.said: dict[str, Any] = said

    def read(self) -> Element:
        kind = self.said.get("kind")
        said = {key: value for key, value in self.said.items() if key != "kind"}
        if kind == "text":
            wording = self._wording({key: value for key, value in said.items() if key not in keys.TEXT})
            place = self._values({key: value for key, value in said.items() if key in keys.TEXT}, keys.TEXT)
            return TextElement(wording, **place)
        if kind == "flow":
            blocks = said.pop("blocks", None)
            if not isinstance(blocks, list) or not 0 < len(blocks) <= 20:
                raise self._bad_value("blocks", blocks)
            values = self._values(said, keys.FLOW)
            if values["bottom"] - values["top"] < 10:
                raise self._bad_value("bottom", values["bottom"])
            return Flow(**values, blocks=tuple(self._roomy(block, "blocks") for block in blocks))
        if kind == "signature":
            date, title, name = (self._roomy(said.pop(part, None), part) for part in ("date", "title", "name"))
            return Signature(**self._values(said, keys.SIGNATURE), date=date, title=title, name=name)
        if not isinstance(kind, str) or kind not in _PLAIN:
            message = N_("Element {element} of the layout is of a kind the program does not know: {kind}")
            raise UserError("layout.kind", message, element=self.number, kind=str(kind)[:40])
        made, known = _PLAIN[kind]
        return made(**self._values(said, known))

    def _roomy(self, said: Any, key: str) -> Wording:
        """A wording that has a width."""
        if not isinstance(said, dict):
            raise self._bad_value(key, said)
        if "width" not in said:
            raise self._missing("width")
        return self._wording(said)

    def _wording(self, said: Mapping[str, Any]) -> Wording:
        values = self._values(said, keys.WORDING)
        for field in named(values["text"]):
            if field not in BY_NAME:
                message = N_("Element {element} of the layout names the field {field}, which there is not.")
                raise UserError("layout.field", message, element=self.number, field=field[:40])
        for upper, lower in (("size", "floor"), ("wrapped_size", "wrapped_floor")):
            if values.get(lower, 0.0) > values.get(upper, values["size"]):
                raise self._bad_value(lower, values[lower])
        return Wording(**values)

    def _values(self, said: Mapping[str, Any], known: Mapping[str, Key]) -> dict[str, Any]:
        for key in said:
            if key not in known:
                message = N_("Element {element} of the layout says something the program does not know: {key}")
                raise UserError("layout.key", message, element=self.number, key=str(key)[:40])
        for key, rule in known.items():
            if rule.required and key not in said:
                raise self._missing(key)
        values: dict[str, Any] = {}
        for key, value in said.items():
            try:
                values[key] = known[key].read(value)
            except ValueError:
                raise self._bad_value(key, value) from None
            edge = self.width if key in keys.ACROSS else self.height if key in keys.DOWN else None
            if edge is not None and values[key] > edge:
                raise self._bad_value(key, value)
        return values

    def _missing(self, key: str) -> UserError:
        return UserError("layout.missing", N_("Element {element} of the layout does not say: {key}"), element=self.number, key=key)

    def _bad_value(self, key: str, value: Any) -> UserError:
        message = N_("Element {element} of the layout says of {key} what cannot be used: {value}")
        return UserError("layout.value", message, element=self.number, key=key, value=str(value)[:40])
