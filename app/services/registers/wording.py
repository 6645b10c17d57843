"""Values and records in words: cells, titles, and what references point to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.core.kinds import Kind
from app.data.declare import RecordType
from app.data.reader import Reader
from app.data.views import RecordView
from app.services.context import Context
from app.services.registers.describe import reference_of

Titles = Mapping[str, str]


def shown(ctx: Context, kind: Kind, dumped: Any) -> str:
    """A kept value as people read it; empty for none. What cannot be read is shown as it is kept."""
    if dumped is None:
        return ""
    try:
        return kind.format(kind.load(dumped), ctx.say)
    except (ValueError, TypeError, KeyError):
        return str(dumped)


def titles_of(ctx: Context, reader: Reader, type_code: str, ids: Iterable[str]) -> dict[str, str]:
    """One line naming each record. Records of which nothing has arrived are named as not yet received."""
    wanted = list(dict.fromkeys(ids))
    found = reader.get_many(type_code, wanted)
    declared = ctx.store.registry.get(type_code)
    nested = reference_titles(ctx, reader, declared, list(found.values()), _places_in(declared.summary))
    missing = ctx.say("not received yet")
    return {i: title(ctx, declared, found[i].values, nested) if i in found else f"({missing})" for i in wanted}


def reference_titles(
    ctx: Context, reader: Reader, declared: RecordType, records: Sequence[RecordView], fields: Iterable[str]
) -> dict[str, str]:
    """Titles of everything that these fields of these records point to, by id."""
    by_type: dict[str, list[str]] = {}
    for name in fields:
        target = reference_of(declared.fields[name])
        if target:
            by_type.setdefault(target, []).extend(str(r.values[name]) for r in records if r.values[name])
    found: dict[str, str] = {}
    for target, ids in by_type.items():
        found |= titles_of(ctx, reader, target, ids)
    return found


def title(ctx: Context, declared: RecordType, values: Mapping[str, Any], references: Titles) -> str:
    """The record in one line, from its declared summary; empty parts and their separators fall away."""
    parts = []
    for piece in declared.summary.split(" · "):
        texts = {n: cell(ctx, declared, n, values.get(n), references) for n in _places_in(piece)}
        if not texts or any(texts.values()):
            parts.append(piece.format(**texts))
    return " · ".join(parts)


def cell(ctx: Context, declared: RecordType, name: str, dumped: Any, references: Titles) -> str:
    """One value as a list shows it."""
    info = declared.fields[name]
    if reference_of(info):
        return references.get(str(dumped), "") if dumped else ""
    return shown(ctx, info.kind, dumped)


def _places_in(template: str) -> tuple[str, ...]:
    return tuple(part.split("}")[0] for part in template.split("{")[1:])
