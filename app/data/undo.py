"""Undoing a bulk job: a batch of change-sets is taken back whole, except where somebody has gone on from it.

Nothing is removed: what the batch set is set back to what it had replaced, what it created is deleted and can be restored.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.data.change import Change
from app.data.changeset import Operation
from app.data.declare import LIFE, Registry
from app.data.heads import RecordState, says
from app.data.past import change_set_of
from app.data.projection import Projector
from app.data.schema import change_set
from app.data.upcast import upcast


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A part of a record (`LIFE`: the record itself) that an undoing left as it is, because something newer stands on it."""

    type: str
    id: str
    group: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undoing did: how many records it took out, how many it set back, and what it left alone."""

    deleted: int
    set_back: int
    left: tuple[LeftAlone, ...]


@dataclass(slots=True)
class _Part:
    """What a batch did to one group of one record: its versions, and what the first of them replaced."""

    versions: set[str]
    replaced: tuple[str, ...]


def undo(connection: Connection, registry: Registry, projector: Projector, batch: str, change: Change) -> Undone:
    """Write into `change` what takes back a batch, given what stands now."""
    created: set[tuple[str, str]] = set()
    purged: set[tuple[str, str]] = set()
    parts: dict[tuple[str, str], dict[str, _Part]] = {}
    for stream, version, body in _operations(connection, batch):
        key = (body["t"], body["r"])
        if not registry.knows(body["t"]):
            continue
        if body["k"] == "create":
            created.add(key)
        elif body["k"] == "purge":
            purged.add(key)
        record_type = registry.get(body["t"])
        for group in record_type.groups_in(stream):
            if says(record_type, stream, body, group) is not None:
                part = parts.setdefault(key, {}).setdefault(group, _Part(set(), tuple(body.get("p", ()))))
                part.versions.add(version)
    for code in {code for code, _ in parts}:
        projector.load(code, [record for of, record in parts if of == code])
    left = [LeftAlone(*key, LIFE) for key in sorted(purged)]
    deleted = set_back = 0
    for key in sorted(parts.keys() - purged):
        state = projector.state(*key)
        if key in created:
            newer = [group for group, versions in state.all_current().items() if not set(versions) <= _versions(parts[key], group)]
            left += [LeftAlone(*key, group) for group in newer]
            if not newer and state.row["alive"] == 1:
                change.delete(*key)
                deleted += 1
            continue
        done = [group for group, part in parts[key].items() if _set_back(change, projector, state, group, part)]
        left += [LeftAlone(*key, group) for group in parts[key] if group not in done]
        set_back += bool(done)
    return Undone(deleted, set_back, tuple(left))


def _set_back(change: Change, projector: Projector, state: RecordState, group: str, part: _Part) -> bool:
    """Let a group say again what it said before the batch, if nothing newer stands on it."""
    current = state.current(group)
    if not current or not set(current) <= part.versions:
        return False
    heads = [head for version in part.replaced if (head := projector.find(state, version, group))]
    if part.replaced and not heads:
        return False
    first = max(heads, key=lambda head: head.rank).version if heads else ""
    change.adopt(state.record_type.code, state.id, group, first, current)
    return True


def _versions(parts: dict[str, _Part], group: str) -> set[str]:
    return parts[group].versions if group in parts else set()


def _operations(connection: Connection, batch: str) -> Iterator[tuple[str, str, Operation]]:
    """(stream, version, body) of everything a batch holds and that was not purged, in the order it was written."""
    written = (change_set.c.replica, change_set.c.stream, change_set.c.seq)
    for row in connection.execute(select(change_set).where(change_set.c.batch == batch).order_by(*written)).mappings().all():
        change = change_set_of(row)
        for sealed in change.operations():
            if sealed.operation is not None:
                yield change.header.stream, sealed.version, upcast(sealed.operation, change.header.schema)
