"""A look into an `.ods`: one XML for all sheets, in which equal cells and rows stand once with how often they repeat."""

from collections.abc import Iterator, Mapping
from itertools import product
from xml.parsers import expat

from app.core.i18n import N_
from app.core.progress import Progress
from app.intake.legacy import Encoding, encoding_of_font
from app.intake.look.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from app.intake.look.seen import Look, Place
from app.intake.parts import Parts, TooMuchError

CONTENT = "content.xml"
_CELLS = ("table:table-cell", "table:covered-table-cell")
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
    return follower.finish()


class _Sheet:
    """What is gathered about one sheet while it is followed."""

    def __init__(self) -> None:
        self.rows = self.columns = self.letters = 0
        self.fonts: dict[Place, Encoding] = {}
        self.errors: dict[Place, str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.styles: list[tuple[int, int, Encoding]] = []
        """From which column to before which one cells without a style of their own have an old font."""
        self.row = self.row_repeats = self.column = self.breadth = 0

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
        self._sheet = _Sheet()
        self._name = ""
        self._watched: tuple[_Sheet, dict[str, str], int, int] | None = None
        self._text = ""
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start

    def finish(self) -> Mapping[str, Look]:
        """What was found, once all of it was followed."""
        self._close_sheet()
        return self.looks

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name in _CELLS:
            sheet = self._sheet
            times = said.get("table:number-columns-repeated")
            repeats = int(times) if times else 1
            if "office:value-type" in said:
                self._take(sheet, said, repeats)
            sheet.column += repeats
        elif name == "table:table-row":
            self._row(self._sheet, said)
        elif name == "table:table-column":
            self._breadth(self._sheet, said)
        elif name == "table:table":
            self._close_sheet()
            self._sheet, self._name = _Sheet(), said.get("table:name", "")
        elif name.startswith("style:"):
            self._styled(name, said)

    def _close_sheet(self) -> None:
        if self._name:
            self.looks.setdefault(self._name, self._sheet.look())

    def _row(self, sheet: _Sheet, said: dict[str, str]) -> None:
        sheet.row += sheet.row_repeats
        sheet.column = 0
        times = said.get("table:number-rows-repeated")
        sheet.row_repeats = int(times) if times else 1
        if said.get("table:visibility") in _HIDDEN:
            # Empty rows repeat down to the end of the sheet; those beyond what is taken in need no remembering.
            sheet.hidden_rows.update(range(sheet.row, min(sheet.row + sheet.row_repeats, MOST_ROWS)))

    def _breadth(self, sheet: _Sheet, said: dict[str, str]) -> None:
        times = said.get("table:number-columns-repeated")
        first, sheet.breadth = sheet.breadth, sheet.breadth + (int(times) if times else 1)
        if said.get("table:visibility") in _HIDDEN:
            sheet.hidden_columns.update(range(first, min(sheet.breadth, MOST_COLUMNS)))
        if encoding := self._styles.get(said.get("table:default-cell-style-name", "")):
            sheet.styles.append((first, sheet.breadth, encoding))

    def _take(self, sheet: _Sheet, said: dict[str, str], repeats: int) -> None:
        """A cell with a value, `repeats` times over in each of the rows it stands for."""
        columns, rows = sheet.column + repeats, sheet.row + sheet.row_repeats
        if columns > sheet.columns:
            sheet.columns = columns
        if rows > sheet.rows:
            sheet.rows = rows
        if sheet.rows * sheet.columns > MOST_CELLS:
            # Too far to be read, so nothing of its cells is worth remembering.
            return
        if said.get("calcext:value-type") == "error" or repeats * sheet.row_repeats > 1:
            self._watched = (sheet, said, sheet.column, repeats)
            self._text = ""
            self.parser.CharacterDataHandler = self._catch
            self.parser.EndElementHandler = self._end
        if (self._styles or sheet.styles) and (encoding := self._encoding(sheet, said)):
            for place in _places(sheet, sheet.column, repeats):
                sheet.fonts[place] = encoding

    def _catch(self, text: str) -> None:
        self._text += text

    def _end(self, name: str) -> None:
        if name not in _CELLS or self._watched is None:
            return
        sheet, said, column, repeats = self._watched
        self._watched = self.parser.CharacterDataHandler = self.parser.EndElementHandler = None
        sheet.letters += len(self._text) * repeats * sheet.row_repeats
        if sheet.letters > MOST_TEXT:
            raise TooMuchError
        if said.get("calcext:value-type") == "error":
            sheet.errors.update((place, self._text) for place in _places(sheet, column, repeats))

    def _encoding(self, sheet: _Sheet, said: dict[str, str]) -> Encoding | None:
        if said["office:value-type"] != "string":
            return None
        if "table:style-name" in said:
            return self._styles.get(said["table:style-name"])
        return next((encoding for begin, end, encoding in sheet.styles if begin <= sheet.column < end), None)

    def _styled(self, name: str, said: dict[str, str]) -> None:
        if name == "style:font-face":
            if encoding := encoding_of_font(said.get("svg:font-family", "").strip("'\"")):
                self._fonts[said.get("style:name", "")] = encoding
        elif name == "style:style":
            self._style = said.get("style:name", "")
            if encoding := self._styles.get(said.get("style:parent-style-name", "")):
                self._styles[self._style] = encoding
        elif name == "style:text-properties":
            family, named = said.get("fo:font-family", "").strip("'\""), said.get("style:font-name", "")
            if encoding := encoding_of_font(family) or self._fonts.get(named) or encoding_of_font(named):
                self._styles[self._style] = encoding
            elif family or named:
                self._styles.pop(self._style, None)


def _places(sheet: _Sheet, column: int, repeats: int) -> Iterator[Place]:
    """Every place that a cell of the row at hand stands for."""
    rows = range(sheet.row, sheet.row + sheet.row_repeats)
    return product(rows, range(column, column + repeats))
