"""What a form may expect of any editor."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.context import Context
from app.services.registers import FieldView
from app.ui.tasks import Runner
from app.ui.widgets import repolish


@dataclass(frozen=True, slots=True)
class Tools:
    """What an editor may need beside its field: services to ask for suggestions, and who runs the question."""

    context: Context
    tasks: Runner


class Editor(QWidget):
    """One field's value as text.

    `edited` is emitted when the officer, not the program, changed it; `left` when the focus leaves, after the text was
    normalised. Nothing is rewritten while it is being typed: UniKey composes by sending backspaces.
    """

    edited = Signal()
    left = Signal()

    wide = False
    """Takes a whole line of the form."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__()
        self.field = field
        self.tools = tools
        self.setObjectName(field.name)

    def text(self) -> str:
        """The value as the services take it: typed text, a choice's code, a reference's id; empty for nothing."""
        raise NotImplementedError

    def set_text(self, text: str, label: str = "") -> None:
        """Show a value; `label` is what a reference's id stands for."""
        raise NotImplementedError

    def label(self) -> str:
        """What a reference's id stands for; empty for every other kind."""
        return ""

    def inner(self) -> QWidget:
        """The widget that takes the focus and the red frame."""
        raise NotImplementedError

    def set_wrong(self, wrong: bool) -> None:
        """Mark the field as the one to mend."""
        repolish(self.inner(), "wrong", wrong)

    def focus(self) -> None:
        """Put the cursor here."""
        self.inner().setFocus()

    def adopt(self, widget: QWidget) -> None:
        """Take `widget` as the inner one: named for screen readers and tests, tab order through it."""
        widget.setObjectName(f"{self.field.name}.input")
        widget.setAccessibleName(self.field.label)
        self.setFocusProxy(widget)
