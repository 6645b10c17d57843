"""Which contents an attachment has: made by the program, never typed."""

import re
from dataclasses import dataclass
from datetime import date

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Contents(Kind):
    """SHA-256 of each page, in order; kept as one text with spaces between. The bytes lie in `app.data.contents`."""

    def _read(self, typed: str, today: date) -> tuple[str, ...]:
        try:
            return self.load(typed)
        except ValueError as error:
            raise Problem("contents.not_typed", N_("This is worked out by the program and cannot be typed.")) from error

    def format(self, value: tuple[str, ...], say: Say) -> str:
        return self.dump(value)

    def dump(self, value: tuple[str, ...]) -> str:
        return " ".join(value)

    def load(self, dumped: str) -> tuple[str, ...]:
        hashes = tuple(dumped.split())
        if not all(_HASH.fullmatch(each) for each in hashes):
            raise ValueError("a content is named by its SHA-256")
        return hashes
