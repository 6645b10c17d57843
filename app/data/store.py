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
from app.data import contents, integrity, schema
from app.data import replica as replicas
from app.data.change import Change
from app.data.changeset import ChangeSet
from app.data.declare import Registry
from app.data.engine import FILE_NAME, reader_engine, writer_engine
from app.data.errors import damaged, told
from app.data.integrity import Proof
from app.data.local import Local, read_local
from app.data.projection import Projector, Touched
from app.data.reader import Reader
from app.data.rebuild import prepare, rebuild
from app.data.receive import Received, Receiver
from app.data.replica import Certify, Replica
from app.data.stamp import Hybrid
from app.data.undo import Undoing, Undone
from app.data.writer import Committed, Writer


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
        self._inside: tuple[int, Connection] | None = None
        """The thread that is inside a transaction, and its connection."""
        self._after: list[Committed] = []
        self._reading: set[Any] = set()
        self.local = Local(self)
        self.last_touched: tuple[Touched, ...] = ()
        self._current: Replica | None = None
        self._marked: tuple[str, replicas.Tips] = ("", {})
        """The replica last marked outside the database, and the ends of its chains."""

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
        try:
            with store.transaction() as connection:
                connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION << 16}")
                prepare(connection, store._metadata, registry)
                store._current = replicas.begin_replica(connection, unit, certify, randomness)
                store._stamps = Hybrid(connection, clock)
        except BaseException:
            store.close()
            for ending in ("", "-wal", "-shm"):
                (folder / (FILE_NAME + ending)).unlink(missing_ok=True)
            raise
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
        try:
            with store.transaction() as connection:
                store._resume(connection)
        except BaseException:
            store.close()
            raise
        return store

    def _resume(self, connection: Connection) -> None:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one() >> 16
        if version > schema.VERSION:
            raise UserError(
                "data.newer",
                N_("This data was written by a newer version of the program (format {version}). Install that version."),
                version=version,
            )
        # A file that was cut down to nothing is an empty database, which opens with any key.
        replica = replicas.current_replica(connection) if version else None
        if replica is None:
            raise damaged()
        self._marked = replicas.read_mark(self.folder) or (replica.id, {})
        if replicas.rolled_back(connection, self._marked, replica):
            replica = replicas.begin_replica(connection, replica.unit, self._certify, self._randomness)
        self._current = replica
        self._stamps = Hybrid(connection, self.clock)
        if read_local(connection, "projection") != schema.fingerprint(self.registry):
            rebuild(connection, self._metadata, self._tables, self.registry)

    _stamps: Hybrid

    @property
    def _replica(self) -> Replica:
        if self._current is None:
            raise RuntimeError("a store is made by create or open")
        return self._current

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
            contents.put(connection, change.contents)
            writer = Writer(connection, self.registry, self._tables, self._replica, self.clock, self._randomness)
            stamp = self._stamps.next(self.clock)
            name = batch or self.new_batch()
            done = writer.commit(change, author=author, reason=reason, batch=name, stamp=stamp)
            self._after.append(done)
            self.last_touched = tuple(done.touched)

    def new_batch(self) -> str:
        """A name for a bulk job, to be handed to its changes and, if need be, to `undo_batch`."""
        return new_id(self.clock, self._randomness)

    def undo_batch(self, author: str, batch: str, *, progress: Progress = SILENT) -> Undone:
        """Take back everything a bulk job did, as a new batch; where something newer stands on it, that is left and told.

        All or nothing: stopped through `progress`, nothing has been taken back.
        """
        name = self.new_batch()
        with self.transaction() as connection:
            work, done = Undoing(connection, self.registry, self._tables, batch), 0
            for keys in work.portions():
                progress.step(done, len(work), N_("Taking back"))
                with self.change(author, "undo", batch=name) as change:
                    work.take_back(keys, Projector(connection, self.registry, self._tables), change)
                done += len(keys)
            return work.result()

    def receive(
        self, changes: Iterable[ChangeSet], *, total: int = 0, progress: Progress = SILENT, dry_run: bool = False
    ) -> Received:
        """Take in checked change-sets of other replicas in one transaction; with `dry_run`, only tell what it would do."""
        with self.transaction() as connection, connection.begin_nested() as rehearsal:
            receiver = Receiver(connection, self.registry, self._tables)
            receiver.take(changes, progress, total)
            result = receiver.result()
            if dry_run:
                rehearsal.rollback()
            else:
                self._stamps.absorb(receiver.stamps, self.clock)
        return result

    def keep_content(self, data: bytes) -> str:
        """Keep a content of an attachment whose record comes from another book; returns the hash that records name it by."""
        name = contents.hash_of(data)
        with self.transaction() as connection:
            contents.put(connection, {name: data})
        return name

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The writer's transaction. A block within a block is a part of the outer one that can fail alone."""
        with self._lock, told():
            if self._inside is not None:
                with self._inside[1].begin_nested():
                    yield self._inside[1]
                return
            connection, replica = self._writer.connect(), self._current
            try:
                with connection.begin():
                    self._inside = threading.get_ident(), connection
                    yield connection
                self._leave_mark()
            except BaseException:
                self._current = replica
                raise
            finally:
                self._inside = None
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
        inside = self._inside
        return inside[1] if inside is not None and inside[0] == threading.get_ident() else None

    def rebuild(self) -> None:
        """Make every table anew from the journal."""
        with self.transaction() as connection:
            rebuild(connection, self._metadata, self._tables, self.registry)

    def verify(self, *, against_journal: bool = False, progress: Progress = SILENT) -> Proof:
        """Prove the book; with `against_journal`, also make the tables anew and compare them with what stood."""
        with self.transaction() as connection:
            total, findings = integrity.prove_journal(connection, progress=progress)
            findings += integrity.prove_file(connection)
            findings += integrity.prove_contents(connection)
            if against_journal:
                before = Reader(connection, self.registry, self._tables).dump()
                rebuild(connection, self._metadata, self._tables, self.registry)
                after = Reader(connection, self.registry, self._tables).dump()
                findings += [integrity.Finding("projection", {"table": name}) for name in before if before[name] != after[name]]
            records = integrity.count_records(connection)
            waiting = contents.missing(connection, self.registry, self._tables)
            return integrity.Proof(total, records, tuple(findings), integrity.missing_runs(connection), waiting)

    def new_replica(self) -> str:
        """Begin a new incarnation, as after a restore; returns its id."""
        with self.transaction() as connection:
            self._current = replicas.begin_replica(connection, self.unit, self._certify, self._randomness)
        return self.replica_id

    def close(self) -> None:
        """Let go of the file. The store is not usable afterwards."""
        self._readers.dispose()
        self._writer.dispose()

    def _leave_mark(self) -> None:
        marked, tips = self._marked
        if marked != self.replica_id:
            tips = {}
        elif not self._after:
            return
        for done in self._after:
            tips = {**tips, **done.tips}
        self._marked = (self.replica_id, tips)
        replicas.leave_mark(self.folder, *self._marked)
