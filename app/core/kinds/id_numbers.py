"""What is kept of an ID number: its last digits, to tell two people of one name apart, and a mark to know it again."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say

_BETWEEN = re.compile(r"[ .'-]")
_MARK = re.compile(r"[0-9a-f]{64}")
_KEPT = 4


@dataclass(frozen=True, slots=True)
class IdMark(Kind):
    """A keyed hash by which an ID number is known again, made by the program; nobody reads it, so it is shown as one word."""

    def _read(self, typed: str, today: date) -> str:
        if not _MARK.fullmatch(typed):
            raise Problem("id_mark.wrong", N_("This mark is made by the program. Scan the card again."))
        return typed

    def format(self, value: str, say: Say) -> str:
        return say(N_("kept as a mark"))


@dataclass(frozen=True, slots=True)
class LastDigits(Kind):
    """The last four digits of an ID number (số định danh). Of a whole number typed here, 9 or 12 digits, only they are kept."""

    max_length: ClassVar[int] = _KEPT

    def _read(self, typed: str, today: date) -> str:
        digits = _BETWEEN.sub("", typed)
        if not (digits.isascii() and digits.isdigit() and len(digits) in (_KEPT, 9, 12)):
            raise Problem("id_digits.wrong", N_("“{text}” is not the end of an ID number. Write its last four digits."), text=typed)
        return digits[-_KEPT:]
