"""The number and day of a paper, which sheets write into one cell: "12/QĐ-UBND ngày 5/3/2024"."""

import re
from dataclasses import dataclass
from datetime import date

from app.core.text import nfc

_BETWEEN = r"\s*[/.\-]\s*"
_DAY = re.compile(
    r"(?:(?P<said>\b(?:ngày|ngay|ng\.))\s*)?"
    rf"(?<![\w/.\-])(?P<day>\d{{1,2}})(?:{_BETWEEN}|\s*(?:tháng|thang)\s*)(?P<month>\d{{1,2}})"
    rf"(?:{_BETWEEN}|\s*(?:năm|nam)\s*)(?P<year>\d{{4}}|\d{{2}})(?![\w/\-]|\.\d)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:(?:quyết định|quyet dinh|qđ|qd)(?=[\s:.]|số))?\s*(?:(?:số|so)(?=[\s:.\d]))?\s*[:.]?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\w.]*(?:(?:\s*/\s*|-|\s*-\s*(?=[A-ZĐ]{2,}\d*(?!\w)))[\w.]+)*(?<![.\-/])")
"""White space around its "/" and "-" is no part of it; behind a dash with space only an office goes on: "QĐ - UBND"."""
_MARKS = " \t\n,;:()·–-"


@dataclass(frozen=True, slots=True)
class Decision:
    """A paper by its number and day. What could not be read is empty or `None`; `rest` are words of the cell beyond both."""

    number: str
    day: date | None
    rest: str = ""


def read_decision(text: str, today: date) -> Decision:
    """Number and day of a paper as a cell has them, in either order; an impossible day stays in `rest`.

    A year of two digits lies in this century unless that is still to come.
    """
    plain = " ".join(nfc(text).split())
    found = _DAY.search(plain)
    day = _day(found, today) if found else None
    before, after = (plain[: found.start()], plain[found.end() :]) if found else (plain, "")
    unread = found.group() if found and day is None else ""
    before, after = before.strip(_MARKS), after.strip(_MARKS)
    said, rest = (before, after) if before else (after, "")
    number = said[_CALLED.match(said).end() :] if said else ""  # type: ignore[union-attr]  # the pattern matches nothing as well
    parted = _NUMBER.match(number)
    if parted:
        rest = " ".join((number[parted.end() :].strip(_MARKS), rest)).strip()
        number = "".join(parted.group().split())
    if not any(letter.isdigit() for letter in number):
        number, rest = "", said
    return Decision(number.strip(_MARKS), day, " ".join(part for part in (unread, rest) if part))


def _day(found: re.Match[str], today: date) -> date | None:
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 2000 if 2000 + year <= today.year else 1900
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
