"""What is handed out about a workbook: what was found, what the officer wants of it, how each row was judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from app.intake.readings import Doubt
from app.intake.table import Table
from app.services.intake.drafts import Draft, Link, Notice
from app.services.intake.recipe import Recipe

Verdict = Literal["new", "duplicate", "review", "left_out"]
VERDICTS: tuple[Verdict, ...] = ("new", "duplicate", "review", "left_out")

KEPT_AS_NOTE = ""
"""The target of a column that no field is for: its words go into the notes."""
PASSED = "#"
"""The target of a column that says nothing of its own: STT, or one that the officer leaves out."""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of a table. `letter` is what Excel calls it; `samples` are its first texts, none of a column never kept.

    `own` is the target it was recognised for, whatever was corrected since: see `confined`.
    """

    place: int
    letter: str
    heading: str
    target: str
    samples: tuple[str, ...] = ()
    own: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """Text of an old font made Unicode, to be looked at: one cell before and after, and how many there were."""

    encoding: str
    before: str
    after: str
    cells: int


@dataclass(frozen=True, slots=True)
class Found:
    """A table of a sheet and the register it was taken for. `key` names it among those of its workbook.

    `needed` are targets that must be filled in and have no column: the officer gives one text for the whole table.
    """

    key: str
    sheet: str
    number: int
    hidden: bool
    type_code: str
    columns: tuple[FoundColumn, ...]
    rows: int
    titles: tuple[str, ...]
    converted: tuple[Converted, ...]
    needed: tuple[str, ...]
    remembered: bool
    table: Table


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sheet in which no register was found; `reason` is a msgid."""

    sheet: str
    number: int
    reason: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook that was read. Nothing of it has been written anywhere."""

    path: Path
    tables: tuple[Found, ...]
    passed_over: tuple[PassedOver, ...]

    @property
    def name(self) -> str:
        return self.path.name


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer wants of one table; the defaults take it as it was recognised.

    `targets` corrects columns (place → target), `common` gives texts that stand in every row without one, by target.
    """

    taken: bool = True
    type_code: str = ""
    targets: Mapping[int, str] = field(default_factory=dict)
    common: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""


AS_FOUND = Wanted()
RowKey = tuple[str, int]
"""(key of the table, number of the row as Excel shows it)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What the officer did to a row: typed texts by target, took it as it stands, or left it out.

    `as_row` takes what looked like a band, a total, a heading or a signature as a row of data.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    as_it_is: bool = False
    left_out: bool = False
    as_row: bool = False


class Like(NamedTuple):
    """What a row is the same as, or nearly: a record in the book, or an earlier row of the same workbooks (`sheet`, `row`)."""

    type_code: str
    record_id: str = ""
    sheet: str = ""
    row: int = 0


class Called(Mapping[str, Any]):
    """Values by target with references by what they are called, worked out when they are asked for."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __getitem__(self, target: str) -> Any:
        value = self._values[target]
        return value.name if isinstance(value, Link) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class Judged(NamedTuple):
    """One row of a table and what becomes of it. `reason` is the code of the doubt, of why it is left out, or of a duplicate.

    `key` names the table; `target` is the column the doubt is about. `draft` is what is taken in, `None` for rows left out.
    """

    key: str
    sheet: str
    number: int
    verdict: Verdict
    reason: str = ""
    doubt: Doubt | None = None
    target: str = ""
    like: Like | None = None
    draft: Draft | None = None

    @property
    def values(self) -> Mapping[str, Any]:
        """Dumped values by target, references by what they are called."""
        return Called(self.draft.values) if self.draft else {}


@dataclass(frozen=True, slots=True)
class Preview:
    """Every row of the wanted tables, judged. `types` are the registers of the tables that were wanted.

    `created` tells what else would be recorded: (type, name) of new hamlets, groups …
    """

    opened: Opened
    types: tuple[str, ...]
    wanted: Mapping[str, Wanted]
    edits: Mapping[RowKey, Edit]
    recipes: Mapping[str, Recipe]
    """By type."""
    seen: int
    """How many change-sets the book held: when it holds more, rows are judged again before they are taken in."""
    rows: tuple[Judged, ...]
    warnings: tuple[Notice, ...]
    created: tuple[tuple[str, str], ...]

    def count(self, verdict: Verdict) -> int:
        return sum(row.verdict == verdict for row in self.rows)

    @property
    def reasons(self) -> Mapping[str, int]:
        """How often each reason stands among the rows that are not simply new."""
        counted: dict[str, int] = {}
        for row in self.rows:
            if row.reason:
                counted[row.reason] = counted.get(row.reason, 0) + 1
        return counted
