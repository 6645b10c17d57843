"""Tying records to one person, joining two persons, and taking either back. The history keeps every step."""

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.data.reader import Reader
from app.services.context import Context
from app.services.people.facts import PERSON, Facts, facts_of, same_people
from app.services.registers.origin import require_own

Place = tuple[str, str]
"""Type and id of a record."""


def start_page(ctx: Context, type_code: str, record_id: str) -> str:
    """A person made from what a record of a role says, tied to it; returns the person's id. A record tied already keeps its person.

    Raises `UserError` "person.none" for a record that is not about one person.
    """
    require_own(ctx, type_code, record_id)
    with ctx.store.reader() as reader:
        facts = _one(reader, type_code, record_id)
        if facts.person:
            return same_people(reader, facts.person)[0]
    with ctx.store.change(ctx.user.id, "person") as change:
        said = {name: getattr(facts, name) for name in ("name", "birth", "hamlet", "address", "phone")}
        person = change.create("person", {name: value for name, value in said.items() if value})
        change.update(type_code, record_id, {"person": person})
    return person


def join(ctx: Context, one: Place, other: Place) -> str:
    """Let two records be the same person; returns the id of the person who stands for both.

    Of two persons the other becomes an alias of the first and keeps its own fields and history. Two records of roles that belong
    to nobody yet get a person made from the first.
    """
    keep = start_page(ctx, *one) if one[0] != PERSON.type_code else one[1]
    require_own(ctx, *other)
    with ctx.store.reader() as reader:
        keep = same_people(reader, keep)[0]
        facts = _one(reader, *other)
        goal = same_people(reader, facts.person)[0] if facts.person else ""
    with ctx.store.change(ctx.user.id, "same_person") as change:
        if not goal:
            change.update(other[0], other[1], {"person": keep})
        elif goal != keep:
            change.update(PERSON.type_code, goal, {"same_as": keep})
    return keep


def part(ctx: Context, person_id: str) -> None:
    """Take back that a person is the same as another: roles tied to either stay with it."""
    with ctx.store.change(ctx.user.id, "not_same_person") as change:
        change.update(PERSON.type_code, person_id, {"same_as": None})


def unlink(ctx: Context, type_code: str, record_id: str) -> None:
    """Take back that a record of a role belongs to a person."""
    require_own(ctx, type_code, record_id)
    with ctx.store.change(ctx.user.id, "not_same_person") as change:
        change.update(type_code, record_id, {"person": None})


def different(ctx: Context, one: Place, other: Place) -> None:
    """Remember that two records of one name are different people; they are not offered to each other again."""
    first, second = sorted((one, other))
    record = fixed_id("not_same", *first, *second)
    with ctx.store.reader() as reader:
        if reader.get("not_same", record) is not None:
            return
    values = {"one_type": first[0], "one": first[1], "other_type": second[0], "other": second[1]}
    with ctx.store.change(ctx.user.id, "not_same_person") as change:
        change.create("not_same", {**values, "answered_on": ctx.clock.today().isoformat()}, record)


def _one(reader: Reader, type_code: str, record_id: str) -> Facts:
    found = facts_of(reader, type_code, (record_id,))
    if not found:
        raise UserError("person.none", N_("This record is not about one person, or it was deleted."))
    return found[0]
