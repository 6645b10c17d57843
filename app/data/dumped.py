"""Everything projected, spelled the same on every replica that holds the same change-sets, so that books can be compared."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from app.data.declare import Registry
from app.data.heads import RecordState
from app.data.schema import awaited, change_set, head, search_doc


def dumped(connection: Connection, registry: Registry, tables: Mapping[str, Table]) -> dict[str, Any]:
    """By table: its rows in an order that does not depend on when they came."""
    content: dict[str, Any] = {}
    for code, table in tables.items():
        rows = connection.execute(select(table).order_by(table.c.id)).mappings().all()
        content[code] = [_row(registry, code, row) for row in rows]
    for side in (head, awaited):
        content[side.name] = [list(row) for row in connection.execute(select(side).order_by(*side.primary_key))]
    docs = select(search_doc.c.record, search_doc.c.kind, search_doc.c.words).order_by(search_doc.c.record, search_doc.c.kind)
    content["search"] = [list(row) for row in connection.execute(docs)]
    content["journal"] = list(connection.execute(select(change_set.c.hash).order_by(change_set.c.hash)).scalars())
    return content


def _row(registry: Registry, code: str, row: Any) -> dict[str, Any]:
    values = dict(row)
    state = RecordState(registry.get(code), row["id"], {}, json.loads(row["heads"]))
    values["heads"] = {group: list(versions) for group, versions in state.all_current().items()}
    return values
