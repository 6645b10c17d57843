"""Every text of a sheet in composed Unicode: by the font of its cell first, else by how Vietnamese it then reads."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, islice

from app.intake.legacy import Encoding, decode, recognise, recognise_cell
from app.intake.workbook import Sheet, Value

_SAMPLED = 5_000
"""Texts from which the encoding of a sheet without telling fonts is judged."""

Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The rows of a sheet with every text made Unicode, and by text that was changed, the encoding it was in.

    `cells` counts the cells of each encoding.
    """

    rows: tuple[Row, ...]
    changed: Mapping[str, Encoding]
    cells: Mapping[Encoding, int]


def decoded(sheet: Sheet, forced: Encoding | None = None) -> Decoded:
    """Decode a sheet. `forced` is the encoding an officer chose for the texts that no font tells of.

    Texts that are what they say, in most sheets all, are looked at once each and their rows stay as they are.
    """
    texts = [text for text in _told_by_no_font(sheet) if type(text) is str and not text.isascii()]
    of_sheet = forced or recognise(islice(texts, _SAMPLED))
    encodings: dict[str, Encoding] = {}
    composed: dict[Value, str] = {}
    for text in texts:
        encoding = forced or recognise_cell(text, of_sheet)
        if encoding is not Encoding.UNICODE or not unicodedata.is_normalized("NFC", text):
            meant = decode(text, encoding)
            if meant != text:
                composed[text] = meant
                if encoding is not Encoding.UNICODE:
                    encodings[text] = encoding
    if sheet.fonts:
        return _by_font(sheet, composed, encodings)
    if not composed:
        return Decoded(sheet.rows, {}, {})
    cells: Counter[Encoding] = Counter()
    rows = []
    for row in sheet.rows:
        if composed.keys().isdisjoint(row):
            rows.append(row)
            continue
        rows.append(tuple([composed.get(value, value) for value in row]))
        cells.update(encodings[value] for value in row if value in encodings)  # type: ignore[index]  # a key of it is a text
    return Decoded(tuple(rows), encodings, cells)


def _told_by_no_font(sheet: Sheet) -> set[Value]:
    """What stands in cells whose font says nothing, each once."""
    fonts = sheet.fonts
    if not fonts:
        return set(chain.from_iterable(sheet.rows))
    legacy_rows = {row for row, _ in fonts}
    found: set[Value] = set()
    for number, row in enumerate(sheet.rows):
        if number in legacy_rows:
            found.update([value for place, value in enumerate(row) if (number, place) not in fonts])
        else:
            found.update(row)
    return found


def _by_font(sheet: Sheet, composed: Mapping[Value, str], by_reading: Mapping[str, Encoding]) -> Decoded:
    """The font of a cell says in which encoding it is; cells without a telling font are read as all others are."""
    changed = dict(by_reading)
    cells: Counter[Encoding] = Counter()
    known: dict[tuple[str, Encoding], str] = {}
    fonts, legacy_rows = sheet.fonts, {row for row, _ in sheet.fonts}
    rows = []
    for number, row in enumerate(sheet.rows):
        if number not in legacy_rows and composed.keys().isdisjoint(row):
            rows.append(row)
            continue
        read: list[Value] = []
        for place, value in enumerate(row):
            encoding = fonts.get((number, place)) if type(value) is str and value else None
            if encoding is None:
                if value in by_reading:
                    cells[by_reading[value]] += 1  # type: ignore[index]  # a key of it is a text
                read.append(composed.get(value, value))
                continue
            meant = known.get((value, encoding))  # type: ignore[arg-type]  # only texts have a font that tells
            if meant is None:
                meant = known[value, encoding] = _as_set(str(value), encoding)  # type: ignore[index]  # see above
            if meant != value:
                changed[str(value)] = encoding
                cells[encoding] += 1
            read.append(meant)
        rows.append(tuple(read))
    return Decoded(tuple(rows), changed, cells)


def _as_set(text: str, encoding: Encoding) -> str:
    """What a text in an old font says. Text typed in Unicode and only dressed in that font stays what it is."""
    typed_today = any(ord(letter) > 0xFF and letter not in _CODE_PAGE for letter in text)
    return decode(text, Encoding.UNICODE if typed_today else encoding)


_CODE_PAGE = frozenset("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
"""Letters of Windows-1252 that lie beyond the first 256 of Unicode."""
