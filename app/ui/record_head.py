"""The head of the record pane: the way back, the title, what can be done with the record, and the bar for messages."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.i18n import N_, Translator
from app.ui.bars import BarArea
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, sign_button, words

Act = Callable[[], object]

_ONE_LINE = TOKENS.sidebar * 2
"""From this width on, title and buttons share a line."""


class RecordHead(QWidget):
    """Buttons in sight are only those that do something now."""

    def __init__(
        self, say: Translator, papers: QWidget, *, back: Act, edit: Act, copy: Act, history: Act, delete: Act, restore: Act
    ) -> None:
        super().__init__()
        self.title = words("", "section", wrap=True)
        self.title.setObjectName("panel.title")
        self._back = sign_button("arrow-left", say(N_("Back")), back, name="panel.back")
        self._edit = button(say(N_("Edit")), edit, sign="pencil", keys="F2", name="edit")
        self._copy = sign_button("copy", say(N_("Copy into a new one  Ctrl+D")), copy, name="copy")
        self._history = sign_button("history", say(N_("History")), history, name="show_history")
        self._delete = sign_button("trash-2", say(N_("Delete")), delete, name="delete")
        self._restore = button(say(N_("Restore")), restore, sign="undo-2", role="primary", name="restore")
        front = row(self._back, self.title)
        front.setStretch(1, 1)
        acts = row(1, self._restore, papers, self._copy, self._history, self._delete, self._edit)
        self._line = row(front, acts)
        self._line.setStretch(0, 1)
        self._line.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.inside, TOKENS.gap)
        self.bars = BarArea(say)
        below = row(self.bars)
        below.setContentsMargins(TOKENS.between, 0, TOKENS.inside, TOKENS.gap)
        self.setLayout(column(self._line, below, gap=0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """In a narrow pane the buttons stand below the title, which would otherwise be a column of single words."""
        super().resizeEvent(event)
        narrow = self.width() < _ONE_LINE
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def offer(self, *, reading: bool, own: bool, alive: bool, back: bool, copies: bool) -> None:
        """Say what is shown: a record being read, whether it is this unit's and stands, and whether there is a way back."""
        self._back.setVisible(back)
        self._edit.setVisible(reading and own and alive)
        self._copy.setVisible(copies and alive)
        self._history.setVisible(reading)
        self._delete.setVisible(reading and own and alive)
        self._restore.setVisible(reading and own and not alive)
