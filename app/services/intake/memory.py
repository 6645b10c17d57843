"""Which columns an officer corrected on which shape of sheet, so that the next such sheet needs no correcting.

A shape of sheet is its headings. Headings of columns that are never kept are no part of what is remembered.
"""

from collections.abc import Mapping
from hashlib import sha256

from app.intake.shapes import is_ordinal
from app.intake.words import key_of
from app.records.sheets.shape import NEVER
from app.services.context import Context
from app.services.intake.confined import may_go
from app.services.intake.views import Found

_PREFIX = "intake:columns"


def remember(ctx: Context, found: Found, targets: Mapping[int, str]) -> None:
    """Keep the corrections (place → target) for sheets of this shape taken for this register."""
    kept = {
        key_of(column.heading): targets[column.place]
        for column in found.columns
        if column.heading and column.place in targets and column.own != NEVER and may_go(column.own, targets[column.place])
    }
    if kept:
        ctx.store.local.put(_key(found), {**(ctx.store.local.get(_key(found)) or {}), **kept})


def recall(ctx: Context, found: Found) -> dict[int, str]:
    """What was corrected before on sheets of this shape, by place; empty when nothing was."""
    kept = ctx.store.local.get(_key(found)) or {}
    return {
        column.place: kept[key_of(column.heading)]
        for column in found.columns
        if column.target != NEVER and column.heading and key_of(column.heading) in kept
    }


def forget(ctx: Context, found: Found) -> None:
    """Let sheets of this shape be recognised anew."""
    ctx.store.local.put(_key(found), None)


def _key(found: Found) -> str:
    headings = "|".join(
        sorted(key_of(column.heading) for column in found.columns if column.target != NEVER and not is_ordinal(column.heading))
    )
    return f"{_PREFIX}:{found.type_code}:{sha256(headings.encode()).hexdigest()[:32]}"
