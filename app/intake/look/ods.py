"""A look into an `.ods`: one XML for all sheets, in which equal cells and rows stand once with how often they repeat."""

from collections.abc import Mapping
from xml.parsers import expat

from app.core.i18n import N_
from app.core.progress import Progress
from app.intake.legacy import Encoding, encoding_of_font
from app.intake.look.limits import MOST_TEXT
from app.intake.look.seen import Look, Place
from app.intake.parts import Parts, TooMuchError

CONTENT = "content.xml"
_HIDDEN = ("collapse", "filter")
_LOOKING = N_("Looking through the workbook")


def look_into_ods(parts: Parts, progress: Progress) -> Mapping[str, Look]:
    """By the name of the sheet. Raises `DamagedError`, `TooMuchError`, `expat.ExpatError`, `ValueError`, `Cancelled`."""
    follower = _Follower()
    size = parts.size(CONTENT)
    done = 0
    for chunk in parts.chunks(CONTENT):
        progress.step(done, size, _LOOKING)
        follower.parser.Parse(chunk, False)
        done += len(chunk)
    follower.parser.Parse(b"", True)
    return follower.looks


class _Sheet:
    """What is gathered about one sheet while it is followed."""

    def __init__(self) -> None:
        self.rows = self.columns = self.letters = 0
        self.fonts: dict[Place, Encoding] = {}
        self.errors: dict[Place, str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.styles: list[tuple[int, int, Encoding]] = []
        self.next_row = self.next_column = self.next_width = 0

    def look(self) -> Look:
        return Look(
            self.rows,
            self.columns,
            self.fonts,
            self.errors,
            frozenset(row for row in self.hidden_rows if row < self.rows),
            frozenset(column for column in self.hidden_columns if column < self.columns),
            long=True,
        )


class _Follower:
    """Names have the prefixes that every program gives them: the standard's own."""

    def __init__(self) -> None:
        self.looks: dict[str, Look] = {}
        self._fonts: dict[str, Encoding] = {}
        self._styles: dict[str, Encoding] = {}
        self._style = ""
        self._sheet: _Sheet | None = None
        self._name = ""
        self._row_repeats = self._cell_repeats = 1
        self._cell: dict[str, str] | None = None
        self._text = ""
        self._filled = False
        self._tables = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._cell, self._text, self._filled = said, "", "office:value-type" in said
            self._cell_repeats = _times(said.get("table:number-columns-repeated"))
        elif name == "text:p":
            self.parser.CharacterDataHandler = self._catch
        elif name == "table:table-row" and self._sheet:
            self._row_repeats = _times(said.get("table:number-rows-repeated"))
            if said.get("table:visibility") in _HIDDEN:
                # Many empty rows repeat to the end of the sheet; a book of a station has no more than this.
                self._sheet.hidden_rows.update(range(self._sheet.next_row, self._sheet.next_row + min(self._row_repeats, 200_000)))
            self._sheet.next_column = 0
        elif name == "table:table-column" and self._sheet:
            self._breadth(self._sheet, said)
        elif name == "table:table":
            self._tables += 1
            if self._tables == 1:
                self._sheet, self._name = _Sheet(), said.get("table:name", "")
        elif name == "style:font-face":
            if encoding := encoding_of_font(said.get("svg:font-family", "").strip("'\"")):
                self._fonts[said.get("style:name", "")] = encoding
        elif name == "style:style":
            self._style = said.get("style:name", "")
            if encoding := self._styles.get(said.get("style:parent-style-name", "")):
                self._styles[self._style] = encoding
        elif name == "style:text-properties":
            self._set_in(said)

    def _set_in(self, said: dict[str, str]) -> None:
        family = said.get("fo:font-family", "").strip("'\"")
        named = said.get("style:font-name", "")
        if encoding := encoding_of_font(family) or self._fonts.get(named) or encoding_of_font(named):
            self._styles[self._style] = encoding
        elif family or named:
            self._styles.pop(self._style, None)

    def _breadth(self, sheet: _Sheet, said: dict[str, str]) -> None:
        times = _times(said.get("table:number-columns-repeated"))
        if said.get("table:visibility") in _HIDDEN:
            sheet.hidden_columns.update(range(sheet.next_width, sheet.next_width + min(times, 16_384)))
        if encoding := self._styles.get(said.get("table:default-cell-style-name", "")):
            sheet.styles.append((sheet.next_width, sheet.next_width + times, encoding))
        sheet.next_width += times

    def _catch(self, text: str) -> None:
        if self._cell is not None:
            self._filled = True
            self._text += text

    def _end(self, name: str) -> None:
        sheet = self._sheet
        if name == "text:p":
            self.parser.CharacterDataHandler = None
        elif name in ("table:table-cell", "table:covered-table-cell") and sheet and self._cell is not None:
            if self._filled:
                self._take(sheet, self._cell)
            sheet.next_column += self._cell_repeats
            self._cell = None
        elif name == "table:table-row" and sheet:
            sheet.next_row += self._row_repeats
        elif name == "table:table":
            self._tables -= 1
            if sheet and self._tables == 0:
                self.looks[self._name] = sheet.look()
                self._sheet = None

    def _take(self, sheet: _Sheet, said: dict[str, str]) -> None:
        first, row = sheet.next_column, sheet.next_row
        sheet.rows = max(sheet.rows, row + self._row_repeats)
        sheet.columns = max(sheet.columns, first + self._cell_repeats)
        sheet.letters += len(self._text) * self._row_repeats * self._cell_repeats
        if sheet.letters > MOST_TEXT:
            raise TooMuchError
        wrong = said.get("calcext:value-type") == "error" or self._text.startswith(("#REF!", "Err:5"))
        encoding = self._encoding(sheet, said, first)
        if not (wrong or encoding) or self._row_repeats * self._cell_repeats > 100_000:
            return
        for line in range(row, row + self._row_repeats):
            for column in range(first, first + self._cell_repeats):
                if wrong:
                    sheet.errors[line, column] = self._text
                elif encoding:
                    sheet.fonts[line, column] = encoding

    def _encoding(self, sheet: _Sheet, said: dict[str, str], column: int) -> Encoding | None:
        if said.get("office:value-type") != "string":
            return None
        if "table:style-name" in said:
            return self._styles.get(said["table:style-name"])
        return next((encoding for begin, end, encoding in sheet.styles if begin <= column < end), None)


def _times(said: str | None) -> int:
    return max(1, int(said)) if said else 1
