"""Columns that an officer may not write wherever he likes: who told something, numbers of ID cards, what is never kept.

What such a column was recognised as goes with it (`FoundColumn.own`), through corrections by hand and remembered ones alike.
"""

from app.core.text import fold
from app.records.sheets.shape import INFORMANT, NEVER
from app.services.intake.views import PASSED

ID_NUMBER = "id_number"
"""The target of a column of ID numbers: no register needs them, so only the last digits are kept, to tell people apart."""

_LEFT_OUT = (PASSED, NEVER)
_ID_WORDS = (
    "cccd",
    "cmnd",
    "cmtnd",
    "cmt",
    "can cuoc",
    "chung minh",
    "so dinh danh",
    "ma dinh danh",
    "giay to tuy than",
    "so giay to",
)
_ID_WHOLE = frozenset(("cc", "so cc", "giay to"))
_NOT_THE_NUMBER = frozenset(
    ("cap", "ngay", "noi", "han", "chua", "da", "co", "tinh", "lam", "nhan", "mat", "anh", "nguoi", "ho", "tong", "luong", "loai")
)
"""Beside those words these speak of when, where and whether a card was issued, or of how many were."""


def may_go(own: str, target: str) -> bool:
    """Whether a column recognised as `own` may be written into `target`."""
    if own == NEVER:
        return target == NEVER
    if own.startswith(INFORMANT):
        return target.startswith(INFORMANT) or target in _LEFT_OUT
    return own != ID_NUMBER or target == ID_NUMBER or target in _LEFT_OUT


def is_id_heading(heading: str) -> bool:
    """Whether the column under a heading holds numbers of ID cards: "Số CMND", "CCCD các bên"; not "Ngày cấp CCCD"."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(heading)).split()
    if _NOT_THE_NUMBER.intersection(words):
        return False
    said = f" {' '.join(words)} "
    return said.strip() in _ID_WHOLE or any(f" {one} " in said for one in _ID_WORDS)
