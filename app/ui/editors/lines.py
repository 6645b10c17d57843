"""Typed text: one line, many lines, and one line with steppers for counts."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.core.errors import Problem
from app.core.text import nfc
from app.services.registers import FieldView
from app.ui.editors.base import Editor, Tools
from app.ui.theme import TOKENS
from app.ui.widgets import row, sign_button


class LineEditor(Editor):
    """One line. On leaving, the text is put as its kind writes it, if it can be read at all."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        self.line = QLineEdit()
        self.adopt(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.installEventFilter(self)
        self.box = row(self.line, gap=TOKENS.gap)
        self.setLayout(self.box)

    def text(self) -> str:
        """What stands in the line."""
        return nfc(self.line.text())

    def set_text(self, text: str, label: str = "") -> None:
        """Show `text` from its beginning."""
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def inner(self) -> QWidget:
        """The line."""
        return self.line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Leaving normalises; keys go to `key` first."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
                self.normalise()
                self.left.emit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.list_is_open:
                event.accept()  # or Esc would leave the form before the line sees it
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.key(event):
            return True
        return super().eventFilter(watched, event)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key before the line does; true when nothing more is to happen."""
        return False

    @property
    def list_is_open(self) -> bool:
        """A list lies below the line, so that Esc closes the list and not the form."""
        return False

    def normalise(self) -> None:
        """Write the value as its kind does: spaces tidied, dates and numbers in their usual shape."""
        context = self.tools.context
        text = self.text()
        try:
            value = self.field.kind.parse(text, context.clock.today())
        except Problem:
            return
        shown = "" if value is None else self.field.kind.format(value, context.say)
        if shown != self.line.text():
            self.line.setText(shown)


class CountEditor(LineEditor):
    """A whole number: typed, or stepped by the arrows on screen and keyboard."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        say = tools.context.say
        for sign, tip, step in (("minus", say("One less"), -1), ("plus", say("One more"), 1)):
            stepper = sign_button(sign, tip, partial(self.step, step))
            stepper.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.box.addWidget(stepper)

    def key(self, event: QKeyEvent) -> bool:
        """The arrows up and down count."""
        steps = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}
        step = steps.get(event.key())
        if step is not None:
            self.step(step)
            return True
        return False

    def step(self, by: int) -> None:
        """Count on from what stands there; text that is no number is left alone."""
        context = self.tools.context
        try:
            value = self.field.kind.parse(self.text(), context.clock.today())
        except Problem:
            return
        number = max(0, (value if isinstance(value, int) else 0) + by)
        self.line.setText(self.field.kind.format(number, context.say))
        self.edited.emit()


class LongEditor(Editor):
    """Several lines. Tab goes on to the next field."""

    wide = True

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        self.area = QPlainTextEdit()
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(TOKENS.row * 4)
        self.adopt(self.area)
        self.area.textChanged.connect(self._changed)
        self.area.installEventFilter(self)
        self._quiet = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def text(self) -> str:
        """What was written, without empty lines around it."""
        return nfc(self.area.toPlainText().strip())

    def set_text(self, text: str, label: str = "") -> None:
        """Show `text`."""
        self._quiet = True
        self.area.setPlainText(text)
        self._quiet = False

    def inner(self) -> QWidget:
        """The text area."""
        return self.area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Tell when the focus leaves."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()
