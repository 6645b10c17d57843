"""What the reading of a cell comes to: a value, words to be kept beside it, or a doubt that an officer has to settle."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a cell, or a row, has to be looked at.

    `code` is stable ("date.partial") and counted in results; `sentence` a msgid with `facts`. `offers` are texts that may have been
    meant, to choose from. An officer may take an `acceptable` row as it stands. A `mild` doubt about a field that may stay empty
    does not hold a row up: the words go into its notes.
    """

    code: str
    sentence: str
    facts: Mapping[str, object] = field(default_factory=dict)
    offers: tuple[str, ...] = ()
    acceptable: bool = False
    mild: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell as a dumped value of its kind. `note` are words of the cell that the value does not hold and that are to be kept."""

    value: Any = None
    note: str = ""
    doubt: Doubt | None = None


NOTHING = Reading()
"""An empty cell."""


class CellError(str):
    """What stands in a cell whose formula failed: "#REF!", "#N/A"."""

    __slots__ = ()
