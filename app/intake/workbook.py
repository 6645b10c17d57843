"""A workbook of any kind as plain rows of values: `.xlsx`, `.xlsm`, `.xls`, `.ods` by calamine, `.csv` by Python's own reader.

Only values come in. Nothing in the file is ever run, followed or looked up.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.intake import container, csv_file
from app.intake.legacy import Encoding
from app.intake.look.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from app.intake.look.ods import look_into_ods
from app.intake.look.seen import Look, Place, column_letters
from app.intake.look.shorten import WORTH_IT, shortened
from app.intake.look.xls import ERRORS, LockedError, TooOldError, look_into_xls
from app.intake.look.xlsx import look_into_xlsx
from app.intake.parts import DamagedError, Parts, TooMuchError
from app.intake.readings import CellError

Value = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds. An empty one holds "", one in error a `CellError`."""

_READING = N_("Reading the workbook")
_NAMED: Mapping[container.Kind, tuple[str, ...]] = {"xlsx": (".xlsx", ".xlsm"), "ods": (".ods",), "xls": (".xls",)}
_ERRORS = frozenset(ERRORS.values())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows` begin at the first of the sheet; row and column count from 0 here and from 1 for people.

    `number` is its place among all sheets, from 1. `merged` holds (first row, first column, last row, last column). `fonts` tells
    the encoding that a legacy font gives a cell. `hidden_rows` and `hidden_columns` are those that Excel does not show, `cut_rows`
    have a text with more letters than Excel allows in a cell: only its beginning is here, so that the row has to be looked at.
    """

    name: str
    number: int
    visible: bool
    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    fonts: Mapping[Place, Encoding] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    cut_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Unread:
    """A sheet that was passed over, and why, as a `UserError` says it."""

    name: str
    number: int
    code: str
    sentence: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook; sheets without any value are left out but keep their place in the numbering."""

    path: Path
    sheets: tuple[Sheet, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sheet.name for sheet in self.sheets)


def open_book(path: Path, progress: Progress = SILENT) -> Book:
    """Read every sheet.

    Raises what `container.kind_of` raises, and `UserError` "intake.no_values" for a workbook with nothing in it but pictures and
    empty cells, "intake.too_many_cells" when no sheet is left but such as reach too far; `Cancelled`.
    """
    kind = container.kind_of(path)
    with _told(path):
        found = [_text(path)] if kind == "csv" else list(_sheets(path, kind, progress))
    sheets = tuple(sheet for sheet in found if isinstance(sheet, Sheet) and sheet.rows)
    unread = tuple(sheet for sheet in found if isinstance(sheet, Unread))
    if not sheets and unread:
        raise UserError(unread[0].code, unread[0].sentence, **unread[0].facts)
    if not sheets:
        raise UserError(
            "intake.no_values",
            N_("{name} holds no text and no number, at most pictures. What stands in a picture cannot be taken in."),
            name=path.name,
        )
    return Book(path, sheets, unread)


def _text(path: Path) -> Sheet | Unread:
    rows: list[tuple[Value, ...]] = []
    cells = widest = 0
    for row in csv_file.read_rows(path):
        # Excel writes an error as the words it shows for it.
        rows.append(tuple(CellError(cell) if cell in _ERRORS else cell for cell in row))
        cells += len(row)
        widest = max(widest, len(row))
        if len(rows) > MOST_ROWS or widest > MOST_COLUMNS or cells > MOST_CELLS:
            return _too_many(path.stem, 1, len(rows), widest)
    cut = _cut(rows)
    return Sheet(path.stem, 1, True, _trimmed(rows), cut_rows=cut)


def _sheets(path: Path, kind: container.Kind, progress: Progress) -> Iterator[Sheet | Unread]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    looks, shorter = _looks(path, kind, progress)
    if kind != "xlsx":
        # Of these kinds calamine reads every sheet at once, whether it is asked for or not.
        for number, (name, look) in enumerate(looks.items(), start=1):
            if _too_far(look):
                far = _too_many(name, number, look.rows, look.columns)
                raise UserError(far.code, far.sentence, **far.facts)
    # calamine goes by the name of a path and by the content of an open file, which it then holds whole.
    named_so = shorter is None and path.suffix.lower() in _NAMED[kind]
    with path.open("rb") as file, load_workbook(str(path) if named_so else shorter or file) as book:
        listed = book.sheets_metadata
        for number, about in enumerate(listed, start=1):
            if about.typ is not SheetTypeEnum.WorkSheet or about.name not in looks:
                continue
            progress.step(number - 1, len(listed), _READING)
            look = looks[about.name]
            if not look.rows:
                continue
            if _too_far(look):
                yield _too_many(about.name, number, look.rows, look.columns)
                continue
            sheet = book.get_sheet_by_name(about.name)
            rows: list[tuple[Value, ...]] = list(map(tuple, sheet.to_python(skip_empty_area=False))) if sheet.start else []
            _put_errors(rows, look.errors)
            cut = _cut(rows) if look.long else frozenset()
            yield Sheet(
                about.name,
                number,
                about.visible is SheetVisibleEnum.Visible,
                _trimmed(rows),
                tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()),
                look.fonts,
                look.hidden_rows,
                look.hidden_columns,
                cut,
            )


def _looks(path: Path, kind: container.Kind, progress: Progress) -> tuple[Mapping[str, Look], BytesIO | None]:
    """What stands beside the values, and the workbook without its empty cells when these are very many."""
    if kind == "xls":
        return look_into_xls(path, progress), None
    with Parts(path) as parts:
        if kind == "ods":
            return look_into_ods(parts, progress), None
        looks = look_into_xlsx(parts, progress)
        ends = {look.part: look.end for look in looks.values() if look.end and parts.size(look.part) - look.end > WORTH_IT}
        return looks, shortened(parts, ends) if ends else None


def _too_far(look: Look) -> bool:
    return look.rows > MOST_ROWS or look.columns > MOST_COLUMNS or look.rows * look.columns > MOST_CELLS


def _too_many(name: str, number: int, rows: int, columns: int) -> Unread:
    sentence = N_(
        "Sheet {sheet} reaches to row {rows} and column {column}, which is too far for a register. Delete what stands below and to"
        " the right of the table, and save it."
    )
    facts = {"sheet": name, "rows": rows, "column": column_letters(columns - 1)}
    return Unread(name, number, "intake.too_many_cells", sentence, facts)


def _put_errors(rows: list[tuple[Value, ...]], errors: Mapping[Place, str]) -> None:
    """calamine leaves cells in error empty."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), error in errors.items():
        by_row.setdefault(row, {})[column] = error
    for number, found in sorted(by_row.items()):
        rows.extend(() for _ in range(number + 1 - len(rows)))
        cells = list(rows[number])
        cells.extend("" for _ in range(max(found) + 1 - len(cells)))
        for column, error in found.items():
            cells[column] = CellError(error)
        rows[number] = tuple(cells)


def _cut(rows: list[tuple[Value, ...]]) -> frozenset[int]:
    """Cut texts that are too long to be cells of Excel to what it would show, and tell their rows."""
    cut = set()
    for number, row in enumerate(rows):
        if any(len(cell) > LONGEST_CELL for cell in row if type(cell) is str):
            rows[number] = tuple(cell[:LONGEST_CELL] if type(cell) is str else cell for cell in row)
            cut.add(number)
    return frozenset(cut)


def _trimmed(rows: Sequence[tuple[Value, ...]]) -> tuple[tuple[Value, ...], ...]:
    """Without the empty rows below the last one with a value; white space is none."""
    last = len(rows)
    while last and not any(value.strip() if isinstance(value, str) else True for value in rows[last - 1]):
        last -= 1
    return tuple(rows[:last])


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What libraries find wrong with a file, as an officer is told it."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except (PasswordError, LockedError):
        raise container.refused(path, "intake.password") from None
    except TooMuchError:
        raise container.refused(path, "intake.bomb") from None
    except TooOldError:
        raise container.refused(path, "intake.other_kind") from None
    except PermissionError:
        raise container.refused(path, "intake.locked") from None
    except (CalamineError, DamagedError, expat.ExpatError, csv.Error, ValueError, KeyError):
        raise container.refused(path, "intake.broken") from None
    except OSError:
        raise container.refused(path, "intake.unreadable") from None
