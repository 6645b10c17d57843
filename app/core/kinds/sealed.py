"""A value made by the program for programs: it is kept and carried, and one word stands in its place wherever people look."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say

SEALED = N_("(sealed)")
SIGNED = N_("(signed)")


@dataclass(frozen=True, slots=True)
class Sealed(Kind):
    """Ciphertext or a signed statement. Made by services, never typed, not searched for; `word` (msgid) is all that is shown."""

    word: str = SEALED

    def _read(self, typed: str, today: date) -> str:
        raise Problem("sealed.not_typed", N_("This is made by the program and cannot be typed."))

    def format(self, value: str, say: Say) -> str:
        return say(self.word)
