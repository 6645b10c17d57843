"""Sealing who told of many tip-offs within one change: a register that was kept in Excel is taken in with its identities."""

from collections.abc import Mapping
from typing import Any

from app.data.change import Change
from app.keys.sealed import FEWEST_KEEPERS
from app.services.context import Context
from app.services.informants.identity import Identity, code_of, last_number, sealed_values
from app.services.informants.keepers import KeeperLine, standing_keepers
from app.services.informants.texts import mark, naming, texts_in


class Sealing:
    """Seals to the keepers that stand when it is made. It shows nothing of what it was given."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._standing: tuple[KeeperLine, ...] = standing_keepers(ctx) if ctx.keys else ()
        self._given: dict[str, int] = {}

    @property
    def possible(self) -> bool:
        """Whether enough officers are appointed to open what would be sealed."""
        return len({line.officer_id for line in self._standing}) >= FEWEST_KEEPERS

    def seal(self, change: Change, tip_off_id: str, tip_off: Mapping[str, Any], identity: Identity) -> None:
        """Seal who told, behind the next code of its year, in the change that makes the tip-off of these dumped values."""
        year = str(tip_off["received_at"])[:4]
        if year not in self._given:
            with self._ctx.store.reader() as reader:
                self._given[year] = last_number(self._ctx, reader, year)
        self._given[year] += 1
        texts = texts_in(tip_off)
        named = naming(self._ctx, (identity.name, identity.contact), texts)
        compared = "" if named else mark(tip_off_id, texts)
        code = code_of(self._ctx, year, self._given[year])
        change.create("informant", sealed_values(self._ctx, tip_off_id, code, identity, self._standing, compared))
