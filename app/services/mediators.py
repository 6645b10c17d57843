"""Who may mediate in a dispute: the standing members of the mediation teams of its hamlet, added with one keystroke."""

from dataclasses import dataclass

from app.core.text import fold
from app.data.conditions import AllOf, Equals, IsEmpty, OneOf
from app.services.context import Context
from app.services.registers.book_lock import require_untouched
from app.services.registers.origin import require_own

_MOST = 200


@dataclass(frozen=True, slots=True)
class AtHand:
    """A member of a mediation team who does not stand in the dispute yet; `person` where the member is tied to one."""

    member: str
    name: str
    team: str
    person: str


def at_hand(ctx: Context, dispute_id: str) -> tuple[AtHand, ...]:
    """By team and given name; of a dispute without a hamlet, nobody."""
    with ctx.store.reader() as reader:
        dispute = reader.get("dispute", dispute_id)
        hamlet = dispute.values["hamlet"] if dispute else None
        if not hamlet:
            return ()
        where = AllOf((Equals("kind", "mediation"), Equals("hamlet", hamlet), IsEmpty("ended_on")))
        teams = {team.id: team for team in reader.window("group", where, order=("name", "asc"), limit=_MOST)}
        serving = AllOf((OneOf("team", tuple(teams)), IsEmpty("left_on")))
        members = reader.window("member", serving, order=("name", "asc"), limit=_MOST)
        there = reader.window("mediator", Equals("dispute", dispute_id), order=("name", "asc"), limit=_MOST)
    taken = {fold(str(view.values["name"])) for view in there}
    found = [
        AtHand(view.id, str(view.values["name"]), str(teams[view.values["team"]].values["name"]), str(view.values["person"] or ""))
        for view in members
        if fold(str(view.values["name"])) not in taken
    ]
    return tuple(sorted(found, key=lambda one: one.team))


def add(ctx: Context, dispute_id: str, one: AtHand) -> str:
    """Put a member of a team into the dispute as mediator, tied to the same person; returns the new record's id.

    Raises `UserError` "record.foreign", and "book.closed" for a dispute of a year whose book is closed.
    """
    require_own(ctx, "dispute", dispute_id)
    require_untouched(ctx, "dispute", [dispute_id])
    values = {"dispute": dispute_id, "name": one.name, "part": "mediator"} | ({"person": one.person} if one.person else {})
    with ctx.store.change(ctx.user.id, "new") as change:
        return change.create("mediator", values)
