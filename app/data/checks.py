"""Proves the declarations: at start-up and in every run of the checks.

Each message has a number of its own, names the type and the field, and says what is wrong.
"""

from collections.abc import Iterator

from app.core.kinds import Reference
from app.data.declare import LIFE, STATION, STREAMS, FieldInfo, RecordType, Registry
from app.data.schema import SORT_SUFFIX

FORBIDDEN_WORDS = (
    "religion",
    "ethnic",
    "party_member",
    "political",
    "conviction",
    "offence",
    "sentence",
    "prison",
    "score",
    "id_card_image",
)
"""Parts of field names that must never appear: what the program refuses to know about a person."""

STATION_ONLY = frozenset(
    {
        "attachment",
        "blank_entry",
        "commitment",
        "committee_member",
        "contribution",
        "council_meeting",
        "council_vote",
        "deletion",
        "disclosure",
        "dispute",
        "establishment",
        "follow_up",
        "household",
        "household_change",
        "informant",
        "informant_opening",
        "keeper",
        "late_entry",
        "made_report",
        "mediator",
        "member",
        "member_rating",
        "not_same",
        "officer",
        "person",
        "reintegration",
        "reminders",
        "signing_sheet",
        "team_rating",
        "trusted_person",
        "visit",
        "withdrawal",
    }
)
"""Types about people that have no skeleton: no field of theirs travels; at most their closed figures do."""

TAKEN = frozenset(
    ("id", "unit", "unit_code", "alive", "heads", "conflicts", "flags", "created", "changed", "frozen", "froze", "seen")
)
"""Names that the tables and operations use for their own."""

PERSON_PAGE = frozenset({"person", "member", "household", "awardee", "mediator"})
"""The only types that may refer to a person: the roles member, signer, awarded and mediator, and persons among themselves."""

APART = ("tip_off", "trusted_person")
"""No record leads from one of these to the other, nor from both to a third: who helps must not be taken for who informed."""

IN_COMMON = frozenset({"hamlet", "unit", "officer"})
"""What both of `APART` may refer to: it says where and who wrote, not who."""

PARENTLESS = STATION_ONLY | {"opinion", "tip_off"}
"""Types about people or what people said: nothing of them may name a person in a stream that travels above the station."""


def check_all(registry: Registry) -> list[str]:
    """Every fault of every declaration; empty when all is well."""
    found = [message for record_type in registry.all() for message in _check(record_type, registry)]
    return found + list(_check_apart(registry))


def _check(record_type: RecordType, registry: Registry) -> Iterator[str]:
    where = record_type.code
    if not record_type.purpose:
        yield f"D01 {where}: says no purpose, and nothing is collected without one"
    for name in _named(record_type):
        if name not in record_type.fields:
            yield f"D02 {where}.{name}: is named but not declared"
    placed = [name for section in record_type.sections for name in section.fields]
    for name in sorted({name for name in placed if placed.count(name) > 1}):
        yield f"D03 {where}.{name}: stands in the form twice"
    for name, info in record_type.fields.items():
        yield from _check_field(record_type, name, info, registry)
        if name not in placed and not info.hidden:
            yield f"D04 {where}.{name}: stands in no section of the form"
        if info.hidden and info.required:
            yield f"D05 {where}.{name}: is required but cannot be typed"
    for group, names in record_type.groups.items():
        if len({record_type.fields[name].stream for name in names}) > 1:
            yield f"D06 {where}.{group}: a group lies in one stream"
        if group == LIFE:
            yield f"D07 {where}.{group}: the name is taken"
    for child in record_type.children:
        if not registry.knows(child.type_code) or child.reference not in registry.get(child.type_code).fields:
            yield f"D08 {where}: child {child.type_code}.{child.reference} does not exist"
    if record_type.frozen_when and record_type.frozen_when[0] not in record_type.fields:
        yield f"D09 {where}: is issued by a field it does not have"


def _check_field(record_type: RecordType, name: str, info: FieldInfo, registry: Registry) -> Iterator[str]:
    where = f"{record_type.code}.{name}"
    if info.stream not in STREAMS:
        yield f"D10 {where}: there is no stream {info.stream}"
        return
    if isinstance(info.kind, Reference):
        if not registry.knows(info.kind.type_code):
            yield f"D11 {where}: refers to {info.kind.type_code}, which does not exist"
        elif info.kind.type_code == "person" and record_type.code not in PERSON_PAGE:
            yield f"D17 {where}: only the roles member, signer, mediator and awarded stand on the person page"
        elif _width(info.stream) < _width(registry.get(info.kind.type_code).life_stream):
            yield f"D12 {where}: a reference may not travel further than what it points to"
    if name in TAKEN or name.endswith(SORT_SUFFIX):
        yield f"D16 {where}: the name is taken"
    if any(word in name for word in FORBIDDEN_WORDS):
        yield f"D13 {where}: this is never recorded about a person"
    if record_type.code in PARENTLESS and info.stream != STATION and info.kind.searchable:
        yield f"D14 {where}: free text of this register never leaves the station"
    if record_type.code in STATION_ONLY and info.stream != STATION:
        yield f"D15 {where}: nothing of this register leaves the station"


def _check_apart(registry: Registry) -> Iterator[str]:
    one, other = APART
    if not (registry.knows(one) and registry.knows(other)):
        return
    reach = {record_type.code: _reach(record_type.code, registry) for record_type in registry.all()}
    for code, reached in reach.items():
        if {one, other} <= reached:
            yield f"D18 {code}: leads to {one} and to {other}, which are kept apart"
    around = [{code for code, reached in reach.items() if centre in reached} for centre in APART]
    common = set.intersection(*(set().union(*(reach[code] for code in codes)) for codes in around))
    for code in sorted(common - IN_COMMON - set(APART)):
        yield f"D18 {code}: is referred to around {one} and around {other}, which are kept apart"


def _reach(code: str, registry: Registry) -> set[str]:
    """A type and everything its references lead to."""
    found: set[str] = set()
    waiting = [code]
    while waiting:
        here = waiting.pop()
        if here not in found and registry.knows(here):
            found.add(here)
            kinds = (info.kind for info in registry.get(here).fields.values())
            waiting += [kind.type_code for kind in kinds if isinstance(kind, Reference)]
    return found


def _width(stream: str) -> int:
    return STREAMS.index(stream)


def _named(record_type: RecordType) -> Iterator[str]:
    yield from record_type.columns
    yield from record_type.search
    yield from record_type.filters
    yield from record_type.totals
    for section in record_type.sections:
        yield from section.fields
    if record_type.sort[0]:
        yield record_type.sort[0]
    yield from (part.split("}")[0] for part in record_type.summary.split("{")[1:])
