"""Parts of one page, chosen by chips or Alt and a number: one in front, the others a key away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QWidget

from app.ui.theme import TOKENS
from app.ui.widgets import column, repolish, row, shortcut


class Tabs(QWidget):
    """`chosen` carries the number of the part that the officer brought to the front."""

    chosen = Signal(int)

    def __init__(self, name: str, parts: Sequence[tuple[str, QWidget]]) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self._group = QButtonGroup(self)
        chips: list[QWidget] = []
        for number, (title, part) in enumerate(parts):
            chip = QToolButton()
            chip.setProperty("role", "chip")
            chip.setText(title)
            chip.setToolTip(f"{title}  Alt+{number + 1}")
            chip.setCheckable(True)
            chip.setObjectName(f"{name}.tab.{number}")
            self._group.addButton(chip, number)
            self.stack.addWidget(part)
            chips.append(chip)
            shortcut(self, f"Alt+{number + 1}", partial(self._choose, number))
        self._group.idClicked.connect(self._choose)
        self.line = row(*chips, 1)
        self.line.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        whole = column(self.line, self.stack, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.show_part(0)

    @property
    def current(self) -> int:
        """The part in front."""
        return self.stack.currentIndex()

    def show_part(self, number: int) -> None:
        """Bring a part to the front."""
        self.stack.setCurrentIndex(number)
        self._group.button(number).setChecked(True)
        for chip in self._group.buttons():
            repolish(chip, "active", self._group.id(chip) == number)

    def focus_chip(self) -> None:
        """The cursor to the chip of the part in front."""
        self._group.button(self.current).setFocus()

    def _choose(self, number: int) -> None:
        self.show_part(number)
        self.chosen.emit(number)
