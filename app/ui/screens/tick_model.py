"""Lists to tick as they shall be, held apart from what is saved, and finding a name in them by its letters."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.core.i18n import N_, Translator
from app.core.text import fold
from app.services.campaigns import Tick
from app.ui.theme import TOKENS

_Index = QModelIndex | QPersistentModelIndex
TICK, NAME, DETAIL, DAY = range(4)
_HEADS = {
    "household": ("", N_("Head of household"), N_("Born, address"), N_("Signed on")),
    "person": ("", N_("Full name"), "", N_("Signed on")),
    "establishment": ("", N_("Name of the establishment"), N_("Kind, head, address"), N_("Signed on")),
}


class TickModel(QAbstractTableModel):
    """The list as it shall be. `wanted` holds ticks that differ from what is saved; `changed` tells that they did."""

    changed = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self._heads = _HEADS["household"]
        self._all: tuple[Tick, ...] = ()
        self._added: tuple[Tick, ...] = ()
        self._shown: list[Tick] = []
        self._search = ""
        self.wanted: dict[str, bool] = {}

    def name_columns(self, kind: str) -> None:
        """Head the columns for households, people or establishments."""
        self._heads = _HEADS[kind]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, TICK, DAY)

    def show(self, ticks: tuple[Tick, ...], *, keep: bool = False) -> None:
        """Take over what is saved; with `keep`, ticks not saved yet stay. The same lines keep the cursor."""
        saved = {tick.key: tick.stands for tick in ticks}
        here = {fold(tick.name) for tick in ticks}
        self.wanted = {key: value for key, value in self.wanted.items() if keep and saved.get(key, not value) != value}
        # Names typed onto the list stay until they are saved, and then come back as signatures.
        self._added = tuple(tick for tick in self._added if keep and tick.key in self.wanted and fold(tick.name) not in here)
        added = {tick.key for tick in self._added}
        self.wanted = {key: value for key, value in self.wanted.items() if key in saved or key in added}
        whole = (*self._added, *ticks)
        if [tick.key for tick in whole] == [tick.key for tick in self._all]:
            self._all = whole
            self._filter()
            self._redraw()
            return
        self.beginResetModel()
        self._all = whole
        self._filter()
        self.endResetModel()

    def put(self, lines: tuple[Tick, ...]) -> int:
        """Tick these lines, putting on top of the list those that are not on it; returns how many ticks that changed."""
        there = {tick.key: tick for tick in self._all}
        new = tuple(tick for tick in lines if tick.key not in there)
        if new:
            self.beginResetModel()
            self._added = (*new, *self._added)
            self._all = (*new, *self._all)
            self._filter()
            self.endResetModel()
        turned = [tick for tick in lines if tick.key not in there or not self.ticked(there[tick.key])]
        pupils = {tick.key: tick.pupils for tick in lines if tick.pupils is not None}
        self._all = tuple(self._with_pupils(tick, pupils) for tick in self._all)
        self._filter()
        self.set_ticks({tick.key: True for tick in turned})
        return len(turned)

    def search(self, text: str) -> None:
        """Show only names that hold `text`, without marks."""
        self.beginResetModel()
        self._search = fold(text)
        self._filter()
        self.endResetModel()

    def find(self, letters: str, after: int) -> int:
        """The row below `after`, then from the top, whose name begins with these letters in its given name, else in another word.

        Letters are compared without marks and spaces, so that "giangasu" finds Giàng A Sử. -1 when none does.
        """
        wanted = fold(letters).replace(" ", "")
        rows = (*range(after + 1, len(self._shown)), *range(min(after + 1, len(self._shown))))
        words = {row: fold(self._shown[row].name).split() for row in rows}
        by_given = [row for row in rows if words[row] and words[row][-1].startswith(wanted)]
        by_any = (row for row in rows if any("".join(words[row][n:]).startswith(wanted) for n in range(len(words[row]))))
        return by_given[0] if by_given else next(by_any, -1)

    @property
    def added(self) -> tuple[Tick, ...]:
        """Names typed onto the list and not saved yet."""
        return self._added

    def forget(self) -> None:
        """Let go of every tick that is not saved."""
        self.wanted = {}
        self._redraw()
        self.changed.emit()

    @property
    def all(self) -> tuple[Tick, ...]:
        """Every line, in sight or not."""
        return self._all

    @property
    def shown(self) -> tuple[Tick, ...]:
        """The lines in sight."""
        return tuple(self._shown)

    @property
    def signed(self) -> int:
        """How many of the whole list are ticked."""
        return sum(self.ticked(tick) for tick in self._all)

    @property
    def count(self) -> int:
        """How many lines the list has."""
        return len(self._all)

    def differences(self) -> tuple[list[Tick], list[Tick]]:
        """Lines to record as signed, and those whose signature is to be taken back as a mistake."""
        by_key = {tick.key: tick for tick in self._all}
        differ = [(by_key[key], value) for key, value in self.wanted.items() if key in by_key]
        signed = [tick for tick, value in differ if value and not tick.commitment]
        return signed, [tick for tick, value in differ if not value and tick.commitment]

    def ticked(self, tick: Tick) -> bool:
        """Whether a line shall count as signed."""
        return self.wanted.get(tick.key, tick.stands)

    def set_ticks(self, ticks: dict[str, bool]) -> None:
        """Tick or clear lines by key. A signature that was withdrawn stays as it is."""
        saved = {tick.key: tick.stands for tick in self._all if not tick.withdrawn_on}
        self.wanted |= {key: value for key, value in ticks.items() if key in saved}
        self.wanted = {key: value for key, value in self.wanted.items() if saved.get(key) != value}
        self._redraw()
        self.changed.emit()

    def toggle(self, row: int) -> None:
        """Turn one tick."""
        if 0 <= row < len(self._shown):
            tick = self._shown[row]
            self.set_ticks({tick.key: not self.ticked(tick)})

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Lines in sight."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Tick, name, detail, day."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Column labels."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._say(self._heads[section]) if wanted and self._heads[section] else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; a tick not saved yet says so in place of its day."""
        tick = self._shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            return Qt.CheckState.Checked if self.ticked(tick) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", tick.name, tick.detail, self._day(tick))[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() == DETAIL or tick.key in self.wanted):
            return QColor(TOKENS.warning if index.column() == DAY else TOKENS.quiet) if index.column() != NAME else None
        return None

    def _day(self, tick: Tick) -> str:
        if tick.key in self.wanted:
            return self._say(N_("not saved yet"))
        return self._say(N_("withdrawn {day}"), day=tick.withdrawn_on) if tick.withdrawn_on else tick.signed_on

    def _redraw(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, DAY))

    def _filter(self) -> None:
        self._shown = [tick for tick in self._all if self._search in fold(tick.name)] if self._search else list(self._all)

    @staticmethod
    def _with_pupils(tick: Tick, pupils: dict[str, int]) -> Tick:
        return replace(tick, pupils=pupils[tick.key]) if tick.key in pupils else tick
