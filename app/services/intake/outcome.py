"""What became of workbooks: the four numbers, sheet by sheet and file by file."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.core.errors import UserError
from app.services.intake.drafts import Notice
from app.services.intake.views import Judged, PassedOver, Verdict

_ROWS_NAMED = 5
_ORDER: tuple[Verdict, ...] = ("review", "duplicate", "left_out", "new")


@dataclass(frozen=True, slots=True)
class Counts:
    """The four-way result; the four add up to `read`. `reasons` counts what stands beside rows that are not simply new."""

    new: int = 0
    duplicate: int = 0
    review: int = 0
    left_out: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        return self.new + self.duplicate + self.review + self.left_out

    def __add__(self, other: "Counts") -> "Counts":
        both = {code: self.reasons.get(code, 0) + other.reasons.get(code, 0) for code in (*self.reasons, *other.reasons)}
        return Counts(
            self.new + other.new,
            self.duplicate + other.duplicate,
            self.review + other.review,
            self.left_out + other.left_out,
            both,
        )

    @staticmethod
    def from_rows(rows: Iterable[Judged]) -> "Counts":
        verdicts: Counter[Verdict] = Counter()
        reasons: Counter[str] = Counter()
        for row in rows:
            verdicts[row.verdict] += 1
            if row.reason:
                reasons[row.reason] += 1
        return Counts(verdicts["new"], verdicts["duplicate"], verdicts["review"], verdicts["left_out"], dict(reasons))


@dataclass(frozen=True, slots=True)
class Explained:
    """Rows that one reason stands beside: how many, the first few by sheet and number, and the first of them."""

    verdict: Verdict
    code: str
    count: int
    rows: tuple[tuple[str, int], ...]
    first: Judged

    @staticmethod
    def from_rows(rows: Iterable[Judged]) -> "tuple[Explained, ...]":
        """Every reason among the rows, those to be looked at first."""
        found: dict[tuple[Verdict, str], list[Judged]] = {}
        for row in rows:
            if row.reason:
                found.setdefault((row.verdict, row.reason), []).append(row)
        made = [
            Explained(verdict, code, len(about), tuple((row.sheet, row.number) for row in about[:_ROWS_NAMED]), about[0])
            for (verdict, code), about in found.items()
        ]
        return tuple(sorted(made, key=lambda one: (_ORDER.index(one.verdict), -one.count)))


@dataclass(frozen=True, slots=True)
class SheetResult:
    """What became of one table: the sheet it stands on, by name and by number from 1, and the register it was taken for."""

    sheet: str
    number: int
    type_code: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one workbook. `error` is set, and everything else empty, for one that was refused whole.

    `unit` is the commune that its titles name. `batch` undoes what was taken in; it is empty when nothing was. `rows` are the
    judged rows, for whoever asked to keep them.
    """

    path: Path
    unit: str = ""
    sheets: tuple[SheetResult, ...] = ()
    counts: Counts = Counts()
    warnings: tuple[Notice, ...] = ()
    created: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    reasons: tuple[Explained, ...] = ()
    rows: tuple[Judged, ...] = ()
    batch: str = ""
    error: UserError | None = None

    @property
    def type_code(self) -> str:
        """The register of all its tables; empty when they are of several."""
        types = {sheet.type_code for sheet in self.sheets}
        return types.pop() if len(types) == 1 else ""


@dataclass(frozen=True, slots=True)
class Many:
    """What became of every workbook, in the order they were taken."""

    files: tuple[FileResult, ...]
    dry_run: bool

    @property
    def totals(self) -> Counts:
        return sum((each.counts for each in self.files), Counts())

    @property
    def refused(self) -> tuple[FileResult, ...]:
        return tuple(each for each in self.files if each.error is not None)
