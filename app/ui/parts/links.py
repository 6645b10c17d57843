"""A link whose text gives way: it never pushes the record out of its pane, and tells the whole text in its tip."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.theme import TOKENS


class GivingLink(QPushButton):
    """As wide as its place lets it be; what does not fit ends in an ellipsis."""

    def __init__(self, text: str, act: Callable[[], object], *, name: str) -> None:
        super().__init__(text)
        self.whole = text
        self.setProperty("role", "link")
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: act())

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Room for the whole text."""
        hint = super().sizeHint()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.whole) + TOKENS.gap, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Next to nothing: the pane decides."""
        return QSize(TOKENS.sidebar_folded, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Cut the text to the new width."""
        super().resizeEvent(event)
        cut = QFontMetrics(self.font()).elidedText(self.whole, Qt.TextElideMode.ElideRight, self.width())
        if cut != self.text():
            self.setText(cut)
