"""The list to tick, and the hamlets beside it, as they are seen and walked by keyboard."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from app.core.i18n import N_, Translator
from app.core.text import number_vi
from app.services.campaigns import HamletLine
from app.ui.row_reading import read_by_rows
from app.ui.screens.tick_model import DAY, DETAIL, NAME, TICK, TickModel
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex


class TickTable(QTableView):
    """Space or a click turns a tick; letters jump to a name, Enter to the next one of them, Backspace takes a letter back.

    `typed` carries the letters looked for and whether a name has them; `left` asks for the list
    of hamlets, `opened` for the signature of the row.
    """

    typed = Signal(str, bool)
    left = Signal()
    opened = Signal(int)

    def __init__(self, model: TickModel) -> None:
        super().__init__()
        self.ticks = model
        self.letters = ""
        self.setObjectName("ticks")
        self.setModel(model)
        head = read_by_rows(self)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(DETAIL, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(TICK, TOKENS.row + TOKENS.inside)
        self.setColumnWidth(DAY, TOKENS.sidebar // 2 + TOKENS.edge)
        model.modelReset.connect(lambda: self._look_for(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Space, letters, and what leaves the list; the rest walks as in every table."""
        key, row = event.key(), self.currentIndex().row()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Space:
            self._look_for("")
            self.ticks.toggle(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if self.letters:
                self._jump(row)
            else:
                self.opened.emit(row)
        elif key == Qt.Key.Key_Backspace:
            self._look_for(self.letters[:-1])
            self._jump(row - 1)
        elif key == Qt.Key.Key_Escape and self.letters:
            self._look_for("")
        elif key == Qt.Key.Key_Left:
            self.left.emit()
        elif plain and len(event.text()) == 1 and event.text().isalpha():
            self._look_for(self.letters + event.text())
            self._jump(row - 1)
        else:
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
                self._look_for("")
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """A click on the tick or the name turns it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and index.column() in (TICK, NAME):
            self.ticks.toggle(index.row())

    def _look_for(self, letters: str) -> None:
        if letters != self.letters:
            self.letters = letters
            self.typed.emit(letters, True)

    def _jump(self, after: int) -> None:
        if not self.letters:
            return
        row = self.ticks.find(self.letters, after)
        if row >= 0:
            self.selectRow(row)
        self.typed.emit(self.letters, row >= 0)


class HamletModel(QAbstractTableModel):
    """Hamlets with how far each is; `counted` (translated) is what the second column counts."""

    def __init__(self, say: Translator, counted: str = "") -> None:
        super().__init__()
        self._say = say
        self._heads = (say(N_("Hamlet")), counted or say(N_("Signed")), say(N_("Percent")))
        self._figures = body_font(figures=True)
        self.lines: tuple[HamletLine, ...] = ()

    def show(self, lines: tuple[HamletLine, ...]) -> None:
        """Replace what is shown; a list of the same hamlets keeps its cursor."""
        if [line.id for line in lines] == [line.id for line in self.lines]:
            self.lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 2))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """How many hamlets."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Hamlet, signed of all, percent."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Column labels, aligned as their cells are."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._heads[section] if wanted else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            percent = "–" if line.percent is None else f"{line.percent} %"
            of_all = f"/{number_vi(line.total)}" if line.total else ""
            return (line.name, number_vi(line.signed) + of_all, percent)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return self._figures if role == Qt.ItemDataRole.FontRole and index.column() else None

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        return (Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class HamletList(QTableView):
    """`picked` carries the hamlet under the cursor; `entered` asks for its list."""

    picked = Signal(str)
    entered = Signal()

    def __init__(self, model: HamletModel) -> None:
        super().__init__()
        self.hamlets = model
        self.setObjectName("hamlets")
        self.setModel(model)
        read_by_rows(self).setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, TOKENS.sidebar // 2 - TOKENS.edge)
        self.setColumnWidth(2, TOKENS.sidebar_folded + TOKENS.inside)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter and Right go to the list of the hamlet."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def next(self) -> bool:
        """Go to the hamlet below; whether there is one."""
        row = self.currentIndex().row() + 1
        if row >= self.hamlets.rowCount():
            return False
        self.selectRow(row)
        return True

    def pick(self, hamlet: str) -> None:
        """Go to a hamlet by id; to the first when it is not there."""
        ids = [line.id for line in self.hamlets.lines]
        if ids:
            self.selectRow(ids.index(hamlet) if hamlet in ids else 0)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.hamlets.lines[index.row()].id)
