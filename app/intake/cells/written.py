"""A day written in words and figures: one or several in a cell, in any order of the catalogue, day first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds import Date
from app.core.text import fold
from app.intake.cells.hours import hours_in, no_such_time
from app.intake.cells.setting import doubt_of, shown
from app.intake.readings import Doubt


@dataclass(frozen=True, slots=True)
class DayRead:
    """What a cell tells of a day. `note` are its words where it says more than the day and the hour hold.

    `by_order` tells that only the order of two numbers says which is the month. `offers` are days that a doubt may be settled by.
    """

    day: date | None = None
    hour: time | None = None
    note: str = ""
    doubt: Doubt | None = None
    offers: tuple[date, ...] = ()
    by_order: bool = False
    english: bool = False


_USUAL = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_ISO_HOUR = re.compile(r"(?<=[0-9])t(?=[0-9]{2}:)")
_PARTED = re.compile(
    r"(?<![0-9])([0-9]{1,2})\s*[/.\-\\]{1,2}\s*([0-9]{1,2})"
    r"(?:\s*[/.\-\\]{1,2}\s*([0-9]{4}(?![0-9])|[0-9]{2}(?![0-9]|\s*[/.\\]\s*[0-9]))"  # 5/3/2024, 5-3-24
    r"|\s*,?\s*nam\s*([0-9]{4}|[0-9]{2})(?![0-9])"  # 5/3 năm 2024
    r"|[\s,]\s*([0-9]{4})(?![0-9]))"  # 5/3, 2024
)
_SPOKEN = re.compile(
    r"(?<![0-9])([0-9]{1,2})[\s/.,\-]*(?:thang|thg|th|t)[\s.\-]*([0-9]{1,2})"
    r"(?:\s*[,/\-]?\s*nam|\s*[/.,\-]|\s)\s*([0-9]{4}|[0-9]{2})(?![0-9])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(rf"(?<![0-9])([0-9]{{1,2}})[\s.\-/]*({'|'.join(_MONTHS)})[a-z]*[\s.\-/,]*([0-9]{{4}}|[0-9]{{2}})(?![0-9])")
_SOLID = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_SPACED = re.compile(r"([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4}|[0-9]{2})")
_EARLIER = re.compile(
    r"(?<![0-9/.\-])([0-9]{1,2})(?:\s*[/.]\s*([0-9]{1,2}))?\s*(?:-|–|—|,|;|\+|&|\b(?:den|toi|va)\b(?: ngay)?)\s*(?:ngay\s*)?$"
)
"""A day, or day and month, before a whole date whose year it shares: "05-07/3/2024", "từ 28/2 đến 02/3/2024"."""
_WEEKDAY = re.compile(
    r"\b(?:thu (?:[2-7](?![0-9/.\-])|hai|ba|tu|nam|sau|bay)\b|chu nhat\b|cn\b)|^t[2-7]\b(?=[\s,]+(?:ngay )?[0-9])"
)
_FILLERS = re.compile(r"\b(?:ngay|luc|hoi|vao|khoang luc|tu|den|toi|va|mung|mong)\b|[^\w]|_")
_LUNAR = re.compile(r"\bam lich\b|\bal\b|\(a\.l\)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LESS = re.compile(r"\b(?:thang|quy|thg)\b|\bt[0-9]{1,2}\b")
_DAY_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})\s*(?:[/.\-]|\s*thang\s*)\s*([0-9]{1,2})(?![0-9])")


def read_words(text: str, today: date) -> DayRead:
    """The first day that `text` tells, whether or not it is still to come: "5/3/27" is of 2027, not of the last century."""
    usual = _USUAL.fullmatch(text)
    if usual:
        return _settled(text, usual[1], usual[2], usual[3], today)
    said = _ISO_HOUR.sub(" ", fold(text))
    said = _WEEKDAY.sub(" ", said)
    hours, rest, english = hours_in(said)
    found = list(_whole_days(rest))
    if not found:
        return _no_whole_day(text, rest, today)
    start, _, (day, month, year), by_order = found[0]
    read = _settled(text, day, month, year, today, by_order=by_order)
    more = len(found) > 1 or len(hours) > 1
    before = rest[:start]
    while read.day and (earlier := _EARLIER.search(before)):
        more, before = True, before[: earlier.start()]
        read = _earlier(text, read, earlier[1], earlier[2] or month, today)
    left = _left_over(rest, before, found)
    if hours:
        read = _with_hour(read, *hours[0])
    if read.doubt:
        return read
    if _LUNAR.search(left):
        return DayRead(
            doubt=_doubt("date.lunar", N_("“{text}” is a day of the lunar calendar. Write the day of the calendar."), text)
        )
    if any(letter.isdigit() for letter in left):
        return replace(read, day=None, doubt=not_a_day(text), offers=(read.day,) if read.day else ())
    more = more or bool(_FILLERS.sub("", left))
    return replace(read, note=" ".join(text.split()) if more else "", english=english)


def not_a_day(text: str) -> Doubt:
    return _doubt("date.not_a_date", N_("“{text}” is not a date. Write day, month and year, for example 5/3/2024."), text)


def partial(text: str) -> Doubt:
    return _doubt("date.partial", N_("“{text}” is not a whole day. Write day, month and year."), text)


def swapped(day: date) -> date | None:
    """The day that an Excel of the other order would have made of this one; `None` where there is none, or no other."""
    return date(day.year, day.day, day.month) if day.day <= 12 and day.day != day.month else None


def _doubt(code: str, sentence: str, text: str) -> Doubt:
    return Doubt(code, sentence, {"text": shown(text)})


def _whole_days(rest: str) -> Iterator[tuple[int, int, tuple[str, str, str], bool]]:
    """(start, end, (day, month, year), by order) of every whole day in a folded text without hours, from left to right."""
    whole = _SOLID.fullmatch(rest) or _SPACED.fullmatch(rest)
    if whole:
        yield whole.start(), whole.end(), (whole[1], whole[2], whole[3]), True
        return
    place = 0
    while True:
        hits: list[tuple[int, int, tuple[str, str, str], bool]] = []
        if iso := _ISO.search(rest, place):
            hits.append((iso.start(), iso.end(), (iso[3], iso[2], iso[1]), False))
        if parted := _PARTED.search(rest, place):
            year = parted[3] or parted[4] or parted[5]
            hits.append((parted.start(), parted.end(), (parted[1], parted[2], year), True))
        if spoken := _SPOKEN.search(rest, place):
            hits.append((spoken.start(), spoken.end(), (spoken[1], spoken[2], spoken[3]), False))
        if named := _NAMED.search(rest, place):
            hits.append((named.start(), named.end(), (named[1], str(_MONTHS.index(named[2]) + 1), named[3]), False))
        if not hits:
            return
        first = min(hits)
        yield first
        place = first[1]


def _settled(text: str, day: str, month: str, year: str, today: date, *, by_order: bool = True) -> DayRead:
    """The day of three numbers, or why there is none."""
    if int(day) == 0 or int(month) == 0:
        return DayRead(doubt=partial(text))
    written = f"{int(day)}/{int(month)}/{year}"
    try:
        return DayRead(Date().parse(written, today), by_order=by_order)
    except Problem as problem:
        refused = doubt_of(problem, mild=False)
        if problem.code != "date.no_month":
            return DayRead(doubt=refused)
        other = _settled(text, month, day, year, today).day if int(day) <= 12 else None
        return DayRead(doubt=replace(refused, code="date.impossible"), offers=(other,) if other else ())


def _earlier(text: str, later: DayRead, day: str, month: str, today: date) -> DayRead:
    """The day before a whole one that shares its year, and must not come after it."""
    assert later.day is not None  # the caller asks only for what stands before a day
    read = _settled(text, day, month, str(later.day.year), today)
    if read.day and read.day > later.day:
        return DayRead(doubt=partial(text), offers=(read.day, later.day))
    return replace(read, by_order=False)


def _with_hour(read: DayRead, hour: int, minute: int) -> DayRead:
    if hour > 23 or minute > 59:
        return replace(read, day=None, doubt=replace(no_such_time(hour, minute), mild=False))
    return replace(read, hour=time(hour, minute))


def _left_over(rest: str, before: str, found: list[tuple[int, int, tuple[str, str, str], bool]]) -> str:
    """What a text says beside its days."""
    ends = [end for _, end, _, _ in found]
    starts = [start for start, _, _, _ in found[1:]]
    between = [rest[end:start] for end, start in zip(ends, [*starts, len(rest)], strict=True)]
    return " ".join((before, *between)).strip()


def _no_whole_day(text: str, rest: str, today: date) -> DayRead:
    """A month, a year, a day without its year; or no date at all."""
    half = _DAY_MONTH.search(rest)
    if half and 1 <= int(half[1]) <= 31 and 1 <= int(half[2]) <= 12 and not _YEAR.search(rest):
        try:
            offers: tuple[date, ...] = (Date(not_future=True).parse(f"{int(half[1])}/{int(half[2])}", today),)
        except Problem:
            offers = ()
        return DayRead(doubt=partial(text), offers=offers)
    if _YEAR.search(rest) or _LESS.search(rest):
        return DayRead(doubt=partial(text))
    return DayRead(doubt=not_a_day(text))
