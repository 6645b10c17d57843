"""A record of another register, found by typing part of its name without marks; the list lies below the field."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.core.kinds import Reference
from app.core.text import fold, nfc
from app.services import registers
from app.services.registers import FieldView, Suggestion
from app.ui.editors.base import Tools
from app.ui.editors.lines import LineEditor
from app.ui.editors.popup import Popup


class ReferenceEditor(LineEditor):
    """Holds an id and shows what it stands for. Text that was not picked from the list stays, and is a problem to mend."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        assert isinstance(field.kind, Reference)
        self._type_code = field.kind.type_code
        self._id = ""
        self._label = ""
        self._found: tuple[Suggestion, ...] = ()
        self._popup = Popup(self, self.line, field.name, lambda place: self._take(self._found[place]))
        self.line.textEdited.connect(self._typed)

    def text(self) -> str:
        """The id of what was picked; otherwise what was typed."""
        typed = nfc(self.line.text().strip())
        return self._id if self._id and typed == self._label else typed

    def label(self) -> str:
        """The name of what was picked."""
        return self._label if self._id and self.text() == self._id else ""

    def set_text(self, text: str, label: str = "") -> None:
        """Show the record of id `text` as `label`."""
        self._id, self._label = (text, nfc(label)) if label else ("", "")
        super().set_text(label or text)

    def normalise(self) -> None:
        """On leaving: a text that names exactly one suggestion is that one."""
        self._popup.close()
        typed = fold(self.line.text())
        if typed and self.text() != self._id:
            same = [item for item in self._found if fold(item.title) == typed]
            if len(same) == 1:
                self._take(same[0])

    def key(self, event: QKeyEvent) -> bool:
        """Down opens the list and walks in it, Enter picks, Esc closes it."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self._popup.open:
                self._popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
            else:
                self._suggest("" if self._id else self.line.text())
            return True
        if not self._popup.open:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._popup.close()
            return True
        place = self._popup.place
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and 0 <= place < len(self._found):
            self._take(self._found[place])
            return event.key() != Qt.Key.Key_Tab
        return False

    @property
    def list_is_open(self) -> bool:
        """The suggestions are in sight."""
        return self._popup.open

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """A click into an empty field shows what was used last."""
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.line and not self.line.text():
            self._suggest("")
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._id = ""
        self._suggest(text)

    def _suggest(self, text: str) -> None:
        context, code = self.tools.context, self._type_code
        self.tools.tasks.read(
            self, lambda _job: registers.suggest(context, code, text), self._show, lambda _error: None, key="suggest"
        )

    def _show(self, found: tuple[Suggestion, ...]) -> None:
        self._found = found
        self._popup.show([f"{item.title}   {item.detail}".rstrip() for item in found], 0)

    def _take(self, item: Suggestion) -> None:
        self._id, self._label = item.id, nfc(item.title)
        self.line.setText(item.title)
        self._popup.close()
        self.edited.emit()
