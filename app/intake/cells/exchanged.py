"""Days whose day and month an Excel set to English may have exchanged when a list was typed or opened.

Such an Excel reads "5/3/2024" as the third of May and leaves "15/3/2024", which it cannot read, as text. So a column with texts of
the second sort, and dates of the first only, is one that it went over.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.i18n import N_
from app.intake.readings import Doubt
from app.intake.workbook import Value

_BY_ORDER = re.compile(r"\s*'?([0-9]{1,2})[/\-]([0-9]{1,2})[/\-](?:[0-9]{4}|[0-9]{2})(?![0-9])")
_LAST_MONTH = 12
_LEAP_YEAR = 2024
FIRST_SERIAL, LAST_SERIAL = 20_000, 60_000
"""Numbers that Excel counts days by, from 1954 to 2064."""
_ZERO = date(1899, 12, 30)
_FIRST_YEAR = 1905


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Which of a column's days may be exchanged: its real dates, or its texts (`among`), where a list writes the month first.

    What an officer types later is none of these and means what it says.
    """

    cells: bool = False
    texts: bool = False
    among: frozenset[Value] = frozenset()

    def of(self, value: Value) -> bool:
        """Whether this cell is one of them."""
        if isinstance(value, str):
            return self.texts and value in self.among
        return self.cells


def suspicion_of(column: Sequence[Value]) -> Suspicion:
    """What a whole column tells of the order of its days and months."""
    day_first = month_first = dates = 0
    sound = True
    among = frozenset(column)
    for value in among:
        if isinstance(value, int | float) and not FIRST_SERIAL <= value < LAST_SERIAL:
            continue
        if isinstance(value, date | int | float):
            dates += 1
            sound = sound and (value if isinstance(value, date) else of_serial(value)).day <= _LAST_MONTH
        elif isinstance(value, str) and (found := _BY_ORDER.match(value)):
            first, second = int(found[1]), int(found[2])
            day_first += _LAST_MONTH < first <= _days(second)
            month_first += _LAST_MONTH < second <= _days(first)
    return Suspicion(cells=bool(day_first and dates and sound), texts=month_first > day_first, among=among)


def reads_both_ways(column: Iterable[Value]) -> bool:
    """Whether every date of a column is another one with day and month exchanged, and nothing in it tells which is meant."""
    dates = differ = 0
    for value in column:
        if isinstance(value, date):
            if value.day > _LAST_MONTH:
                return False
            dates += 1
            differ += value.day != value.month
    return dates > 1 and differ > 0


def of_serial(days: float) -> date:
    """The day that Excel's number of days is."""
    return _ZERO + timedelta(days=int(days))


def year_typed(day: date, today: date) -> int | None:
    """The year that a cell set to dates shows as a day of 1905, for Excel took its four figures for a number of days."""
    days = (day - _ZERO).days
    return days if _FIRST_YEAR <= days <= today.year else None


def _days(month: int) -> int:
    """How many days a month has at most; what is no month has none, and an impossible day is text in every Excel."""
    return monthrange(_LEAP_YEAR, month)[1] if 1 <= month <= _LAST_MONTH else 0


def in_words(day: date) -> str:
    """A day whose month nobody can take for the day; so is one offered where its figures alone would be asked about again."""
    return f"{day.day} tháng {day.month} năm {day.year}"


def doubt_of_order(first: str, second: str) -> Doubt:
    """The question which of two days is meant; the first is how the sheet reads now."""
    sentence = N_("Excel may have exchanged the day and the month here: {first} or {second}. Choose the right one.")
    return Doubt("date.swapped", sentence, {"first": first, "second": second}, (first, second), acceptable=True)
