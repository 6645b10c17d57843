"""Cells as words: how values of a sheet read, and the folded form that headings and marks of rows are known by."""

import re
from datetime import date, datetime, time, timedelta

from app.core.text import fold, nfc, short_date
from app.intake.workbook import Value

_BETWEEN = re.compile(r"[\W_]+")


def text_of(value: Value) -> str:
    """A cell as one reads it: whole numbers without a point, days day first, line breaks kept."""
    match value:
        case bool():
            return "x" if value else ""
        case float() if value.is_integer() and abs(value) < 1e15:
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
            return str(value)
        case _:
            return nfc(str(value)).replace("\u00a0", " ").strip()


def key_of(text: str) -> str:
    """What two spellings of a heading share: letters and digits without marks and case, words one space apart."""
    return _BETWEEN.sub(" ", fold(text)).strip()
