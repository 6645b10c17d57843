"""Disputes to look at again: on a planned day, or so long after an open one came in."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.data.conditions import Equals, IsEmpty
from app.data.views import RecordView
from app.services.due.item import Due, Look


def to_look_at(look: Look) -> Iterator[Due]:
    """Each dispute once: by the first planned day on which nobody has looked, else by its interval while it is open."""
    planned: dict[str, date] = {}
    for step in look.own("follow_up", IsEmpty("looked_on"), order=("due_on", "desc")):
        if step.values["dispute"] and step.values["due_on"]:
            planned[str(step.values["dispute"])] = date.fromisoformat(step.values["due_on"])
    found = look.reader.get_many("dispute", tuple(planned))
    wanted: list[tuple[RecordView, date]] = [(found[i], on) for i, on in planned.items() if i in found and found[i].alive]
    for dispute in look.own("dispute", Equals("outcome", "pending"), order=("received_on", "asc")):
        if dispute.id not in planned and dispute.values["received_on"]:
            since = date.fromisoformat(dispute.values["received_on"])
            wanted.append((dispute, since + timedelta(days=look.intervals.dispute_days)))
    soon = [(dispute, on) for dispute, on in wanted if on <= look.horizon]
    titles = look.titles([dispute for dispute, _ in soon])
    for dispute, on in soon:
        yield look.due("follow_up", titles[dispute.id], "dispute", dispute.id, on)
