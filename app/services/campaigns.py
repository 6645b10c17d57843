"""Signing a commitment, hamlet by hamlet: the roster with a tick for every household that signed.

Only signing is recorded. A household without a tick is a household about which nothing is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.errors import FieldProblem, InvalidRecord, Problem
from app.core.i18n import N_
from app.core.text import nfc
from app.data.conditions import AllOf, Count, Equals
from app.data.declare import registry
from app.services.context import Context

MOST_HOUSEHOLDS = 5000
"""A hamlet's roster is read whole; no hamlet is near this size."""


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign to choose."""

    id: str
    name: str
    starts_on: str
    signed: int


@dataclass(frozen=True, slots=True)
class HamletLine:
    """A hamlet within a campaign: signatures, households on the roster, and households the hamlet is said to have."""

    id: str
    name: str
    signed: int
    roster: int
    households: int | None

    @property
    def percent(self) -> int | None:
        """Signed of all households, rounded down, so that 100 means every one; `None` when their number is not known."""
        total = max(self.roster, self.households or 0)
        return min(100, self.signed * 100 // total) if total else None


@dataclass(frozen=True, slots=True)
class Tick:
    """One household; `commitment` is the id of its signature, or empty."""

    household: str
    head: str
    detail: str
    commitment: str
    signed_on: str


def campaigns(ctx: Context) -> tuple[CampaignLine, ...]:
    """All campaigns, the newest first, with their signatures so far."""
    with ctx.store.reader() as reader:
        signed = reader.grouped("commitment", AllOf(), Count(), "campaign")
        found = reader.window("campaign", order=("starts_on", "desc"), limit=MOST_HOUSEHOLDS)
    return tuple(
        CampaignLine(
            view.id,
            view.values["name"] or "",
            _shown(ctx, "campaign", "starts_on", view.values["starts_on"]),
            signed.get(view.id, 0),
        )
        for view in found
    )


def hamlets(ctx: Context, campaign: str) -> tuple[HamletLine, ...]:
    """The hamlets by name, and how far each is."""
    with ctx.store.reader() as reader:
        signed = reader.grouped("commitment", Equals("campaign", campaign), Count(), "hamlet")
        roster = reader.grouped("household", AllOf(), Count(), "hamlet")
        found = reader.window("hamlet", order=("name", "asc"), limit=MOST_HOUSEHOLDS)
    return tuple(
        HamletLine(view.id, view.values["name"] or "", signed.get(view.id, 0), roster.get(view.id, 0), view.values["households"])
        for view in found
    )


def ticks(ctx: Context, campaign: str, hamlet: str) -> tuple[Tick, ...]:
    """The roster of a hamlet by given name, with the signatures of a campaign."""
    with ctx.store.reader() as reader:
        households = reader.window("household", Equals("hamlet", hamlet), order=("head", "asc"), limit=MOST_HOUSEHOLDS)
        where = AllOf((Equals("campaign", campaign), Equals("hamlet", hamlet)))
        signatures = reader.window("commitment", where, order=("signed_on", "asc"), limit=MOST_HOUSEHOLDS)
    by_household = {view.values["household"]: view for view in signatures if view.values["household"]}
    lines = []
    for view in households:
        signature = by_household.get(view.id)
        detail = " · ".join(str(part) for part in (view.values["birth_year"], view.values["address"]) if part)
        day = _shown(ctx, "commitment", "signed_on", signature.values["signed_on"]) if signature else ""
        lines.append(Tick(view.id, view.values["head"] or "", detail, signature.id if signature else "", day))
    return tuple(lines)


def save_ticks(
    ctx: Context, *, campaign: str, hamlet: str, signed_on: str, signed: Sequence[Tick], withdrawn: Sequence[Tick]
) -> int:
    """Record the signatures of `signed` on the day typed in `signed_on`, and take back those of `withdrawn` as mistakes.

    Returns how many signatures were added and taken back. One transaction. Raises `InvalidRecord` when the day cannot be read or
    lies in the future.
    """
    day = _day(ctx, signed_on) if signed else None
    with ctx.store.change(ctx.user.id, "ticks") as change:
        for tick in signed:
            change.create(
                "commitment",
                {
                    "campaign": campaign,
                    "hamlet": hamlet,
                    "household": tick.household,
                    "name": tick.head,
                    "signer_kind": "household",
                    "signed_on": day.isoformat() if day else None,
                },
            )
        for tick in withdrawn:
            change.delete("commitment", tick.commitment)
    return len(signed) + len(withdrawn)


def add_households(ctx: Context, hamlet: str, heads: Sequence[str]) -> int:
    """Put households on a hamlet's roster by the names of their heads; names already there and empty lines are passed over."""
    kind = registry.get("household").fields["head"].kind
    today = ctx.clock.today()
    with ctx.store.reader() as reader:
        found = reader.window("household", Equals("hamlet", hamlet), order=("head", "asc"), limit=MOST_HOUSEHOLDS)
    known = {view.values["head"] for view in found}
    names = [name for name in dict.fromkeys(kind.parse(nfc(head), today) for head in heads) if name and name not in known]
    with ctx.store.change(ctx.user.id, "roster") as change:
        for name in names:
            change.create("household", {"hamlet": hamlet, "head": name})
    return len(names)


def _day(ctx: Context, typed: str) -> date:
    kind = registry.get("commitment").fields["signed_on"].kind
    try:
        day = kind.parse(typed, ctx.clock.today())
        if not isinstance(day, date):
            raise Problem("field.required", N_("Say on which day they signed."))
    except Problem as problem:
        sentence = N_("The day of signing is to be mended.")
        raise InvalidRecord("record.invalid", sentence, [FieldProblem("signed_on", problem)]) from problem
    return day


def _shown(ctx: Context, type_code: str, field: str, dumped: object) -> str:
    kind = registry.get(type_code).fields[field].kind
    return kind.format(kind.load(dumped), ctx.say) if dumped else ""
