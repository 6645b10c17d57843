"""Which commune the titles of a sheet name: "CÔNG AN XÃ TÚC ĐÁN", "Danh sách hộ ký cam kết xã Bản Mù năm 2023"."""

import re
import unicodedata
from collections.abc import Iterable

_KIND = re.compile(r"(?<!\w)(xã|phường|thị trấn|đặc khu)(?!\w)[\s:.…\-–]*", re.IGNORECASE)
_ENDS = frozenset((
    "hội", "năm", "quý", "tháng", "ngày", "đợt", "huyện", "quận", "thị", "thành", "tỉnh", "theo",
    "kèm", "từ", "đến", "về", "số", "giai", "để", "được", "tham", "trong", "của", "cộng",
    "danh", "sổ", "biểu", "bảng", "tổng", "kết", "báo", "thực", "ký", "phòng", "và",
))  # fmt: skip
"""Words that are no part of a commune's name, though they may stand in capitals after it."""
_MOST_WORDS = 4
_AFTER = ",;:()[]–-…"


def unit_named(titles: Iterable[str]) -> str:
    """The first commune, ward or township that is named with its kind ("Xã Túc Đán"); empty when none is."""
    for title in titles:
        text = unicodedata.normalize("NFC", " ".join(title.split()))
        for found in _KIND.finditer(text):
            name = _name(text[found.end() :])
            if name:
                return f"{found.group(1).capitalize()} {name}"
    return ""


def without_kind(unit: str) -> str:
    """A commune's name alone: "Túc Đán" of "Xã Túc Đán"."""
    found = _KIND.match(unit)
    return unit[found.end() :] if found else unit


def _name(rest: str) -> str:
    words: list[str] = []
    for said in rest.split(" ")[:_MOST_WORDS]:
        word = said.rstrip(_AFTER + ".")
        numbered = word.isdecimal() and not words
        if word.lower() in _ENDS or not (numbered or (word[:1].isalpha() and word[0].isupper())):
            break
        words.append(word.capitalize() if word.isupper() else word)
        if numbered or word != said:
            break
    return " ".join(words)
