"""Beside a report's figures: the chosen indicator, its doubts, what is behind it, the units' parts; and the closing paragraph."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.core.text import number_vi
from app.services.reports import Report, ReportRow, RowsBehind
from app.statistics.comparison import in_words
from app.ui.desk import Desk
from app.ui.icons import picture
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, framed, row, rule, words

_SIGN = TOKENS.body + TOKENS.gap


class ReportPane(QWidget):
    """`opened` carries one `RowsBehind`; `unit_asked` the code of a unit whose part of the figure is to be opened."""

    opened = Signal(object)
    unit_asked = Signal(str)

    def __init__(self, desk: Desk, copy: Callable[[], None]) -> None:
        super().__init__()
        self.say = desk.say
        self._figure = QVBoxLayout()
        self._figure.setSpacing(TOKENS.inside)
        self.behind = QVBoxLayout()
        self.behind.setSpacing(0)
        self._links: list[QPushButton] = []
        self._units = QVBoxLayout()
        self._shares = QVBoxLayout()
        self.paragraph = words("", "value", wrap=True, select=True)
        self.paragraph.setObjectName("report.paragraph")
        self.copy = button(self.say(N_("Copy")), copy, role="link", name="report.copy")
        heading = row(words(self.say(N_("Words of the report")), "section"), 1, self.copy)
        body = column(self._figure, self.behind, self._units, rule(), heading, self.paragraph, self._shares, 1)
        body.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.between)
        self.setLayout(body)

    def show_report(self, report: Report) -> None:
        """Paragraph, shares and what the figures may lack."""
        self.paragraph.setText(report.paragraph)
        empty_layout(self._shares)
        if report.shares:
            self._shares.addWidget(words(self.say(N_("Shares")), "section"))
            grid = QGridLayout()
            grid.setColumnStretch(0, 1)
            for line, share in enumerate(report.shares):
                grid.addWidget(words(share.label, "value", wrap=True), line, 0)
                text = self.say(N_("{value} (year before: {previous})"), value=share.value, previous=share.previous)
                grid.addWidget(words(text), line, 1)
            self._shares.addLayout(grid)
        for note in report.notes:
            self._shares.addWidget(self._warning(note))

    def show_figure(self, report: Report, figure: ReportRow) -> None:
        """The indicator under the cursor; what is behind it is shown when it has been read."""
        empty_layout(self._figure)
        empty_layout(self.behind)
        empty_layout(self._units)
        self._figure.addWidget(words(figure.label, "section", wrap=True))
        value = words(figure.texts[0], "figure")
        value.setObjectName("report.value")
        compared = in_words(figure.difference, self.say) if figure.value or figure.previous else ""
        self._figure.addLayout(row(value, words(figure.unit, "quiet"), 1, words(compared, "quiet")))
        if figure.by_hand:
            text = self.say(N_("{number} of this was given by hand."), number=number_vi(figure.by_hand))
            self._figure.addWidget(words(text, "quiet", wrap=True))
        if figure.previous_by_hand:
            text = self.say(N_("{number} of the year before was given by hand."), number=number_vi(figure.previous_by_hand))
            self._figure.addWidget(words(text, "quiet", wrap=True))
        for warning in figure.warnings:
            self._figure.addWidget(self._warning(warning))
        parts = [(unit.code, unit.name, unit.values[figure.code]) for unit in report.by_unit if unit.values.get(figure.code)]
        if parts:
            self._show_units(parts)

    def show_behind(self, lists: tuple[RowsBehind, ...]) -> None:
        """Links to the lists behind the figure, or that there are none."""
        self._links.clear()
        empty_layout(self.behind)
        for number, behind in enumerate(lists):
            text = self.say(N_("See the rows behind: {title}"), title=behind.title)
            link = button(text, partial(self.opened.emit, behind), role="link", name=f"report.behind.{number}")
            self.behind.addWidget(link)
            self._links.append(link)
        if not lists:
            self.behind.addWidget(words(self.say(N_("Nothing is recorded behind this figure.")), "help", wrap=True))

    def focus_behind(self) -> None:
        """The cursor to the first of the lists."""
        for link in self._links[:1]:
            link.setFocus()

    def _show_units(self, parts: list[tuple[str, str, int]]) -> None:
        self._units.addWidget(words(self.say(N_("By unit")), "section"))
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for line, (code, name, value) in enumerate(parts):
            link = button(name, partial(self.unit_asked.emit, code), role="link", name=f"report.unit.{code}")
            grid.addWidget(link, line, 0)
            grid.addWidget(words(number_vi(value)), line, 1, Qt.AlignmentFlag.AlignRight)
        self._units.addLayout(grid)

    def _warning(self, text: str) -> QWidget:
        sign = words("")
        sign.setPixmap(picture("triangle-alert", TOKENS.warning, _SIGN))
        sign.setAccessibleName(self.say(N_("Look again")))
        inside = row(sign, words(text, "value", wrap=True), edge=TOKENS.inside)
        inside.setStretch(1, 1)
        frame = framed("bar", inside)
        frame.setProperty("tone", "warning")
        return frame
