"""The history of a record in words, and what competes where two officers wrote apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.i18n import N_
from app.core.text import short_moment
from app.data.changeset import Operation
from app.data.declare import LIFE, RecordType
from app.data.reader import Reader
from app.data.views import HistoryEntry
from app.services.context import Context
from app.services.registers.describe import reference_of
from app.services.registers.wording import shown, titles_of


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Who did what and when. `what` holds one sentence a changed field."""

    when: str
    who: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """One of the values that compete: what it says in words, who wrote it, when. The first of a list is the one shown."""

    version: str
    who: str
    when: str
    texts: tuple[tuple[str, str], ...]


def history(ctx: Context, type_code: str, record_id: str) -> tuple[HistoryLine, ...]:
    """Everything done to a record, the newest first; the parts of one save are one line."""
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        entries = reader.history(record_id)
        names = officer_names(ctx, reader, {e.author for e in entries})
        lines: list[HistoryLine] = []
        earlier = {entry.version: entry.operation for entry in entries}
        for entry in reversed(entries):
            what = tuple(_sentences(ctx, reader, declared, entry, earlier))
            who = names.get(entry.author) or ctx.say(N_("An officer of unit {unit}"), unit=entry.unit)
            when = moment(entry.wall)
            if lines and lines[-1].when == when and lines[-1].who == who:
                merged = tuple(dict.fromkeys(lines[-1].what + what))
                lines[-1] = HistoryLine(when, who, merged)
            elif what:
                lines.append(HistoryLine(when, who, what))
    return tuple(reversed(lines))


def rivals(ctx: Context, type_code: str, record_id: str, group: str) -> tuple[Rival, ...]:
    """The competing versions of a group in words."""
    declared = ctx.store.registry.get(type_code)
    with ctx.store.reader() as reader:
        heads = reader.competing(type_code, record_id, group)
        names = officer_names(ctx, reader, {h.author for h in heads})
        return tuple(
            Rival(
                head.version,
                names.get(head.author, ""),
                moment(head.wall),
                _life(ctx, head.values)
                if group == LIFE
                else tuple(
                    (ctx.say(declared.fields[n].label), _said(ctx, reader, declared, n, head.values.get(n)))
                    for n in declared.groups[group]
                ),
            )
            for head in heads
        )


def _life(ctx: Context, values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return ((ctx.say(N_("State")), ctx.say(N_("Recorded") if values.get("alive") else N_("Deleted"))),)


def officer_names(ctx: Context, reader: Reader, ids: set[str]) -> dict[str, str]:
    """Names of the station's own officers by id. Other units' officers are not known here by name."""
    found = reader.get_many("officer", sorted(ids))
    return {i: str(view.values["name"]) for i, view in found.items() if view.values.get("name")}


def moment(wall: str) -> str:
    """A journal's wall time as people read it."""
    try:
        return short_moment(datetime.fromisoformat(wall))
    except ValueError:
        return wall


def _sentences(
    ctx: Context, reader: Reader, declared: RecordType, entry: HistoryEntry, earlier: Mapping[str, Operation | None]
) -> list[str]:
    body = entry.operation
    if body is None:
        return [ctx.say(N_("Removed by law"))]
    if body["k"] == "purge":
        return [ctx.say(N_("Removed for good"))]
    if body["k"] == "create":
        return [ctx.say(N_("Recorded"))]
    group, values = body["g"], body["v"]
    if group == LIFE:
        return [ctx.say(N_("Restored") if values.get("alive") else N_("Deleted"))]
    replaced = _replaced(body, earlier)
    lines = []
    for name in declared.groups.get(group, ()):
        old, new = replaced.get(name), values.get(name)
        if old != new:
            lines.append(
                ctx.say(
                    N_("{field}: “{old}” → “{new}”"),
                    field=ctx.say(declared.fields[name].label),
                    old=_said(ctx, reader, declared, name, old),
                    new=_said(ctx, reader, declared, name, new),
                )
            )
    return lines


def _replaced(body: Operation, earlier: Mapping[str, Operation | None]) -> Mapping[str, Any]:
    """What stood before an operation: said by the version it replaces, whatever lies between them in time."""
    for version in body["p"]:
        found = earlier.get(version)
        if found is not None:
            values: Mapping[str, Any] = found["g"].get(body["g"], {}) if found["k"] == "create" else found["v"]
            return values
    return {}


def _said(ctx: Context, reader: Reader, declared: RecordType, name: str, dumped: Any) -> str:
    info = declared.fields[name]
    target = reference_of(info)
    if target and dumped:
        return titles_of(ctx, reader, target, [str(dumped)])[str(dumped)]
    return shown(ctx, info.kind, dumped)
