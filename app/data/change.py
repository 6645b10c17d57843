"""A change somebody makes: intents gathered while it is written down, turned into operations when it is committed.

Nothing else writes records. Delete and restore are `set` of the group `life`; settling a conflict is a `set` that names all heads;
undoing is a `set` of what stood before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.clock import Clock
from app.core.ids import new_id
from app.core.randomness import Randomness
from app.data.changeset import Operation
from app.data.declare import LIFE, RecordType, Registry
from app.data.guard import FROZE, SEEN
from app.data.projection import Projector

Seen = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Intent:
    act: str
    type_code: str
    id: str
    values: Mapping[str, Any]
    group: str = ""
    replaces: tuple[str, ...] | None = None
    seen: Seen | None = None


class Change:
    """What one save, or one bulk job, does. Values are dumped values; unknown field names raise `KeyError` at once."""

    def __init__(self, registry: Registry, clock: Clock, randomness: Randomness) -> None:
        self._registry = registry
        self._clock = clock
        self._randomness = randomness
        self.intents: list[_Intent] = []

    def create(self, type_code: str, values: Mapping[str, Any], id: str | None = None) -> str:
        """A new record; returns its id. Give an `id` only for records whose id is fixed by what they are."""
        record_id = id or new_id(self._clock, self._randomness)
        self._check(type_code, values)
        self.intents.append(_Intent("create", type_code, record_id, dict(values)))
        return record_id

    def update(self, type_code: str, id: str, values: Mapping[str, Any], seen: Seen | None = None) -> None:
        """Set the groups of these fields where they differ from what stands.

        `seen` gives the versions the officer had before them when they began to edit, by group: what somebody else wrote in the
        meantime is then not replaced but stands beside it as a conflict. Without it, what stands at commit is replaced.
        """
        self._check(type_code, values)
        self.intents.append(_Intent("update", type_code, id, dict(values), seen=seen))

    def set(self, type_code: str, id: str, group: str, values: Mapping[str, Any], replaces: Sequence[str] | None = None) -> None:
        """Set one group whole, naming the versions it replaces (all that stand at commit when not given)."""
        self._check(type_code, values)
        named = None if replaces is None else tuple(replaces)
        self.intents.append(_Intent("set", type_code, id, dict(values), group=group, replaces=named))

    def delete(self, type_code: str, id: str) -> None:
        """Let a record stand no more; it can be restored."""
        self.intents.append(_Intent("delete", type_code, id, {}))

    def restore(self, type_code: str, id: str) -> None:
        """Let a deleted record stand again as it was."""
        self.intents.append(_Intent("restore", type_code, id, {}))

    def purge(self, type_code: str, id: str) -> None:
        """Remove a record and its history for good, by law; only the fact remains."""
        self.intents.append(_Intent("purge", type_code, id, {}))

    def _check(self, type_code: str, values: Mapping[str, Any]) -> None:
        unknown = set(values) - set(self._registry.get(type_code).fields)
        if unknown:
            raise KeyError(f"{type_code} has no field {', '.join(sorted(unknown))}")


def operations_of(intent: _Intent, record_type: RecordType, projector: Projector) -> Iterator[tuple[str, Operation]]:
    """The (stream, operation) pairs an intent comes to, given what stands now. Nothing when nothing would change."""
    state = projector.state(record_type.code, intent.id)
    base: Operation = {"t": record_type.code, "r": intent.id}
    if intent.act == "create":
        for stream in record_type.streams:
            groups = {
                group: {n: intent.values[n] for n in record_type.groups[group] if intent.values.get(n) is not None}
                for group in record_type.groups_in(stream)
                if group != LIFE and any(intent.values.get(n) is not None for n in record_type.groups[group])
            }
            yield stream, {**base, "k": "create", "g": groups}
        frozen = _issued(record_type, intent.values)
    elif intent.act == "update":
        frozen = None
        for group, names in record_type.groups.items():
            if not any(name in intent.values for name in names):
                continue
            values = {n: intent.values.get(n, state.row[n]) for n in names}
            rivals = group in state.rivals
            if not rivals and all(values[n] == state.row[n] for n in names) and group not in state.frozen:
                continue
            frozen = frozen or _issued(record_type, values)
            if frozen == group:
                continue
            replaces = state.current(group) if intent.seen is None else tuple(intent.seen.get(group, ()))
            yield _set(record_type, base, group, values, replaces)
        if frozen:
            values = {n: intent.values.get(n, state.row[n]) for n in record_type.groups[frozen]}
            yield _freezing(record_type, base, frozen, values, projector, intent.id)
            frozen = None
    elif intent.act == "set":
        replaces = state.current(intent.group) if intent.replaces is None else intent.replaces
        yield _set(record_type, base, intent.group, intent.values, replaces)
        frozen = None
    else:
        frozen = None
        yield from _life(intent.act, record_type, base, projector, intent.id)
    if frozen:
        values = {n: intent.values.get(n) for n in record_type.groups[frozen]}
        yield _freezing(record_type, base, frozen, values, projector, intent.id)


def _life(
    act: str, record_type: RecordType, base: Operation, projector: Projector, record_id: str
) -> Iterator[tuple[str, Operation]]:
    state = projector.state(record_type.code, record_id)
    if act == "purge":
        for stream in record_type.streams:
            yield stream, {**base, "k": "purge"}
    elif act == "delete" and state.row["alive"]:
        seen = sorted(v for versions in state.all_current().values() for v in versions)
        yield _set(record_type, base, LIFE, {"alive": 0, SEEN: seen}, state.current(LIFE))
    elif act == "restore" and not state.row["alive"]:
        yield _set(record_type, base, LIFE, {"alive": 1}, state.current(LIFE))


def _issued(record_type: RecordType, values: Mapping[str, Any]) -> str | None:
    """The group that these values would issue the record by, if they do."""
    when = record_type.frozen_when
    return record_type.fields[when[0]].group if when and values.get(when[0]) == when[1] else None


def _freezing(
    record_type: RecordType, base: Operation, group: str, values: Mapping[str, Any], projector: Projector, record_id: str
) -> tuple[str, Operation]:
    state = projector.state(record_type.code, record_id)
    froze = {g: state.frozen.get(g) or versions[0] for g, versions in state.all_current().items() if g not in (LIFE, group)}
    return _set(record_type, base, group, {**values, FROZE: froze}, state.current(group))


def _set(
    record_type: RecordType, base: Operation, group: str, values: Mapping[str, Any], replaces: Sequence[str]
) -> tuple[str, Operation]:
    said = {name: value for name, value in values.items() if value is not None}
    body = {**base, "k": "set", "g": group, "v": said, "p": sorted(replaces)}
    return record_type.stream_of(group), body
