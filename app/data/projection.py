"""One function applies an operation, for saves, merges, imports and rebuilds alike.

A `Projector` works inside a transaction that its caller opened. It keeps the records it touches in memory, in any order of
arrival, and writes them, their competing heads and their words back in batches on `flush`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, delete, select

from app.data.changeset import SCHEMA, ChangeSet, Header, Operation
from app.data.declare import LIFE, RecordType, Registry
from app.data.heads import Head, Lookup, RecordState
from app.data.schema import SORT_SUFFIX, awaited, change_set, head, operation, purged
from app.data.search import Index, words_of
from app.data.upcast import upcast

_CHUNK = 400
"""Ids per IN list, well below SQLite's limit of variables."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a flush wrote: the record, and whether it was new to this database, changed, or gone for good."""

    type: str
    id: str
    what: str


class Projector:
    """Applies operations to the tables within the caller's transaction."""

    def __init__(self, connection: Connection, registry: Registry, tables: Mapping[str, Table]) -> None:
        self._connection = connection
        self._registry = registry
        self._tables = tables
        self._states: dict[str, RecordState] = {}
        self._new: set[str] = set()
        self._dirty: set[str] = set()
        self._applied: dict[str, tuple[int | None, str]] = {}
        self._bodies: dict[str, tuple[Header, Operation]] = {}
        self._purged: set[str] | None = None
        self._to_purge: set[str] = set()
        self._lookup = Lookup(self._known, self._head)
        self._index = Index(connection)
        self._gone: list[Touched] = []

    def state(self, type_code: str, record_id: str) -> RecordState:
        """The record as it stands with everything applied so far; a blank one when nothing has arrived."""
        if record_id not in self._states:
            self.load(type_code, (record_id,))
        return self._states[record_id]

    def load(self, type_code: str, record_ids: Iterable[str]) -> None:
        """Fetch many records of a type at once, so that applying to them asks the database nothing more."""
        missing = [i for i in dict.fromkeys(record_ids) if i not in self._states]
        record_type, table = self._registry.get(type_code), self._tables[type_code]
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            found = {}
            for row in self._connection.execute(select(table).where(table.c.id.in_(chunk))).mappings():
                found[row["id"]] = _from_row(record_type, row)
            if found:
                self._load_rivals(list(found), found)
            for record_id in chunk:
                if record_id not in found:
                    self._new.add(record_id)
                self._states[record_id] = found.get(record_id) or RecordState.blank(record_type, record_id)

    def apply(self, header: Header, version: str, body: Operation | None, number: int | None = None) -> None:
        """Take in one operation of the change-set `header`. Of an unknown type, or purged, it is only remembered as here."""
        record_id = "" if body is None else str(body["r"])
        if body is not None and header.schema < SCHEMA:
            body = upcast(body, header.schema)
        if body is not None and record_id in self._purged_ids():
            self._to_purge.add(record_id)
        elif body is not None and self._registry.knows(body["t"]):
            self._bodies[version] = (header, body)
            if body["k"] == "purge":
                self._purge(body["t"], record_id)
            else:
                self._project(header, version, body)
        self._applied[version] = (number, record_id)

    def apply_all(self, header: Header, change: ChangeSet, number: int) -> None:
        """Every operation of a change-set in order, records fetched together. Raises `UserError` on a false payload."""
        operations = change.operations()
        wanted: dict[str, list[str]] = defaultdict(list)
        for sealed in operations:
            if sealed.operation is not None and self._registry.knows(sealed.operation["t"]):
                wanted[sealed.operation["t"]].append(sealed.operation["r"])
        for type_code, ids in wanted.items():
            self.load(type_code, ids)
        for sealed in operations:
            self.apply(header, sealed.version, sealed.operation, number)

    def flush(self) -> list[Touched]:
        """Write everything applied since the last flush and tell which records it touched."""
        touched = self._gone + [
            Touched(self._states[i].record_type.code, i, "new" if i in self._new else "changed") for i in sorted(self._dirty)
        ]
        by_type: dict[str, list[RecordState]] = defaultdict(list)
        for record_id in sorted(self._dirty):
            by_type[self._states[record_id].record_type.code].append(self._states[record_id])
        for code, states in by_type.items():
            rows = [state.stored(SORT_SUFFIX) for state in states]
            self._connection.execute(self._tables[code].insert().prefix_with("OR REPLACE"), rows)
            self._index.put(
                [(s.id, code, words_of(s.record_type, s.row) if s.row["alive"] else "", s.id in self._new) for s in states]
            )
            self._write_side_tables(states)
        if self._applied:
            rows = [
                {"version": version, "record": record, "change_set": number} for version, (number, record) in self._applied.items()
            ]
            self._connection.execute(operation.insert().prefix_with("OR IGNORE"), rows)
        for container in (self._states, self._new, self._dirty, self._applied, self._bodies, self._gone):
            container.clear()
        return touched

    def purged_now(self) -> set[str]:
        """Records that were purged since this was last asked: their operations are to be blanked in the journal."""
        done, self._to_purge = self._to_purge, set()
        return done

    def _project(self, header: Header, version: str, body: Operation) -> None:
        state = self.state(body["t"], body["r"])
        row = state.row
        row["changed"] = max(row["changed"] or 0, header.stamp)
        if body["k"] == "create":
            row["created"] = header.stamp if row["created"] is None else min(row["created"], header.stamp)
            state.create(header.stream, Head(version, header.stamp, header.replica, {}), body["g"], self._lookup)
        elif body["g"] == LIFE or body["g"] in state.record_type.groups:
            standing = Head(version, header.stamp, header.replica, body["v"])
            state.set(body["g"], standing, body["p"], self._lookup)
        row["unit_code"] = min(row["unit_code"] or header.unit, header.unit)
        self._dirty.add(state.id)

    def _purge(self, type_code: str, record_id: str) -> None:
        table = self._tables[type_code]
        self._connection.execute(delete(table).where(table.c.id == record_id))
        for side in (head, awaited):
            self._connection.execute(delete(side).where(side.c.record == record_id))
        self._index.remove(record_id)
        self._connection.execute(purged.insert().prefix_with("OR IGNORE"), {"record": record_id})
        self._states.pop(record_id, None)
        self._dirty.discard(record_id)
        self._purged_ids().add(record_id)
        self._to_purge.add(record_id)
        self._gone.append(Touched(type_code, record_id, "purged"))

    def _purged_ids(self) -> set[str]:
        if self._purged is None:
            self._purged = set(self._connection.execute(select(purged.c.record)).scalars())
        return self._purged

    def _load_rivals(self, ids: list[str], states: Mapping[str, RecordState]) -> None:
        for row in self._connection.execute(select(head).where(head.c.record.in_(ids))):
            rival = Head(row.version, row.stamp, row.replica, json.loads(row.content))
            states[row.record].rivals.setdefault(row.part, {})[row.version] = rival
        for row in self._connection.execute(select(awaited).where(awaited.c.record.in_(ids))):
            states[row.record].awaited.add((row.part, row.version))

    def _write_side_tables(self, states: list[RecordState]) -> None:
        for side, chosen in (
            (head, [s for s in states if s.rivals_changed]),
            (awaited, [s for s in states if s.awaited_changed]),
        ):
            for state in chosen:
                self._connection.execute(delete(side).where(side.c.record == state.id))
                rows = _rival_rows(state) if side is head else _awaited_rows(state)
                if rows:
                    self._connection.execute(side.insert(), rows)

    def _known(self, version: str) -> bool:
        if version in self._applied:
            return True
        query = select(operation.c.version).where(operation.c.version == version)
        return self._connection.execute(query).first() is not None

    def _head(self, version: str, group: str) -> Head | None:
        if version in self._bodies:
            header, body = self._bodies[version]
            return Head(version, header.stamp, header.replica, _said_of(body, group))
        return read_head(self._connection, version, group)


