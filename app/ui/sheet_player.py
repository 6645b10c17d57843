"""Display lists on screen and printer: the same sheet, the same letters at the same places as in the PDF.

Letters are drawn as outlines of the font file's glyphs, advanced by the measures of `app.documents.fonts`, so
neither hinting nor kerning of the system moves them; unzoomed, a preview is the paper.
"""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
    QTransform,
)

from app.documents.display import (
    Close,
    Curve,
    Item,
    Line,
    Move,
    Outline,
    Picture,
    Rect,
    Sheet,
    Straight,
    Text,
    Use,
)
from app.documents.fonts import MM_PER_POINT, Face, font_file, metrics

_UNITS = 1000.0
"""Glyph outlines are taken at this many pixels and scaled: large enough that nothing is rounded."""


@lru_cache(maxsize=4)
def _raw_font(face: Face) -> QRawFont:
    return QRawFont(str(font_file(face)), _UNITS, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=2048)
def _glyph(face: Face, letter: str) -> QPainterPath:
    return _raw_font(face).pathForGlyph(metrics(face).glyphs.get(ord(letter), 0))


def text_path(item: Text) -> QPainterPath:
    """The outlines of a line of text in millimetres, its anchor point at the origin, before any turning."""
    cut, size = metrics(item.face), item.size * MM_PER_POINT
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    x = -item.anchor.value * item.width
    scale = size / _UNITS
    for letter in item.text:
        whole.addPath(QTransform(scale, 0, 0, scale, x, 0).map(_glyph(item.face, letter)))
        x += cut.advance(letter) * size / 1000 + item.spacing
    return whole


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint a sheet at the painter's origin; one unit of the painter must be a millimetre."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for item in sheet.items:
        _paint(painter, item)
    painter.restore()


def print_sheets(device: QPagedPaintDevice, sheets: Iterable[Sheet]) -> int:
    """Paint every sheet on a page of its own, at true size from the paper's corner; returns how many.

    Offsets for a printer's feed belong into the sheets. Sheets are taken one at a time, so a generator may
    report progress or raise `Cancelled` between them.
    """
    painter = QPainter()
    count = 0
    for sheet in sheets:
        size = QPageSize(QSizeF(min(sheet.width, sheet.height), max(sheet.width, sheet.height)), QPageSize.Unit.Millimeter)
        lying = sheet.width > sheet.height
        orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        layout = QPageLayout(size, orientation, QMarginsF())
        layout.setMode(QPageLayout.Mode.FullPageMode)
        device.setPageLayout(layout)
        if count == 0:
            painter.begin(device)
        else:
            device.newPage()
        dots_across, dots_down = device.logicalDpiX() / 25.4, device.logicalDpiY() / 25.4
        painter.save()
        painter.scale(dots_across, dots_down)
        paint_sheet(painter, sheet)
        painter.restore()
        count += 1
    painter.end()
    return count


def _paint(painter: QPainter, item: Item) -> None:
    match item:
        case Text():
            painter.save()
            painter.translate(item.x, item.y)
            if item.angle:
                painter.rotate(-item.angle)
            painter.fillPath(text_path(item), QColor(item.colour))
            painter.restore()
        case Line():
            painter.setPen(_pen(item.colour, item.width))
            painter.drawLine(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2))
        case Rect():
            _ink(painter, item.fill, item.stroke, item.stroke_width)
            painter.drawRect(QRectF(item.x, item.y, item.width, item.height))
        case Outline():
            _ink(painter, item.fill, item.stroke, item.stroke_width)
            painter.drawPath(_path(item))
        case Picture():
            image = QImage.fromData(QByteArray(item.data))
            painter.drawImage(QRectF(item.x, item.y, item.width, item.height), image)
        case Use():
            painter.save()
            painter.translate(item.x, item.y)
            painter.scale(item.scale, item.scale)
            for inner in item.group.items:
                _paint(painter, inner)
            painter.restore()


def _path(item: Outline) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill if item.holes else Qt.FillRule.WindingFill)
    for step in item.steps:
        match step:
            case Move((x, y)):
                path.moveTo(x, y)
            case Straight((x, y)):
                path.lineTo(x, y)
            case Curve((ax, ay), (bx, by), (x, y)):
                path.cubicTo(ax, ay, bx, by, x, y)
            case Close():
                path.closeSubpath()
    return path


def _pen(colour: str, width: float) -> QPen:
    # The joins and ends of PDF, so that both players draw the same corner.
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setMiterLimit(5)
    return pen


def _ink(painter: QPainter, fill: str | None, stroke: str | None, width: float) -> None:
    painter.setBrush(QBrush(QColor(fill)) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(stroke, width) if stroke is not None else Qt.PenStyle.NoPen)
