"""A value that only some people can read: the program keeps and carries it, and shows in its place that there is one."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say


@dataclass(frozen=True, slots=True)
class Sealed(Kind):
    """Ciphertext. It is made by services, never typed, not searched for, and stands in lists, forms and histories as one word."""

    def _read(self, typed: str, today: date) -> str:
        raise Problem("sealed.not_typed", N_("This is sealed by the program and cannot be typed."))

    def format(self, value: str, say: Say) -> str:
        return say(N_("(sealed)"))
