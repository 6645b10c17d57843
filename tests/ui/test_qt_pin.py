"""Why PySide6 is pinned: 6.12.0 on Python 3.11 loses a reference to None with every call that returns nothing.

None and True live for ever from Python 3.12 on, where their counts no longer move; there the test passes on any version.
"""

import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 10_000
NOISE = 50
"""References that the test's own frame and the garbage collector may take or drop meanwhile."""


class Bell(QObject):
    rung = Signal(bool)


class Ear(QObject):
    heard = 0

    @Slot(bool)
    def hear(self, loud: bool) -> bool:
        self.heard += loud
        return True


def test_ten_thousand_calls_leave_the_reference_counts_of_none_and_true_alone(qtbot: QtBot) -> None:
    label, bell, ear = QLabel(), Bell(), Ear()
    qtbot.addWidget(label)
    bell.rung.connect(ear.hear)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(CALLS):
        label.setText(str(number))
        bell.rung.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert ear.heard == CALLS
    assert abs(after[0] - before[0]) < NOISE
    assert abs(after[1] - before[1]) < NOISE
