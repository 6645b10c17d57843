"""The ledger of models: every year's movement above, below it the chosen year model by model, or why sites went."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTableWidget, QWidget

from app.core.i18n import N_
from app.core.text import number_vi, short_date
from app.services import models
from app.services.models import COLUMNS, Ledger, Line, Why
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.page import Page
from app.ui.paper_menu import PAGE, Wanted
from app.ui.register_page import ADD
from app.ui.theme import TOKENS, body_font
from app.ui.widgets import button, column, row, shortcut, words

_ALWAYS = frozenset(("opening", "closing", "effective"))
"""Figures that are shown though they are nothing; the others are left blank, so that those that moved are seen."""

_SELDOM = frozenset(("taken_over", "adjusted"))
"""Columns that are left out of a ledger in which they never moved."""
_LONG_LABEL = 9


class ModelLedgerPage(Page):
    """`enter` takes nothing; the year chosen last is chosen again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Ledger of models")))
        say = self.say
        self._year = desk.context.clock.today().year
        self._ledger: Ledger | None = None
        self._whys: tuple[Why, ...] = ()
        self.action_row.addWidget(button(say(N_("Models")), self._models, sign="arrow-left", keys="Esc", name="models"))
        self.action_row.addWidget(button(say(N_("Print")), self.print_out, sign="printer", keys="Ctrl+P", name="print"))
        self.action_row.addWidget(
            button(say(N_("Adjust")), self.first_action, role="primary", sign="plus", keys="Ctrl+N", name="adjust")
        )
        shortcut(self, "Esc", self._models)
        figures = tuple(Head(_two_lines(say(each.label)), figures=True) for each in COLUMNS)
        self.years = LineTable("ledger.years", (Head(say(N_("Year")), wide=True), *figures))
        self.models = LineTable("ledger.models", (Head(say(N_("Model")), wide=True), *figures))
        self.reasons = LineTable(
            "ledger.reasons",
            (
                Head(say(N_("Date"))),
                Head(say(N_("Model")), wide=True),
                Head(say(N_("Place")), wide=True),
                Head(say(N_("Sites")), figures=True),
                Head(say(N_("Reason")), wide=True),
            ),
        )
        self.years.changed.connect(self._year_chosen)
        self.years.opened.connect(lambda _line: self.models.setFocus())
        self.models.opened.connect(self._open_model)
        self.reasons.opened.connect(self._open_reason)
        self.of_year = words("", "section")
        self.of_year.setObjectName("ledger.of_year")
        self.why = words("", "section")
        self.why.setObjectName("ledger.why")
        self.no_reasons = words(say(N_("No site was dropped and nothing adjusted in this year.")), "quiet")
        hint = words(
            say(N_("Sites rated ineffective at their newest review stay in the closing number until they are dropped.")),
            "quiet",
            wrap=True,
        )
        hints = row(hint)
        hints.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        below = column(self._headed(self.of_year), self.models, self._headed(self.why, self.no_reasons), self.reasons, gap=0)
        below.setStretch(1, 3)
        below.setStretch(3, 2)
        lower = QWidget()
        lower.setLayout(below)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.years)
        split.addWidget(lower)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        self.years.setMinimumHeight(TOKENS.row * 4)
        self.models.setMinimumHeight(TOKENS.row * 3)
        self.reasons.setMinimumHeight(TOKENS.row * 2)
        self.body.addLayout(hints)
        self.body.addWidget(split, 1)

    def focus_start(self) -> None:
        """The years."""
        self.years.setFocus()

    def refresh(self) -> None:
        """Count the ledger again."""
        context, year = self.desk.context, self._year
        self.read(lambda _job: models.read_ledger(context, year), self._show, key="ledger")

    def first_action(self) -> None:
        """A correction, in its form."""
        self.go.emit("model_adjustment", ADD)

    def print_out(self) -> None:
        """The ledger of the chosen year on paper."""
        self.go.emit(PAGE, Wanted("model_ledger", str(self._year), "model"))

    def _show(self, ledger: Ledger) -> None:
        self._ledger = None  # choosing a line below shall not read again
        self._year = ledger.year
        _fill(self.years, ledger.years)
        years = [int(line.key) for line in ledger.years]
        self.years.selectRow(years.index(ledger.year))
        self._ledger = ledger
        self._show_year(ledger)

    def _show_year(self, ledger: Ledger) -> None:
        self.of_year.setText(self.say(N_("The models in {year}"), year=str(ledger.year)))
        _fill(self.models, (*ledger.models, ledger.total), strong_last=True)
        for place, each in enumerate(COLUMNS, 1):
            moved = any(line.figures[each.name] for line in (*ledger.years, *ledger.models))
            for table in (self.years, self.models):
                table.setColumnHidden(place, each.name in _SELDOM and not moved)
        self._whys = ledger.reasons
        self.why.setText(self.say(N_("Dropped and adjusted in {year}: why"), year=str(ledger.year)))
        self.reasons.show_lines(
            [(short_date(why.day), why.model, why.what, _signed(why.change), why.reason) for why in ledger.reasons]
        )
        self.reasons.setVisible(bool(ledger.reasons))
        self.no_reasons.setVisible(not ledger.reasons)

    def _year_chosen(self) -> None:
        chosen = self.years.chosen()
        if self._ledger is None or not chosen:
            return
        year = int(self._ledger.years[chosen[0]].key)
        if year != self._year:
            self._year = year
            context = self.desk.context
            self.read(lambda _job: models.read_ledger(context, year), self._turned, key="ledger")

    def _turned(self, ledger: Ledger) -> None:
        if ledger.year == self._year:
            self._ledger = ledger
            self._show_year(ledger)

    def _open_model(self, line: int) -> None:
        if self._ledger is not None and line < len(self._ledger.models):
            self.go.emit("model", self._ledger.models[line].key)

    def _open_reason(self, line: int) -> None:
        why = self._whys[line]
        self.go.emit(why.type_code, why.record_id)

    def _models(self) -> None:
        self.go.emit("model", None)

    @staticmethod
    def _headed(*parts: QWidget) -> QWidget:
        line = row(*parts, 1)
        line.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.gap)
        made = QWidget()
        made.setLayout(line)
        return made


def _fill(table: LineTable, lines: tuple[Line, ...], *, strong_last: bool = False) -> None:
    table.show_lines([(line.label, *(_figure(line, each.name) for each in COLUMNS)) for line in lines])
    if strong_last:
        _embolden(table, len(lines) - 1)


def _two_lines(label: str) -> str:
    """A long label broken where its halves come nearest to each other, so that all columns fit a narrow page."""
    cuts = [place for place, sign in enumerate(label) if sign == " "]
    if len(label) <= _LONG_LABEL or not cuts:
        return label
    cut = min(cuts, key=lambda place: abs(len(label) - 1 - 2 * place))
    return f"{label[:cut]}\n{label[cut + 1 :]}"


def _embolden(table: QTableWidget, line: int) -> None:
    strong = body_font(bold=True, figures=True)
    for place in range(table.columnCount()):
        item = table.item(line, place)
        if item is not None:
            item.setFont(strong)


def _figure(line: Line, name: str) -> str:
    value = line.figures[name]
    if not value:
        return "0" if name in _ALWAYS else ""
    return _signed(value) if name == "adjusted" else number_vi(value)


def _signed(value: int) -> str:
    return f"+{number_vi(value)}" if value > 0 else number_vi(value).replace("-", "−")
