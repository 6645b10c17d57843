"""The table of a roster's year: hamlets as rows, what changed and what the hamlets' numbers say beside the roster."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from app.core.i18n import N_, Translator
from app.core.text import number_vi
from app.services.roster import HamletYear
from app.ui.row_reading import read_by_rows
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
_CHANGES = (
    ("moved_in", N_("In")),
    ("moved_out", N_("Out")),
    ("born", N_("Births")),
    ("died", N_("Deaths")),
    ("split", N_("Split")),
    ("merged", N_("Joined")),
)
_NUMBERS = (N_("Households"), N_("Residents"))


class RosterModel(QAbstractTableModel):
    """One line a hamlet, and a last one that adds them up."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        changes, numbers = (say(label) for _, label in _CHANGES), (say(label) for label in _NUMBERS)
        self.heads = (say(N_("Hamlet")), *changes, *numbers)
        self._figures = body_font(figures=True)
        self._strong = body_font(bold=True, figures=True)
        self.lines: tuple[HamletYear, ...] = ()
        self._cells: list[tuple[str, ...]] = []

    def show(self, lines: tuple[HamletYear, ...]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.lines = lines
        self._cells = [self._line(line) for line in lines]
        if lines:
            sums = [sum(line.changes.get(kind, 0) for line in lines) for kind, _ in _CHANGES]
            stated = [sum(line.stated[place] or 0 for line in lines) for place in range(len(_NUMBERS))]
            self._cells.append((self._say(N_("Together")), *map(_change, sums), *map(_shown, stated)))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Hamlets, and the line of sums."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Hamlet, changes, numbers."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Column labels, aligned as their cells are."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self.heads[section] if wanted else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; a number that the roster would change is coloured and shows both."""
        row, place = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[row][place]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(place)
        if role == Qt.ItemDataRole.FontRole:
            return self._strong if row == len(self.lines) else self._figures
        number = place - len(self.heads) + len(_NUMBERS)
        if role == Qt.ItemDataRole.ForegroundRole and number >= 0 and row < len(self.lines):
            return QColor(TOKENS.warning) if self.lines[row].proposed[number] is not None else None
        return None

    def _line(self, line: HamletYear) -> tuple[str, ...]:
        numbers = [
            _shown(stated) if proposed is None else f"{_shown(stated)} → {number_vi(proposed)}"
            for stated, proposed in zip(line.stated, line.proposed, strict=True)
        ]
        return (line.name, *(_change(line.changes.get(kind, 0)) for kind, _ in _CHANGES), *numbers)

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        return (Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class RosterTable(QTableView):
    """`chosen` tells that another hamlet is under the cursor, `opened` carries the one Enter was pressed on."""

    chosen = Signal()
    opened = Signal(object)

    def __init__(self, model: RosterModel) -> None:
        super().__init__()
        self._model = model
        self.setObjectName("roster_year")
        self.setModel(model)
        head = read_by_rows(self)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in range(1, model.columnCount()):
            wide = section > len(_CHANGES)
            self.setColumnWidth(
                section, TOKENS.sidebar_folded * 2 + TOKENS.inside if wide else TOKENS.sidebar_folded + TOKENS.between
            )
        self.selectionModel().currentRowChanged.connect(lambda _index: self.chosen.emit())

    @property
    def hamlet(self) -> HamletYear | None:
        """The hamlet under the cursor."""
        row = self.currentIndex().row()
        return self._model.lines[row] if 0 <= row < len(self._model.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter takes over the roster's numbers of a hamlet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hamlet is not None:
            self.opened.emit(self.hamlet)
        else:
            super().keyPressEvent(event)


def _shown(number: int | None) -> str:
    return "–" if number is None else number_vi(number)


def _change(number: int) -> str:
    """A change that did not happen is left blank, so that those that did are seen."""
    return number_vi(number) if number else ""
