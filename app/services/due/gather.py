"""Asking every source at once, over one view of the book."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.ids import fixed_id
from app.data.reader import Reader
from app.services.context import Context
from app.services.due.intervals import intervals
from app.services.due.item import Due, Look
from app.services.due.sources import SOURCES
from app.services.registers.origin import own_records


@dataclass(frozen=True, slots=True)
class Group:
    """What is due of one kind, the most pressing first. `title` is in the officer's language."""

    kind: str
    title: str
    items: tuple[Due, ...]

    @property
    def overdue(self) -> int:
        """How many are late."""
        return sum(item.overdue for item in self.items)


def everything(ctx: Context) -> tuple[Group, ...]:
    """All that is due now or soon, in groups: those with something late first, the others by the nearest day. Reads only."""
    with ctx.store.reader() as reader:
        now, mine = ctx.clock.now().replace(tzinfo=None), own_records(ctx, reader)
        look = Look(ctx, reader, now, intervals(reader, ctx.store.unit), _begun(reader, ctx), mine)
        groups = [Group(source.kind, ctx.say(source.title), _ordered(source.find(look))) for source in SOURCES]
    # What is late stands in the order of the sources, most weighty first, however long ago it was due.
    return tuple(sorted((group for group in groups if group.items), key=_pressing))


def _ordered(items: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(sorted(items, key=lambda item: (not item.overdue, item.on, item.hours or 0, item.title)))


def _pressing(group: Group) -> tuple[bool, date]:
    first = group.items[0]
    return (not first.overdue, date.min if first.overdue else first.on)


def _begun(reader: Reader, ctx: Context) -> date:
    """The day of the first entry about the unit itself, which is made when its book is begun."""
    entries = reader.history(fixed_id("unit", ctx.store.unit))
    return date.fromisoformat(entries[-1].wall[:10]) if entries else ctx.clock.today()
