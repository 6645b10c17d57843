"""The table of judged rows: several are chosen at once, a cell is corrected in place with what may have been meant below it."""

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.core.text import fold
from app.services.intake.showing import ShownColumn
from app.services.intake.views import Judged
from app.ui.editors.popup import Popup
from app.ui.row_reading import read_by_rows
from app.ui.screens.intake_model import FIRST, NUMBER, WHY, RowsModel, row_key
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
_MEASURED = 60
"""Rows whose cells are measured to share out the width."""
_NARROWEST, _WIDEST = 72, 240
_WHY_WIDTH = 220
_PADDING = 24
Offers = Callable[[Judged, ShownColumn], tuple[str, ...]]
"""What may have been meant in a cell: words to choose from."""


class _CellEditor(QLineEdit):
    """A line in a cell, and below it the words to choose from."""

    def __init__(self, parent: QWidget, offers: tuple[str, ...], take: Callable[["_CellEditor"], None]) -> None:
        super().__init__(parent)
        self.setObjectName("intake.cell")
        self.setFrame(False)
        self._offers, self._shown, self._take = offers, offers, take
        self.popup = Popup(self, self, "intake.cell", self._taken)
        self.textEdited.connect(self._filter)

    def begin(self) -> None:
        """Show everything that is offered; nothing is pointed at, so that Enter keeps what is typed."""
        self._shown = self._offers
        self.popup.show(self._shown, -1)

    def take_pointed(self) -> None:
        """Put the word that is pointed at into the line."""
        if self.popup.open and 0 <= self.popup.place < len(self._shown):
            self.setText(self._shown[self.popup.place])

    def _filter(self, text: str) -> None:
        typed = fold(text)
        self._shown = tuple(offer for offer in self._offers if typed in fold(offer))
        self.popup.show(self._shown, -1)

    def _taken(self, place: int) -> None:
        self.setText(self._shown[place])
        self._take(self)


