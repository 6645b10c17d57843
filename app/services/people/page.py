"""The person page as plain values: who somebody is, who else was joined to them, and what they have done, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.core.kinds import birth_year
from app.data.conditions import Equals, OneOf
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.people.facts import BY_TYPE, PERSON, ROLES, Role, facts_of, same_people
from app.services.registers.forms import not_here
from app.services.registers.wording import cell, reference_titles, shown, title

_MOST = 500
"""Records of one role shown; nobody has as many."""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One thing somebody did in a role: where to open it, what it is, and from when to when in words.

    `tied` is the record that was tied to the person, which the line belongs to: a signature belongs to its household.
    """

    role: str
    type_code: str
    id: str
    text: str
    since: str
    until: str
    tied: tuple[str, str]
    order: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`id` stands for all that were joined; `aliases` are (id, name, detail) of the others. `facts` are (label, text)."""

    id: str
    name: str
    facts: tuple[tuple[str, str], ...]
    age: int | None
    aliases: tuple[tuple[str, str, str], ...]
    lines: tuple[RoleLine, ...]


def person_of(ctx: Context, type_code: str, record_id: str) -> str:
    """The person a record of a role, or an alias, stands for; empty when it was tied to nobody."""
    with ctx.store.reader() as reader:
        found = facts_of(reader, type_code, (record_id,))
        return same_people(reader, found[0].person)[0] if found and found[0].person else ""


def person_page(ctx: Context, person_id: str) -> PersonPage:
    """Everything the page shows. Raises `UserError` "record.none" for a person who is not here."""
    with ctx.store.reader() as reader:
        whole, people = same_people(reader, person_id)
        views = reader.get_many(PERSON.type_code, people)
        if whole not in views:
            raise not_here()
        declared = ctx.store.registry.get(PERSON.type_code)
        references = reference_titles(ctx, reader, declared, list(views.values()), declared.fields)
        told = {
            i: [(ctx.say(declared.fields[n].label), cell(ctx, declared, n, view.values[n], references)) for n in _SHOWN]
            for i, view in views.items()
        }
        lines = [line for role in ROLES for line in _lines(ctx, reader, role, people)]
    born = birth_year(views[whole].values["birth"])
    return PersonPage(
        whole,
        str(views[whole].values["name"] or ""),
        tuple((label, text) for label, text in told[whole] if text),
        ctx.clock.today().year - born if born else None,
        tuple(
            (i, str(view.values["name"] or ""), " · ".join(text for _, text in told[i] if text))
            for i, view in sorted(views.items())
            if i != whole and view.alive
        ),
        tuple(sorted(lines, key=lambda line: line.order, reverse=True)),
    )


_SHOWN = ("birth", "sex", "hamlet", "address", "phone", "id_last4")


def _lines(ctx: Context, reader: Reader, role: Role, people: tuple[str, ...]) -> Iterator[RoleLine]:
    views = reader.window(role.type_code, OneOf("person", people), order=(role.name, "asc"), limit=_MOST)
    for view in views:
        tied = (role.type_code, view.id)
        match role.type_code:
            case "member":
                yield _line(ctx, reader, role, view, tied, ("team", "role"), "joined_on", "left_on")
            case "household":
                yield _line(ctx, reader, role, view, tied, ("hamlet",), "came_on", "left_on")
                yield from _signatures(ctx, reader, role, view.id, tied)
            case "mediator":
                yield _of_parent(ctx, reader, role, view, "dispute", ("matter", "place"), "received_on", "settled_on")
            case "awardee":
                yield _of_parent(ctx, reader, role, view, "award", ("number", "deed"), "decided_on", "")


def _signatures(ctx: Context, reader: Reader, role: Role, household: str, tied: tuple[str, str]) -> Iterator[RoleLine]:
    """What a household signed, each until the day it was withdrawn."""
    found = reader.window("commitment", Equals("household", household), order=("signed_on", "desc"), limit=_MOST)
    taken_back = reader.window(
        "withdrawal", OneOf("commitment", tuple(view.id for view in found)), order=("withdrawn_on", "asc"), limit=_MOST
    )
    until = {str(view.values["commitment"]): view.values["withdrawn_on"] for view in taken_back}
    kind = ctx.store.registry.get("withdrawal").fields["withdrawn_on"].kind
    for view in found:
        line = _line(ctx, reader, role, view, tied, ("campaign",), "signed_on", "")
        yield replace(line, until=shown(ctx, kind, until.get(view.id)))


def _line(
    ctx: Context, reader: Reader, role: Role, view: RecordView, tied: tuple[str, str], told: tuple[str, ...], since: str, until: str
) -> RoleLine:
    declared = ctx.store.registry.get(view.type)
    references = reference_titles(ctx, reader, declared, [view], told)
    words = [cell(ctx, declared, name, view.values[name], references) for name in told]
    if view.type == "household":
        words.insert(0, ctx.say(declared.title))
    begun, ended = (cell(ctx, declared, name, view.values[name], {}) if name else "" for name in (since, until))
    text = " · ".join(word for word in words if word) or title(ctx, declared, view.values, references)
    return RoleLine(ctx.say(role.heading), view.type, view.id, text, begun, ended, tied, str(view.values[since] or ""))


def _of_parent(
    ctx: Context, reader: Reader, role: Role, view: RecordView, reference: str, told: tuple[str, ...], since: str, until: str
) -> RoleLine:
    """A record of a role that is told by what it belongs to, and opens it."""
    parent = reader.get(reference, str(view.values[reference] or ""))
    tied = (role.type_code, view.id)
    if parent is None or not parent.alive:
        return RoleLine(ctx.say(role.heading), role.type_code, view.id, str(view.values[role.name] or ""), "", "", tied, "")
    line = _line(ctx, reader, BY_TYPE[role.type_code], parent, tied, told, since, until)
    return RoleLine(line.role, reference, parent.id, line.text, line.since, line.until, tied, line.order)
