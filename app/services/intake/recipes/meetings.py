"""Meetings (sổ theo dõi buổi tuyên truyền): where a meeting was held tells its hamlet, its topic and title what kind it was."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from app.intake.bands import says
from app.intake.places import looks_like_hamlet
from app.intake.words import key_of, text_of
from app.intake.workbook import Value
from app.services.intake.desk import Key
from app.services.intake.drafts import Draft, Link, Sheet
from app.services.intake.recipe import Recipe
from app.services.intake.recipes.places import put_hamlet

_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("forum", ("dien dan", "cong an lang nghe y kien")),
    ("festival", ("ngay hoi toan dan", "ngay hoi tdbvantq")),
    ("study", ("hoc tap", "tap huan")),
)
"""What makes a meeting more than one of propaganda, by words of its topic, else of the title above the table."""


class Meetings(Recipe):
    """One row is one meeting. The place stays as it is written, beside the hamlet that it names."""

    @cached_property
    def _names(self) -> dict[str, str]:
        return {row_id: key_of(name or "") for row_id, name in self.desk.rows("hamlet", ("name",))}

    def meet(self, sheet: Sheet, cells_of: Callable[[str], Sequence[Value]]) -> None:
        self.desk.meet_hamlets(Counter(text for text in map(text_of, cells_of("place")) if looks_like_hamlet(text)))

    def mould(self, draft: Draft) -> None:
        super().mould(draft)
        values = draft.values
        if place := str(values.get("place") or ""):
            put_hamlet(self.desk, draft, place)
        if not values.get("form") and not any(target == "form" for target, _ in draft.doubts):
            form = _form_of(str(values.get("topic") or "")) or _form_of(" ".join((*draft.sheet.titles, draft.sheet.name)))
            if form:
                values["form"] = form

    def identity(self, draft: Draft) -> Key:
        values = draft.values
        hamlet = values.get("hamlet")
        named = key_of(hamlet.name) if isinstance(hamlet, Link) else ""
        return self._key(values.get("held_on"), values.get("place"), hamlet, named, values.get("topic"))

    def known(self) -> Iterable[tuple[Key, str]]:
        for row_id, held_on, place, hamlet, topic in self.desk.rows("meeting", ("held_on", "place", "hamlet", "topic")):
            link = self.desk.link("hamlet", hamlet) if hamlet else None
            yield self._key(held_on, place, link, self._names.get(hamlet, ""), topic), row_id

    def _key(self, held_on: Any, place: Any, hamlet: Any, named: str, topic: Any) -> Key:
        """Where a place says no more than its hamlet, the hamlet stands for it: forms are often left without a place."""
        where = hamlet if not place or (named and key_of(place) in (named, named.partition(" ")[2])) else self.comparable(place)
        return held_on, where, self.comparable(topic)

    def tells(self, key: Key, doubted: set[str]) -> bool:
        return key[0] is not None and key[2] is not None and not doubted & {"held_on", "place", "hamlet", "topic"}


def _form_of(text: str) -> str:
    found = {form for form, words in _FORMS if says(text, *words)}
    return found.pop() if len(found) == 1 else ""
