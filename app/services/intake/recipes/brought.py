"""Registers that other sheets of the same workbook refer to: hamlets, households, establishments, groups, kinds of model.

A list of hamlets with their households, and beside it a list of signatures that names the same hamlets, make each hamlet once.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from app.core.kinds import birth_year
from app.intake.places import looks_like_hamlet, tidy
from app.services.intake.desk import Key, bare
from app.services.intake.drafts import Draft, Link, Making
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.models import models_of, name_of_model
from app.services.intake.recipes.signers import HOME, HOUSE, roster_of
from app.services.intake.recipes.teams import kind_in, teams_of


class Brought(Recipe):
    """Rows whose record may be made for the sake of another row: both then make one."""

    goes_first = True

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._links: dict[int, tuple[Draft, Link]] = {}
        self._written: set[Link] = set()
        self._fresh = False
        """Whether the row being moulded brought its link itself."""
        self._others: dict[Link, Mapping[str, Any]] = {}
        """What rows of other registers say of a record to be made: all that it holds while no row of its own is written."""

    def mould(self, draft: Draft) -> None:
        super().mould(draft)
        self._fresh = False
        link = self.link_of(draft)
        if link is None:
            return
        self._links[id(draft)] = (draft, link)
        if not link.id and link not in self._others:
            self._others[link] = {} if self._fresh else link.values
            link.values = {**self._others[link], **self._own(draft)}

    def link_of(self, draft: Draft) -> Link | None:
        """The record that this row speaks of, in the book or to be made; `None` while its row does not say enough."""
        raise NotImplementedError

    def _own(self, draft: Draft) -> dict[str, Any]:
        return {name: value for name in self.declared.fields if (value := draft.values.get(name)) not in (None, "")}

    def write(self, making: Making, draft: Draft) -> None:
        link = self._links[id(draft)][1] if id(draft) in self._links else None
        if link is None or link.id or link in self._written:
            super().write(making, draft)
            return
        self._written.add(link)
        own = self._own(draft)
        if making.has(link):
            making.change.update(link.type_code, making.id_of(link), making.resolved(own))
        else:
            link.values = {**self._others.get(link, {}), **own}
            making.id_of(link)


class _ByLink(Brought):
    """Rows that are one when they speak of one record, however they write its name."""

    def identity(self, draft: Draft) -> Key:
        known = self._links.get(id(draft))
        return (known[1],) if known else super().identity(draft)

    def known(self) -> Iterable[tuple[Key, str]]:
        for (record_id,) in self.desk.rows(self.declared.code, ()):
            yield (self.desk.link(self.declared.code, record_id),), record_id

    def nearly(self, key: Key) -> Key:
        return key


class Hamlets(_ByLink):
    """A list of hamlets. One that is a letter off a known one is looked at."""

    def link_of(self, draft: Draft) -> Link | None:
        said = draft.values.get("name")
        if not said:
            return None
        link, _, doubt = self.desk.place(str(said))
        if doubt is not None:
            draft.doubt("name", doubt)
        elif link is not None and not link.id:
            link.name = draft.values["name"] = tidy(str(said)) if looks_like_hamlet(str(said)) else link.name
        return link


class Models(_ByLink):
    """A list of the kinds of model."""

    def link_of(self, draft: Draft) -> Link | None:
        said = draft.values.get("name")
        if not said:
            return None
        draft.values["name"] = name = name_of_model(str(said))
        return models_of(self.desk, name)


class Groups(_ByLink):
    """A list of groups. Its number of members is kept, unless more of them are listed elsewhere in the workbook."""

    def link_of(self, draft: Draft) -> Link | None:
        said, hamlet = draft.values.get("name"), draft.values.get("hamlet")
        if not said:
            return None
        kind = str(draft.values.get("kind") or "") or kind_in((str(said),)) or kind_in((*draft.bands, *draft.sheet.titles))
        found = teams_of(self.desk).listed(str(said), kind, hamlet if isinstance(hamlet, Link) else None)
        if found.doubt is not None:
            draft.doubt("name", found.doubt)
            return None
        return found.link


class Households(Brought):
    """A list of households."""

    def link_of(self, draft: Draft) -> Link | None:
        values = draft.values
        head, hamlet = values.get("head"), values.get("hamlet")
        if not head or not isinstance(hamlet, Link):
            return None
        roster = roster_of(self.desk)
        found = roster.households(str(head), hamlet, values.get("birth"))
        if len(found) > 1:
            return None
        if found:
            return found[0].link
        self._fresh = True
        return roster.new_household({name: values.get(name) for name in HOME}).link

    def identity(self, draft: Draft) -> Key:
        values = draft.values
        return self.comparable(values.get("head")), birth_year(values.get("birth")), values.get("hamlet")

    def known(self) -> Iterable[tuple[Key, str]]:
        for row_id, head, birth, hamlet in self.desk.rows("household", ("head", "birth", "hamlet")):
            yield (self.comparable(head), birth_year(birth), self.desk.link("hamlet", hamlet) if hamlet else None), row_id

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return key[0] is not None and key[2] is not None and not doubted & {"head", "birth", "hamlet"}

    def nearly(self, key: Key) -> Key:
        return bare(key[0] or ""), key[2]

    def may_be_same(self, one: Key, other: Key) -> bool:
        """Heads of one name born in different years head two households."""
        return one[1] is None or other[1] is None or one[1] == other[1]


class Establishments(Brought):
    """A list of agencies, firms, schools, clans."""

    def link_of(self, draft: Draft) -> Link | None:
        values = draft.values
        if not values.get("name"):
            return None
        roster, hamlet = roster_of(self.desk), values.get("hamlet")
        found = roster.establishment(str(values["name"]), hamlet if isinstance(hamlet, Link) else None)
        if found is not None:
            return found.link
        self._fresh = True
        return roster.new_establishment({name: values.get(name) for name in HOUSE}).link
