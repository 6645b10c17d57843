"""A look into an `.xlsx`: its XML is searched as bytes for what there is to tell, and parsed only if it is written unusually.

Searching costs a quarter of what reading the values does, twice that with old fonts. A parser costs four times as much, openpyxl
fifteen times.
"""

import re
from collections.abc import Iterator, Mapping

from app.core.i18n import N_
from app.core.progress import Progress
from app.intake.legacy import Encoding
from app.intake.look.follow import follow
from app.intake.look.limits import LONGEST_CELL, MOST_CELLS, MOST_ROWS, MOST_TEXT
from app.intake.look.seen import Look, Place, column_number
from app.intake.look.xlsx_parts import Strings, legacy_styles, shared_strings, sheet_parts, string_lengths
from app.intake.parts import Parts, TooMuchError

_PLAIN = 26
"""Columns A to Z, in which a searched sheet ends unless a cell says otherwise."""
_UNUSUAL = re.compile(rb'<c(?! r="[A-Z]1?[0-9]{1,5}")(?=[ >])([^>]*)(?<!/)>(?!</c>)')
"""A cell with something in it that is not within columns A to Z of the first 199,999 rows, or says so differently."""
_PLACE = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"')
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>]*)(?<!/)>(?:\s*<v>([0-9]+)</v>)?')
_STYLE = re.compile(rb' s="([0-9]+)"')
_TEXT = re.compile(rb' t="(s|str|inlineStr)"')
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*? t="e"[^>]*>(?:\s*<f[^>]*/>|\s*<f.*?</f>)?\s*<v>([^<]*)</v>', re.DOTALL)
_HIDDEN_ROW = re.compile(rb'<row (?=[^>]*hidden="(?:1|true)")[^>]*?\br="([0-9]{1,7})"')
_HIDDEN_COLUMN = re.compile(rb'<col (?=[^>]*hidden="(?:1|true)")(?=[^>]*?\bmin="([0-9]{1,5})")[^>]*?\bmax="([0-9]{1,5})"')
_SHARED = re.compile(rb't="s"[^>]*>\s*<v>([0-9]+)</v>')
_FILLED_COLUMN = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"[^>]*(?<!/)>(?!</c>)')
_LEAST_CELL = len('<c r="A1" t="s"><v>1</v></c>')
_LEAST_INLINE = len('<c r="A1" t="str"><v></v></c>')
_LARGEST_CELL = 4 << 20
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
        search = _Search(legacy, strings, parts.size(part))
        usual = search.through(_told(parts.chunks(part), progress, number, len(found)))
        _check_texts(parts, part, strings)
        if usual and search.may_be_too_far:
            search.measure(parts.chunks(part))
        looks[name] = search.look(part) if usual else follow(parts.chunks(part), legacy, strings.fonts)
    return looks


