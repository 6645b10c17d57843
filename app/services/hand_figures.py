"""A sheet of figures given by hand: every indicator of one unit over one span of days, written down in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.core.errors import FieldProblem, InvalidRecord, Problem
from app.core.i18n import N_
from app.core.kinds import Integer
from app.core.text import fold
from app.data.conditions import AllOf, Equals, UnitIs
from app.data.reader import Reader
from app.data.views import RecordView
from app.records.figure_names import FIGURES
from app.records.hand_figures import HAND_FIGURE
from app.services.context import Context
from app.services.registers.forms import read_texts
from app.statistics.indicators import CHAPTERS
from app.statistics.periods import Period, PeriodKind

_MOST = 10_000
SHEET = "hand_sheet"
"""What the name of a half-typed sheet begins with."""
_NAMES = dict(FIGURES)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One indicator: its code, chapter, label and unit of count, and what was given, if anything."""

    code: str
    chapter: str
    label: str
    unit: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What has been given for a unit and these days. `why` and `given_by` are those of its first figure."""

    unit_name: str
    start: date
    end: date
    lines: tuple[SheetLine, ...]
    why: str
    given_by: str


@dataclass(frozen=True, slots=True)
class Written:
    """How many figures were new, changed and taken out."""

    new: int
    changed: int
    removed: int


def sheet(ctx: Context, unit_name: str, start: date, end: date) -> Sheet:
    """The sheet of a unit, named as people write it, over exactly these days; empty lines where nothing was given."""
    with ctx.store.reader() as reader:
        given = _given(ctx, reader, unit_name, start, end)
    first = next(iter(given.values()), None)
    lines = [
        SheetLine(
            indicator.code,
            ctx.say(chapter.title),
            ctx.say(_NAMES[indicator.code]),
            ctx.say(indicator.unit),
            int(given[indicator.code].values["value"]) if indicator.code in given else None,
        )
        for chapter in CHAPTERS
        for indicator in chapter.indicators
    ]
    why, given_by = (str(first.values[name] or "") if first else "" for name in ("why", "given_by"))
    return Sheet(unit_name, start, end, tuple(lines), why, given_by)


def keep(
    ctx: Context, unit_name: str, start: date, end: date, values: Mapping[str, int | None], *, why: str, given_by: str = ""
) -> Written:
    """Write down what a sheet says: figures by indicator, `None` for one to take out; indicators not named stay as they are.

    Raises `InvalidRecord` with problems beside "unit_name", "why", "given_by", "from_on" or "to_on"; nothing is then written.
    """
    texts = {"unit_name": unit_name, "why": why, "given_by": given_by}
    texts |= {"from_on": f"{start:%d/%m/%Y}", "to_on": f"{end:%d/%m/%Y}"}
    common, problems = read_texts(ctx, HAND_FIGURE, texts)
    for name in ("unit_name", "why"):
        if not texts[name].strip():
            problems.append(FieldProblem(name, Problem("field.required", N_("This field must be filled in."))))
    if problems:
        raise InvalidRecord("record.invalid", N_("Not saved yet: some fields need mending."), problems)
    with ctx.store.reader() as reader:
        standing = _given(ctx, reader, unit_name, start, end)
    new = changed = removed = 0
    with ctx.store.change(ctx.user.id, "edit") as change:
        for code, value in values.items():
            record = standing.get(code)
            if record is None:
                if value is not None:
                    change.create(
                        "hand_figure", {name: kept for name, kept in common.items() if kept is not None} | _figure(code, value)
                    )
                    new += 1
            elif value is None:
                change.delete("hand_figure", record.id)
                removed += 1
            elif _differs(record, common | {"value": value}):
                change.update("hand_figure", record.id, common | _figure(code, value))
                changed += 1
    return Written(new, changed, removed)


def units_given(ctx: Context) -> tuple[str, ...]:
    """Names of units that figures were given for, the latest first."""
    with ctx.store.reader() as reader:
        records = reader.window("hand_figure", UnitIs(ctx.store.unit), order=("to_on", "desc"), limit=_MOST)
    return tuple(dict.fromkeys(str(record.values["unit_name"]) for record in records if record.values["unit_name"]))


def slot_of(unit_name: str, period: Period) -> str:
    """The name a half-typed sheet is kept under as a draft."""
    return f"{SHEET}:{period.kind.value}:{period.start.isoformat()}:{period.end.isoformat()}:{unit_name}"


def sheet_of(slot: str) -> tuple[str, Period]:
    """The unit and the period of a draft's name."""
    _, kind, start, end, unit_name = slot.split(":", 4)
    return unit_name, Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end))


def read_figure(typed: str, today: date) -> int | None:
    """A typed figure. Raises `Problem`."""
    value: int | None = Integer().parse(typed, today)
    return value


def _figure(code: str, value: int) -> dict[str, object]:
    return {"indicator": code, "value": value}


def _differs(record: RecordView, values: Mapping[str, object]) -> bool:
    return any((record.values.get(name) or None) != (value or None) for name, value in values.items() if name != "value") or (
        record.values["value"] != values["value"]
    )


def _given(ctx: Context, reader: Reader, unit_name: str, start: date, end: date) -> dict[str, RecordView]:
    days = (Equals("from_on", start.isoformat()), Equals("to_on", end.isoformat()))
    found = reader.window("hand_figure", AllOf((UnitIs(ctx.store.unit), *days)), order=("indicator", "asc"), limit=_MOST)
    return {str(r.values["indicator"]): r for r in found if fold(str(r.values["unit_name"] or "")) == fold(unit_name)}
