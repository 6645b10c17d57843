"""Finding the table in a sheet: title rows above, a heading over up to three rows, (1)(2)(3), bands, totals, signatures below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.intake import rows
from app.intake.columns import joined
from app.intake.decoding import Decoded
from app.intake.heads import DEEPEST, SEARCHED, Head, begins_another, find_head, never_kept, texts_of, titles_of
from app.intake.merged import filled_down
from app.intake.rows import RowKind, Total
from app.intake.shapes import Match, Shapes, is_never_kept
from app.intake.words import key_of, text_of
from app.intake.workbook import Sheet, Value
from app.records.sheets.shape import SheetShape

_WIDE = 2
"""Columns beyond its own that a merged cell covers, at least, to be a band."""
_SPARSE = 3


class Line(NamedTuple):
    """One row below the heading. `number` is what Excel calls it; `bands` are those it stands under, the nearest last."""

    number: int
    kind: RowKind
    cells: tuple[Value, ...]
    bands: tuple[str, ...] = ()
    total: Total | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet and the register it looks like.

    `mapping` is column to target, of those that have one; `never` are columns that may not be kept: their cells are empty in every
    line, so that nothing of them gets further than here.
    """

    sheet: Sheet
    shape: SheetShape
    headings: tuple[str, ...]
    mapping: Mapping[int, str]
    never: tuple[int, ...]
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    score: float
    start: int = 0
    end: int = 0
    """The rows of the sheet, from 0, that the table was looked for in; another one may begin at `end`."""

    @property
    def hidden_bands(self) -> bool:
        """Whether a row over the rows below it named what may not be kept; it names nothing then."""
        return any(line.kind is RowKind.BAND and not line.cells for line in self.lines)


def find_tables(sheet: Sheet, decoded: Decoded, shapes: Shapes, *, only: str = "") -> Iterator[Table]:
    """Every table of a sheet from the top, each with the shape that its heading fits best."""
    start = 0
    while start < len(decoded.rows) and (table := find_table(sheet, decoded, shapes, only=only, start=start)) is not None:
        yield table
        start = table.end


def find_table(
    sheet: Sheet, decoded: Decoded, shapes: Shapes, *, only: str = "", start: int = 0, end: int | None = None
) -> Table | None:
    """The first table from row `start` on; `None` when no heading of a register is there. It goes on to where another begins."""
    limit = len(decoded.rows) if end is None else end
    top = texts_of(decoded.rows[: min(limit, start + SEARCHED + DEEPEST)], start)
    head = find_head(sheet, top, shapes, only=only, start=start)
    if head is None:
        return None
    below = head.below
    if below < len(top) and rows.is_numbers(top[below]):
        below += 1
    if end is None:
        worded = (n for n in range(below, limit) if type(decoded.rows[n][0]) is str and decoded.rows[n][0])
        limit = next((n for n in worded if begins_another(decoded.rows[n], head, shapes)), limit)
    region = decoded.rows[:limit]
    headings, cells = joined(head.match.shape, head.headings, filled_down(region, sheet.merged, below), below)
    match = head.match
    if headings != head.headings:
        title = " ".join((sheet.name, *titles_of(top, head, start)))
        match = shapes.match(headings, title, only=only or match.shape.type_code) or match
    never = never_kept(sheet, head, headings, match)
    kept = {place: target for place, target in match.mapping.items() if place not in never}
    return Table(
        sheet,
        match.shape,
        headings,
        kept,
        never,
        titles_of(top, head, start),
        tuple(_lines(sheet, cells, below, head, match, never)),
        match.score,
        start,
        limit,
    )


