"""Finding the table in a sheet: title rows above, a heading over up to three rows, (1)(2)(3), bands, totals, signatures below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.intake import rows
from app.intake.columns import composed, joined_names, lowest_of_heading
from app.intake.decoding import Decoded
from app.intake.merged import filled_down
from app.intake.rows import RowKind, Total
from app.intake.shapes import NEVER, Match, Shapes, is_never_kept
from app.intake.words import key_of, text_of
from app.intake.workbook import Sheet, Value
from app.records.sheets.shape import SheetShape

_DEEPEST = 3
"""Rows a heading stands over at most."""
_WIDE = 2
"""Columns beyond its own that a merged cell covers, at least, to be a band."""
_SEARCHED = 40
"""Rows from the top in which a heading is looked for."""
_BETTER = 0.05
_LONGEST_HEADING = 200
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


@dataclass(frozen=True, slots=True)
class _Head:
    first: int
    depth: int
    headings: tuple[str, ...]
    match: Match


def find_table(sheet: Sheet, decoded: Decoded, shapes: Shapes, *, only: str = "") -> Table | None:
    """The table of a sheet, with the shape that its heading fits best; `None` when no heading of a register is there."""
    top = [tuple(text_of(value) for value in row) for row in decoded.rows[: _SEARCHED + _DEEPEST]]
    head = _find_head(sheet, top, shapes, only)
    if head is None:
        return None
    below = head.first + head.depth
    if below < len(top) and rows.is_numbers(top[below]):
        below += 1
    headings, cells = joined_names(head.headings, filled_down(decoded.rows, sheet.merged, below), below)
    match = head.match
    if headings != head.headings:
        match = shapes.match(headings, _title(sheet, top, head.first), only=only or match.shape.type_code) or match
    never = tuple(n for n, heading in enumerate(headings) if is_never_kept(heading) or match.mapping.get(n) == NEVER)
    kept = {place: target for place, target in match.mapping.items() if target != NEVER}
    return Table(
        sheet,
        match.shape,
        headings,
        kept,
        never,
        tuple(dict.fromkeys(cell for row in top[: head.first] for cell in row if cell)),
        tuple(_lines(sheet, cells, below, headings, match, never)),
        match.score,
    )


def _title(sheet: Sheet, top: Sequence[tuple[str, ...]], first: int) -> str:
    return " ".join((sheet.name, *(cell for row in top[:first] for cell in row if cell)))


def _find_head(sheet: Sheet, top: Sequence[tuple[str, ...]], shapes: Shapes, only: str) -> _Head | None:
    best: _Head | None = None
    for first in range(min(_SEARCHED, len(top))):
        filled = [cell for cell in top[first] if cell]
        if len(filled) < 2 or max(map(len, filled)) > _LONGEST_HEADING:
            continue
        lowest = lowest_of_heading(sheet.merged, first)
        for depth in range(max(1, lowest - first + 1), _DEEPEST + 1):
            if first + depth > len(top) or (depth > 1 and not _heads(top[first + depth - 1], first + depth - 1 <= lowest)):
                break
            headings = composed(top, sheet.merged, first, depth)
            match = shapes.match(headings, _title(sheet, top, best.first if best else first), only=only)
            if match and (best is None or match.score > best.match.score + _BETTER):
                best = _Head(first, depth, headings, match)
    return best


def _heads(row: tuple[str, ...], joined: bool) -> bool:
    """Whether a further row may be a part of the heading: merged cells join it, or it has words, and no figures, for several
    columns."""
    filled = [cell for cell in row if cell]
    return joined or (len(filled) > 1 and not rows.is_total(filled[0]) and not any(map(str.isdecimal, filled)))


def _lines(
    sheet: Sheet,
    all_rows: Sequence[tuple[Value, ...]],
    below: int,
    headings: Sequence[str],
    match: Match,
    never: Sequence[int],
) -> Iterator[Line]:
    reader = _RowReader(sheet, headings, match)
    last = max((number for number in range(len(all_rows) - 1, below - 1, -1) if any(v != "" for v in all_rows[number])), default=-1)
    signed = reader.foot(all_rows, below, last)
    bands: tuple[str, ...] = ()
    for number in range(below, last + 1):
        cells = all_rows[number]
        kind = reader.kind(cells, number, foot=number >= signed)
        total = None
        kept = _without(cells, never) if never else cells
        if kind is RowKind.DATA:
            yield Line(number + 1, kind, kept, bands)
            continue
        if kind is RowKind.TOTAL:
            total = rows.total_of([text_of(value) for value in cells])
        elif kind is RowKind.BAND:
            bands = rows.under(bands, " ".join(dict.fromkeys(text for value in cells if (text := text_of(value)))))
        yield Line(number + 1, kind, kept, (), total)


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

    def __init__(self, sheet: Sheet, headings: Sequence[str], match: Match) -> None:
        self._headings = {key_of(heading) for heading in headings if heading}
        self._wide = {top: left for top, left, bottom, right in sheet.merged if top == bottom and right - left >= _WIDE}
        known = sorted(match.mapping)
        self._first = known[0] if known else 0
        needs = match.shape.needs or match.shape.identity
        self._name = next((place for place in known if match.mapping[place] in needs), None)

    def kind(self, cells: tuple[Value, ...], number: int, *, foot: bool) -> RowKind:
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
        texts = [text_of(value) for value in cells]
        if rows.is_numbers(texts) or self._repeats_heading(texts):
            return RowKind.HEADING
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
