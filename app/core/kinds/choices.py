"""One of a closed list, yes or no, and the link to another record."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say
from app.core.text import fold

_ID = re.compile(r"[0-9a-f]{32}")
_YES = frozenset({"1", "co", "yes", "y", "x", "true", "dung", "✓"})
_NO = frozenset({"0", "khong", "no", "n", "false", "sai"})


def _english(msgid: str, /, **facts: object) -> str:
    return msgid


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of `options`, pairs of a stable code and a label (msgid), in the order they are offered. The code
    is kept."""

    options: tuple[tuple[str, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, _ in self.options)

    def label(self, code: str) -> str:
        """The msgid of an option; the code itself for one that only a newer version of the program knows."""
        return dict(self.options).get(code, code)

    def _read(self, typed: str, today: date) -> str:
        return self.recognise(typed, _english)

    def recognise(self, typed: str, say: Say) -> str:
        """The code of an option written as its code, its English label or its label in the language of
        `say`; else as typed."""
        wanted = fold(typed)
        for code, label in self.options:
            if typed == code or wanted in (fold(label), fold(say(label))):
                return code
        return typed

    def check(self, value: str, today: date) -> None:
        if value not in self.codes:
            raise Problem("choice.unknown", N_("“{text}” is not one of the choices offered here."), text=value)

    def format(self, value: str, say: Say) -> str:
        return say(self.label(value))


@dataclass(frozen=True, slots=True)
class YesNo(Kind):
    """Yes or no, kept as 1 or 0."""

    storage: ClassVar[str] = "integer"

    def _read(self, typed: str, today: date) -> bool:
        word = fold(typed)
        if word in _YES or word in _NO:
            return word in _YES
        raise Problem("yes_no.unknown", N_("“{text}” is neither yes nor no."), text=typed)

    def format(self, value: bool, say: Say) -> str:
        return say(N_("Yes")) if value else say(N_("No"))

    def dump(self, value: bool) -> int:
        return int(value)

    def load(self, dumped: int) -> bool:
        return bool(dumped)


@dataclass(frozen=True, slots=True)
class Reference(Kind):
    """A link to a record of `type_code`, kept as its id. Who shows it puts the record's summary in place of
    the id."""

    type_code: str

    def _read(self, typed: str, today: date) -> str:
        return typed.lower()

    def check(self, value: str, today: date) -> None:
        if not _ID.fullmatch(value):
            raise Problem(
                "reference.unknown",
                N_("Choose “{text}” from the list below the field, or add it there first."),
                text=value,
            )
