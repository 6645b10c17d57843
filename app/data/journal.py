"""The journal's own rows: adding change-sets, what is held of whom, what is missing, blanking by law."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, func, or_, select, update

from app.data.changeset import ChangeSet, blank, readable
from app.data.past import change_set_of
from app.data.schema import change_set, operation, quarantine

Place = tuple[str, str]
"""(replica, stream)."""


_TIP = (
    select(change_set.c.seq, change_set.c.hash)
    .where(change_set.c.replica == bindparam("of_replica"), change_set.c.stream == bindparam("in_stream"))
    .order_by(change_set.c.seq.desc(), change_set.c.hash)
    .limit(1)
)
_NEXT = select(func.coalesce(func.max(change_set.c.number), 0) + 1)
"""Built once: both stand in the path of every save."""


def next_number(connection: Connection) -> int:
    """The number the next change-set of this database gets."""
    return int(connection.execute(_NEXT).scalar_one())


def add(connection: Connection, changes: Iterable[tuple[int, ChangeSet]]) -> None:
    """Write numbered change-sets into the journal."""
    rows = [journal_row(number, change) for number, change in changes]
    if rows:
        connection.execute(change_set.insert(), rows)


def journal_row(number: int, change: ChangeSet) -> dict[str, Any]:
    """The row of a change-set."""
    return {
        **change.header.as_dict(),
        "number": number,
        "hash": change.hash,
        "signature": change.signature,
        "payload": change.payload,
    }


def known_hashes(connection: Connection, hashes: Sequence[str]) -> set[str]:
    """Those of `hashes` that the journal holds already."""
    found: set[str] = set()
    for start in range(0, len(hashes), 400):
        query = select(change_set.c.hash).where(change_set.c.hash.in_(hashes[start : start + 400]))
        found |= set(connection.execute(query).scalars())
    return found


def tip(connection: Connection, replica: str, stream: str) -> tuple[int, str]:
    """Place and hash of the last change-set a replica wrote in a stream; (0, "") before the first."""
    row = connection.execute(_TIP, {"of_replica": replica, "in_stream": stream}).first()
    return (row.seq, row.hash) if row else (0, "")


def holdings(connection: Connection) -> dict[Place, tuple[int, str]]:
    """For each (replica, stream): the highest place up to which nothing is missing, and the hash there."""
    held = {}
    for replica, stream, seqs in _places(connection):
        last = 0
        for seq in seqs:
            if seq > last + 1:
                break
            last = seq
        if last:
            query = select(func.min(change_set.c.hash)).where(
                change_set.c.replica == replica, change_set.c.stream == stream, change_set.c.seq == last
            )
            held[replica, stream] = (last, str(connection.execute(query).scalar_one()))
    return held


def gaps(connection: Connection) -> list[tuple[str, str, int, int]]:
    """(replica, stream, first, last) of every run of change-sets that is missing between those that are here."""
    missing = []
    for replica, stream, seqs in _places(connection):
        last = 0
        for seq in seqs:
            if seq > last + 1:
                missing.append((replica, stream, last + 1, seq - 1))
            last = seq
    return missing


def change_sets(
    connection: Connection, streams: Sequence[str], above: Mapping[Place, int], units: Sequence[str] | None = None
) -> Iterator[ChangeSet]:
    """Change-sets of `streams` beyond the places in `above`, in the order they came here; of these units only, if given."""
    query = select(change_set).where(*_beyond(streams, above, units)).order_by(change_set.c.number)
    for row in connection.execute(query.execution_options(yield_per=200)).mappings():
        yield change_set_of(row)


def count_beyond(
    connection: Connection, streams: Sequence[str], above: Mapping[Place, int], units: Sequence[str] | None = None
) -> int:
    """How many change-sets `change_sets` would give."""
    query = select(func.count()).select_from(change_set).where(*_beyond(streams, above, units))
    return int(connection.execute(query).scalar_one())


def hashes_at(connection: Connection, replica: str, stream: str, seq: int) -> frozenset[str]:
    """Identities of the change-sets held at one place: none, one, or more after a fork."""
    query = select(change_set.c.hash).where(change_set.c.replica == replica, change_set.c.stream == stream, change_set.c.seq == seq)
    return frozenset(connection.execute(query).scalars())


def last_touched(connection: Connection, records: Sequence[str], reasons: Collection[str]) -> dict[str, tuple[str, str]]:
    """By record: author and wall time of the newest change-set that touched it for none of these `reasons`.

    Payloads are not looked into, so that this is cheap for many records of one large batch.
    """
    found: dict[str, tuple[int, str, str]] = {}
    for start in range(0, len(records), 400):
        query = (
            select(operation.c.record, change_set.c.stamp, change_set.c.author, change_set.c.wall)
            .join(change_set, change_set.c.number == operation.c.change_set)
            .where(operation.c.record.in_(records[start : start + 400]), change_set.c.reason.not_in(reasons))
        )
        for row in connection.execute(query):
            if row.stamp > found.get(row.record, (-1, "", ""))[0]:
                found[row.record] = (row.stamp, row.author, row.wall)
    return {record: (author, wall) for record, (_, author, wall) in found.items()}


def blank_records(connection: Connection, records: Collection[tuple[str, str]]) -> None:
    """Blank every operation on these records (type, id) but the purge itself, in every change-set that holds one.

    What was put aside and speaks of one of them is thrown away whole.
    """
    ids = sorted({record for _, record in records})
    numbers: set[int] = set()
    for start in range(0, len(ids), 400):
        query = select(operation.c.change_set).where(operation.c.record.in_(ids[start : start + 400]))
        numbers |= set(connection.execute(query).scalars())
    for number in sorted(numbers):
        row = connection.execute(select(change_set).where(change_set.c.number == number)).mappings().one()
        change = change_set_of(row)
        versions = {
            o.version
            for o in change.operations()
            if o.operation is not None and (o.operation["t"], o.operation["r"]) in records and o.operation["k"] != "purge"
        }
        if versions:
            payload = blank(change.payload, versions)
            connection.execute(update(change_set).where(change_set.c.number == number).values(payload=payload))
    if ids:
        _forget_aside(connection, ids)


def _forget_aside(connection: Connection, ids: Collection[str]) -> None:
    for row in connection.execute(select(quarantine)).all():
        text = readable(row.content)
        if any(record.encode() in text for record in ids):
            connection.execute(delete(quarantine).where(quarantine.c.hash == row.hash))


def _beyond(streams: Sequence[str], above: Mapping[Place, int], units: Sequence[str] | None) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [change_set.c.stream.in_(streams)]
    if units is not None:
        where.append(change_set.c.unit.in_(units))
    for (replica, stream), seq in above.items():
        same = and_(change_set.c.replica == replica, change_set.c.stream == stream)
        where.append(or_(~same, change_set.c.seq > seq))
    return where


def _places(connection: Connection) -> Iterator[tuple[str, str, list[int]]]:
    query = (
        select(change_set.c.replica, change_set.c.stream, change_set.c.seq)
        .distinct()
        .order_by(change_set.c.replica, change_set.c.stream, change_set.c.seq)
    )
    current: tuple[str, str] | None = None
    seqs: list[int] = []
    for row in connection.execute(query):
        if (row.replica, row.stream) != current:
            if current:
                yield (*current, seqs)
            current, seqs = (row.replica, row.stream), []
        seqs.append(row.seq)
    if current:
        yield (*current, seqs)
