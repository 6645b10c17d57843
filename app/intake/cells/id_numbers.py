"""Numbers of ID cards: no more of one leaves this module than its last four digits."""

import re

from app.core.i18n import N_
from app.core.kinds import LastDigits
from app.core.text import fold
from app.intake.cells.setting import Reader, Setting, failed, one_line, remembered
from app.intake.readings import NOTHING, CellError, Doubt, Reading
from app.intake.workbook import Value

ROUNDED = re.compile(r"[0-9](?:[.,][0-9]*)?\s*e\s*\+?\s*[0-9]{1,2}")
"""A great number as Excel shows it in a narrow column: 1.2345E+10."""
_LOST = 5
"""So many zeros at the end mean that Excel has rounded: its other digits are gone."""
_APART = re.compile(r"[ .'’`\-]")
_NUMBERS = re.compile(r"(?<![0-9])(?:[0-9]{12}|[0-9]{9})(?![0-9])")
_WITHIN = re.compile(r"(?<![0-9])(?:[0-9]{12}|0[0-9]{2}[ .]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3})(?![0-9])")
_CALLED = re.compile(
    r"((?<!\w)(?:cccd|cmnd|cmtnd|cmt|căn cước|can cuoc|số định danh|so dinh danh)[^0-9\n]{0,20})([0-9]{11}|[0-9]{9})(?![0-9])",
    re.IGNORECASE,
)
"""Shorter numbers are told from telephones by the word before them."""
_WITHOUT_ZERO = (10**10, 10**11)
"""Numbers of new cards whose first zero Excel has eaten. As cells of figures: as text, telephones had eleven digits once."""
_KEPT = 4
_NONE = frozenset(("khong", "khong co", "ko", "chua co", "chua lam", "mat", "chua cap", "chua"))


def id_reader(kind: LastDigits, setting: Setting) -> Reader:
    """The last four digits of a column's ID numbers."""
    return remembered(id_number, setting)


def id_number(value: Value) -> Reading:
    """The last four digits of an ID number, as text. One that Excel rounded or wrote with an exponent is a doubt, never a guess.

    Numbers lose the zeros in front of them in Excel; the end is not touched by that. Neither doubts nor notes hold the number.
    """
    if (type(value) is int and value >= 0) or (type(value) is str and value.isascii() and value.isdigit()):
        return _of_digits(str(value), number=type(value) is int)
    if isinstance(value, CellError):
        return Reading(doubt=failed(value))
    text = one_line(value).lstrip("'’` ")
    said = fold(text)
    if not text or said in _NONE:
        return NOTHING
    if ROUNDED.fullmatch(said):
        return Reading(doubt=_rounded())
    digits = _APART.sub("", text)
    if digits.isascii() and digits.isdigit():
        return _of_digits(digits, number=not isinstance(value, str))
    found = _NUMBERS.findall(text) or _NUMBERS.findall(_APART.sub("", text))
    if found:
        return _of_digits(max(found, key=len), number=False)
    if any(letter.isdigit() for letter in text):
        return Reading(doubt=_wrong(text))
    return Reading(note=text)


def masked(text: str) -> str:
    """A text with the numbers of ID cards in it cut to their end: new ones, and those that are called so."""
    cut = _WITHIN.sub(lambda found: ending(found[0]), text)
    return _CALLED.sub(lambda found: found[1] + ending(found[2]), cut)


def masked_cell(value: Value, words: str) -> str:
    """The words of a cell, `masked`; a figure as long as an ID number that lost its zero is one, too."""
    low, high = _WITHOUT_ZERO
    if isinstance(value, int | float) and low <= value < high:
        return ending(str(int(value)))
    return masked(words)


def ending(digits: str) -> str:
    """How the end of a number is quoted: "…1234"."""
    return "…" + _APART.sub("", digits)[-_KEPT:]


def _of_digits(digits: str, *, number: bool) -> Reading:
    if len(digits) > _KEPT and digits.endswith("0" * _LOST):
        return Reading(doubt=_rounded())
    if 8 <= len(digits) <= 12 or len(digits) == _KEPT:
        return Reading(digits[-_KEPT:])
    if number and len(digits) < _KEPT:
        return Reading(digits.zfill(_KEPT))
    return Reading(doubt=_wrong(digits))


def _rounded() -> Doubt:
    return Doubt(
        "id.rounded", N_("Excel has rounded this ID number, so its end is lost. Write the last four digits from the card.")
    )


def _wrong(text: str) -> Doubt:
    sentence = N_("This is not a whole ID number ({text}). Write its last four digits.")
    return Doubt("id_digits.wrong", sentence, {"text": ending(text)}, acceptable=True)
