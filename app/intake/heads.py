"""Where a table begins: its heading over up to three rows, told from title rows above, data below, and the same heading repeated.

What may not be kept is looked for in every reading of a heading, decoded and as it stands, so that no old font hides it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.intake import rows
from app.intake.columns import composed, lowest_of_heading
from app.intake.legacy import Encoding, decode, may_be_old
from app.intake.shapes import Match, Shapes, is_never_kept, is_ordinal, tells_who_told
from app.intake.words import key_of, text_of
from app.intake.workbook import Sheet, Value
from app.records.sheets.shape import INFORMANT, NEVER

DEEPEST = 3
"""Rows a heading stands over at most."""
SEARCHED = 40
"""Rows from the beginning in which a heading is looked for."""
_BETTER = 0.05
_LONGEST_HEADING = 200
_LIKE_DATA = 3
"""Filled cells that make a row between two headings more than a title."""
_TOLD = 5
"""Rows above a second table in which its title is looked for."""
_ADDRESSES = frozenset(("dia chi", "noi o", "cho o", "sdt", "so dien thoai", "dien thoai", "so dt", "dt", "lien he"))
_YEAR = 4
"""Digits of the only number that a heading may be: "2023"."""
_SEXES = frozenset(("nam", "nu"))
_READINGS = (Encoding.UNICODE, Encoding.TCVN3, Encoding.VNI, Encoding.UTF8)

Texts = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its first row (from 0), how many rows deep, the headings of its columns, what they fit."""

    first: int
    depth: int
    headings: tuple[str, ...]
    match: Match
    parts: frozenset[str]
    """Every text of it by `words.key_of`: a page that repeats the heading repeats some of these."""

    @property
    def below(self) -> int:
        return self.first + self.depth


def texts_of(cells: Sequence[tuple[Value, ...]], start: int) -> list[tuple[str, ...]]:
    """The rows as texts, those that stand far above row `start` left empty: nothing further down asks for them."""
    return [tuple(map(text_of, row)) if number >= start - _TOLD else () for number, row in enumerate(cells)]


def find_head(sheet: Sheet, texts: Texts, shapes: Shapes, *, only: str, start: int) -> Head | None:
    """The first heading of a register from row `start` on. `texts` are the sheet's rows as read.

    A heading that fits better is taken only as long as nothing like data stands between it and the first: what stood above would
    not be read.
    """
    best: Head | None = None
    for first in range(start, min(start + SEARCHED, len(texts))):
        if best is not None and any(_like_data(texts[row]) for row in range(best.below, first)):
            break
        if not _may_begin(sheet, texts, first):
            continue
        lowest = lowest_of_heading(sheet.merged, first)
        for depth in range(max(1, lowest - first + 1), DEEPEST + 1):
            last = first + depth - 1
            if last >= len(texts) or (depth > 1 and not _goes_on(texts[last], last <= lowest)):
                break
            title = _words(sheet, texts, start, best.first if best else first)
            found = _head(sheet, texts, shapes, only, first, depth, title)
            if found and (best is None or found.match.score > best.match.score + _BETTER):
                best = found
    if best is None:
        return None
    depth = _deepened(texts, best)
    title = _words(sheet, texts, start, best.first)
    if depth == best.depth:
        return best
    return _head(sheet, texts, shapes, best.match.shape.type_code, best.first, depth, title) or best


def never_kept(sheet: Sheet, head: Head, headings: Sequence[str], match: Match) -> tuple[int, ...]:
    """The columns that may not be kept: by any reading of their heading, by the register, and those without a heading beside them.

    Who gave information is kept by no register but the one that seals it, nor where such a person lives.
    """
    raw = texts_of(sheet.rows[: head.below], head.first)
    as_written = composed(raw, sheet.merged, head.first, head.depth)
    seals = any(column.target.startswith(INFORMANT) for column in match.shape.columns)
    never: list[int] = []
    told = False
    for place, heading in enumerate(headings):
        written = as_written[place] if place < len(as_written) else ""
        who = not seals and place not in match.mapping and tells_who_told(heading)
        told = who or (told and key_of(heading) in _ADDRESSES)
        beside = not heading and place - 1 in never
        if beside or told or match.mapping.get(place) == NEVER or is_never_kept(heading) or _hides(written):
            never.append(place)
    return tuple(never)


