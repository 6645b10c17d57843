"""Plain values that leave the database: what readers hand to services and, through them, to windows and papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.data.changeset import Operation


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record as it stands. `values` are dumped values of every field.

    `heads` gives each group's versions that nothing has replaced: more than one is a conflict, listed in `conflicted` when
    their values differ. `flags` may hold "edited_after_delete" (somebody changed it without knowing of the deletion) and
    "amended" (an issued record was edited; it still shows what was issued).
    """

    id: str
    type: str
    unit: str
    alive: bool
    values: Mapping[str, Any]
    heads: Mapping[str, tuple[str, ...]]
    conflicted: frozenset[str]
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeadView:
    """One of the competing versions of a group: who wrote which values, when, on which replica."""

    version: str
    author: str
    wall: str
    replica: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One operation on a record: when (ISO local time), by whom (an officer's id), in which unit, and what it set."""

    version: str
    wall: str
    author: str
    unit: str
    replica: str
    reason: str
    operation: Operation | None
    """`None` once it was purged."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record found by its words."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a window of a list begins: the sort key and id of its first row."""

    key: Any
    id: str
