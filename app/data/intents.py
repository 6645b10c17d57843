"""Turns what somebody means to change into operations, given what stands when it is committed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.data.change import Intent, Seen
from app.data.changeset import Operation
from app.data.declare import FROZE, LIFE, SEEN, RecordType
from app.data.heads import Head, RecordState
from app.data.projection import Projector

Placed = tuple[str, Operation]
"""An operation and the stream it is written to."""


def operations_of(intent: Intent, record_type: RecordType, projector: Projector) -> Iterator[Placed]:
    """The operations an intent comes to; none when nothing would change.

    Each has to be applied before the next is asked for: issuing names versions that the same save has just made.
    """
    record = _Standing(record_type, projector.state(record_type.code, intent.id), projector)
    match intent.act:
        case "create":
            yield from _create(record, intent)
        case "update":
            yield from _update(record, intent)
        case "set":
            replaces = record.state.current(intent.group) if intent.replaces is None else intent.replaces
            if _issues(record_type, intent.group, intent.values):
                yield record.issue(intent.values, replaces, None)
            else:
                yield record.set(intent.group, intent.values, replaces)
        case "adopt":
            replaces = record.state.current(intent.group) if intent.replaces is None else intent.replaces
            yield record.set(intent.group, record.said_by(intent.version, intent.group), replaces)
        case "purge":
            for stream in record_type.streams:
                yield stream, record.operation("purge")
        case "delete" if record.state.row["alive"] == 1:
            seen = sorted(v for versions in record.state.all_current().values() for v in versions)
            yield record.set(LIFE, {"alive": 0, SEEN: seen}, record.state.current(LIFE))
        case "restore" if record.state.row["alive"] == 0:
            yield record.set(LIFE, {"alive": 1}, record.state.current(LIFE))


def _create(record: "_Standing", intent: Intent) -> Iterator[Placed]:
    given = {name: value for name, value in intent.values.items() if value is not None}
    for stream in record.type.streams:
        groups = {}
        for group in record.type.groups_in(stream):
            said = {name: given[name] for name in record.type.groups.get(group, ()) if name in given}
            if said:
                groups[group] = said
        yield stream, {**record.operation("create"), "g": groups}
    issuing = record.type.issuing_group
    if issuing and _issues(record.type, issuing, given):
        values = {name: given.get(name) for name in record.type.groups[issuing]}
        yield record.issue(values, record.state.current(issuing), None)


def _update(record: "_Standing", intent: Intent) -> Iterator[Placed]:
    issuing: tuple[Mapping[str, Any], tuple[str, ...]] | None = None
    for group, names in record.type.groups.items():
        if not any(name in intent.values for name in names):
            continue
        replaces, seen = record.seen(group, intent.seen)
        values = {name: intent.values.get(name, seen.get(name)) for name in names}
        standing = record.shown(group)
        settles = len(replaces) > 1
        if not settles and (_same(values, seen, names) or (group not in record.state.rivals and _same(values, standing, names))):
            continue
        if _issues(record.type, group, values):
            issuing = values, replaces
        else:
            yield record.set(group, values, replaces)
    if issuing:
        yield record.issue(*issuing, intent.seen)


def _same(one: Mapping[str, Any], other: Mapping[str, Any], names: Sequence[str]) -> bool:
    return all(one.get(name) == other.get(name) for name in names)


def _issues(record_type: RecordType, group: str, values: Mapping[str, Any]) -> bool:
    """Whether these values of a group issue the record."""
    when = record_type.frozen_when
    return when is not None and group == record_type.issuing_group and values.get(when[0]) == when[1]


@dataclass(slots=True)
class _Standing:
    """A record as it stood when a change of it began; `state` goes on with every operation that is applied."""

    type: RecordType
    state: RecordState
    projector: Projector
    before: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.state.all_current()

    def operation(self, act: str) -> Operation:
        return {"t": self.type.code, "r": self.state.id, "k": act}

    def set(self, group: str, values: Mapping[str, Any], replaces: Sequence[str]) -> Placed:
        said = {name: value for name, value in values.items() if value is not None}
        return self.type.stream_of(group), {**self.operation("set"), "g": group, "v": said, "p": sorted(replaces)}

    def issue(self, values: Mapping[str, Any], replaces: Sequence[str], seen: Seen | None) -> Placed:
        """Set the group that issues the record, naming the versions it freezes: what this save has written, else what was seen."""
        froze = {}
        for group, versions in self.state.all_current().items():
            if group not in (LIFE, self.type.issuing_group):
                written = set(versions) - set(self.before.get(group, ()))
                froze[group] = self.state.frozen.get(group) or min(written, default="") or self._first(group, seen)
        issuing = self.type.issuing_group or ""
        return self.set(issuing, {**values, FROZE: {g: v for g, v in froze.items() if v}}, replaces)

    def seen(self, group: str, seen: Seen | None) -> tuple[tuple[str, ...], Mapping[str, Any]]:
        """The versions an officer had before them, and what they showed."""
        current = self.state.current(group)
        named = current if seen is None else tuple(sorted(seen.get(group, ())))
        if named == current:
            return named, self.shown(group)
        first = self._first(group, seen)
        return named, self.said_by(first, group)

    def shown(self, group: str) -> Mapping[str, Any]:
        """What stands for a group, amendments of an issued record included."""
        version = self.state.shown(group)
        if self.state.frozen.get(group, version) == version:
            return self.state.row
        return self.said_by(version or "", group)

    def said_by(self, version: str, group: str) -> Mapping[str, Any]:
        if not version:
            return {}
        head = self.projector.find(self.state, version, group)
        if head is None:
            raise UserError("version.gone", N_("What stood there before is not known here any more. Open the record again."))
        return head.values

    def _first(self, group: str, seen: Seen | None) -> str:
        named = self.state.current(group) if seen is None else seen.get(group, ())
        if self.state.shown(group) in named:
            return self.state.shown(group) or ""
        heads = (self.projector.find(self.state, version, group) for version in named)
        ranked: list[Head] = sorted((head for head in heads if head), key=lambda head: head.rank)
        return ranked[-1].version if ranked else ""
