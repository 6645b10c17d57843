"""Connections to the encrypted database.

The drivers as they come let a released savepoint and a CREATE TABLE survive ROLLBACK. So connections are opened with
`isolation_level=None`, and SQLAlchemy's `begin` event sends the BEGIN itself: IMMEDIATE for the writer, plain for readers.
"""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

FILE_NAME = "so-antq.db"
_BUSY_SECONDS = 5


def writer_engine(path: Path, key: bytes) -> Engine:
    """The engine of the one writer: a single connection, usable from any thread but by one at a time."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: _connect(path, key, read_only=False),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    _send_begin(engine, "BEGIN IMMEDIATE")
    return engine


def reader_engine(path: Path, key: bytes) -> Engine:
    """An engine of a few connections that cannot write; each transaction is one unchanging view."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: _connect(path, key, read_only=True),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )
    _send_begin(engine, "BEGIN")
    return engine


def _connect(path: Path, key: bytes, *, read_only: bool) -> Any:
    connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False, timeout=_BUSY_SECONDS)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_memory_security = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA temp_store = MEMORY")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA cache_size = -32768")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


def _send_begin(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(statement)
