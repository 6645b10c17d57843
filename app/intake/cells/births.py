"""Birth dates and years as lists have them: a year alone, a number, a date, or an impossible day of an old paper."""

import re
from datetime import date, datetime, time, timedelta

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds import Birth, BirthDate, Year
from app.core.text import fold, short_date
from app.intake.cells.exchanged import doubt_of_order, in_words, of_serial, suspicion_of, year_typed
from app.intake.cells.setting import Reader, Setting, doubt_of, figures_of, one_line, remembered, shown
from app.intake.cells.written import swapped
from app.intake.readings import Doubt, Reading
from app.intake.workbook import Value

_FIRST_SERIAL = 10_000
"""Excel's number of a day in 1927: no year is written with so many figures."""
_EARLIEST = date(1906, 1, 1)
"""A cell with a date before this holds another number that was set to be shown as a date."""
_ABOUT = re.compile(r"^(?:khoang|chung|tam|uoc|k|~|≈)[\s.~]*")
_INTRODUCED = re.compile(r"^(?:sinh|sn|s|ns|nam sinh|ngay sinh)\b[\s.:]*(?:nam|ngay)?\s*")
_FIGURES = re.compile(r"[0-9]{1,2}\s*[/.\-]\s*[0-9]{1,2}\s*[/.\-]\s*[0-9]{4}|(?:[0-9]{1,2}\s*[/.\-]\s*)?(?:19|20)[0-9]{2}")


def birth_reader(kind: BirthDate, setting: Setting) -> Reader:
    """As much of a birth date as a cell tells."""
    suspicion = suspicion_of(setting.column)

    def read(value: Value) -> Reading:
        try:
            birth, note = _birth(kind, value, setting.today)
        except Problem as problem:
            return Reading(doubt=doubt_of(problem, mild=True))
        if birth.month and birth.day and suspicion.of(value):
            day = date(birth.year, birth.month, birth.day)
            other = swapped(day)
            if other and other <= setting.today:
                write = in_words if isinstance(value, str) else short_date
                return Reading(kind.dump(birth), note, doubt_of_order(write(day), write(other)))
        return Reading(kind.dump(birth), note)

    return remembered(read, setting)


def year_reader(kind: Year, setting: Setting) -> Reader:
    """The year of a date or of words; what else they tell becomes a note."""
    births = BirthDate()

    def read(value: Value) -> Reading:
        try:
            birth, note = _birth(births, value, setting.today)
            kind.check(birth.year, setting.today)
        except Problem as problem:
            year = problem.code == "birth.not_a_date"
            return Reading(doubt=_not_a_year(one_line(value)) if year else doubt_of(problem, mild=True))
        more = birth.written or birth.month
        return Reading(birth.year, note or (one_line(value) if more else ""))

    return remembered(read, setting)


def _not_a_year(text: str) -> Doubt:
    sentence = N_("“{text}” is not a year. Write four digits, for example 1984.")
    return Doubt("year.not_a_year", sentence, {"text": shown(text)}, mild=True)


def _birth(kind: BirthDate, value: Value, today: date) -> tuple[Birth, str]:
    """The birth a cell tells, and its words where they say more. Raises `Problem`."""
    match value:
        case bool() | time() | timedelta():
            raise _refused(one_line(value))
        case datetime() | date():
            day = value.date() if isinstance(value, datetime) else value
            if year := year_typed(day, today):
                return Birth(year), one_line(value)
            if day < _EARLIEST:
                raise _refused(one_line(value))
            birth = Birth(day.year, day.month, day.day)
            kind.check(birth, today)
            return birth, ""
        case int() | float() if _FIRST_SERIAL <= value < 100_000:
            day = of_serial(value)
            if day <= today:
                return Birth(day.year, day.month, day.day), one_line(value)
        case int() if value >= 1_000_000:
            value = f"{value:08}"  # 5031984: the zero in front was lost
    text = figures_of(value).rstrip("., ")
    return _read_words(kind, text, today)


def _read_words(kind: BirthDate, text: str, today: date) -> tuple[Birth, str]:
    try:
        return _known(kind.parse(text, today), text), ""
    except Problem as problem:
        said = _INTRODUCED.sub("", fold(text))
        plain = _ABOUT.sub("", said)
        figures = _FIGURES.findall(plain)
        if problem.code != "birth.not_a_date" or not said:
            raise
        rest = _FIGURES.sub("", plain)
        if len(figures) != 1 or any(letter.isdigit() for letter in rest) or "tuoi" in rest:
            raise
        birth = _known(kind.parse(figures[0], today), text)
        return birth, text if rest.strip(" .,()") or plain != said else ""


def _known(birth: Birth | None, text: str) -> Birth:
    if birth is None:
        raise _refused(text)
    return birth


def _refused(text: str) -> Problem:
    sentence = N_("“{text}” is not a birth date. Write the year, the month and year, or the whole date: 1984, 5/1984, 3/5/1984.")
    return Problem("birth.not_a_date", sentence, text=text)
