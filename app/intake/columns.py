"""The headings of columns: composed of up to three rows with merged cells, and names that were split over two columns."""

from collections.abc import Mapping, Sequence

from app.intake.readings import CellError
from app.intake.words import key_of, text_of
from app.intake.workbook import Value
from app.records.sheets.shape import SheetShape

Merged = Sequence[tuple[int, int, int, int]]
_LARGEST = 5000
"""Cells of a merged range beyond which it is no heading's."""
_FAMILY_NAMES = frozenset(("ho", "ho dem", "ho va dem", "ho va ten dem", "ho lot", "ho va ten lot", "ho ten dem", "ho chu dem"))
_GIVEN_NAMES = frozenset(("ten", "ten goi"))
_WHOLE_NAMES = frozenset(("ho va ten", "ho ten", "ho va ten chu ho", "ho ten chu ho"))


def lowest_of_heading(merged: Merged, first: int) -> int:
    """The last row that merged cells beginning in this row reach; the row itself when none reaches further."""
    return max((bottom for top, _, bottom, _ in merged if top == first and bottom - top < 3), default=first)


def composed(texts: Sequence[tuple[str, ...]], merged: Merged, first: int, depth: int) -> tuple[str, ...]:
    """The headings of the columns: what stands over each in `depth` rows, merged cells over all of theirs, each text once."""
    covered = _covered(merged, first, first + depth)
    width = max(len(texts[row]) for row in range(first, first + depth))
    headings = []
    for column in range(width):
        parts: list[str] = []
        for row in range(first, first + depth):
            top, left = covered.get((row, column), (row, column))
            said = texts[top][left] if first <= top < len(texts) and left < len(texts[top]) else ""
            if not said and row + 1 < first + depth and (row, column) not in covered:
                said = _spills(texts, row, column)
            if said and said not in parts:
                parts.append(said)
        headings.append(" ".join(parts))
    return tuple(headings)


def _spills(texts: Sequence[tuple[str, ...]], row: int, column: int) -> str:
    """What stands over this column though its cells were never merged: the text to the left, when both have something below."""
    below = texts[row + 1]
    if column >= len(below) or not below[column]:
        return ""
    for left in range(column - 1, -1, -1):
        if left >= len(below) or not below[left]:
            return ""
        if left < len(texts[row]) and texts[row][left]:
            return texts[row][left]
    return ""


def _covered(merged: Merged, first: int, end: int) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Every place in these rows that a merged cell covers, to the place whose value it shows."""
    covered = {}
    for top, left, bottom, right in merged:
        if bottom < first or top >= end or (bottom - top + 1) * (right - left + 1) > _LARGEST:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                covered[row, column] = (top, left)
    return covered


def joined(
    shape: SheetShape, headings: tuple[str, ...], rows: Sequence[tuple[Value, ...]], below: int
) -> tuple[tuple[str, ...], Sequence[tuple[Value, ...]]]:
    """Headings and rows with what was split over two columns brought together in the first: a name (họ, tên), and a birth year
    under "Nam" or "Nữ" where the register has one column for it."""
    headings, rows = joined_names(headings, rows, below)
    if shape.column("birth_male") is not None:
        return headings, rows
    place = next((n for n in range(len(headings) - 1) if _by_sex(headings[n], headings[n + 1])), None)
    if place is None:
        return headings, rows
    whole = headings[place].rsplit(" ", 1)[0]
    return (*headings[:place], whole, "", *headings[place + 2 :]), [
        row if n < below else _either(row, place) for n, row in enumerate(rows)
    ]


def _by_sex(first: str, second: str) -> bool:
    one, other = key_of(first), key_of(second)
    return one.endswith("sinh nam") and other == f"{one.removesuffix('nam')}nu"


def _either(row: tuple[Value, ...], place: int) -> tuple[Value, ...]:
    if place + 1 >= len(row) or row[place] != "":
        return row
    return (*row[:place], row[place + 1], "", *row[place + 2 :])


def joined_names(
    headings: tuple[str, ...], rows: Sequence[tuple[Value, ...]], below: int
) -> tuple[tuple[str, ...], Sequence[tuple[Value, ...]]]:
    """Headings and rows with a name in two columns (họ, tên) brought together in the first of them."""
    places = range(len(headings) - 1)
    place = next((n for n in places if _split(headings, n) or _goes_on_unheaded(headings, rows[below:], n)), None)
    if place is None:
        return headings, rows
    keys = key_of(headings[place]), key_of(headings[place + 1])
    whole = headings[place] if keys[0] in _WHOLE_NAMES else "Họ và tên"
    joined = (*headings[:place], whole, "", *headings[place + 2 :])
    return joined, [row if n < below else _with_name(row, place) for n, row in enumerate(rows)]


def _split(headings: Sequence[str], place: int) -> bool:
    first, second = key_of(headings[place]), key_of(headings[place + 1])
    under_one = first == second and first in _WHOLE_NAMES
    last = first.rsplit(" ", 1)[-1] if first else ""
    composed_of_two = (
        first.startswith("ho va ten ") and second.startswith("ho va ten ") and second.endswith(" ten") and last in ("ho", "dem")
    )
    return under_one or composed_of_two or (first in _FAMILY_NAMES and second in _GIVEN_NAMES)


def _goes_on_unheaded(headings: Sequence[str], rows: Sequence[tuple[Value, ...]], place: int) -> bool:
    """Whether the column beside the names has no heading and holds a given name in nearly every row that has a name: files without
    merged cells, such as .ods and .csv, show one heading over both that way."""
    if headings[place + 1] or key_of(headings[place]) not in _WHOLE_NAMES:
        return False
    beside = [row[place + 1] for row in rows if place + 1 < len(row) and isinstance(row[place], str) and row[place]]
    given = [cell for cell in beside if isinstance(cell, str) and cell[:1].isupper() and cell.isalpha()]
    return len(given) >= max(2, 0.7 * len(beside))


def _with_name(row: tuple[Value, ...], place: int) -> tuple[Value, ...]:
    if place + 1 >= len(row) or row[place + 1] == "" or not isinstance(row[place], str):
        return row
    failed = next((cell for cell in row[place : place + 2] if isinstance(cell, CellError)), None)
    name = failed or f"{text_of(row[place])} {text_of(row[place + 1])}".strip()
    return (*row[:place], name, "", *row[place + 2 :])
