"""Contents of attachments, kept once each by their SHA-256.

They lie in the same encrypted file as the journal and are written in the transaction of the record that names them; no
change-set holds them. A record names contents in fields of the kind `Contents`. A purge takes along what no other record names.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select

from app.core.kinds import Contents
from app.data.declare import RecordType, Registry
from app.data.schema import content


def hash_of(data: bytes) -> str:
    """The name under which these bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def put(connection: Connection, contents: Mapping[str, bytes]) -> None:
    """Keep bytes under their hashes; what is here already stays as it is."""
    if contents:
        rows = [{"hash": name, "data": data} for name, data in contents.items()]
        connection.execute(content.insert().prefix_with("OR IGNORE"), rows)


def get(connection: Connection, name: str) -> bytes | None:
    """The bytes of that hash; `None` when they are not here."""
    found: bytes | None = connection.execute(select(content.c.data).where(content.c.hash == name)).scalar_one_or_none()
    return found


def names(connection: Connection) -> list[str]:
    """The hashes of everything that is kept."""
    return list(connection.execute(select(content.c.hash).order_by(content.c.hash)).scalars())


def here(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """Those of these hashes whose bytes are here."""
    wanted = list(dict.fromkeys(names))
    found: set[str] = set()
    for start in range(0, len(wanted), 400):
        found |= set(connection.execute(select(content.c.hash).where(content.c.hash.in_(wanted[start : start + 400]))).scalars())
    return frozenset(found)


def named_by(record_type: RecordType, row: Mapping[str, Any]) -> frozenset[str]:
    """The hashes that the values of a record name."""
    return frozenset(name for field in _fields(record_type) for name in str(row.get(field) or "").split())


def forget(connection: Connection, registry: Registry, tables: Mapping[str, Table], names: Iterable[str]) -> None:
    """Remove those of these contents that no record names any more, standing or deleted."""
    for name in sorted(set(names)):
        if not any(_names(connection, tables[code], field, name) for code, field in _everywhere(registry)):
            connection.execute(delete(content).where(content.c.hash == name))


def altered(connection: Connection) -> Iterator[str]:
    """The hashes whose bytes are no longer what they were."""
    for row in connection.execute(select(content).execution_options(yield_per=8)):
        if hash_of(row.data) != row.hash:
            yield row.hash


def missing(connection: Connection, registry: Registry, tables: Mapping[str, Table]) -> int:
    """How many contents standing records name that are not here: they were attached on another laptop."""
    named: set[str] = set()
    for code, field in _everywhere(registry):
        table = tables[code]
        for value in connection.execute(select(table.c[field]).where(table.c.alive == 1, table.c[field].is_not(None))).scalars():
            named |= set(value.split())
    return len(named - here(connection, named))


def _names(connection: Connection, table: Table, field: str, name: str) -> bool:
    query = select(func.count()).select_from(table).where(func.instr(table.c[field], name) > 0)
    return bool(connection.execute(query).scalar_one())


def _everywhere(registry: Registry) -> Iterator[tuple[str, str]]:
    for record_type in registry.all():
        for field in _fields(record_type):
            yield record_type.code, field


def _fields(record_type: RecordType) -> tuple[str, ...]:
    return tuple(name for name, info in record_type.fields.items() if isinstance(info.kind, Contents))
