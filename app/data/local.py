"""What belongs to this database alone and never travels by itself: certificates, receipts, drafts, package numbers."""

import json
from typing import Any

from sqlalchemy import Connection, delete, select

from app.data.schema import local


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
