"""Hands that work in the real window and count: every key pressed is one, every click is one.

Letters go where the cursor stands, as from a keyboard: who wants to write into the next field has to go there first. Vietnamese is
typed in Telex, so "ế" is three keys; a shortcut such as Ctrl+S is one press, Shift with a letter none of its own.
"""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.conftest import Office, type_text

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES = "\u0302\u0306\u031b"


def telex(text: str) -> int:
    """Keys that a text takes in Telex: one a letter, one more for its shape (aa, aw, ow, dd) and one for its tone."""
    return sum(
        (2 if sign in "đĐ" else 1)
        for sign in unicodedata.normalize("NFD", text)
        if sign in _TONES + _SHAPES or not unicodedata.combining(sign)
    )


class Hands:
    """One officer's hands at one laptop; `pressed` is what they did so far."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.pressed = 0

    def write(self, text: str) -> None:
        """Type a text where the cursor is."""
        type_text(self._cursor(), text)
        self.pressed += telex(text)
        self.office.settle()

    def key(self, keys: str, times: int = 1) -> None:
        """Press a key or a shortcut by its name: "Tab", "Return", "Ctrl+S", "Down"."""
        combined = QKeySequence(keys)[0]
        for _ in range(times):
            QTest.keyClick(self._cursor(), combined.key(), combined.keyboardModifiers())
            self.office.settle()
        self.pressed += times

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click a button by the name it carries for tests."""
        QTest.mouseClick(self.office.find(QAbstractButton, name, within), Qt.MouseButton.LeftButton)
        self.pressed += 1
        self.office.settle()

    def go(self, page: str) -> None:
        """Click a line of the sidebar."""
        self.click(f"nav.{page}", self.office.main.sidebar)

    @property
    def where(self) -> str:
        """The name of the widget that the cursor is in, for tests to be sure of."""
        return self._cursor().objectName()

    def _cursor(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the cursor is nowhere"
        return widget
