"""Commits a change: intents become operations, operations are projected, signed change-sets go into the journal.

All of it happens in one transaction that the store has opened; when it is committed, everything is on disk or nothing is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, Table

from app.core.clock import Clock
from app.core.randomness import Randomness
from app.data import journal
from app.data.change import Change
from app.data.changeset import MAX_OPERATIONS, MAX_PAYLOAD, SCHEMA, ChangeSet, Header, Operation, build_payload, seal
from app.data.declare import Registry
from app.data.guard import check_operation
from app.data.intents import operations_of
from app.data.projection import Projector, Touched
from app.data.replica import Replica


@dataclass(slots=True)
class _Draft:
    """A change-set being filled."""

    number: int
    header: Header
    lines: list[bytes] = field(default_factory=list)
    size: int = 0


@dataclass(slots=True)
class Committed:
    """What a commit did: the records it touched and the new end of each of this replica's chains."""

    touched: list[Touched]
    tips: dict[str, tuple[int, str]]


class Writer:
    """Writes one change in this replica's name."""

    def __init__(
        self,
        connection: Connection,
        registry: Registry,
        tables: Mapping[str, Table],
        replica: Replica,
        clock: Clock,
        randomness: Randomness,
    ) -> None:
        self._connection = connection
        self._registry = registry
        self._replica = replica
        self._clock = clock
        self._randomness = randomness
        self._projector = Projector(connection, registry, tables)
        self._drafts: dict[str, _Draft] = {}
        self._finished: list[tuple[int, ChangeSet]] = []
        self._tips: dict[str, tuple[int, str]] = {}
        self._next = journal.next_number(connection)

    def commit(self, change: Change, *, author: str, reason: str, batch: str, stamp: int) -> Committed:
        """Project and journal everything in `change`, in change-sets of bounded size under one `stamp` and `batch`."""
        wanted: dict[str, list[str]] = {}
        for intent in change.intents:
            wanted.setdefault(intent.type_code, []).append(intent.id)
        for type_code, ids in wanted.items():
            self._projector.load(type_code, ids)
        for intent in change.intents:
            for stream, operation in operations_of(intent, self._registry.get(intent.type_code), self._projector):
                self._add(stream, operation, author, reason, batch, stamp)
        touched = self._projector.flush()
        for stream in list(self._drafts):
            self._close(stream)
        journal.add(self._connection, self._finished)
        journal.blank_records(self._connection, self._projector.purged_now())
        return Committed(touched, self._tips)

    def _add(self, stream: str, operation: Operation, author: str, reason: str, batch: str, stamp: int) -> None:
        # What others would put aside as malformed must never be written.
        check_operation(operation, self._registry)
        version, line = seal(operation, self._randomness)
        draft = self._drafts.get(stream)
        if draft and (len(draft.lines) >= MAX_OPERATIONS or draft.size + len(line) > MAX_PAYLOAD):
            self._close(stream)
            draft = None
        if draft is None:
            draft = self._drafts[stream] = self._open(stream, author, reason, batch, stamp)
        draft.lines.append(line)
        draft.size += len(line)
        self._projector.apply(draft.header, version, operation, draft.number)

    def _open(self, stream: str, author: str, reason: str, batch: str, stamp: int) -> _Draft:
        seq, previous = self._tips.get(stream) or journal.tip(self._connection, self._replica.id, stream)
        header = Header(
            replica=self._replica.id,
            unit=self._replica.unit,
            stream=stream,
            seq=seq + 1,
            author=author,
            reason=reason,
            stamp=stamp,
            wall=self._clock.now().isoformat(timespec="seconds"),
            schema=SCHEMA,
            prev_hash=previous,
            payload_hash="",
            batch=batch,
        )
        draft = _Draft(self._next, header)
        self._next += 1
        return draft

    def _close(self, stream: str) -> None:
        draft = self._drafts.pop(stream)
        payload, payload_hash = build_payload(draft.lines)
        header = replace(draft.header, payload_hash=payload_hash)
        change_set = ChangeSet(header, payload, self._replica.sign(header.canonical()))
        self._finished.append((draft.number, change_set))
        self._tips[stream] = (header.seq, change_set.hash)
