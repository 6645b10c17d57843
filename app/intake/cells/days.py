"""Days of events: cells that hold a date, a number Excel meant as one, or words; with the hour where the field has one."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from app.core.i18n import N_
from app.core.kinds import Date, Moment
from app.core.text import short_date, short_moment
from app.intake.cells.exchanged import FIRST_SERIAL, LAST_SERIAL, doubt_of_order, in_words, of_serial, suspicion_of, year_typed
from app.intake.cells.hours import hour_note, of_fraction
from app.intake.cells.setting import Reader, Setting, figures_of, one_line, remembered
from app.intake.cells.written import DayRead, not_a_day, partial, read_words, swapped
from app.intake.readings import NOTHING, Doubt, Reading
from app.intake.workbook import Value

_MIDNIGHT = time()
_EARLIEST = date(1930, 1, 1)
"""A cell with a date before this holds another number that was set to be shown as a date."""
_LATEST = date(2999, 12, 31)
_SOLID = 1_000_000
"""A number so great is a date written without signs, 05032024, whose zero in front was lost."""

_Finish = Callable[[DayRead, date], tuple[str, str]]
"""The kept value and the note of a day that was read."""
_Write = Callable[[date, time | None], str]
"""A day as its field shows it, for offers."""


def day_reader(kind: Date, setting: Setting) -> Reader:
    """Days; an hour beside one becomes a note."""

    def finish(read: DayRead, day: date) -> tuple[str, str]:
        if read.note or read.hour is None:
            return kind.dump(day), read.note
        return kind.dump(day), hour_note(read.hour, setting)

    return _reader(kind, setting, finish, lambda day, hour: short_date(day))


def moment_reader(kind: Moment, setting: Setting) -> Reader:
    """Days with their hour; where none was written the day begins at midnight, and a note says so."""
    no_hour = setting.say(N_("The hour was not written."))

    def finish(read: DayRead, day: date) -> tuple[str, str]:
        value = kind.dump(datetime.combine(day, read.hour or _MIDNIGHT))
        return value, read.note if read.hour else "; ".join(part for part in (read.note, no_hour) if part)

    return _reader(kind, setting, finish, lambda day, hour: short_moment(datetime.combine(day, hour or _MIDNIGHT)))


def of_cell(value: Value, today: date) -> DayRead:
    """What a cell of any type tells of a day."""
    match value:
        case bool() | time() | timedelta():
            return DayRead(doubt=not_a_day(one_line(value)))
        case datetime():
            if year := year_typed(value.date(), today):
                return DayRead(doubt=partial(str(year)))
            if value.year > _LATEST.year:
                return DayRead(value.date())
            whole = (value + timedelta(milliseconds=500)).replace(microsecond=0)
            hour = whole.time().replace(second=0)
            return DayRead(whole.date(), hour if whole.time() != _MIDNIGHT else None, by_order=True)
        case date() if year := year_typed(value, today):
            return DayRead(doubt=partial(str(year)))
        case date():
            return DayRead(value, by_order=True)
        case int() | float() if FIRST_SERIAL <= value < LAST_SERIAL:
            part = value % 1
            return DayRead(of_serial(value), of_fraction(part) if part else None, note=one_line(value), by_order=True)
        case int() if value >= _SOLID:
            return read_words(f"{value:08}", today)
    return read_words(figures_of(value), today)


def _reader(kind: Date | Moment, setting: Setting, finish: _Finish, write: _Write) -> Reader:
    past = kind.not_future
    suspicion = suspicion_of(setting.column)
    latest = setting.today if past else _LATEST

    def read(value: Value) -> Reading:
        if type(value) is date and not suspicion.cells and _EARLIEST <= value <= latest:
            return Reading(*finish(DayRead(value), value))
        told = of_cell(value, setting.today)
        day = told.day
        if told.doubt or day is None:
            return _doubtful(told, write)
        if (day < _EARLIEST and not _is_text(value)) or not 1900 <= day.year <= _LATEST.year:
            return Reading(doubt=Doubt("date.year", N_("The year {year} cannot be right here."), {"year": day.year}))
        kept, note = finish(told, day)
        other = swapped(day) if told.by_order else None
        if other and past and other > setting.today:
            other = None
        if past and day > setting.today:
            return Reading(note=note, doubt=_future(day, setting.today, (write(other, told.hour),) if other else ()))
        if other and (told.english or suspicion.of(str(value) if _is_text(value) else value)):
            say = _in_words if _is_text(value) else write
            return Reading(kept, note, doubt_of_order(say(day, told.hour), say(other, told.hour)))
        return Reading(kept, note)

    return remembered(read, setting)


def _is_text(value: Value) -> bool:
    """Whether the order of day and month is the writer's own, not what Excel made of it."""
    return isinstance(value, str) or (isinstance(value, int) and value >= _SOLID)


def _in_words(day: date, hour: time | None) -> str:
    return f"{hour:%H:%M} {in_words(day)}" if hour else in_words(day)


def _doubtful(told: DayRead, write: _Write) -> Reading:
    if told.doubt is None:
        return NOTHING
    offers = tuple(write(day, told.hour) for day in told.offers)
    doubt = told.doubt
    return Reading(doubt=Doubt(doubt.code, doubt.sentence, doubt.facts, offers))


def _future(day: date, today: date, offers: tuple[str, ...]) -> Doubt:
    sentence = N_("{date} is still to come; today is {today}. Check the day and the year.")
    return Doubt("date.future", sentence, {"date": short_date(day), "today": short_date(today)}, offers)
