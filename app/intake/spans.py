"""For which days a table of figures speaks, as its title says: "NĂM 2023", "QUÝ I/2024", "từ ngày … đến ngày …".

Only what is said is read here; which days "năm 2023" has in reports (from 15 December) is for whoever asks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.core.text import nfc

Unit = Literal["year", "months", "quarter", "month", "days"]

_DATE = r"(\d{1,2})(?:\s*[/.\-]\s*|\s*tháng\s*)(\d{1,2})(?:\s*[/.\-]\s*|\s*năm\s*)(\d{4})"
_FROM_TO = re.compile(rf"(?:từ\s*)?(?:ngày\s*)?{_DATE}\s*(?:đến|tới|[-–—])\s*(?:hết\s*)?(?:ngày\s*)?{_DATE}")
_ANY_DATE = re.compile(rf"(?:ngày\s*)?(?<!\d){_DATE}(?!\d)")
_COMPARED = re.compile(r"\b(?:so với|so sánh với|cùng kỳ)\b[^.;\n]*")
_YEAR = r"(?:\s*(?:năm|[/.\-–,])\s*(\d{4}))?"
_WHOLE_YEAR = re.compile(r"(?<!việt )\b(?:năm|nam)\s*:?\s*(\d{4})(?!\s*[-–]\s*\d{4})\b")
_QUARTER = re.compile(rf"\b(?:quý|quí)\s*:?\s*(iv|iii|ii|i|[1-4])\b{_YEAR}")
_MONTH = re.compile(rf"\b(?:tháng|t)\s*:?\s*(0?[1-9]|1[0-2])\b{_YEAR}")
_MONTHS = re.compile(
    r"\b(\d{1,2}|ba|sáu|chín)\s*tháng\s*(?:(đầu|cuối)(?:\s*(?:của\s*)?năm)?(?:\s*[/\-]?\s*(\d{4}))?|năm\s+(\d{4}))"
)
_BARE_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d{2}(?![\d/.])")
_BARE_MONTH = re.compile(r"(0?[1-9]|1[0-2])\s*[/.\-]\s*((?:19|20)\d{2})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORDS = {"ba": 3, "sáu": 6, "chín": 9}


@dataclass(frozen=True, slots=True)
class Span:
    """What a title says. `first` and `last` are the months counted from 1, in `year`; only "days" has `start` and `end`."""

    unit: Unit
    year: int = 0
    first: int = 1
    last: int = 12
    start: date | None = None
    end: date | None = None


def read_span(texts: Iterable[str]) -> Span | None:
    """The narrowest span that titles agree on; `None` when they name none, or several.

    Days of papers ("Báo cáo số 45 ngày 10 tháng 12 năm 2023") and what figures are compared with ("so với năm 2022") are not it.
    """
    said = "\n".join(" ".join(nfc(text).lower().split()) for text in texts)
    said = _COMPARED.sub(" ", said)
    if whole := _only(_days(found) for found in _FROM_TO.finditer(said)):
        return whole
    said = _ANY_DATE.sub(" ", _FROM_TO.sub(" ", said))
    years = {int(found) for found in _WHOLE_YEAR.findall(said)}
    for pattern, read in ((_MONTHS, _months), (_MONTH, _month), (_QUARTER, _quarter)):
        spans = [read(found, years) for found in pattern.finditer(said)]
        if spans:
            return _only(spans)
    if not years:
        return _bare(said.strip())
    return Span("year", years.pop()) if len(years) == 1 else None


def _only(spans: Iterable[Span | None]) -> Span | None:
    different = set(spans)
    return different.pop() if len(different) == 1 else None


def _days(found: re.Match[str]) -> Span | None:
    day, month, year, end_day, end_month, end_year = (int(part) for part in found.groups())
    try:
        start, end = date(year, month, day), date(end_year, end_month, end_day)
    except ValueError:
        return None
    return Span("days", end.year, start=start, end=end) if start <= end else None


def _of(year: str | None, years: set[int]) -> int:
    return int(year) if year else next(iter(years)) if len(years) == 1 else 0


def _months(found: re.Match[str], years: set[int]) -> Span | None:
    count, year = _WORDS.get(found[1]) or int(found[1]), _of(found[3] or found[4], years)
    if not year or not 1 <= count <= 12:
        return None
    return Span("months", year, 13 - count, 12) if found[2] == "cuối" else Span("months", year, 1, count)


def _month(found: re.Match[str], years: set[int]) -> Span | None:
    year, month = _of(found[2], years), int(found[1])
    return Span("month", year, month, month) if year else None


def _quarter(found: re.Match[str], years: set[int]) -> Span | None:
    year = _of(found[2], years)
    quarter = _ROMAN.get(found[1]) or int(found[1])
    return Span("quarter", year, quarter * 3 - 2, quarter * 3) if year else None


def _bare(said: str) -> Span | None:
    """A year or month written alone, as the name of a sheet or as an officer types it: "2023", "3/2024"."""
    if found := _BARE_MONTH.fullmatch(said):
        return Span("month", int(found[2]), int(found[1]), int(found[1]))
    years = {int(found) for found in _BARE_YEAR.findall(said)}
    return Span("year", years.pop()) if len(years) == 1 else None
