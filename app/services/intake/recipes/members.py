"""Who serves in the groups: the team by a column, a band or the title; its number and head follow from those who are recorded."""

from collections.abc import Iterable
from typing import Any

from app.core.kinds import birth_year
from app.intake.bands import words_of
from app.intake.words import key_of
from app.services.intake.desk import Key, bare
from app.services.intake.drafts import Draft, Link, Making, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.teams import named_in_title, teams_of

_ROLES = frozenset(("to truong", "to pho", "to vien", "doi truong", "doi pho", "doi vien", "thanh vien", "ban chi huy", "du bi"))
"""What bands say that part a group, and name none."""


class Members(Recipe):
    """One row is one member; a team that is not in the book is made with the first of them."""

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        return frozenset({"team"}) if named_in_title(sheet.titles) or named_in_title((sheet.name,)) else frozenset()

    def mould(self, draft: Draft) -> None:
        said = draft.values.pop("team", None)
        if not said:
            bands = [band for band in draft.bands if key_of(words_of(band)) not in _ROLES]
            said = bands[-1] if bands else named_in_title(draft.sheet.titles) or named_in_title((draft.sheet.name,))
        super().mould(draft)
        if said and not any(target == "team" for target, _ in draft.doubts):
            found = teams_of(self.desk).called(str(said), (*draft.bands, *draft.sheet.titles, draft.sheet.name))
            draft.values["team"] = found.link
            if found.doubt is not None:
                draft.doubt("team", found.doubt)

    def identity(self, draft: Draft) -> Key:
        values = draft.values
        return self.comparable(values.get("name")), values.get("birth"), values.get("team")

    def known(self) -> Iterable[tuple[Key, str]]:
        for row_id, name, birth, team in self.desk.rows("member", ("name", "birth", "team")):
            yield (self.comparable(name), birth, self.desk.link("group", team) if team else None), row_id

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return key[0] is not None and key[2] is not None and not doubted & {"name", "birth", "team"}

    def nearly(self, key: Key) -> Key:
        return bare(key[0] or ""), key[2]

    def may_be_same(self, one: Key, other: Key) -> bool:
        """Two births that do not contradict each other: one is not known, or says less than the other."""
        if one[1] is None or other[1] is None or one[1] == other[1]:
            return True
        return one[1].startswith(other[1]) or other[1].startswith(one[1]) or _loosely(one[1], other[1])

    def finish(self, making: Making, drafts: Iterable[Draft]) -> None:
        """The number of a group moves with its list where the list was complete, and grows where the list outgrows it; so it does
        when members are recorded one by one (`app.services.registers.follow`)."""
        joined: dict[Link, list[Draft]] = {}
        for draft in drafts:
            if isinstance(team := draft.values.get("team"), Link) and not draft.values.get("left_on"):
                joined.setdefault(team, []).append(draft)
        if not joined:
            return
        listed: dict[str, int] = {}
        for _, team_id, left_on in self.desk.rows("member", ("team", "left_on")):
            listed[team_id] = listed.get(team_id, 0) + (not left_on)
        standing = {row_id: (given, head) for row_id, given, head in self.desk.rows("group", ("members", "head"))}
        for team, serving in joined.items():
            made = (int(team.values.get("members") or 0), team.values.get("head"))
            given, head = standing.get(team.id, made) if team.id else made
            before = listed.get(team.id, 0) if team.id else 0
            wanted: dict[str, Any] = {}
            if (given or 0) == before or before + len(serving) > (given or 0):
                wanted["members"] = before + len(serving)
            leads = next((one.values["name"] for one in serving if one.values.get("role") == "head"), None)
            if leads and not head:
                wanted["head"] = leads
            if wanted:
                making.change.update("group", making.id_of(team), wanted)


def _loosely(one: str, other: str) -> bool:
    """One of them is a day that never was, kept in words beside its year ("1990 31/4/1990")."""
    return (" " in one or " " in other) and birth_year(one) == birth_year(other)
