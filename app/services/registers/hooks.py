"""What a record type needs beyond its declaration when it is saved: values derived from others, and checks across fields.

A hook is a function over dumped values. The generic code walks the tables below and never asks which type it serves.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.errors import FieldProblem, Problem
from app.core.i18n import N_
from app.records.hand_ins import WEAPONS

Values = dict[str, Any]
Derive = Callable[[Values], None]
Check = Callable[[Mapping[str, Any]], list[FieldProblem]]


def _received_on(values: Values) -> None:
    """A tip-off's skeleton carries the day and no hour."""
    moment = values.get("received_at")
    values["received_on"] = moment[:10] if moment else None


def _tip_off(values: Values) -> None:
    """The day of reception, and the state that an outcome means: whoever chose what came of it has nothing more to choose."""
    _received_on(values)
    outcome, state = values.get("outcome"), values.get("state")
    if outcome == "checking" and state == "new":
        values["state"] = "checking"
    elif outcome == "unfounded":
        values["state"] = "unfounded"
    elif outcome not in (None, "", "checking") and state in ("new", "checking"):
        values["state"] = "resolved"


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


def _stands_for_year(begins: str, ends: str, years: int) -> Derive:
    """A yearly figure stands from the day `begins` ("11-01") of its year until the day before `ends`, so many years later."""

    def derive(values: Values) -> None:
        year = values.get("year")
        values["stands_from"] = f"{year:04}-{begins}" if year else None
        values["stands_until"] = f"{year + years:04}-{ends}" if year else None

    return derive


def _needed(name: str, when: str, codes: tuple[str, ...], sentence: str) -> Check:
    """`name` must be filled in when the field `when` holds one of `codes`."""

    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        missing = values.get(when) in codes and values.get(name) in (None, "")
        return [FieldProblem(name, Problem("field.needed", sentence))] if missing else []

    return check


def _goes_with(name: str, other: str, sentence: str) -> Check:
    """`name` must be filled in when `other` is."""

    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        missing = values.get(other) not in (None, "") and values.get(name) in (None, "")
        return [FieldProblem(name, Problem("field.needed", sentence))] if missing else []

    return check


def _only_when(name: str, when: str, code: str, sentence: str) -> Check:
    """`name` can be filled in only when the field `when` holds `code`."""

    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        wrong = values.get(name) not in (None, "") and values.get(when) != code
        return [FieldProblem(name, Problem("field.not_here", sentence))] if wrong else []

    return check


def _differs(name: str, other: str, sentence: str) -> Check:
    """`name` cannot point to what `other` points to."""

    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        same = values.get(name) not in (None, "") and values.get(name) == values.get(other)
        return [FieldProblem(name, Problem("field.same", sentence))] if same else []

    return check


def _from_a_file(name: str) -> Check:
    """The program fills `name` when a file is taken in; a record without it was begun in the wrong place."""
    sentence = N_("Open the record that it belongs to, and add the file there.")

    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        return [] if values.get(name) else [FieldProblem("title", Problem("attachment.no_file", sentence))]

    return check


def _still_open(outcome: str, ended: str, code: str, sentence: str) -> Check:
    """`outcome` cannot be `code`, the one of what goes on, once there is an end."""

    def check(values: Mapping[str, Any]) -> list[FieldProblem]:
        wrong = values.get(ended) is not None and values.get(outcome) == code
        return [FieldProblem(outcome, Problem("outcome.open", sentence))] if wrong else []

    return check


DERIVED: Mapping[str, Derive] = {
    "tip_off": _tip_off,
    "trusted_count": _stands_for_year("01-01", "01-01", 1),
    "safety": _stands_for_year("11-01", "11-01", 1),
}
"""By record type: what is worked out from what was typed, in place."""

