"""The table every register is shown in: fixed rows, columns that share the width, sorting by the head, everything by keyboard."""

from itertools import combinations, pairwise

from PySide6.QtCore import QEvent, QItemSelection, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from app.services.registers import ColumnView, Overview
from app.ui.row_reading import read_by_rows
from app.ui.table_model import TableModel
from app.ui.theme import TOKENS, body_font
from app.ui.widgets import repolish

_NARROWEST = 72
"""Width below which no column is pressed; a list of many columns then scrolls sideways."""
_READABLE = 104
"""Width of words below which the last columns are left out; the record beside the list shows them."""
_SIGN = 14
"""Width of the sign of sorting, as the style sheet has it."""
_HEAD_LINES = (2, 3)
"""Lines of a head; the third only where the last two columns of words could not be read beside heads of two."""
_FEWEST = 2
"""Columns of words that are always kept, and of figures and days."""
_LONGEST = 120
"""Letters of a cell that are measured."""
_PADDING = 22
"""What the style sheet leaves free beside the words of a cell, both sides together."""
_HEAD_PADDING = 32
"""The same for a head, to which Qt adds a margin of its own."""


class Table(QTableView):
    """Shows a `TableModel`. `chosen` carries the id of the row under the cursor, `opened` the one Enter was pressed on."""

    chosen = Signal(str)
    opened = Signal(str)
    delete_asked = Signal(str)
    sort_asked = Signal(str, str)
    copy_asked = Signal(str)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._columns: tuple[ColumnView, ...] = ()
        self._own_widths = False
        self._wanted: str | None = None
        self._rows_in_sight = 0
        self.setModel(model)
        head = read_by_rows(self, copy=self._copy)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(False)
        head.sectionClicked.connect(self._sort)
        head.viewport().installEventFilter(self)
        model.arrived.connect(self._arrived)
        self.doubleClicked.connect(lambda index: self._emit(self.opened, index.row()))

    def set_columns(self, columns: tuple[ColumnView, ...], order: tuple[str, str], *, without: str = "") -> None:
        """Take over the columns of a type, but the one of field `without`, and show by which the list is sorted."""
        self._columns = self.rows.set_columns(columns, without=without)
        self.show_order(order)
        self._share_width()

    def show_order(self, order: tuple[str, str]) -> None:
        """Put the sort sign on the column of `order`, a field and "asc" or "desc"."""
        fields = [column.field for column in self._columns]
        place = fields.index(order[0]) if order[0] in fields else -1
        sign = Qt.SortOrder.DescendingOrder if order[1] == "desc" else Qt.SortOrder.AscendingOrder
        head = self.horizontalHeader()
        head.setSortIndicator(place, sign)
        repolish(head, "sorted", "figures" if place >= 0 and self._columns[place].numeric else "words")

    def choose(self, record_id: str | None) -> None:
        """Put the cursor on that record, now or when the list that is being read arrives; `None` keeps nothing chosen."""
        self._wanted = record_id
        row = self.rows.row_of(record_id) if record_id else -1
        if row >= 0:
            self._wanted = None
            self.selectRow(row)
            self.scrollTo(self.rows.index(row, 0))

    def be_as_high_as(self, rows: int) -> None:
        """Keep room for that many rows under the head, however many lines the head has."""
        self._rows_in_sight = rows
        self._share_width()

    def current_id(self) -> str | None:
        """The record under the cursor."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() and self.selectionModel().hasSelection() else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 -- Qt's name
        """Tell which record is under the cursor."""
        super().selectionChanged(selected, deselected)
        if selected.indexes():
            self._emit(self.chosen, selected.indexes()[0].row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter opens, Del asks to delete; the rest is Qt's."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0 and not event.modifiers():
            self._emit(self.opened, row)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self._emit(self.delete_asked, row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Columns share the new width until the officer has set one by hand."""
        super().resizeEvent(event)
        self._share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """A press on the edge between two columns means that widths are the officer's from now on."""
        if event.type() == QEvent.Type.MouseButtonPress and self.horizontalHeader().cursor().shape() == Qt.CursorShape.SplitHCursor:
            self._own_widths = True
        return super().eventFilter(watched, event)

    def _arrived(self, _overview: Overview) -> None:
        self._share_width()
        if self._wanted:
            self.choose(self._wanted)

    def _emit(self, signal: SignalInstance, row: int) -> None:
        record_id = self.rows.id_at(row)
        if record_id:
            signal.emit(record_id)

    def _copy(self) -> None:
        if self.currentIndex().isValid():
            self._emit(self.copy_asked, self.currentIndex().row())

    def _sort(self, section: int) -> None:
        order = self.horizontalHeader().sortIndicatorOrder()
        self.sort_asked.emit(self._columns[section].field, "desc" if order == Qt.SortOrder.DescendingOrder else "asc")

    def _share_width(self) -> None:
        """Figures and days keep the width they need, words give way; a head too long for its column takes a second line."""
        if self._own_widths or not self._columns:
            return
        room = self.viewport().width()
        wanted = {place: self._wanted_width(place) for place in range(len(self._columns))}
        rigid = [place for place in wanted if self._is_rigid(place)]
        wanted = {place: width for place, width in wanted.items() if place not in rigid}
        for lines in _HEAD_LINES:
            widths = {place: self._least_width(place, lines) for place in rigid}
            left_out = self._left_out(wanted, room - sum(widths.values()))
            if _readable({place: width for place, width in wanted.items() if place not in left_out}, room - sum(widths.values())):
                break
        wanted = {place: width for place, width in wanted.items() if place not in left_out}
        late = [place for place in rigid[_FEWEST:] if place != self.horizontalHeader().sortIndicatorSection()]
        while late and not _readable(wanted, room - sum(widths.values())):
            left_out.add(late[-1])
            del widths[late.pop()]
        for place in range(len(self._columns)):
            self.setColumnHidden(place, place in left_out)
        while wanted:
            fair = max(_NARROWEST, (room - sum(widths.values())) // len(wanted))
            modest = {place: width for place, width in wanted.items() if width <= fair}
            widths |= modest or {place: max(fair, self._head_width(place, self._longest_word(place))) for place in wanted}
            wanted = {place: width for place, width in wanted.items() if place not in widths}
        spare = room - sum(widths.values())
        if spare > 0:
            words = [place for place in widths if not self._is_rigid(place)]
            cut = [place for place in words if widths[place] < self._wanted_width(place)]
            words = cut or words or list(widths)[-1:]
            for place in words:
                widths[place] += spare // len(words)
            widths[words[-1]] += spare % len(words)
        widths = {place: self._uncovered(place, width) for place, width in widths.items()}
        for place, width in widths.items():
            self.setColumnWidth(place, width)
        self.horizontalHeader().setFixedHeight(max(self._head_height(place, width) for place, width in widths.items()))
        if self._rows_in_sight:
            self.setFixedHeight(self.horizontalHeader().height() + TOKENS.row * self._rows_in_sight + TOKENS.inside)

    def _left_out(self, words: dict[int, int], room: int) -> set[int]:
        """Columns of words, from the last on, without which the others can be read; not the one the list is sorted by."""
        shown = dict(words)
        may_go = [place for place in reversed(shown) if place != self.horizontalHeader().sortIndicatorSection()]
        while len(shown) > _FEWEST and may_go and not _readable(shown, room):
            del shown[may_go.pop(0)]
        return set(words) - set(shown)

    def _is_rigid(self, place: int) -> bool:
        """A column without a letter in it: figures, days, telephone numbers."""
        cells = [cell for cell in self.rows.sample(place) if cell]
        return bool(self._columns[place].numeric or cells) and not any(letter.isalpha() for cell in cells for letter in cell)

    def _cell_width(self, place: int) -> int:
        longest = max((cell.split("\n")[0][:_LONGEST] for cell in self.rows.sample(place)), key=len, default="")
        return QFontMetrics(body_font(figures=self._columns[place].numeric)).horizontalAdvance(longest) + _PADDING + TOKENS.gap

    def _head_width(self, place: int, text: str = "") -> int:
        sign = TOKENS.edge if self.horizontalHeader().sortIndicatorSection() == place else 0
        return self._advance(text or self._columns[place].label) + _HEAD_PADDING + sign

    @staticmethod
    def _advance(text: str) -> int:
        return QFontMetrics(body_font(TOKENS.small, bold=True)).horizontalAdvance(text)

    def _head_height(self, place: int, width: int) -> int:
        """One line is as high as a row; each further line adds its own height."""
        metrics = QFontMetrics(body_font(TOKENS.small, bold=True))
        inside = width - _PADDING - (TOKENS.edge if self.horizontalHeader().sortIndicatorSection() == place else 0)
        box = metrics.boundingRect(0, 0, inside, 1000, Qt.TextFlag.TextWordWrap, self._columns[place].label)
        return TOKENS.row + max(0, box.height() - metrics.height())

    def _least_width(self, place: int, lines: int) -> int:
        """What its cells need, and of its head the longest of so many lines."""
        label = self._columns[place].label.split()
        inner = combinations(range(1, len(label)), min(lines, len(label)) - 1)
        cuts = [pairwise((0, *places, len(label))) for places in inner]
        longest = [max((" ".join(label[start:end]) for start, end in broken), key=self._advance) for broken in cuts]
        whole, split = self._head_width(place), self._head_width(place, min(longest, key=self._advance, default=""))
        cells = max(self._cell_width(place), _NARROWEST)
        return self._uncovered(place, max(cells, whole if whole <= cells + TOKENS.edge else split))

    def _uncovered(self, place: int, width: int) -> int:
        """As wide as the sign of sorting needs: Qt breaks the lines of a head as if it were not there, and cuts them off at it."""
        if self.horizontalHeader().sortIndicatorSection() != place or self._columns[place].numeric:
            return width
        label = self._columns[place].label.split()
        while True:
            longest, line = 0, ""
            for word in label:
                grown = f"{line} {word}".strip()
                line = grown if self._advance(grown) <= width - _PADDING else word
                longest = max(longest, self._advance(line))
            if longest + _PADDING + _SIGN <= width:
                return width
            width += TOKENS.gap

    def _longest_word(self, place: int) -> str:
        return max(self._columns[place].label.split(), key=len, default="")

    def _wanted_width(self, place: int) -> int:
        return max(self._cell_width(place), self._head_width(place))


def _readable(words: dict[int, int], room: int) -> bool:
    """Columns of words of these wanted widths can be read in that room."""
    return sum(min(width, _READABLE) for width in words.values()) <= room
