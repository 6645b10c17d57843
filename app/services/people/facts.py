"""What the records of four roles, and persons themselves, say about who somebody is; and which persons are one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.core.i18n import N_
from app.data.conditions import NotEmpty
from app.data.reader import Reader
from app.data.views import RecordView

MOST_JOINED = 10_000
"""Aliases read at once; each is an officer's answer, so no station comes near."""


@dataclass(frozen=True, slots=True)
class Role:
    """A type whose records are somebody in a role. `heading` (msgid) names the role on the page; the others are field names, empty
    where the type does not say. `of` is the reference that tells the record, such as a member's group, and its type; with
    `lives_there` that record says the hamlet too."""

    type_code: str
    heading: str
    name: str = "name"
    birth: str = ""
    hamlet: str = ""
    address: str = ""
    phone: str = ""
    of: tuple[str, str] = ("", "")
    lives_there: bool = False


ROLES = (
    Role("member", N_("Member of a group"), birth="birth", phone="phone", of=("team", "group"), lives_there=True),
    Role("household", N_("Signer of commitments"), name="head", birth="birth", hamlet="hamlet", address="address", phone="phone"),
    Role("mediator", N_("Mediator"), of=("dispute", "dispute")),
    Role("awardee", N_("Awarded"), address="address", of=("award", "award")),
)
"""All there are, and no others: what a record says of a quarrel, a need or a piece of information belongs to nobody's page."""

PERSON = Role("person", N_("Person"), birth="birth", hamlet="hamlet", address="address", phone="phone")

BY_TYPE: Mapping[str, Role] = {role.type_code: role for role in (*ROLES, PERSON)}


@dataclass(frozen=True, slots=True)
class Facts:
    """One record in these words: dumped values, `None` where nothing is said. `person` is whom it was tied to."""

    type_code: str
    id: str
    name: str
    birth: str | None
    hamlet: str | None
    address: str | None
    phone: str | None
    person: str | None
    last4: str | None = None
    mark: str | None = None
    of: str = ""
    """The id of the record that tells this one."""


def facts_of(reader: Reader, type_code: str, ids: Iterable[str]) -> tuple[Facts, ...]:
    """The standing records among `ids` that are about one person: an awarded collective is left out."""
    role = BY_TYPE[type_code]
    views = [view for view in reader.get_many(type_code, list(ids)).values() if view.alive and not view.values.get("collective")]
    reference, target = role.of
    wanted = [str(view.values[reference]) for view in views if view.values[reference]] if role.lives_there else []
    parents = reader.get_many(target, wanted) if wanted else {}
    return tuple(_facts(role, view, parents) for view in views)


def _facts(role: Role, view: RecordView, parents: Mapping[str, RecordView]) -> Facts:
    said = view.values
    of = str(said.get(role.of[0]) or "") if role.of[0] else ""
    parent = parents.get(of)
    return Facts(
        view.type,
        view.id,
        str(said[role.name] or ""),
        said.get(role.birth),
        said.get(role.hamlet) if role.hamlet else (parent.values.get("hamlet") if parent else None),
        said.get(role.address),
        said.get(role.phone),
        view.id if role is PERSON else said.get("person"),
        said.get("id_last4"),
        said.get("id_digest"),
        of,
    )


def same_people(reader: Reader, person_id: str) -> tuple[str, tuple[str, ...]]:
    """The person who stands for all that are one with `person_id`, and all of them, itself included.

    Two laptops may have tied two persons both ways round: then the one made first stands for both.
    """
    joined = reader.window("person", NotEmpty("same_as"), order=("same_as", "asc"), limit=MOST_JOINED)
    ties: dict[str, set[str]] = {}
    for view in joined:
        goal = str(view.values["same_as"])
        ties.setdefault(view.id, set()).add(goal)
        ties.setdefault(goal, set()).add(view.id)
    found, waiting = {person_id}, [person_id]
    while waiting:
        new = ties.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    aliases = {view.id for view in joined}
    return min(found - aliases or found), tuple(sorted(found))
