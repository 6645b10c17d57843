"""What lies at hand while rows are judged: the book's records by what identifies them, each read once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from app.core.i18n import Translator
from app.intake.alike import bare, exact
from app.services.context import Context
from app.services.intake.drafts import Link
from app.services.registers.origin import own_records

Key = tuple[Any, ...]


class Desk:
    """Lookups of one look-over. Records made with the rows join those of the book, so that each is made once."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.say: Translator = ctx.say
        self.today: date = ctx.clock.today()
        self._links: dict[tuple[str, str], Link] = {}
        self._shelves: dict[str, dict[Key, Link]] = {}
        self._rows: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = {}

    def rows(self, type_code: str, fields: Sequence[str]) -> list[tuple[Any, ...]]:
        """(id, dumped values of these fields) of every standing record of the unit, read once."""
        asked = (type_code, tuple(fields))
        if asked not in self._rows:
            with self.ctx.store.reader() as reader:
                self._rows[asked] = reader.columns(type_code, fields, own_records(self.ctx, reader))
        return self._rows[asked]

    def link(self, type_code: str, record_id: str, name: str = "") -> Link:
        """The link that stands for a record of the book."""
        return self._links.setdefault((type_code, record_id), Link(type_code, name, record_id))

    def shelf(self, name: str, fill: Callable[[], Iterable[tuple[Key, Link]]]) -> dict[Key, Link]:
        """A lookup by keys of the caller's own choosing, filled from the book when first asked for."""
        if name not in self._shelves:
            self._shelves[name] = dict(fill())
        return self._shelves[name]

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
