"""Periods of reports: where they begin and end, what they are called, what they are compared with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.statistics.periods import Period, PeriodKind, between, neighbour, period_of, title, year_before

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))
KINDS = st.sampled_from(list(PeriodKind))


def plain(msgid: str, /, **facts: object) -> str:
    return msgid.format(**facts)


@pytest.mark.parametrize(
    ("kind", "day", "start", "end"),
    [
        (PeriodKind.WEEK, date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 29)),
        (PeriodKind.MONTH, date(2022, 3, 14), date(2022, 2, 15), date(2022, 3, 14)),
        (PeriodKind.MONTH, date(2022, 3, 15), date(2022, 3, 15), date(2022, 4, 14)),
        (PeriodKind.MONTH, date(2021, 12, 20), date(2021, 12, 15), date(2022, 1, 14)),
        (PeriodKind.CALENDAR_MONTH, date(2024, 2, 15), date(2024, 2, 1), date(2024, 2, 29)),
        (PeriodKind.QUARTER, date(2022, 1, 1), date(2021, 12, 15), date(2022, 3, 14)),
        (PeriodKind.QUARTER, date(2022, 9, 15), date(2022, 9, 15), date(2022, 12, 14)),
        (PeriodKind.HALF_YEAR, date(2022, 6, 14), date(2021, 12, 15), date(2022, 6, 14)),
        (PeriodKind.HALF_YEAR, date(2022, 6, 15), date(2022, 6, 15), date(2022, 12, 14)),
        (PeriodKind.YEAR, date(2022, 12, 14), date(2021, 12, 15), date(2022, 12, 14)),
        (PeriodKind.YEAR, date(2022, 12, 15), date(2022, 12, 15), date(2023, 12, 14)),
        (PeriodKind.CALENDAR_YEAR, date(2022, 12, 31), date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_period_begins_and_ends_where_the_reporting_rules_say(kind: PeriodKind, day: date, start: date, end: date) -> None:
    assert period_of(kind, day) == Period(kind, start, end)


@given(KINDS, DAYS)
def test_periods_of_a_kind_lie_side_by_side(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assert period.start <= day <= period.end
    after = neighbour(period, 1)
    assert after.start == period.end + timedelta(days=1)
    assert neighbour(after, -1) == period


@given(KINDS, DAYS)
def test_a_period_is_known_by_its_days(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assert between(period.start, period.end) == period


@given(st.sampled_from([k for k in PeriodKind if k not in (PeriodKind.DATES, PeriodKind.WEEK)]), DAYS)
def test_the_year_before_is_the_same_part_of_it(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    before = year_before(period)
    assert before == period_of(kind, before.start)
    assert (before.year, before.end.month) == (period.year - 1, period.end.month)


@given(DAYS, st.integers(min_value=0, max_value=800))
def test_any_dates_have_a_year_before(day: date, length: int) -> None:
    before = year_before(Period(PeriodKind.DATES, day, day + timedelta(days=length)))
    assert before.start <= before.end
    assert before.start.year == day.year - 1


def test_the_end_of_february_stays_the_end() -> None:
    before = year_before(Period(PeriodKind.DATES, date(2025, 2, 10), date(2025, 2, 28)))
    assert before.end == date(2024, 2, 29)


def test_a_week_is_compared_with_the_same_days_of_the_week() -> None:
    week = period_of(PeriodKind.WEEK, date(2026, 11, 24))
    assert year_before(week).start.weekday() == 0


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2021, 12, 15), date(2022, 12, 14), "the year 2022 (15/12/2021–14/12/2022)"),
        (date(2022, 1, 1), date(2022, 12, 31), "the calendar year 2022"),
        (date(2021, 12, 15), date(2022, 6, 14), "the first half of 2022 (15/12/2021–14/06/2022)"),
        (date(2022, 6, 15), date(2022, 12, 14), "the second half of 2022 (15/06/2022–14/12/2022)"),
        (date(2022, 9, 15), date(2022, 12, 14), "quarter IV of 2022 (15/09/2022–14/12/2022)"),
        (date(2022, 2, 15), date(2022, 3, 14), "month 3/2022 (15/02/2022–14/03/2022)"),
        (date(2022, 3, 1), date(2022, 3, 31), "calendar month 3/2022"),
        (date(2026, 11, 23), date(2026, 11, 29), "the week 23/11/2026–29/11/2026"),
        (date(2022, 3, 2), date(2022, 4, 3), "the days from 02/03/2022 to 03/04/2022"),
    ],
)
def test_titles(start: date, end: date, words: str) -> None:
    assert title(between(start, end), plain) == words


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        between(date(2022, 3, 2), date(2022, 3, 1))
    assert caught.value.code == "period.order"
