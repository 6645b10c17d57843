"""What the journal says of one version: read rarely, when versions compete or arrive before what they replace."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from app.data.changeset import ChangeSet, Header, Operation
from app.data.schema import change_set, operation
from app.data.upcast import upcast

_KEPT = 8
"""Change-sets kept unpacked: a bulk job's records are met one after the other."""


class Past:
    """Finds operations by version, as today's declarations read them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._unpacked: dict[int, tuple[Header, dict[str, Operation]]] = {}

    def operation(self, version: str) -> tuple[Header, Operation] | None:
        """The header and body of the operation that created a version; `None` when it is not here or was purged."""
        query = select(operation.c.change_set).where(operation.c.version == version)
        number = self._connection.execute(query).scalar_one_or_none()
        if number is None:
            return None
        header, bodies = self._unpack(number)
        return (header, bodies[version]) if version in bodies else None

    def _unpack(self, number: int) -> tuple[Header, dict[str, Operation]]:
        if number not in self._unpacked:
            row = self._connection.execute(select(change_set).where(change_set.c.number == number)).mappings().one()
            change = change_set_of(row)
            schema = change.header.schema
            bodies = {o.version: upcast(o.operation, schema) for o in change.operations() if o.operation is not None}
            if len(self._unpacked) >= _KEPT:
                del self._unpacked[next(iter(self._unpacked))]
            self._unpacked[number] = (change.header, bodies)
        return self._unpacked[number]


def applied(connection: Connection, versions: Sequence[str]) -> set[str]:
    """Those of `versions` that were applied before."""
    found: set[str] = set()
    for start in range(0, len(versions), 400):
        query = select(operation.c.version).where(operation.c.version.in_(versions[start : start + 400]))
        found |= set(connection.execute(query).scalars())
    return found


def change_set_of(row: Mapping[str, Any] | RowMapping) -> ChangeSet:
    """A change-set from its row in the journal."""
    header = Header(**{name: row[name] for name in Header.__annotations__})
    return ChangeSet(header, row["payload"], row["signature"])
