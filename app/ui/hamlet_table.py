"""A small table to type or paste hamlets into, as they stand in an Excel sheet."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.core.i18n import N_, Translator
from app.core.text import nfc
from app.ui.theme import TOKENS

_SPARE = 3
"""Empty rows kept at the end, so that there is always one to type into."""


class HamletTable(QTableWidget):
    """Two columns: the hamlet, and how many households it has."""

    def __init__(self, say: Translator) -> None:
        super().__init__(_SPARE * 3, 2)
        self.setObjectName("hamlets")
        self.setProperty("role", "framed")
        name = QTableWidgetItem(say(N_("Hamlet")))
        name.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalHeaderItem(0, name)
        self.setHorizontalHeaderItem(1, QTableWidgetItem(say(N_("Households"))))
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.setItemDelegateForColumn(1, _Counts(self))
        self.verticalHeader().setDefaultSectionSize(TOKENS.row)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(True)
        self.itemChanged.connect(lambda _item: self._keep_spare())

    def hamlets(self) -> tuple[tuple[str, str], ...]:
        """Name and typed number of households of every row that has a name or a number."""
        return tuple((name, count) for _line, name, count in self.filled())

    def filled(self) -> tuple[tuple[int, str, str], ...]:
        """Line, name and typed number of every row that has a name or a number."""
        rows = ((line, self._cell(line, 0), self._cell(line, 1)) for line in range(self.rowCount()))
        return tuple((line, name, count) for line, name, count in rows if name or count)

    def paste(self, text: str) -> int:
        """Fill in lines copied from a sheet, from the current row on; returns how many. Of each line the first cell with
        letters is the name and the last one of digits the number of households, so a column of row numbers does no harm."""
        filled = 0
        line = max(self.currentRow(), 0)
        for source in text.splitlines():
            cells = [nfc(cell.strip()) for cell in source.split("\t")]
            name = next((cell for cell in cells if any(letter.isalpha() for letter in cell)), "")
            after = cells[cells.index(name) + 1 :] if name else []
            count = next((cell for cell in after if cell.replace(".", "").isdigit()), "")
            if name:
                self._put(line + filled, name, count)
                filled += 1
        self._keep_spare()
        return filled

    def show_row(self, line: int, place: int) -> None:
        """Put the cursor into a cell that has to be mended."""
        self.setFocus()
        self.setCurrentCell(line, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Ctrl+V pastes several rows, Del empties the cell."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.setItem(self.currentRow(), self.currentColumn(), QTableWidgetItem(""))
        else:
            super().keyPressEvent(event)

    def _cell(self, line: int, place: int) -> str:
        item = self.item(line, place)
        return nfc(item.text().strip()) if item else ""

    def _put(self, line: int, name: str, count: str) -> None:
        if line >= self.rowCount():
            self.setRowCount(line + 1)
        self.setItem(line, 0, QTableWidgetItem(name))
        self.setItem(line, 1, QTableWidgetItem(count))

    def _keep_spare(self) -> None:
        used = max((line + 1 for line in range(self.rowCount()) if self._cell(line, 0) or self._cell(line, 1)), default=0)
        if self.rowCount() < used + _SPARE:
            self.setRowCount(used + _SPARE)


class _Counts(QStyledItemDelegate):
    """Numbers stand to the right, also while they are typed."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 -- Qt's name
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

    def createEditor(  # noqa: N802 -- Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made
