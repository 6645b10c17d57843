"""Cells as words: how values of a sheet read, and the folded form that headings and marks of rows are known by."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from app.core.text import fold, nfc, short_date
from app.intake.workbook import Value

_BETWEEN = re.compile(r"[\W_]+")
_WHOLE = 1e15


def text_of(value: Value) -> str:
    """A cell as one reads it: whole numbers without a point, days day first, line breaks kept."""
    if isinstance(value, str):
        text = value.strip()
        return text if text.isascii() else nfc(text).replace("\u00a0", " ").strip()
    match value:
        case bool():
            return "x" if value else ""
        case float() if value.is_integer() and abs(value) < _WHOLE:
            return str(int(value))
        case datetime() if (value.hour, value.minute, value.second) == (0, 0, 0):
            return short_date(value.date())
        case datetime():
            return f"{value:%H:%M} {short_date(value.date())}"
        case date():
            return short_date(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            hours, seconds = divmod(int(value.total_seconds()), 3600)
            return f"{hours:02}:{seconds // 60:02}"
        case _:
            return str(value)


@lru_cache(maxsize=16_384)
def key_of(text: str) -> str:
    """What two spellings of a heading share: letters and digits without marks and case, words one space apart."""
    return _BETWEEN.sub(" ", fold(text)).strip()


def letter_of(place: int) -> str:
    """What Excel calls a column that is counted from 0: A, B … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
