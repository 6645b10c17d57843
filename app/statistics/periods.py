"""Periods of reports. By the state's reporting regime a month ends on the 14th and the next begins on the 15th (law, §8)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.kinds import Say
from app.core.text import short_date

_ROMAN = ("I", "II", "III", "IV")
_FIRST_DAY = 15


class PeriodKind(StrEnum):
    """Which period. `MONTH` to `YEAR` run from a 15th to a 14th, the calendar ones from the first to the last day."""

    WEEK = "week"
    MONTH = "month"
    CALENDAR_MONTH = "calendar_month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    CALENDAR_YEAR = "calendar_year"
    DATES = "dates"


KIND_NAMES = (
    (PeriodKind.WEEK, N_("Week")),
    (PeriodKind.MONTH, N_("Month (15th to 14th)")),
    (PeriodKind.CALENDAR_MONTH, N_("Calendar month")),
    (PeriodKind.QUARTER, N_("Quarter")),
    (PeriodKind.HALF_YEAR, N_("Half-year")),
    (PeriodKind.YEAR, N_("Year (15/12 to 14/12)")),
    (PeriodKind.CALENDAR_YEAR, N_("Calendar year")),
    (PeriodKind.DATES, N_("Any dates")),
)
"""Every kind with its name (msgid), in the order they are offered."""

_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: 12,
    PeriodKind.CALENDAR_MONTH: 1,
    PeriodKind.CALENDAR_YEAR: 12,
}
_CALENDAR = (PeriodKind.CALENDAR_MONTH, PeriodKind.CALENDAR_YEAR)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both counted."""

    kind: PeriodKind
    start: date
    end: date

    @property
    def year(self) -> int:
        """The year the period reports on: that of its last day."""
        return self.end.year


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of a kind that `day` lies in; for `DATES`, that day alone."""
    if kind is PeriodKind.DATES:
        return Period(kind, day, day)
    if kind is PeriodKind.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(kind, monday, monday + timedelta(days=6))
    calendar = kind in _CALENDAR
    # A day from the 15th on belongs to the next month's report.
    month = day.year * 12 + day.month - 1 + (0 if calendar or day.day < _FIRST_DAY else 1)
    first = month - month % _MONTHS[kind]
    after = first + _MONTHS[kind]
    if calendar:
        return Period(kind, _day(first, 1), _day(after, 1) - timedelta(days=1))
    return Period(kind, _day(first - 1, _FIRST_DAY), _day(after - 1, _FIRST_DAY) - timedelta(days=1))


def between(start: date, end: date) -> Period:
    """The period of exactly these days, named as the kind it is: 15/12/2021 to 14/12/2022 is the year 2022.

    Raises `UserError` "period.order" when the end lies before the beginning.
    """
    if end < start:
        raise UserError(
            "period.order",
            N_("The period ends on {end}, before it begins on {start}. Mend one of the two dates."),
            start=start,
            end=end,
        )
    for kind in reversed(PeriodKind):
        if kind is not PeriodKind.DATES and period_of(kind, end) == Period(kind, start, end):
            return Period(kind, start, end)
    return Period(PeriodKind.DATES, start, end)


def neighbour(period: Period, steps: int) -> Period:
    """The period `steps` later (earlier when negative); any dates move by their own length."""
    if period.kind is PeriodKind.DATES:
        length = (period.end - period.start + timedelta(days=1)) * steps
        return Period(period.kind, period.start + length, period.end + length)
    for _ in range(abs(steps)):
        day = period.end + timedelta(days=1) if steps > 0 else period.start - timedelta(days=1)
        period = period_of(period.kind, day)
    return period


def year_before(period: Period) -> Period:
    """The same period of the year before (cùng kỳ năm trước). A week is compared with the one 52 weeks earlier."""
    if period.kind is PeriodKind.WEEK:
        return Period(period.kind, period.start - timedelta(weeks=52), period.end - timedelta(weeks=52))
    if period.kind is PeriodKind.DATES:
        ends_month = period.end.day == monthrange(period.end.year, period.end.month)[1]
        return Period(period.kind, _a_year_before(period.start), _a_year_before(period.end, month_end=ends_month))
    return period_of(period.kind, _a_year_before(period.end))


def title(period: Period, say: Say) -> str:
    """The period in words, to stand inside a sentence: "năm 2022 (15/12/2021–14/12/2022)"."""
    start, end, year = short_date(period.start), short_date(period.end), period.year
    match period.kind:
        case PeriodKind.WEEK:
            return say(N_("the week {start}–{end}"), start=start, end=end)
        case PeriodKind.MONTH:
            return say(N_("month {month}/{year} ({start}–{end})"), month=period.end.month, year=year, start=start, end=end)
        case PeriodKind.CALENDAR_MONTH:
            return say(N_("calendar month {month}/{year}"), month=period.end.month, year=year)
        case PeriodKind.QUARTER:
            quarter = _ROMAN[(period.end.month - 1) // 3]
            return say(N_("quarter {quarter} of {year} ({start}–{end})"), quarter=quarter, year=year, start=start, end=end)
        case PeriodKind.HALF_YEAR if period.end.month == 6:
            return say(N_("the first half of {year} ({start}–{end})"), year=year, start=start, end=end)
        case PeriodKind.HALF_YEAR:
            return say(N_("the second half of {year} ({start}–{end})"), year=year, start=start, end=end)
        case PeriodKind.YEAR:
            return say(N_("the year {year} ({start}–{end})"), year=year, start=start, end=end)
        case PeriodKind.CALENDAR_YEAR:
            return say(N_("the calendar year {year}"), year=year)
        case PeriodKind.DATES:
            return say(N_("the days from {start} to {end}"), start=start, end=end)


def _day(months: int, day: int) -> date:
    return date(months // 12, months % 12 + 1, day)


def _a_year_before(day: date, *, month_end: bool = False) -> date:
    last = monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, last if month_end else min(day.day, last))
