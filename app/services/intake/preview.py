"""Looking a workbook over: every row judged, nothing written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from app.core.collector import put_off
from app.core.i18n import N_
from app.core.kinds import Reference
from app.core.progress import SILENT, Progress
from app.data.declare import RecordType
from app.intake.bands import words_of
from app.intake.cells import reads_both_ways
from app.intake.places import looks_like_hamlet
from app.intake.readings import Doubt
from app.intake.rows import RowKind
from app.intake.shapes import known_shapes
from app.intake.totals import wrong_totals
from app.intake.words import letter_of, text_of
from app.records.sheets.shape import NEVER
from app.services.context import Context
from app.services.intake.allowed import require_allowed
from app.services.intake.by_hand import with_rows
from app.services.intake.confined import ID_NUMBER
from app.services.intake.desk import Desk
from app.services.intake.drafting import Drafter
from app.services.intake.drafts import Link, Notice
from app.services.intake.judging import Judge
from app.services.intake.opened import as_wanted
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.table import RECIPES
from app.services.intake.views import AS_FOUND, KEPT_AS_NOTE, PASSED, Edit, Found, Judged, Opened, Preview, RowKey, Wanted

LOOKING = N_("Looking at the rows")
_STEP = 400
_UNTOUCHED = Edit()
_TELLING_ROWS = 50
"""Rows by which a column of dates is known."""
_UNREAD = frozenset((KEPT_AS_NOTE, NEVER, PASSED))
_BOTH_WAYS = N_("Every day under “{column}” would also be one with day and month exchanged. Compare one of them with the paper.")
_CUT = Doubt(
    "cell.cut",
    N_("A text in this row is longer than Excel allows in a cell, and was cut. Shorten it, or take the row as it is."),
    acceptable=True,
)
_BY_HAND = "by_hand"


def look_over(
    ctx: Context,
    opened: Opened,
    wanted: Mapping[str, Wanted] | None = None,
    edits: Mapping[RowKey, Edit] | None = None,
    progress: Progress = SILENT,
) -> Preview:
    """Judge every row of the tables an officer wants, compared with the book and with each other. Nothing is written.

    Raises `Cancelled` through `progress`, and at a unit above what `require_allowed` raises.
    """
    wanted, edits = dict(wanted or {}), dict(edits or {})
    look = _Look(ctx, edits, progress)
    tables = [
        (with_rows(as_wanted(ctx, found, choice), edits), choice)
        for found in opened.tables
        if (choice := wanted.get(found.key, AS_FOUND)).taken
    ]
    for found, _ in tables:
        require_allowed(ctx, found.type_code, found.titles)
    look.total = sum(found.rows for found, _ in tables)
    judged: dict[str, list[Judged]] = {}
    with put_off():
        # What other sheets refer to is known first, in whatever order the sheets stand.
        for found, choice in sorted(tables, key=lambda each: not RECIPES.get(each[0].type_code, Recipe).goes_first):
            judged[found.key] = list(look.table(found, choice))
    rows = [row for found, _ in tables for row in judged[found.key]]
    notices = [notice for found, _ in tables for notice in _notices(ctx, found, cut=found.key in look.cut)]
    notices += [notice for recipe in look.recipes.values() for notice in recipe.warnings()]
    # What does not add up is read first: something may be missing.
    notices.sort(key=lambda notice: notice.code != "wrong_total")
    with ctx.store.reader() as reader:
        seen = sum(reader.change_set_counts().values())
    return Preview(
        opened,
        tuple(dict.fromkeys(found.type_code for found, _ in tables)),
        wanted,
        edits,
        look.recipes,
        seen,
        tuple(rows),
        tuple(notices),
        tuple(_created(rows)),
    )


class _Look:
    """One look-over: what lies at hand for all its tables, and how far it is."""

    def __init__(self, ctx: Context, edits: Mapping[RowKey, Edit], progress: Progress) -> None:
        self._ctx = ctx
        self._desk = Desk(ctx)
        self._shapes = known_shapes(ctx.store.registry)
        self._edits = edits
        self._progress = progress
        self._judges: dict[str, Judge] = {}
        self.cut: set[str] = set()
        """Tables with numbers of ID cards among the notes of their rows."""
        self.recipes: dict[str, Recipe] = {}
        self.total = 0
        self._done = 0

    def table(self, found: Found, choice: Wanted) -> Iterator[Judged]:
        declared = self._ctx.store.registry.get(found.type_code)
        shape = self._shapes.get(found.type_code)
        drafter = Drafter(self._desk, declared, shape, found, choice.common)
        self._meet_hamlets(drafter, found, declared)
        recipe, judge = self._of_type(found.type_code)
        recipe.meet(drafter.sheet, drafter.cells_of)
        edits, cut = self._edits, found.table.sheet.cut_rows
        for line in found.table.lines:
            self._done += 1
            if self._done % _STEP == 0:
                self._progress.step(self._done, self.total, LOOKING)
            if line.kind is not RowKind.DATA:
                yield Judged(found.key, found.sheet, line.number, "left_out", line.kind.value)
                continue
            edit = edits.get((found.key, line.number), _UNTOUCHED) if edits else _UNTOUCHED
            if edit.left_out:
                yield Judged(found.key, found.sheet, line.number, "left_out", _BY_HAND)
                continue
            draft = drafter.draft(line, edit)
            recipe.mould(draft)
            if cut and line.number - 1 in cut:
                draft.doubts.insert(0, ("", _CUT))
            yield judge.judge(found.key, draft, edit)
        if drafter.cut_numbers:
            self.cut.add(found.key)

    def _of_type(self, type_code: str) -> tuple[Recipe, Judge]:
        if type_code not in self._judges:
            declared = self._ctx.store.registry.get(type_code)
            recipe = RECIPES.get(type_code, Recipe)(self._desk, declared, self._shapes.get(type_code))
            self.recipes[type_code] = recipe
            self._judges[type_code] = Judge(self._ctx, declared, recipe)
        return self.recipes[type_code], self._judges[type_code]

    def _meet_hamlets(self, drafter: Drafter, found: Found, declared: RecordType) -> None:
        counted: Counter[str] = Counter()
        for place in drafter.places_of(Reference, "hamlet"):
            written = Counter(row[place] for row in drafter.data if place < len(row))
            for cell, times in written.items():
                if text := " ".join(text_of(cell).split()):
                    counted[text] += times
        field = declared.fields.get("hamlet")
        if field is not None and isinstance(field.kind, Reference):
            # Rows over the whole width name hamlets as well: see `Recipe.take_band`.
            bands = Counter(line.bands for line in found.table.lines if line.bands)
            for several, times in bands.items():
                for said in map(words_of, several):
                    if looks_like_hamlet(said):
                        counted[said] += times
        self._desk.meet_hamlets(counted)


def _notices(ctx: Context, found: Found, *, cut: bool) -> Iterator[Notice]:
    sheet = found.table.sheet
    never = [column.heading for column in found.columns if column.target == NEVER]
    if never:
        yield Notice("never_kept", found.sheet, N_("Not kept, by regulation: {columns}."), {"columns": ", ".join(never)})
    if found.table.hidden_bands:
        yield Notice("never_kept", found.sheet, N_("A row over others names what is not kept, by regulation. It was left out."))
    data = [line.cells for line in found.table.lines if line.kind is RowKind.DATA]
    for column in found.columns:
        place = column.place
        dated = any(isinstance(row[place], date) for row in data[:_TELLING_ROWS] if place < len(row))
        if dated and column.target not in _UNREAD and reads_both_ways(row[place] for row in data if place < len(row)):
            yield Notice("dates.both_ways", found.sheet, _BOTH_WAYS, {"column": column.heading})
    if cut or any(column.target == ID_NUMBER for column in found.columns):
        yield Notice("id_digits", found.sheet, N_("Of ID numbers only the last four digits are kept, in the notes."))
    if not sheet.visible:
        yield Notice("hidden_sheet", found.sheet, N_("This sheet is hidden in the workbook. It was read like the others."))
    hidden = sorted(row + 1 for row in sheet.hidden_rows & {line.number - 1 for line in found.table.lines})
    if hidden:
        rows = ", ".join(map(str, hidden[:10])) + ("…" if len(hidden) > 10 else "")
        facts = {"count": len(hidden), "rows": rows}
        yield Notice("hidden_rows", found.sheet, N_("{count} hidden rows were read like the others: {rows}."), facts)
    columns = [letter_of(place) for place in sorted(sheet.hidden_columns) if place < len(found.table.headings)]
    if columns:
        facts = {"columns": ", ".join(columns)}
        yield Notice("hidden_columns", found.sheet, N_("Hidden columns were read like the others: {columns}."), facts)
    for wrong in wrong_totals(found.table):
        facts = {"row": wrong.row, "said": wrong.said, "counted": wrong.counted}
        if wrong.place is None:
            yield Notice("wrong_total", found.sheet, N_("Row {row} says {said}, but {counted} rows were read."), facts)
        else:
            facts["column"] = found.table.headings[wrong.place]
            yield Notice(
                "wrong_total", found.sheet, N_("Row {row} says {said} for “{column}”, but it adds up to {counted}."), facts
            )


def _created(rows: Iterable[Judged]) -> Iterator[tuple[str, str]]:
    """(type, name) of the records that would be made so that new rows can refer to them, each once."""
    seen: set[Link] = set()
    for row in rows:
        if row.verdict == "new" and row.draft is not None:
            yield from _unmade(row.draft.values, seen)


def _unmade(values: Mapping[str, object], seen: set[Link]) -> Iterator[tuple[str, str]]:
    for value in values.values():
        if type(value) is Link and value not in seen:
            seen.add(value)
            if not value.id:
                yield from _unmade(value.values, seen)
                yield value.type_code, value.name