_END_BEFORE_START = N_("The end lies before the beginning. Mend one of the two dates.")
_HOW_MANY = N_("Write how many.")
_WHICH_HAMLET = N_("Choose the hamlet.")
_WHICH_BODY = N_("Write which agency or school it is.")
_WHEN_ENDED = N_("Write the day on which it ended.")
_HOW_ENDED = N_("Choose how it ended.")
_HOW_FOUND = N_("Choose how it was found.")
_WHEN_LOOKED = N_("Write the day on which somebody looked.")
_TO_WHOM = N_("Write to which body it was passed.")
_WHEN_ENTERED = N_("Write the day on which it was entered there.")
_WHICH_HOUSEHOLD = N_("Choose the other household.")
_KIND_IS_OTHER = N_("Kinds of this unit go with “Other self-managed group”. Choose that as the kind, or clear this field.")
_WHY_DROPPED = N_("Write why the site was dropped.")
_WHEN_HANDED = N_("Write the day on which it was handed over.")
_WHEN_RECALLED = N_("Write the day on which it was recalled.")
_WHY_RECALLED = N_("Write why it was recalled.")
_IS_RECALLED = N_("Only a recalled sheet has this day. Choose “Recalled”, or clear this field.")
_IN_GRAMS = N_("Write the weight in grams.")

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "attachment": (_from_a_file("contents"),),
    "shared_attachment": (_from_a_file("contents"),),
    "campaign": (_not_before("starts_on", "ends_on", "dates.order", _END_BEFORE_START),),
    "household": (_not_before("came_on", "left_on", "dates.order", _END_BEFORE_START),),
    "establishment": (_not_before("came_on", "left_on", "dates.order", _END_BEFORE_START),),
    "hamlet": (
        _not_before("founded_on", "ended_on", "dates.order", _END_BEFORE_START),
        _goes_with("ended_on", "successor", _WHEN_ENDED),
    ),
    "award_sheet": (
        _not_before("printed_on", "handed_on", "dates.order", _END_BEFORE_START),
        _not_before("printed_on", "recalled_on", "dates.order", _END_BEFORE_START),
        _needed("handed_on", "state", ("handed",), _WHEN_HANDED),
        _needed("recalled_on", "state", ("recalled",), _WHEN_RECALLED),
        _needed("reason", "state", ("recalled",), _WHY_RECALLED),
        _only_when("recalled_on", "state", "recalled", _IS_RECALLED),
    ),
    "household_change": (
        _needed("people", "kind", ("born", "died", "split", "merged"), _HOW_MANY),
        _needed("other", "kind", ("split", "merged"), _WHICH_HOUSEHOLD),
        _differs("other", "household", _WHICH_HOUSEHOLD),
    ),
    "model_site": (
        _not_before("founded_on", "dropped_on", "dates.order", _END_BEFORE_START),
        _goes_with("drop_reason", "dropped_on", _WHY_DROPPED),
        _goes_with("dropped_on", "drop_reason", _WHEN_ENDED),
    ),
    "group": (
        _not_before("founded_on", "ended_on", "dates.order", _END_BEFORE_START),
        _goes_with("ended_on", "ended_decision", _WHEN_ENDED),
        _only_when("local_kind", "kind", "other", _KIND_IS_OTHER),
    ),
    "team_kind": (_not_before("valid_from", "valid_until", "dates.order", _END_BEFORE_START),),
    "member": (_not_before("joined_on", "left_on", "dates.order", _END_BEFORE_START),),
    "outreach": (
        _needed("count", "kind", ("loudspeaker", "online", "press"), _HOW_MANY),
        _needed("leaflets", "kind", ("leaflets",), _HOW_MANY),
    ),
    "tip_off": (
        _not_before("received_at", "passed_at", "dates.order", _END_BEFORE_START),
        _goes_with("passed_to", "passed_at", _TO_WHOM),
        _needed("passed_to", "outcome", ("investigation", "other_body"), _TO_WHOM),
        _goes_with("ministry_on", "ministry_number", _WHEN_ENTERED),
    ),
    "dispute": (
        _not_before("received_on", "settled_on", "dates.order", _END_BEFORE_START),
        _needed("settled_on", "outcome", ("mediated", "failed", "referred"), _WHEN_ENDED),
        _still_open("outcome", "settled_on", "pending", _HOW_ENDED),
    ),
    "follow_up": (
        _goes_with("state", "looked_on", _HOW_FOUND),
        _goes_with("looked_on", "state", _WHEN_LOOKED),
    ),
    "reintegration": (
        _not_before("began_on", "ended_on", "dates.order", _END_BEFORE_START),
        _not_before("began_on", "keep_until", "dates.order", _END_BEFORE_START),
        _goes_with("outcome", "ended_on", _HOW_ENDED),
        _goes_with("ended_on", "outcome", _WHEN_ENDED),
    ),
    "trusted_person": (_not_before("recognised_on", "ended_on", "dates.order", _END_BEFORE_START),),
    "plan": (_not_before("issued_on", "ends_on", "dates.order", _END_BEFORE_START),),
    "hand_figure": (_not_before("from_on", "to_on", "dates.order", _END_BEFORE_START),),
    "hand_in": (
        _needed("grams", "kind", ("fireworks",), _IN_GRAMS),
        _needed("pieces", "kind", WEAPONS, _HOW_MANY),
    ),
    "safety": (
        _needed("hamlet", "subject", ("hamlet",), _WHICH_HAMLET),
        _needed("name", "subject", ("agency", "school"), _WHICH_BODY),
    ),
    "key_area": (
        _not_before("decided_on", "ended_on", "dates.order", _END_BEFORE_START),
        _needed("hamlet", "level", ("hamlet",), _WHICH_HAMLET),
        _not_before("measures_on", "measures_until", "dates.order", _END_BEFORE_START),
    ),
    "hot_spot": (
        _not_before("arisen_on", "settled_on", "dates.order", _END_BEFORE_START),
        _goes_with("settled_on", "settled_how", _WHEN_ENDED),
    ),
    "mass_complaint": (
        _not_before("arisen_on", "settled_on", "dates.order", _END_BEFORE_START),
        _goes_with("settled_on", "settled_how", _WHEN_ENDED),
    ),
    "board": (
        _not_before("installed_on", "removed_on", "dates.order", _END_BEFORE_START),
        _not_before("installed_on", "checked_on", "dates.order", _END_BEFORE_START),
    ),
    "committee": (
        _not_before("founded_on", "ended_on", "dates.order", _END_BEFORE_START),
        _not_before("term_from", "term_to", "dates.order", _END_BEFORE_START),
    ),
    "committee_member": (_not_before("served_from", "served_until", "dates.order", _END_BEFORE_START),),
    "meeting": (_parts_within("attendees", ("audience_officials", "audience_workers", "audience_pupils", "audience_people")),),
}
"""By record type: checks that need more than one field. Each returns the problems it finds, beside the fields."""


@dataclass(frozen=True, slots=True)
class OnlyOne:
    """A register that holds at most one record of these `fields` together; `told_at` is the field that a second one is told at."""

    fields: tuple[str, ...]
    told_at: str


ONLY_ONE: Mapping[str, OnlyOne] = {
    "signing_sheet": OnlyOne(("campaign", "hamlet"), "hamlet"),
    "withdrawal": OnlyOne(("commitment",), "withdrawn_on"),
    "trusted_count": OnlyOne(("year",), "year"),
    "plan_target": OnlyOne(("plan", "indicator"), "indicator"),
    "hand_figure": OnlyOne(("unit_name", "indicator", "from_on", "to_on"), "indicator"),
    "council_vote": OnlyOne(("meeting", "nomination"), "nomination"),
    "safety": OnlyOne(("year", "subject", "hamlet", "name"), "year"),
}
"""By record type: what would be counted twice if it were recorded twice."""
