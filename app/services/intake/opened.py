"""Opening a workbook: every sheet read, its table found, its register recognised, remembered corrections put in place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from app.core.collector import put_off
from app.core.errors import UserError
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.documents.grids.wording import OWN_SHEETS
from app.intake.decoding import Decoded, decoded
from app.intake.legacy import Encoding
from app.intake.rows import RowKind
from app.intake.shapes import is_ordinal, known_shapes
from app.intake.table import Table, find_table, find_tables
from app.intake.words import letter_of, text_of
from app.intake.workbook import Value, open_book
from app.records.sheets.shape import INFORMANT, NEVER
from app.services.context import Context
from app.services.intake import memory
from app.services.intake.confined import ID_NUMBER, is_id_heading, may_go
from app.services.intake.desk import Desk
from app.services.intake.drafts import Sheet as SheetWords
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.table import RECIPES
from app.services.intake.views import KEPT_AS_NOTE, PASSED, Converted, Found, FoundColumn, Opened, PassedOver, Wanted

READING = N_("Reading the workbook")
_SAMPLES = 3
_SAMPLED_ROWS = 30
_LONGEST_SAMPLE = 80


def open_workbook(ctx: Context, path: Path, *, type_code: str = "", sheet: int = 0, progress: Progress = SILENT) -> Opened:
    """Read a workbook. `type_code` takes every table for that register; `sheet` reads one sheet alone, counted from 1.

    Raises `UserError` for a file that cannot be read, "intake.no_sheet" when there is no such sheet, and "intake.no_table" when no
    sheet holds a register.
    """
    progress.step(0, 0, READING)
    with put_off():
        return _opened(ctx, path, type_code, sheet, progress)


def _opened(ctx: Context, path: Path, type_code: str, sheet: int, progress: Progress) -> Opened:
    book = open_book(path, progress)
    shapes = known_shapes(ctx.store.registry)
    tables: list[Found] = []
    unread = [one for one in book.unread if sheet in (0, one.number)]
    passed = [PassedOver(one.name, one.number, one.sentence, one.facts) for one in unread]
    wanted = [one for one in book.sheets if sheet in (0, one.number)]
    if not wanted and unread:
        raise UserError(unread[0].code, unread[0].sentence, **unread[0].facts)
    if not wanted:
        raise UserError("intake.no_sheet", N_("{name} has no sheet {number} with anything in it."), name=path.name, number=sheet)
    for place, one in enumerate(wanted):
        progress.step(place, len(wanted), READING)
        read = decoded(one)
        of_sheet = [_found(ctx, table, read, place) for place, table in enumerate(find_tables(one, read, shapes, only=type_code))]
        tables += of_sheet
        if not of_sheet and one.name not in OWN_SHEETS:
            passed.append(PassedOver(one.name, one.number, N_("No heading of a register was found on this sheet.")))
    if not tables:
        raise UserError(
            "intake.no_table",
            N_(
                "No register was recognised in {name}. The columns must have headings, such as “Họ và tên”, “Ngày”; "
                "or say which register it is."
            ),
            name=path.name,
        )
    return Opened(path, tuple(tables), tuple(passed))


def as_wanted(ctx: Context, found: Found, wanted: Wanted) -> Found:
    """A table as the officer wants it read: as another register, in another encoding, with other targets for its columns."""
    type_code = wanted.type_code or found.type_code
    if type_code != found.type_code or wanted.encoding:
        shapes = known_shapes(ctx.store.registry)
        forced = Encoding(wanted.encoding) if wanted.encoding else None
        old = found.table
        read = decoded(old.sheet, forced)
        table = find_table(old.sheet, read, shapes, only=type_code, start=old.start, end=old.end)
        found = _found(ctx, table, read, key=found.key) if table else found
    if wanted.targets:
        found = _retargeted(ctx, found, dict(wanted.targets))
    return found


def _found(ctx: Context, table: Table, read: Decoded, place: int = 0, key: str = "") -> Found:
    """A table as it is handed out; `place` counts those of its sheet."""
    sheet = table.sheet
    data = [line.cells for line in table.lines if line.kind is RowKind.DATA]
    columns = tuple(_columns(table, data))
    found = Found(
        key or (f"{sheet.number}.{place + 1}" if place else f"{sheet.number}"),
        sheet.name,
        sheet.number,
        not sheet.visible,
        table.shape.type_code,
        columns,
        len(table.lines),
        table.titles,
        tuple(_converted(table, read)),
        _needed(ctx, table.shape.type_code, columns, table),
        remembered=False,
        table=table,
    )
    kept = memory.recall(ctx, found)
    return replace(_retargeted(ctx, found, kept), remembered=True) if kept else found


def _columns(table: Table, data: Sequence[tuple[Value, ...]]) -> Iterator[FoundColumn]:
    width = max(len(table.headings), max(map(len, data), default=0))
    for place in range(width):
        heading = table.headings[place] if place < len(table.headings) else ""
        if place in table.never:
            yield FoundColumn(place, letter_of(place), heading, NEVER, own=NEVER)
            continue
        texts = (text_of(row[place]) for row in data[:_SAMPLED_ROWS] if place < len(row) and row[place] != "")
        samples = tuple(dict.fromkeys(text[:_LONGEST_SAMPLE] for text in texts if text))[:_SAMPLES]
        if not heading and not samples:
            continue
        target = PASSED if is_ordinal(heading) else table.mapping.get(place, KEPT_AS_NOTE)
        if target == KEPT_AS_NOTE and is_id_heading(heading):
            target = ID_NUMBER
        shown = () if target.startswith(INFORMANT) else samples
        yield FoundColumn(place, letter_of(place), heading, target, shown, target)


def _converted(table: Table, read: Decoded) -> Iterator[Converted]:
    """One example of each old encoding, taken from what is kept; never from a column that is not."""
    for encoding, cells in read.cells.items():
        before, after = next(_changed(table, read, encoding), ("", ""))
        yield Converted(encoding.value, before[:_LONGEST_SAMPLE], after[:_LONGEST_SAMPLE], cells)


def _changed(table: Table, read: Decoded, encoding: Encoding) -> Iterator[tuple[str, str]]:
    for line in table.lines:
        if line.kind is RowKind.DATA:
            raw = table.sheet.rows[line.number - 1]
            for place, before in enumerate(raw):
                if place not in table.never and isinstance(before, str) and read.changed.get(before) is encoding:
                    yield before, str(read.rows[line.number - 1][place])


def _retargeted(ctx: Context, found: Found, targets: dict[int, str]) -> Found:
    """With other targets for some columns, as far as those columns may go there.

    One that loses its target to another goes into the notes, or is left out where it may not stand in them.
    """
    asked = {
        column.place: targets[column.place]
        for column in found.columns
        if column.place in targets and may_go(column.own, targets[column.place])
    }
    claimed = set(asked.values()) - {KEPT_AS_NOTE, PASSED, NEVER, ID_NUMBER}
    columns = []
    for column in found.columns:
        target = asked.get(column.place)
        if target is None:
            free = KEPT_AS_NOTE if may_go(column.own, KEPT_AS_NOTE) else PASSED
            target = free if column.target in claimed else column.target
        columns.append(replace(column, target=target))
    return replace(found, columns=tuple(columns), needed=_needed(ctx, found.type_code, tuple(columns), found.table))


def _needed(ctx: Context, type_code: str, columns: tuple[FoundColumn, ...], table: Table) -> tuple[str, ...]:
    """Required fields that no column, band or title gives and that have no usual value."""
    declared = ctx.store.registry.get(type_code)
    headings = {column.target: column.heading for column in columns}
    recipe = RECIPES.get(type_code, Recipe)(Desk(ctx), declared, table.shape)
    given = headings.keys() | recipe.supplied(SheetWords(table.sheet.name, table.titles, {}, headings))
    if any(line.bands for line in table.lines):
        given |= {table.shape.band}
    return tuple(
        name
        for name, info in declared.fields.items()
        if info.required and not info.hidden and info.default is None and name not in given
    )
