"""A year of the roster, hamlet by hamlet: what changed, and whether the hamlets' numbers still say what the roster says.

The numbers of a hamlet go up to the unit above and are the officer's to change: the roster only proposes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.data.conditions import AllOf, Between, Condition, Count, Equals, IsEmpty, Not, NotEmpty, Sum
from app.data.reader import Reader
from app.records.households import CHANGES
from app.services.context import Context

_MOST = 5000


@dataclass(frozen=True, slots=True)
class HamletYear:
    """One hamlet in a year.

    `changes` maps a kind of change to how many there were: people for births, deaths and single moves of people, households for
    the rest. `stated` are the hamlet's numbers (households, residents) as they go up, `None` where none was given; `counted` what
    the roster comes to at the end of the year, residents only when every household's number of people is known.
    """

    id: str
    name: str
    changes: Mapping[str, int]
    stated: tuple[int | None, int | None]
    counted: tuple[int, int | None]
    unknown: int
    """Households whose number of people is not known."""

    @property
    def proposed(self) -> tuple[int | None, int | None]:
        """What the roster would set: households and residents, `None` where it has nothing better to say."""
        households, residents = self.counted
        return (
            households if households and households != self.stated[0] else None,
            residents if households and residents is not None and residents != self.stated[1] else None,
        )


@dataclass(frozen=True, slots=True)
class Year:
    """The year of every hamlet by name, and which years have changes recorded, the newest first."""

    year: int
    hamlets: tuple[HamletYear, ...]
    years: tuple[int, ...]


def year_of(ctx: Context, year: int) -> Year:
    """What changed in a year, and what the roster stands at on its last day (today, in the year that goes on)."""
    last = min(f"{year:04}-12-31", ctx.clock.today().isoformat())
    with ctx.store.reader() as reader:
        hamlets = reader.window("hamlet", order=("name", "asc"), limit=_MOST)
        changes = _changes(reader, year)
        here = living(last)
        counted = reader.grouped("household", here, Count(), "hamlet")
        people = reader.grouped("household", here, Sum("members"), "hamlet")
        unknown = reader.grouped("household", AllOf((here, IsEmpty("members"))), Count(), "hamlet")
        dated = reader.window("household_change", order=("changed_on", "asc"), limit=1)
    lines = [
        HamletYear(
            view.id,
            str(view.values["name"] or ""),
            changes.get(view.id, {}),
            (view.values["households"], view.values["residents"]),
            (counted.get(view.id, 0), None if unknown.get(view.id) else people.get(view.id, 0)),
            unknown.get(view.id, 0),
        )
        for view in hamlets
        if not view.values["ended_on"] or view.values["ended_on"] > last
    ]
    first = int(str(dated[0].values["changed_on"])[:4]) if dated else ctx.clock.today().year
    return Year(year, tuple(lines), tuple(range(ctx.clock.today().year, min(first, year) - 1, -1)))


def take_over(ctx: Context, lines: Sequence[HamletYear]) -> str:
    """Write the numbers the roster proposes into these hamlets, as one batch that can be undone; returns its name."""
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "roster", batch=batch) as change:
        for line in lines:
            wanted = {
                name: value for name, value in zip(("households", "residents"), line.proposed, strict=True) if value is not None
            }
            if wanted:
                change.update("hamlet", line.id, wanted)
    return batch


def _changes(reader: Reader, year: int) -> dict[str, dict[str, int]]:
    """By hamlet and kind."""
    within = Between("changed_on", f"{year:04}-01-01", f"{year:04}-12-31")
    found: dict[str, dict[str, int]] = {}
    for kind, _ in CHANGES:
        where = AllOf((within, Equals("kind", kind)))
        for household, number in _counted(reader, kind, where).items():
            found.setdefault(household, {})[kind] = number
    homes = reader.get_many("household", list(found))
    by_hamlet: dict[str, dict[str, int]] = {}
    for household, kinds in found.items():
        view = homes.get(household)
        totals = by_hamlet.setdefault(str(view.values["hamlet"]) if view else "", {})
        for kind, number in kinds.items():
            totals[kind] = totals.get(kind, 0) + number
    return by_hamlet


def _counted(reader: Reader, kind: str, where: Condition) -> dict[str, int]:
    if kind in ("born", "died"):
        return reader.grouped("household_change", where, Sum("people"), "household")
    return reader.grouped("household_change", where, Count(), "household")


def living(last: str) -> Condition:
    """Households that had come and not left by a day."""
    return AllOf((Not(Between("left_on", None, last)), Not(AllOf((NotEmpty("came_on"), Not(Between("came_on", None, last)))))))
