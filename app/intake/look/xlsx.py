"""A look into an `.xlsx`: its XML is screened for whether there is anything to tell, and only then followed element by element.

Screening costs a quarter of reading the values. Following costs more than they do, which openpyxl needs fifteen times.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from app.core.i18n import N_
from app.core.progress import Progress
from app.intake.legacy import Encoding
from app.intake.look.limits import LONGEST_CELL, MOST_TEXT
from app.intake.look.seen import Look, Place, column_number
from app.intake.look.xlsx_parts import Strings, legacy_styles, shared_strings, sheet_parts, string_lengths
from app.intake.parts import Parts, TooMuchError

_PLAIN = 26
"""Columns A to Z, in which a screened sheet ends unless a cell says otherwise."""
_UNUSUAL = re.compile(rb'<c(?! r="[A-Z]1?[0-9]{1,5}")(?=[ >])([^>]*)(?<!/)>(?!</c>)')
"""A cell with something in it that is not within columns A to Z of the first 199,999 rows, or says so differently."""
_PLACE = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"')
_SHARED = re.compile(rb't="s"[^>]*><v>([0-9]+)</v>')
_LARGEST_CELL = 4 << 20
_DIGITS = "0123456789"
_TEXTS = ("s", "str", "inlineStr")
_LOOKING = N_("Looking through the workbook")


def look_into_xlsx(parts: Parts, progress: Progress) -> Mapping[str, Look]:
    """By the name of the sheet.

    Raises `DamagedError`, `TooMuchError`, `expat.ExpatError`, `KeyError`, `ValueError` for what is no sound workbook; `Cancelled`.
    """
    legacy = legacy_styles(parts)
    strings = shared_strings(parts, legacy=bool(legacy))
    looks = {}
    found = [(name, part) for name, part in sheet_parts(parts) if part in parts]
    for number, (name, part) in enumerate(found):
        progress.step(number, len(found), _LOOKING)
        screened = _screen(parts.chunks(part))
        _check_texts(parts, part, strings)
        if screened.told or legacy or strings.fonts:
            follower = _Follower(legacy, strings.fonts)
            looks[name] = follower.follow(parts.chunks(part), long=screened.long or strings.longest > LONGEST_CELL)
        else:
            long = screened.long or strings.longest > LONGEST_CELL
            looks[name] = Look(screened.rows, screened.columns, long=long)
    return looks


@dataclass(slots=True)
class _Screened:
    rows: int = 0
    columns: int = 0
    told: bool = False
    """There is something to tell, or the XML is written in a way that screening does not understand."""
    long: bool = False


def _screen(chunks: Iterator[bytes]) -> _Screened:
    """How far the values reach, at most, and whether a closer look is needed."""
    seen = _Screened()
    rest = b""
    first = True
    for chunk in chunks:
        text = rest + chunk
        if first and len(text) < 4096 and b"<sheetData" not in text:
            rest = text
            continue
        if first:
            seen.told = b"<worksheet" not in text[:4096]
            first = False
        # Only whole elements are looked at; the last one waits for what follows it.
        end = max(text.rfind(b"<c "), text.rfind(b"<c>"), text.rfind(b"<row "))
        if end <= 0:
            seen.long |= len(text) > LONGEST_CELL
            rest = text if len(text) < _LARGEST_CELL else text[-64:]
            continue
        rest = text[end:]
        _screen_piece(text[:end], seen)
    _screen_piece(rest, seen)
    return seen


def _screen_piece(piece: bytes, seen: _Screened) -> None:
    for said in _UNUSUAL.findall(piece):
        place = _PLACE.match(said)
        if not place:
            seen.told = True
            continue
        seen.columns = max(seen.columns, column_number(place[1].decode()) + 1)
        seen.rows = max(seen.rows, int(place[2]))
    last = max(piece.rfind(b"</v>"), piece.rfind(b"</is>"))
    if last >= 0:
        place = _PLACE.search(piece, max(0, piece.rfind(b"<c ", 0, last)))
        seen.rows = max(seen.rows, int(place[2])) if place else seen.rows
        seen.columns = max(seen.columns, _PLAIN)
    seen.told |= b't="e"' in piece or (b'hidden="' in piece and (b'hidden="1"' in piece or b'hidden="true"' in piece))
    # Texts that stand in the cell itself are as long as they are; measuring is left to whoever has them as texts.
    seen.long |= b"<is>" in piece or b't="str"' in piece


def _check_texts(parts: Parts, part: str, strings: Strings) -> None:
    """A long text that stands once in the file and is shown by very many cells fills the memory all the same."""
    least_cell = len('<c r="A1" t="s"><v>1</v></c>')
    if strings.longest * (parts.size(part) // least_cell) <= 2 * MOST_TEXT:
        return
    lengths = string_lengths(parts)
    total = 0
    rest = b""
    for chunk in parts.chunks(part):
        text = rest + chunk
        end = max(0, text.rfind(b"<c "))
        rest = text[end:] if len(text) - end < _LARGEST_CELL else b""
        total += sum(lengths[int(number)] for number in _SHARED.findall(text, 0, end) if int(number) < len(lengths))
        if total > MOST_TEXT:
            raise TooMuchError


class _Follower:
    """Follows the XML of one sheet. Attributes may stand in any order, names may have a prefix, places may be left out."""

    def __init__(self, legacy: Mapping[str, Encoding], runs: Mapping[int, Encoding]) -> None:
        self._legacy = legacy
        self._runs = runs
        self._row, self._column = -1, -1
        self._rows, self._columns = 0, 0
        self._letters: dict[str, int] = {}
        self._cell, self._line, self._value, self._inline, self._breadth = "c", "row", "v", "is", "col"
        self._kind = ""
        self._caught = ""
        self._fonts: dict[Place, Encoding] = {}
        self._errors: dict[Place, str] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._root

    def follow(self, chunks: Iterator[bytes], *, long: bool) -> Look:
        """Raises `expat.ExpatError`, `ValueError`."""
        for chunk in chunks:
            self._parser.Parse(chunk, False)
        self._parser.Parse(b"", True)
        return Look(
            self._rows,
            self._columns,
            self._fonts,
            self._errors,
            frozenset(row for row in self._hidden_rows if row < self._rows),
            frozenset(column for column in self._hidden_columns if column < self._columns),
            long,
        )

    def _root(self, name: str, said: dict[str, str]) -> None:
        prefix = name.rpartition(":")[0]
        if prefix:
            self._cell, self._line, self._value, self._inline, self._breadth = (
                f"{prefix}:{tag}" for tag in ("c", "row", "v", "is", "col")
            )
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name == self._cell:
            self._place(said)
        elif name == self._value or name == self._inline:
            self._rows = max(self._rows, self._row + 1)
            self._columns = max(self._columns, self._column + 1)
            if self._kind == "e" or (self._kind == "s" and self._runs):
                self._caught = ""
                self._parser.CharacterDataHandler = self._catch
                self._parser.EndElementHandler = self._let_go
        elif name == self._line:
            self._row = int(said["r"]) - 1 if "r" in said else self._row + 1
            self._column = -1
            if said.get("hidden") in ("1", "true"):
                self._hidden_rows.add(self._row)
        elif name == self._breadth and said.get("hidden") in ("1", "true"):
            self._hidden_columns.update(range(int(said["min"]) - 1, min(int(said["max"]), 16_384)))

    def _place(self, said: dict[str, str]) -> None:
        name = said.get("r")
        if name:
            letters = name.rstrip(_DIGITS)
            column = self._letters.get(letters)
            if column is None:
                column = self._letters[letters] = column_number(letters)
            self._column = column
        else:
            self._column += 1
        self._kind = said.get("t", "")
        if self._legacy and self._kind in _TEXTS and (encoding := self._legacy.get(said.get("s", "0"))):
            self._fonts[self._row, self._column] = encoding

    def _catch(self, text: str) -> None:
        self._caught += text

    def _let_go(self, name: str) -> None:
        self._parser.CharacterDataHandler = None
        self._parser.EndElementHandler = None
        if self._kind == "e":
            self._errors[self._row, self._column] = self._caught
        elif self._caught.isdecimal() and (encoding := self._runs.get(int(self._caught))):
            if encoding is Encoding.UNICODE:
                self._fonts.pop((self._row, self._column), None)
            else:
                self._fonts[self._row, self._column] = encoding
