"""Doubts about figures: numbers that do not go with each other, or with what the hamlet usually has."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.core.i18n import N_
from app.core.text import decimal_vi, number_vi
from app.data.conditions import AllOf, Count, Equals, Sum
from app.services.context import Context
from app.services.registers.doubts import Doubt, equals
from app.services.registers.origin import own_records

Values = Mapping[str, Any]

_USUAL_OF = 3
"""So many earlier meetings make something usual."""
_TIMES = 10
_FEWEST_PEOPLE, _MOST_PEOPLE = 2, 12
"""People a household: outside of this, one of the two numbers is likely to be wrong."""


def parts_apart(whole: str, parts: Sequence[str]) -> Doubt:
    """Every part is given, and together they are fewer than the whole. More than the whole is refused elsewhere."""

    def doubt(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
        total, given = values.get(whole), [values.get(name) for name in parts]
        if total is None or None in given:
            return
        added = sum(int(part or 0) for part in given)
        if added < int(total):
            yield ctx.say(
                N_("The groups add up to {parts}, {whole} attended in all."), parts=number_vi(added), whole=number_vi(int(total))
            )

    return doubt


def attendance_jump(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """Ten times as many people at a meeting as are usual in that hamlet, or a tenth of them."""
    attendees = values.get("attendees")
    if not attendees:
        return
    with ctx.store.reader() as reader:
        where = AllOf((own_records(ctx, reader), equals("hamlet", values.get("hamlet"))))
        count, total = (reader.aggregate("meeting", where, measure) for measure in (Count(), Sum("attendees")))
        before = reader.get("meeting", record_id) if record_id else None
    if before is not None and before.alive and before.values["hamlet"] == values.get("hamlet"):
        count, total = count - 1, total - int(before.values["attendees"] or 0)
    if count < _USUAL_OF or not total:
        return
    usual = round(total / count)
    if attendees >= _TIMES * usual or attendees * _TIMES <= usual:
        yield ctx.say(
            N_("{number} attended; usually it is about {usual} there."), number=number_vi(int(attendees)), usual=number_vi(usual)
        )


def more_signatures_than_households(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """More commitments signed at a meeting than the hamlet has households."""
    yield from _beyond_households(ctx, values.get("hamlet"), int(values.get("signatures") or 0))


def signers_of_hamlet(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """More households signed in a campaign than their hamlet has."""
    if values.get("signer_kind") != "household" or not values.get("campaign") or not values.get("hamlet"):
        return
    same = ("campaign", "hamlet", "signer_kind")
    with ctx.store.reader() as reader:
        signed = reader.count("commitment", AllOf(tuple(Equals(name, values[name]) for name in same)))
    yield from _beyond_households(ctx, values["hamlet"], signed + (record_id is None))


def household_size(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """A hamlet whose households would have fewer than two or more than twelve people each."""
    households, residents = values.get("households"), values.get("residents")
    if not households or residents is None:
        return
    people = Decimal(residents) / Decimal(households)
    if not _FEWEST_PEOPLE <= people <= _MOST_PEOPLE:
        yield ctx.say(N_("That makes {people} people a household."), people=decimal_vi(people))


def _beyond_households(ctx: Context, hamlet: Any, signed: int) -> Iterator[str]:
    if not hamlet or not signed:
        return
    with ctx.store.reader() as reader:
        found = reader.get("hamlet", str(hamlet))
    households = found.values["households"] if found else None
    if found is not None and households and signed > households:
        yield ctx.say(
            N_("{signed} have signed, but {hamlet} has {households} households."),
            signed=number_vi(signed),
            hamlet=found.values["name"],
            households=number_vi(int(households)),
        )
