"""The notice board (biển thông báo số điện thoại) and labels for key rings: big digits, the unit's name, a code to call by.

Made for A4 lying and enlarged for A3; labels are many on one A4 sheet, with marks to cut along.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from app.documents.display import Anchor, Group, Item, Line, Rect, Sheet, Text, Use
from app.documents.fit import Place, fit
from app.documents.fonts import MM_PER_POINT, Face
from app.documents.qr import qr_shape
from app.documents.sample import sample_mark

A4 = (297.0, 210.0)
RED = "#C8102E"
TITLE = "SỐ ĐIỆN THOẠI TIẾP NHẬN TIN BÁO"
SUBTITLE = "VỀ AN NINH, TRẬT TỰ"
CALL = "Quét mã để gọi"
ASKED = "Phát hiện tội phạm, tệ nạn xã hội, cháy nổ hoặc việc bất thường, hãy gọi ngay."
PROMISE = "Người báo tin được giữ bí mật."
"""Điều 56 Bộ luật Tố tụng hình sự: who reports may ask that it be kept secret."""
LABEL = "Tin báo ANTT, gọi:"

_EDGE = 9.0
_CODE = 62.0
_MOST_NUMBERS = 3
_LABEL_SIZE = (60.0, 32.0)
_LABELS = (3, 8)
_CUT = 3.0


@dataclass(frozen=True, slots=True)
class Notice:
    """What a board says. `numbers` are telephone numbers as the unit writes them; `place` is where the board hangs, or empty."""

    parent_body: str
    body: str
    numbers: tuple[str, ...]
    place: str = ""
    sample: bool = False


def board(notice: Notice, scale: float = 1.0) -> Sheet:
    """One board, lying; `scale` 1 is A4, the square root of two A3. At most three numbers stand on it."""
    width, height = A4
    items: list[Item] = [
        Rect(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE, stroke=RED, stroke_width=1.8),
        Rect(_EDGE + 2.5, _EDGE + 2.5, width - 2 * _EDGE - 5, height - 2 * _EDGE - 5, stroke=RED, stroke_width=0.5),
    ]
    middle = width / 2
    wide = width - 2 * _EDGE - 16
    items += _line(notice.parent_body, middle, 26.0, Face.REGULAR, Place(wide, 17, 11))
    items += _line(notice.body, middle, 38.0, Face.BOLD, Place(wide, 26, 16), RED)
    items += _line(TITLE, middle, 56.0, Face.BOLD, Place(wide, 30, 20))
    items += _line(SUBTITLE, middle, 69.0, Face.BOLD, Place(wide, 30, 20))
    numbers = notice.numbers[:_MOST_NUMBERS]
    items += _numbers(numbers, _EDGE + 8, 76.0, width - 2 * _EDGE - 22 - _CODE, 86.0)
    if numbers and (code := _dialled(numbers[0])):
        left, top = width - _EDGE - 8 - _CODE, 82.0
        items += (Rect(left, top, _CODE, _CODE, fill="#FFFFFF"), qr_shape(f"tel:{code}", left, top, _CODE))
        items += _line(CALL, left + _CODE / 2, top + _CODE + 6, Face.ITALIC, Place(_CODE, 14, 10))
    items += _line(ASKED, middle, 174.0, Face.REGULAR, Place(wide, 19, 12))
    items += _line(PROMISE, middle, 185.0, Face.BOLD_ITALIC, Place(wide, 20, 12), RED)
    items += _line(notice.place, middle, 194.5, Face.ITALIC, Place(wide, 12, 9))
    mark = (sample_mark(width, height),) if notice.sample else ()
    return _enlarged(Sheet(width, height, (*mark, *items)), scale)


def labels(notice: Notice) -> Sheet:
    """A sheet of labels for key rings, A4 upright: the unit, and its numbers as large as they can be."""
    height, width = A4
    across, down = _LABELS
    one, high = _LABEL_SIZE
    left, top = (width - across * one) / 2, (height - down * high) / 2
    items: list[Item] = [sample_mark(width, height)] if notice.sample else []
    for column in range(across + 1):
        x = left + column * one
        items += (Line(x, top - _CUT - 1, x, top - 1), Line(x, top + down * high + 1, x, top + down * high + 1 + _CUT))
    for row in range(down + 1):
        y = top + row * high
        items += (Line(left - _CUT - 1, y, left - 1, y), Line(left + across * one + 1, y, left + across * one + 1 + _CUT, y))
    for row in range(down):
        for column in range(across):
            items += _label(notice, left + column * one, top + row * high)
    return Sheet(width, height, tuple(items))


def _label(notice: Notice, x: float, y: float) -> Iterator[Item]:
    one, high = _LABEL_SIZE
    yield Rect(x + 1.5, y + 1.5, one - 3, high - 3, stroke=RED, stroke_width=0.35)
    yield from _line(notice.body, x + one / 2, y + 7.2, Face.BOLD, Place(one - 7, 9.5, 6), RED)
    yield from _line(LABEL, x + one / 2, y + 11.6, Face.REGULAR, Place(one - 7, 8, 6))
    yield from _numbers(notice.numbers[:2], x + 3.5, y + 12.6, one - 7, high - 15.5)


def _numbers(numbers: tuple[str, ...], x: float, y: float, width: float, height: float) -> Iterator[Item]:
    """Numbers one under the other, all in one size, as large as the place takes."""
    if not numbers:
        return
    shown = [grouped(number) for number in numbers]
    line = height / len(shown)
    most = line * 0.98 / MM_PER_POINT
    size = min(fit(text, Face.BOLD, Place(width, most, 8)).size for text in shown)
    for place, text in enumerate(shown):
        base = y + line * place + line / 2 + size * MM_PER_POINT * 0.33
        yield Text(x + width / 2, base, text, Face.BOLD, size, RED, Anchor.MIDDLE)


def grouped(number: str) -> str:
    """A telephone number as it is read aloud: ten digits in groups of four, three, three; others as they were written."""
    digits = re.sub(r"[ .()-]", "", number)
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}" if digits.isdecimal() and len(digits) == 10 else number


def _dialled(number: str) -> str:
    return re.sub(r"[^0-9+]", "", number)


def _line(text: str, x: float, y: float, face: Face, place: Place, colour: str = "#000000") -> Iterator[Item]:
    fitted = fit(text, face, place)
    for line in fitted.lines[:1]:
        yield Text(x, y, line, face, fitted.size, colour, Anchor.MIDDLE)


def _enlarged(sheet: Sheet, scale: float) -> Sheet:
    if scale == 1.0:
        return sheet
    # A group is known by its name, so the name stands for all that the drawing depends on.
    said = " ".join(text.text for text in sheet.texts())
    name = f"board-{sha256(said.encode()).hexdigest()[:16]}"
    return Sheet(sheet.width * scale, sheet.height * scale, (Use(Group(name, sheet.items), 0.0, 0.0, scale),))
