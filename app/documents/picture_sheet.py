"""A sheet of pictures (bản ảnh): photographs two a page with their captions, scanned pages one a page."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.display import Anchor, Item, Picture, Sheet, Text, shifted
from app.documents.fit import Place, fit
from app.documents.fonts import MM_PER_POINT, Face
from app.documents.official.blocks import heading_block
from app.documents.official.model import Heading
from app.documents.official.page import BOTTOM, LEFT, RIGHT, TOP
from app.documents.sample import sample_mark

KIND = "BẢN ẢNH"
_WIDTH, _HEIGHT = 210.0, 297.0
_ROOM = _WIDTH - LEFT - RIGHT
_AXIS = LEFT + _ROOM / 2
_PHOTO = 102.0
"""Height of a photograph at most, so that two go on a page."""
_LEAST_PHOTO, _LEAST_SCAN = 70.0, 150.0
"""Heights below which a photograph or scanned page is put on a page of its own."""
_CAPTION = 13.0
_LARGEST_DOT = 25.4 / 96
"""Small pictures are not blown up further than they stand on a screen."""
_LEADING = 1.18


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: a JPEG, what stands below it, and whether it is a scanned page."""

    data: bytes
    caption: str
    scan: bool = False


def picture_sheets(heading: Heading, about: str, pictures: Sequence[Shown], *, sample: bool = False) -> tuple[Sheet, ...]:
    """Sheets of A4; the first is headed, the others are numbered. `about` says what the pictures are of."""
    sheets: list[Sheet] = []
    items, down = _head(heading, about)
    for shown in pictures:
        if _HEIGHT - BOTTOM - _CAPTION - down < (_LEAST_SCAN if shown.scan else _LEAST_PHOTO):
            sheets.append(_sheet(items, sample))
            items, down = [_number(len(sheets) + 1)], TOP
        room = _HEIGHT - BOTTOM - _CAPTION - down
        placed, down = _placed(shown, down, room if shown.scan else min(_PHOTO, room))
        items += placed
    sheets.append(_sheet(items, sample))
    return tuple(sheets)


def _head(heading: Heading, about: str) -> tuple[list[Item], float]:
    block = heading_block(heading, _ROOM)
    items = [shifted(item, LEFT, TOP) for item in block.items]
    down = TOP + block.height
    for text, face, lines in ((KIND, Face.BOLD, 1), (about, Face.BOLD, 3)):
        for line in fit(text, face, Place(_ROOM, 14, 14, lines, 14, 14)).lines:
            down += 14 * MM_PER_POINT * _LEADING
            items.append(Text(_AXIS, down, line, face, 14, anchor=Anchor.MIDDLE))
    return items, down + 5.0


def _placed(shown: Shown, down: float, height: float) -> tuple[list[Item], float]:
    """The picture in the middle of its place, and its caption below; returns how far down it came."""
    wide, high = _size(shown.data)
    scale = min(_ROOM / wide, height / high, _LARGEST_DOT)
    width, tall = wide * scale, high * scale
    items: list[Item] = [Picture(_AXIS - width / 2, down, width, tall, shown.data)]
    down += tall + 1.0
    caption = fit(shown.caption, Face.ITALIC, Place(_ROOM, 13, 10))
    for line in caption.lines:
        items.append(Text(_AXIS, down + 13 * MM_PER_POINT, line, Face.ITALIC, caption.size, anchor=Anchor.MIDDLE))
    return items, down + _CAPTION - 1.0


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
        return picture.size


def _number(page: int) -> Text:
    return Text(_AXIS, 13.0, str(page), Face.REGULAR, 13, anchor=Anchor.MIDDLE)


def _sheet(items: Sequence[Item], sample: bool) -> Sheet:
    return Sheet(_WIDTH, _HEIGHT, tuple(_marked(items, sample)))


def _marked(items: Sequence[Item], sample: bool) -> Iterator[Item]:
    """The mark of a sample lies over pictures, which would hide it."""
    yield from items
    if sample:
        yield sample_mark(_WIDTH, _HEIGHT)
