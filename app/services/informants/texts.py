"""The texts of a tip-off beside the identity: whether they name who told, and whether they are still those that were compared."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from app.core.canonical import canonical_json
from app.data.reader import Reader
from app.services.context import Context
from app.services.who_told import named_in

_TEXTS = ("content", "place", "happened", "verification", "opinion", "notes")
APART = " / "
"""Between what two laptops wrote of one identity."""


def texts_of(reader: Reader, tip_off_id: str) -> dict[str, str]:
    """What is written freely in a tip-off, by field."""
    tip_off = reader.get("tip_off", tip_off_id)
    return texts_in(tip_off.values) if tip_off else {}


def texts_in(values: Mapping[str, Any]) -> dict[str, str]:
    """The same, of a tip-off by its dumped values."""
    return {name: str(values.get(name) or "") for name in _TEXTS}


def naming(ctx: Context, told: Iterable[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    """The labels of those texts that hold a name or number of an identity."""
    declared = ctx.store.registry.get("tip_off").fields
    pieces = [piece for text in told for piece in text.split(APART)]
    return tuple(ctx.say(declared[name].label) for name in named_in(pieces, texts))


def mark(tip_off_id: str, texts: Mapping[str, str]) -> str:
    """Tells these texts from any others. It is made of the texts alone, so it says nothing of the identity."""
    return hashlib.sha256(canonical_json([tip_off_id, dict(texts)])).hexdigest()
