"""The store: one encrypted database, one writer, any number of readers.

    with store.change(officer_id, "edit") as change:
        change.update("meeting", meeting_id, {"attendees": 86})

A `change` is one transaction; when its block ends without an error it is on disk. `reader()` is one unchanging view.
Methods may be called from any thread; writes wait for each other.
"""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import new_id
from app.core.progress import SILENT, Progress
from app.core.randomness import Randomness
from app.data import integrity, schema
from app.data import replica as replicas
from app.data.change import Change
from app.data.changeset import ChangeSet
from app.data.declare import Registry
from app.data.engine import FILE_NAME, reader_engine, writer_engine
from app.data.errors import told
from app.data.integrity import Proof
from app.data.local import keys_starting, read_local, write_local
from app.data.projection import Touched
from app.data.reader import Reader
from app.data.rebuild import prepare, rebuild
from app.data.receive import Received, Receiver
from app.data.replica import Certify, Replica
from app.data.stamp import Hybrid
from app.data.writer import Committed, Writer

_MINOR = 0


class Store:
    """See the module. Made by `create` or `open`; `close` it when done."""

    def __init__(
        self, folder: Path, key: bytes, registry: Registry, clock: Clock, randomness: Randomness, certify: Certify
    ) -> None:
        self.folder = folder
        self.registry = registry
        self.clock = clock
        self._randomness = randomness
        self._certify = certify
        self._metadata, self._tables = schema.record_tables(registry)
        self._lock = threading.RLock()
        self._writer = writer_engine(folder / FILE_NAME, key)
        self._readers = reader_engine(folder / FILE_NAME, key)
        self._connection: Connection | None = None
        self._owner = 0
        self._after: list[Committed] = []
        self._reading: set[Any] = set()
        self.local = Local(self)
        self.last_touched: tuple[Touched, ...] = ()
        self._tips: dict[str, tuple[int, str]] = {}

    @classmethod
    def create(
        cls,
        folder: Path,
        key: bytes,
        *,
        unit: str,
        registry: Registry,
        clock: Clock,
        randomness: Randomness,
        certify: Certify,
    ) -> "Store":
        """A new database in `folder` for the unit of code `unit`, encrypted with the 32 bytes of `key`."""
        if (folder / FILE_NAME).exists():
            raise UserError("data.exists", N_("This folder already holds the data of a station. Choose another folder."))
        store = cls(folder, key, registry, clock, randomness, certify)
        with store.transaction() as connection:
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION << 16 | _MINOR}")
            schema.journal.create_all(connection)
            prepare(connection, store._metadata, registry)
            store._replica = replicas.begin_replica(connection, unit, certify, randomness)
            store._stamps = Hybrid(connection)
        return store

    @classmethod
    def open(
        cls, folder: Path, key: bytes, *, registry: Registry, clock: Clock, randomness: Randomness, certify: Certify
    ) -> "Store":
        """Open the database in `folder`. Rebuilds the projection if declarations have changed since it was made.

        Begins a new replica when the database turns out to be an older copy of itself. Raises `UserError`: no data there, a
        wrong key, a file from a newer program.
        """
        if not (folder / FILE_NAME).exists():
            raise UserError(
                "data.none",
                N_("There is no data of a station in this folder. Choose the right folder, or set up a new station."),
            )
        store = cls(folder, key, registry, clock, randomness, certify)
        with store.transaction() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one() >> 16
            if version > schema.VERSION:
                raise UserError(
                    "data.newer",
                    N_("This data was written by a newer version of the program (format {version}). Install that version."),
                    version=version,
                )
            replica = replicas.current_replica(connection)
            if replica is None:
                raise UserError(
                    "data.damaged",
                    N_("The data file is damaged. Restore the latest backup; do not go on working with it."),
                )
            if replicas.rolled_back(connection, folder, replica):
                replica = replicas.begin_replica(connection, replica.unit, certify, randomness)
            store._replica = replica
            store._stamps = Hybrid(connection)
            if read_local(connection, "projection") != schema.fingerprint(registry):
                rebuild(connection, store._metadata, store._tables, registry)
        return store

    _replica: Replica
    _stamps: Hybrid

    @property
    def unit(self) -> str:
        """Code of the unit whose book this is."""
        return self._replica.unit

    @property
    def replica_id(self) -> str:
        return self._replica.id

    @contextmanager
    def change(self, author: str, reason: str, *, batch: str | None = None) -> Iterator[Change]:
        """Gather a change and commit it when the block ends; an exception in the block leaves nothing.

        `author` is an officer's id, `reason` a short code ("new", "edit", "import"), `batch` ties a bulk job together.
        """
        change = Change(self.registry, self.clock, self._randomness)
        yield change
        if not change.intents:
            self.last_touched = ()
            return
        with self.transaction() as connection:
            writer = Writer(connection, self.registry, self._tables, self._replica, self.clock, self._randomness)
            stamp = self._stamps.next(self.clock)
            name = batch or new_id(self.clock, self._randomness)
            done = writer.commit(change, author=author, reason=reason, batch=name, stamp=stamp)
            self._after.append(done)
            self.last_touched = tuple(done.touched)

    def receive(
        self, changes: Iterable[ChangeSet], *, total: int = 0, progress: Progress = SILENT, dry_run: bool = False
    ) -> Received:
        """Take in checked change-sets of other replicas in one transaction; with `dry_run`, only tell what it would do."""
        with self.transaction() as connection:
            rehearsal = connection.begin_nested()
            receiver = Receiver(connection, self.registry, self._tables)
            stamp = receiver.take(changes, progress, total)
            result = receiver.result()
            if dry_run:
                rehearsal.rollback()
            else:
                rehearsal.commit()
                self._stamps.absorb(stamp)
        return result

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The writer's transaction; blocks within blocks join the outermost one."""
        with self._lock, told():
            if self._connection is not None:
                yield self._connection
                return
            connection = self._writer.connect()
            try:
                with connection.begin():
                    self._connection, self._owner = connection, threading.get_ident()
                    yield connection
                self._leave_mark()
            finally:
                self._connection = None
                self._after.clear()
                connection.close()

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A view of the data that does not change while it is open."""
        with told(), self._readers.connect() as connection, connection.begin():
            driver = connection.connection.dbapi_connection
            self._reading.add(driver)
            try:
                yield Reader(connection, self.registry, self._tables)
            finally:
                self._reading.discard(driver)

    def interrupt(self) -> None:
        """Stop every query that is being read right now; whoever waits for one gets `Cancelled`. Writes go on."""
        for driver in list(self._reading):
            driver.interrupt()

    def own_connection(self) -> Connection | None:
        """The open transaction, if the calling thread is the one inside it."""
        return self._connection if self._owner == threading.get_ident() else None

    def rebuild(self) -> None:
        """Make every table anew from the journal."""
        with self.transaction() as connection:
            rebuild(connection, self._metadata, self._tables, self.registry)

    def verify(self, *, against_journal: bool = False, progress: Progress = SILENT) -> Proof:
        """Prove the book; with `against_journal`, also make the tables anew and compare them with what stood."""
        with self.transaction() as connection:
            total, findings = integrity.prove_journal(connection, progress=progress)
            findings += integrity.prove_file(connection)
            if against_journal:
                before = Reader(connection, self.registry, self._tables).dump()
                rebuild(connection, self._metadata, self._tables, self.registry)
                after = Reader(connection, self.registry, self._tables).dump()
                findings += [integrity.Finding("projection", {"table": name}) for name in before if before[name] != after[name]]
            records = integrity.count_records(connection)
            return integrity.Proof(total, records, tuple(findings), integrity.missing_runs(connection))

    def new_replica(self) -> str:
        """Begin a new incarnation, as after a restore; returns its id."""
        with self.transaction() as connection:
            replica = replicas.begin_replica(connection, self._replica.unit, self._certify, self._randomness)
        self._replica, self._tips = replica, {}
        replicas.leave_mark(self.folder, replica, self._tips)
        return replica.id

    def close(self) -> None:
        """Let go of the file. The store is not usable afterwards."""
        self._readers.dispose()
        self._writer.dispose()

    def _leave_mark(self) -> None:
        tips: dict[str, tuple[int, str]] = {}
        for done in self._after:
            tips |= done.tips
        if tips:
            self._tips |= tips
            replicas.leave_mark(self.folder, self._replica, self._tips)


class Local:
    """Values that belong to this database alone (see `app.data.local`)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> Any:
        """The JSON value under `key`, or `None`; within a transaction, what that transaction has written."""
        connection = self._store.own_connection()
        if connection is not None:
            return read_local(connection, key)
        with self._store.reader() as reader:
            return reader.local(key)

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value; `None` removes it."""
        with self._store.transaction() as connection:
            write_local(connection, key, value)

    def keys(self, prefix: str) -> list[str]:
        """Every key beginning with `prefix`."""
        with self._store.transaction() as connection:
            return keys_starting(connection, prefix)