def begins_another(cells: Sequence[Value], head: Head, shapes: Shapes) -> bool:
    """Whether a row below is the heading of another table: words that registers have for columns, other than those of this heading,
    or in other places. Asked of every row, so the first cells decide."""
    if not isinstance(cells[0], str):
        return False
    filled = [(place, value) for place, value in enumerate(cells) if value != ""]
    if len(filled) < _LIKE_DATA or not all(isinstance(value, str) and len(value) <= _LONGEST_HEADING for _, value in filled[:2]):
        return False
    first, second = (key_of(str(value)) for _, value in filled[:2])
    if not (shapes.names(first) and shapes.names(second)):
        return False
    texts = [(place, text_of(value)) for place, value in filled]
    if any(text.isdecimal() for _, text in texts):
        return False
    known = sum(shapes.names(key_of(text)) or is_never_kept(text) for _, text in texts)
    return known * 3 >= len(texts) * 2 and not _repeats(texts, head)


def _repeats(texts: Sequence[tuple[int, str]], head: Head) -> bool:
    """Whether the words are those of this heading, each where it stood."""
    return all(
        key_of(text) in head.parts and place < len(head.headings) and _within(key_of(text), key_of(head.headings[place]))
        for place, text in texts
    )


def _within(words: str, heading: str) -> bool:
    return f" {words} " in f" {heading} "


def _head(sheet: Sheet, texts: Texts, shapes: Shapes, only: str, first: int, depth: int, title: str) -> Head | None:
    headings = composed(texts, sheet.merged, first, depth)
    match = shapes.match(headings, title, only=only)
    if match is None:
        return None
    parts = {key_of(cell) for row in texts[first : first + depth] for cell in row if cell}
    return Head(first, depth, headings, match, frozenset(parts | {key_of(heading) for heading in headings if heading}))


def _may_begin(sheet: Sheet, texts: Texts, first: int) -> bool:
    """Whether a row may be the first of a heading: words for several columns, not said with their values ("Ngày: 5/3/2024"), and
    not the lower part of cells that are merged downwards."""
    filled = [cell for cell in texts[first] if cell]
    if len(filled) < 2 or max(map(len, filled)) > _LONGEST_HEADING:
        return False
    if any(cell.isdecimal() and len(cell) != _YEAR for cell in filled):
        return False
    if sum(bool(value.strip()) for _, sign, value in (cell.partition(":") for cell in filled) if sign) * 2 >= len(filled):
        return False
    joined = sum(top < first <= bottom and bottom - top < DEEPEST for top, _, bottom, _ in sheet.merged)
    return joined < 2


def _goes_on(row: tuple[str, ...], joined: bool) -> bool:
    """Whether a further row may be a part of the heading: merged cells join it, or it has words, and no figures, for several
    columns."""
    filled = [cell for cell in row if cell]
    return joined or (len(filled) > 1 and not rows.is_total(filled[0]) and not any(map(str.isdecimal, filled)))


def _deepened(texts: Texts, head: Head) -> int:
    """How deep the heading is when the rows below it go on with words that only headings have, merged or not: what may not be kept,
    men and women."""
    depth = head.depth
    for row in range(head.below, min(head.first + DEEPEST, len(texts))):
        filled = [cell for cell in texts[row] if cell]
        if any(map(str.isdecimal, filled)) or (texts[row] and (texts[row][0] and is_ordinal(texts[row][0]))):
            break
        if len(filled) > 1 and (any(map(is_never_kept, filled)) or set(map(key_of, filled)) >= _SEXES):
            depth = row - head.first + 1
    return depth


def _like_data(row: tuple[str, ...]) -> bool:
    return sum(bool(cell) for cell in row) >= _LIKE_DATA


def _words(sheet: Sheet, texts: Texts, start: int, first: int) -> str:
    return " ".join((sheet.name, *_titles(texts, start, first)))


def _titles(texts: Texts, start: int, first: int) -> Iterator[str]:
    for row in texts[max(0, start - _TOLD) if start else 0 : first]:
        yield from (cell for cell in row if cell)


def titles_of(texts: Texts, head: Head, start: int) -> tuple[str, ...]:
    """The words above a table, each once; of a table further down those between it and the one before."""
    return tuple(dict.fromkeys(_titles(texts, start, head.first)))


def _readings(text: str) -> Iterator[str]:
    """A text as it stands and as each old encoding would have it."""
    for encoding in _READINGS:
        yield decode(text, encoding)


def _hides(written: str) -> bool:
    return not written.isascii() and may_be_old(written) and any(map(is_never_kept, _readings(written)))
