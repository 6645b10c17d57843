"""People who came home and are helped: what the sheet says of work, remarks and results tells how it goes.

Why somebody was away is on no draft: such columns are dropped before a row is read.
"""

from collections.abc import Iterable
from typing import Any

from app.services.intake.desk import Key, bare, exact
from app.services.intake.drafts import Draft, Link
from app.services.intake.recipe import Recipe

_LINES = ("work", "remarks", "result")


class Reintegrations(Recipe):
    """One row is one person; lines of how it goes stand under the headings of their columns."""

    used_up = frozenset(_LINES)

    def mould(self, draft: Draft) -> None:
        super().mould(draft)
        values = draft.values
        said = [str(values["progress"])] if values.get("progress") else []
        for target in _LINES:
            if text := values.get(target):
                column = self.shape.column(target)
                heading = draft.sheet.headings.get(target) or (self.desk.say(column.label) if column else target)
                said.append(f"{heading}: {text}")
        if said:
            values["progress"] = "\n".join(said)
        group = self.desk.named("group").get((exact(str(values.get("helper") or "")),))
        if group is not None and not values.get("helper_group"):
            values["helper_group"] = group

    def refer(self, draft: Draft, target: str, type_code: str, said: str) -> Link | None:
        """A helping group that the book does not know helps all the same: by its name alone."""
        if target != "helper_group":
            return super().refer(draft, target, type_code, said)
        found = self.desk.named(type_code).get((exact(said),))
        if found is None:
            draft.values["helper"] = "; ".join(filter(None, (draft.values.get("helper"), said)))
        return found

    def known(self) -> Iterable[tuple[Key, str]]:
        for row_id, name, year, hamlet in self.desk.rows("reintegration", ("name", "birth_year", "hamlet")):
            yield (self.comparable(name), year, self.desk.link("hamlet", hamlet) if hamlet else None), row_id

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return key[0] is not None and not doubted & {"name", "birth_year", "hamlet"}

    def nearly(self, key: Key) -> Key:
        return bare(key[0] or ""), key[2]

    def may_be_same(self, one: Key, other: Key) -> bool:
        """Two years of birth tell two people."""
        years: tuple[Any, Any] = one[1], other[1]
        return None in years or years[0] == years[1]
