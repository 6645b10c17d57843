"""Joining one hamlet to another, and moving households between them; old names stay on everything that was written under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.errors import UserError
from app.core.i18n import N_
from app.data.conditions import AllOf, Equals, IsEmpty
from app.data.undo import Undone
from app.services.context import Context
from app.services.registers.origin import require_own
from app.services.registers.typed_day import typed_day

_MOST = 5000


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining or moving did: how many households moved. `batch` names it for `undo`."""

    batch: str
    households: int


def join_hamlets(ctx: Context, hamlet: str, into: str, day: str) -> Joined:
    """End `hamlet` on the day typed in `day` and move its households into `into`, whose numbers grow by its own.

    Meetings, signatures and papers stay under the hamlet's name. Raises `UserError` "hamlet.same" for a hamlet joined to itself,
    "hamlet.ended" for one that has ended, `InvalidRecord` for a day that cannot be read.
    """
    if hamlet == into:
        raise UserError("hamlet.same", N_("A hamlet cannot be joined to itself. Choose another one."))
    for record_id in (hamlet, into):
        require_own(ctx, "hamlet", record_id)
    ended_on = _day(ctx, day).isoformat()
    with ctx.store.reader() as reader:
        found = reader.get_many("hamlet", (hamlet, into))
        moving = reader.window(
            "household", AllOf((Equals("hamlet", hamlet), IsEmpty("left_on"))), order=("head", "asc"), limit=_MOST
        )
    source, target = found[hamlet].values, found[into].values
    for values in (source, target):
        if values["ended_on"]:
            raise _ended(values["name"])
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "roster", batch=batch) as change:
        change.update("hamlet", hamlet, {"ended_on": ended_on, "successor": into})
        for name in ("households", "residents"):
            if source[name] is not None and target[name] is not None:
                change.update("hamlet", into, {name: int(target[name]) + int(source[name])})
        for household in moving:
            change.update("household", household.id, {"hamlet": into})
    return Joined(batch, len(moving))


def move_households(ctx: Context, households: Sequence[str], into: str) -> Joined:
    """Let some households belong to another hamlet, a new one perhaps, as one batch. The hamlets' numbers stay until they are taken
    over. Raises `UserError` "hamlet.ended" when that hamlet has ended.
    """
    with ctx.store.reader() as reader:
        target = reader.get("hamlet", into)
    if target is not None and target.values["ended_on"]:
        raise _ended(target.values["name"])
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "roster", batch=batch) as change:
        for household in households:
            change.update("household", household, {"hamlet": into})
    return Joined(batch, len(households))


def undo(ctx: Context, batch: str) -> Undone:
    """Take back what was joined, moved or taken over; what was changed in the meantime stays and is told."""
    return ctx.store.undo_batch(ctx.user.id, batch)


def _ended(name: str) -> UserError:
    return UserError("hamlet.ended", N_("{hamlet} has ended already. Choose another hamlet."), hamlet=name)


def _day(ctx: Context, typed: str) -> date:
    return typed_day(
        ctx,
        "hamlet",
        "ended_on",
        typed,
        missing=N_("Say on which day the hamlets were joined."),
        mend=N_("The day of joining is to be mended."),
    )
