"""What can be asked of the data: plain values out of one unchanging view."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from app.data import contents, journal
from app.data.changeset import ChangeSet
from app.data.conditions import AllOf, Condition, Measure
from app.data.declare import Registry
from app.data.dumped import dumped
from app.data.heads import RecordState, says
from app.data.local import keys_starting, read_local, values_starting
from app.data.past import Past, change_set_of
from app.data.queries import (
    after_clause,
    hits,
    life_clause,
    measure_column,
    search_clause,
    sort_column,
    where_clause,
)
from app.data.schema import change_set, head, operation, search_doc
from app.data.search import match_query
from app.data.views import Anchor, HeadView, HistoryEntry, RecordView, SearchHit

EVERYTHING = AllOf()
Order = tuple[str, str]
"""(field, "asc" or "desc")."""


class Reader:
    """Reads records, lists, figures, history and the journal."""

    def __init__(self, connection: Connection, registry: Registry, tables: Mapping[str, Table]) -> None:
        self._connection = connection
        self._registry = registry
        self._tables = tables

    def get(self, type_code: str, record_id: str) -> RecordView | None:
        """One record, deleted or not; `None` when nothing of it has arrived."""
        return self.get_many(type_code, (record_id,)).get(record_id)

    def get_many(self, type_code: str, ids: Sequence[str]) -> dict[str, RecordView]:
        """Records by id; those of which nothing has arrived are left out."""
        table = self._tables[type_code]
        found: dict[str, RecordView] = {}
        unique = list(dict.fromkeys(ids))
        for start in range(0, len(unique), 400):
            rows = self._connection.execute(select(table).where(table.c.id.in_(unique[start : start + 400])))
            found |= {view.id: view for view in self._views(type_code, rows.mappings().all())}
        return found

    def count(self, type_code: str, where: Condition = EVERYTHING, *, search: str = "", alive: bool = True) -> int:
        """How many records a list holds."""
        query = select(func.count()).select_from(self._tables[type_code])
        return int(self._connection.execute(query.where(*self._filter(type_code, where, search, alive))).scalar_one())

    def anchors(
        self,
        type_code: str,
        where: Condition = EVERYTHING,
        *,
        order: Order,
        search: str = "",
        alive: bool = True,
        step: int = 500,
    ) -> list[Anchor]:
        """The first row of every window of `step` rows, so that any window is fetched by key and never by counting."""
        table = self._tables[type_code]
        key, row_id = sort_column(table, order[0]), table.c.id
        by = (key, row_id) if order[1] == "asc" else (key.desc(), row_id.desc())
        numbered = (
            select(key.label("k"), row_id.label("i"), func.row_number().over(order_by=by).label("n"))
            .where(*self._filter(type_code, where, search, alive))
            .subquery()
        )
        query = select(numbered.c.k, numbered.c.i).where((numbered.c.n - 1) % step == 0).order_by(numbered.c.n)
        return [Anchor(row.k, row.i) for row in self._connection.execute(query)]

    def window(
        self,
        type_code: str,
        where: Condition = EVERYTHING,
        *,
        order: Order,
        search: str = "",
        alive: bool = True,
        start: Anchor | None = None,
        limit: int = 500,
    ) -> list[RecordView]:
        """Up to `limit` records in order, from an anchor (which is the first row) or from the top."""
        table = self._tables[type_code]
        key, row_id = sort_column(table, order[0]), table.c.id
        query = select(table).where(*self._filter(type_code, where, search, alive))
        if start is not None:
            query = query.where(after_clause(table, order[0], order[1], start.key, start.id))
        by = (key, row_id) if order[1] == "asc" else (key.desc(), row_id.desc())
        rows = self._connection.execute(query.order_by(*by).limit(limit)).mappings().all()
        return self._views(type_code, rows)

    def columns(self, type_code: str, fields: Sequence[str], where: Condition = EVERYTHING) -> Sequence[Sequence[Any]]:
        """(id, dumped values of these fields) of every standing record, in no order: for lookups over a register."""
        table = self._tables[type_code]
        query = select(table.c.id, *(table.c[name] for name in fields)).where(*self._filter(type_code, where, "", True))
        # All at once: asked for one by one, or in order of their ids, many rows take twice as long.
        return self._connection.execute(query).all()

    def aggregate(self, type_code: str, where: Condition, measure: Measure, *, search: str = "", alive: bool = True) -> int:
        """One figure over standing records."""
        table = self._tables[type_code]
        query = select(measure_column(measure, table)).where(*self._filter(type_code, where, search, alive))
        return int(self._connection.execute(query).scalar_one() or 0)

    def grouped(self, type_code: str, where: Condition, measure: Measure, by: str) -> dict[Any, int]:
        """One figure for each value of a field; `by="unit"` groups by the unit that created the records."""
        table = self._tables[type_code]
        column = table.c["unit_code" if by == "unit" else by]
        query = select(column, measure_column(measure, table)).where(*self._filter(type_code, where, "", True))
        return {key: int(value or 0) for key, value in self._connection.execute(query.group_by(column))}

    def search(self, typed: str, *, types: Sequence[str] = (), limit: int = 100) -> list[SearchHit]:
        """Standing records whose words begin with what was typed, in the order they were recorded."""
        query = match_query(typed, types)
        if not query:
            return []
        found = hits(query).limit(limit).subquery()
        rows = self._connection.execute(
            select(search_doc.c.kind, search_doc.c.record).join(found, found.c.number == search_doc.c.number)
        )
        return [SearchHit(row.kind, row.record) for row in rows]

    def competing(self, type_code: str, record_id: str, group: str) -> list[HeadView]:
        """The heads of a group in conflict, the shown one first."""
        query = (
            select(head.c.version, head.c.content, change_set.c.author, change_set.c.wall, change_set.c.replica)
            .join(operation, operation.c.version == head.c.version)
            .join(change_set, change_set.c.number == operation.c.change_set)
            .where(head.c.kind == type_code, head.c.record == record_id, head.c.part == group)
            .order_by(head.c.stamp.desc(), head.c.replica.desc(), head.c.version.desc())
        )
        return [
            HeadView(row.version, row.author, row.wall, row.replica, json.loads(row.content))
            for row in self._connection.execute(query)
        ]

    def conflicts(self) -> list[tuple[str, str]]:
        """(type, id) of every standing record with competing values that differ."""
        found = []
        for code, table in self._tables.items():
            query = select(table.c.id).where(table.c.conflicts != "[]", table.c.alive == 1)
            found += [(code, record) for record in self._connection.execute(query).scalars()]
        return found

    def waiting(self) -> int:
        """How many records have arrived in part only, without the part that creates them."""
        counts = (select(func.count()).where(table.c.alive.is_(None)) for table in self._tables.values())
        return sum(int(self._connection.execute(query).scalar_one()) for query in counts)

    def history(self, record_id: str) -> list[HistoryEntry]:
        """Every operation on a record, the newest first."""
        query = (
            select(operation.c.version, change_set)
            .join(change_set, change_set.c.number == operation.c.change_set)
            .where(operation.c.record == record_id)
            .order_by(change_set.c.stamp.desc(), change_set.c.replica, change_set.c.seq.desc())
        )
        entries = []
        for row in self._connection.execute(query).mappings():
            header_row = {name: row[name] for name in change_set.c.keys()}  # noqa: SIM118 -- a column collection is no dict
            change = change_set_of(header_row)
            position, body = next((n, o.operation) for n, o in enumerate(change.operations()) if o.version == row["version"])
            head_ = change.header
            entry = HistoryEntry(row["version"], head_.wall, head_.author, head_.unit, head_.replica, head_.reason, body)
            entries.append((-head_.stamp, head_.replica, -head_.seq, -position, entry))
        return [item[-1] for item in sorted(entries, key=lambda item: item[:-1])]

    def values_seen(self, record: RecordView, seen: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """The values a form showed that had these versions before it, by group; of an issued record, what was issued."""
        record_type, table = self._registry.get(record.type), self._tables[record.type]
        frozen = json.loads(self._connection.execute(select(table.c.frozen).where(table.c.id == record.id)).scalar_one() or "{}")
        values = dict(record.values)
        past = Past(self._connection)
        for group, names in record_type.groups.items():
            versions = tuple(sorted(seen.get(group, ())))
            if group in frozen or versions == record.heads.get(group, ()):
                continue
            found = [(version, *operation) for version in versions if (operation := past.operation(version))]
            said: Mapping[str, Any] = {}
            if found:
                _, header, body = max(found, key=lambda item: (item[1].stamp, item[1].replica, item[0]))
                said = says(record_type, header.stream, body, group) or {}
            values |= {name: said.get(name) for name in names}
        return values

    def content(self, name: str) -> bytes | None:
        """See `contents.get`."""
        return contents.get(self._connection, name)

    def content_names(self) -> list[str]:
        """See `contents.names`."""
        return contents.names(self._connection)

    def contents_here(self, names: Iterable[str]) -> frozenset[str]:
        """See `contents.here`."""
        return contents.here(self._connection, names)

    def local(self, key: str) -> Any:
        """See `app.data.local`."""
        return read_local(self._connection, key)

    def local_keys(self, prefix: str) -> list[str]:
        return keys_starting(self._connection, prefix)

    def local_values(self, prefix: str) -> dict[str, Any]:
        """Every key that begins with `prefix`, with its value."""
        return values_starting(self._connection, prefix)

    def tip(self, replica: str, stream: str) -> tuple[int, str]:
        """See `journal.tip`."""
        return journal.tip(self._connection, replica, stream)

    def holdings(self) -> dict[journal.Place, tuple[int, str]]:
        """See `journal.holdings`."""
        return journal.holdings(self._connection)

    def gaps(self) -> list[tuple[str, str, int, int]]:
        """See `journal.gaps`."""
        return journal.gaps(self._connection)

    def change_sets(
        self, streams: Sequence[str], above: Mapping[journal.Place, int], units: Sequence[str] | None = None
    ) -> Iterator[ChangeSet]:
        """See `journal.change_sets`."""
        return journal.change_sets(self._connection, streams, above, units)

    def count_beyond(self, streams: Sequence[str], above: Mapping[journal.Place, int], units: Sequence[str] | None = None) -> int:
        """See `journal.count_beyond`."""
        return journal.count_beyond(self._connection, streams, above, units)

    def hashes_at(self, replica: str, stream: str, seq: int) -> frozenset[str]:
        """See `journal.hashes_at`."""
        return journal.hashes_at(self._connection, replica, stream, seq)

    def last_touched(self, records: Sequence[str], reasons: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
        """See `journal.last_touched`."""
        return journal.last_touched(self._connection, records, reasons)

    def change_set_counts(self) -> dict[str, int]:
        """How many change-sets the journal holds of each stream."""
        query = select(change_set.c.stream, func.count()).group_by(change_set.c.stream)
        return {stream: int(count) for stream, count in self._connection.execute(query)}

    def dump(self) -> dict[str, Any]:
        """See `app.data.dumped`."""
        return dumped(self._connection, self._registry, self._tables)

    def _filter(self, type_code: str, where: Condition, search: str, alive: bool) -> list[Any]:
        table = self._tables[type_code]
        clauses = [life_clause(table, alive), where_clause(where, table, self._tables)]
        if search:
            clauses.append(search_clause(search, type_code, table, self._registry))
        return clauses

    def _views(self, type_code: str, rows: Sequence[Any]) -> list[RecordView]:
        record_type = self._registry.get(type_code)
        rivals = self._rivals(type_code, [row["id"] for row in rows if row["conflicts"]])
        views = []
        for row in rows:
            state = RecordState(record_type, row["id"], {}, json.loads(row["heads"]))
            heads = state.all_current() | rivals.get(row["id"], {})
            views.append(
                RecordView(
                    row["id"],
                    type_code,
                    row["unit_code"] or "",
                    row["alive"] == 1,
                    {name: row[name] for name in record_type.fields},
                    heads,
                    frozenset(json.loads(row["conflicts"] or "[]")),
                    frozenset(json.loads(row["flags"] or "[]")),
                )
            )
        return views

    def _rivals(self, type_code: str, ids: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for start in range(0, len(ids), 400):
            query = (
                select(head.c.record, head.c.part, head.c.version)
                .where(head.c.kind == type_code, head.c.record.in_(ids[start : start + 400]))
                .order_by(head.c.version)
            )
            for row in self._connection.execute(query):
                groups = found.setdefault(row.record, {})
                groups[row.part] = (*groups.get(row.part, ()), row.version)
        return found
