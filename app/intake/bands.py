"""Rows over the whole width, and titles, that say what the rows below belong to: a part of the list, a hamlet, a team."""

import re

from app.intake.words import key_of

_NUMBERED = re.compile(r"\s*(?:[IVXivx]{1,5}|[0-9]{1,3}|[A-Ha-h])\s*[.)/\-:–]\s*|\s*[IVX]{1,5}\s+(?=\S)")
_COUNTED = re.compile(
    r"\s*(?:[(:,;–-]\s*)?(?:gồm|có|tổng số|tổng|cộng)?\s*:?\s*[0-9]{1,4}\s*"
    r"(?:người|thành viên|đồng chí|đ/c|hộ|cá nhân|tập thể|tv|cơ sở)\)?\s*\.?\s*$",
    re.IGNORECASE,
)

_HAMLET = re.compile(r"\b(?:bản|thôn|xóm|ấp|buôn|làng|tổ dân phố|tdp|khu phố)\s+(?=\S)", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:[,;:(–]|\s-\s|\b(?:xã|phường|thị trấn|huyện|năm|ký|về|tham gia|không|tháng|quý|đợt|ngày)\b).*$", re.IGNORECASE
)
_PAPERS = frozenset(("cam", "ky", "sao", "thong", "tong", "chinh", "dang", "mau", "ke", "chi", "do", "giao", "danh", "tin", "hoc"))
"""What follows "bản" where it is a paper and no hamlet: bản cam kết, bản sao."""
_LONGEST_NAME = 5


def hamlet_in(title: str) -> str:
    """The hamlet that a title names: "DANH SÁCH HỘ KÝ CAM KẾT BẢN NÀ LUÔNG, XÃ TÚC ĐÁN" is BẢN NÀ LUÔNG; empty for none."""
    for found in reversed(list(_HAMLET.finditer(" ".join(title.split())))):
        said = " ".join(title.split())[found.start() :]
        word = said[: found.end() - found.start()]
        name = _ENDS.sub("", said[len(word) :]).strip(" .")
        if name and key_of(name).split(" ")[0] not in _PAPERS and len(name.split()) <= _LONGEST_NAME:
            return f"{word}{name}"
    return ""


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
