"""Writing signatures: all ticks of a list in one save that can be undone whole, and last year's list to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.i18n import N_
from app.core.text import fold
from app.data.conditions import AllOf, Count, Equals, OneOf
from app.data.undo import Undone
from app.services.campaigns.lists import MOST, ROSTERS, CampaignLine, Tick, campaigns, ticks
from app.services.context import Context
from app.services.registers.book_lock import require_open, require_untouched
from app.services.registers.typed_day import typed_day


@dataclass(frozen=True, slots=True)
class SavedTicks:
    """What a save of ticks did. `batch` names it for `undo`."""

    batch: str
    signed: int
    taken_back: int


def save_ticks(
    ctx: Context,
    *,
    campaign: str,
    hamlet: str,
    signed_on: str,
    signed: Sequence[Tick],
    taken_back: Sequence[Tick] = (),
    kind: str = "household",
) -> SavedTicks:
    """Record the signatures of `signed` on the day typed in `signed_on`, and delete those of `taken_back` as ticks made by mistake.

    One transaction; who has signed in the meantime does not sign twice. A signature that somebody withdrew is not deleted but gets
    a `withdrawal` of its own, in its form. Raises `InvalidRecord` when the day cannot be read or lies in the future, `UserError`
    "book.closed" when the book of its year is closed, or that of the year of a signature that is taken back.
    """
    day = _day(ctx, signed_on).isoformat() if signed else None
    if day:
        require_open(ctx, "commitment", day)
    require_untouched(ctx, "commitment", [tick.commitment for tick in taken_back])
    reference = ROSTERS[kind].type_code
    if reference:
        signed = _not_signed_yet(ctx, campaign, reference, signed)
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "ticks", batch=batch) as change:
        for tick in signed:
            values = {
                "campaign": campaign,
                "hamlet": hamlet or tick.hamlet or None,
                "name": tick.name,
                "signer_kind": kind,
                "signed_on": day,
                "pupils": tick.pupils,
                "state": "signed",
            }
            if reference:
                values[reference] = tick.key
            change.create("commitment", {name: value for name, value in values.items() if value is not None})
        for tick in taken_back:
            change.delete("commitment", tick.commitment)
    return SavedTicks(batch, len(signed), len(taken_back))


def undo(ctx: Context, batch: str) -> Undone:
    """Take back one save of ticks whole."""
    return ctx.store.undo_batch(ctx.user.id, batch)


def signed_before(ctx: Context, campaign: str, kind: str = "household") -> tuple[CampaignLine, ...]:
    """The campaigns that began earlier and have signatures of that kind, the newest first: whose list can be carried forward."""
    every = campaigns(ctx)
    place = next((number for number, line in enumerate(every) if line.id == campaign), len(every))
    with ctx.store.reader() as reader:
        counted = reader.grouped("commitment", Equals("signer_kind", kind), Count(), "campaign")
    return tuple(line for line in every[place + 1 :] if counted.get(line.id))


def ticks_before(ctx: Context, *, campaign: str, earlier: str, hamlet: str, kind: str = "household") -> tuple[Tick, ...]:
    """Who of a list signed the earlier campaign, has not withdrawn and has not signed this one yet: to be ticked and checked.

    On a list without a roster these are lines that are not on it yet.
    """
    now = ticks(ctx, campaign, hamlet, kind)
    before = [tick for tick in ticks(ctx, earlier, hamlet, kind) if tick.stands]
    if not ROSTERS[kind].type_code:
        there = {fold(tick.name) for tick in now}
        return tuple(by_name(tick.name, hamlet) for tick in before if fold(tick.name) not in there)
    pupils = {tick.key: tick.pupils for tick in before}
    return tuple(
        Tick(tick.key, tick.name, tick.details, hamlet=tick.hamlet, pupils=pupils[tick.key])
        for tick in now
        if tick.key in pupils and not tick.commitment
    )


def by_name(name: str, hamlet: str) -> Tick:
    """A line for somebody who is on no roster."""
    return Tick(f"name:{fold(name)}", name, hamlet=hamlet)


def _not_signed_yet(ctx: Context, campaign: str, reference: str, ticks: Sequence[Tick]) -> list[Tick]:
    there: set[str] = set()
    with ctx.store.reader() as reader:
        for start in range(0, len(ticks), 400):
            keys = tuple(tick.key for tick in ticks[start : start + 400])
            where = AllOf((Equals("campaign", campaign), OneOf(reference, keys)))
            found = reader.window("commitment", where, order=("signed_on", "asc"), limit=MOST)
            there |= {str(view.values[reference]) for view in found}
    return [tick for tick in ticks if tick.key not in there]


def _day(ctx: Context, typed: str) -> date:
    return typed_day(
        ctx,
        "commitment",
        "signed_on",
        typed,
        missing=N_("Say on which day they signed."),
        mend=N_("The day of signing is to be mended."),
    )
