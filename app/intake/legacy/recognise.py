"""Which encoding a text was written in, when no font tells: the one under which it reads most like Vietnamese."""

import re
from collections.abc import Iterable

from app.intake.legacy.decode import Encoding, decode
from app.intake.legacy.syllables import how_vietnamese
from app.intake.legacy.tables import shown

_TRIED = (Encoding.TCVN3, Encoding.VNI, Encoding.UTF8, Encoding.VISCII)
_MIXED = (Encoding.TCVN3, Encoding.VNI, Encoding.UTF8)
"""Encodings that are met beside others in one workbook."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ENOUGH = 2
"""Words that a cell must have to stand against its sheet: "SÑT" alone is what its sheet says it is."""
_GAIN = 0.15
"""So much more Vietnamese a text must read before it is taken for anything but what it says."""
_GOOD = 0.6
_MOST = 20_000
"""Letters that are looked at; more tell nothing new."""
_MODERN = re.compile(f"[^{re.escape(''.join(shown(code) for code in range(256)))}]")
"""A letter that the code page of old fonts does not have."""


def recognise(texts: Iterable[str]) -> Encoding:
    """The encoding of texts that belong together, such as a column or a sheet. `UNICODE` unless another reads clearly better."""
    old: list[str] = []
    modern = length = 0
    for text in texts:
        if text.isascii():
            continue
        if may_be_old(text):
            old.append(text)
        else:
            modern += len(text)
        length += len(text)
        if length > _MOST:
            break
    if not old or modern * 2 > length:
        return Encoding.UNICODE
    best, as_it_is = Encoding.UNICODE, how_vietnamese("\n".join(old))
    most = as_it_is
    for encoding in _TRIED:
        # Text by text: one that is no UTF-8 does not spoil the others.
        score = how_vietnamese("\n".join(decode(text, encoding) for text in old))
        if score > most and score >= max(_GOOD, as_it_is + _GAIN):
            best, most = encoding, score
    return best


def recognise_cell(text: str, of_the_sheet: Encoding) -> Encoding:
    """The encoding of one cell where files were mixed: that of its sheet unless the cell itself reads better otherwise."""
    if text.isascii() or not may_be_old(text):
        return Encoding.UNICODE
    if of_the_sheet is Encoding.UNICODE and (_only_signs(text) or how_vietnamese(text) > 1 - _GAIN):
        return Encoding.UNICODE
    if of_the_sheet is not Encoding.UNICODE and len(_WORDS.findall(text)) < _ENOUGH:
        return of_the_sheet
    # VISCII makes a syllable of nearly anything, and never stood in one sheet with another encoding.
    tried = [encoding for encoding in _TRIED if encoding in (of_the_sheet, *_MIXED)]
    scores = {encoding: how_vietnamese(decode(text, encoding)) for encoding in (of_the_sheet, Encoding.UNICODE, *tried)}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] >= scores[of_the_sheet] + _GAIN else of_the_sheet


def may_be_old(text: str) -> bool:
    """Whether every letter is one that the code page of old fonts has; others were typed in Unicode."""
    return _MODERN.search(text) is None


def _only_signs(text: str) -> bool:
    """Whether nothing but signs lies beyond ASCII: a dash or dots, which Excel itself puts in, tell of no old font."""
    return not any(letter.isalpha() and letter > "\x7f" for letter in text)
