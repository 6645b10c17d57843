"""One line of text that is often the same: earlier values lie below the field. Arrow and Enter take one, typing on ignores them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.services import registers
from app.services.registers import FieldView
from app.ui.editors.base import Tools
from app.ui.editors.lines import LineEditor
from app.ui.editors.popup import Popup


class EarlierEditor(LineEditor):
    """Suggests, and never writes a letter that the officer did not type or take."""

    def __init__(self, field: FieldView, tools: Tools) -> None:
        super().__init__(field, tools)
        self._found: tuple[str, ...] = ()
        self._popup = Popup(self, self.line, field.name, lambda place: self._take(self._found[place]))
        self.line.textEdited.connect(self._suggest)

    def normalise(self) -> None:
        """On leaving: the list closes, the text is put as its kind writes it."""
        self._popup.close()
        super().normalise()

    def key(self, event: QKeyEvent) -> bool:
        """Down opens the list or walks in it; Enter takes what the arrow pointed at; Esc closes it."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self._popup.open:
                self._popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
            elif event.key() == Qt.Key.Key_Down:
                self._suggest(self.line.text(), point=0)
            return True
        if event.key() == Qt.Key.Key_Escape and self._popup.open:
            self._popup.close()
            return True
        place = self._popup.place
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and 0 <= place < len(self._found):
            self._take(self._found[place])
            return True
        return False

    @property
    def list_is_open(self) -> bool:
        """The suggestions are in sight."""
        return self._popup.open

    def _suggest(self, text: str, point: int = -1) -> None:
        context, code, name = self.tools.context, self.field.repeats_in, self.field.name

        def show(found: tuple[str, ...]) -> None:
            # What stands in the line already is no suggestion, unless the officer asked for the list.
            self._found = tuple(value for value in found if point >= 0 or value != self.line.text())
            self._popup.show(self._found, point)

        self.tools.tasks.read(
            self, lambda _job: registers.earlier(context, code, name, text), show, lambda _error: None, key="earlier"
        )

    def _take(self, value: str) -> None:
        self.line.setText(value)
        self._popup.close()
        self.edited.emit()
