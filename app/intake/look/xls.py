"""A look into an old `.xls`. xlrd reads what is said once for the whole workbook; the records of each sheet are walked here.

xlrd would build every cell as well, which takes seven times as long as calamine needs for the values and knows no bounds.
"""

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.core.i18n import N_
from app.core.progress import Progress
from app.intake.legacy import Encoding, encoding_of_font
from app.intake.look.limits import LONGEST_CELL, MOST_TEXT
from app.intake.look.seen import Look, Place
from app.intake.parts import DamagedError, TooMuchError

_RECORD = struct.Struct("<HHHHH")
"""Code and length of a record, and what most begin with: row, column, style. Of columns: the first, the last, their width."""
_HEADER = 4
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01

# Records of [MS-XLS] 2.3 that say something about a cell, a row or a column.
_BEGIN, _END = 0x0809, 0x000A
_ROW, _COLUMNS = 0x0208, 0x007D
_STRING_CELL, _LABEL, _RICH_LABEL = 0x00FD, 0x0204, 0x00D6
_NUMBER, _SHORT_NUMBER, _FORMULA, _ERROR_OR_BOOL, _MANY_NUMBERS = 0x0203, 0x027E, 0x0006, 0x0205, 0x00BD
_CELLS = frozenset({_STRING_CELL, _LABEL, _RICH_LABEL, _NUMBER, _SHORT_NUMBER, _FORMULA, _ERROR_OR_BOOL})

_OWN_TEXT = frozenset({_LABEL, _RICH_LABEL})
_MAY_FAIL = frozenset({_FORMULA, _ERROR_OR_BOOL})

ERRORS: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""What Excel shows for the error codes of [MS-XLS] 2.5.10."""
_LOOKING = N_("Looking through the workbook")


class LockedError(Exception):
    """The workbook is encrypted."""


class TooOldError(Exception):
    """Written by an Excel before 5.0, which knew one sheet a file."""


def look_into_xls(path: Path, progress: Progress) -> Mapping[str, Look]:
    """By the name of the sheet.

    Raises `DamagedError`, `LockedError`, `TooOldError`, `TooMuchError` (long texts in very many cells), `Cancelled`.
    """
    import xlrd
    from xlrd.biffh import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        with (
            path.open("rb") as file,
            xlrd.open_workbook(
                file_contents=file.read(),
                formatting_info=True,
                on_demand=True,
                logfile=_Nowhere(),
                # Some programs fill a sector twice, which Excel and calamine read without a word.
                ignore_workbook_corruption=True,
            ) as book,
        ):
            if book.biff_version < 50:
                raise TooOldError
            names = book.sheet_names()
            walker = _Walker(book)
            looks = {}
            for number, name in enumerate(names):
                progress.step(number, len(names), _LOOKING)
                looks[name] = walker.walk(number)
            return looks
    except XLRDError as error:
        raise (LockedError if "encrypted" in str(error) else DamagedError) from error
    # xlrd trusts what it reads: of a damaged file it lets whatever goes wrong with it through.
    except (
        CompDocError,
        AssertionError,
        IndexError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OverflowError,
        struct.error,
    ) as error:
        raise DamagedError from error


class _Nowhere:
    """xlrd prints its remarks; they are nobody's."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        """There is nothing to flush."""


class _Walker:
    """Walks the records of sheets, one after the other."""

    def __init__(self, book: Any) -> None:
        legacy = {number: found for number, font in enumerate(book.font_list) if (found := encoding_of_font(font.name))}
        self._styles = {number: legacy[style.font_index] for number, style in enumerate(book.xf_list) if style.font_index in legacy}
        self._memory = book.mem
        # xlrd keeps these three to itself; they are the same in every 2.x, and its version is pinned.
        self._starts = list(book._sh_abs_posn)
        texts = book._sharedstrings
        self._lengths = [len(text) for text in texts]
        self._long = max(self._lengths, default=0) > LONGEST_CELL
        self._runs = {
            place: encoding
            for place, runs in book._rich_text_runlist_map.items()
            if (encoding := _encoding_of_runs(texts[place], runs, legacy)) is not None
        }

    def walk(self, number: int) -> Look:
        """Raises `TooMuchError`, `struct.error`."""
        memory, styles, runs, lengths = self._memory, self._styles, self._runs, self._lengths
        fonts: dict[Place, Encoding] = {}
        errors: dict[Place, str] = {}
        hidden_rows: set[int] = set()
        hidden_columns: set[int] = set()
        rows = columns = total = depth = 0
        following, most = self._starts[number], len(memory) - _RECORD.size
        unpack, texts = _RECORD.unpack_from, len(lengths)
        while following <= most:
            body = following + _HEADER
            code, length, row, column, style = unpack(memory, following)
            following = body + length
            if code in _CELLS:
                if row >= rows:
                    rows = row + 1
                if column >= columns:
                    columns = column + 1
                if code == _STRING_CELL:
                    text = int.from_bytes(memory[body + 6 : body + 10], "little")
                    total += lengths[text] if text < texts else 0
                    found = runs.get(text) or styles.get(style)
                    if found and found is not Encoding.UNICODE:
                        fonts[row, column] = found
                elif code in _MAY_FAIL:
                    if (error := _error(memory, code, body)) is not None:
                        errors[row, column] = ERRORS.get(error, "#N/A")
                    elif code == _FORMULA and style in styles:
                        fonts[row, column] = styles[style]
                elif style in styles and code in _OWN_TEXT:
                    fonts[row, column] = styles[style]
                if total > MOST_TEXT:
                    raise TooMuchError
            elif code == _MANY_NUMBERS:
                last = int.from_bytes(memory[following - 2 : following], "little")
                rows, columns = max(rows, row + 1), max(columns, last + 1)
            elif code == _ROW:
                if memory[body + 12] & _HIDDEN_ROW:
                    hidden_rows.add(row)
            elif code == _COLUMNS:
                if memory[body + 8] & _HIDDEN_COLUMN:
                    hidden_columns.update(range(row, min(column, 255) + 1))
            elif code == _BEGIN:
                depth += 1
            elif code == _END:
                # A chart in the sheet is a sheet of its own within it.
                depth -= 1
                if depth <= 0:
                    break
        return Look(
            rows,
            columns,
            fonts,
            errors,
            frozenset(row for row in hidden_rows if row < rows),
            frozenset(column for column in hidden_columns if column < columns),
            self._long,
        )


def _error(memory: Any, code: int, body: int) -> int | None:
    """The number of the error a cell holds, or that its formula came to."""
    if code == _ERROR_OR_BOOL and memory[body + 7]:
        return int(memory[body + 6])
    if code == _FORMULA and memory[body + 12 : body + 14] == b"\xff\xff" and memory[body + 6] == 2:
        return int(memory[body + 8])
    return None


def _encoding_of_runs(text: str, runs: list[tuple[int, int]], legacy: Mapping[int, Encoding]) -> Encoding | None:
    """What the runs of a text say of it, as `xlsx_parts.Strings.fonts` does; before the first run it is set in its cell's font."""
    said: set[Encoding | None] = set()
    ends = [place for place, _ in runs[1:]] + [len(text)]
    if not text[: runs[0][0] if runs else len(text)].isascii():
        said.add(None)
    for (begin, font), end in zip(runs, ends, strict=True):
        if not text[begin:end].isascii():
            said.add(legacy.get(font, Encoding.UNICODE))
    if said == {Encoding.TCVN3, Encoding.TCVN3_CAPITALS}:
        return Encoding.TCVN3
    return said.pop() if len(said) == 1 else None
