"""An hour of the day, typed in every way officers write it."""

import re
from dataclasses import dataclass
from datetime import date, time

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say
from app.core.text import fold

_SPOKEN = re.compile(r"(?:luc |hoi )?([0-9]{1,2})\s*(?::|\.|gio|g|h)?\s*([0-9]{2})?\s*(?:phut|p)?")
_SOLID = re.compile(r"([0-9]{1,2})([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Hour(Kind):
    """A time of day without a day: "8h", "8:30", "14 giờ 30", "1430"; kept as "14:30"."""

    def _read(self, typed: str, today: date) -> time:
        text = " ".join(fold(typed).split())
        found = _SOLID.fullmatch(text) if len(text) > 2 and text.isdigit() else _SPOKEN.fullmatch(text)
        if found is None:
            sentence = N_("“{text}” is not an hour. Write hour and minutes, for example 14:30 or 14h30.")
            raise Problem("hour.not_an_hour", sentence, text=typed)
        hour, minute = int(found.group(1)), int(found.group(2) or 0)
        if hour > 23 or minute > 59:
            raise Problem("moment.no_such_time", N_("There is no time {hour}:{minute}."), hour=hour, minute=f"{minute:02}")
        return time(hour, minute)

    def format(self, value: time, say: Say) -> str:
        return f"{value:%H:%M}"

    def dump(self, value: time) -> str:
        return f"{value:%H:%M}"

    def load(self, dumped: str) -> time:
        return time.fromisoformat(dumped)