def read_head(connection: Connection, version: str, group: str) -> Head | None:
    """What the journal holds under a version, about one group; `None` when it has not arrived or was purged."""
    found = read_operation(connection, version)
    if found is None or found[1] is None:
        return None
    return Head(version, found[0].stamp, found[0].replica, _said_of(found[1], group))


def read_operation(connection: Connection, version: str) -> tuple[Header, Operation | None] | None:
    """The header and body of the operation that created a version; `None` when it has not arrived."""
    query = select(change_set).join(operation, operation.c.change_set == change_set.c.number).where(operation.c.version == version)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    change = change_set_of(row)
    body = next((o.operation for o in change.operations() if o.version == version), None)
    return change.header, body


def change_set_of(row: Mapping[str, Any] | RowMapping) -> ChangeSet:
    """A change-set from its row in the journal."""
    header = Header(**{name: row[name] for name in Header.__annotations__})
    return ChangeSet(header, row["payload"], row["signature"])


def _said_of(body: Operation, group: str) -> Mapping[str, Any]:
    if body["k"] == "create":
        return {"alive": 1} if group == LIFE else dict(body["g"].get(group, {}))
    return dict(body["v"])


def _from_row(record_type: RecordType, row: RowMapping) -> RecordState:
    kept = (*record_type.fields, "id", "unit_code", "alive", "created", "changed")
    return RecordState(
        record_type,
        row["id"],
        {name: row[name] for name in kept},
        json.loads(row["heads"]),
        frozen=json.loads(row["frozen"] or "{}"),
        seen=frozenset(json.loads(row["seen"] or "[]")),
    )


def _rival_rows(state: RecordState) -> list[dict[str, Any]]:
    return [
        {
            "record": state.id,
            "part": group,
            "version": rival.version,
            "stamp": rival.stamp,
            "replica": rival.replica,
            "content": json.dumps(dict(rival.values), sort_keys=True),
        }
        for group, rivals in state.rivals.items()
        for rival in rivals.values()
    ]


def _awaited_rows(state: RecordState) -> list[dict[str, Any]]:
    return [{"record": state.id, "part": group, "version": version} for group, version in state.awaited]
