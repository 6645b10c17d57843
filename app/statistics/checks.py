"""Proves the declared indicators against the declared records, with numbered messages.

Together with `app.data.checks` run at start-up and in CI: an indicator that read a field the unit above never sees would count
differently at station and parent.
"""

from collections.abc import Iterable, Iterator

from app.data.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Count,
    CountDistinct,
    LatestChild,
    Measure,
    Not,
    ParentMatches,
    Sum,
    UnitIs,
)
from app.data.declare import STATION, RecordType, Registry
from app.records.figure_names import FIGURES
from app.statistics.declaration import Indicator, Source
from app.statistics.indicators import ALL
from app.statistics.rates import RATES


def check_indicators(registry: Registry, indicators: Iterable[Indicator] = ALL) -> list[str]:
    """Everything wrong with the declared indicators, as messages beginning "S01" to "S06"; empty when all is well."""
    messages: list[str] = []
    seen: set[str] = set()
    for indicator in indicators:
        if indicator.code in seen:
            messages.append(f"S01 indicator {indicator.code}: declared twice")
        seen.add(indicator.code)
        for source in indicator.sources:
            messages += [f"{number} indicator {indicator.code}: {text}" for number, text in _check(indicator, source, registry)]
    for rate in RATES:
        messages += [f"S05 rate {rate.code}: no indicator {code}" for code in (rate.part, rate.whole) if code not in seen]
    offered = {code for code, _ in FIGURES}
    messages += [f"S06 indicator {code}: cannot be aimed at or given by hand" for code in sorted(seen - offered)]
    messages += [f"S06 app.records.figure_names offers {code}, which no indicator counts" for code in sorted(offered - seen)]
    return messages


def _check(indicator: Indicator, source: Source, registry: Registry) -> Iterator[tuple[str, str]]:
    if indicator.stock == bool(source.on):
        yield "S04", "a flow needs the field it is dated by, and a stock has none"
    for type_code, field in _fields_read(source):
        if not registry.knows(type_code):
            yield "S02", f"there is no record type {type_code}"
        elif field and field not in registry.get(type_code).fields:
            yield "S02", f"{type_code} has no field {field}"
        elif not indicator.closed and _stays_in_station(registry.get(type_code), field):
            yield "S03", f"reads {type_code}.{field or '*'}, which never leaves the station"
    if isinstance(source.measure, Sum) and registry.knows(source.type_code):
        info = registry.get(source.type_code).fields.get(source.measure.field)
        if info and not info.kind.numeric:
            yield "S04", f"sums {source.type_code}.{source.measure.field}, which is no number"


def _stays_in_station(record_type: RecordType, field: str) -> bool:
    return (record_type.fields[field].stream if field else record_type.life_stream) == STATION


def _fields_read(source: Source) -> Iterator[tuple[str, str]]:
    """(type, field) of everything a source looks at; an empty field stands for the record's life."""
    own = source.type_code
    yield own, ""
    yield from ((own, field) for field in _measured(source.measure))
    yield from ((own, field) for field in (source.since, source.until) if field)
    for condition in (*source.where, *((source.review,) if source.review else ())):
        yield from _of_condition(own, condition)
    if source.parent:
        reference, parent = source.parent
        yield from ((own, reference), (parent, ""), (parent, source.on))
        for condition in source.parent_where:
            yield from _of_condition(parent, condition)
    elif source.on:
        yield own, source.on


def _measured(measure: Measure) -> tuple[str, ...]:
    match measure:
        case Sum(field):
            return (field,)
        case CountDistinct(fields):
            return fields
        case Count():
            return ()


def _of_condition(type_code: str, condition: Condition) -> Iterator[tuple[str, str]]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _of_condition(type_code, part)
        case Not(inner):
            yield from _of_condition(type_code, inner)
        case ParentMatches(reference, parent, inner):
            yield from ((type_code, reference), (parent, ""))
            yield from _of_condition(parent, inner)
        case LatestChild():
            child = condition.type_code
            yield from ((child, f) for f in ("", condition.reference, condition.date_field, condition.value_field))
        case UnitIs():
            return
        case _:
            yield type_code, condition.field
