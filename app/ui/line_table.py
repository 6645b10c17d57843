"""A table of plain lines for pages that are no register: read by rows, several of them chosen with Shift, Ctrl or Ctrl+A."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.row_reading import read_by_rows
from app.ui.theme import body_font


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its label, whether it takes what is left of the width, whether it holds figures."""

    label: str
    wide: bool = False
    figures: bool = False


class LineTable(QTableWidget):
    """`opened` carries the number of the line that Enter or a double click was on; `changed` tells that others were chosen."""

    opened = Signal(int)
    changed = Signal()

    def __init__(self, name: str, heads: Sequence[Head]) -> None:
        super().__init__(0, len(heads))
        self.setObjectName(name)
        self._heads = tuple(heads)
        head = read_by_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for place, each in enumerate(heads):
            item = QTableWidgetItem(each.label)
            item.setTextAlignment(self._side(each))
            self.setHorizontalHeaderItem(place, item)
            mode = QHeaderView.ResizeMode.Stretch if each.wide else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(place, mode)
        self.cellDoubleClicked.connect(lambda line, _place: self.opened.emit(line))
        self.itemSelectionChanged.connect(self.changed)

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        """Show these lines in place of the old; the first is chosen."""
        self.setRowCount(0)
        self.setRowCount(len(lines))
        figures = body_font(figures=True)
        for line, cells in enumerate(lines):
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(self._side(self._heads[place]))
                if self._heads[place].figures:
                    item.setFont(figures)
                self.setItem(line, place, item)
        if lines:
            self.selectRow(0)

    def chosen(self) -> tuple[int, ...]:
        """Numbers of the chosen lines, from the top."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedRows()))

    def lines(self) -> list[tuple[str, ...]]:
        """What stands in every line."""
        return [tuple(self._text(line, place) for place in range(self.columnCount())) for line in range(self.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter opens; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0 and not event.modifiers():
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _text(self, line: int, place: int) -> str:
        item = self.item(line, place)
        return item.text() if item else ""

    @staticmethod
    def _side(head: Head) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if head.figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
