"""Places where several disputes are being mediated at once, and all that happened there in the last years."""

from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.core.i18n import N_
from app.services import disputes
from app.services.disputes import TroubledPlace
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.page import Page
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, shortcut, words


class DisputePlacesPage(Page):
    """Places at the left, the disputes of the chosen one at the right; Enter opens a dispute."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Disputes by place")))
        say = self.say
        self._places: tuple[TroubledPlace, ...] = ()
        back = button(say(N_("All disputes")), self._all, sign="arrow-left", keys="Esc", name="all_disputes")
        self.action_row.addWidget(back)
        shortcut(self, "Esc", self._all)
        hint = words(
            say(N_("Places where two disputes or more are being mediated, with everything from the last five years.")),
            "quiet",
            wrap=True,
        )
        hints = row(hint)
        hints.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.table = LineTable(
            "places.table",
            (
                Head(say(N_("Hamlet"))),
                Head(say(N_("Place")), wide=True),
                Head(say(N_("Still open")), figures=True),
                Head(say(N_("In all")), figures=True),
            ),
        )
        self.disputes = LineTable(
            "places.disputes",
            (Head(say(N_("Date"))), Head(say(N_("What the dispute is about")), wide=True), Head(say(N_("Outcome")))),
        )
        self.table.changed.connect(self._chosen)
        self.table.opened.connect(lambda _line: self.disputes.setFocus())
        self.disputes.opened.connect(self._open)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.table)
        split.addWidget(self.disputes)
        split.setSizes([TOKENS.sidebar, TOKENS.sidebar])
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        self.nothing = words(say(N_("At no place is more than one dispute being mediated now.")), "quiet")
        empty = QWidget()
        empty.setLayout(column(1, row(1, self.nothing, 1), 2))
        self.stack = QStackedWidget()
        self.stack.setProperty("role", "ground")
        self.stack.addWidget(split)
        self.stack.addWidget(empty)
        self.body.addLayout(hints)
        self.body.addWidget(self.stack, 1)

    def focus_start(self) -> None:
        """The places."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Look again where disputes gather."""
        context = self.desk.context
        self.read(lambda _job: disputes.troubled_places(context), self._show, key="places")

    def _show(self, places: tuple[TroubledPlace, ...]) -> None:
        self._places = places
        self.table.show_lines([(p.hamlet, p.place, str(p.open), str(len(p.disputes))) for p in places])
        self.stack.setCurrentIndex(0 if places else 1)
        self._chosen()

    def _chosen(self) -> None:
        chosen = self.table.chosen()
        lines = self._places[chosen[0]].disputes if chosen and chosen[0] < len(self._places) else ()
        self.disputes.show_lines([(line.received_on, line.content, line.outcome) for line in lines])

    def _open(self, number: int) -> None:
        chosen = self.table.chosen()
        if chosen:
            self.go.emit("dispute", self._places[chosen[0]].disputes[number].id)

    def _all(self) -> None:
        self.go.emit("dispute", None)
