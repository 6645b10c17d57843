"""Hours of the day as cells hold them: 14h30, "8 giờ sáng", 2:30 CH, times of Excel and parts of a day."""

import re
from datetime import datetime, time, timedelta

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds import Hour
from app.core.text import fold
from app.intake.cells.setting import Reader, Setting, doubt_of, one_line, remembered
from app.intake.readings import NOTHING, Doubt, Reading
from app.intake.workbook import Value

_HOUR = re.compile(
    r"(?<![0-9/.])([0-9]{1,2})\s*"
    r"(?::\s*([0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"  # 14:30, with seconds
    r"|(?:gio|g|h)(?![a-z])"
    r"(?:([0-9]{2})(?![0-9]|[/.][0-9]{1,2}[/.][0-9])|\s*([0-9]{1,2})(?![0-9]|\s*[/.\-]))?"  # minutes, not the day of "14h 12/3"
    r"\s*(?:phut|ph|p\b|')?)"
    r"(?:\s*(am|pm|sang|trua|chieu|toi|dem|sa|ch)(?![a-z]))?"
)
_EVENING = ("pm", "ch", "chieu", "toi")


def hours_in(said: str) -> tuple[list[tuple[int, int]], str, bool]:
    """The hours written in a folded text, the text without them, and whether one was written the English way (AM, PM)."""
    found = [
        (_shifted(int(match[1]), match[5] or ""), int(match[2] or match[3] or match[4] or 0)) for match in _HOUR.finditer(said)
    ]
    english = any(match[5] in ("am", "pm") for match in _HOUR.finditer(said))
    return found, " ".join(_HOUR.sub(" ", said).split()), english


def _shifted(hour: int, part: str) -> int:
    """The hour of 24 that an hour of a part of the day is."""
    if part in _EVENING and hour < 12:
        return hour + 12
    if part == "trua" and hour < 4:
        return hour + 12
    if part == "dem":
        return hour + 12 if 6 <= hour < 12 else 0 if hour == 12 else hour
    return 0 if part in ("am", "sa") and hour == 12 else hour


def no_such_time(hour: int, minute: int) -> Doubt:
    return Doubt(
        "moment.no_such_time", N_("There is no time {hour}:{minute}."), {"hour": hour, "minute": f"{minute:02}"}, mild=True
    )


def of_fraction(part: float) -> time:
    """The time of day that a part of a day is, to the minute."""
    hour, minute = divmod(round(part * 1440) % 1440, 60)
    return time(hour, minute)


def hour_reader(kind: Hour, setting: Setting) -> Reader:
    """Hours alone; of two in a cell ("7h30 - 11h") the first, with the words as a note."""

    def read(value: Value) -> Reading:
        match value:
            case datetime():
                return Reading(kind.dump(value.time()))
            case time():
                return Reading(kind.dump(value))
            case timedelta() if timedelta() <= value < timedelta(days=1):
                return Reading(kind.dump(of_fraction(value / timedelta(days=1))))
            case float() if 0 < value < 1:
                return Reading(kind.dump(of_fraction(value)))
        text = one_line(value)
        found, rest, _ = hours_in(fold(text))
        if found:
            hour, minute = found[0]
            if hour > 23 or minute > 59:
                return Reading(doubt=no_such_time(hour, minute))
            said_more = len(found) > 1 or bool(rest.strip(" ,.;-–()"))
            return Reading(f"{hour:02}:{minute:02}", note=text if said_more else "")
        try:
            parsed = kind.parse(text, setting.today)
        except Problem as problem:
            return Reading(doubt=doubt_of(problem, mild=True))
        return NOTHING if parsed is None else Reading(kind.dump(parsed))

    return remembered(read, setting)


def hour_note(hour: time, setting: Setting) -> str:
    """The note that keeps an hour which a field of days cannot hold."""
    return setting.say(N_("at {hour}"), hour=f"{hour:%H:%M}")
