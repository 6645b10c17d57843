"""Half-typed forms, kept in the encrypted database of this laptop so that a power cut loses a few seconds at most.

A draft is no record: it has no history, is never sent, and only the officer who typed it is offered it again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.services.context import Context

_PREFIX = "draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in a form: texts and the words references were shown by, and what the form had seen of the record."""

    kept_at: datetime
    texts: dict[str, str]
    labels: dict[str, str]


def keep(ctx: Context, slot: str, texts: Mapping[str, str], labels: Mapping[str, str]) -> None:
    """Keep what stands in the form `slot` (a type and a record, or a type and "new"), over what was kept before."""
    content = {"at": ctx.clock.now().isoformat(timespec="seconds"), "texts": dict(texts), "labels": dict(labels)}
    ctx.store.local.put(_key(ctx, slot), content)


def find(ctx: Context, slot: str) -> Draft | None:
    """What was kept of that form, if anything."""
    content: Any = ctx.store.local.get(_key(ctx, slot))
    if not content:
        return None
    return Draft(datetime.fromisoformat(content["at"]), content["texts"], content["labels"])


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft among others: the form it stood in, and when it was kept."""

    slot: str
    kept_at: datetime


def kept(ctx: Context) -> tuple[Kept, ...]:
    """Everything the officer at work left half typed, the latest first."""
    start = _key(ctx, "")
    with ctx.store.reader() as reader:
        found = reader.local_values(start)
    drafts = [Kept(key.removeprefix(start), datetime.fromisoformat(content["at"])) for key, content in found.items()]
    return tuple(sorted(drafts, key=lambda draft: draft.kept_at, reverse=True))


def count_of(ctx: Context, officer_id: str) -> int:
    """How many forms an officer left half typed on this laptop. What stands in them is that officer's to see."""
    return len(ctx.store.local.keys(f"{_PREFIX}:{officer_id}:"))


def drop(ctx: Context, slot: str) -> None:
    """Forget what was kept: it was saved, or the officer threw it away."""
    if ctx.store.local.get(_key(ctx, slot)):
        ctx.store.local.put(_key(ctx, slot), None)


def drop_of_record(ctx: Context, record_id: str) -> None:
    """Forget what any officer left half typed about a record, or about a new one that belongs to it: it was deleted for good."""
    for key in ctx.store.local.keys(f"{_PREFIX}:"):
        if record_id in key.split(":", 2)[-1]:
            ctx.store.local.put(key, None)


def _key(ctx: Context, slot: str) -> str:
    return f"{_PREFIX}:{ctx.user.id}:{slot}"
