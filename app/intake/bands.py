"""Rows over the whole width that say what the rows below them belong to: a part of the list, a hamlet, a team."""

import re

from app.intake.words import key_of

_NUMBERED = re.compile(r"\s*(?:[IVXivx]{1,5}|[0-9]{1,3}|[A-Ha-h])\s*[.)/\-:–]\s*|\s*[IVX]{1,5}\s+(?=\S)")
_COUNTED = re.compile(
    r"\s*(?:[(:,;–-]\s*)?(?:gồm|có|tổng số|tổng|cộng)?\s*:?\s*[0-9]{1,4}\s*"
    r"(?:người|thành viên|đồng chí|đ/c|hộ|cá nhân|tập thể|tv|cơ sở)\)?\s*\.?\s*$",
    re.IGNORECASE,
)


def words_of(band: str) -> str:
    """What a band says without its number in front and the count behind: "I. TỔ BẢN NÀ LUÔNG (07 người)" is TỔ BẢN NÀ LUÔNG."""
    said = " ".join(band.split())
    numbered = _NUMBERED.match(said)
    if numbered and numbered.end() < len(said):
        said = said[numbered.end() :]
    return _COUNTED.sub("", said).strip(" .:;,–-")


def says(text: str, *words: str) -> bool:
    """Whether one of these words, without marks, stands in a text as whole words."""
    key = f" {key_of(text)} "
    return any(f" {word} " in key for word in words)
