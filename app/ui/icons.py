"""The icon set, tinted by role and sharp at every scaling."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.core.paths import resources
from app.ui.theme import TOKENS

_SCALES = (1, 2, 3)
"""Pixmaps drawn for each icon; Qt picks the one that fits the screen."""


@lru_cache(maxsize=256)
def icon(name: str, colour: str = TOKENS.text, *, off: str = TOKENS.line_strong, gap: int = 0) -> QIcon:
    """The icon of that file name in `resources/icons`, in `colour`; greyed to `off` when what it stands on is disabled.

    `gap` is room kept free on its right, where Qt would put a button's word too close.
    Raises `FileNotFoundError` for a name that is not in the set.
    """
    made = QIcon()
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, off)):
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", tint).encode()))
        for scale in _SCALES:
            made.addPixmap(_drawn(renderer, TOKENS.icon * scale, gap * scale), mode)
    return made


def picture(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels, for labels and painted cells."""
    made = icon(name, colour).pixmap(QSize(size, size), ratio)
    return made


def _drawn(renderer: QSvgRenderer, side: int, gap: int) -> QPixmap:
    pixmap = QPixmap(side + gap, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
