"""A plain table of texts for pages that are no register: headings, rows, and what Enter, Space or a typed figure does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from app.ui.row_reading import read_by_rows
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_TONES = {"quiet": TOKENS.quiet, "accent": TOKENS.accent, "warning": TOKENS.warning, "error": TOKENS.error}
Typed = Callable[[int, str], str | None]
"""Takes what was typed in a row; returns the text to show, or `None` to leave what stood there."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its label, its width in pixels (0 shares what is left), and whether it holds figures."""

    label: str
    width: int = 0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its texts, a `tone` (by cell or, with one name, for all), and whether it only heads those below it."""

    texts: tuple[str, ...]
    tones: tuple[str, ...] = ()
    heading: bool = False
    tip: str = ""
    share: float | None = None
    """How much of a bar is filled, in the column that draws one."""
    key: object = field(default=None, compare=False)

    def tone(self, place: int) -> str:
        """The colour of a cell by name, empty for the usual one."""
        if len(self.tones) == 1:
            return self.tones[0]
        return self.tones[place] if place < len(self.tones) else ""


class GridModel(QAbstractTableModel):
    """Lines under heads. Column `typed_in` may be typed into, in lines that are no headings."""

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        self.lines: list[Line] = []
        self.typed_in = -1
        self.typed: Typed | None = None
        self._plain, self._figures, self._bold = body_font(), body_font(figures=True), body_font(bold=True)

    def show(self, lines: Sequence[Line], heads: Sequence[Head] | None = None) -> None:
        """Replace all lines, and the heads where they changed."""
        self.beginResetModel()
        self.lines = list(lines)
        self.heads = tuple(heads) if heads is not None else self.heads
        self.endResetModel()

    def put(self, row: int, line: Line) -> None:
        """Replace one line."""
        self.lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.heads) - 1))

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 -- Qt's name
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 -- Qt's name
        """How many columns."""
        return 0 if parent.isValid() else len(self.heads)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings are passed over by the cursor."""
        if self.lines[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == self.typed_in else found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Labels, aligned as their cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section].label
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        line, place = self.lines[index.row()], index.column()
        text = line.texts[place] if place < len(line.texts) else ""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(place)
            case Qt.ItemDataRole.UserRole:
                return line.share
            case Qt.ItemDataRole.FontRole:
                return self._bold if line.heading else self._figures if self.heads[place].figures else self._plain
            case Qt.ItemDataRole.ForegroundRole:
                tone = "accent" if line.heading else line.tone(place)
                return QColor(_TONES[tone]) if tone else None
            case Qt.ItemDataRole.ToolTipRole:
                return line.tip or text or None
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 -- Qt's name
        """Hand what was typed to the page, and show what it makes of it."""
        if self.typed is None or role != Qt.ItemDataRole.EditRole:
            return False
        shown = self.typed(index.row(), str(value))
        if shown is None:
            return False
        line = self.lines[index.row()]
        texts = (*line.texts[: index.column()], shown, *line.texts[index.column() + 1 :])
        self.put(index.row(), replace(line, texts=texts))
        return True

    def _side(self, place: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.heads[place].figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Grid(QTableView):
    """`chosen` and `opened` carry the row under the cursor; `keyed` a row and the letter (or space) typed on it."""

    chosen = Signal(int)
    opened = Signal(int)
    keyed = Signal(int, str)

    def __init__(self, name: str, heads: Sequence[Head], *, typed_in: int = -1) -> None:
        super().__init__()
        self.grid = GridModel(heads, self)
        self.grid.typed_in = typed_in
        self.setModel(self.grid)
        self.setObjectName(name)
        head = read_by_rows(self)
        head.setSectionsClickable(False)
        if typed_in >= 0:
            triggers = QAbstractItemView.EditTrigger
            self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self._tell_chosen(index.row()))
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def show_lines(self, lines: Sequence[Line], heads: Sequence[Head] | None = None) -> None:
        """Show these lines; the cursor stays on the line of the same key, or goes to the first that can be chosen."""
        standing = self.grid.lines
        if heads is None and [(line.key, line.heading) for line in lines] == [(line.key, line.heading) for line in standing]:
            self._refresh(lines)
            return
        current = self.current()
        key = current.key if current else None
        self.grid.show(lines, heads)
        self.clearSpans()
        for row, line in enumerate(lines):
            if line.heading:
                self.setSpan(row, 0, 1, len(self.grid.heads))
        places = [row for row, line in enumerate(lines) if not line.heading]
        same = [row for row in places if key is not None and lines[row].key == key]
        for row in (same or places)[:1]:
            self.setCurrentIndex(self.grid.index(row, max(0, self.grid.typed_in)))
        self._share_width()

    def be_as_high_as_its_lines(self) -> None:
        """Without a scroll bar of its own, for a grid that stands among other things."""
        head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + len(self.grid.lines) * self.verticalHeader().defaultSectionSize() + 2)

    def current(self) -> Line | None:
        """The line under the cursor."""
        row = self.currentIndex().row()
        return self.grid.lines[row] if 0 <= row < len(self.grid.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter opens, other letters are told; in a grid that is typed into they are Qt's."""
        row = self.currentIndex().row()
        if row < 0 or self.grid.typed_in >= 0:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(row)
        elif event.text().strip() or event.key() == Qt.Key.Key_Space:
            self.keyed.emit(row, event.text().lower() or " ")
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 -- Qt's name
        """After Enter the cursor stands a line lower, so that figures are typed down a column."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            row = self.currentIndex().row() + 1
            while row < len(self.grid.lines) and self.grid.lines[row].heading:
                row += 1
            if row < len(self.grid.lines):
                self.setCurrentIndex(self.grid.index(row, self.grid.typed_in))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Columns without a width of their own share what is left."""
        super().resizeEvent(event)
        self._share_width()

    def _refresh(self, lines: Sequence[Line]) -> None:
        """The same lines with other texts. One that is being typed into is left alone."""
        typing = self.currentIndex().row() if self.state() == QAbstractItemView.State.EditingState else -1
        for row, line in enumerate(lines):
            if row != typing and line != self.grid.lines[row]:
                self.grid.put(row, line)

    def _share_width(self) -> None:
        metrics = self.horizontalHeader().fontMetrics()
        widths = [
            max(head.width, metrics.horizontalAdvance(head.label) + TOKENS.row) if head.width else 0 for head in self.grid.heads
        ]
        share = (self.viewport().width() - sum(widths)) // max(1, widths.count(0))
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width or max(TOKENS.sidebar // 2, share))

    def _tell_chosen(self, row: int) -> None:
        if 0 <= row < len(self.grid.lines) and not self.grid.lines[row].heading:
            self.chosen.emit(row)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.grid.lines) and not self.grid.lines[row].heading:
            self.opened.emit(row)
