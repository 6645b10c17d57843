"""Heads of one record: which versions stand, whatever order they arrived in.

heads(record, group) = the versions of the group − every version that any of them replaces. One head is the rule and is kept in a
small map in the record's own row; only competing heads cost rows of their own. A version may be named as replaced before it
arrives: it is then *awaited* and will never become a head. Shown is the head with the greatest (stamp, replica, version); of an
issued record, the version that was frozen, and nothing until that one has arrived.

The map is sparse: creating a record in a stream gives every group of that stream the same version, kept once under `=stream`;
a group that was set since has an entry of its own.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.data.changeset import Operation
from app.data.declare import FROZE, LIFE, SEEN, RecordType
from app.data.guard import fits

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """A version that nothing has replaced, with what it says."""

    version: str
    stamp: int
    replica: str
    values: Values

    @property
    def rank(self) -> tuple[int, str, str]:
        return (self.stamp, self.replica, self.version)


Find = Callable[["RecordState", str, str], Head | None]
"""Asks the journal what a version says of a group of this record: `None` when it has not arrived or speaks of something else."""


def says(record_type: RecordType, stream: str, body: Operation, group: str) -> Values | None:
    """What an operation in `stream` says of a group; `None` when it does not speak of it, or has no right to in that stream."""
    if group not in record_type.groups_in(stream):
        return None
    if body["k"] == "create":
        return {"alive": 1} if group == LIFE else body["g"].get(group, {})
    return body["v"] if body["k"] == "set" and body["g"] == group else None


@dataclass(slots=True)
class RecordState:
    """A record's row while operations are applied to it."""

    record_type: RecordType
    id: str
    row: dict[str, Any]
    heads: dict[str, str] = field(default_factory=dict)
    rivals: dict[str, dict[str, Head]] = field(default_factory=dict)
    awaited: set[tuple[str, str]] = field(default_factory=set)
    """(group, version) named as replaced and not yet here."""
    frozen: dict[str, str] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    rivals_changed: bool = False
    awaited_changed: bool = False

    @classmethod
    def blank(cls, record_type: RecordType, record_id: str) -> "RecordState":
        """A record of which nothing has arrived yet."""
        row: dict[str, Any] = dict.fromkeys(record_type.fields)
        row |= {"id": record_id, "unit_code": None, "alive": None, "created": None, "changed": 0}
        return cls(record_type, record_id, row)

    def shown(self, group: str) -> str | None:
        """The head of a group that ranks first; `None` when nothing of the group has arrived."""
        return self.heads.get(group) or self.heads.get("=" + self.record_type.stream_of(group))

    def current(self, group: str) -> tuple[str, ...]:
        """The versions standing for a group, in order of their names; empty when none has arrived."""
        if group in self.rivals:
            return tuple(sorted(self.rivals[group]))
        version = self.shown(group)
        return (version,) if version else ()

    def all_current(self) -> dict[str, tuple[str, ...]]:
        """`current` of every group, `LIFE` included, where there is any."""
        pairs = ((group, self.current(group)) for group in (LIFE, *self.record_type.groups))
        return {group: versions for group, versions in pairs if versions}

    def create(self, stream: str, head: Head, body: Operation, find: Find) -> None:
        """Take in the creation of the record in one stream: it speaks for every group of that stream."""
        for group in self.record_type.groups_in(stream):
            own = Head(head.version, head.stamp, head.replica, says(self.record_type, stream, body, group) or {})
            if self.current(group) or self.awaited:
                self.set(group, own, (), find)
            else:
                self._show(group, own, find)
        self.heads.setdefault("=" + stream, head.version)

    def set(self, group: str, head: Head, replaces: Iterable[str], find: Find) -> None:
        """Take in a version of a group that names the versions it replaces."""
        replaced = tuple(replaces)
        standing = self.current(group)
        if not self.awaited and len(standing) == 1 and standing == replaced:
            self.heads[group] = head.version
            self._show(group, head, find)
            return
        heads = dict(self.rivals.get(group, {}))
        if not heads:
            heads = {v: h for v in standing if (h := find(self, v, group)) is not None}
        for version in replaced:
            if heads.pop(version, None) is None and find(self, version, group) is None:
                self.awaited.add((group, version))
                self.awaited_changed = True
        if (group, head.version) in self.awaited:
            self.awaited.remove((group, head.version))
            self.awaited_changed = True
        else:
            heads[head.version] = head
        self._settle(group, heads, find)
        if self.frozen.get(group) == head.version:
            self._put(group, head.values)

    def _settle(self, group: str, heads: dict[str, Head], find: Find) -> None:
        if len(heads) > 1:
            self.rivals[group] = heads
            self.rivals_changed = True
        elif group in self.rivals:
            del self.rivals[group]
            self.rivals_changed = True
        if heads:
            first = max(heads.values(), key=lambda h: h.rank)
            self.heads[group] = first.version
            self._show(group, first, find)

    def _show(self, group: str, head: Head, find: Find) -> None:
        """Let the row say what this head says; an issued record keeps saying what was issued."""
        if group == LIFE:
            self.row["alive"] = 1 if head.values.get("alive") else 0
            self.seen = frozenset(head.values.get(SEEN, ())) if not self.row["alive"] else frozenset()
            return
        if self.frozen.get(group, head.version) == head.version:
            self._put(group, head.values)
        if group == self.record_type.issuing_group:
            self._freeze(head.values.get(FROZE) or {}, find)

    def _freeze(self, named: Mapping[str, str], find: Find) -> None:
        groups = self.record_type.groups
        frozen = {group: version for group, version in named.items() if group in groups and group != self.record_type.issuing_group}
        changed = [group for group in groups if self.frozen.get(group) != frozen.get(group)]
        self.frozen = frozen
        for group in changed:
            version = frozen.get(group) or self.shown(group)
            head = find(self, version, group) if version else None
            self._put(group, head.values if head else {})

    def _put(self, group: str, values: Values) -> None:
        """Write a group's values. One that its field cannot hold, from another version of the program, is left out."""
        fields = self.record_type.fields
        for name in self.record_type.groups[group]:
            value = values.get(name)
            self.row[name] = value if fits(fields[name].kind, value) else None

    def conflicts(self) -> list[str]:
        """Groups whose competing heads say different things; equal values close by themselves."""
        return sorted(group for group, heads in self.rivals.items() if len({_said(h) for h in heads.values()}) > 1)

    def flags(self) -> list[str]:
        """See `RecordView.flags`."""
        flags = []
        groups = self.record_type.groups
        if self.row["alive"] == 0 and any(v not in self.seen for g in groups for v in self.current(g)):
            flags.append("edited_after_delete")
        if any(self.current(group) not in ((), (version,)) for group, version in self.frozen.items()):
            flags.append("amended")
        return flags

    def stored(self, sort_suffix: str) -> dict[str, Any]:
        """The row to write, with the columns derived from the heads and the keys that fields sort by."""
        row = dict(self.row)
        row["heads"] = json.dumps(self.heads, sort_keys=True)
        row["seen"] = json.dumps(sorted(self.seen)) if self.seen else None
        row["conflicts"] = json.dumps(self.conflicts()) if self.rivals else None
        row["flags"] = _list_or_none(self.flags()) if self.frozen or row["alive"] == 0 else None
        row["frozen"] = json.dumps(self.frozen, sort_keys=True) if self.frozen else None
        for name, info in self.record_type.fields.items():
            if info.kind.sorts_by_key:
                value = row[name]
                row[name + sort_suffix] = None if value is None else info.kind.sort_key(info.kind.load(value))
        return row


def _list_or_none(items: list[str]) -> str | None:
    return json.dumps(items) if items else None


def _said(head: Head) -> str:
    content = {k: v for k, v in head.values.items() if v is not None and k not in (FROZE, SEEN)}
    return json.dumps(content, sort_keys=True)
