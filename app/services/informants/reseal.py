"""Sealing anew when keepers came or went: done by a keeper, with the password, without showing an identity."""

from dataclasses import dataclass

from app.core.randomness import Randomness
from app.data.conditions import UnitIs
from app.data.views import RecordView
from app.services.context import Context
from app.services.informants.identity import replace, require_keepers, sealed_keepers, unsealed
from app.services.informants.keepers import own_keys, standing_keepers


@dataclass(frozen=True, slots=True)
class Waiting:
    """Identities that are not sealed for exactly the keepers of today, and of those how many the officer at work can open."""

    all: int
    mine: int


def waiting(ctx: Context) -> Waiting:
    """What is to be sealed anew."""
    standing = standing_keepers(ctx)
    own = {line.id for line in standing if line.is_self}
    stale = _stale(ctx, {line.id for line in standing})
    return Waiting(len(stale), sum(any(own & sealed_keepers(record) for record in records) for records in stale.values()))


def reseal(ctx: Context, password: str, *, randomness: Randomness) -> Waiting:
    """Seal to the keepers of today whatever the officer at work can open; returns what is left.

    Raises `UserError` "informant.few_keepers", "login.wrong", "login.wait".
    """
    standing = require_keepers(ctx)
    keys = own_keys(ctx, password, randomness)
    mine = {line.id for line in standing if line.recipient == keys.public.recipient}
    for records in _stale(ctx, {line.id for line in standing}).values():
        readable = [record for record in records if mine & sealed_keepers(record)]
        identity = unsealed(readable, keys)
        if identity is not None:
            compared = str(readable[0].values["compared"] or "")
            replace(ctx, readable, identity, standing, "reseal", compared)
    return waiting(ctx)


def _stale(ctx: Context, today: set[str]) -> dict[str, list[RecordView]]:
    """By tip-off, the records of identities that are sealed for others than today's keepers."""
    with ctx.store.reader() as reader:
        records = reader.window("informant", UnitIs(ctx.store.unit), order=("sealed_at", "desc"), limit=100_000)
    by_tip: dict[str, list[RecordView]] = {}
    for record in records:
        by_tip.setdefault(str(record.values["tip_off"]), []).append(record)
    return {tip: found for tip, found in by_tip.items() if any(sealed_keepers(record) != today for record in found)}