class _Search:
    """Searches the XML of one sheet as nearly every program writes it: no prefixes, the place first in every cell."""

    def __init__(self, legacy: Mapping[str, Encoding], strings: Strings, size: int) -> None:
        self._legacy = {number.encode(): encoding for number, encoding in legacy.items()}
        self._runs = strings.fonts
        self._rows = self._columns = self._letters = self._values = 0
        self._done = self._end = 0
        self._many = size > MOST_CELLS * _LEAST_CELL
        self._numbers: dict[bytes, int] = {}
        self._said: dict[bytes, tuple[Encoding | None, bool]] = {}
        self._fonts: dict[Place, Encoding] = {}
        self._errors: dict[Place, str] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._long = strings.longest > LONGEST_CELL

    def look(self, part: str) -> Look:
        """What was found, once all of it was searched."""
        return Look(
            self._rows,
            self._columns,
            self._fonts,
            self._errors,
            frozenset(row for row in self._hidden_rows if row < self._rows),
            frozenset(column for column in self._hidden_columns if column < self._columns),
            self._long,
            part,
            self._end,
        )

    @property
    def may_be_too_far(self) -> bool:
        """Whether it matters how many of the columns A to Z are in use."""
        return self._rows * self._columns > MOST_CELLS or self._rows > MOST_ROWS

    def measure(self, chunks: Iterator[bytes]) -> None:
        """Find the last column with a value."""
        letters: set[bytes] = set()
        for piece in _pieces(chunks):
            letters.update(_FILLED_COLUMN.findall(piece))
        self._columns = max((column_number(column.decode()) + 1 for column in letters), default=0)

    def through(self, chunks: Iterator[bytes]) -> bool:
        """Whether the sheet is written as is usual; only then everything was found."""
        begun = False
        for piece in _pieces(chunks):
            if not begun:
                begun = True
                if b"<worksheet" not in piece[:4096]:
                    return False
                for first, last in _HIDDEN_COLUMN.findall(piece[: max(0, piece.find(b"<sheetData"))]):
                    self._hidden_columns.update(range(int(first) - 1, min(int(last), 16_384)))
            if not self._piece(piece):
                return False
            self._done += len(piece)
        return begun

    def _piece(self, piece: bytes) -> bool:
        if b'hidden="' in piece:
            self._hidden_rows.update(int(row) - 1 for row in _HIDDEN_ROW.findall(piece))
        last = piece.rfind(b"</v>")
        last = max(last, piece.rfind(b"</is>", last + 1))
        if last < 0:
            # Cells that only carry a format; there may be millions of them below a table.
            return True
        self._end = 0 if b"</sheetData>" in piece else self._done + len(piece)
        for said in _UNUSUAL.findall(piece):
            place = _PLACE.match(said)
            if not place:
                return False
            self._columns = max(self._columns, column_number(place[1].decode()) + 1)
            self._rows = max(self._rows, int(place[2]))
        if place := _PLACE.search(piece, max(0, piece.rfind(b"<c ", 0, last))):
            self._rows = max(self._rows, int(place[2]))
        self._columns = max(self._columns, _PLAIN)
        if self._many:
            self._values += piece.count(b"</v>")
            if self._values > 2 * MOST_CELLS:
                raise TooMuchError
        if self._legacy or self._runs:
            self._set_fonts(piece)
        if b't="e"' in piece:
            for letters, row, error in _ERROR.findall(piece):
                self._errors[int(row) - 1, self._column(letters)] = error.decode("utf-8", "replace")
        if b"<is>" in piece or b't="str"' in piece:
            # How long each of the texts in the cells themselves is, is left to whoever has them as texts.
            self._long = True
            self._letters += max(0, len(piece) - _LEAST_INLINE * piece.count(b"<c "))
            if self._letters > 2 * MOST_TEXT:
                raise TooMuchError
        return True

    def _set_fonts(self, piece: bytes) -> None:
        known, runs, fonts, numbers = self._said, self._runs, self._fonts, self._numbers
        last, line = b"", -1
        for letters, row, said, shared in _FILLED.findall(piece):
            about = known.get(said)
            if about is None:
                about = known[said] = self._about(said)
            encoding, is_shared = about
            if runs and is_shared and shared:
                encoding = runs.get(int(shared), encoding)
            if encoding and encoding is not Encoding.UNICODE:
                if row != last:
                    last, line = row, int(row) - 1
                column = numbers.get(letters)
                fonts[line, self._column(letters) if column is None else column] = encoding

    def _about(self, said: bytes) -> tuple[Encoding | None, bool]:
        """What the attributes of a cell say of its font, and whether its text lies among the shared ones."""
        kind, style = _TEXT.search(said), _STYLE.search(said)
        encoding = self._legacy.get(style[1] if style else b"0") if kind else None
        return encoding, bool(kind and kind[1] == b"s")

    def _column(self, letters: bytes) -> int:
        number = self._numbers.get(letters)
        if number is None:
            number = self._numbers[letters] = column_number(letters.decode())
        return number


def _check_texts(parts: Parts, part: str, strings: Strings) -> None:
    """A long text that stands once in the file and is shown by very many cells fills the memory all the same."""
    if strings.longest * (parts.size(part) // _LEAST_CELL) <= 2 * MOST_TEXT:
        return
    lengths = string_lengths(parts)
    total = 0
    for piece in _pieces(parts.chunks(part)):
        total += sum(lengths[int(number)] for number in _SHARED.findall(piece) if int(number) < len(lengths))
        if total > MOST_TEXT:
            raise TooMuchError


def _told(chunks: Iterator[bytes], progress: Progress, number: int, sheets: int) -> Iterator[bytes]:
    """A large sheet takes seconds, in which somebody may want to stop."""
    for chunk in chunks:
        progress.step(number, sheets, _LOOKING)
        yield chunk


def _pieces(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The XML of a sheet, cut where a cell or a row begins; within a cell only when that alone is larger than any should be."""
    rest = b""
    passed = 0
    for chunk in chunks:
        text = rest + chunk
        end = max(text.rfind(b"<c "), 0)
        end = max(end, text.rfind(b"<c>", end), text.rfind(b"<row ", end))
        if end > 0:
            yield text[:end]
            rest = text[end:]
        elif len(text) < _LARGEST_CELL:
            rest = text
        else:
            yield text
            rest = b""
            passed += len(text)
            if passed > MOST_TEXT:
                raise TooMuchError
    yield rest
