"""What a record type needs beyond its declaration when it is saved: values derived from others, and checks across fields.

A hook is a function over dumped values. The generic code walks the tables below and never asks which type it serves.
"""

from collections.abc import Callable, Mapping
from typing import Any

from app.core.errors import FieldProblem, Problem
from app.core.i18n import N_

Values = dict[str, Any]
Derive = Callable[[Values], None]
Check = Callable[[Mapping[str, Any]], list[FieldProblem]]


def _received_on(values: Values) -> None:
    """A tip-off's skeleton carries the day and no hour."""
    moment = values.get("received_at")
    values["received_on"] = moment[:10] if moment else None


def _not_before(first: str, last: str, code: str, sentence: str) -> Check:
    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        begin, end = values.get(first), values.get(last)
        return [FieldProblem(last, Problem(code, sentence))] if begin and end and end < begin else []

    return check


def _parts_within(whole: str, parts: tuple[str, ...]) -> Check:
    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        total = values.get(whole)
        given = [int(values[name]) for name in parts if values.get(name) is not None]
        if total is None or sum(given) <= int(total):
            return []
        problem = Problem(
            "parts.too_many",
            N_("The groups add up to {parts}, more than the {whole} who attended. Mend one of the numbers."),
            parts=sum(given),
            whole=int(total),
        )
        return [FieldProblem(whole, problem)]

    return check


DERIVED: Mapping[str, Derive] = {"tip_off": _received_on}
"""By record type: what is worked out from what was typed, in place."""

_END_BEFORE_START = N_("The end lies before the beginning. Mend one of the two dates.")

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "campaign": (_not_before("starts_on", "ends_on", "dates.order", _END_BEFORE_START),),
    "model_site": (_not_before("founded_on", "dropped_on", "dates.order", _END_BEFORE_START),),
    "group": (_not_before("founded_on", "ended_on", "dates.order", _END_BEFORE_START),),
    "board": (
        _not_before("installed_on", "removed_on", "dates.order", _END_BEFORE_START),
        _not_before("installed_on", "checked_on", "dates.order", _END_BEFORE_START),
    ),
    "meeting": (_parts_within("attendees", ("audience_officials", "audience_workers", "audience_pupils", "audience_people")),),
}
"""By record type: checks that need more than one field. Each returns the problems it finds, beside the fields."""
