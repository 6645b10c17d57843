"""Dates and moments, typed day first in every way officers type them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say
from app.core.text import fold, short_date, short_moment

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_PARTED = re.compile(r"([0-9]{1,2})\s*[/.\- ]\s*([0-9]{1,2})(?:\s*[/.\- ]\s*([0-9]{4}|[0-9]{2}))?[/.]?")
_SOLID = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})?")
_SPOKEN = re.compile(r"([0-9]{1,2}) thang ([0-9]{1,2})(?: nam ([0-9]{4}))?")
_TIME = re.compile(
    r"([0-9]{1,2})\s*(?::|gio|g|h)\s*"  # the hour
    r"(?:([0-9]{1,2})(?![0-9]|\s*[/.-])\s*(?:phut|p)?)?"  # minutes, not the day of "14h 12/3"
    r"(?::[0-9]{2}(?:\.[0-9]+)?)?"  # seconds, left out
)
_ISO_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2}:[0-9]{2})(?::[0-9.]+)?")
_FIRST_YEAR = 1900
_LAST_YEAR = 2999
_YEARS_AHEAD = 10
"""A year of two digits may lie so far ahead before it is taken for one of the last century."""


def _read_date(typed: str, today: date, *, not_future: bool) -> date:
    text = fold(typed).removeprefix("ngay ")
    if iso := _ISO.fullmatch(text):
        year, month, day = iso.groups()
    elif found := _PARTED.fullmatch(text) or _SOLID.fullmatch(text) or _SPOKEN.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise Problem(
            "date.not_a_date",
            N_("“{text}” is not a date. Write day, month and year, for example 5/3/2024."),
            text=typed,
        )
    if year:
        return _make_date(int(day), int(month), _whole_year(year, today, not_future=not_future))
    this_year = _make_date(int(day), int(month), today.year)
    if not_future and this_year > today:
        return _make_date(int(day), int(month), today.year - 1)
    return this_year


def _whole_year(year: str, today: date, *, not_future: bool) -> int:
    """The year meant by two digits or four: "24" is 2024, "99" is 1999 where 2099 lies too far ahead."""
    if len(year) == 4:
        return int(year)
    latest = today.year if not_future else today.year + _YEARS_AHEAD
    return 2000 + int(year) if 2000 + int(year) <= latest else 1900 + int(year)


def _make_date(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise Problem(
            "date.no_month",
            N_("There is no month {month}. Write the day first, then the month, for example 5/3/2024."),
            month=month,
        )
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Problem("date.year", N_("The year {year} cannot be right here."), year=year)
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise Problem(
            "date.impossible",
            N_("There is no day {day}/{month}/{year}: that month has {days} days."),
            day=day,
            month=month,
            year=year,
            days=days,
        )
    return date(year, month, day)


def _refuse_future(day: date, today: date) -> None:
    if day > today:
        raise Problem(
            "date.future",
            N_("{date} is still to come; today is {today}. Check the day and the year."),
            date=short_date(day),
            today=short_date(today),
        )


@dataclass(frozen=True, slots=True)
class Date(Kind):
    """A day. Typed as 5/3/24, 05032024, 5-3, 5.3.2024; kept as ISO.

    A day and month alone lie in the current year; with `not_future`, in the last twelve months (on 10 January "20/12" is of
    the year before).
    """

    not_future: bool = False

    def _read(self, typed: str, today: date) -> date:
        return _read_date(typed, today, not_future=self.not_future)

    def check(self, value: date, today: date) -> None:
        if self.not_future:
            _refuse_future(value, today)

    def format(self, value: date, say: Say) -> str:
        return short_date(value)

    def dump(self, value: date) -> str:
        return value.isoformat()

    def load(self, dumped: str) -> date:
        return date.fromisoformat(dumped)


@dataclass(frozen=True, slots=True)
class Moment(Kind):
    """A day and an hour in local time, without zone or seconds: "14:05 12/03/2022". The time may stand
    before or after."""

    not_future: bool = False

    def _read(self, typed: str, today: date) -> datetime:
        text = " ".join(fold(typed).replace(",", " ").split())
        if iso := _ISO_MOMENT.fullmatch(text):
            text = " ".join(iso.groups())
        found = _TIME.search(text)
        if found is None:
            day = _read_date(typed, today, not_future=self.not_future)
            raise Problem("moment.no_time", N_("Write the hour too, for example 14:05 {date}."), date=short_date(day))
        hour, minute = int(found.group(1)), int(found.group(2) or 0)
        if hour > 23 or minute > 59:
            raise Problem(
                "moment.no_such_time",
                N_("There is no time {hour}:{minute}."),
                hour=hour,
                minute=f"{minute:02}",
            )
        rest = f"{text[: found.start()].strip()} {text[found.end() :].strip()}".strip()
        day = _read_date(rest.removeprefix("luc ").removesuffix(" luc"), today, not_future=self.not_future)
        return datetime.combine(day, time(hour, minute))

    def check(self, value: datetime, today: date) -> None:
        if self.not_future:
            _refuse_future(value.date(), today)

    def format(self, value: datetime, say: Say) -> str:
        return short_moment(value)

    def dump(self, value: datetime) -> str:
        return value.strftime("%Y-%m-%dT%H:%M")

    def load(self, dumped: str) -> datetime:
        return datetime.fromisoformat(dumped)
