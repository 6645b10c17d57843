"""The search index: external-content FTS5 over folded words, one document a standing record.

Folded means lower case, without marks, đ as d: "giang a" finds "Giàng A …" and "duc" finds "Đức". The last word typed is taken as
a beginning. A term for the record's type stands in a column of its own, so that a search within a rare type does not wade
through the hits of a common one.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, select, text

from app.core.text import fold
from app.data.declare import RecordType
from app.data.schema import search_doc

_WORD = re.compile(r"\w+")
_FORGET = text("INSERT INTO search_index(search_index, rowid, kind, words) VALUES ('delete', :number, :kind, :words)")
_ADD = text("INSERT INTO search_index(rowid, kind, words) VALUES (:number, :kind, :words)")
_ANEW = text("INSERT INTO search_index(search_index) VALUES ('rebuild')")
_CHEAPER_ANEW = 40
"""Taking one document out costs as much as indexing so many anew: every word of it is looked up and overwritten."""


def words_of(record_type: RecordType, row: Mapping[str, Any]) -> str:
    """The folded words that find a record: its declared search fields that hold text. References are searched through."""
    parts = [row[name] for name in record_type.search if record_type.fields[name].kind.searchable and row[name]]
    return fold(" ".join(str(part) for part in parts))


def match_query(typed: str, kinds: Iterable[str] = ()) -> str:
    """The FTS5 query for what somebody typed; empty when nothing in it can be searched for."""
    words = _WORD.findall(fold(typed))
    if not words:
        return ""
    terms = " ".join(f'"{word}"' for word in words[:-1])
    query = f'words : ({terms} "{words[-1]}" *)' if terms else f'words : "{words[-1]}" *'
    chosen = " OR ".join(f'"{kind}"' for kind in kinds)
    return f"kind : ({chosen}) AND {query}" if chosen else query


class Index:
    """Writes documents; rows of `search_doc` and the index always change together."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, kind: str, documents: list[tuple[str, str, bool]]) -> None:
        """Replace the documents (record, folded words, new) of a type. Empty words take a record out of the index."""
        known = self._standing(kind, [record for record, _, new in documents if not new])
        forget = []
        add = []
        for record, words, _ in documents:
            old = known.get(record)
            if old is not None and old["words"] == words:
                continue
            if old is not None:
                forget.append(old)
            if words:
                add.append({"record": record, "kind": kind, "words": words})
        if self._better_anew(len(forget)):
            self._leave_out(forget)
            self._number(add)
            self._connection.execute(_ANEW)
            return
        self._forget(forget)
        self._insert(add)

    def remove(self, kind: str, record: str) -> None:
        """Take a record out of the index for good."""
        self._forget(list(self._standing(kind, [record]).values()))

    def _standing(self, kind: str, records: list[str]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for start in range(0, len(records), 400):
            query = select(search_doc).where(search_doc.c.record.in_(records[start : start + 400]), search_doc.c.kind == kind)
            found |= {row["record"]: dict(row) for row in self._connection.execute(query).mappings()}
        return found

    def _better_anew(self, gone: int) -> bool:
        """Whether so many documents go that the index is sooner made anew from those that stay."""
        if gone < _CHEAPER_ANEW:
            return False
        every = self._connection.execute(select(func.count()).select_from(search_doc)).scalar_one()
        return gone * _CHEAPER_ANEW > every - gone

    def _forget(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(_FORGET, [{k: row[k] for k in ("number", "kind", "words")} for row in rows])
            self._leave_out(rows)

    def _leave_out(self, rows: list[dict[str, Any]]) -> None:
        numbers = [row["number"] for row in rows]
        for start in range(0, len(numbers), 400):
            self._connection.execute(delete(search_doc).where(search_doc.c.number.in_(numbers[start : start + 400])))

    def _insert(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            numbered = self._number(rows)
            self._connection.execute(_ADD, [{k: row[k] for k in ("number", "kind", "words")} for row in numbered])

    def _number(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if not rows:
            return []
        first = self._connection.execute(text("SELECT coalesce(max(number), 0) + 1 FROM search_doc")).scalar_one()
        numbered = [{**row, "number": first + offset} for offset, row in enumerate(rows)]
        self._connection.execute(search_doc.insert(), numbered)
        return numbered
