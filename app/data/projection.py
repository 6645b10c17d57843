"""One function applies an operation, for saves, merges, imports and rebuilds alike.

A `Projector` works inside a transaction that its caller opened. It keeps the records it touches in memory, in any order of
arrival, and writes them, their competing heads and their words back in batches on `flush`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, delete, select

from app.data import contents
from app.data.changeset import SCHEMA, ChangeSet, Header, Operation, SealedOperation
from app.data.declare import RecordType, Registry
from app.data.guard import well_formed
from app.data.heads import Head, RecordState, says
from app.data.past import Past, applied
from app.data.schema import SORT_SUFFIX, awaited, head, operation, purged
from app.data.search import Index, words_of
from app.data.upcast import upcast

_CHUNK = 400
"""Ids per IN list, well below SQLite's limit of variables."""

Key = tuple[str, str]
"""(record type, id): an id says nothing without its type."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a flush wrote: the record, and whether it was new to this database, changed, or gone for good ("purged")."""

    type: str
    id: str
    what: str


class Projector:
    """Applies operations to the tables within the caller's transaction."""

    def __init__(self, connection: Connection, registry: Registry, tables: Mapping[str, Table]) -> None:
        self._connection = connection
        self._registry = registry
        self._tables = tables
        self._states: dict[Key, RecordState] = {}
        self._new: set[Key] = set()
        self._dirty: set[Key] = set()
        self._applied: dict[str, tuple[int, str]] = {}
        self._bodies: dict[str, tuple[Header, Operation]] = {}
        self._purged: set[Key] | None = None
        self._to_purge: set[Key] = set()
        self._past = Past(connection)
        self._index = Index(connection)
        self._gone: list[Touched] = []
        self._let_go: set[str] = set()
        """Contents that purged records named."""

    def state(self, type_code: str, record_id: str) -> RecordState:
        """The record as it stands with everything applied so far; a blank one when nothing has arrived."""
        if (type_code, record_id) not in self._states:
            self.load(type_code, (record_id,))
        return self._states[type_code, record_id]

    def load(self, type_code: str, record_ids: Iterable[str]) -> None:
        """Fetch many records of a type at once, so that applying to them asks the database nothing more."""
        missing = [i for i in dict.fromkeys(record_ids) if (type_code, i) not in self._states]
        record_type, table = self._registry.get(type_code), self._tables[type_code]
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            found = {}
            for row in self._connection.execute(select(table).where(table.c.id.in_(chunk))).mappings():
                found[row["id"]] = _from_row(record_type, row)
            if found:
                self._load_rivals(type_code, found)
            for record_id in chunk:
                if record_id not in found:
                    self._new.add((type_code, record_id))
                self._states[type_code, record_id] = found.get(record_id) or RecordState.blank(record_type, record_id)

    def apply(self, header: Header, version: str, body: Operation | None, number: int) -> None:
        """Take in one operation of the change-set `header`, number `number` of the journal.

        Of a type this program does not know, or purged, it is only remembered as here. A version that was applied before is left
        alone: it may have been replaced since.
        """
        if version in self._applied:
            return
        self._applied[version] = (number, "" if body is None else body["r"])
        if body is None:
            return
        body = upcast(body, header.schema)
        key = (body["t"], body["r"])
        if body.get("k") == "purge":
            self._purge(*key)
        elif key in self._purged_keys():
            self._to_purge.add(key)
        elif self._registry.knows(body["t"]) and (header.schema <= SCHEMA or well_formed(body, self._registry)):
            self._bodies[version] = (header, body)
            self._project(header, version, body)

    def apply_all(self, changes: Sequence[tuple[int, ChangeSet, Sequence[SealedOperation]]]) -> None:
        """Apply numbered change-sets with their operations, everything they need fetched together."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for _, change, operations in changes:
            for sealed in operations:
                body = sealed.operation and upcast(sealed.operation, change.header.schema)
                if body and self._registry.knows(body["t"]):
                    wanted[body["t"]].append(body["r"])
        for type_code, ids in wanted.items():
            self.load(type_code, ids)
        known = applied(self._connection, [sealed.version for _, _, operations in changes for sealed in operations])
        for number, change, operations in changes:
            for sealed in operations:
                if sealed.version not in known:
                    self.apply(change.header, sealed.version, sealed.operation, number)

    def find(self, state: RecordState, version: str, group: str) -> Head | None:
        """What a version says of a group of this record; `None` when it is not here, was purged, or speaks of something else."""
        found = self._bodies.get(version) or self._past.operation(version)
        if found is None or (found[1]["t"], found[1]["r"]) != (state.record_type.code, state.id):
            return None
        header, body = found
        values = says(state.record_type, header.stream, body, group)
        return None if values is None else Head(version, header.stamp, header.replica, values)

    def flush(self) -> list[Touched]:
        """Write everything applied since the last flush and tell which records it touched."""
        touched = self._gone + [Touched(*key, "new" if key in self._new else "changed") for key in sorted(self._dirty)]
        by_type: dict[str, list[RecordState]] = defaultdict(list)
        for key in sorted(self._dirty):
            by_type[key[0]].append(self._states[key])
        for code, states in by_type.items():
            rows = [state.stored(SORT_SUFFIX) for state in states]
            self._connection.execute(self._tables[code].insert().prefix_with("OR REPLACE"), rows)
            self._index.put(
                code, [(s.id, words_of(s.record_type, s.row) if s.row["alive"] else "", (code, s.id) in self._new) for s in states]
            )
            self._write_side_tables(code, states)
        if self._applied:
            rows = [
                {"version": version, "record": record, "change_set": number} for version, (number, record) in self._applied.items()
            ]
            self._connection.execute(operation.insert(), rows)
        contents.forget(self._connection, self._registry, self._tables, self._let_go)
        for container in (self._states, self._new, self._dirty, self._applied, self._bodies, self._gone, self._let_go):
            container.clear()
        return touched

    def purged_now(self) -> set[Key]:
        """Records that were purged since this was last asked: their operations are to be blanked in the journal."""
        done, self._to_purge = self._to_purge, set()
        return done

    def _project(self, header: Header, version: str, body: Operation) -> None:
        state = self.state(body["t"], body["r"])
        row = state.row
        if body["k"] == "create":
            # The unit that created it; of two creations under one id, the same one on every laptop.
            units = {header.unit} if row["created"] is None else {header.unit, row["unit_code"]}
            row["unit_code"] = min(units)
            row["created"] = header.stamp if row["created"] is None else min(row["created"], header.stamp)
            state.create(header.stream, Head(version, header.stamp, header.replica, {}), body, self.find)
        else:
            if row["created"] is None:
                row["unit_code"] = min(row["unit_code"] or header.unit, header.unit)
            group = body.get("g")
            values = says(state.record_type, header.stream, body, group) if isinstance(group, str) else None
            if values is not None and isinstance(group, str):
                state.set(group, Head(version, header.stamp, header.replica, values), body["p"], self.find)
        row["changed"] = max(row["changed"] or 0, header.stamp)
        self._dirty.add((body["t"], body["r"]))

    def _purge(self, type_code: str, record_id: str) -> None:
        key = (type_code, record_id)
        if key not in self._purged_keys():
            if self._registry.knows(type_code):
                self._let_go |= contents.named_by(self._registry.get(type_code), self.state(type_code, record_id).row)
                table = self._tables[type_code]
                self._connection.execute(delete(table).where(table.c.id == record_id))
            for side in (head, awaited):
                self._connection.execute(delete(side).where(side.c.kind == type_code, side.c.record == record_id))
            self._index.remove(type_code, record_id)
            self._connection.execute(purged.insert(), {"kind": type_code, "record": record_id})
            self._purged_keys().add(key)
            self._gone.append(Touched(type_code, record_id, "purged"))
        self._states.pop(key, None)
        self._dirty.discard(key)
        self._to_purge.add(key)

    def _purged_keys(self) -> set[Key]:
        if self._purged is None:
            self._purged = {(row.kind, row.record) for row in self._connection.execute(select(purged))}
        return self._purged

    def _load_rivals(self, code: str, states: Mapping[str, RecordState]) -> None:
        ids = list(states)
        for row in self._connection.execute(select(head).where(head.c.kind == code, head.c.record.in_(ids))):
            rival = Head(row.version, row.stamp, row.replica, json.loads(row.content))
            states[row.record].rivals.setdefault(row.part, {})[row.version] = rival
        for row in self._connection.execute(select(awaited).where(awaited.c.kind == code, awaited.c.record.in_(ids))):
            states[row.record].awaited.add((row.part, row.version))

    def _write_side_tables(self, code: str, states: list[RecordState]) -> None:
        for side, chosen in (
            (head, [s for s in states if s.rivals_changed]),
            (awaited, [s for s in states if s.awaited_changed]),
        ):
            for state in chosen:
                self._connection.execute(delete(side).where(side.c.kind == code, side.c.record == state.id))
                rows = _rival_rows(state) if side is head else _awaited_rows(state)
                if rows:
                    self._connection.execute(side.insert(), rows)


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
            "kind": state.record_type.code,
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
    code = state.record_type.code
    return [{"kind": code, "record": state.id, "part": group, "version": version} for group, version in state.awaited]
