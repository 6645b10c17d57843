"""What a row below a heading is: data, or a total, a band, a signature block, the numbers (1)(2)(3), nothing at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.intake.words import key_of


class RowKind(Enum):
    DATA = "data"
    BAND = "band"
    """Names what the rows below belong to: a hamlet, a team, "I. TẬP THỂ"."""
    TOTAL = "total"
    """"Cộng", "Tổng số: 45 hộ"."""
    SIGNATURE = "signature"
    NUMBERS = "numbers"
    """(1)(2)(3) under a heading."""
    HEADING = "heading"
    """The heading again, where a page of the printed sheet began."""
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Total:
    """What a total row claims: a count said in words ("45 hộ"), and the figures under the columns."""

    count: int | None
    by_column: dict[int, int]


_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng)(?:\s*(?:chung|lại|số))?\s*(?:[:.,(\d]|$|\s(?!an\b|tác\b))")
"""With its marks: "Công Văn Tống" is a man, and "Tổng" is none."""
_BARE_TOTAL = re.compile(r"(?:tong cong|tong so|tong|cong)(?:[ :.]*\d.*)?")
_SIGNERS = re.compile(
    r"nguoi lap|lap bieu|nguoi tong hop|truong cong an|pho truong cong an|chu tich|pho chu tich|thu truong|can bo lap|xac nhan cua|"
    r"tm ubnd|tm uy ban|noi nhan|ky ten|ky (?:va )?ghi|ghi ro ho ten|thu ky|truong thon|truong ban|kt truong"
)
_PLACE_AND_DAY = re.compile(r".*ngay\s*[0-9.…_ ]*\s*thang\s*[0-9.…_ ]*\s*nam")
_NUMBERED_PART = re.compile(r"(?:i|ii|iii|iv|v|vi|vii|viii|ix|x)(?: \S|$)")
_PLACES = re.compile(r"(?:thon|ban|xom|ap|buon|lang|khu|khom|to dan pho|tdp|to|doi|cum|tieu khu|tap the|ca nhan|ho gia dinh|don vi|xa|phuong)\b")
_DIGITS = re.compile(r"[0-9][0-9.]*")


def is_numbers(cells: Sequence[str]) -> bool:
    """(1)(2)(3) or 1 2 3 under a heading: at least three numbers, each one more than the last; lettered ones may stand before."""
    said = [cell.strip("() .[]") for cell in cells if cell]
    numbers = [int(text) for text in said if text.isdecimal()]
    letters = [text for text in said if not text.isdecimal()]
    if len(numbers) < 3 or any(len(text) > 2 for text in letters):
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 2


def is_total(cells: Sequence[str]) -> bool:
    """Whether the first words of a row say that it adds up those above; a row with its own number in front does not."""
    first = next((cell for cell in cells if cell), "")
    return _says_total(first)


def _says_total(text: str) -> bool:
    said = " ".join(text.lower().split()).strip("-–* ")
    return bool(_TOTAL.match(said) or (said.isascii() and _BARE_TOTAL.fullmatch(key_of(said))))


def total_of(cells: Sequence[str]) -> Total:
    """What a total row claims."""
    words = next((cell for cell in cells if _says_total(cell)), "")
    said = _DIGITS.search(words)
    figures = {
        place: int(cell.replace(".", ""))
        for place, cell in enumerate(cells)
        if cell is not words and re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})*|[0-9]+", cell)
    }
    return Total(int(said.group().replace(".", "") or 0) if said else None, figures)


def is_signature(cells: Sequence[str]) -> bool:
    """Place and day, offices and "(ký, ghi rõ họ tên)" at the foot of a sheet."""
    said = [key_of(cell) for cell in cells if cell]
    return 0 < len(said) <= 4 and any(_SIGNERS.match(text.lstrip("(")) or _PLACE_AND_DAY.match(text) for text in said)


def is_band(cells: Sequence[str], *, spread: bool, name_column: int | None) -> bool:
    """One text over many columns, or one that begins like a part of a list. `spread` tells that its cell is merged over others."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    different = {key_of(cell) for _, cell in filled}
    if not filled or len(different) > 2:
        return False
    if len(different) == 2:
        # "I" in one cell and "TẬP THỂ" in the next.
        first, second = (key_of(cell) for _, cell in filled[:2])
        return len(filled) == 2 and bool(re.fullmatch(r"[ivxlc]+|[a-h]", first)) and not second.isdecimal()
    place, text = filled[0][0], key_of(filled[0][1])
    if text.isdecimal():
        return False
    if spread or len(filled) > 1:
        return True
    begins = bool(_NUMBERED_PART.match(text) or _PLACES.match(text))
    return begins or (name_column is not None and place != name_column and place == 0)
