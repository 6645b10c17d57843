"""The judged rows of one table of a workbook, for Qt's table: only what is in sight is put into words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.core.i18n import N_, Translator
from app.services.intake.showing import ShownColumn, reason, verdict_words
from app.services.intake.views import Edit, Judged, RowKey
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
NUMBER, WHY, FIRST = range(3)
"""The row's number in Excel, why it stands where it does, and the first of its cells."""
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _READ | Qt.ItemFlag.ItemIsEditable
"""Made once: Qt asks for the flags of every cell when all rows are chosen."""
Raw = Callable[[Judged, str], str]
"""What the sheet itself says of a row in the column of a target."""
Earlier = Callable[[str, int], Judged | None]
"""The row of that number on the sheet of that name."""
_LONGEST = 200
"""Letters of a cell that the table shows."""
_LOOKED_AT = 500
"""Rows from the top whose doubts decide the order of the columns."""
_STRUCTURE = frozenset(("band", "total", "signature", "heading", "numbers", "empty"))
"""Reasons of rows that are no record, and cannot be made one by typing."""


def row_key(row: Judged) -> RowKey:
    """How edits name a row."""
    return row.key, row.number


def may_be_typed(row: Judged) -> bool:
    """Whether the officer may correct a row."""
    return row.reason not in _STRUCTURE and row.reason != "by_hand"


def may_stay(judged: Judged) -> bool:
    """Whether an officer may take a row as it stands."""
    return judged.verdict == "duplicate" or (judged.verdict == "review" and judged.doubt is not None and judged.doubt.acceptable)


def may_be_row(row: Judged) -> bool:
    """Whether an officer may say that a row which looked like no record is one all the same."""
    return row.reason in _STRUCTURE and row.reason != "empty"


def offers_of(judged: Judged, each: ShownColumn) -> tuple[str, ...]:
    """What may be meant in a cell: what its doubt offers first, then the words of the list."""
    doubts = judged.draft.doubts if judged.draft is not None else []
    offered = [offer for target, doubt in doubts if target == each.target for offer in doubt.offers]
    if judged.doubt is not None and judged.target == each.target:
        offered += judged.doubt.offers
    return tuple(dict.fromkeys((*offered, *each.options)))


def doubted(row: Judged) -> frozenset[str]:
    """The targets of a row that its doubts are about."""
    if row.verdict != "review":
        return frozenset()
    return frozenset((row.target, *(target for target, _ in row.draft.doubts))) - {""} if row.draft else frozenset((row.target,))


def doubted_first(columns: tuple[ShownColumn, ...], rows: Sequence[Judged]) -> tuple[ShownColumn, ...]:
    """The columns with those that rows are held up for right behind the first, so that who and what stand beside each other."""
    held: set[str] = set().union(*(doubted(row) for row in rows[:_LOOKED_AT]))
    if not held:
        return columns
    first, rest = columns[:1], columns[1:]
    return (*first, *(each for each in rest if each.target in held), *(each for each in rest if each.target not in held))


