"""Taking in change-sets of other replicas.

Whoever calls has checked certificates and signatures; here payloads are checked against their headers, and everything goes in
within one transaction. Change-sets are taken in slices under a savepoint; a slice that fails is halved until the one that is to
blame stands alone, and that one is quarantined with its reason, so that one bad record never holds back the rest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, func, select

from app.core.errors import UserError
from app.core.progress import Progress
from app.data import journal
from app.data.changeset import ChangeSet, encode
from app.data.declare import Registry
from app.data.projection import Projector, Touched
from app.data.schema import change_set, quarantine

_SLICE = 500


@dataclass(frozen=True, slots=True)
class Fork:
    """Two different change-sets at one place; both were applied."""

    replica: str
    stream: str
    seq: int


@dataclass(frozen=True, slots=True)
class Received:
    """What taking in change-sets did. Counts are of records, but `change_sets`, `already_had` and `quarantined` of change-sets.

    `records` holds each touched record once: (type, id, "new" | "changed" | "purged").
    """

    new: int
    changed: int
    conflicts: int
    waiting: int
    change_sets: int
    already_had: int
    quarantined: int
    forks: tuple[Fork, ...]
    records: tuple[Touched, ...]


class Receiver:
    """Takes change-sets into one database, inside the caller's transaction."""

    def __init__(self, connection: Connection, registry: Registry, tables: Mapping[str, Table]) -> None:
        self._connection = connection
        self._registry = registry
        self._tables = tables
        self._next = journal.next_number(connection)
        self._touched: dict[str, Touched] = {}
        self._counts: Counter[str] = Counter()
        self._forks: list[Fork] = []

    def take(self, changes: Iterable[ChangeSet], progress: Progress, total: int) -> int:
        """Take in change-sets; returns the greatest stamp among them."""
        greatest = 0
        for chunk in _slices(changes):
            known = journal.known_hashes(self._connection, [c.hash for c in chunk])
            fresh: dict[str, ChangeSet] = {}
            for change in chunk:
                if change.hash in known or change.hash in fresh:
                    self._counts["already_had"] += 1
                else:
                    fresh[change.hash] = change
                    greatest = max(greatest, change.header.stamp)
            self._halving(list(fresh.values()))
            self._counts["read"] += len(chunk)
            progress.step(self._counts["read"], total, "change_sets")
        return greatest

    def result(self) -> Received:
        """What all `take` calls together did."""
        kinds = Counter(touched.what for touched in self._touched.values())
        return Received(
            new=kinds["new"],
            changed=kinds["changed"],
            conflicts=self._conflicts(),
            waiting=self._waiting(),
            change_sets=self._counts["taken"],
            already_had=self._counts["already_had"],
            quarantined=self._counts["quarantined"],
            forks=tuple(self._forks),
            records=tuple(self._touched[key] for key in sorted(self._touched)),
        )

    def _halving(self, changes: Sequence[ChangeSet]) -> None:
        if not changes:
            return
        try:
            with self._connection.begin_nested():
                touched = self._apply(changes)
        except (UserError, KeyError, TypeError, ValueError, AttributeError) as error:
            if len(changes) > 1:
                middle = len(changes) // 2
                self._halving(changes[:middle])
                self._halving(changes[middle:])
                return
            self._put_aside(changes[0], error)
            return
        self._counts["taken"] += len(changes)
        self._forks += self._find_forks(changes)
        for item in touched:
            earlier = self._touched.get(item.id)
            keep_new = earlier is not None and earlier.what == "new" and item.what == "changed"
            self._touched[item.id] = earlier if keep_new and earlier else item

    def _apply(self, changes: Sequence[ChangeSet]) -> list[Touched]:
        projector = Projector(self._connection, self._registry, self._tables)
        number = self._next
        journal.add(self._connection, list(enumerate(changes, number)))
        for offset, change in enumerate(changes):
            projector.apply_all(change.header, change, number + offset)
        touched = projector.flush()
        journal.blank_records(self._connection, projector.purged_now())
        self._next += len(changes)
        return touched

    def _put_aside(self, change: ChangeSet, error: Exception) -> None:
        row = {"hash": change.hash, "reason": getattr(error, "code", type(error).__name__), "content": encode(change)}
        self._connection.execute(quarantine.insert().prefix_with("OR REPLACE"), row)
        self._counts["quarantined"] += 1

    def _find_forks(self, changes: Sequence[ChangeSet]) -> Iterator[Fork]:
        by_chain: dict[tuple[str, str], list[int]] = {}
        for change in changes:
            replica, stream, seq = change.place
            by_chain.setdefault((replica, stream), []).append(seq)
        for (replica, stream), seqs in by_chain.items():
            query = (
                select(change_set.c.seq)
                .where(
                    and_(change_set.c.replica == replica, change_set.c.stream == stream),
                    change_set.c.seq.between(min(seqs), max(seqs)),
                )
                .group_by(change_set.c.seq)
                .having(func.count() > 1)
            )
            for seq in self._connection.execute(query).scalars():
                if seq in seqs:
                    yield Fork(replica, stream, seq)

    def _conflicts(self) -> int:
        count = 0
        for code, ids in self._touched_ids().items():
            table = self._tables[code]
            for start in range(0, len(ids), 400):
                query = select(func.count()).where(
                    table.c.id.in_(ids[start : start + 400]), table.c.conflicts != "[]", table.c.alive == 1
                )
                count += int(self._connection.execute(query).scalar_one())
        return count

    def _waiting(self) -> int:
        count = 0
        for code, ids in self._touched_ids().items():
            table = self._tables[code]
            for start in range(0, len(ids), 400):
                query = select(func.count()).where(table.c.id.in_(ids[start : start + 400]), table.c.alive.is_(None))
                count += int(self._connection.execute(query).scalar_one())
        return count

    def _touched_ids(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for touched in self._touched.values():
            ids.setdefault(touched.type, []).append(touched.id)
        return ids


def _slices(changes: Iterable[ChangeSet]) -> Iterator[list[ChangeSet]]:
    chunk: list[ChangeSet] = []
    for change in changes:
        chunk.append(change)
        if len(chunk) == _SLICE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
