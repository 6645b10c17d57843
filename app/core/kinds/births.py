"""Birth dates as papers have them: often a year alone, sometimes a day that never was."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say
from app.core.text import fold, short_date

_EARLIEST_YEAR = 1900
_SEPARATOR = r"\s*[/.\- ]\s*"
_YEAR = re.compile(r"[0-9]{4}|[0-9]{2}")
_MONTH_YEAR = re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}})")
_DAY_MONTH_YEAR = re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}}|[0-9]{{2}})")
_SOLID = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_SOLID_SHORT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_SOLID_MONTH_YEAR = re.compile(r"([0-9]{2})([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_LONGEST = 40
_DUMPED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?| (\S.*))?")


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born, as far as their papers say. What is not known is `None` and never made up.

    `written` holds an impossible old date as it stands on the paper ("31/4/1990"); month and day are then not known.
    """

    year: int
    month: int | None = None
    day: int | None = None
    written: str = ""


@dataclass(frozen=True, slots=True)
class BirthDate(Kind):
    """A `Birth`, typed as 1984, 5/1984, 3/5/1984 or 03051984; "00/00/1984" is the year alone.

    Kept as "1984", "1984-05", "1984-05-03", or "1990 31/4/1990" where the day never was: these sort by year, then by what is known.
    """

    def _read(self, typed: str, today: date) -> Birth:
        text = " ".join(typed.split())
        day, month, year = _parts(text, today)
        if not _EARLIEST_YEAR <= year <= today.year:
            raise Problem(
                "year.out_of_range",
                N_("The year must lie between {first} and {last}."),
                first=_EARLIEST_YEAR,
                last=today.year,
            )
        if not month and not day:
            return Birth(year)
        if not day and 1 <= month <= 12:
            return Birth(year, month)
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            return Birth(year, month, day)
        return Birth(year, written=text)

    def check(self, value: Birth, today: date) -> None:
        if value.day and value.month and (born := date(value.year, value.month, value.day)) > today:
            raise Problem(
                "date.future",
                N_("{date} is still to come; today is {today}. Check the day and the year."),
                date=short_date(born),
                today=short_date(today),
            )

    def format(self, value: Birth, say: Say) -> str:
        if value.written:
            return value.written
        if value.month is None:
            return str(value.year)
        if value.day is None:
            return f"{value.month:02}/{value.year}"
        return short_date(date(value.year, value.month, value.day))

    def dump(self, value: Birth) -> str:
        if value.written:
            return f"{value.year:04} {value.written}"
        parts = (f"{part:02}" for part in (value.month, value.day) if part is not None)
        return "-".join((f"{value.year:04}", *parts))

    def load(self, dumped: str) -> Birth:
        found = _DUMPED.fullmatch(dumped)
        if found is None:
            raise ValueError("this is not a birth date")
        year, month, day, written = found.groups()
        birth = Birth(int(year), int(month) if month else None, int(day) if day else None, written or "")
        if birth.month is not None:
            date(birth.year, birth.month, birth.day or 1)
        return birth


@lru_cache(maxsize=65_536)
def birth_year(dumped: object) -> int | None:
    """The year of a kept birth date; `None` for none or for what cannot be read."""
    try:
        return BirthDate().load(str(dumped)).year if dumped else None
    except ValueError:
        return None


def _parts(text: str, today: date) -> tuple[int, int, int]:
    """Day, month and year as typed; 0 for what was left out or written as zeros."""
    spoken = fold(text).removeprefix("sinh ").removeprefix("ngay ").removeprefix("nam ")
    plain = re.sub(r"\s*\b(?:thang|nam)\b\s*", "/", spoken).strip("/ ")
    if len(text) <= _LONGEST:
        if _YEAR.fullmatch(plain):
            return 0, 0, _whole_year(plain, today)
        if iso := _ISO.fullmatch(plain):
            return int(iso.group(3) or 0), int(iso.group(2)), int(iso.group(1))
        if whole := _DAY_MONTH_YEAR.fullmatch(plain) or _SOLID.fullmatch(plain):
            return int(whole.group(1)), int(whole.group(2)), _whole_year(whole.group(3), today)
        if (short := _SOLID_SHORT.fullmatch(plain)) and int(short.group(2)) <= 12:
            return int(short.group(1)), int(short.group(2)), _whole_year(short.group(3), today)
        if half := _MONTH_YEAR.fullmatch(plain) or _SOLID_MONTH_YEAR.fullmatch(plain):
            return 0, int(half.group(1)), int(half.group(2))
    raise Problem(
        "birth.not_a_date",
        N_("“{text}” is not a birth date. Write the year, the month and year, or the whole date: 1984, 5/1984, 3/5/1984."),
        text=text,
    )


def _whole_year(year: str, today: date) -> int:
    """The year meant by two digits or four: nobody is born in the future."""
    if len(year) == 4:
        return int(year)
    return 2000 + int(year) if 2000 + int(year) <= today.year else 1900 + int(year)
