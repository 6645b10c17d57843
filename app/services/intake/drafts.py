"""A row on its way from the sheet to the registers, and links to records that stand in the book or are made with the row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.data.change import Change
from app.intake.cells import masked
from app.intake.readings import Doubt


@dataclass(eq=False, slots=True)
class Link:
    """A record that rows refer to. One object stands for one record, so that rows can be compared by it.

    `id` is empty for a record that is made with the first row that needs it, from `values` (which may hold links again).
    """

    type_code: str
    name: str
    id: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is worth knowing about a table: a wrong total, hidden rows, columns not kept. `sentence` is a msgid with `facts`."""

    code: str
    sheet: str
    sentence: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a recipe may know of the table a row stands in: the words above it, and its name."""

    name: str
    titles: tuple[str, ...]
    common: Mapping[str, str]
    headings: Mapping[str, str]
    """By target: the heading of its column, as it stands on the sheet."""


@dataclass(slots=True)
class Draft:
    """A row while it is being read.

    `values` are dumped values by target; what a reference's column says stands there as text until the recipe puts a `Link` in its
    place. `notes` are words that no field takes, each with what they are about. `doubts` are (target, doubt). `also` are further
    records, (type, values), made with the row; their values may hold links.
    """

    sheet: Sheet
    number: int
    bands: tuple[str, ...]
    values: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    doubts: list[tuple[str, Doubt]] = field(default_factory=list)
    also: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def doubt(self, target: str, doubt: Doubt) -> None:
        self.doubts.append((target, doubt))

    def note(self, about: str, words: str) -> None:
        """Keep words that no field takes: "Hình thức: Giấy khen". Of the number of an ID card among them only the end is kept."""
        kept = masked(words)
        self.notes.append(f"{about}: {kept}" if about else kept)


Complete = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
"""What saving by hand would add to the values of a new record of a type: see `completing.completed`."""


class Making:
    """Writes records and, before them, those they refer to, each once."""

    def __init__(self, change: Change, ids: dict[Link, str], complete: Complete) -> None:
        self.change = change
        self._ids = ids
        self._complete = complete

    def id_of(self, link: Link) -> str:
        """The id of a link's record, which is made now if it does not stand yet."""
        if link.id:
            return link.id
        if link not in self._ids:
            self._ids[link] = self.create(link.type_code, link.values)
        return self._ids[link]

    def has(self, link: Link) -> bool:
        """Whether a link's record stands by now, in the book or made for another row."""
        return bool(link.id) or link in self._ids

    def resolved(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values with ids in place of links, whose records are made now if they do not stand yet."""
        return {name: self.id_of(value) if isinstance(value, Link) else value for name, value in values.items()}

    def create(self, type_code: str, values: Mapping[str, Any]) -> str:
        """A record of these values; links in them become ids, and what is empty is left out."""
        whole = self._complete(type_code, self.resolved(values))
        return self.change.create(type_code, {name: value for name, value in whole.items() if value not in (None, "")})
