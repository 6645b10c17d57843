"""Every source of things that are due: its code, what its group is called, and the function that looks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.core.i18n import N_
from app.services.due import areas, boards, committees, disputes, models, people, plans, reporting, tips, units_below
from app.services.due.item import Due, Look


@dataclass(frozen=True, slots=True)
class Source:
    """`title` is a msgid; `find` looks through one view of the book and yields what is due."""

    kind: str
    title: str
    find: Callable[[Look], Iterable[Due]]


SOURCES = (
    Source("pass_on", N_("Tip-offs to pass on"), tips.to_pass_on),
    Source("check", N_("Tip-offs to check"), tips.to_check),
    Source("task", N_("Tasks of plans"), plans.tasks),
    Source("plan", N_("Plans that end"), plans.endings),
    Source("committee_task", N_("Tasks of the steering committee"), committees.tasks),
    Source("follow_up", N_("Disputes to look at again"), disputes.to_look_at),
    Source("hot_spot", N_("Hot spots and complaints not settled"), areas.unsettled),
    Source("visit", N_("People to visit"), people.visits),
    Source("keep_until", N_("Records whose time is over"), people.to_delete),
    Source("recognition", N_("Recognition of people of standing"), people.recognitions),
    Source("key_area", N_("Key areas whose measures are old"), areas.old_measures),
    Source("review", N_("Model sites to review this year"), models.reviews),
    Source("board", N_("Boards and boxes to check"), boards.unchecked),
    Source("number", N_("Boards that show another number"), boards.other_number),
    Source("report", N_("Reports to make"), reporting.reports),
    Source("closing", N_("Months to close"), reporting.months),
    Source("package", N_("Units to ask for their package"), units_below.packages),
    Source("unit_months", N_("Months that units have not closed"), units_below.months),
)
"""In the order in which groups that press alike stand."""
