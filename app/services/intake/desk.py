"""What lies at hand while rows are judged: the book's records by what identifies them, each read once."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from app.core.i18n import Translator
from app.intake.alike import bare, exact
from app.intake.hamlet_names import is_bare, parted
from app.intake.places import Hamlets
from app.intake.readings import Doubt
from app.services.context import Context
from app.services.intake.drafts import Draft, Link
from app.services.registers.origin import own_records

Key = tuple[Any, ...]
_T = TypeVar("_T")


class Desk:
    """Lookups of one look-over. Records made with the rows join those of the book, so that each is made once."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.say: Translator = ctx.say
        self.today: date = ctx.clock.today()
        self._places: dict[str, tuple[Link | None, str, Doubt | None]] = {}
        self._links: dict[tuple[str, str], Link] = {}
        self._shelves: dict[str, dict[Key, Link]] = {}
        self._kept: dict[str, object] = {}
        self._rows: dict[tuple[str, tuple[str, ...]], Sequence[Sequence[Any]]] = {}

    def hamlet(self, draft: Draft, target: str, said: str) -> Link | None:
        """The hamlet that a text names; one that is not known is made with the row. `None` with a doubt for a near miss.

        What followed the name, an old commune or district, goes into the notes.
        """
        link, rest, doubt = self.place(said)
        if doubt is not None:
            draft.doubt(target, doubt)
        if rest:
            draft.note(draft.sheet.headings.get(target, ""), said)
        return link

    def meet_hamlets(self, texts: Iterable[str]) -> None:
        """Make the hamlets that a table names known before its rows are read, whichever row comes first: those written with their
        marks before those without, which then mean the same; among them the most frequent first, so that a slip of the pen is
        told as one. A `Counter` has been counted already."""
        for text, _ in sorted(Counter(texts).items(), key=lambda counted: (is_bare(parted(counted[0])[0]), -counted[1])):
            self.place(text)

    def place(self, said: str) -> tuple[Link | None, str, Doubt | None]:
        """The hamlet that a text names, known or to be made, what stood behind its name, and the doubt of a near miss."""
        known = self._places.get(said)
        if known is None:
            known = self._places[said] = self._find_place(said)
        return known

    def _find_place(self, said: str) -> tuple[Link | None, str, Doubt | None]:
        found = self.hamlets.match(said)
        if found.key is not None:
            return found.key, found.rest, None
        if not found.name:
            return None, found.rest, found.doubt
        link = Link("hamlet", found.name, values={"name": found.name})
        if found.doubt is None:
            self.hamlets.learn(link, found.name)
        return link, found.rest, found.doubt

    @cached_property
    def hamlets(self) -> Hamlets[Link]:
        """The unit's hamlets, and those that rows have made known."""
        return Hamlets((self.link("hamlet", row_id, name), name) for row_id, name in self.rows("hamlet", ("name",)) if name)

    def rows(self, type_code: str, fields: Sequence[str]) -> Sequence[Sequence[Any]]:
        """(id, dumped values of these fields) of every standing record of the unit, read once."""
        asked = (type_code, tuple(fields))
        if asked not in self._rows:
            with self.ctx.store.reader() as reader:
                self._rows[asked] = reader.columns(type_code, fields, own_records(self.ctx, reader))
        return self._rows[asked]

    def link(self, type_code: str, record_id: str, name: str = "") -> Link:
        """The link that stands for a record of the book."""
        found = self._links.get((type_code, record_id))
        if found is None:
            found = self._links[type_code, record_id] = Link(type_code, name, record_id)
        elif name and not found.name:
            found.name = name
        return found

    def shelf(self, name: str, fill: Callable[[], Iterable[tuple[Key, Link]]]) -> dict[Key, Link]:
        """A lookup by keys of the caller's own choosing, filled from the book when first asked for."""
        if name not in self._shelves:
            self._shelves[name] = dict(fill())
        return self._shelves[name]

    def kept(self, name: str, make: Callable[[], _T]) -> _T:
        """What recipes of several sheets share beyond links by key, made when first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast(_T, self._kept[name])

    def named(self, type_code: str, field: str = "name") -> dict[Key, Link]:
        """The records of a type by one field of text, in the spelling that `exact` compares: key ("…",)."""
        rows = self.rows
        return self.shelf(
            f"named {type_code} {field}",
            lambda: (((exact(text),), self.link(type_code, row_id, text)) for row_id, text in rows(type_code, (field,)) if text),
        )

    def made(self, shelf: dict[Key, Link], key: Key, type_code: str, name: str, values: Mapping[str, Any]) -> Link:
        """The link under a key of a shelf; one that is not there is put there, to be made with the first row that is taken in."""
        found = shelf.get(key)
        if found is None:
            found = shelf[key] = Link(type_code, name, values=values)
        return found


__all__ = ["Desk", "Key", "bare", "exact"]
