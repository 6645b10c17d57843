"""A labelled line for screens that are no record: first run, passwords, enrolment."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.text import nfc
from app.ui.widgets import column, repolish, words


class TypedField(QWidget):
    """Label above, line, and below it the help or what is to mend. `left` is emitted when the focus leaves, `entered` on Enter."""

    left = Signal()
    entered = Signal()

    def __init__(self, name: str, label: str, note: str = "", *, secret: bool = False) -> None:
        super().__init__()
        self._note = note
        self.wrong = False
        self.setObjectName(name)
        self.line = QLineEdit()
        self.line.setObjectName(f"{name}.input")
        self.line.setAccessibleName(label)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.returnPressed.connect(self.left)  # Qt tells of Enter before it tells that editing is finished
        self.line.returnPressed.connect(self.entered)
        self.line.editingFinished.connect(self.left)
        self.line.textEdited.connect(lambda _text: self.tell(""))
        self.setFocusProxy(self.line)
        self.note = words(note, "help", wrap=True)
        self.setLayout(column(words(label, "label"), self.line, self.note, 1, gap=2))
        self.note.setVisible(bool(note))

    @property
    def text(self) -> str:
        """What was typed: as it is for a secret, otherwise NFC and without spaces around it."""
        typed = self.line.text()
        return typed if self.line.echoMode() == QLineEdit.EchoMode.Password else nfc(typed.strip())

    @text.setter
    def text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.tell("")

    def tell(self, problem: str) -> None:
        """Show what is to mend; empty shows the help again."""
        self.wrong = bool(problem)
        self.note.setText(problem or self._note)
        self.note.setVisible(bool(problem or self._note))
        repolish(self.note, "role", "problem" if problem else "help")
        repolish(self.line, "wrong", bool(problem))

    def require(self, text: str, holds: Callable[[str], bool] = bool) -> bool:
        """Check what was typed; when it does not hold, `text` is shown beside it."""
        good = holds(self.text)
        self.tell("" if good else text)
        return good
