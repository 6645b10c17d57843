"""How papers name a unit, from its own record."""

from dataclasses import dataclass

from app.data.conditions import Equals
from app.data.reader import Reader
from app.data.views import RecordView
from app.statistics.successions import unit_codes


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit as papers name it; parts that were never filled in are empty."""

    code: str
    name: str
    kind: str
    place: str
    parent_name: str
    police_body: str
    signer_title: str
    signer: str


def unit_facts(reader: Reader, code: str) -> UnitFacts:
    """The unit of a code; named by its code alone where its record has not arrived."""
    records = reader.window("unit", Equals("code", code), order=("code", "asc"), limit=1)
    return _facts(records[0]) if records else UnitFacts(code, code, "", "", "", "", "", "")


def other_units(reader: Reader, own_code: str) -> tuple[UnitFacts, ...]:
    """The units below that sent something up, by name: a unit's own record travels upwards only.

    Units that became part of one's own are none of them; those merged among themselves are there for their time before.
    """
    own = unit_codes(reader, own_code)
    records = reader.window("unit", order=("name", "asc"), limit=1000)
    return tuple(_facts(r) for r in records if r.unit == r.values["code"] and r.unit not in own)


def _facts(record: RecordView) -> UnitFacts:
    values = record.values
    names = ("code", "name", "kind", "place", "parent_name", "police_body", "signer_title", "signer")
    return UnitFacts(*(str(values[name] or "") for name in names))
