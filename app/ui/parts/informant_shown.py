"""An identity on the screen for a minute: it cannot be marked or copied, and is forgotten when the minute is over."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.core.i18n import N_, Translator
from app.services.informants import FIELDS, Identity
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, words

_SECOND = 1000


class NoCopy(QObject):
    """Keeps what stands in lines from being copied or cut, by keys or by the mouse."""

    def guard(self, line: QLineEdit) -> None:
        """From now on."""
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Copy and cut are taken and nothing is done."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
            return any(event.matches(key) for key in keys)
        return super().eventFilter(watched, event)


class ShownIdentity(QWidget):
    """`over` tells that it was put away, `mend_asked` carries what is to be written anew. `left` counts the seconds."""

    over = Signal()
    mend_asked = Signal(object)

    def __init__(self, say: Translator, seconds: int) -> None:
        super().__init__()
        self._say, self._seconds = say, seconds
        self._identity: Identity | None = None
        self.left = 0
        self.values = {name: words("", "value", wrap=True) for name, _kind, _label in FIELDS}
        grid = QFormLayout()
        grid.setHorizontalSpacing(TOKENS.between)
        grid.setVerticalSpacing(TOKENS.gap)
        for name, _kind, label in FIELDS:
            self.values[name].setObjectName(f"informant.{name}.shown")
            self.values[name].setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
            grid.addRow(words(say(label), "label"), self.values[name])
        self.rest = words("", "quiet")
        self.away = button(say(N_("Put away")), self.over.emit, sign="x", name="informant.hide")
        mend = button(say(N_("Write anew…")), self._mend, name="informant.mend")
        frame = framed("bar", column(grid, row(self.rest, 1, mend, self.away), edge=TOKENS.inside))
        frame.setProperty("tone", "warning")
        self.setLayout(column(frame))
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._count)

    def show_for(self, identity: Identity) -> None:
        """Show it from now on; Enter or Space puts it away."""
        self._identity = identity
        for name, label in self.values.items():
            label.setText(getattr(identity, name) or "–")
        self.left = self._seconds
        self._tell()
        self._timer.start()
        self.away.setFocus()

    def forget(self) -> None:
        """Nothing is shown and nothing is kept."""
        self._timer.stop()
        self._identity = None
        self.left = 0
        for label in self.values.values():
            label.clear()

    def _count(self) -> None:
        self.left -= 1
        if self.left <= 0:
            self.over.emit()
        else:
            self._tell()

    def _tell(self) -> None:
        self.rest.setText(self._say.plural(N_("Shown for one more second."), N_("Shown for {n} more seconds."), self.left))

    def _mend(self) -> None:
        if self._identity is not None:
            self.mend_asked.emit(self._identity)
