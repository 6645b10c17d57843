"""Telephone numbers: with the zero that Excel took away, two in a cell, among words."""

import re

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds import Phone
from app.core.text import fold
from app.intake.cells.id_numbers import ROUNDED, masked
from app.intake.cells.setting import Reader, Setting, doubt_of, one_line, remembered, shown
from app.intake.readings import NOTHING, Doubt, Reading
from app.intake.words import text_of
from app.intake.workbook import Value

_BETWEEN = re.compile(r"\s*(?:[/;,|]|\s-\s|\bhoặc\b|\bvà\b)\s*", re.IGNORECASE)
_SEPARATED = re.compile(r"[ .()'’\-]")
_RUN = re.compile(r"(?<![…0-9])\+?[0-9][0-9 .()\-]*[0-9]")
_LONG = 12
"""So many digits are an ID number's, or two numbers run together."""
_NONE = frozenset(("khong", "khong co", "ko", "chua co", "ko co"))


def phone_reader(kind: Phone, setting: Setting) -> Reader:
    """Numbers as written, each good one; where a part of the cell is none, its words become a note. Doubts are mild."""

    def read(value: Value) -> Reading:
        if isinstance(value, int) or (type(value) is str and value.isascii() and value.isdigit() and len(value) < _LONG):
            number = _number(str(value))
            return Reading(number) if number else Reading(doubt=_none(str(value)))
        text = one_line("/".join(text_of(value).splitlines())).lstrip("'’ ")
        said = fold(text)
        if said in _NONE:
            return NOTHING
        if ROUNDED.fullmatch(said):
            return Reading(doubt=_none(text))
        parts = [part for part in _BETWEEN.split(text) if part]
        good = [number for part in parts if (number := _number(part))]
        plain = masked(text)
        if not good:
            good = [number for run in _RUN.findall(plain) if (number := _number(run))]
            parts = []
        if not good:
            # An ID number in the wrong column: no more of it is kept than anywhere.
            return Reading(doubt=_none(text)) if plain == text else Reading(note=plain)
        try:
            kept = kind.dump(kind.parse(" / ".join(good), setting.today))
        except Problem as problem:
            return Reading(doubt=doubt_of(problem, mild=True))
        return Reading(kept, "" if len(good) == len(parts) else plain)

    return remembered(read, setting)


def _number(part: str) -> str:
    """A telephone number in the form that is dialled; "" for what is none."""
    plain = part.strip(" '’.,:;")
    digits = _SEPARATED.sub("", plain)
    abroad = digits.startswith("+")
    digits = digits.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return ""
    if digits.startswith("84") and len(digits) == 11:
        return "0" + digits[2:]
    if abroad:
        return plain if 8 <= len(digits) <= 15 else ""
    if (len(digits) == 9 and digits[0] in "35789") or (len(digits) == 10 and digits[0] in "12"):
        return "0" + digits
    if digits[0] == "0":
        return plain if len(digits) in (10, 11) else ""
    return plain if 3 <= len(digits) <= 8 else ""


def _none(text: str) -> Doubt:
    sentence = N_("“{text}” is not a telephone number. Write digits, and a slash between two numbers.")
    return Doubt("phone.not_a_number", sentence, {"text": shown(text)}, mild=True)
