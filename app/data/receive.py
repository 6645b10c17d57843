"""Taking in change-sets of other replicas.

Whoever calls has checked certificates and signatures; here payloads are checked against their headers and for their shape
(`guard`), and everything goes in within one transaction. Change-sets are taken in slices under a savepoint; a slice that fails
all the same is halved until the one that is to blame stands alone. What is to blame is quarantined with its reason, so that one
bad record never holds back the rest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, select

from app.core.errors import UserError
from app.core.progress import Progress
from app.data import journal
from app.data.changeset import ChangeSet, SealedOperation, encode
from app.data.declare import Registry
from app.data.guard import Malformed, check_header, check_operations
from app.data.projection import Projector, Touched
from app.data.schema import change_set, quarantine

_SLICE = 500
_SLICE_BYTES = 2**20
"""Compressed payloads of one slice: about twenty thousand operations, which a weak laptop still holds in memory."""

Opened = tuple[ChangeSet, list[SealedOperation]]


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
        self._touched: dict[tuple[str, str], Touched] = {}
        self._counts: Counter[str] = Counter()
        self._forks: list[Fork] = []
        self.stamps: set[int] = set()
        """Stamps of what was taken in."""
        self.replicas: set[str] = set()
        """Who wrote what was taken in."""

    def take(self, changes: Iterable[ChangeSet], progress: Progress, total: int) -> None:
        """Take in those change-sets that are not here yet."""
        for chunk in _slices(changes):
            known = journal.known_hashes(self._connection, [c.hash for c in chunk])
            fresh: dict[str, ChangeSet] = {}
            for change in chunk:
                if change.hash in known or change.hash in fresh:
                    self._counts["already_had"] += 1
                else:
                    fresh[change.hash] = change
            self._halving([opened for change in fresh.values() if (opened := self._open(change))])
            self._counts["read"] += len(chunk)
            progress.step(self._counts["read"], total, "change_sets")

    def result(self) -> Received:
        """What all `take` calls together did."""
        kinds = Counter(touched.what for touched in self._touched.values())
        conflicts, waiting = self._count()
        return Received(
            new=kinds["new"],
            changed=kinds["changed"],
            conflicts=conflicts,
            waiting=waiting,
            change_sets=self._counts["taken"],
            already_had=self._counts["already_had"],
            quarantined=self._counts["quarantined"],
            forks=tuple(self._forks),
            records=tuple(self._touched[key] for key in sorted(self._touched)),
        )

    def _open(self, change: ChangeSet) -> Opened | None:
        try:
            check_header(change.header)
            operations = change.operations()
            check_operations(change.header, operations, self._registry)
        except (UserError, Malformed) as error:
            self._put_aside(change, error.code)
            return None
        return change, operations

    def _halving(self, changes: Sequence[Opened]) -> None:
        if not changes:
            return
        try:
            with self._connection.begin_nested():
                touched = self._apply(changes)
        except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
            if len(changes) > 1:
                middle = len(changes) // 2
                self._halving(changes[:middle])
                self._halving(changes[middle:])
                return
            self._put_aside(changes[0][0], type(error).__name__)
            return
        self._counts["taken"] += len(changes)
        self.stamps |= {change.header.stamp for change, _ in changes}
        self.replicas |= {change.header.replica for change, _ in changes}
        self._forks += self._find_forks([change for change, _ in changes])
        for item in touched:
            earlier = self._touched.get((item.type, item.id))
            if earlier is None or earlier.what != "new" or item.what != "changed":
                self._touched[item.type, item.id] = item

    def _apply(self, changes: Sequence[Opened]) -> list[Touched]:
        projector = Projector(self._connection, self._registry, self._tables)
        numbered = [(number, *opened) for number, opened in enumerate(changes, self._next)]
        journal.add(self._connection, [(number, change) for number, change, _ in numbered])
        hashes = [{"of": change.hash} for change, _ in changes]
        self._connection.execute(delete(quarantine).where(quarantine.c.hash == bindparam("of")), hashes)
        projector.apply_all(numbered)
        touched = projector.flush()
        journal.blank_records(self._connection, projector.purged_now())
        self._next += len(changes)
        return touched

    def _put_aside(self, change: ChangeSet, reason: str) -> None:
        row = {"hash": change.hash, "reason": reason, "content": encode(change)}
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

    def _count(self) -> tuple[int, int]:
        """How many of the touched records are in conflict, and how many wait for the part that creates them."""
        ids: dict[str, list[str]] = {}
        for code, record in self._touched:
            if code in self._tables:
                ids.setdefault(code, []).append(record)
        conflicts = waiting = 0
        for code, records in ids.items():
            table = self._tables[code]
            for start in range(0, len(records), 400):
                # Nothing but the ids is asked for: with more, the database would go through the index of all standing records.
                chunk = records[start : start + 400]
                for row in self._connection.execute(select(table.c.alive, table.c.conflicts).where(table.c.id.in_(chunk))):
                    conflicts += row.alive == 1 and row.conflicts not in (None, "[]")
                    waiting += row.alive is None
        return conflicts, waiting


def _slices(changes: Iterable[ChangeSet]) -> Iterator[list[ChangeSet]]:
    chunk: list[ChangeSet] = []
    size = 0
    for change in changes:
        chunk.append(change)
        size += len(change.payload)
        if len(chunk) == _SLICE or size > _SLICE_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
