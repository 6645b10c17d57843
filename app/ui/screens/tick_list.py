"""The list of households to tick, and the hamlets beside it: models and views of the campaign page."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.core.i18n import N_, Translator
from app.core.text import fold, number_vi
from app.services.campaigns import HamletLine, Tick
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
_TICK, _NAME, _DETAIL, _DAY = range(4)


class TickModel(QAbstractTableModel):
    """The roster as it shall be. `wanted` holds ticks that differ from what is saved; `changed` asks to have them saved."""

    changed = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._heads = ("", say(N_("Head of household")), say(N_("Year of birth, address")), say(N_("Signed on")))
        self._all: tuple[Tick, ...] = ()
        self._shown: list[Tick] = []
        self._search = ""
        self.wanted: dict[str, bool] = {}

    def show(self, ticks: tuple[Tick, ...], *, keep: bool = False) -> None:
        """Take over what is saved; with `keep`, ticks not saved yet stay. The same households keep the cursor."""
        saved = {tick.household: bool(tick.commitment) for tick in ticks}
        self.wanted = {home: value for home, value in self.wanted.items() if keep and saved.get(home, value) != value}
        if [tick.household for tick in ticks] == [tick.household for tick in self._all]:
            self._all = ticks
            self._filter()
            if self._shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, _DAY))
            return
        self.beginResetModel()
        self._all = ticks
        self._filter()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only heads whose name holds `text`, without marks."""
        self.beginResetModel()
        self._search = fold(text)
        self._filter()
        self.endResetModel()

    @property
    def shown(self) -> tuple[Tick, ...]:
        """The households in sight."""
        return tuple(self._shown)

    @property
    def signed(self) -> int:
        """How many of the whole roster are ticked."""
        return sum(self.ticked(tick) for tick in self._all)

    @property
    def count(self) -> int:
        """How many households the roster has."""
        return len(self._all)

    def differences(self) -> tuple[list[Tick], list[Tick]]:
        """Households to record as signed, and those whose signature is to be taken back."""
        by_home = {tick.household: tick for tick in self._all}
        differ = [(by_home[home], value) for home, value in self.wanted.items() if home in by_home]
        signed = [tick for tick, value in differ if value and not tick.commitment]
        return signed, [tick for tick, value in differ if not value and tick.commitment]

    def ticked(self, tick: Tick) -> bool:
        """Whether a household shall count as signed."""
        return self.wanted.get(tick.household, bool(tick.commitment))

    def set_ticks(self, ticks: dict[str, bool]) -> None:
        """Tick or clear households by id."""
        self.wanted |= ticks
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, _DAY))
        self.changed.emit()

    def toggle(self, row: int) -> None:
        """Turn one tick."""
        if 0 <= row < len(self._shown):
            tick = self._shown[row]
            self.set_ticks({tick.household: not self.ticked(tick)})

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Households in sight."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Tick, head, detail, day."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Column labels."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._heads[section] if wanted else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; a tick not saved yet shows its day as under way."""
        tick = self._shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _TICK:
            return Qt.CheckState.Checked if self.ticked(tick) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            waiting = "…" if self.ticked(tick) else ""
            day = waiting if tick.household in self.wanted else tick.signed_on
            return ("", tick.head, tick.detail, day)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _DETAIL:
            return QColor(TOKENS.quiet)
        return None

    def _filter(self) -> None:
        self._shown = [tick for tick in self._all if self._search in fold(tick.head)] if self._search else list(self._all)


class TickTable(QTableView):
    """Space or a click turns a tick; the arrows walk."""

    def __init__(self, model: TickModel) -> None:
        super().__init__()
        self.ticks = model
        self.setObjectName("ticks")
        prepare(self)
        self.setModel(model)
        head = self.horizontalHeader()
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_DETAIL, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_TICK, TOKENS.row + TOKENS.inside)
        self.setColumnWidth(_DAY, TOKENS.sidebar // 2 + TOKENS.between)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Space turns the tick of the current row."""
        if event.key() == Qt.Key.Key_Space:
            row = self.currentIndex().row()
            self.ticks.toggle(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """A click on the tick or the name turns it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and index.column() in (_TICK, _NAME):
            self.ticks.toggle(index.row())


class HamletModel(QAbstractTableModel):
    """Hamlets with how far each is."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self._heads = (say(N_("Hamlet")), say(N_("Signed")), say(N_("Percent")))
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
            total = max(line.roster, line.households or 0)
            percent = "–" if line.percent is None else f"{line.percent} %"
            return (line.name, f"{number_vi(line.signed)}/{number_vi(total)}", percent)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return self._figures if role == Qt.ItemDataRole.FontRole and index.column() else None

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        return (Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class HamletList(QTableView):
    """`picked` carries the hamlet under the cursor."""

    picked = Signal(str)

    def __init__(self, model: HamletModel) -> None:
        super().__init__()
        self.hamlets = model
        self.setObjectName("hamlets")
        prepare(self)
        self.setModel(model)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, TOKENS.sidebar // 2)
        self.setColumnWidth(2, TOKENS.sidebar // 2 - TOKENS.edge)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.hamlets.lines[index.row()].id)


def prepare(table: QTableView) -> None:
    """Rows of the usual height, chosen whole, without editing in place."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(TOKENS.row)
    table.horizontalHeader().setHighlightSections(False)
