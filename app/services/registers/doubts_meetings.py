"""Doubts about forums and the steering committee: more opinions on the list than in the number, a second head."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.core.i18n import N_
from app.core.text import number_vi
from app.data.conditions import AllOf, Equals, IsEmpty
from app.services.context import Context

Values = Mapping[str, Any]


def opinions_apart(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """A number of opinions that is smaller than the list: reports count the number."""
    given = values.get("opinions")
    if record_id is None or given is None:
        return
    with ctx.store.reader() as reader:
        listed = reader.count("opinion", Equals("meeting", record_id))
    if listed > int(given):
        sentence = N_("{listed} opinions are recorded, the number says {given}. Reports count the number.")
        yield ctx.say(sentence, listed=number_vi(listed), given=number_vi(int(given)))


def second_head(ctx: Context, record_id: str | None, values: Values) -> Iterator[str]:
    """A committee has one head at a time."""
    if values.get("role") != "head" or values.get("served_until"):
        return
    heads = AllOf((Equals("committee", values.get("committee")), Equals("role", "head"), IsEmpty("served_until")))
    with ctx.store.reader() as reader:
        others = [each for each in reader.window("committee_member", heads, order=("name", "asc"), limit=3) if each.id != record_id]
    for other in others[:1]:
        yield ctx.say(N_("{name} stands as the head already. Write when they left."), name=other.values["name"])
