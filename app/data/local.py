"""What belongs to this database alone and never travels by itself: certificates, receipts, drafts, package numbers."""

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, select

from app.data.schema import local

if TYPE_CHECKING:
    from app.data.store import Store


def read_local(connection: Connection, key: str) -> Any:
    """The value kept under `key`, or `None`."""
    value = connection.execute(select(local.c.value).where(local.c.key == key)).scalar_one_or_none()
    return None if value is None else json.loads(value)


def keys_starting(connection: Connection, prefix: str) -> list[str]:
    """Every key that begins with `prefix`, in order."""
    query = select(local.c.key).where(local.c.key.startswith(prefix, autoescape=True)).order_by(local.c.key)
    return list(connection.execute(query).scalars())


def values_starting(connection: Connection, prefix: str) -> dict[str, Any]:
    """Every key that begins with `prefix`, in order, with its value."""
    query = select(local).where(local.c.key.startswith(prefix, autoescape=True)).order_by(local.c.key)
    return {row.key: json.loads(row.value) for row in connection.execute(query)}


def write_local(connection: Connection, key: str, value: Any) -> None:
    """Keep a JSON value under `key`; `None` removes it."""
    if value is None:
        connection.execute(delete(local).where(local.c.key == key))
        return
    row = {"key": key, "value": json.dumps(value, ensure_ascii=False, sort_keys=True)}
    connection.execute(local.insert().prefix_with("OR REPLACE"), row)


class Local:
    """The same for whoever has a store. Within a transaction of the calling thread it is part of that transaction."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def get(self, key: str) -> Any:
        """The JSON value under `key`, or `None`."""
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
        connection = self._store.own_connection()
        if connection is not None:
            return keys_starting(connection, prefix)
        with self._store.reader() as reader:
            return reader.local_keys(prefix)
