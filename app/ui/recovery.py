"""A forgotten password: the recovery code of the station's sheet, and a new password for one officer. Qt only, like the login."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import UserError
from app.core.i18n import N_, Translator
from app.ui.bars import BarArea
from app.ui.tasks import Runner
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, framed, row, scrolled, words

Reset = Callable[[Path, str, str, str], object]
"""Takes folder, recovery code, login name and new password; raises `UserError` with what to do."""

_SHORTEST = 8


class RecoveryWindow(QWidget):
    """`done` when the password was set, `left` to go back to the login."""

    done = Signal()
    left = Signal()

    def __init__(self, folder: Path, say: Translator, tasks: Runner, reset: Reset, name: str) -> None:
        super().__init__()
        self._folder, self._say, self._tasks, self._reset = folder, say, tasks, reset
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(say(N_("Sổ ANTQ")))
        self.bars = BarArea(say)
        note = say(N_("Nine groups of four letters and digits, from the sheet that was locked away."))
        self.code = TypedField("recovery.code", say(N_("Recovery code")), note)
        self.name = TypedField("recovery.name", say(N_("Login name")))
        self.name.text = name
        least = say(N_("At least {count} characters."), count=_SHORTEST)
        self.password = TypedField("recovery.password", say(N_("New password")), least, secret=True)
        self.again = TypedField("recovery.again", say(N_("Password once more")), secret=True)
        self.go = button(say(N_("Set the password")), self.set_password, role="primary", name="recovery.go")
        back = button(say(N_("Back")), self.left.emit, name="recovery.back")
        inside = QWidget()
        parts = (words(say(N_("Forgotten password")), "title"), self.bars, self.code, self.name, self.password, self.again)
        card = framed("card", column(*parts, row(back, 1, self.go), edge=TOKENS.edge))
        card.setFixedWidth(TOKENS.sidebar * 2)
        inside.setLayout(column(1, row(1, card, 1), 1, edge=TOKENS.between))
        self.setLayout(column(scrolled(inside, role="ground"), gap=0))
        self.code.line.setFocus()

    def set_password(self) -> None:
        """Set it, when code and passwords are typed well."""
        say = self._say
        good = [
            self.code.require(say(N_("Type the recovery code."))),
            self.name.require(say(N_("Type a login name."))),
            self.password.require(
                say(N_("The password needs at least {count} characters."), count=_SHORTEST), lambda text: len(text) >= _SHORTEST
            ),
            self.again.require(say(N_("The two passwords differ.")), lambda text: text == self.password.text),
        ]
        if not all(good):
            return
        self.go.setEnabled(False)
        folder, code, name, password = self._folder, self.code.text, self.name.text, self.password.text
        self._tasks.write(
            self, lambda _job: self._reset(folder, code, name, password), lambda _none: self.done.emit(), self._refused
        )

    def _refused(self, problem: Exception) -> None:
        self.go.setEnabled(True)
        if isinstance(problem, UserError):
            self.bars.tell("error", self._say.error(problem))
        else:
            self.bars.tell("error", self._say(N_("The data could not be opened: {kind}."), kind=type(problem).__name__))
