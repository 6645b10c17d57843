"""The tables: the journal that is the truth, and the projection made from it and from the declarations.

Record tables have no foreign keys and nothing is NOT NULL but the id: a record may arrive in parts and before what it points to.
"""

import hashlib
import json
from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

from app.data.changeset import SCHEMA
from app.data.declare import RecordType, Registry

VERSION = 1
"""Major version of the file, kept in `user_version`; a file of a greater one is refused."""

PROJECTION = 2
"""Raised whenever the tables made from the journal change their form or their rules: they are then made anew."""

journal = MetaData()

change_set = Table(
    "change_set",
    journal,
    Column("number", Integer, primary_key=True),
    Column("hash", Text, unique=True),
    Column("replica", Text),
    Column("unit", Text),
    Column("stream", Text),
    Column("seq", Integer),
    Column("author", Text),
    Column("reason", Text),
    Column("stamp", Integer),
    Column("wall", Text),
    Column("schema", Integer),
    Column("prev_hash", Text),
    Column("payload_hash", Text),
    Column("batch", Text),
    Column("signature", LargeBinary),
    Column("payload", LargeBinary),
    Index("change_set_place", "replica", "stream", "seq"),
)

operation = Table(
    "operation",
    journal,
    Column("version", Text, primary_key=True),
    Column("record", Text),
    Column("change_set", Integer),
    Index("operation_record", "record"),
    sqlite_with_rowid=False,
)

quarantine = Table(
    "quarantine",
    journal,
    Column("hash", Text, primary_key=True),
    Column("reason", Text),
    Column("content", LargeBinary),
)

purged = Table("purged", journal, Column("kind", Text, primary_key=True), Column("record", Text, primary_key=True))
"""Records removed for good by law; operations on them are blanked wherever they still arrive from."""

content = Table("content", journal, Column("hash", Text, primary_key=True), Column("data", LargeBinary))
"""Contents of attachments by their SHA-256; see `app.data.contents`."""

local = Table("local", journal, Column("key", Text, primary_key=True), Column("value", Text))

bookkeeping = MetaData()

head = Table(
    "head",
    bookkeeping,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("stamp", Integer),
    Column("replica", Text),
    Column("content", Text),
    sqlite_with_rowid=False,
)
"""Competing versions only: a group with one head is in its record's own row."""

awaited = Table(
    "awaited",
    bookkeeping,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Versions that were named as replaced before they arrived."""

search_doc = Table(
    "search_doc",
    bookkeeping,
    Column("number", Integer, primary_key=True),
    Column("record", Text),
    Column("kind", Text),
    Column("words", Text),
    Index("search_doc_record", "record", "kind", unique=True),
)

search_index = Table("search_index", MetaData(), Column("rowid", Integer), Column("kind", Text), Column("words", Text))
"""The virtual table, for queries only; `SEARCH_INDEX` makes it."""

SEARCH_INDEX = """
CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(
    kind, words, content='search_doc', content_rowid='number',
    tokenize="unicode61 remove_diacritics 0 tokenchars '_'", prefix='1 2 3 4 5'
)
"""
SEARCH_SECURE = "INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1)"

SORT_SUFFIX = "__sort"
"""Shadow column of a field whose dumped form does not sort as people expect."""


def record_tables(registry: Registry) -> tuple[MetaData, dict[str, Table]]:
    """A table for each declared type, named `r_<code>`."""
    metadata = MetaData()
    tables = {record_type.code: _record_table(record_type, metadata) for record_type in registry.all()}
    return metadata, tables


def _record_table(record_type: RecordType, metadata: MetaData) -> Table:
    name = f"r_{record_type.code}"
    columns: list[Column[Any]] = [
        Column("id", Text, primary_key=True),
        Column("unit_code", Text),
        Column("alive", Integer),
        Column("heads", Text),
        Column("conflicts", Text),
        Column("flags", Text),
        Column("created", Integer),
        Column("changed", Integer),
        Column("frozen", Text),
        Column("seen", Text),
    ]
    indexes = []
    for field_name, info in record_type.fields.items():
        number = info.kind.storage == "integer"
        columns.append(Column(field_name, Integer if number else Text))
        sorted_by = field_name
        if info.kind.sorts_by_key:
            sorted_by = field_name + SORT_SUFFIX
            columns.append(Column(sorted_by, Text))
        if info.index:
            indexes.append(Index(f"{name}_{field_name}", "alive", field_name, "id"))
        if info.index or field_name == record_type.sort[0]:
            indexes.append(Index(f"{name}_{field_name}_order", "alive", text(sort_expression(sorted_by, number=number)), "id"))
    return Table(name, metadata, *columns, *indexes, sqlite_with_rowid=False)


def sort_expression(column: str, *, number: bool) -> str:
    """What lists are ordered by, empty values first. Written out, without parameters, so that the index on it is used."""
    nothing = str(-(2**62)) if number else "''"
    return f'coalesce("{column}", {nothing})'


def fingerprint(registry: Registry) -> str:
    """Changes whenever a declaration changes what is projected, so that the tables are rebuilt from the journal."""
    shape = [
        [t.code, list(t.search), t.sort[0], t.frozen_when and list(t.frozen_when)]
        + [[n, i.kind.storage, i.kind.sorts_by_key, i.kind.searchable, i.group, i.stream, i.index] for n, i in t.fields.items()]
        for t in registry.all()
    ]
    return hashlib.sha256(json.dumps([VERSION, PROJECTION, SCHEMA, shape]).encode()).hexdigest()
