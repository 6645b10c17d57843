"""The figures of a report as a table: chapters with their indicators; figures of nothing are quiet, doubtful ones carry a sign."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from app.core.i18n import N_, Translator
from app.services.reports import Report, ReportRow
from app.services.reports.by_hand import MARK
from app.ui.icons import icon
from app.ui.row_reading import read_by_rows
from app.ui.theme import TOKENS, body_font

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS = (
    N_("Indicator"),
    N_("Unit of count"),
    N_("This period"),
    N_("Year before"),
    N_("Difference"),
    N_("Percent"),
)
_FIRST_FIGURE = 2
_NO_INDEX = QModelIndex()
_WIDTHS = (100, 84, 84, 100, 100)
"""Of the unit and the four figures; the longest of their Vietnamese headings fits, so does a percentage of four digits."""


class FigureModel(QAbstractTableModel):
    """Lines of a report; a line is a chapter's title or an indicator."""

    def __init__(self, say: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._lines: list[str | ReportRow] = []
        self._plain = body_font(figures=True)
        self._bold = body_font(bold=True)
        self._doubt = icon("triangle-alert", TOKENS.warning)

    def show(self, report: Report, *, only_counted: bool) -> None:
        """Take over a report; `only_counted` leaves out indicators that are nothing in both periods."""
        self.beginResetModel()
        self._lines = []
        chapter = ""
        for figure in report.rows:
            if only_counted and not figure.value and not figure.previous:
                continue
            if figure.chapter != chapter:
                chapter = figure.chapter
                self._lines.append(chapter)
            self._lines.append(figure)
        self.endResetModel()

    def figure_at(self, line: int) -> ReportRow | None:
        """The indicator of a line; `None` for a chapter's title."""
        found = self._lines[line] if 0 <= line < len(self._lines) else None
        return found if isinstance(found, ReportRow) else None

    def chapters(self) -> tuple[int, ...]:
        """The lines that are titles."""
        return tuple(place for place, line in enumerate(self._lines) if isinstance(line, str))

    def line_of(self, code: str) -> int:
        """Where an indicator stands; the first indicator where it is not shown, −1 in an empty table."""
        figures = [(place, line.code) for place, line in enumerate(self._lines) if isinstance(line, ReportRow)]
        return next((place for place, found in figures if found == code), figures[0][0] if figures else -1)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 -- Qt's name
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 -- Qt's name
        """How many columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Titles are passed over by the cursor."""
        if self.figure_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 -- Qt's name
        """The headings, over figures on the right like the figures."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._say(_HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= _FIRST_FIGURE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, alignment, colour, the sign of doubt and its sentence."""
        line, place = self._lines[index.row()], index.column()
        if isinstance(line, str):
            return self._of_chapter(line, place, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (f"{line.label} {MARK}" if line.marked else line.label, line.unit, *line.texts)[place]
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if place >= _FIRST_FIGURE else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._colour(line, place))
            case Qt.ItemDataRole.FontRole:
                return self._plain
            case Qt.ItemDataRole.DecorationRole if place == _FIRST_FIGURE and line.warnings:
                return self._doubt
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((line.label, *line.warnings))
            case Qt.ItemDataRole.AccessibleTextRole if place == _FIRST_FIGURE and line.warnings:
                return " ".join((line.texts[0], *line.warnings))
        return None

    def _of_chapter(self, title: str, place: int, role: int) -> Any:
        if place == 0 and role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.FontRole:
            return self._bold
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(TOKENS.accent)
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(TOKENS.ground)
        return None

    def _colour(self, figure: ReportRow, place: int) -> str:
        if place == 1:
            return TOKENS.quiet
        if place == 0:
            return TOKENS.text if figure.value or figure.previous else TOKENS.quiet
        if place == _FIRST_FIGURE and figure.value:
            return TOKENS.accent
        number = (figure.value, figure.previous, figure.difference, figure.percent)[place - _FIRST_FIGURE]
        return TOKENS.text if number else TOKENS.quiet


class FigureTable(QTableView):
    """`chosen` carries the indicator under the cursor; `opened` the one Enter was pressed on or whose figure was clicked."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self.figures = FigureModel(say, self)
        self.setModel(self.figures)
        self.setObjectName("report.figures")
        self.setAccessibleName(say(N_("Figures of the report")))
        head = read_by_rows(self)
        head.setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self._tell(self.chosen, index.row()))
        self.clicked.connect(self._clicked)
        self.setMouseTracking(True)

    def show_report(self, report: Report, *, only_counted: bool) -> None:
        """Show a report; the cursor stays on the indicator it was on."""
        current = self.figures.figure_at(self.currentIndex().row())
        self.clearSpans()
        self.figures.show(report, only_counted=only_counted)
        for line in self.figures.chapters():
            self.setSpan(line, 0, 1, len(_HEADINGS))
        line = self.figures.line_of(current.code if current else "")
        if line >= 0:
            self.setCurrentIndex(self.figures.index(line, 0))
        if line <= 1:
            self.scrollToTop()

    def current(self) -> ReportRow | None:
        """The indicator under the cursor."""
        return self.figures.figure_at(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter opens what is behind the figure."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._tell(self.opened, self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """The hand over figures says that they open."""
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint())
        opens = over.column() == _FIRST_FIGURE and self.figures.figure_at(over.row()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Figures keep their width, the indicator takes what is left."""
        super().resizeEvent(event)
        self.setColumnWidth(0, max(TOKENS.sidebar, self.viewport().width() - sum(_WIDTHS)))
        for place, width in enumerate(_WIDTHS, 1):
            self.setColumnWidth(place, width)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == _FIRST_FIGURE:
            self._tell(self.opened, index.row())

    def _tell(self, signal: SignalInstance, line: int) -> None:
        figure = self.figures.figure_at(line)
        if figure is not None:
            signal.emit(figure)
