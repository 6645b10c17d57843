"""A workbook of any kind as plain rows of values: `.xlsx`, `.xlsm`, `.xls`, `.ods` by calamine, `.csv` by Python's own reader.

Only values come in. Nothing in the file is ever run, followed or looked up.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

from app.core.errors import UserError
from app.core.i18n import N_
from app.intake import container, csv_file
from app.intake.legacy import Encoding
from app.intake.look import NOTHING, look_into_xls, look_into_xlsx

Value = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds; an empty one holds ""."""

MOST_ROWS = 200_000
"""Rows of one sheet with something in them; a register of a commune has a tenth of that in a century."""
MOST_COLUMNS = 200
LONGEST_CELL = 32_767
"""Letters Excel allows in a cell; what is longer was not written by it and is cut here."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows` begin at the first of the sheet; row and column count from 0 here and from 1 for people.

    `merged` holds (first row, first column, last row, last column). `fonts` tells the encoding that a legacy font gives a cell.
    `hidden_rows` and `errors` are rows that Excel does not show, and cells that hold an error such as #REF!.
    """

    name: str
    number: int
    visible: bool
    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    fonts: Mapping[tuple[int, int], Encoding] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook; sheets without any value are left out but keep their place in the numbering."""

    path: Path
    sheets: tuple[Sheet, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sheet.name for sheet in self.sheets)


def open_book(path: Path) -> Book:
    """Read every sheet.

    Raises what `container.kind_of` raises, `UserError` "intake.password", "intake.broken", "intake.too_many_rows" and
    "intake.no_values" for a workbook with nothing in it but pictures and empty cells.
    """
    kind = container.kind_of(path)
    if kind == "csv":
        rows = csv_file.read_rows(path, longest_cell=LONGEST_CELL, most_rows=MOST_ROWS)
        sheets = [Sheet(path.stem, 1, True, tuple(rows))]
    else:
        sheets = list(_sheets(path, kind))
    filled = tuple(sheet for sheet in sheets if any(value != "" for row in sheet.rows for value in row))
    if not filled:
        raise UserError(
            "intake.no_values", N_("{name} holds no text and no number that could be taken in."), name=path.name
        )
    return Book(path, filled)


def _sheets(path: Path, kind: str) -> Iterator[Sheet]:
    with _told(path):
        book = load_workbook(str(path))
        look = look_into_xls(path) if kind == "xls" else look_into_xlsx(path)
        for number, about in enumerate(book.sheets_metadata, start=1):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.height > MOST_ROWS:
                raise UserError("intake.too_many_rows", N_("{name} has too many rows for a register. Split it."), name=path.name)
            seen = look.get(about.name, NOTHING)
            yield Sheet(
                about.name,
                number,
                about.visible is SheetVisibleEnum.Visible,
                _rows(sheet),
                tuple((a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()),
                seen.fonts,
                seen.hidden_rows,
                seen.errors,
            )


def _rows(sheet: CalamineSheet) -> tuple[tuple[Value, ...], ...]:
    """From the first row of the sheet on, so that places are those that people see; values far to the right are no register's."""
    if sheet.start is None:
        return ()
    return tuple(
        tuple(value[:LONGEST_CELL] if isinstance(value, str) else value for value in row[:MOST_COLUMNS])
        for row in sheet.to_python(skip_empty_area=False)
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except PasswordError:
        raise UserError(
            "intake.password", N_("{name} is locked by a password. Open it in Excel, take the password away and save it."), name=path.name
        ) from None
    except (CalamineError, ValueError, OSError, KeyError):
        raise UserError("intake.broken", N_("{name} is damaged: it was not copied whole. Copy it again."), name=path.name) from None