def _lines(
    sheet: Sheet,
    all_rows: Sequence[tuple[Value, ...]],
    below: int,
    head: Head,
    match: Match,
    never: Sequence[int],
) -> Iterator[Line]:
    reader = _RowReader(sheet, head, match)
    last = max((number for number in range(len(all_rows) - 1, below - 1, -1) if any(v != "" for v in all_rows[number])), default=-1)
    signed = reader.foot(all_rows, below, last)
    bands: tuple[str, ...] = ()
    for number in range(below, last + 1):
        cells = _without(all_rows[number], never) if never else all_rows[number]
        kind = reader.kind(cells, all_rows[number], number, foot=number >= signed)
        total = None
        if kind is RowKind.DATA:
            yield Line(number + 1, kind, cells, bands)
            continue
        if kind is RowKind.TOTAL:
            total = rows.total_of([text_of(value) for value in cells])
        elif kind is RowKind.BAND:
            said = band_of(cells)
            if is_never_kept(said):
                bands, cells = (), ()
            else:
                bands = rows.under(bands, said)
        yield Line(number + 1, kind, cells, (), total)


def band_of(cells: Sequence[Value]) -> str:
    """What a row over the whole width says, each text once."""
    return " ".join(dict.fromkeys(text for value in cells if (text := text_of(value))))


def _without(cells: tuple[Value, ...], never: Sequence[int]) -> tuple[Value, ...]:
    kept = list(cells)
    for place in never:
        if place < len(kept):
            kept[place] = ""
    return tuple(kept)


_NUMBERS = frozenset((int, float))


def _has_words(cells: tuple[Value, ...]) -> bool:
    """Whether a text longer than the "(2)" under a heading stands in a row."""
    for value in cells:  # noqa: SIM110 -- asked of every row: a generator costs more than the rest of a row
        if type(value) is str and len(value) > 4:
            return True
    return False


class _RowReader:
    """Tells what each row below a heading is. Rows with a number of their own and many cells are told at a glance."""

    def __init__(self, sheet: Sheet, head: Head, match: Match) -> None:
        self._headings = head.parts
        self._wide = {top: left for top, left, bottom, right in sheet.merged if top == bottom and right - left >= _WIDE}
        known = sorted(match.mapping)
        self._first = known[0] if known else 0
        needs = match.shape.needs or match.shape.identity
        self._name = next((place for place in known if match.mapping[place] in needs), None)

    def kind(self, cells: tuple[Value, ...], written: tuple[Value, ...], number: int, *, foot: bool) -> RowKind:
        """`cells` without, `written` with the columns that may not be kept: only a heading is known by those too."""
        if not foot and type(cells[0]) in _NUMBERS and len(cells) - cells.count("") > _SPARSE and _has_words(cells):
            return RowKind.DATA
        filled = [value for value in cells if value != ""]
        if not filled:
            return RowKind.EMPTY
        first = filled[0]
        text = text_of(first)
        if not text and not any(text_of(value) for value in filled):
            return RowKind.EMPTY
        if rows.is_total(text):
            return RowKind.TOTAL
        if foot:
            return RowKind.SIGNATURE
        whole = [text_of(value) for value in written]
        if rows.is_numbers(whole) or self._repeats_heading(whole):
            return RowKind.HEADING
        texts = [text_of(value) for value in cells]
        if len(filled) == 1 and is_never_kept(text):
            return RowKind.BAND
        spread = self._wide.get(number)
        if rows.is_band(texts, spread=spread is not None and texts[spread] != "", name_column=self._name):
            return RowKind.BAND
        return RowKind.DATA

    def foot(self, all_rows: Sequence[tuple[Value, ...]], below: int, last: int) -> int:
        """Where the signature block begins: the highest row that looks like one's, with nothing like data below it."""
        begins = last + 1
        for number in range(last, below - 1, -1):
            texts = [text_of(value) for value in all_rows[number]]
            filled = [text for text in texts if text]
            if not filled:
                continue
            if rows.is_signature(texts) and not self._numbered(texts):
                begins = number
            elif len(filled) > _SPARSE or self._numbered(texts) or rows.is_total(filled[0]):
                break
        return begins

    def _numbered(self, texts: Sequence[str]) -> bool:
        """A row with a number of its own in front is no signature."""
        return bool(texts) and rows.is_ordinal(texts[0]) and self._first > 0

    def _repeats_heading(self, texts: Sequence[str]) -> bool:
        filled = [key_of(text) for text in texts if text]
        return sum(key in self._headings for key in filled) >= max(2, len(filled) * 2 // 3)
