"""What the steering committee asked for and nobody has done."""

from collections.abc import Iterator

from app.data.conditions import AllOf, Between, IsEmpty, ParentMatches
from app.services.due.item import Due, Look


def tasks(look: Look) -> Iterator[Due]:
    """Open tasks, by their day; each opens the committee it belongs to."""
    standing, span = ParentMatches("committee", "committee", AllOf()), Between("due_on", None, look.horizon.isoformat())
    open_ = look.own("committee_task", IsEmpty("done_on"), standing, span, order=("due_on", "asc"))
    titles = look.titles(open_, ("task",))
    for task in open_:
        on = look.soon(task.values["due_on"])
        if on is not None:
            yield look.due("committee_task", titles[task.id], "committee", str(task.values["committee"] or ""), on)
