"""What is due as a list that never scrolls: as many lines as there is room for, shared among the groups, and how many more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from app.core.i18n import N_, Translator
from app.core.text import number_vi, short_date
from app.services.due import Due, Group
from app.ui.row_reading import read_by_rows
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LONG_AGO = 60
"""Days late from which the day itself says more than their number."""
ALL = -1
"""As many lines as there are."""


@dataclass(frozen=True, slots=True)
class More:
    """The last line: how many things are not shown."""

    count: int


Line = Group | Due | More


def lines_for(groups: Sequence[Group], room: int) -> list[Line]:
    """The lines to show in `room`: every group has its heading and its first item before any has a second one.

    Groups for which not even that is left, and items beyond the room, are counted in the last line.
    """
    total = sum(len(group.items) for group in groups)
    if room == ALL or total + len(groups) <= room:
        whole: list[Line] = []
        for group in groups:
            whole += [group, *group.items]
        return whole
    room -= 1
    shown = [0] * len(groups)
    for place in range(len(groups)):
        if room >= 2:
            shown[place], room = 1, room - 2
    while room > 0 and (open_ := [place for place, count in enumerate(shown) if 0 < count < len(groups[place].items)]):
        for place in open_[:room]:
            shown[place] += 1
            room -= 1
    lines: list[Line] = []
    for group, count in zip(groups, shown, strict=True):
        if count:
            lines += [group, *group.items[:count]]
    return [*lines, More(total - sum(shown))]


def when(item: Due, today: date, say: Translator) -> str:
    """How long it is late or how long there is left."""
    if item.hours is not None and abs(item.hours) < 72:
        late, left = N_("{n} hours late"), N_("{n} hours left")
        return say(late, n=-item.hours) if item.hours < 0 else say(left, n=item.hours)
    days = (item.on - today).days
    if days < -_LONG_AGO:
        return say(N_("since {date}"), date=short_date(item.on))
    if days < 0:
        return say.plural(N_("one day late"), N_("{n} days late"), -days)
    if days == 0:
        return say(N_("today"))
    return say.plural(N_("tomorrow"), N_("in {n} days"), days)


def count_text(say: Translator, groups: Sequence[Group]) -> str:
    """How many things there are and how many of them are late; nothing for none."""
    total, late = sum(len(group.items) for group in groups), sum(group.overdue for group in groups)
    if not total:
        return ""
    return (
        say(N_("{total} in all, {late} of them late"), total=total, late=late) if late else say(N_("{total} in all"), total=total)
    )


class DueModel(QAbstractTableModel):
    """Lines with what and when. Headings are passed over by the cursor."""

    def __init__(self, say: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._today = date.min
        self.groups: tuple[Group, ...] = ()
        self.lines: list[Line] = []
        self._bold = body_font(bold=True)

    def show(self, groups: tuple[Group, ...], today: date, room: int) -> None:
        """Take over what is due, and how many lines there is room for."""
        lines = lines_for(groups, room)
        if lines == self.lines and today == self._today:
            return
        self.beginResetModel()
        self.groups, self._today, self.lines = groups, today, lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 -- Qt's name
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 -- Qt's name
        """What, and when."""
        return 0 if parent.isValid() else 2

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if isinstance(self.lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, alignment, colour and the sign of what is late."""
        line, place = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        match line:
            case Group():
                return self._of_group(line, place, role)
            case More(count):
                return self._of_rest(count, place, role)
            case Due():
                return self._of_item(line, place, role)

    def _of_group(self, group: Group, place: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and place == 0:
            return f"{group.title} · {number_vi(len(group.items))}" if len(group.items) > 1 else group.title
        if role == Qt.ItemDataRole.FontRole and place == 0:
            return self._bold
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(TOKENS.accent)
        return None

    def _of_rest(self, count: int, place: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and place == 0:
            return self._say.plural(N_("and one other thing"), N_("and {n} other things"), count)
        return QColor(TOKENS.accent) if role == Qt.ItemDataRole.ForegroundRole else None

    def _of_item(self, item: Due, place: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return when(item, self._today, self._say) if place else item.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.title} · {when(item, self._today, self._say)}"
        if role == Qt.ItemDataRole.ForegroundRole and place:
            return QColor(TOKENS.error if item.overdue else TOKENS.quiet)
        return None


class DueList(QTableView):
    """`opened` carries the `Due` of a line, `all_asked` asks for the whole list. If `whole`, it shows every line and scrolls."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self, say: Translator, *, whole: bool = False) -> None:
        super().__init__()
        self._whole, self._say = whole, say
        self._groups: tuple[Group, ...] = ()
        self._today = date.min
        self.items = DueModel(say, self)
        self.setModel(self.items)
        self.setObjectName("due")
        self.setAccessibleName(say(N_("What is due")))
        self.setProperty("role", "plain")
        head = read_by_rows(self)
        head.hide()
        self.verticalHeader().setMinimumSectionSize(TOKENS.edge)
        self.verticalHeader().setDefaultSectionSize(TOKENS.edge + TOKENS.gap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self._open(index.row()))

    def show_due(self, groups: tuple[Group, ...], today: date) -> None:
        """Show what is due; the cursor goes to the first of it where it stood on nothing."""
        self._groups, self._today = groups, today
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """The hand over lines says that they open."""
        super().mouseMoveEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        opens = 0 <= row < len(self.items.lines) and not isinstance(self.items.lines[row], Group)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """More room shows more lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        row = self.verticalHeader().defaultSectionSize()
        room = ALL if self._whole else max(3, self.viewport().height() // row)
        chosen = self.currentIndex().row()
        self.clearSpans()
        self.items.show(self._groups, self._today, room)
        for place, line in enumerate(self.items.lines):
            if isinstance(line, Group):
                self.setSpan(place, 0, 1, 2)
        right = self._width_of_when()
        self.setColumnWidth(0, max(TOKENS.sidebar, self.viewport().width() - right))
        self.setColumnWidth(1, right)
        if not self.currentIndex().isValid():
            first = chosen if 0 <= chosen < len(self.items.lines) else 1
            if first < len(self.items.lines):
                self.setCurrentIndex(self.items.index(first, 0))

    def _width_of_when(self) -> int:
        texts = [when(line, self._today, self._say) for line in self.items.lines if isinstance(line, Due)]
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + TOKENS.edge + TOKENS.gap

    def _open(self, row: int) -> None:
        line = self.items.lines[row] if 0 <= row < len(self.items.lines) else None
        if isinstance(line, Due):
            self.opened.emit(line)
        elif isinstance(line, More):
            self.all_asked.emit()
