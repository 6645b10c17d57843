"""The one type face of papers and its measures, read from the font file itself.

Whoever draws a sheet takes widths from here and places each letter by them: Qt has its own rounding and
kerning, and two sources of widths would put the same line at two places.
"""

import struct
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path

from app.core.paths import resources

MM_PER_POINT = 25.4 / 72
"""One typographic point in millimetres."""


class Face(Enum):
    """The four cuts of Tinos; the value is the name a PDF knows the cut by and the stem of its file."""

    REGULAR = "Tinos-Regular"
    BOLD = "Tinos-Bold"
    ITALIC = "Tinos-Italic"
    BOLD_ITALIC = "Tinos-BoldItalic"


def font_file(face: Face) -> Path:
    """The TrueType file of one cut, the same for paper and screen."""
    return resources() / "fonts" / f"{face.value}.ttf"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures of one cut. Vertical ones are fractions of the type size, above the baseline positive."""

    glyphs: dict[int, int]
    """Code point to glyph number."""
    advances: tuple[int, ...]
    """Glyph number to advance, in whole thousandths of the type size: some PDF viewers drop the rest of a width."""
    ascent: float
    descent: float
    cap_height: float

    def advance(self, letter: str) -> int:
        """Advance of one letter in thousandths of the type size; an unknown letter is as wide as the font's empty box."""
        return self.advances[self.glyphs.get(ord(letter), 0)]


def table_places(data: bytes) -> dict[str, int]:
    """Where each table of a TrueType file begins."""
    count = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): offset for tag, _check, offset, _length in records}


def _character_map(data: bytes, cmap: int) -> dict[int, int]:
    """The font's map of the whole of Unicode (cmap format 12) or of its first plane (format 4)."""
    found: dict[int, int] = {}
    for number in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        start = cmap + offset
        kind = struct.unpack_from(">H", data, start)[0]
        if (platform, encoding) == (3, 1) and kind == 4:
            found = {**_segments(data, start), **found}
        elif (platform, encoding) == (3, 10) and kind == 12:
            for group in range(struct.unpack_from(">I", data, start + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * group)
                found.update({code: glyph + code - first for code in range(first, last + 1)})
    return found


def _segments(data: bytes, start: int) -> dict[int, int]:
    double = struct.unpack_from(">H", data, start + 6)[0]
    found: dict[int, int] = {}
    for at in range(start + 14, start + 14 + double, 2):
        last = struct.unpack_from(">H", data, at)[0]
        first = struct.unpack_from(">H", data, at + double + 2)[0]
        delta = struct.unpack_from(">h", data, at + 2 * double + 2)[0]
        where = at + 3 * double + 2
        jump = struct.unpack_from(">H", data, where)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if jump:
                glyph = struct.unpack_from(">H", data, where + jump + 2 * (code - first))[0]
            if glyph:
                found[code] = (glyph + delta) & 0xFFFF
            elif not jump:
                found[code] = delta & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


@lru_cache(maxsize=4)
def metrics(face: Face) -> Metrics:
    """Measures of a cut, read once and kept."""
    data = font_file(face).read_bytes()
    tables = table_places(data)
    em = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    ascent, descent = struct.unpack_from(">hh", data, tables["hhea"] + 4)
    long_count = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    glyph_count = struct.unpack_from(">H", data, tables["maxp"] + 4)[0]
    widths = [struct.unpack_from(">H", data, tables["hmtx"] + 4 * glyph)[0] for glyph in range(long_count)]
    widths += widths[-1:] * (glyph_count - long_count)
    cap_height = struct.unpack_from(">h", data, tables["OS/2"] + 88)[0]
    return Metrics(
        glyphs=_character_map(data, tables["cmap"]),
        advances=tuple(round(width * 1000 / em) for width in widths),
        ascent=ascent / em,
        descent=descent / em,
        cap_height=cap_height / em,
    )


@lru_cache(maxsize=8192)
def text_units(text: str, face: Face) -> int:
    """Advance of a whole text in thousandths of the type size. Kept: fitting a text measures it at many sizes."""
    cut = metrics(face)
    glyphs, advances = cut.glyphs, cut.advances
    return sum(advances[glyphs.get(ord(letter), 0)] for letter in text)


def text_width(text: str, face: Face, size: float, *, spacing: float = 0.0) -> float:
    """Width in millimetres of one line of composed (NFC) text at `size` points.

    `spacing` is added after every letter but the last, in millimetres. No kerning: neither player kerns.
    """
    return text_units(text, face) * size * MM_PER_POINT / 1000 + spacing * max(0, len(text) - 1)


def missing_letters(text: str, face: Face = Face.REGULAR) -> str:
    """Letters of `text` that the face cannot draw, each once, in order of appearance."""
    glyphs = metrics(face).glyphs
    return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in glyphs))
