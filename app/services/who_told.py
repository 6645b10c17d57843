"""Noticing when a text says who told: by the way people write it ("do anh … báo"), or by the identity itself while it is in hand.

Names cannot be known by the program once they are sealed, so the first is a guess: it warns and never refuses.
"""

import re
from collections.abc import Iterable, Mapping

from app.core.text import fold, nfc

SOMEBODY = "người cung cấp tin"
"""What stands in papers in place of who told; Vietnamese in every language."""

_ADDRESSED = "anh|chị|ông|bà|cô|chú|bác|cháu|em|cụ|già làng|trưởng bản|trưởng thôn|cháu bé"
_OPENED = re.compile(rf"\b(?:(?:do|theo|nhờ)(?:\s+(?:lời|tin|tin báo)(?:\s+(?:của|từ))?)?\s+)?((?:{_ADDRESSED})\s+)", re.IGNORECASE)
_OPENED_BARE = re.compile(r"\b(?:do|theo|nhờ)(?:\s+(?:lời|tin|tin báo)(?:\s+(?:của|từ))?)?\s+()", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:báo|trình báo|tố giác|tố cáo|cung cấp|phản ánh|cho biết|kể|mách|gọi điện|nhắn tin|khai)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_LONGEST_NAME = 6
_BETWEEN = 40
_SENTENCE_END = re.compile(r"[.;:!?\n]")
_FEWEST_DIGITS = 6


def tells_who(text: str) -> tuple[str, ...]:
    """Pieces of a text that read like naming who told, as they stand there."""
    return tuple(text[start:end] for start, end in _pieces(nfc(text)))


def scrub(text: str) -> str:
    """The text with such pieces replaced by `SOMEBODY`, for papers handed on (Luật Tố cáo 2018, art. 56: strip who told)."""
    scrubbed = nfc(text)
    for start, end in reversed(_pieces(scrubbed)):
        scrubbed = scrubbed[:start] + SOMEBODY + scrubbed[end:]
    return scrubbed


def named_in(told: Iterable[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Which of `texts` (by field) hold what an identity holds: a name of two words or more, a number of six digits or more."""
    names = [words for text in told if len((words := fold(text)).split()) > 1]
    numbers = [digits for text in told if len(digits := _digits(text)) >= _FEWEST_DIGITS]
    return tuple(
        field
        for field, text in texts.items()
        if any(f" {name} " in f" {_spaced(text)} " for name in names) or any(number in _digits(text) for number in numbers)
    )


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where a person is named who then tells something, without the "do" before and the verb behind."""
    found: list[tuple[int, int]] = []
    for opener in (_OPENED, _OPENED_BARE):
        for match in opener.finditer(text):
            start, end = match.start(1), _name_end(text, match.end())
            if end is None or any(start < other_end and other < end for other, other_end in found):
                continue
            rest = text[end : end + _BETWEEN]
            stop = _SENTENCE_END.search(rest)
            if _TOLD.search(rest[: stop.start()] if stop else rest):
                found.append((start, end))
    return sorted(found)


def _name_end(text: str, start: int) -> int | None:
    """Where the capitalised words that begin at `start` end; `None` when there are none."""
    end, count = start, 0
    while count < _LONGEST_NAME and (word := _WORD.match(text, end + (count > 0))) and word.group()[0].isupper():
        if count and text[end] != " ":
            break
        end, count = word.end(), count + 1
    return end if count else None


def _spaced(text: str) -> str:
    return " ".join(re.sub(r"[^\w']", " ", fold(text)).split())


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
