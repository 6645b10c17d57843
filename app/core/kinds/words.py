"""Text of one line or many, names of people, telephone numbers."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind
from app.core.text import name_sort_key, nfc, number_vi, text_sort_key

_PHONE = re.compile(r"\+?[0-9][0-9 .()-]*")
_PHONE_SEPARATORS = re.compile(r"\s*[/;,]\s*")
_BETWEEN_DIGITS = re.compile(r"[ .()-]")


def _one_line(text: str) -> str:
    return " ".join(_without_controls(text).split())


def _without_controls(text: str) -> str:
    """Tabs and line breaks become spaces; other control characters, which no keyboard means, are dropped."""
    cleaned = (" " if letter.isspace() else letter for letter in nfc(text) if letter.isspace() or _is_text(letter))
    return "".join(cleaned)


def _is_text(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _check_length(text: str, longest: int) -> None:
    if len(text) > longest:
        raise Problem(
            "text.too_long",
            N_("This text has {length} characters; at most {maximum} fit here."),
            length=number_vi(len(text)),
            maximum=number_vi(longest),
        )


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """One line of text. Spaces are made single; `max_length` counts characters."""

    searchable: ClassVar[bool] = True
    sorts_by_key: ClassVar[bool] = True
    max_length: int = 300

    def _read(self, typed: str, today: date) -> str | None:
        return _one_line(typed) or None

    def check(self, value: str | None, today: date) -> None:
        _check_length(value or "", self.max_length)

    def sort_key(self, value: str) -> str:
        return text_sort_key(value)


@dataclass(frozen=True, slots=True)
class LongText(Kind):
    """Text of several lines, kept line by line."""

    searchable: ClassVar[bool] = True
    max_length: int = 20_000

    def _read(self, typed: str, today: date) -> str | None:
        lines = (_without_controls(line).rstrip() for line in typed.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        return "\n".join(lines).strip() or None

    def check(self, value: str | None, today: date) -> None:
        _check_length(value or "", self.max_length)


@dataclass(frozen=True, slots=True)
class PersonName(Kind):
    """The full name of a person, or of a household or collective written in its place, as typed.

    No surname is asked for and nothing is re-spelt: "Sùng", "Y Bhăm" and "K'Brể" are whole names. Lists sort
    by the given name.
    """

    searchable: ClassVar[bool] = True
    sorts_by_key: ClassVar[bool] = True
    max_length: int = 200

    def _read(self, typed: str, today: date) -> str | None:
        return _one_line(typed) or None

    def check(self, value: str | None, today: date) -> None:
        _check_length(value or "", self.max_length)
        if value is not None and not any(letter.isalpha() for letter in value):
            raise Problem("name.no_letter", N_("“{text}” is not a name: it has no letter in it."), text=value)

    def sort_key(self, value: str) -> str:
        return name_sort_key(value)


@dataclass(frozen=True, slots=True)
class Phone(Kind):
    """One telephone number or several between slashes, kept as typed: "0216 3876 113 / 113"."""

    searchable: ClassVar[bool] = True
    max_length: ClassVar[int] = 100

    def _read(self, typed: str, today: date) -> str | None:
        return " / ".join(_PHONE_SEPARATORS.split(_one_line(typed)))

    def check(self, value: str | None, today: date) -> None:
        _check_length(value or "", self.max_length)
        for number in (value or "").split(" / ") if value else ():
            digits = _BETWEEN_DIGITS.sub("", number.removeprefix("+"))
            if not _PHONE.fullmatch(number) or not 3 <= len(digits) <= 15:
                raise Problem(
                    "phone.not_a_number",
                    N_("“{text}” is not a telephone number. Write digits, and a slash between two numbers."),
                    text=number,
                )
