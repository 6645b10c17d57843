"""The last digits of an ID number: enough to tell two people of one name apart, too few to be the number."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind

_BETWEEN = re.compile(r"[ .'-]")
_KEPT = 4


@dataclass(frozen=True, slots=True)
class LastDigits(Kind):
    """The last four digits of an ID number (số định danh). Of a whole number typed here, 9 or 12 digits, only they are kept."""

    max_length: ClassVar[int] = _KEPT

    def _read(self, typed: str, today: date) -> str:
        digits = _BETWEEN.sub("", typed)
        if not (digits.isascii() and digits.isdigit() and len(digits) in (_KEPT, 9, 12)):
            raise Problem("id_digits.wrong", N_("“{text}” is not the end of an ID number. Write its last four digits."), text=typed)
        return digits[-_KEPT:]
