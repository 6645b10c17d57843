"""The login window. Uses Qt and nothing heavy: the database libraries are loaded behind it while the officer types."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget

from app.core.errors import UserError
from app.core.i18n import N_, Translator
from app.ui.bars import BarArea
from app.ui.icons import picture
from app.ui.tasks import Runner
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, framed, row, words

Opener = Callable[[Path, str, str], object]
"""Opens a data folder with login name and password; raises `UserError` with what to do."""


class LoginWindow(QWidget):
    """Asks who is working. `opened` carries what the opener returned, `forgotten` the name typed so far."""

    opened = Signal(object)
    forgotten = Signal(str)

    def __init__(
        self,
        folder: Path,
        say: Translator,
        tasks: Runner,
        *,
        names: Callable[[Path], tuple[str, ...]],
        opener: Opener,
        last: str = "",
    ) -> None:
        super().__init__()
        self._folder, self._say, self._tasks, self._opener = folder, say, tasks, opener
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(say(N_("Sổ ANTQ")))
        self.bars = BarArea(say)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setCompleter(QCompleter())  # an empty one: the name is never completed while it is typed
        self.name.setObjectName("login.name")
        self.name.setAccessibleName(say(N_("Login name")))
        self.name.setEditText(last)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setObjectName("login.password")
        self.password.setAccessibleName(say(N_("Password")))
        self.password.returnPressed.connect(self.enter)
        reveal = QCheckBox(say(N_("Show the password")))
        reveal.toggled.connect(self._reveal)
        self.go = button(say(N_("Log in")), self.enter, role="primary", name="login.go")
        forgot = button(
            say(N_("Forgotten password")), lambda: self.forgotten.emit(self.name.currentText().strip()), role="link", name="forgot"
        )
        sign = words("", "value")
        sign.setPixmap(picture("shield-check", TOKENS.accent, TOKENS.row))
        card = framed(
            "card",
            column(
                row(sign, words(say(N_("Sổ ANTQ")), "title"), 1),
                words(say(N_("The station's working book. Everything in it is encrypted on this laptop.")), "quiet", wrap=True),
                self.bars,
                words(say(N_("Login name")), "label"),
                self.name,
                words(say(N_("Password")), "label"),
                self.password,
                row(reveal, 1, self.go),
                row(forgot, 1),
                edge=TOKENS.edge,
            ),
        )
        card.setFixedWidth(TOKENS.sidebar * 2)
        self.setLayout(column(1, row(1, card, 1), 1, words(str(folder), "quiet"), edge=TOKENS.between))
        self._wait = QTimer(self, interval=1000)
        self._wait.timeout.connect(self._tick)
        self._seconds: dict[str, int] = {}
        """By name as it was typed: seconds until another try."""
        self._waiting: dict[str, UserError] = {}
        self.name.editTextChanged.connect(lambda _text: self._show_wait())
        tasks.read(self, lambda _job: names(folder), self._offer, self._explain, key="names")
        (self.password if last else self.name).setFocus()

    def enter(self) -> None:
        """Try what was typed. The password is emptied when it was wrong, the name stays."""
        if not self.go.isEnabled():
            return
        name, password = self.name.currentText().strip(), self.password.text()
        if not name or not password:
            self.bars.tell("warning", self._say(N_("Type your login name and your password.")))
            (self.password if name else self.name).setFocus()
            return
        self.go.setEnabled(False)
        self.go.setText(self._say(N_("Opening…")))
        self._tasks.write(self, lambda _job: self._opener(self._folder, name, password), self.opened.emit, self._refused, title="")

    def _offer(self, names: tuple[str, ...]) -> None:
        typed = self.name.currentText()
        self.name.clear()
        self.name.addItems(names)
        self.name.setEditText(typed or (names[0] if len(names) == 1 else ""))
        if not typed and len(names) == 1 and not self.password.text():
            self.password.setFocus()

    def _refused(self, problem: Exception) -> None:
        self.password.clear()
        self.password.setFocus()
        self.go.setText(self._say(N_("Log in")))
        self.go.setEnabled(True)
        self._explain(problem)
        if isinstance(problem, UserError) and problem.code == "login.wait":
            self._waiting[self._who] = problem
            self._seconds[self._who] = int(str(problem.facts.get("seconds", 1)))
            self._wait.start()
            self._show_wait()

    def _explain(self, problem: Exception) -> None:
        if isinstance(problem, UserError):
            self.bars.tell("error", self._say.error(problem))
        else:
            self.bars.tell("error", self._say(N_("The data could not be opened: {kind}."), kind=type(problem).__name__))

    @property
    def _who(self) -> str:
        return self.name.currentText().strip().casefold()

    def _tick(self) -> None:
        self._seconds = {who: seconds - 1 for who, seconds in self._seconds.items() if seconds > 1}
        if not self._seconds:
            self._wait.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        """Count down for the name that stands there; whoever else is named need not wait."""
        if not self._waiting:
            return
        seconds = self._seconds.get(self._who, 0)
        if seconds:
            problem = self._waiting[self._who]
            self.bars.tell("error", self._say(problem.message, **{**problem.facts, "seconds": seconds}))
            self.go.setText(self._say(N_("Wait {seconds} s"), seconds=seconds))
        else:
            self._waiting.pop(self._who, None)
            self.bars.clear()
            self.go.setText(self._say(N_("Log in")))
        self.go.setEnabled(not seconds)

    def _reveal(self, shown: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
