"""Who lives in which hamlet now, as lists to tick."""

from app.data.conditions import AllOf, Count, Equals, IsEmpty
from app.services.campaigns import HamletLine, Tick
from app.services.context import Context
from app.services.registers.wording import shown
from app.services.roster.year import living

_MOST = 5000


def lines(ctx: Context) -> tuple[HamletLine, ...]:
    """The hamlets that stand, by name, with how many households live there (`signed`)."""
    with ctx.store.reader() as reader:
        counted = reader.grouped("household", living(ctx.clock.today().isoformat()), Count(), "hamlet")
        found = reader.window("hamlet", IsEmpty("ended_on"), order=("name", "asc"), limit=_MOST)
    return tuple(HamletLine(view.id, str(view.values["name"] or ""), counted.get(view.id, 0), 0, None) for view in found)


def households_of(ctx: Context, hamlet: str) -> tuple[Tick, ...]:
    """The households that live in a hamlet today, by given name; none is ticked."""
    fields = ctx.store.registry.get("household").fields
    where = AllOf((Equals("hamlet", hamlet), living(ctx.clock.today().isoformat())))
    with ctx.store.reader() as reader:
        found = reader.window("household", where, order=("head", "asc"), limit=_MOST)
    return tuple(
        Tick(
            view.id,
            str(view.values["head"] or ""),
            tuple(shown(ctx, fields[name].kind, view.values[name]) for name in ("birth", "address")),
            hamlet=hamlet,
        )
        for view in found
    )
