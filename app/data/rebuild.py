"""Makes the projection anew from the journal: after an upgrade, or to prove that it is nothing but a projection."""

from collections.abc import Mapping

from sqlalchemy import Connection, MetaData, Table, delete, select, text

from app.data import schema
from app.data.declare import Registry
from app.data.journal import blank_records
from app.data.local import write_local
from app.data.past import change_set_of
from app.data.projection import Projector

_SETS_PER_FLUSH = 200


def prepare(connection: Connection, metadata: MetaData, registry: Registry) -> None:
    """Create the projection's tables and index, empty, and remember which declarations they are made for.

    Tables beside the journal that an older file does not have yet are made too.
    """
    schema.journal.create_all(connection)
    schema.bookkeeping.create_all(connection)
    connection.exec_driver_sql(schema.SEARCH_INDEX)
    connection.exec_driver_sql(schema.SEARCH_SECURE)
    metadata.create_all(connection)
    write_local(connection, "projection", schema.fingerprint(registry))


def rebuild(connection: Connection, metadata: MetaData, tables: Mapping[str, Table], registry: Registry) -> None:
    """Drop every projected table and apply the whole journal again, in the caller's transaction."""
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'r\\_%' ESCAPE '\\'"))
    for name in list(names.scalars()):
        connection.exec_driver_sql(f'DROP TABLE "{name}"')
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
    schema.bookkeeping.drop_all(connection)
    connection.execute(delete(schema.operation))
    prepare(connection, metadata, registry)
    projector = Projector(connection, registry, tables)
    numbers = list(connection.execute(select(schema.change_set.c.number).order_by(schema.change_set.c.number)).scalars())
    for start in range(0, len(numbers), _SETS_PER_FLUSH):
        chunk = numbers[start : start + _SETS_PER_FLUSH]
        rows = connection.execute(
            select(schema.change_set).where(schema.change_set.c.number.in_(chunk)).order_by(schema.change_set.c.number)
        )
        changes = [(row["number"], change_set_of(row)) for row in rows.mappings()]
        projector.apply_all([(number, change, change.operations()) for number, change in changes])
        projector.flush()
    # A purge of a type that was not known when it arrived has been waiting for this.
    blank_records(connection, projector.purged_now())
