"""Who may be one and the same: the same name without marks, and nothing that says otherwise."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.i18n import N_
from app.core.kinds import birth_year
from app.core.text import fold
from app.data.conditions import OneOf
from app.data.reader import Reader
from app.services.context import Context
from app.services.people.facts import BY_TYPE, PERSON, ROLES, Facts, facts_of, same_people
from app.services.registers.wording import shown, titles_of

_LOOKED_AT = 400
"""Records of the same words looked at for one name."""

_AGREES = (
    ("mark", N_("same ID number")),
    ("last4", N_("same last digits of the ID number")),
    ("birth", N_("same year of birth")),
    ("hamlet", N_("same hamlet")),
    ("address", N_("same address")),
)
"""What speaks for two records being one person, the strongest first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be the same person: its register in words, its name, what tells it, and what speaks for it."""

    type_code: str
    id: str
    what: str
    name: str
    detail: str
    agrees: tuple[str, ...]


def candidates(ctx: Context, type_code: str, record_id: str) -> tuple[Candidate, ...]:
    """Persons and records of roles that may be the same as this one and were neither tied to it nor told apart; likely ones first.

    The same name is needed. One that differs in its marks (Tiếp, Tiệp), or lives in another hamlet, is offered only when something
    else agrees. Another year of birth or another ID number rules a record out.
    """
    with ctx.store.reader() as reader:
        own = _own(reader, type_code, record_id)
        if not own:
            return ()
        mine = {(facts.type_code, facts.id) for facts in own}
        apart = _told_apart(reader, [facts.id for facts in own])
        people = {facts.id for facts in own if facts.type_code == PERSON.type_code}
        found: dict[tuple[str, str], tuple[tuple[str, ...], Facts]] = {}
        for name in dict.fromkeys(facts.name for facts in own if fold(facts.name)):
            for other in _of_name(reader, name):
                key = (other.type_code, other.id)
                # Somebody tied to a person is met as that person; a joined person as the one who stands for them.
                if key in mine or other.id in apart or (other.person and other.type_code != PERSON.type_code):
                    continue
                if other.type_code == PERSON.type_code and (same_people(reader, other.id)[0] != other.id or other.id in people):
                    continue
                agrees = _agreement(own, other)
                if agrees is not None:
                    found[key] = agrees, other
        ranked = sorted(found.values(), key=lambda item: (_rank(item[0]), item[1].type_code != PERSON.type_code, item[1].id))
        titles = titles_of(ctx, reader, "hamlet", [facts.hamlet for _, facts in ranked if facts.hamlet])
        for role in ROLES:
            if role.of[1]:
                titles |= titles_of(ctx, reader, role.of[1], [f.of for _, f in ranked if f.type_code == role.type_code and f.of])
    return tuple(_worded(ctx, agrees, facts, titles) for agrees, facts in ranked)


def _own(reader: Reader, type_code: str, record_id: str) -> list[Facts]:
    """The record itself and, where it is tied to a person, all that is tied to them."""
    itself = list(facts_of(reader, type_code, (record_id,)))
    person = itself[0].person if itself else None
    if not person:
        return itself
    _, people = same_people(reader, person)
    own = list(facts_of(reader, PERSON.type_code, people))
    for role in ROLES:
        tied = reader.window(role.type_code, OneOf("person", people), order=(role.name, "asc"), limit=_LOOKED_AT)
        own += facts_of(reader, role.type_code, [view.id for view in tied])
    return own or itself


def _of_name(reader: Reader, name: str) -> Iterable[Facts]:
    hits = reader.search(name, types=tuple(BY_TYPE), limit=_LOOKED_AT)
    by_type: dict[str, list[str]] = {}
    for hit in hits:
        by_type.setdefault(hit.type, []).append(hit.id)
    for code, ids in by_type.items():
        yield from (facts for facts in facts_of(reader, code, ids) if fold(facts.name) == fold(name))


def _told_apart(reader: Reader, ids: list[str]) -> set[str]:
    """Records that an officer told apart from one of these, and the persons they stand for."""
    found: set[str] = set()
    for here, there in (("one", "other"), ("other", "one")):
        answers = reader.window("not_same", OneOf(here, tuple(ids)), order=("answered_on", "asc"), limit=_LOOKED_AT)
        for view in answers:
            record, code = str(view.values[there]), str(view.values[f"{there}_type"])
            found.add(record)
            for facts in facts_of(reader, code, (record,)) if code in BY_TYPE else ():
                found |= {same_people(reader, facts.person)[0]} if facts.person else set()
    return found


def _agreement(own: list[Facts], other: Facts) -> tuple[str, ...] | None:
    """What speaks for it; `None` when something speaks against it."""
    years = {year for facts in own if (year := birth_year(facts.birth))}
    year = birth_year(other.birth)
    if year and years and year not in years:
        return None
    # Marks are made per laptop, so that two that differ say nothing; two ends of a number do.
    ends = {facts.last4 for facts in own if facts.last4}
    if other.last4 and ends and other.last4 not in ends:
        return None
    agrees: list[str] = []
    for name, _ in _AGREES:
        if name == "birth":
            same = bool(year) and year in years
        elif name == "address":
            same = bool(other.address) and fold(other.address or "") in {fold(facts.address or "") for facts in own}
        else:
            value = getattr(other, name)
            same = bool(value) and value in {getattr(facts, name) for facts in own}
        if same:
            agrees.append(name)
    if not agrees:
        hamlets = {facts.hamlet for facts in own if facts.hamlet}
        elsewhere = bool(other.hamlet) and bool(hamlets) and other.hamlet not in hamlets
        if elsewhere or not any(_same_marks(facts.name, other.name) for facts in own):
            return None
    return tuple(agrees)


def _same_marks(one: str, other: str) -> bool:
    """The same name mark by mark, or one of the two written without any."""
    first, second = (" ".join(name.lower().split()) for name in (one, other))
    return fold(one) == fold(other) and (_letters(first) == _letters(second) or first == fold(one) or second == fold(other))


def _letters(name: str) -> tuple[str, ...]:
    """Letters and marks of each word in no order within it, so that "hoà" and "hòa" are one."""
    words = unicodedata.normalize("NFD", name).split()
    return tuple("".join(sorted(word)) for word in words)


def _rank(agrees: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(int(name not in agrees) for name, _ in _AGREES)


def _worded(ctx: Context, agrees: tuple[str, ...], facts: Facts, titles: dict[str, str]) -> Candidate:
    role = BY_TYPE[facts.type_code]
    declared = ctx.store.registry.get(facts.type_code)
    born = shown(ctx, declared.fields[role.birth].kind, facts.birth) if role.birth else ""
    parts = (titles.get(facts.of, ""), born, titles.get(facts.hamlet or "", ""), facts.address or "")
    words = dict(_AGREES)
    return Candidate(
        facts.type_code,
        facts.id,
        ctx.say(role.heading),
        facts.name,
        " · ".join(part for part in parts if part),
        tuple(ctx.say(words[name]) for name in agrees),
    )
