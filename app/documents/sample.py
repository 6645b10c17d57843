"""The mark of papers made from demonstration data."""

from math import atan2, degrees, hypot

from app.documents.display import Anchor, Text
from app.documents.fonts import Face, text_width
from app.documents.wording import SAMPLE

_PALE = "#E9E2DC"


def sample_mark(width: float, height: float) -> Text:
    """ "DỮ LIỆU MẪU" from corner to corner of a page of this size, pale enough to read over."""
    size = 80 * 0.62 * hypot(width, height) / text_width(SAMPLE, Face.BOLD, 80)
    angle = degrees(atan2(height, width)) * 0.78 if width > height else degrees(atan2(height, width))
    # Turned about its middle on the baseline: half the height of capitals brings the letters onto the diagonal.
    lift = size * 0.115
    return Text(width / 2 + lift * 0.5, height / 2 + lift * 0.87, SAMPLE, Face.BOLD, size, _PALE, Anchor.MIDDLE, 0.0, angle)
