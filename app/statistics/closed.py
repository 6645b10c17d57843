"""Closed figures (chốt số liệu): counting a month into a sheet, and reading other units' sheets.

A sheet holds each closed indicator in two halves of a calendar month, days 1–14 and 15 to the end, so that calendar periods and
those from a 15th to a 14th are sums of whole halves. A sheet with a greater number amends the earlier ones of its month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.kinds import Figures
from app.data.reader import Reader
from app.statistics.declaration import Indicator
from app.statistics.indicators import ALL
from app.statistics.periods import Period, PeriodKind, period_of

CLOSED = tuple(indicator for indicator in ALL if indicator.closed)
"""The indicators (†) that go up as closed figures."""

_MOST_SHEETS = 100_000
_MIDDLE = 15


@dataclass(frozen=True, slots=True)
class Sheet:
    """One closed sheet as it stands: `month` is "2022-03", `figures` an indicator's counts of the two halves.

    `record` is its record's id and `reason` why it amends the one before; both are empty while it is being made.
    """

    unit: str
    month: str
    number: int
    figures: Mapping[str, tuple[int, int]]
    reason: str = ""
    record: str = ""


Sheets = Mapping[tuple[str, str], Sheet]
"""The newest sheet of each (unit, month)."""


def newest_sheets(reader: Reader) -> dict[tuple[str, str], Sheet]:
    """The sheet that counts for every unit and month."""
    newest: dict[tuple[str, str], Sheet] = {}
    kind = Figures()
    for record in reader.window("closed_sheet", order=("month", "asc"), limit=_MOST_SHEETS):
        month, number, figures = (record.values[name] for name in ("month", "number", "figures"))
        if not month or figures is None:
            continue
        reason = str(record.values["reason"] or "")
        sheet = Sheet(record.unit, month, number or 0, kind.load(figures), reason, record.id)
        place = (sheet.unit, sheet.month)
        # Two laptops may close a month apart under one number; every book then takes the same one of the two.
        if place not in newest or (sheet.number, _spelling(sheet)) > (newest[place].number, _spelling(newest[place])):
            newest[place] = sheet
    return newest


def from_sheets(sheets: Sheets, indicator: Indicator, period: Period, *, own_unit: str) -> dict[str, int]:
    """What other units' sheets add to an indicator in a period, by unit.

    A flow adds the halves whose last day lies in the period, so that periods side by side never count one twice. A stock is
    what stood at the end of the last half closed by the period's last day.
    """
    found: dict[str, int] = {}
    newest_half: dict[str, date] = {}
    for (unit, _), sheet in sheets.items():
        if unit == own_unit:
            continue
        for half, count in zip(halves(sheet.month), sheet.figures.get(indicator.code, (0, 0)), strict=True):
            if half.end > period.end:
                continue
            if indicator.stock:
                if half.end > newest_half.get(unit, date.min):
                    newest_half[unit], found[unit] = half.end, count
            elif half.end >= period.start:
                found[unit] = found.get(unit, 0) + count
    return found


def halves(month: str) -> tuple[Period, Period]:
    """The two halves of a month written as "2022-03". Raises `ValueError` when that is no month."""
    whole = period_of(PeriodKind.CALENDAR_MONTH, date.fromisoformat(month + "-01"))
    middle = whole.start.replace(day=_MIDDLE)
    return (
        Period(PeriodKind.DATES, whole.start, middle - timedelta(days=1)),
        Period(PeriodKind.DATES, middle, whole.end),
    )


def months_of(period: Period) -> tuple[str, ...]:
    """The calendar months a period touches, as "2022-03"."""
    first, last = (day.year * 12 + day.month - 1 for day in (period.start, period.end))
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))


def splits_halves(period: Period) -> bool:
    """Whether the period cuts a half of a month in two, so that closed figures cannot follow it exactly."""
    return period.start.day not in (1, _MIDDLE) or (period.end + timedelta(days=1)).day not in (1, _MIDDLE)


def missing_months(
    sheets: Sheets, units: tuple[str, ...], period: Period, today: date, merged: Mapping[str, date] | None = None
) -> dict[str, tuple[str, ...]]:
    """By unit, the months of the period that are over and not closed yet.

    `merged` says of units that became part of another since when: from that month on, the other closes for them.
    """
    last = {unit: f"{since:%Y-%m}" for unit, since in (merged or {}).items()}
    over = [month for month in months_of(period) if halves(month)[1].end < today]
    missing = {
        unit: tuple(month for month in over if (unit, month) not in sheets and month < last.get(unit, "~")) for unit in units
    }
    return {unit: months for unit, months in missing.items() if months}


def _spelling(sheet: Sheet) -> str:
    return Figures().dump(sheet.figures)
