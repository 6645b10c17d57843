"""Following the XML of a sheet element by element, as few programs write it: attributes in any order, prefixes, no places."""

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from app.intake.legacy import Encoding
from app.intake.look.seen import Look, Place, column_number

_DIGITS = "0123456789"
_TEXTS = ("s", "str", "inlineStr")


def follow(chunks: Iterator[bytes], legacy: Mapping[str, Encoding], runs: Mapping[int, Encoding]) -> Look:
    """What stands in the sheet. `legacy` tells which styles have an old font, `runs` which shared texts.

    Raises `expat.ExpatError`, `ValueError`, and what `chunks` raises.
    """
    follower = _Follower(legacy, runs)
    for chunk in chunks:
        follower.parser.Parse(chunk, False)
    follower.parser.Parse(b"", True)
    return follower.look()


class _Follower:
    """What is gathered about one sheet."""

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
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._root

    def look(self) -> Look:
        """What was found, once all of it was followed."""
        return Look(
            self._rows,
            self._columns,
            self._fonts,
            self._errors,
            frozenset(row for row in self._hidden_rows if row < self._rows),
            frozenset(column for column in self._hidden_columns if column < self._columns),
            long=True,
        )

    def _root(self, name: str, said: dict[str, str]) -> None:
        prefix = name.rpartition(":")[0]
        if prefix:
            self._cell, self._line, self._value, self._inline, self._breadth = (
                f"{prefix}:{tag}" for tag in ("c", "row", "v", "is", "col")
            )
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name == self._cell:
            self._place(said)
        elif name == self._value or name == self._inline:
            self._rows = max(self._rows, self._row + 1)
            self._columns = max(self._columns, self._column + 1)
            if self._kind == "e" or (self._kind == "s" and self._runs):
                self._caught = ""
                self.parser.CharacterDataHandler = self._catch
                self.parser.EndElementHandler = self._let_go
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
        self.parser.CharacterDataHandler = None
        self.parser.EndElementHandler = None
        if self._kind == "e":
            self._errors[self._row, self._column] = self._caught
        elif self._caught.isdecimal() and (encoding := self._runs.get(int(self._caught))):
            if encoding is Encoding.UNICODE:
                self._fonts.pop((self._row, self._column), None)
            else:
                self._fonts[self._row, self._column] = encoding
