"""How a register looks on the sheets that stations keep: declared once, and walked by whoever reads or writes such sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.core.kinds import Kind

NEVER = "-"
"""The target of a column that is dropped and named: what no register may hold, or this one may not."""
INFORMANT = "informant"
"""What the targets begin with that say who told something: sealed or dropped, never a field or note."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column such sheets have. `called` are its headings as stations write them; under a merged heading both stand together
    ("Số người dự Nữ").

    `target` is the field it fills, or the name of something the sheet has and the record has not (a birth year beside a
    commitment): then `kind` says how its cells are read and `label` (msgid) how it is called here. `weight` is how much the
    heading tells of its register; 1 is usual, 0.5 what every list has. `example` is what a template shows in its sample row.
    """

    target: str
    called: tuple[str, ...]
    weight: float = 1.0
    kind: Kind | None = None
    label: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class SheetShape:
    """One register as sheets show it.

    `titles` are words of the title above that speak for it; `needs` the targets without which a table is not of this register.
    `identity` are the targets that make two rows one and the same. `notes` is the field that takes what no column is for.
    `synonyms`: by target, other words for an option, by its code. A `band` is the target that a row over the whole width gives to
    the rows below it ("TỔ BẢN NÀ LUÔNG"). `cli` is what the command line calls it where that is not the code of the type.
    """

    type_code: str
    columns: tuple[Column, ...]
    titles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    notes: str = "notes"
    band: str = ""
    synonyms: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    cli: str = ""

    def column(self, target: str) -> Column | None:
        """The column of a target, if the shape has one."""
        return next((column for column in self.columns if column.target == target), None)
