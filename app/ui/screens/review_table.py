"""The table of a year's review: sites as rows, a rating and a proposal to be given by digits."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.core.i18n import N_, Translator
from app.records.models import PROPOSALS, RATINGS
from app.services.models import SiteToReview, rated
from app.ui.row_reading import read_by_rows
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
MODEL, PLACE, BEFORE, RATING, PROPOSAL, DAY = range(6)
_HEADS = (N_("Model"), N_("Place"), N_("The year before"), N_("Rating"), N_("Proposal"), N_("Reviewed on"))
_CHOICES = {RATING: RATINGS, PROPOSAL: PROPOSALS}


class ReviewModel(QAbstractTableModel):
    """The review as it shall be; `wanted` holds lines that differ from what is saved, `changed` tells that they did."""

    changed = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.lines: tuple[SiteToReview, ...] = ()
        self.wanted: dict[str, SiteToReview] = {}

    def show(self, lines: tuple[SiteToReview, ...]) -> None:
        """Take over what is saved; ratings not saved yet are forgotten."""
        self.beginResetModel()
        self.lines, self.wanted = lines, {}
        self.endResetModel()
        self.changed.emit()

    def line(self, row: int) -> SiteToReview:
        """A line as it shall be."""
        return self.wanted.get(self.lines[row].id, self.lines[row])

    def choose(self, row: int, column: int, number: int) -> bool:
        """Give the rating or proposal of that number, counted from one; whether there is one."""
        options = _CHOICES[column]
        if not 1 <= number <= len(options):
            return False
        line, code = self.line(row), options[number - 1][0]
        if column == PROPOSAL and not line.rating:
            return False
        new = rated(line, code) if column == RATING else rated(line, line.rating, code)
        if (new.rating, new.proposal) == (self.lines[row].rating, self.lines[row].proposal):
            self.wanted.pop(line.id, None)
        else:
            self.wanted[line.id] = new
        self.dataChanged.emit(self.index(row, 0), self.index(row, DAY))
        self.changed.emit()
        return True

    def clear(self, row: int) -> None:
        """Take back what was given and not saved."""
        if self.wanted.pop(self.lines[row].id, None) is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, DAY))
            self.changed.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Sites."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's signature
        """Model, place, the year before, rating, proposal, day."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """Column labels."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._say(_HEADS[section]) if wanted else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; what is not saved yet says so in place of its day."""
        row, place = index.row(), index.column()
        line = self.line(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, place)
        if role == Qt.ItemDataRole.ForegroundRole:
            if place == DAY:
                return QColor(TOKENS.warning if line.id in self.wanted else TOKENS.quiet)
            return QColor(TOKENS.quiet) if place == BEFORE or (place == RATING and not line.rating) else None
        if role == Qt.ItemDataRole.FontRole and place in _CHOICES and line.id in self.wanted:
            return body_font(bold=True)
        return None

    def _text(self, line: SiteToReview, place: int) -> str:
        match place:
            case 0:
                return line.model
            case 1:
                return line.where
            case 2:
                return line.before or "–"
            case 3:
                return self._label(RATINGS, line.rating) or self._say(N_("not reviewed yet"))
            case 4:
                return self._label(PROPOSALS, line.proposal)
            case _:
                return self._say(N_("not saved yet")) if line.id in self.wanted else line.reviewed_on

    def _label(self, options: tuple[tuple[str, str], ...], code: str) -> str:
        return next((self._say(label) for each, label in options if each == code), "")


class ReviewTable(QTableView):
    """Digits rate, then propose; Enter goes on to the next site, Left and Right between rating and proposal, Delete takes back.

    `opened` carries the row whose record is asked for by Ctrl+Enter or a double click.
    """

    opened = Signal(int)

    def __init__(self, model: ReviewModel) -> None:
        super().__init__()
        self.review = model
        self.setObjectName("reviews")
        self.setModel(model)
        head = read_by_rows(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        head.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(MODEL, QHeaderView.ResizeMode.Stretch)
        for place in (RATING, PROPOSAL, DAY):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(BEFORE, TOKENS.sidebar - TOKENS.sidebar_folded)
        model.modelReset.connect(lambda: self.go_to(0))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def go_to(self, row: int, place: int = RATING) -> None:
        """Put the cursor on a site's rating."""
        if 0 <= row < self.review.rowCount():
            self.setCurrentIndex(self.review.index(row, place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Digits, Enter, Left and Right, Delete; the rest walks as in every table."""
        row, place = self.currentIndex().row(), self.currentIndex().column()
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.opened.emit(row)
            else:
                self.go_to(row + 1)
        elif text.isdigit() and row >= 0:
            asked = PROPOSAL if place == PROPOSAL else RATING
            if self.review.choose(row, asked, int(text)):
                self.go_to(row, PROPOSAL) if asked == RATING else self.go_to(row + 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go_to(row, PROPOSAL if key == Qt.Key.Key_Right else RATING)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.review.clear(row)
        else:
            super().keyPressEvent(event)
