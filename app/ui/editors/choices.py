"""Closed lists, yes or no."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from app.core.i18n import N_
from app.core.kinds import Choice
from app.services.registers import FieldView
from app.ui.editors.base import Editor, Tools
from app.ui.widgets import row


class ChoiceEditor(Editor):
    """One of a few; typing its first letters finds it."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        self.combo = QComboBox()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        self.adopt(self.combo)
        self.combo.addItem("", "")
        for code, label in self.options():
            self.combo.addItem(label, code)
        self.combo.activated.connect(lambda _index: self.edited.emit())
        self.combo.currentIndexChanged.connect(lambda _index: self.edited.emit())
        self.combo.installEventFilter(self)
        self.setLayout(row(self.combo))

    def options(self) -> tuple[tuple[str, str], ...]:
        """Codes and their words."""
        kind = self.field.kind
        assert isinstance(kind, Choice)
        return tuple((code, self.tools.context.say(label)) for code, label in kind.options)

    def text(self) -> str:
        """The code that is chosen."""
        return str(self.combo.currentData() or "")

    def set_text(self, text: str, label: str = "") -> None:
        """Choose by code; a code this version does not know is shown as it is, so that saving does not lose it."""
        place = self.combo.findData(text)
        if place < 0 and text:
            self.combo.addItem(text, text)
            place = self.combo.count() - 1
        self.combo.blockSignals(True)
        self.combo.setCurrentIndex(max(place, 0))
        self.combo.blockSignals(False)

    def inner(self) -> QWidget:
        """The list."""
        return self.combo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """The wheel scrolls the form, not the choice under the pointer."""
        if event.type() == QEvent.Type.Wheel and not self.combo.hasFocus():
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


class YesNoEditor(ChoiceEditor):
    """Yes, no, or not said."""

    def options(self) -> tuple[tuple[str, str], ...]:
        """The two words, by the codes the kind reads."""
        say = self.tools.context.say
        return (("1", say(N_("Yes"))), ("0", say(N_("No"))))
