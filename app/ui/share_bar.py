"""A quiet bar in a column of a `Grid`: how much of something is reached. The number stands beside it in words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import TOKENS


class ShareBar(QStyledItemDelegate):
    """Draws the line's `share`; nothing for lines without one. Beyond the whole the bar is just full."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The ground of the row, and the bar upon it."""
        super().paint(painter, option, index)
        share = index.data(Qt.ItemDataRole.UserRole)
        if share is None:
            return
        rect = QRectF(option.rect)
        rect = rect.adjusted(TOKENS.inside, 0, -TOKENS.inside, 0)
        bar = QRectF(rect.left(), rect.center().y() - TOKENS.gap, rect.width(), TOKENS.inside)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(TOKENS.line))
        painter.drawRoundedRect(bar, TOKENS.gap, TOKENS.gap)
        bar.setWidth(bar.width() * min(1.0, max(0.0, float(share))))
        if bar.width() >= 1:
            painter.setBrush(QColor(TOKENS.accent))
            painter.drawRoundedRect(bar, TOKENS.gap, TOKENS.gap)
        painter.restore()
