"""What a row below a heading says of itself: that it adds up those above, names what follows, or is signed at the foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.intake.words import key_of


class RowKind(Enum):
    """`DATA` rows are judged, all others are left out; the value is the reason that is counted."""

    DATA = "data"
    BAND = "band"
    """Names what the rows below belong to: a hamlet, a team, "I. TẬP THỂ"."""
    TOTAL = "total"
    """"Cộng", "Tổng số: 45 hộ"."""
    SIGNATURE = "signature"
    HEADING = "heading"
    """The heading again, or its (1)(2)(3), where a page of the printed sheet began."""
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Total:
    """What a total row claims: a count said in words ("45 hộ"), and the figures that stand under the columns."""

    count: int | None
    by_column: dict[int, int]


_MARKED_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|cộng chung|cộng dồn)(?!\w)"
    r"|cộng(?!\w)(?!\s+(?:đồng|tác|sản|hòa|hoà|sự)\b)"
    r"|tổng(?=\s*(?:[:.,(\d]|$|các\b|toàn\b|chung\b|hộ\b|số\b))"
    r"|sổ này có(?=\s*\d)"
)
"""With its marks: "Công an" is no sum, nor are "cộng đồng" and "tổng kết". What the program printed ends "Sổ này có 12 mục."."""
_BARE_TOTAL = re.compile(r"(?:tong cong|tong so|tong|cong)(?:[ :.]*[0-9].*)?")
_SIGNERS = re.compile(
    r"nguoi lap|lap bieu|nguoi tong hop|nguoi thong ke|nguoi viet bao cao|can bo lap|can bo tong hop|thu ky|noi nhan|xac nhan|"
    r"truong cong an|pho truong cong an|chu tich|pho chu tich|thu truong|kt truong|kt chu tich|tm ubnd|tm uy ban|t m uy ban|"
    r"lanh dao|chi huy|dai dien|truong thon|truong ban|to truong|ky ten|ky va|ky ghi|ghi ro ho ten"
)
_PLACE_AND_DAY = re.compile(r"(?:.* )?ngay(?: [0-9]+)? thang(?: [0-9]+)? nam(?: [0-9]+)?")
_ROMAN = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))
_LETTERED = frozenset("abcdefgh")
_PLACES = re.compile(
    r"(?:thon|ban|xom|ap|buon|lang|khu|khom|to dan pho|tdp|to(?! chuc)|doi|cum|tieu khu|tap the|ca nhan|"
    r"ho gia dinh|don vi|xa|phuong|pum|bon)\b"
)
_DIGITS = re.compile(r"[0-9][0-9.]*")
_FIGURE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+")
_ORDINAL = re.compile(r"[0-9]{1,5}\s*[.)]?|[ivxIVX]{1,5}\s*[.)]?")


def is_ordinal(text: str) -> bool:
    """Whether a cell of the STT column numbers a row: 1, "1.", "IV"."""
    return bool(_ORDINAL.fullmatch(text))


def is_numbers(cells: Sequence[str]) -> bool:
    """(1)(2)(3) or 1 2 3 under a heading: at least three numbers, each one more than the last; lettered ones may stand before."""
    said = [cell.strip("() .[]") for cell in cells if cell]
    numbers = [int(text) for text in said if text.isdecimal() and len(text) <= 3]
    letters = [text for text in said if not (text.isdecimal() and len(text) <= 3)]
    if len(numbers) < 3 or any(len(text) > 2 for text in letters):
        return False
    return numbers[0] <= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def is_total(text: str) -> bool:
    """Whether the first words of a row say that it adds up others."""
    said = " ".join(text.lower().split()).strip("-–* ")
    return bool(_MARKED_TOTAL.match(said)) or (said.isascii() and bool(_BARE_TOTAL.fullmatch(key_of(said))))


def total_of(cells: Sequence[str]) -> Total:
    """What a total row claims."""
    words = next((cell for cell in cells if cell and is_total(cell)), "")
    said = _DIGITS.search(words)
    figures = {
        place: int(cell.replace(".", "")) for place, cell in enumerate(cells) if cell is not words and _FIGURE.fullmatch(cell)
    }
    return Total(int(said.group().replace(".", "") or 0) if said else None, figures)


def is_signature(cells: Sequence[str]) -> bool:
    """Place and day, offices and "(ký, ghi rõ họ tên)", as at the foot of a sheet."""
    said = [key_of(cell) for cell in cells if cell]
    return 0 < len(said) <= 4 and any(_SIGNERS.match(text) or _PLACE_AND_DAY.fullmatch(text) for text in said)


def is_band(cells: Sequence[str], *, spread: bool, name_column: int | None) -> bool:
    """One text over many columns, or one that begins like a part of a list. `spread` tells that its cell is merged over others."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if not filled or len(filled) > 2:
        return False
    if len(filled) == 2:
        first, second = key_of(filled[0][1]), filled[1][1]
        return (first in _ROMAN or first in _LETTERED) and not second.isdecimal() and len(second) > 1
    place, text = filled[0][0], key_of(filled[0][1])
    if not text or text.isdecimal():
        return False
    begins = (" " in text and text.split(" ")[0] in _ROMAN) or bool(_PLACES.match(text))
    return spread or begins or (name_column is not None and place == 0 != name_column)


def under(bands: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The bands that rows stand under after this one: a numbered part ("I. TẬP THỂ") begins anew, others stand within it."""
    if _numbered(text):
        return (text,)
    return (*(band for band in bands if _numbered(band)), text)


def _numbered(band: str) -> bool:
    return key_of(band).split(" ")[0] in _ROMAN
