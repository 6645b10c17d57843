"""Whole numbers, sums of money, years."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say
from app.core.text import fold, number_vi

_GREATEST = 10**15
_PLAIN = re.compile(r"[+-]?[0-9]+")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})*")
_BROKEN = re.compile(r"[+-]?[0-9]+[.,][0-9]+")
_CURRENCY = re.compile(r"\s*(?:dong|vnd|d|₫)\.?$")
_EARLIEST_YEAR = 1900


def _read_whole(typed: str) -> int:
    """A whole number as people write it: 1250, 1.250, 1 250; a comma between thousands is taken too, as
    Excel writes it."""
    text = " ".join(typed.replace("−", "-").replace("–", "-").split())
    text = re.sub(r"^([+-]) ", r"\1", text)
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        digits = re.sub(r"[.,' ]", "", text)
        return int(digits) if len(digits) <= 20 else _GREATEST * (-10 if digits.startswith("-") else 10)
    if _BROKEN.fullmatch(text):
        raise Problem("number.not_whole", N_("“{text}” is not a whole number. Write it without decimals."), text=typed)
    raise Problem(
        "number.not_a_number",
        N_("“{text}” is not a number. Write digits only, for example 1.250."),
        text=typed,
    )


@dataclass(frozen=True, slots=True)
class Integer(Kind):
    """A whole number between `minimum` and `maximum`, both allowed; no `maximum` means 10¹⁵."""

    storage: ClassVar[str] = "integer"
    numeric: ClassVar[bool] = True
    minimum: int = 0
    maximum: int | None = None

    def _read(self, typed: str, today: date) -> int:
        return _read_whole(typed)

    def check(self, value: int, today: date) -> None:
        greatest = _GREATEST if self.maximum is None else self.maximum
        if value < self.minimum:
            raise Problem(
                "number.too_small",
                N_("{value} is too small: the least allowed here is {minimum}."),
                value=number_vi(value),
                minimum=number_vi(self.minimum),
            )
        if value > greatest:
            raise Problem(
                "number.too_large",
                N_("{value} is too large: the most allowed here is {maximum}."),
                value=number_vi(value),
                maximum=number_vi(greatest),
            )

    def format(self, value: int, say: Say) -> str:
        return number_vi(value)

    def load(self, dumped: int) -> int:
        return int(dumped)


@dataclass(frozen=True, slots=True)
class Money(Integer):
    """A sum in đồng; "đồng" or "đ" behind it is understood."""

    def _read(self, typed: str, today: date) -> int:
        return _read_whole(typed[: len(typed) - len(_currency_of(typed))])


def _currency_of(typed: str) -> str:
    """What of the end of `typed` names the currency. Folding keeps the length here: NFC has no combining
    marks left behind."""
    found = _CURRENCY.search(fold(typed))
    return typed[len(typed) - len(found.group()) :] if found else ""


@dataclass(frozen=True, slots=True)
class Year(Kind):
    """A year alone, as of a birth: papers often have no more, and the day is never made up. Not in the
    future."""

    storage: ClassVar[str] = "integer"
    numeric: ClassVar[bool] = True

    def _read(self, typed: str, today: date) -> int:
        year = _read_whole(typed)
        if len(typed) == 2 and year >= 0:
            year += 2000 if 2000 + year <= today.year else 1900
        return year

    def check(self, value: int, today: date) -> None:
        if not _EARLIEST_YEAR <= value <= today.year:
            raise Problem(
                "year.out_of_range",
                N_("The year must lie between {first} and {last}."),
                first=_EARLIEST_YEAR,
                last=today.year,
            )

    def load(self, dumped: int) -> int:
        return int(dumped)
