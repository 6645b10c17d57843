"""A sheet while messes are put into it, and then the workbook it becomes with what has to become of every row of it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from tests.intake import books
from tests.intake.books import Cell, SheetOf
from tests.intake.messy.fonts import Written
from tests.intake.messy.sheets import Column, Official, Row
from tests.intake.messy.wps import as_wps

Verdicts = frozenset[str]
NEW: Verdicts = frozenset({"new"})
DUPLICATE: Verdicts = frozenset({"duplicate"})
REVIEW: Verdicts = frozenset({"review"})
LEFT_OUT: Verdicts = frozenset({"left_out"})
NEW_OR_REVIEW: Verdicts = NEW | REVIEW
"""Where the rules leave it to the program whether to ask."""


@dataclass
class Line:
    """One row below the heading. `row` are the facts of a data row; others have `texts` by column of the sheet.

    `verdicts` are those that the rules allow; `reason` "" where they name none. `values` are what a new row has to say by target,
    `words` what has to be found somewhere in it, `absent` what must not.
    """

    row: Row | None = None
    texts: dict[int, Any] = field(default_factory=dict)
    merged: bool = False
    verdicts: Verdicts = NEW
    reason: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    touched: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Expected:
    """What has to become of one row, `number` as Excel shows it."""

    sheet: str
    number: int
    verdicts: Verdicts
    reason: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    shown: str = ""


@dataclass(frozen=True)
class Made:
    """A workbook on disk and what it says. `warned` are kinds of warning it has to come with, or must not ("total", "hidden")."""

    path: Path
    rows: tuple[Expected, ...]
    warned: dict[str, bool]
    never: tuple[str, ...]
    sheets: tuple[SheetOf, ...]


class Plan:
    """One sheet of an official kind with some rows, tidy until a mess is put in. `dice` is the only source of chance."""

    def __init__(self, official: Official, dice: random.Random, rows: int = 16) -> None:
        self.official, self.dice = official, dice
        self.columns: list[Column] = list(official.columns)
        self.spare = official.rows(random.Random(dice.random()))
        self.lines = [self._line(row) for row in islice(self.spare, rows)]
        self.titles: list[tuple[str, ...]] = [(official.title,)]
        self.number_heads = "({})" if any(column.head[1:] for column in official.columns) else ""
        self.sheet_name = "Sheet1"
        self.ordinal: Callable[[int], Any] = lambda number: number
        self.foot: list[Line] = []
        self.total_text: tuple[str, bool] | None = None
        """What the total row says, and whether it is right."""
        self.written: list[Callable[[str], Written]] = [Written]
        """How texts are put into the file; of several each cell takes one by chance."""
        self.container = "xlsx"
        self.formatted_rows = 0
        self.filtered = False
        self.picture: Path | None = None
        self.hidden_columns: set[str] = set()
        self.warned: dict[str, bool] = {}
        self.further: list[Plan] = []
        self.deepest: tuple[str, ...] = ()
        """Headings over the whole head, from the left, when it has a row more."""
        self.split_names = False
        """The name stands in two columns, the given name by itself."""
        self.visible = True
        self.remarks = False
        """A sheet of remarks follows that is no register."""

    def _line(self, row: Row) -> Line:
        return Line(row, values=dict(row.values))

    def target(self, column: str) -> str:
        return self.official.target(column)

    def free(self) -> Line:
        """A data row that no mess has been put into; the first two stay tidy, as do collectives, whose names are not of people."""
        return self._take(line for line in self.lines[2:] if line.row and not line.touched and not line.values.get("collective"))

    def _take(self, lines: Iterator[Line]) -> Line:
        line = next(lines, None)
        if line is None:
            line = self._line(next(self.spare))
            assert line.row is not None and self.lines[-1].row is not None
            line.row.band = self.lines[-1].row.band
            line.values |= {name: line.values[name] for name in ("collective",) if name in line.values}
            self.lines.append(line)
        line.touched = True
        return line

    def after(self, line: Line, added: Line) -> None:
        added.touched = True
        self.lines.insert(self.lines.index(line) + 1, added)

    def column(self, name: str) -> int:
        return next(place for place, column in enumerate(self.columns) if column.name == name)

    # From here on: what the plan becomes.

    def heads(self) -> tuple[list[list[Any]], list[tuple[int, int, int, int]]]:
        """The heading, and what of it is merged, with rows from 0."""
        paths = [column.head for column in self.columns]
        if self.deepest:
            half = (len(paths) + 1) // 2
            paths = [(self.deepest[0 if place < half else 1], *path) for place, path in enumerate(paths)]
        depth = max(len(path) for path in paths)
        rows: list[list[Any]] = [[None] * len(paths) for _ in range(depth)]
        merged = []
        for level in range(depth):
            place = 0
            for prefix, group in groupby(range(len(paths)), key=lambda place: paths[place][: level + 1]):
                wide = len(list(group))
                if len(prefix) == level + 1:
                    rows[level][place] = prefix[-1]
                    last = depth - 1 if all(len(paths[at]) == level + 1 for at in range(place, place + wide)) else level
                    if wide > 1 or last > level:
                        merged.append((level, place, last, place + wide - 1))
                place += wide
        return rows, merged

    def build(self) -> tuple[SheetOf, list[Expected], tuple[int, int]]:
        """The sheet, what each of its rows has to become, and the first and last row of its heading as Excel counts."""
        width = len(self.columns)
        rows: list[list[Any]] = [[*title, *[None] * (width - len(title))] for title in self.titles]
        merged = [(at, 0, at, width - 1) for at, title in enumerate(self.titles) if len([text for text in title if text]) == 1]
        if self.titles:
            rows.append([None] * width)
        head, spread = self.heads()
        top = len(rows)
        merged += [(a + top, b, c + top, d) for a, b, c, d in spread]
        rows += head
        if self.number_heads:
            rows.append([self.number_heads.format(number) for number in range(1, width + 1)])
        heading = (top + 1, len(rows))
        expected: list[Expected] = []
        hidden: set[int] = set()
        for line in self._all_lines(width):
            cells = self._cells(line, width)
            if line.merged:
                merged.append((len(rows), 0, len(rows), width - 1))
            if line.hidden:
                hidden.add(len(rows))
            rows.append(cells)
            shown = " | ".join(str(getattr(cell, "value", cell)) for cell in cells if cell is not None)
            words = (*line.words, *self._words(line)) if "new" in line.verdicts else ()
            expected.append(
                Expected(self.sheet_name, len(rows), line.verdicts, line.reason, line.values, words, tuple(line.absent), shown)
            )
        sheet = SheetOf(
            self.sheet_name,
            [[self._put(cell) for cell in row] for row in rows],
            () if self.container.startswith("csv") else tuple(merged),
            hidden_rows=frozenset(hidden),
            hidden_columns=frozenset(self.column(name) for name in self.hidden_columns),
            formatted_rows=self.formatted_rows,
            filtered=self.filtered,
            visible=self.visible,
            picture=self.picture,
            width=width,
        )
        return sheet, expected, heading

    def _all_lines(self, width: int) -> Iterator[Line]:
        """Data with its bands, then the total and what stands below."""
        bands: tuple[str, ...] = ()
        number = 0
        for line in self.lines:
            if line.row and line.row.band != bands:
                bands = line.row.band
                for band in bands:
                    yield Line(texts={0: band}, merged=True, verdicts=LEFT_OUT, reason="band")
            if line.row:
                number += 1
                line.texts = {0: self.ordinal(number)} if self.columns[0].name == "no" else {}
            yield line
        if self.total_text:
            text, right = self.total_text
            said = text.format(n=number if right else number + 7)
            yield Line(texts={0: said}, merged=True, verdicts=LEFT_OUT, reason="total")
        yield from self.foot

    def _cells(self, line: Line, width: int) -> list[Any]:
        cells: list[Any] = [None] * width
        if line.row:
            for place, column in enumerate(self.columns):
                cells[place] = line.row.cells.get(column.name)
            if self.split_names:
                name = line.row.cells["name"]
                front, _, last = name.rpartition(" ") if isinstance(name, str) else (name, "", "Páo")
                cells[self.column("name_front")], cells[self.column("name_last")] = front, last
        for place, text in line.texts.items():
            cells[place] = text
        return cells

    def _words(self, line: Line) -> Iterator[str]:
        """Words of the row's own cells that have to be found in it; what a mess changed says for itself where it is."""
        if line.row is None or line.touched:
            return
        for column in self.columns:
            value = line.row.cells.get(column.name)
            if column.kept != "yes" or value is None or isinstance(value, Cell) or value in self.official.coded:
                continue
            if isinstance(value, date | datetime):
                continue
            yield str(value)

    def _put(self, value: Any) -> Any:
        """A cell as it stands in the file: texts in the letters and the font of old files, where the plan has such."""
        cell = value if isinstance(value, Cell) else Cell(value)
        if not isinstance(cell.value, str) or not cell.value or cell.formula or cell.error or self.written == [Written]:
            return value
        made = self.dice.choice(self.written)(cell.value)
        return Cell(made.text, font=made.font, number_format=cell.number_format)

    def write(self, folder: Path, name: str = "messy") -> Made:
        """The workbook with this sheet and further ones."""
        text = self.container.startswith("csv")
        plans = [self] if text else [self, *self.further]
        built = [plan.build() for plan in plans]
        sheets = tuple(sheet for sheet, _, _ in built)
        expected = tuple(row for _, rows, _ in built for row in rows)
        if self.remarks and not text:
            sheets += (SheetOf("Ghi nhớ", [["Việc cần làm tuần này"], ["Gọi điện cho trưởng bản"], [None], ["In danh sách"]]),)
        warned = {name: value for plan in plans for name, value in plan.warned.items()}
        if text:
            warned.pop("hidden", None)
            path = folder / f"{name}.csv"
            _, delimiter, encoding = self.container.split(" ")
            books.csv(path, sheets[0], delimiter=delimiter, encoding=encoding, errors="replace")
            expected = tuple(replace(row, sheet=path.stem) for row in expected)
        elif self.container == "wps":
            path = as_wps(books.xlsx(folder / f"{name}.xlsx", *sheets))
        else:
            path = getattr(books, self.container)(folder / f"{name}.{self.container}", *sheets)
        never = tuple(
            heading for plan in plans for heading in (" ".join(column.head) for column in plan.columns if column.kept == "never")
        )
        return Made(path, expected, warned, never, sheets)
