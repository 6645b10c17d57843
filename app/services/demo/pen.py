"""Writing into a book as officers would have: in the order of days, each entry at its own time, typed into the same forms."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from app.core.clock import FixedClock
from app.services import registers
from app.services.context import Context
from app.services.demo.distribution import day_between
from app.services.demo.people import People
from app.services.demo.sources import Hamlet, World

Count = Callable[[], None]
"""Called after each entry, for progress and to hear that work shall stop (`Cancelled`)."""


class Written:
    """A record that is planned: it has an id once its first entry was written. May stand as a value of another record."""

    def __init__(self, type_code: str) -> None:
        self.type_code = type_code
        self.id = ""


class Pen:
    """One commune's scribe: plans entries for days, then writes them all in order while the clock moves along."""

    def __init__(self, ctx: Context, clock: FixedClock, world: World, people: People, generator: random.Random) -> None:
        self.ctx = ctx
        self.world = world
        self.people = people
        self.generator = generator
        self.officers: list[str] = []
        self.hamlets: list[tuple[str, Hamlet]] = []
        """Record id and facts of every hamlet."""
        self._clock = clock
        self._entries: list[tuple[datetime, int, Callable[[], object]]] = []

    def beside(self, generator: random.Random, people: People) -> "Pen":
        """A second scribe in the same book with dice of its own: what it plans moves nothing of what this one plans."""
        other = Pen(self.ctx, self._clock, self.world, people, generator)
        other.officers, other.hamlets, other._entries = self.officers, self.hamlets, self._entries
        return other

    def on(self, day: date, entry: Callable[[], object], *, hour: int = 16) -> None:
        """Plan anything for a day, somewhere within an hour of it."""
        moment = datetime.combine(day, time(hour, self.generator.randrange(60), self.generator.randrange(60)))
        self._entries.append((moment, len(self._entries), entry))

    def new(self, day: date, type_code: str, values: Mapping[str, Any], *, hour: int = 16) -> Written:
        """Plan a new record: what will be typed into its form on a day."""
        written = Written(type_code)

        def entry() -> None:
            written.id = registers.save(self.ctx, type_code, None, _texts(values)).id

        self.on(day, entry, hour=hour)
        return written

    def edit(self, day: date, written: Written, values: Mapping[str, Any], *, hour: int = 17) -> None:
        """Plan a change of a record that is planned for an earlier moment."""
        self.on(day, lambda: registers.save(self.ctx, written.type_code, written.id, _texts(values)), hour=hour)

    def write(self, count: Count) -> None:
        """Write everything planned, in the order of time; entries may not plan further ones."""
        for moment, _, entry in sorted(self._entries, key=lambda planned: planned[:2]):
            self._clock.move_to(moment)
            entry()
            count()
        self._entries.clear()

    @property
    def planned(self) -> int:
        """Entries not written yet."""
        return len(self._entries)

    def hamlet(self) -> tuple[str, Hamlet]:
        """One of the hamlets, the larger ones more often."""
        return self.generator.choices(self.hamlets, [hamlet.households for _, hamlet in self.hamlets])[0]

    def hamlets_in_turn(self, count: int) -> list[tuple[str, Hamlet]]:
        """`count` hamlets, every one before any comes again."""
        order = list(self.hamlets)
        self.generator.shuffle(order)
        return [order[place % len(order)] for place in range(count)]

    def subject(self, subjects: Sequence[Mapping[str, Any]], day: date) -> Mapping[str, Any]:
        """One of several subjects, among those that come up at that time of the year."""
        return self.generator.choice([each for each in subjects if day.month in each.get("months", (day.month,))])

    def day(self, low: date, high: date) -> date:
        """Some day between two."""
        return day_between(self.generator, low, high)

    def day_soon_after(self, day: date, *, at_most: int) -> date:
        """A day at most so many days later, within what is used of that year."""
        return min(day + timedelta(days=self.generator.randrange(1, at_most + 1)), date(day.year, 12, 10))


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: typed(value) for name, value in values.items()}


def typed(value: Any) -> str:
    """A value as an officer types it."""
    if value is None:
        return ""
    if isinstance(value, Written):
        return value.id
    if isinstance(value, datetime):
        return f"{value:%H:%M %d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value)