class _CellDelegate(QStyledItemDelegate):
    """Marks the cell under the cursor, and edits cells with their offers."""

    def __init__(self, view: "RowsView") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The cell, with a frame where typing would go."""
        super().paint(painter, option, index)
        if index == self._view.currentIndex() and self._view.hasFocus():
            frame: QRect = option.rect.adjusted(1, 1, -1, -2)
            painter.setPen(QColor(TOKENS.accent))
            painter.drawRect(frame)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802 -- Qt's name
        """A line."""
        model = self._view.judged
        offers = self._view.offers(model.rows[index.row()], model.columns[index.column() - FIRST])
        return _CellEditor(parent, offers, self._finish)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802 -- Qt's name
        """What stands in the cell, all of it chosen."""
        if isinstance(editor, _CellEditor):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802 -- Qt's name
        """Hand over what is typed."""
        if isinstance(editor, _CellEditor):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:  # noqa: N802 -- Qt's name
        """Over the cell, as wide as a name needs."""
        place: QRect = option.rect
        place.setWidth(max(place.width(), TOKENS.sidebar))
        editor.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """The arrow keys point at an offer, Enter takes it, Esc puts the list away before it leaves the cell."""
        if not isinstance(watched, _CellEditor):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            watched.begin()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and watched.popup.open:
                watched.popup.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key == Qt.Key.Key_Escape and watched.popup.open:
                watched.popup.close()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.take_pointed()
                self._finish(watched)
                return True
        return super().eventFilter(watched, event)

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:  # noqa: N802 -- Qt's name
        """The list goes with its line."""
        if isinstance(editor, _CellEditor):
            editor.popup.discard()
        super().destroyEditor(editor, index)

    def _finish(self, editor: _CellEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


class RowsView(QTableView):
    """`chosen` tells that other rows are chosen; `as_it_is` and `left_out` ask for that to be done with them; `typing_ended` that
    no cell is being typed into any more."""

    chosen = Signal()
    as_it_is = Signal()
    left_out = Signal()
    typing_ended = Signal()

    def __init__(self, model: RowsModel, offers: Offers) -> None:
        super().__init__()
        self.judged, self.offers = model, offers
        self.setObjectName("intake.rows")
        self.setModel(model)
        read_by_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_CellDelegate(self))
        self.doubleClicked.connect(self._edit_at)
        self.clicked.connect(lambda _index: self.chosen.emit())  # also on the row that is chosen already
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    @property
    def typing(self) -> bool:
        """A cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def chosen_rows(self) -> tuple[Judged, ...]:
        """Every chosen row, from the top."""
        # Range by range: Qt would ask for the flags of every single cell of tens of thousands of rows.
        ranges = [range(each.top(), each.bottom() + 1) for each in self.selectionModel().selection().toList()]
        return tuple(self.judged.rows[number] for number in sorted(set().union(*ranges)))

    def current_row(self) -> Judged | None:
        """The row under the cursor."""
        number = self.currentIndex().row()
        return self.judged.rows[number] if 0 <= number < len(self.judged.rows) else None

    def go_to(self, number: int) -> None:
        """Put the cursor on a row, on the cell that is in doubt if there is one, or on the last row there is."""
        number = min(number, len(self.judged.rows) - 1)
        if number < 0:
            self.chosen.emit()
            return
        place = self.judged.place_of(self.judged.rows[number].target)
        self.setCurrentIndex(self.judged.index(number, max(place, NUMBER)))
        self.chosen.emit()

    def choose_rows(self, wanted: Callable[[Judged], bool]) -> None:
        """Choose all rows of which that holds, and leave the cursor where it is."""
        places = [number for number, row in enumerate(self.judged.rows) if wanted(row)]
        chosen, last = QItemSelection(), self.judged.columnCount() - 1
        for _, group in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
            run = [place for _, place in group]
            chosen.select(self.judged.index(run[0], 0), self.judged.index(run[-1], last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def edit_current(self) -> None:
        """Type into the cell under the cursor, or into the one that is in doubt."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            place = self.judged.place_of(self.judged.rows[index.row()].target)
            index = self.judged.index(index.row(), place if place >= 0 else FIRST)
        self._edit_at(index)

    def share_width(self) -> None:
        """As wide as the first rows need; what is left over goes to the reason."""
        metrics, head = QFontMetrics(body_font()), QFontMetrics(body_font(TOKENS.small, bold=True))
        model, rows = self.judged, min(_MEASURED, len(self.judged.rows))
        widths = []
        for place in range(model.columnCount()):
            label = head.horizontalAdvance(str(model.headerData(place, Qt.Orientation.Horizontal)))
            cells = (metrics.horizontalAdvance(str(model.data(model.index(row, place)))) for row in range(rows))
            widths.append(min(_WIDEST, max(_NARROWEST if place else 0, label + _PADDING, max(cells, default=0) + _PADDING)))
        widths[WHY] = 0 if self.isColumnHidden(WHY) else min(_WHY_WIDTH, self.viewport().width() * 3 // 10)
        spare = self.viewport().width() - sum(widths)
        if spare > 0:
            widths[-1 if self.isColumnHidden(WHY) else WHY] += spare
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter and F2 type, Ctrl+Enter takes rows as they stand, Del leaves them out; the rest walks as in every table."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.as_it_is.emit()
        elif enter or event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.left_out.emit()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 -- Qt's name
        """Tell that the cell was left."""
        super().closeEditor(editor, hint)
        self.typing_ended.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The reason takes what the window gives."""
        super().resizeEvent(event)
        self.share_width()

    def place_of_row(self, key: tuple[str, int]) -> int:
        """Where the row of that key stands, -1 when it is not in sight."""
        return next((number for number, row in enumerate(self.judged.rows) if row_key(row) == key), -1)

    def _edit_at(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)
            self.edit(index)
