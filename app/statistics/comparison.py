"""Comparing figures: difference, percent, shares, and what looks wrong. Doubts never block anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.core.i18n import N_
from app.core.kinds import Say
from app.core.text import decimal_vi, number_vi

_TIMES = 10
_AUDIENCE = ("audience_officials", "audience_workers", "audience_pupils", "audience_people")
_PARTS = (
    ("attendances", _AUDIENCE),
    ("tip_offs", ("tip_offs_valuable",)),
    ("tip_offs", ("tip_offs_resolved",)),
    ("disputes", ("disputes_mediated",)),
    ("hamlets", ("hamlets_safe",)),
)
"""A whole, and parts that together cannot be more than it."""


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure moved against the same period. `percent` is `None` where there was nothing to compare with."""

    difference: int
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a figure to look at again: the indicator's code, an English sentence, and its facts."""

    code: str
    message: str
    facts: Mapping[str, object]


def change(value: int, previous: int) -> Change:
    """What changed from `previous` to `value`."""
    difference = value - previous
    return Change(difference, Decimal(difference) * 100 / Decimal(previous) if previous else None)


def difference_text(difference: int) -> str:
    """With its sign: "+1.250", "−3", "0"."""
    return _signed(difference, number_vi(abs(difference)))


def percent_text(percent: Decimal | None) -> str:
    """With its sign and one digit, rounded half up: "+12,5 %", "−3 %"; a dash where there is none."""
    return "–" if percent is None else _signed(percent, decimal_vi(abs(percent))) + " %"


def share_text(part: int, whole: int) -> str:
    """A share of a whole: 219 of 236 is "92,8 %"; a dash of nothing."""
    return decimal_vi(Decimal(part) * 100 / Decimal(whole)) + " %" if whole else "–"


def in_words(difference: int, say: Say) -> str:
    """The change against the same period, to stand in brackets in a sentence."""
    if difference > 0:
        return say(N_("{number} more than in the same period"), number=number_vi(difference))
    if difference < 0:
        return say(N_("{number} fewer than in the same period"), number=number_vi(-difference))
    return say(N_("as many as in the same period"))


def doubts(values: Mapping[str, int], previous: Mapping[str, int], *, campaigns: int) -> tuple[Doubt, ...]:
    """What looks wrong in a report's figures. `campaigns` is how many commitment campaigns ran in the period."""
    found = [doubt for code, value in values.items() if (doubt := _tenfold(code, value, previous.get(code, 0)))]
    for whole, parts in _PARTS:
        total = sum(values.get(part, 0) for part in parts)
        if total > values.get(whole, 0):
            facts = {"parts": number_vi(total), "whole": number_vi(values.get(whole, 0))}
            found.append(Doubt(whole, N_("The parts come to {parts}, more than the whole of {whole}."), facts))
    signed, households = values.get("households_committed", 0), values.get("households", 0)
    if households and signed > households * max(1, campaigns):
        facts = {"signed": number_vi(signed), "households": number_vi(households)}
        sentence = N_("{signed} households signed, but the hamlets have {households} households.")
        found.append(Doubt("households_committed", sentence, facts))
    return tuple(found)


def _tenfold(code: str, value: int, previous: int) -> Doubt | None:
    small, great = sorted((value, previous))
    if small <= 0 or great < small * _TIMES:
        return None
    facts = {"value": number_vi(value), "previous": number_vi(previous)}
    sentence = N_("{value} now against {previous} in the same period: ten times apart. Check for a slip in typing.")
    return Doubt(code, sentence, facts)


def _signed(number: int | Decimal, text: str) -> str:
    return "0" if text == "0" else ("+" if number > 0 else "−") + text
