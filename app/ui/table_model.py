"""Rows of any register for Qt's table: a count, and windows of rows fetched as they come into sight.

The model never holds a whole register. It knows how many rows there are and where each window begins; a row that has not arrived
yet shows dots, and is drawn when its window is there.
"""

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.services import registers
from app.services.context import Context
from app.services.registers import ColumnView, ListState, Overview, RowView
from app.services.registers.listing import WINDOW
from app.ui.tasks import Failed, Runner
from app.ui.theme import TOKENS, body_font

KEPT_WINDOWS = 12
"""Windows kept at hand; the one not looked at for the longest time goes first."""

ID_ROLE = Qt.ItemDataRole.UserRole
FLAGS_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """`arrived` carries the `Overview` whenever the list was read anew."""

    arrived = Signal(object)

    def __init__(self, context: Context, tasks: Runner, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = tasks
        self._failed = failed
        self._columns: tuple[ColumnView, ...] = ()
        self._places: tuple[int, ...] = ()
        self._state: ListState | None = None
        self._overview = Overview(0, (), ())
        self._windows: OrderedDict[int, tuple[RowView, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._round = 0
        self._figures = body_font(figures=True)

    @property
    def state(self) -> ListState | None:
        """What list is shown."""
        return self._state

    def set_columns(self, columns: tuple[ColumnView, ...], *, without: str = "") -> tuple[ColumnView, ...]:
        """Say which columns rows have, before the first `show`; the one of field `without` is not shown. Returns the shown."""
        self.beginResetModel()
        self._places = tuple(place for place, column in enumerate(columns) if column.field != without)
        self._columns = tuple(columns[place] for place in self._places)
        self.endResetModel()
        return self._columns

    def show(self, state: ListState) -> None:
        """Read the list `state` describes; what was shown stays until the answer is there."""
        context = self._context

        def work(_job: object) -> tuple[Overview, tuple[RowView, ...]]:
            overview = registers.overview(context, state)
            return overview, registers.rows(context, state, overview) if overview.count else ()

        def done(answer: tuple[Overview, tuple[RowView, ...]]) -> None:
            self._replace(state, *answer)

        self._tasks.read(self, work, done, self._failed, key="list")

    def sample(self, section: int, count: int = 40) -> tuple[str, ...]:
        """The cells of a column among the first rows, to share out widths without measuring them all."""
        place = self._places[section]
        return tuple(row.cells[place] for row in self._windows.get(0, ())[:count])

    def row_of(self, record_id: str) -> int:
        """Where that record stands among the rows at hand; -1 when it is not among them."""
        for number, rows in self._windows.items():
            for place, row in enumerate(rows):
                if row.id == record_id:
                    return number * WINDOW + place
        return -1

    def id_at(self, row: int) -> str | None:
        """The record of a row, if its window is at hand."""
        view = self._row(row)
        return view.id if view else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """How many records the list holds."""
        return 0 if parent.isValid() else self._overview.count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """How many columns the type declares."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Column labels, aligned as their cells are."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section).value | Qt.TextFlag.TextWordWrap.value
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell. Asking for a row that is not at hand fetches its window."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self._figures if self._columns[index.column()].numeric else None
        row = self._row(index.row())
        if row is None:
            if role == Qt.ItemDataRole.DisplayRole:
                self._fetch(index.row() // WINDOW)
                return "…"
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[self._places[index.column()]]
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(TOKENS.quiet) if "broken" in row.flags else None
        if role == ID_ROLE:
            return row.id
        if role == FLAGS_ROLE:
            return row.flags
        return None

    def _row(self, row: int) -> RowView | None:
        rows = self._windows.get(row // WINDOW)
        if rows is None:
            return None
        self._windows.move_to_end(row // WINDOW)
        place = row % WINDOW
        return rows[place] if place < len(rows) else None

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[section].numeric else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _replace(self, state: ListState, overview: Overview, first: tuple[RowView, ...]) -> None:
        self.beginResetModel()
        self._state, self._overview = state, overview
        self._windows.clear()
        self._asked.clear()
        self._round += 1
        if first:
            self._windows[0] = first
        self.endResetModel()
        self.arrived.emit(overview)

    def _fetch(self, number: int) -> None:
        if number in self._asked or self._state is None:
            return
        if number >= len(self._overview.anchors):
            return
        self._asked.add(number)
        context, state, overview, asked_in = self._context, self._state, self._overview, self._round

        def done(rows: tuple[RowView, ...]) -> None:
            if asked_in == self._round:
                self._take(number, rows)

                self._tasks.read(self, lambda _job: registers.rows(context, state, overview, number), done, self._failed)

    def _take(self, number: int, rows: tuple[RowView, ...]) -> None:
        self._asked.discard(number)
        self._windows[number] = rows
        while len(self._windows) > KEPT_WINDOWS:
            self._windows.popitem(last=False)
        if rows:
            first = number * WINDOW
            self.dataChanged.emit(self.index(first, 0), self.index(first + len(rows) - 1, len(self._columns) - 1))
