"""What a blank form starts with beyond declared defaults: the next number of the year, the officer at work, the present moment.

A start is a function over the form's dumped values, filled in place. What it offers is typed over like anything else: a number
may be left out or given by hand, and whoever else took it meanwhile is told by a warning, not by a refusal.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from app.data.conditions import AllOf, Between, Condition, IsEmpty, NotEmpty, UnitIs
from app.services.context import Context
from app.services.registers.origin import own_records

Values = dict[str, Any]
Start = Callable[[Context, Values], None]


def within_year(date_field: str, year: int) -> Condition:
    """Records dated in that calendar year."""
    return Between(date_field, f"{year:04}-01-01", f"{year:04}-12-31")


def next_number(ctx: Context, type_code: str, field: str, *among: Condition) -> int:
    """One more than the greatest number that this unit gave among those records. Numbers of deleted records are not given again."""
    where = AllOf((UnitIs(ctx.store.unit), NotEmpty(field), *among))
    with ctx.store.reader() as reader:
        found = [reader.window(type_code, where, order=(field, "desc"), alive=alive, limit=1) for alive in (True, False)]
    return max((int(record.values[field]) for records in found for record in records), default=0) + 1


def _offer(values: Values, **offered: Any) -> None:
    """Fill what a preset has not filled."""
    for name, value in offered.items():
        if values.get(name) in (None, ""):
            values[name] = value


def _tip_off(ctx: Context, values: Values) -> None:
    now = ctx.clock.now()
    _offer(
        values,
        received_at=f"{now:%Y-%m-%dT%H:%M}",
        number=next_number(ctx, "tip_off", "number", within_year("received_on", now.year)),
        receiver=ctx.user.name,
    )


def _of_committee(ctx: Context, values: Values) -> None:
    """The committee in office, or the one whose meeting this belongs to."""
    with ctx.store.reader() as reader:
        meeting = reader.get("committee_meeting", str(values.get("meeting") or ""))
        standing = reader.window("committee", AllOf((own_records(ctx, reader), IsEmpty("ended_on"))), order=("founded_on", "desc"))
    if meeting is not None:
        _offer(values, committee=meeting.values["committee"])
    elif len(standing) == 1:
        _offer(values, committee=standing[0].id)


def _trusted_count(ctx: Context, values: Values) -> None:
    """This year, and how many people of standing stand in the station's own list."""
    with ctx.store.reader() as reader:
        standing = reader.count("trusted_person", AllOf((own_records(ctx, reader), IsEmpty("ended_on"))))
    _offer(values, year=ctx.clock.today().year, people=standing)


def _safety(ctx: Context, values: Values) -> None:
    _offer(values, year=ctx.clock.today().year)


def _dispute(ctx: Context, values: Values) -> None:
    today = ctx.clock.today()
    _offer(values, number=next_number(ctx, "dispute", "number", within_year("received_on", today.year)))


def _follow_up(ctx: Context, values: Values) -> None:
    """To look again in a month, when the first anger is gone and the agreement has been tried."""
    _offer(values, due_on=(ctx.clock.today() + timedelta(days=30)).isoformat())


def _nomination(ctx: Context, values: Values) -> None:
    _offer(values, proposed_on=ctx.clock.today().isoformat())


STARTS: Mapping[str, Start] = {
    "committee_member": _of_committee,
    "committee_meeting": _of_committee,
    "committee_task": _of_committee,
    "dispute": _dispute,
    "follow_up": _follow_up,
    "nomination": _nomination,
    "safety": _safety,
    "tip_off": _tip_off,
    "trusted_count": _trusted_count,
}
"""By record type: what fills a new form; `app.services.registers.blank` walks it."""
