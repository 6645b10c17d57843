"""The unit's own intervals: what is set in the settings, or what stands there before anybody set it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.data.reader import Reader
from app.records.reminders import REMINDERS
from app.services import registers
from app.services.context import Context
from app.services.registers import RecordForm
from app.services.registers.forms import read_texts
from app.statistics.periods import PeriodKind

_REPORTS = (
    ("weekly", PeriodKind.WEEK),
    ("monthly", PeriodKind.MONTH),
    ("quarterly", PeriodKind.QUARTER),
    ("half_yearly", PeriodKind.HALF_YEAR),
    ("yearly", PeriodKind.YEAR),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """Days, months and reports as `app.records.reminders` declares them."""

    ahead_days: int
    visit_days: int
    dispute_days: int
    hot_spot_days: int
    board_months: int
    area_months: int
    review_month: int
    closing_days: int
    package_days: int
    report_days: int
    reports: tuple[PeriodKind, ...]


def intervals(reader: Reader, unit: str) -> Intervals:
    """What holds for a unit."""
    kept = reader.get(REMINDERS.code, _id(unit))
    values = {name: info.default for name, info in REMINDERS.fields.items()}
    if kept is not None and kept.alive:
        values |= {name: value for name, value in kept.values.items() if value is not None}
    reports = tuple(kind for name, kind in _REPORTS if values[name])
    spans = {name: int(value) for name, value in values.items() if name in Intervals.__slots__}
    return Intervals(**spans, reports=reports)


def open_intervals(ctx: Context) -> RecordForm:
    """The intervals ready for a form; its `id` is there once somebody has set them."""
    with ctx.store.reader() as reader:
        kept = reader.get(REMINDERS.code, _id(ctx.store.unit))
    return registers.open_record(ctx, REMINDERS.code, kept.id) if kept else registers.blank(ctx, REMINDERS.code)


def keep_intervals(ctx: Context, texts: Mapping[str, str], form: RecordForm) -> None:
    """Save what was typed. Every laptop of the unit writes the same record, so that two of them never hold two sets.

    Raises `InvalidRecord` with every problem beside its field.
    """
    if form.id is not None:
        registers.save(ctx, REMINDERS.code, form.id, texts, form.seen)
        return
    values, problems = read_texts(ctx, REMINDERS, texts)
    if problems:
        raise InvalidRecord("record.invalid", N_("Not saved yet: some fields need mending."), problems)
    given = {name: info.default for name, info in REMINDERS.fields.items()}
    given |= {name: value for name, value in values.items() if value is not None}
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create(REMINDERS.code, given, _id(ctx.store.unit))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, the last day of the month where there is none."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _id(unit: str) -> str:
    return fixed_id(REMINDERS.code, unit)
