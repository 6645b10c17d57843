"""The window from start to end: first run or login, the main window, lock and change of shift, closing.

What brings the database libraries with it is imported where it is first needed, so that the login window is there at once.
"""

import contextlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from app.core import crash, settings
from app.core.clock import Clock, SystemClock
from app.core.errors import UserError
from app.core.i18n import N_, Translator, load
from app.core.randomness import Randomness, SystemRandomness
from app.ui import qt_texts
from app.ui.ask import Ask, Dialogs
from app.ui.bars import BarArea
from app.ui.icons import icon
from app.ui.login import LoginWindow
from app.ui.tasks import Tasks
from app.ui.theme import TOKENS, apply_theme

if TYPE_CHECKING:
    from app.keys.passwords import PasswordCost
    from app.services.session import Session
    from app.services.setup import StationSetup
    from app.ui.first_run import FirstRun
    from app.ui.main_window import MainWindow

LAST_LOGIN = "login"
_SIZE = (1366, 728)


class Program(QObject):
    """One data folder and the window that shows it. `shown` carries the window now in front.

    Clock, randomness, password cost and the message bridge are passed in; what is not given is the real one.
    """

    shown = Signal(QWidget)
    _crashed = Signal(object)

    def __init__(
        self,
        folder: Path,
        say: Translator,
        *,
        clock: Clock | None = None,
        randomness: Randomness | None = None,
        cost: "PasswordCost | None" = None,
        ask: Ask | None = None,
    ) -> None:
        super().__init__()
        self.folder, self.say = folder, say
        self.clock, self.randomness, self.cost = clock or SystemClock(), randomness or SystemRandomness(), cost
        self.ask = ask or Dialogs(say)
        self.tasks = Tasks(self)
        self.session: Session | None = None
        self.window: QWidget | None = None
        self._crashed.connect(self._tell_crash, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Show the first window: login where there is a book, otherwise the first run."""
        if (self.folder / "keys.json").exists():
            self.log_in()
        else:
            self.set_up()

    def log_in(self) -> None:
        """Ask who is working."""
        last = settings.read(self.folder).last.get(LAST_LOGIN, "")
        login = LoginWindow(self.folder, self.say, self.tasks, names=_names, opener=self._unlock, last=last)
        login.opened.connect(self._opened)
        login.forgotten.connect(self.recover)
        self._show(login)

    def recover(self, name: str) -> None:
        """Ask for the recovery code and a new password."""
        from app.ui.recovery import RecoveryWindow

        recovery = RecoveryWindow(self.folder, self.say, self.tasks, self._reset, name)
        recovery.left.connect(self.log_in)
        recovery.done.connect(self.log_in)
        self._show(recovery)

    def set_up(self) -> None:
        """Begin a book."""
        from app.ui.first_run import FirstRun

        first = FirstRun(self.folder, self.say, self.tasks, self.ask)
        first.ready.connect(lambda setup: self._begin(first, setup))
        self._show(first)

    def lock(self) -> None:
        """Keep everything, forget the keys, and ask who is working. The window goes only when the login is there: closing the
        last one would end the program."""
        from app.ui.main_window import MainWindow

        if isinstance(self.window, MainWindow):
            self.window.leave()
        self._let_go()
        self.log_in()

    def close(self) -> None:
        """End the program's work: what is being written is finished first."""
        if self.window is not None and self.session is not None:
            with contextlib.suppress(UserError):
                place = bytes(self.window.saveGeometry().toBase64().data()).decode()
                settings.write(self.folder, replace(settings.read(self.folder), window=place))
        if self.window is not None:
            self.window.close()
        self.tasks.close()
        if self.session is not None:
            self.session.close()
            self.session = None

    def crashed(self, report: Path) -> None:
        """A bug was recorded, in whatever thread: say so on the page."""
        self._crashed.emit(report)

    def _tell_crash(self, report: Path) -> None:
        bars = getattr(getattr(self.window, "page", self.window), "bars", None)
        if isinstance(bars, BarArea):
            text = N_("The program made a mistake. What was saved before is safe. A report is in {path}.")
            bars.tell("error", self.say(text, path=report))
            crash.mark_offered(self.folder)

    def _unlock(self, folder: Path, login: str, password: str) -> object:
        from app.services.session import unlock

        return unlock(folder, login, password, clock=self.clock, randomness=self.randomness, cost=self._cost(), say=self.say)

    def _reset(self, folder: Path, code: str, login: str, password: str) -> None:
        from app.services.session import reset_password

        reset_password(folder, code, login, password, clock=self.clock, cost=self._cost(), randomness=self.randomness)

    def _begin(self, first: "FirstRun", setup: "StationSetup") -> None:
        def work(_job: object) -> "Session":
            from app.services.session import set_up

            return set_up(self.folder, setup, clock=self.clock, randomness=self.randomness, cost=self._cost(), say=self.say)

        def done(session: "Session") -> None:
            self.session = session
            from app.ui.recovery_step import RecoveryStep

            day = self.clock.today()
            step = RecoveryStep(self.say, self.ask, first.bars, unit=setup.name, code=session.recovery_code, day=day)
            first.show_recovery(step, lambda: self._opened(session))

        self.tasks.write(first, work, done, first.refused)

    def _opened(self, session: "Session") -> None:
        from app.ui.desk import Desk
        from app.ui.main_window import MainWindow

        self.session = session
        self.tasks.interrupt = session.context.store.interrupt
        user = session.context.user
        settings.write(self.folder, settings.read(self.folder).remembering(LAST_LOGIN, user.login))
        main: MainWindow = MainWindow(Desk(session, self.tasks, self.ask), self.tasks)
        main.lock_asked.connect(self.lock)
        self._show(main)
        self._offer_crashes(main)

    def _offer_crashes(self, main: "MainWindow") -> None:
        reports = crash.not_yet_offered(self.folder)
        if reports:
            text = self.say(
                N_("The program made a mistake the last time. A report without any name or content is in {path}."), path=reports[-1]
            )
            main.page.bars.tell("warning", text)
            crash.mark_offered(self.folder)

    def _let_go(self) -> None:
        self.tasks.close()
        self.tasks.deleteLater()
        self.tasks = Tasks(self)
        if self.session is not None:
            self.session.close()
            self.session = None

    def _cost(self) -> "PasswordCost":
        from app.keys.passwords import STRONG

        return self.cost or STRONG

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        window.setWindowIcon(icon("shield-check", TOKENS.accent))
        if old is None:
            kept = settings.read(self.folder).window
            if not (kept and window.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
                window.resize(first_size(window.screen().availableSize()))
        else:
            window.setGeometry(old.geometry())
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()
        window.activateWindow()
        self.shown.emit(window)


def first_size(room: QSize) -> QSize:
    """How large the first window is on a screen with that much room: at 150 % a small laptop has 911×512, not 1366×768."""
    if QGuiApplication.platformName() == "offscreen":  # its screen of 800×800 is nobody's
        return QSize(*_SIZE)
    return QSize(*_SIZE).boundedTo(room)


def _names(folder: Path) -> tuple[str, ...]:
    """Login names; also what loads the database libraries, in the background, while the officer types."""
    import app.ui.main_window  # noqa: F401 -- built at login; its libraries are wanted then
    from app.services.session import logins

    return logins(folder)


def run(folder: Path, language: str | None = None, ready: Callable[[Program], object] | None = None) -> int:
    """Open the window on a data folder and return the exit code when it is closed. `ready` is called once it is shown."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Sổ ANTQ")
    application.setWindowIcon(QIcon())
    say = load(language or settings.read(folder).language)
    apply_theme(application)
    qt_texts.install(application, say)
    program = Program(folder, say)
    crash.install(folder, program.crashed)
    program.start()
    if ready is not None:
        ready(program)
    code = application.exec()
    program.close()
    return int(code)
