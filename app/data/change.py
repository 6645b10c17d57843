"""A change somebody makes: intents gathered while it is written down. `intents` turns them into operations at commit.

Nothing else writes records. Delete and restore are `set` of the group `life`; settling a conflict is a `set` that names all heads;
undoing is a `set` of what stood before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.clock import Clock
from app.core.ids import new_id
from app.core.randomness import Randomness
from app.data.contents import hash_of
from app.data.declare import Registry

Seen = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing to be done, as it was written down."""

    act: str
    type_code: str
    id: str
    values: Mapping[str, Any]
    group: str = ""
    replaces: tuple[str, ...] | None = None
    seen: Seen | None = None
    version: str = ""


class Change:
    """What one save, or one bulk job, does. Values are dumped values; unknown field names raise `KeyError` at once."""

    def __init__(self, registry: Registry, clock: Clock, randomness: Randomness) -> None:
        self._registry = registry
        self._clock = clock
        self._randomness = randomness
        self.intents: list[Intent] = []
        self.contents: dict[str, bytes] = {}
        """Contents of attachments to be kept with this change, by hash."""

    def create(self, type_code: str, values: Mapping[str, Any], id: str | None = None) -> str:
        """A new record; returns its id. Give an `id` only for records whose id is fixed by what they are."""
        record_id = id or new_id(self._clock, self._randomness)
        self._check(type_code, values)
        self.intents.append(Intent("create", type_code, record_id, dict(values)))
        return record_id

    def keep(self, data: bytes) -> str:
        """Keep a content of an attachment together with this change; returns the hash by which a record names it."""
        name = hash_of(data)
        self.contents[name] = data
        return name

    def update(self, type_code: str, id: str, values: Mapping[str, Any], seen: Seen | None = None) -> None:
        """Set the groups of these fields where they differ from what the officer had before them.

        `seen` gives the versions they saw when they began to edit, by group: what somebody else wrote in the meantime is then not
        replaced but stands beside it as a conflict, and the other fields of the group stay as they were seen. Without it, what
        stands at commit counts as seen.
        """
        self._check(type_code, values)
        self.intents.append(Intent("update", type_code, id, dict(values), seen=seen))

    def set(self, type_code: str, id: str, group: str, values: Mapping[str, Any], replaces: Sequence[str] | None = None) -> None:
        """Set one group whole, naming the versions it replaces (all that stand at commit when not given)."""
        foreign = set(values) - set(self._registry.get(type_code).groups[group])
        if foreign:
            raise KeyError(f"{type_code}.{group} has no field {', '.join(sorted(foreign))}")
        named = None if replaces is None else tuple(replaces)
        self.intents.append(Intent("set", type_code, id, dict(values), group=group, replaces=named))

    def adopt(self, type_code: str, id: str, group: str, version: str, replaces: Sequence[str] | None = None) -> None:
        """Let a group (`LIFE` too) say again what this version of it says: one of those in conflict, or an earlier one.

        An empty `version` stands for the time before the first one. Raises `UserError` "version.gone" at commit when nothing is
        known of the version any more.
        """
        named = None if replaces is None else tuple(replaces)
        self.intents.append(Intent("adopt", type_code, id, {}, group=group, replaces=named, version=version))

    def delete(self, type_code: str, id: str) -> None:
        """Let a record stand no more; it can be restored."""
        self.intents.append(Intent("delete", type_code, id, {}))

    def restore(self, type_code: str, id: str) -> None:
        """Let a deleted record stand again as it was."""
        self.intents.append(Intent("restore", type_code, id, {}))

    def purge(self, type_code: str, id: str) -> None:
        """Remove a record and its history for good, by law; only the fact remains."""
        self.intents.append(Intent("purge", type_code, id, {}))

    def _check(self, type_code: str, values: Mapping[str, Any]) -> None:
        unknown = set(values) - set(self._registry.get(type_code).fields)
        if unknown:
            raise KeyError(f"{type_code} has no field {', '.join(sorted(unknown))}")
