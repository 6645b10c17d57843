"""A record's history in words: who did what, when."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.i18n import N_, Translator
from app.services.registers import HistoryLine
from app.ui.theme import TOKENS
from app.ui.widgets import column, empty_layout, rule, words


class HistoryPane(QWidget):
    """Shows history lines, the newest first."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.setObjectName("history")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(TOKENS.inside)
        self.setLayout(column(words(say(N_("History")), "section"), self._lines))
        self.hide()

    def show_lines(self, lines: tuple[HistoryLine, ...]) -> None:
        """Replace what is shown."""
        empty_layout(self._lines)
        for place, line in enumerate(lines):
            if place:
                self._lines.addWidget(rule())
            self._lines.addWidget(words(self._say(N_("{when} · {who}"), when=line.when, who=line.who), "quiet"))
            for sentence in line.what:
                self._lines.addWidget(words(sentence, "value", wrap=True))
        self.show()

    @property
    def text(self) -> str:
        """Everything shown, for tests and screen readers."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if not label.isHidden())
