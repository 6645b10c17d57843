"""What functions of general papers are handed, and what they may give back."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.services.disclosure import Purpose
from app.services.papers.made import Content
from app.services.registers import ListState


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper of type `type_code` is wanted: of the record of id `subject`, or of the list that a `ListState` describes."""

    type_code: str
    subject: str | ListState
    purpose: Purpose | None

    @property
    def state(self) -> ListState:
        """The list; all of the register where nothing else was said."""
        return self.subject if isinstance(self.subject, ListState) else ListState(self.type_code)


Place = tuple[str, str]
"""A record type and a field of it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A paper with what it discloses: the fields that name people, by type; those withheld; and how many records are on it.

    `workbook` is saved as .xlsx in its place, where a workbook has room for more than a page.
    """

    content: Content
    names: tuple[Place, ...] = ()
    withheld: tuple[Place, ...] = ()
    rows: int = 1
    workbook: "Filled | None" = None


def places(type_code: str, names: Iterable[str]) -> tuple[Place, ...]:
    """Fields of one type."""
    return tuple((type_code, name) for name in names)
