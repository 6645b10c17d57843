"""Reading: campaigns, how far each hamlet is, and the list of who may sign with a tick for each that did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from app.data.conditions import AllOf, AnyOf, Between, Condition, Count, Equals, IsEmpty, Not, OneOf, ParentMatches
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers.wording import shown

MOST = 5000
"""A hamlet's list is read whole; no hamlet is near this size."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Where the list of one kind of signer comes from: records of `type_code`, named by `name`; `details` stand beside the name.

    Without `type_code` there is no roster: the list is made of those who signed, and grows by typing names. A list that is not
    `by_hamlet` is one for the whole commune.
    """

    type_code: str
    name: str
    details: tuple[str, ...]
    by_hamlet: bool
    pupils: str = ""
    """The field that says how many pupils a signature speaks for."""


ROSTERS: Mapping[str, Roster] = MappingProxyType(
    {
        "household": Roster("household", "head", ("birth", "address"), True),
        "person": Roster("", "name", (), True),
        "establishment": Roster("establishment", "name", ("kind", "head", "address"), False, "pupils"),
    }
)
"""By kind of signer. People have no roster: they sign as drivers, shop owners or heads of clans, and are typed as they sign."""

LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "household": ("household",),
        "person": ("person",),
        "establishment": ("establishment",),
        "household_establishment": ("household", "establishment"),
        "everybody": ("household", "person", "establishment"),
    }
)
"""By who signs a campaign: the kinds of signer it has lists of."""


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign to choose; `lists` are the kinds of signer it asks, `signed` counts every signature."""

    id: str
    name: str
    starts_on: str
    signed: int
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HamletLine:
    """A hamlet within a campaign: signatures, how many are on the list, and households the hamlet is said to have.

    `id` is empty for the line of the whole commune.
    """

    id: str
    name: str
    signed: int
    roster: int
    households: int | None

    @property
    def total(self) -> int:
        """Out of how many."""
        return max(self.roster, self.households or 0)

    @property
    def percent(self) -> int | None:
        """Signed of all, rounded down, so that 100 means every one; `None` when their number is not known."""
        return min(100, self.signed * 100 // self.total) if self.total else None


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of a list. `key` is the roster's record, or for who is on no roster the name or the signature itself.

    `details` are what its roster shows beside the name, in that order. `commitment` is the id of the signature, or empty;
    `signed_on` and `withdrawn_on` are as shown. `pupils` is what a school's signature speaks for.
    """

    key: str
    name: str
    details: tuple[str, ...] = ()
    commitment: str = ""
    signed_on: str = ""
    withdrawn_on: str = ""
    hamlet: str = ""
    pupils: int | None = None

    @property
    def detail(self) -> str:
        """What stands beside the name, in one line."""
        return " · ".join(part for part in self.details if part)

    @property
    def stands(self) -> bool:
        """Signed and not withdrawn."""
        return bool(self.commitment) and not self.withdrawn_on


def lists_of(signers: str | None) -> tuple[str, ...]:
    """The kinds of signer a campaign has lists of; of one from a newer program, households."""
    return LISTS.get(signers or "", ("household",))


def campaigns(ctx: Context) -> tuple[CampaignLine, ...]:
    """All campaigns, the newest first, with their signatures so far."""
    with ctx.store.reader() as reader:
        signed = reader.grouped("commitment", AllOf(), Count(), "campaign")
        found = reader.window("campaign", order=("starts_on", "desc"), limit=MOST)
    return tuple(
        CampaignLine(
            view.id,
            view.values["name"] or "",
            _said(ctx, "campaign", view, "starts_on"),
            signed.get(view.id, 0),
            lists_of(view.values["signers"]),
        )
        for view in found
    )


def hamlets(ctx: Context, campaign: str, kind: str = "household") -> tuple[HamletLine, ...]:
    """The hamlets by name, and how far each is with one kind of signer; one line for a list of the whole commune."""
    roster = ROSTERS[kind]
    of_kind = AllOf((Equals("campaign", campaign), Equals("signer_kind", kind)))
    with ctx.store.reader() as reader:
        wave = reader.get("campaign", campaign)
        living = _living(wave)
        if not roster.by_hamlet:
            listed = reader.count(roster.type_code, living)
            signed = reader.count("commitment", of_kind) - sum(_withdrawn(reader, campaign, kind).values())
            return (HamletLine("", ctx.say("Whole commune"), signed, listed, None),)
        signatures = reader.grouped("commitment", of_kind, Count(), "hamlet")
        for hamlet, number in _withdrawn(reader, campaign, kind).items():
            signatures[hamlet] = signatures.get(hamlet, 0) - number
        on_roster = reader.grouped(roster.type_code, living, Count(), "hamlet") if roster.type_code else {}
        found = reader.window("hamlet", order=("name", "asc"), limit=MOST)
    ended = _before(wave)
    return tuple(
        HamletLine(
            view.id,
            view.values["name"] or "",
            signatures.get(view.id, 0),
            on_roster.get(view.id, 0),
            view.values["households"] if kind == "household" else None,
        )
        for view in found
        if signatures.get(view.id) or not _over(view, ended)
    )


def ticks(ctx: Context, campaign: str, hamlet: str, kind: str = "household") -> tuple[Tick, ...]:
    """The list of a hamlet (of the whole commune when `hamlet` is empty), by given name, with the signatures of a campaign.

    Households that left before the campaign began or came after it ended are left out unless they signed.
    """
    roster = ROSTERS[kind]
    with ctx.store.reader() as reader:
        of_kind = (Equals("campaign", campaign), Equals("signer_kind", kind))
        here = (Equals("hamlet", hamlet),) if hamlet else ()
        signatures = reader.window("commitment", AllOf((*of_kind, *here)), order=("signed_on", "asc"), limit=MOST)
        left = _withdrawals(reader, campaign, kind)
        listed: list[RecordView] = []
        if roster.type_code:
            living = _living(reader.get("campaign", campaign))
            listed = reader.window(roster.type_code, AllOf((living, *here)), order=(roster.name, "asc"), limit=MOST)
            signatures += _signed_elsewhere(reader, roster, of_kind, listed, signatures)
    return _lines(ctx, roster, listed, signatures, left)


def day_to_offer(ctx: Context, campaign: str) -> date:
    """The day of signing to begin with: today while the campaign goes on, afterwards the last day on which somebody signed."""
    today = ctx.clock.today()
    with ctx.store.reader() as reader:
        wave = reader.get("campaign", campaign)
        last = reader.window("commitment", Equals("campaign", campaign), order=("signed_on", "desc"), limit=1)
    ends = wave.values["ends_on"] if wave else None
    if ends is None or ends >= today.isoformat():
        return today
    return date.fromisoformat(last[0].values["signed_on"] if last else ends)


def _lines(
    ctx: Context, roster: Roster, listed: Sequence[RecordView], signatures: Sequence[RecordView], left: Mapping[str, str]
) -> tuple[Tick, ...]:
    """The roster's lines in its order, then signatures of whoever is on it no more, or is known by name alone."""
    reference = roster.type_code
    by_key = {view.values[reference]: view for view in reversed(signatures) if view.values[reference]} if reference else {}
    on_list = {view.id for view in listed}
    lines = []
    for view in listed:
        details = tuple(_said(ctx, view.type, view, name) for name in roster.details)
        pupils = view.values[roster.pupils] if roster.pupils else None
        line = Tick(view.id, str(view.values[roster.name] or ""), details, hamlet=str(view.values["hamlet"] or ""), pupils=pupils)
        lines.append(_signed(ctx, line, by_key.get(view.id), left))
    for view in sorted(signatures, key=lambda view: _name_key(ctx, view)):
        if not reference or view.values[reference] not in on_list:
            line = Tick(view.id, str(view.values["name"] or ""), hamlet=str(view.values["hamlet"] or ""))
            lines.append(_signed(ctx, line, view, left))
    return tuple(lines)


def _signed(ctx: Context, line: Tick, signature: RecordView | None, left: Mapping[str, str]) -> Tick:
    if signature is None:
        return line
    return replace(
        line,
        commitment=signature.id,
        signed_on=_said(ctx, "commitment", signature, "signed_on"),
        withdrawn_on=shown(ctx, ctx.store.registry.get("withdrawal").fields["withdrawn_on"].kind, left.get(signature.id)),
        pupils=signature.values["pupils"],
    )


def _signed_elsewhere(
    reader: Reader,
    roster: Roster,
    of_kind: tuple[Condition, ...],
    listed: Sequence[RecordView],
    signatures: Sequence[RecordView],
) -> list[RecordView]:
    """Signatures given in another hamlet by those who live here now: whoever moved in between is not to sign twice."""
    known = {view.values[roster.type_code] for view in signatures}
    asked = tuple(view.id for view in listed if view.id not in known)
    found = []
    for start in range(0, len(asked), 400):
        where = AllOf((OneOf(roster.type_code, asked[start : start + 400]), *of_kind))
        found += reader.window("commitment", where, order=("signed_on", "asc"), limit=MOST)
    return found


def _withdrawals(reader: Reader, campaign: str, kind: str) -> dict[str, str]:
    """The day by signature."""
    of_kind = AllOf((Equals("campaign", campaign), Equals("signer_kind", kind)))
    where = ParentMatches("commitment", "commitment", of_kind)
    found = reader.window("withdrawal", where, order=("withdrawn_on", "asc"), limit=MOST) if reader.count("withdrawal") else []
    return {view.values["commitment"]: view.values["withdrawn_on"] for view in found}


def _withdrawn(reader: Reader, campaign: str, kind: str) -> dict[str | None, int]:
    """How many signatures were withdrawn, by hamlet."""
    counts: dict[str | None, int] = {}
    for view in reader.get_many("commitment", list(_withdrawals(reader, campaign, kind))).values():
        counts[view.values["hamlet"]] = counts.get(view.values["hamlet"], 0) + 1
    return counts


def _living(wave: RecordView | None) -> Condition:
    """Who had not left when the campaign began, nor came only after it ended."""
    parts: list[Condition] = []
    before = _before(wave)
    if before:
        parts.append(Not(Between("left_on", None, before)))
    if wave and wave.values["ends_on"]:
        parts.append(AnyOf((IsEmpty("came_on"), Between("came_on", None, wave.values["ends_on"]))))
    return AllOf(tuple(parts))


def _before(wave: RecordView | None) -> str:
    """The day before a campaign began."""
    begins = wave.values["starts_on"] if wave else None
    return (date.fromisoformat(begins) - timedelta(days=1)).isoformat() if begins else ""


def _over(hamlet: RecordView, before: str) -> bool:
    ended = hamlet.values.get("ended_on")
    return bool(ended and before and ended <= before)


def _name_key(ctx: Context, view: RecordView) -> str:
    kind = ctx.store.registry.get("commitment").fields["name"].kind
    return kind.sort_key(view.values["name"] or "") or ""


def _said(ctx: Context, type_code: str, view: RecordView, name: str) -> str:
    return shown(ctx, ctx.store.registry.get(type_code).fields[name].kind, view.values[name])
