"""A look over a workbook, sorted for the screen: the rows of each table by what becomes of them, and what the sheet says."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.core.progress import Progress
from app.intake.words import text_of
from app.records.sheets.shape import INFORMANT
from app.services.context import Context
from app.services.intake.opened import as_wanted, open_workbook
from app.services.intake.preview import look_over
from app.services.intake.showing import ShownColumn, all_columns, shown_columns
from app.services.intake.views import AS_FOUND, VERDICTS, Edit, Found, Judged, Opened, Preview, RowKey, Verdict, Wanted

Alike = tuple[str, str, str]
"""The column a doubt is about, its code, and what the sheet says there."""


@dataclass(frozen=True, slots=True)
class TableRows:
    """One table: the columns its rows fill, and its rows by verdict. `lines` finds a row by the number that Excel shows, `places` a
    column by its target; `alike` counts the rows to be looked at that one answer would settle."""

    found: Found
    columns: tuple[ShownColumn, ...]
    rows: tuple[Judged, ...]
    by_verdict: Mapping[Verdict, tuple[Judged, ...]]
    lines: Mapping[int, int]
    places: Mapping[str, int]
    alike: Counter[Alike] = field(default_factory=Counter)

    def alike_key(self, row: Judged) -> Alike | None:
        """What a row to be looked at has in common with others that one answer would settle; `None` for nothing."""
        said = self.raw(row, row.target) if row.verdict == "review" and row.target else ""
        return (row.target, row.reason, said) if said else None

    def raw(self, row: Judged, target: str) -> str:
        """What the sheet says of a row in the column of a target, or what a doubt about it quotes where it has no column."""
        place, line = self.places.get(target), self.lines.get(row.number)
        if place is not None and line is not None:
            cells = self.found.table.lines[line].cells
            return text_of(cells[place]) if place < len(cells) else ""
        doubts = row.draft.doubts if row.draft is not None else []
        return next((str(doubt.facts["text"]) for about, doubt in doubts if about == target and "text" in doubt.facts), "")

    def line(self, row: Judged) -> str:
        """Everything the sheet says in a row, but for who told something."""
        line = self.lines.get(row.number)
        cells = self.found.table.lines[line].cells if line is not None else ()
        silent = {place for target, place in self.places.items() if target.startswith(INFORMANT)}
        texts = (text_of(value) for place, value in enumerate(cells) if place not in silent)
        return " · ".join(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A preview and its tables, by key."""

    preview: Preview
    tables: Mapping[str, TableRows]

    def earlier(self, sheet: str, number: int) -> Judged | None:
        """The row of that number on the sheet of that name."""
        for table in self.tables.values():
            if table.found.sheet == sheet and number in table.lines:
                return next((row for row in table.rows if row.number == number), None)
        return None


def with_sheet(ctx: Context, opened: Opened, number: int, type_code: str, progress: Progress) -> Opened:
    """A workbook with a sheet more: nothing was recognised on it, it is read as that register. Raises what `open_workbook` does."""
    one = open_workbook(ctx, opened.path, type_code=type_code, sheet=number, progress=progress)
    rest = tuple(passed for passed in opened.passed_over if passed.number != number)
    return replace(opened, tables=(*opened.tables, *one.tables), passed_over=rest)


def judge(
    ctx: Context, opened: Opened, wanted: Mapping[str, Wanted], edits: Mapping[RowKey, Edit], progress: Progress
) -> Judgement:
    """Look a workbook over, as the officer wants it, with what was corrected in it. For a thread that may take its time.

    Raises what `look_over` raises.
    """
    preview = look_over(ctx, opened, wanted, edits, progress)
    rows: dict[str, list[Judged]] = {}
    for row in preview.rows:
        rows.setdefault(row.key, []).append(row)
    tables = {
        found.key: _sorted(ctx, as_wanted(ctx, found, wanted.get(found.key, AS_FOUND)), tuple(rows.get(found.key, ())))
        for found in opened.tables
        if wanted.get(found.key, AS_FOUND).taken
    }
    return Judgement(preview, tables)


def _sorted(ctx: Context, found: Found, rows: tuple[Judged, ...]) -> TableRows:
    by_verdict: dict[Verdict, list[Judged]] = {verdict: [] for verdict in VERDICTS}
    for row in rows:
        by_verdict[row.verdict].append(row)
    made = TableRows(
        found,
        shown_columns(all_columns(ctx, found.type_code), found, rows),
        rows,
        {verdict: tuple(listed) for verdict, listed in by_verdict.items()},
        {line.number: place for place, line in enumerate(found.table.lines)},
        {column.target: column.place for column in found.columns},
    )
    made.alike.update(key for row in made.by_verdict["review"] if (key := made.alike_key(row)) is not None)
    return made