class RowsModel(QAbstractTableModel):
    """`typed` carries a row, a target and the text that the officer typed there. What was typed is shown at once, before it is
    judged."""

    typed = Signal(object, str, str)

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.rows: Sequence[Judged] = ()
        self.columns: tuple[ShownColumn, ...] = ()
        self.edits: Mapping[RowKey, Edit] = {}
        self._raw: Raw = lambda _row, _target: ""
        self.line: Callable[[Judged], str] = lambda _row: ""
        self.earlier: Earlier = lambda _sheet, _row: None
        self._mixed = False
        self._cells: dict[int, tuple[str, ...]] = {}
        self._plain, self._figures, self._bold = body_font(), body_font(figures=True), body_font(bold=True)

    def show(
        self,
        rows: Sequence[Judged],
        columns: tuple[ShownColumn, ...],
        edits: Mapping[RowKey, Edit],
        raw: Raw,
        line: Callable[[Judged], str],
        earlier: Earlier,
        *,
        mixed: bool,
    ) -> None:
        """Show these rows. `mixed` ones have different outcomes, which is then told."""
        self.beginResetModel()
        self.rows, self.columns, self.edits, self._mixed = rows, columns, edits, mixed
        self._raw, self.line, self.earlier = raw, line, earlier
        self._cells.clear()
        self.endResetModel()

    def place_of(self, target: str) -> int:
        """The column of a target, -1 when it is not shown."""
        found = (place for place, column in enumerate(self.columns, start=FIRST) if column.target == target)
        return next(found, -1)

    def target_at(self, place: int) -> str:
        """The target of a column, empty for those that are no cells of the register."""
        return self.columns[place - FIRST].target if FIRST <= place < FIRST + len(self.columns) else ""

    def text(self, row: Judged, column: ShownColumn) -> str:
        """What a cell says: as typed, as read, or, where it could not be read or was not, as it stands on the sheet."""
        edit = self.edits.get(row_key(row))
        if edit is not None and column.target in edit.texts:
            return edit.texts[column.target]
        said = column.text(row.values.get(column.target), self._say)
        return said or (self._raw(row, column.target) if row.draft is None or column.target in doubted(row) else "")

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Rows in sight."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Number, reason, cells."""
        return 0 if parent.isValid() else FIRST + len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Labels, aligned as their cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section == NUMBER:
            return self._say(N_("Row"))
        if section == WHY:
            return self._say(N_("What becomes of it") if self._mixed else N_("Why"))
        return self.columns[section - FIRST].label

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells of the register can be typed into, but for rows that are no record."""
        typed = index.column() >= FIRST and may_be_typed(self.rows[index.row()])
        return _TYPED if typed else _READ

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        row, place = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                return self._texts(index.row())[place]
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(place)
            case Qt.ItemDataRole.FontRole:
                if self._was_typed(row, place):
                    return self._bold
                return self._figures if place == NUMBER or self._numeric(place) else self._plain
            case Qt.ItemDataRole.ForegroundRole:
                return self._tone(row, place)
            case Qt.ItemDataRole.BackgroundRole:
                return QColor(TOKENS.warning_ground) if self.target_at(place) in doubted(row) else None
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 -- Qt's name
        """Tell what was typed, unless nothing changed."""
        target, text = self.target_at(index.column()), str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not target or text == self._texts(index.row())[index.column()]:
            return False
        self.typed.emit(self.rows[index.row()], target, text)
        return True

    def redraw(self, edits: Mapping[RowKey, Edit]) -> None:
        """Show other edits of the same rows."""
        self.edits = edits
        self._cells.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def _texts(self, number: int) -> tuple[str, ...]:
        if number not in self._cells:
            row = self.rows[number]
            why = reason(row, self._say)
            if self._mixed:
                word = self._say(verdict_words(row.verdict))
                why = f"{word}. {why}" if why else word
            cells = (self.text(row, column)[:_LONGEST].replace("\n", " · ") for column in self.columns)
            self._cells[number] = (str(row.number), why, *cells)
        return self._cells[number]

    def _was_typed(self, row: Judged, place: int) -> bool:
        edit = self.edits.get(row_key(row))
        return edit is not None and self.target_at(place) in edit.texts

    def _tone(self, row: Judged, place: int) -> QColor | None:
        if place == WHY:
            return QColor(TOKENS.warning if row.verdict == "review" else TOKENS.quiet)
        if row.verdict == "left_out" or place == NUMBER:
            return QColor(TOKENS.quiet)
        return QColor(TOKENS.accent) if self._was_typed(row, place) else None

    def _numeric(self, place: int) -> bool:
        return bool(self.target_at(place)) and self.columns[place - FIRST].numeric

    def _side(self, place: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if place == NUMBER or self._numeric(place) else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
