"""Tasks of plans, and plans whose time ends."""

from collections.abc import Iterator

from app.data.conditions import AllOf, Between, IsEmpty, ParentMatches
from app.services.due.item import Due, Look


def tasks(look: Look) -> Iterator[Due]:
    """Tasks that are not done."""
    standing, span = ParentMatches("plan", "plan", AllOf()), Between("due_on", None, look.horizon.isoformat())
    open_ = look.own("plan_task", IsEmpty("done_on"), standing, span, order=("due_on", "asc"))
    titles = look.titles(open_, ("task",))
    for task in open_:
        on = look.soon(task.values["due_on"])
        if on is not None:
            yield look.due("task", titles[task.id], "plan", str(task.values["plan"] or ""), on)


def endings(look: Look) -> Iterator[Due]:
    """Plans that end soon; one that has ended is over, and its open tasks are asked for by themselves."""
    span = Between("ends_on", look.today.isoformat(), look.horizon.isoformat())
    ending = look.own("plan", span, order=("ends_on", "asc"))
    titles = look.titles(ending)
    for plan in ending:
        on = look.soon(plan.values["ends_on"])
        if on is not None:
            yield look.due("plan", titles[plan.id], "plan", plan.id, on)
