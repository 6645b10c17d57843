"""Undoing a bulk job: a batch of change-sets is taken back whole, except where somebody has gone on from it.

Nothing is removed: what the batch set is set back to what it had replaced, what it created is deleted and can be restored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Table, select

from app.core.kinds import Reference
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


Key = tuple[str, str]
"""(type, record)."""
_AT_ONCE = 5_000
"""Records that are taken back together."""
_AT_A_TIME = 400
"""Ids in one query."""


class Undoing:
    """What a batch did, read once, and taken back portion by portion so that no laptop has to hold all of it."""

    def __init__(self, connection: Connection, registry: Registry, tables: Mapping[str, Table], batch: str) -> None:
        self._connection = connection
        self._registry = registry
        self._tables = tables
        self._references = [
            (record_type.code, name, info.kind.type_code)
            for record_type in registry.all()
            for name, info in record_type.fields.items()
            if isinstance(info.kind, Reference)
        ]
        self._versions: set[str] = set()
        self._created: set[Key] = set()
        self._purged: set[Key] = set()
        self._replaced: dict[Key, dict[str, tuple[str, ...]]] = {}
        """By record that stood before, and group: what the first version of the batch replaced."""
        for stream, version, body in _operations(connection, batch):
            self._read(stream, version, body)
        self._left = [LeftAlone(*key, LIFE) for key in sorted(self._purged)]
        self._deleted = self._set_back = 0

    def _read(self, stream: str, version: str, body: Operation) -> None:
        key = (body["t"], body["r"])
        if not self._registry.knows(body["t"]):
            return
        self._versions.add(version)
        if body["k"] == "purge":
            self._purged.add(key)
        elif body["k"] == "create":
            self._created.add(key)
            self._replaced.pop(key, None)
        if key in self._created or key in self._purged:
            return
        record_type = self._registry.get(body["t"])
        for group in record_type.groups_in(stream):
            if says(record_type, stream, body, group) is not None:
                self._replaced.setdefault(key, {}).setdefault(group, tuple(body.get("p", ())))

    def portions(self, size: int = _AT_ONCE) -> Iterator[list[Key]]:
        """The records to be taken back, up to `size` at a time."""
        keys = sorted((self._created | self._replaced.keys()) - self._purged)
        for start in range(0, len(keys), size):
            yield keys[start : start + size]

    def __len__(self) -> int:
        return len((self._created | self._replaced.keys()) - self._purged)

    def take_back(self, keys: list[Key], projector: Projector, change: Change) -> None:
        """Write into `change` what takes these records back, given what stands now.

        A record that others have come to refer to since stays: taken out, it would leave them pointing at nothing.
        """
        needed = self._needed(keys)
        for code in {code for code, _ in keys}:
            projector.load(code, [record for of, record in keys if of == code])
        for key in keys:
            state = projector.state(*key)
            if key in self._created:
                self._take_out(key, state, change, key in needed)
                continue
            groups = self._replaced[key]
            done = [group for group, replaced in groups.items() if self._put_back(change, projector, state, group, replaced)]
            self._left += [LeftAlone(*key, group) for group in groups if group not in done]
            self._set_back += bool(done)

    def _take_out(self, key: Key, state: RecordState, change: Change, needed: bool) -> None:
        newer = [group for group, versions in state.all_current().items() if not self._versions.issuperset(versions)]
        self._left += [LeftAlone(*key, group) for group in newer]
        if needed and not newer and state.row["alive"] == 1:
            self._left.append(LeftAlone(*key, LIFE))
        elif not newer and state.row["alive"] == 1:
            change.delete(*key)
            self._deleted += 1

    def _needed(self, keys: list[Key]) -> set[Key]:
        """Those of the records that a standing record outside the batch refers to."""
        wanted: dict[str, list[str]] = {}
        for code, record in keys:
            if (code, record) in self._created:
                wanted.setdefault(code, []).append(record)
        found: set[Key] = set()
        for from_code, field, to_code in self._references:
            table = self._tables[from_code]
            ids = wanted.get(to_code, [])
            for start in range(0, len(ids), _AT_A_TIME):
                column = table.c[field]
                query = select(table.c.id, column).where(column.in_(ids[start : start + _AT_A_TIME]), table.c.alive == 1)
                rows = self._connection.execute(query)
                found |= {(to_code, target) for row_id, target in rows if (from_code, row_id) not in self._created}
        return found

    def _put_back(self, change: Change, projector: Projector, state: RecordState, group: str, replaced: tuple[str, ...]) -> bool:
        """Let a group say again what it said before the batch, if nothing newer stands on it."""
        current = state.current(group)
        if not current or not self._versions.issuperset(current):
            return False
        heads = [head for version in replaced if (head := projector.find(state, version, group))]
        if replaced and not heads:
            return False
        first = max(heads, key=lambda head: head.rank).version if heads else ""
        change.adopt(state.record_type.code, state.id, group, first, current)
        return True

    def result(self) -> Undone:
        return Undone(self._deleted, self._set_back, tuple(self._left))


def _operations(connection: Connection, batch: str) -> Iterator[tuple[str, str, Operation]]:
    """(stream, version, body) of everything a batch holds and that was not purged, in the order it was written."""
    written = (change_set.c.replica, change_set.c.stream, change_set.c.seq)
    for row in connection.execute(select(change_set).where(change_set.c.batch == batch).order_by(*written)).mappings().all():
        change = change_set_of(row)
        for sealed in change.operations():
            if sealed.operation is not None:
                yield change.header.stream, sealed.version, upcast(sealed.operation, change.header.schema)
