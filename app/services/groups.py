"""A self-managed group as a whole: who serves in it, and what it did month by month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.text import fold
from app.data.conditions import AllOf, AnyOf, Between, Equals, IsEmpty, Not, OneOf
from app.data.reader import Reader
from app.records.groups import ACTIVITIES, ROLES
from app.services.context import Context
from app.services.registers.origin import require_own
from app.services.registers.wording import shown, titles_of

MOST = 50_000
MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody who serves in a group or did, as people read it; `left_on` is empty for who still does."""

    name: str
    role: str
    birth: str
    phone: str
    joined_on: str
    left_on: str
    decision: str


@dataclass(frozen=True, slots=True)
class Roll:
    """The list of a group: who serves, head first, and who left. `given` is the number that is counted."""

    serving: tuple[MemberLine, ...]
    left: tuple[MemberLine, ...]
    given: int


@dataclass(frozen=True, slots=True)
class Work:
    """What a group did in a year: by kind of activity (a code), how often in each month from January on."""

    group: str
    name: str
    hamlet: str
    months: Mapping[str, tuple[int, ...]]

    def total(self, kind: str) -> int:
        """How often in the whole year."""
        return sum(self.months.get(kind, ()))


def roll_of(ctx: Context, group: str) -> Roll:
    """Everybody who stands on the list of a group."""
    fields = ctx.store.registry.get("member").fields
    order = [code for code, _ in ROLES]
    with ctx.store.reader() as reader:
        view = reader.get("group", group)
        found = reader.window("member", Equals("team", group), order=("name", "asc"), limit=MOST)
    ranked = sorted(found, key=lambda each: order.index(each.values["role"]) if each.values["role"] in order else len(order))
    names = MemberLine.__dataclass_fields__
    lines = [MemberLine(**{name: shown(ctx, fields[name].kind, each.values[name]) for name in names}) for each in ranked]
    serving, left = (tuple(line for line in lines if bool(line.left_on) is gone) for gone in (False, True))
    return Roll(serving, left, int((view.values["members"] if view else None) or 0))


def end_terms(ctx: Context, group: str) -> tuple[str, int]:
    """Write of everybody who still serves in a group that ended that they left with it; the batch to undo it by, and how many.

    The number of the group stays what it was when it ended. Raises `UserError` "group.stands" for a group that has not ended.
    """
    require_own(ctx, "group", group)
    with ctx.store.reader() as reader:
        view = reader.get("group", group)
        serving = reader.window("member", AllOf((Equals("team", group), IsEmpty("left_on"))), order=("name", "asc"), limit=MOST)
    if view is None or not view.values["ended_on"]:
        raise UserError("group.stands", N_("This group still stands. Write first when it ended."))
    batch, ended_on = ctx.store.new_batch(), str(view.values["ended_on"])
    with ctx.store.change(ctx.user.id, "edit", batch=batch) as change:
        for member in serving:
            change.update("member", member.id, {"left_on": max(ended_on, str(member.values["joined_on"] or ""))})
    return batch, len(serving)


def work_of(ctx: Context, group: str, year: int) -> Work:
    """What one group did in a year."""
    with ctx.store.reader() as reader:
        return _work(ctx, reader, [group], year)[0]


def work_of_all(ctx: Context, year: int) -> tuple[Work, ...]:
    """What every group did that stood in a year, by name."""
    first, last = f"{year:04}-01-01", f"{year:04}-12-31"
    founded = AnyOf((IsEmpty("founded_on"), Between("founded_on", None, last)))
    with ctx.store.reader() as reader:
        standing = AllOf((founded, Not(Between("ended_on", None, first))))
        groups = reader.window("group", standing, order=("name", "asc"), limit=MOST)
        found = _work(ctx, reader, [view.id for view in groups], year)
    return tuple(sorted(found, key=lambda work: fold(work.name)))


def _work(ctx: Context, reader: Reader, groups: Sequence[str], year: int) -> list[Work]:
    counts = {group: {kind: [0] * len(MONTHS) for kind, _ in ACTIVITIES} for group in groups}
    within = Between("held_on", f"{year:04}-01-01", f"{year:04}-12-31")
    where = AllOf((within, OneOf("team", tuple(groups))))
    for view in reader.window("activity", where, order=("held_on", "asc"), limit=MOST) if groups else ():
        kinds, month = counts[str(view.values["team"])], int(str(view.values["held_on"])[5:7])
        if view.values["kind"] in kinds:
            kinds[str(view.values["kind"])][month - 1] += int(view.values["count"] or 0)
    views = reader.get_many("group", list(groups))
    hamlets = titles_of(ctx, reader, "hamlet", [str(v.values["hamlet"]) for v in views.values() if v.values["hamlet"]])

    def told(group: str, name: str) -> str:
        return str(views[group].values[name] or "") if group in views else ""

    return [
        Work(group, told(group, "name"), hamlets.get(told(group, "hamlet"), ""), {kind: tuple(row) for kind, row in kinds.items()})
        for group, kinds in counts.items()
    ]
