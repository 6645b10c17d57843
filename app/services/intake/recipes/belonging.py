"""Registers whose rows belong to a record that stations name loosely or not at all: a group, the steering committee in office."""

from app.services.intake.drafts import Draft, Link, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.teams import named_in_title, teams_of


class OfGroup(Recipe):
    """Rows about what groups did. The group is one of the book, or one that another sheet of the workbook lists."""

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        return frozenset({"team"}) if named_in_title(sheet.titles) else frozenset()

    def mould(self, draft: Draft) -> None:
        values = draft.values
        if not values.get("team") and not any(target == "team" for target, _ in draft.doubts):
            values["team"] = draft.bands[-1] if draft.bands else named_in_title(draft.sheet.titles)
        super().mould(draft)

    def refer(self, draft: Draft, target: str, type_code: str, said: str) -> Link | None:
        if type_code != "group":
            return super().refer(draft, target, type_code, said)
        found = teams_of(self.desk).known(said, (*draft.bands, *draft.sheet.titles, draft.sheet.name))
        if found is None:
            return super().refer(draft, target, type_code, said)
        if found.doubt is not None:
            draft.doubt(target, found.doubt)
        return found.link


class OfCommittee(Recipe):
    """Rows of the steering committee: where the sheet names none, it is the only one in office."""

    def supplied(self, sheet: Sheet) -> frozenset[str]:
        return frozenset({"committee"}) if self._in_office() else frozenset()

    def mould(self, draft: Draft) -> None:
        if not draft.values.get("committee") and not any(target == "committee" for target, _ in draft.doubts):
            draft.values["committee"] = self._in_office()
        super().mould(draft)

    def _in_office(self) -> Link | None:
        standing = [(row_id, name) for row_id, name, ended in self.desk.rows("committee", ("name", "ended_on")) if not ended]
        return self.desk.link("committee", *standing[0]) if len(standing) == 1 else None
