"""Finding the table in a sheet: title rows above, a heading over up to three rows, (1)(2)(3), bands, totals, signatures below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.intake import rows
from app.intake.rows import RowKind, Total
from app.intake.shapes import Shape, fitting, is_never_kept, is_ordinal
from app.intake.words import key_of, text_of
from app.intake.workbook import Sheet

_DEEPEST_HEADING = 3
_WIDE = 2
"""Columns beyond its own that a merged cell covers, at least, to be a band."""
_SEARCHED = 40
"""Rows from the top in which a heading is looked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row below the heading. `number` is what Excel calls it; `bands` are the bands it stands under, the nearest last."""

    number: int
    kind: RowKind
    cells: tuple[str, ...]
    bands: tuple[str, ...] = ()
    total: Total | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet and the register it looks like. `mapping` is column to field; `never` columns that may not be kept."""

    sheet: Sheet
    shape: Shape
    headings: tuple[str, ...]
    mapping: Mapping[int, str]
    never: tuple[int, ...]
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    first_row: int
    score: float


def find_table(sheet: Sheet, shapes: Sequence[Shape]) -> Table | None:
    """The table of a sheet, with the shape that its heading fits best; `None` when no heading of a register is there."""
    texts = [tuple(text_of(value) for value in row) for row in sheet.rows]
    spread = _spread(sheet)
    best: tuple[float, int, int, Shape, Mapping[int, str], tuple[str, ...]] | None = None
    for first in range(min(_SEARCHED, len(texts))):
        if sum(bool(cell) for cell in texts[first]) < 2:
            continue
        titles = " ".join(cell for row in texts[:first] for cell in row if cell)
        for depth in range(1, _DEEPEST_HEADING + 1):
            if first + depth > len(texts):
                break
            headings = _composed(texts, spread, first, depth)
            found = fitting(shapes, headings, f"{sheet.name} {titles}")
            if found and (best is None or found[2] > best[0] + 0.05):
                best = (found[2], first, depth, found[0], found[1], headings)
    if best is None:
        return None
    score, first, depth, shape, mapping, headings = best
    titles = tuple(dict.fromkeys(cell for row in texts[:first] for cell in row if cell))
    below = first + depth
    if below < len(texts) and rows.is_numbers(texts[below]):
        below += 1
    never = tuple(place for place, heading in enumerate(headings) if is_never_kept(heading))
    wide = frozenset(top for top, left, bottom, right in sheet.merged if top == bottom and right - left >= _WIDE)
    lines = tuple(_lines(texts, below, wide, headings, _name_column(mapping)))
    return Table(sheet, shape, headings, mapping, never, titles, lines, below, score)


def _lines(
    texts: Sequence[tuple[str, ...]], below: int, wide: frozenset[int], headings: Sequence[str], names: int | None
) -> Iterator[Line]:
    last = max((number for number, row in enumerate(texts) if any(row)), default=-1)
    signed = _foot(texts, below, last)
    bands: tuple[str, ...] = ()
    for number in range(below, last + 1):
        cells = texts[number]
        kind = _kind(cells, number, wide, headings, names, foot=number >= signed)
        total = rows.total_of(cells) if kind is RowKind.TOTAL else None
        if kind is RowKind.BAND:
            bands = _under(bands, " ".join(dict.fromkeys(cell for cell in cells if cell)))
        yield Line(number + 1, kind, cells, bands if kind is RowKind.DATA else (), total)


def _kind(
    cells: tuple[str, ...],
    number: int,
    wide: frozenset[int],
    headings: Sequence[str],
    names: int | None,
    *,
    foot: bool,
) -> RowKind:
    if not any(cells):
        return RowKind.EMPTY
    if rows.is_total(cells):
        return RowKind.TOTAL
    if foot or rows.is_signature(cells):
        return RowKind.SIGNATURE
    if rows.is_numbers(cells) and number < 60:
        return RowKind.NUMBERS
    known = {key_of(heading) for heading in headings if heading}
    if sum(key_of(cell) in known for cell in cells if cell) >= max(2, sum(bool(cell) for cell in cells) * 2 // 3):
        return RowKind.HEADING
    if rows.is_band(cells, spread=number in wide, name_column=names):
        return RowKind.BAND
    return RowKind.DATA


def _foot(texts: Sequence[tuple[str, ...]], below: int, last: int) -> int:
    """Where the signature block begins: the last row that looks like one's first, with nothing after it that is filled like data."""
    begins = last + 1
    for number in range(last, below - 1, -1):
        cells = texts[number]
        filled = sum(bool(cell) for cell in cells)
        if rows.is_signature(cells):
            begins = number
        elif filled > 3 or (filled and rows.is_total(cells)):
            break
    return begins


def _under(bands: tuple[str, ...], text: str) -> tuple[str, ...]:
    """A numbered part ("I. TẬP THỂ") begins anew; what is not numbered stands within it, in place of the one before."""
    numbered = key_of(text)[:1] in "ivx" and key_of(text).split(" ")[0].strip(".") in _ROMAN
    if numbered:
        return (text,)
    kept = tuple(band for band in bands if key_of(band).split(" ")[0].strip(".") in _ROMAN)
    return (*kept, text)


_ROMAN = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))


def _spread(sheet: Sheet) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Every place that a merged cell covers, to the place whose value it shows."""
    covered = {}
    for top, left, bottom, right in sheet.merged:
        if (bottom - top + 1) * (right - left + 1) > 5000:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                covered[row, column] = (top, left)
    return covered


def _composed(
    texts: Sequence[tuple[str, ...]], spread: Mapping[tuple[int, int], tuple[int, int]], first: int, depth: int
) -> tuple[str, ...]:
    """The headings of the columns: what stands over a column in `depth` rows, merged cells over each of their columns, each text once."""
    width = max(len(texts[row]) for row in range(first, first + depth))
    headings = []
    for column in range(width):
        parts = []
        for row in range(first, first + depth):
            top, left = spread.get((row, column), (row, column))
            if first <= top < len(texts) and left < len(texts[top]) and texts[top][left] not in parts:
                parts.append(texts[top][left])
        headings.append(" ".join(part for part in parts if part))
    return tuple(headings)


def _name_column(mapping: Mapping[int, str]) -> int | None:
    return next((place for place, target in mapping.items() if target in ("name", "head", "content", "topic", "place")), None)
