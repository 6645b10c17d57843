"""What an `.xlsx` says once for all its sheets: where they lie, which styles have a legacy font, which texts change font within."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from app.intake.legacy import Encoding, encoding_of_font
from app.intake.parts import Parts, TooMuchError

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_STRINGS = "xl/sharedStrings.xml"
_MOST_SMALL = 8 << 20
_MOST_STYLES = 64 << 20
"""Workbooks that were copied from one to the next for years gather tens of thousands of styles."""
MOST_STRINGS = 64 << 20
_LEGACY_NAMES = (b'".vn', b'"vni', b"'.vn", b"'vni")
_TEXT_END = b"</si>"


@dataclass(frozen=True, slots=True)
class Strings:
    """The texts that cells share. `longest` counts bytes of XML. `fonts` holds what runs of a text say of it, by its place: the
    encoding of the legacy font they are set in, or UNICODE where all of it is set in a font of today whatever the cell's own is.
    """

    longest: int = 0
    fonts: Mapping[int, Encoding] = field(default_factory=dict)


def sheet_parts(parts: Parts) -> Iterator[tuple[str, str]]:
    """Name and part of every sheet, in the workbook's order. Raises what `Parts.whole` raises, `expat.ExpatError`, `KeyError`."""
    targets: dict[str, str] = {}

    def relation(name: str, said: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            target = said["Target"].replace("\\", "/")
            targets[said["Id"]] = target.lstrip("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"

    found: list[tuple[str, str]] = []

    def sheet(name: str, said: dict[str, str]) -> None:
        if _local(name) == "sheet":
            identity = next((value for key, value in said.items() if key.endswith(":id")), "")
            found.append((said["name"], targets.get(identity, "")))

    _walk(parts.whole(_RELATIONS, _MOST_SMALL), relation)
    _walk(parts.whole(WORKBOOK, _MOST_SMALL), sheet)
    yield from found


def legacy_styles(parts: Parts) -> Mapping[str, Encoding]:
    """The numbers of cell styles, as sheets name them, whose font is a legacy one. Raises as `sheet_parts` does."""
    if _STYLES not in parts:
        return {}
    styles = parts.whole(_STYLES, _MOST_STYLES)
    lower = styles.lower()
    if not any(name in lower for name in _LEGACY_NAMES):
        return {}
    del lower
    reader = _StyleReader()
    _walk(styles, reader.start, reader.end)
    return reader.found


class _StyleReader:
    """Fonts come before the styles that number them, in every workbook."""

    def __init__(self) -> None:
        self.found: dict[str, Encoding] = {}
        self._within = ""
        self._fonts: list[str] = []
        self._styles = 0

    def start(self, name: str, said: dict[str, str]) -> None:
        tag = _local(name)
        if tag in ("fonts", "cellXfs"):
            self._within = tag
        elif self._within == "fonts" and tag == "font":
            self._fonts.append("")
        elif self._within == "fonts" and tag == "name" and self._fonts:
            self._fonts[-1] = said.get("val", "")
        elif self._within == "cellXfs" and tag == "xf":
            font = said.get("fontId", "0")
            place = int(font) if font.isdecimal() else 0
            encoding = encoding_of_font(self._fonts[place]) if place < len(self._fonts) else None
            if encoding:
                self.found[str(self._styles)] = encoding
            self._styles += 1

    def end(self, name: str) -> None:
        if _local(name) == self._within:
            self._within = ""


def shared_strings(parts: Parts, *, legacy: bool) -> Strings:
    """The texts that cells share; `legacy` tells that some style has a legacy font. Raises as `sheet_parts` does."""
    if _STRINGS not in parts:
        return Strings()
    if parts.size(_STRINGS) > MOST_STRINGS:
        raise TooMuchError
    texts = b"".join(parts.chunks(_STRINGS))
    longest = max(map(len, texts.split(_TEXT_END)))
    if b"rFont" not in texts:
        return Strings(longest)
    lower = texts.lower()
    if not legacy and not any(name in lower for name in _LEGACY_NAMES):
        return Strings(longest)
    del lower
    reader = _RunReader()
    _walk(texts, reader.start, reader.end, reader.text)
    return Strings(longest, reader.found)


def string_lengths(parts: Parts) -> list[int]:
    """Bytes of XML that every shared text takes, by its place. Raises what `Parts.whole` raises."""
    return [len(text) for text in parts.whole(_STRINGS, MOST_STRINGS).split(_TEXT_END)]


class _RunReader:
    """Runs of one text may be set in different fonts; those of plain ASCII say nothing, as every font shows them alike."""

    def __init__(self) -> None:
        self.found: dict[int, Encoding] = {}
        self._place = -1
        self._font = ""
        self._said: set[Encoding | None] = set()
        self._in_text = False
        self._letters = False

    def start(self, name: str, said: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "si":
            self._place += 1
            self._said = set()
            self._font = ""
        elif tag == "r":
            self._font, self._letters = "", False
        elif tag == "rFont":
            self._font = said.get("val", "")
        elif tag == "t":
            self._in_text = True

    def text(self, text: str) -> None:
        if self._in_text and not text.isascii():
            self._letters = True

    def end(self, name: str) -> None:
        tag = _local(name)
        if tag == "t":
            self._in_text = False
        elif tag == "r" and self._letters:
            # A run without a font is set in that of its cell.
            self._said.add((encoding_of_font(self._font) or Encoding.UNICODE) if self._font else None)
        elif tag == "si" and self._said:
            if self._said == {Encoding.TCVN3, Encoding.TCVN3_CAPITALS}:
                self.found[self._place] = Encoding.TCVN3
            elif len(self._said) == 1 and (only := self._said.pop()):
                self.found[self._place] = only


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _walk(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(content, True)
