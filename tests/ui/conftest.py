"""A station at work: the real program over a real folder, driven by typing and clicking as an officer does."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPagedPaintDevice, QPdfWriter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.i18n import load
from app.core.randomness import SystemRandomness
from app.keys.passwords import PasswordCost
from app.services.session import set_up
from app.services.setup import HamletSetup, StationSetup, suggested_wording
from app.ui.application import Program
from app.ui.editors.base import Editor
from app.ui.main_window import MainWindow
from app.ui.page import Page
from app.ui.register_page import RegisterPage
from app.ui.theme import apply_theme

CHEAP = PasswordCost(rounds=1, memory_kib=8, lanes=1)
PASSWORD = "mat khau that dai"
LOGIN = "hanh"
NOW = datetime(2022, 11, 20, 9, 30)
W = TypeVar("W", bound=QWidget)


class ScriptedAsk:
    """Answers by a script: what a test puts in is what the officer would have chosen."""

    def __init__(self) -> None:
        self.files: tuple[Path, ...] = ()
        self.target: Path | None = None
        self.agree = True
        self.asked: list[str] = []

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        self.asked.append(question)
        return self.agree

    def open_files(self, parent: QWidget, title: str, kinds: str) -> tuple[Path, ...]:
        return self.files

    def save_as(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        if self.target is None:
            return None
        return self.target / name if self.target.is_dir() else self.target

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.target

    def printer(self, parent: QWidget, title: str) -> QPagedPaintDevice | None:
        return QPdfWriter(str(self.target)) if self.target else None

    def show_file(self, path: Path) -> None:
        self.asked.append(str(path))


class Office:
    """One laptop with its program. Widgets are found by the names they carry for that purpose."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: FixedClock) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.clock = clock
        self.ask = ScriptedAsk()
        self.program = self.new_program()

    def new_program(self) -> Program:
        return Program(
            self.folder, load("en"), clock=self.clock, randomness=SystemRandomness(), cost=CHEAP, ask=self.ask
        )

    def settle(self) -> None:
        """Wait until nothing is being done in the background, with the window in front as on an officer's screen."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
        self.qtbot.waitUntil(lambda: self.program.tasks.idle, timeout=20_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.program.tasks.idle, timeout=20_000)

    def start(self) -> None:
        self.program.start()
        self.settle()

    def log_in(self, password: str = PASSWORD, name: str = LOGIN) -> None:
        self.retype("login.name", name)
        self.retype("login.password", password)
        self.press("login.password", Qt.Key.Key_Return)
        self.settle()

    @property
    def window(self) -> QWidget:
        window = self.program.window
        assert window is not None
        return window

    @property
    def main(self) -> MainWindow:
        assert isinstance(self.window, MainWindow), type(self.window)
        return self.window

    @property
    def page(self) -> Page:
        return self.main.page

    @property
    def register(self) -> RegisterPage:
        assert isinstance(self.page, RegisterPage)
        return self.page

    @property
    def bar(self) -> str:
        return self.page.bars.text

    def find(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """The visible widget of that name."""
        place = within or (self.page if isinstance(self.window, MainWindow) else self.window)
        found = [widget for widget in place.findChildren(kind, name) if widget.isVisible()]
        assert found, f"{name} is not in sight"
        return found[-1]

    def go(self, code: str) -> None:
        """Click a line of the sidebar, opening its group first where that is closed."""
        self.main.sidebar.open_group_of(code)
        self.click(f"nav.{code}", self.main.sidebar)
        self.settle()

    def click(self, name: str, within: QWidget | None = None) -> None:
        self.qtbot.mouseClick(self.find(QAbstractButton, name, within), Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, name: str, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.inner(name), key)
        self.settle()

    def inner(self, name: str) -> QWidget:
        """The widget that takes the keys: a field's line by the field's name, or a widget by its own."""
        place = self.page if isinstance(self.window, MainWindow) else self.window
        for wanted in (f"{name}.input", name):
            found = [widget for widget in place.findChildren(QWidget, wanted) if widget.isVisible()]
            if found and not isinstance(found[-1], Editor):
                return found[-1]
        raise AssertionError(f"{name} is not in sight")

    def type(self, name: str, text: str) -> None:
        """Type into a field, letter by letter, and leave it."""
        widget = self.inner(name)
        widget.setFocus()
        if isinstance(widget, QComboBox) and not widget.isEditable():
            place = widget.findText(text)
            assert place >= 0, [widget.itemText(number) for number in range(widget.count())]
            while widget.currentIndex() != place:
                self.qtbot.keyClick(widget, Qt.Key.Key_Down if widget.currentIndex() < place else Qt.Key.Key_Up)
            return
        type_text(widget.lineEdit() if isinstance(widget, QComboBox) else widget, text)

    def retype(self, name: str, text: str) -> None:
        """Type over what stands there."""
        widget = self.inner(name)
        widget.setFocus()
        line = widget.lineEdit() if isinstance(widget, QComboBox) and widget.isEditable() else widget
        if isinstance(line, QLineEdit | QPlainTextEdit):
            line.selectAll()
            self.qtbot.keyClick(line, Qt.Key.Key_Delete)
        self.type(name, text)

    def fill(self, texts: dict[str, str]) -> None:
        """Type into several fields; a reference is picked from its list."""
        for name, text in texts.items():
            if text.startswith("@"):
                self.pick(name, text[1:])
            else:
                self.retype(name, text)

    def pick(self, name: str, text: str) -> None:
        """Type part of a name and take the first suggestion."""
        self.retype(name, text)
        self.settle()
        self.press(name, Qt.Key.Key_Return)

    def rows(self) -> list[tuple[str, ...]]:
        """What the register's table shows."""
        model = self.register.model
        return [
            tuple(str(model.data(model.index(row, column))) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def dump(self) -> dict[str, Any]:
        """Everything in the database, to see that nothing changed."""
        assert self.program.session is not None
        with self.program.session.context.store.reader() as reader:
            return reader.dump()


def type_text(widget: QWidget | None, text: str) -> None:
    """Letters as a Vietnamese keyboard sends them: composed, without a key of their own."""
    assert widget is not None
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(letter.upper()) if letter.isascii() else 0
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> None:
    if not qapp.styleSheet():
        apply_theme(qapp)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def make_office(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[Callable[..., Office]]:
    """Laptops by folder name; nothing is set up on them yet."""
    made: list[Office] = []

    def make(name: str = "Sổ của trạm") -> Office:
        office = Office(qtbot, tmp_path / name, clock)
        made.append(office)
        return office

    yield make
    for office in made:
        office.program.close()
        if office.program.window is not None:
            # Nothing waits for it any more, and hundreds of windows would fill the memory of a small machine.
            office.program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type] # Qt takes no receiver for all


@pytest.fixture
def office(make_office: Callable[..., Office]) -> Office:
    """A station that is set up, with its officer logged in."""
    office = make_office()
    begin_book(office)
    office.start()
    office.log_in()
    return office


def begin_book(office: Office, *, name: str = "Xã Túc Đán", code: str = "TUCDAN", kind: str = "station") -> str:
    """What the first run does, without typing; the first run itself has its own test. Returns the recovery code."""
    wording = suggested_wording(name)
    setup = StationSetup(
        code=code,
        name=name,
        kind=kind,
        place=wording.place,
        police_body=wording.police_body,
        authority_body=wording.authority_body,
        authority=wording.authority,
        signer_title=wording.signer_title,
        hamlets=(HamletSetup("Bản Pa Te", 86), HamletSetup("Bản Tống Trong", 112)) if kind == "station" else (),
        officer_name="Vũ Đức Hạnh",
        login=LOGIN,
        password=PASSWORD,
    )
    session = set_up(
        office.folder, setup, clock=office.clock, randomness=SystemRandomness(), cost=CHEAP, say=load("en")
    )
    session.close()
    return session.recovery_code
