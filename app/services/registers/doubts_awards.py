"""Doubts about awards: who was awarded before, and who is nominated twice."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.core.i18n import N_
from app.core.text import fold
from app.services.context import Context
from app.services.registers.origin import own_records

_MOST = 100
_TOLD = 3


def awarded_before(ctx: Context, record_id: str | None, values: Mapping[str, Any]) -> Iterator[str]:
    """Somebody of this name was awarded by an earlier decision: it may be the same deed, or another person of that name."""
    wanted = fold(str(values.get("name") or ""))
    if not wanted:
        return
    with ctx.store.reader() as reader:
        found = [
            record
            for record in reader.window("awardee", own_records(ctx, reader), order=("created", "desc"), search=wanted, limit=_MOST)
            if fold(str(record.values["name"] or "")) == wanted
            and record.id != record_id
            and record.values["award"] != values.get("award")
        ]
        awards = reader.get_many("award", [str(record.values["award"]) for record in found])
    decisions = [(str(a.values["number"] or ""), str(a.values["decided_on"] or "")) for a in awards.values() if a.alive]
    latest = sorted(decisions, key=lambda decision: decision[1], reverse=True)
    for number, day in latest[:_TOLD]:
        yield ctx.say(
            N_("{name} was awarded before: decision {number} of {day}."),
            name=values["name"],
            number=number,
            day=date.fromisoformat(day) if day else "–",
        )
