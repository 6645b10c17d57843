"""The list below a line: what may be meant by what is typed there. It never takes the focus, and completes nothing in the line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from app.ui.theme import TOKENS

SHOWN = 8
"""Suggestions in sight at once."""


class Popup:
    """Made at first use. `taken` is called with the number of the suggestion that was clicked."""

    def __init__(self, owner: QWidget, line: QLineEdit, name: str, taken: Callable[[int], None]) -> None:
        self._owner, self._line, self._name, self._taken = owner, line, name, taken
        self._model = QStringListModel(owner)
        self._list: QListView | None = None

    @property
    def open(self) -> bool:
        """The list is in sight."""
        return self._list is not None and self._list.isVisible()

    @property
    def place(self) -> int:
        """The suggestion pointed at, -1 for none."""
        return self._list.currentIndex().row() if self._list is not None and self._list.isVisible() else -1

    def show(self, texts: Sequence[str], place: int) -> None:
        """Show these below the line, above it where there is no room, and point at `place`; close when there are none, or when the
        cursor has left the line."""
        if not texts or self._owner.window().focusWidget() is not self._line:
            self.close()
            return
        popup = self._made()
        self._model.setStringList(list(texts))
        window = self._owner.window()
        height = min(SHOWN, len(texts)) * TOKENS.row + TOKENS.gap
        below = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        if below.y() + height > window.height():
            below.setY(self._line.mapTo(window, QPoint(0, 0)).y() - height - 2)
        popup.setGeometry(below.x(), below.y(), max(self._line.width(), TOKENS.sidebar), height)
        popup.show()
        popup.raise_()
        self.point(place)

    def step(self, by: int) -> None:
        """Point further down, or up; behind the last comes the first."""
        count = max(1, self._model.rowCount())
        self.point((self.place + by) % count if self.place >= 0 else (0 if by > 0 else count - 1))

    def point(self, place: int) -> None:
        """Point at a suggestion; -1 at none."""
        if self._list is not None:
            self._list.setCurrentIndex(self._model.index(place))

    def close(self) -> None:
        """Put the list away."""
        if self._list is not None:
            self._list.hide()

    def discard(self) -> None:
        """Do away with the list before the line goes, for lines that live as long as one cell is typed into."""
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _made(self) -> QListView:
        if self._list is None:
            self._list = QListView(self._owner.window())
            self._list.setProperty("role", "suggestions")
            self._list.setObjectName(f"{self._name}.suggestions")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setUniformItemSizes(True)
            self._list.setModel(self._model)
            self._list.clicked.connect(lambda index: self._taken(index.row()))
            self._owner.destroyed.connect(self._list.deleteLater)
        return self._list
