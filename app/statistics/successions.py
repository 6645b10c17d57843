"""Units that became part of another (sáp nhập), as figures need them: who counts as whom, and since when."""

from collections.abc import Mapping
from datetime import date

from app.data.conditions import AnyOf, Condition, UnitIs
from app.data.reader import Reader


def merged_units(reader: Reader) -> Mapping[str, tuple[str, date]]:
    """Code of every old unit → the unit it became part of, and since when. The first merger of a unit counts.

    Only the unit that goes on says so: what another unit writes of it counts for nothing.
    """
    found: dict[str, tuple[str, date]] = {}
    for record in reader.window("unit_succession", order=("from_on", "asc"), limit=5000):
        if record.unit != record.values["new_code"]:
            continue
        since = date.fromisoformat(record.values["from_on"])
        found.setdefault(str(record.values["old_code"]), (str(record.values["new_code"]), since))
    return found


def merged_since(reader: Reader) -> Mapping[str, date]:
    """Code of every unit that became part of another → since when."""
    return {old: since for old, (_, since) in merged_units(reader).items()}


def unit_codes(reader: Reader, own: str, on: date = date.max) -> frozenset[str]:
    """A unit's code and those of all units that had become part of it by that day, over any number of mergers."""
    merged = merged_units(reader)
    found = {own}
    while more := {old for old, (new, since) in merged.items() if new in found and since <= on} - found:
        found |= more
    return frozenset(found)


def of_units(codes: frozenset[str]) -> Condition:
    """The condition on records that one of these units created them."""
    return AnyOf(tuple(UnitIs(code) for code in sorted(codes)))
