"""Copying a record into a blank form: what is written year after year is taken over, days, numbers and results are not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Phone, Reference, Text, YesNo
from app.data.conditions import Equals
from app.data.declare import FieldInfo
from app.services.context import Context
from app.services.registers.dated import UNDATED, year_of
from app.services.registers.forms import RecordForm, open_record

_KINDS = (Text, LongText, PersonName, Phone, Choice, YesNo, Reference)
_GIVEN_ANEW = frozenset(
    {
        "award",
        "condition",
        "decision",
        "ministry_number",
        "notes",
        "number",
        "outcome",
        "person",
        "proposal",
        "rating",
        "register_no",
        "result",
        "settled_how",
        "slip_number",
        "state",
        "summary",
        "valuable",
    }
)
"""Numbers given by hand, and what came of it: a new record has its own."""

_ALONG: Mapping[str, tuple[tuple[str, str], ...]] = {
    "plan": (("plan_task", "plan"), ("plan_target", "plan")),
    "committee": (("committee_member", "committee"), ("committee_task", "committee")),
}
"""By record type: (type, reference) of what is copied with it once it is saved."""
_KEPT_FIGURES = frozenset({"wanted"})
"""Numbers that are part of what is planned."""
_STAYS = frozenset({"done_on", "ended_on", "left_on", "meeting", "served_until"})
"""What belongs to the time of the record copied: ends, and the meeting at which a task was set."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a blank form is filled with: texts by field, and what references stand for. `source` is the record copied."""

    source: str
    texts: Mapping[str, str]
    labels: Mapping[str, str]


def may_copy(ctx: Context, type_code: str) -> bool:
    """Whether records of a type are written by hand again and again; those about the book itself are not."""
    return type_code not in UNDATED and not ctx.store.registry.get(type_code).written_once


def copied(ctx: Context, type_code: str, record_id: str) -> Copied:
    """What a new record takes over from this one. Raises `UserError` "record.none"."""
    declared = ctx.store.registry.get(type_code)
    form: RecordForm = open_record(ctx, type_code, record_id)
    names = [name for name, info in declared.fields.items() if _repeats(info) and form.texts.get(name)]
    return Copied(record_id, {name: form.texts[name] for name in names}, {name: form.labels.get(name, "") for name in names})


def copy_along(ctx: Context, type_code: str, source: str, target: str) -> int:
    """Copy what belongs to `source` to the new record `target`: texts as they are, days moved by as many years as the two lie
    apart, nothing done yet. Returns how many were copied."""
    along = _ALONG.get(type_code, ())
    if not along:
        return 0
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        records = reader.get_many(type_code, (source, target))
        years = [year_of(declared, records[i].values) if i in records else None for i in (source, target)]
        apart = years[1] - years[0] if years[0] is not None and years[1] is not None else 0
        children = [
            (code, reference, reader.window(code, Equals(reference, source), order=("created", "asc"), limit=500))
            for code, reference in along
            if ctx.store.registry.knows(code)
        ]
    count = 0
    with ctx.store.change(ctx.user.id, "copy") as change:
        for code, reference, found in children:
            fields = ctx.store.registry.get(code).fields
            for child in found:
                values = {name: _moved(fields[name], child.values[name], apart) for name in fields if _goes_along(fields[name])}
                change.create(code, {n: v for n, v in values.items() if v is not None} | {reference: target})
                count += 1
    return count


def _repeats(info: FieldInfo) -> bool:
    return isinstance(info.kind, _KINDS) and not info.hidden and info.name not in _GIVEN_ANEW


def _goes_along(info: FieldInfo) -> bool:
    if info.name in _STAYS:
        return False
    return isinstance(info.kind, Date) or _repeats(info) or (isinstance(info.kind, Integer) and info.name in _KEPT_FIGURES)


def _moved(info: FieldInfo, dumped: Any, years: int) -> Any:
    if dumped is None or not isinstance(info.kind, Date):
        return dumped
    day = date.fromisoformat(dumped)
    try:
        return day.replace(year=day.year + years).isoformat()
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28).isoformat()
