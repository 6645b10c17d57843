"""Home: what is in the book, and the one next step."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.core.text import number_vi
from app.services import carry, registers
from app.services.registers import Found, ListState
from app.ui.desk import Desk
from app.ui.menu import page_of
from app.ui.page import Page
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, framed, row, rule, scrolled, words

_BOOKS = ("meeting", "commitment", "tip_off", "model_site", "group", "board", "award", "hamlet")
_STATION_ONLY = ("commitment",)
"""What never leaves a station: a unit above would read 0, though thousands signed."""
_PAGE_OF = {"commitment": "campaign", "model_site": "model"}
_COLUMNS = 4
MOST_FOUND = 50
"""Hits shown at once; more are found by typing on."""
_REST = 90
"""Letters shown of what tells hits of one name apart."""


@dataclass(frozen=True, slots=True)
class _Standing:
    counts: dict[str, int]
    titles: dict[str, str]
    unsent: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class _Step:
    """One next step: what and why, the verb, and the page it opens."""

    text: str
    verb: str
    page: str


class HomePage(Page):
    """Read anew whenever it comes to the front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Home")))
        self.add_search(self._searched)
        self.found = QVBoxLayout()
        self.found.setSpacing(0)
        results = QWidget()
        listed = column(self.found, 1)
        listed.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.between)
        results.setLayout(listed)
        inside = QWidget()
        self.next_step = QVBoxLayout()
        self.tiles = QGridLayout()
        self.tiles.setSpacing(TOKENS.between)
        for place in range(_COLUMNS):
            self.tiles.setColumnStretch(place, 1)
        body = column(self.next_step, words(self.say(N_("In the book")), "section"), self.tiles, 1, gap=TOKENS.between)
        body.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.between)
        inside.setLayout(body)
        self.parts = QStackedWidget()
        self.parts.setProperty("role", "ground")
        self.parts.addWidget(scrolled(inside, role="ground"))
        self.parts.addWidget(scrolled(results, role="ground"))
        self.body.addWidget(self.parts)

    def refresh(self) -> None:
        """Count again."""
        self.read(lambda _job: self._count(), self._show, key="home")

    def _searched(self, text: str) -> None:
        context = self.desk.context
        self.parts.setCurrentIndex(1 if text.strip() else 0)
        if text.strip():
            self.read(lambda _job: registers.search(context, text, MOST_FOUND), self._show_found, key="search")

    def _show_found(self, found: tuple[Found, ...]) -> None:
        empty_layout(self.found)
        if not found:
            self.found.addWidget(words(self.say(N_("Nothing in any book begins with these words.")), "quiet"))
        for place, item in enumerate(found):
            link = button(item.title, partial(self._open, item), role="link", name=f"found.{place}")
            rest = item.rest.replace("\n", " ")
            rest = rest if len(rest) <= _REST else rest[: _REST - 1].rstrip() + "…"
            line = row(link, words(rest, "quiet"), 1, words(item.detail, "quiet"))
            line.setContentsMargins(0, TOKENS.gap, 0, TOKENS.gap)
            self.found.addLayout(line)
            self.found.addWidget(rule())

        if len(found) == MOST_FOUND:
            self.found.addWidget(
                words(self.say(N_("The first {count} are shown. Type more letters to find the others."), count=MOST_FOUND), "quiet")
            )

    def _open(self, item: Found) -> None:
        self.go.emit(page_of(item.type_code), item.id)

    def first_action(self) -> None:
        """The most frequent thing to record."""
        self.go.emit("meeting", "add")

    def _count(self) -> _Standing:
        context = self.desk.context
        views = {code: registers.describe(context, code) for code in _BOOKS}
        counts = {code: registers.overview(context, ListState(code)).count for code in _BOOKS}
        status = carry.status(context)
        return _Standing(counts, {code: view.plural for code, view in views.items()}, status.unsent, status.conflicts)

    def _show(self, standing: _Standing) -> None:
        empty_layout(self.next_step)
        step = self._step(standing)
        act = button(step.verb, lambda: self.go.emit(step.page, "add"), role="primary", name="next_step")
        line = row(words(step.text, "value", wrap=True), act, edge=TOKENS.between)
        line.setStretch(0, 1)
        self.next_step.addWidget(framed("card", line))
        empty_layout(self.tiles)
        books = [code for code in _BOOKS if code not in _STATION_ONLY or self.desk.session.is_station]
        for place, code in enumerate(books):
            self.tiles.addWidget(self._tile(code, standing), place // _COLUMNS, place % _COLUMNS)

    def _tile(self, code: str, standing: _Standing) -> QWidget:
        page = _PAGE_OF.get(code, code)
        link = button(standing.titles[code], lambda: self.go.emit(page, None), role="link", name=f"tile.{code}")
        figure = words(number_vi(standing.counts[code]), "figure")
        return framed("card", column(figure, link, edge=TOKENS.between, gap=TOKENS.gap))

    def _step(self, standing: _Standing) -> _Step:
        say = self.say
        if standing.conflicts:
            text = say.plural(
                N_("One record was changed on two laptops. Choose which value stands."),
                N_("{n} records were changed on two laptops. Choose which values stand."),
                standing.conflicts,
            )
            return _Step(text, say(N_("Look")), "carry")
        if not self.desk.session.is_station:
            text = say(N_("Take in what the stations have brought on their sticks."))
            return _Step(text, say(N_("Receive")), "carry")
        if not standing.counts["hamlet"]:
            return _Step(say(N_("Begin with the hamlets: every book refers to them.")), say(N_("Add a hamlet")), "hamlet")
        if not standing.counts["meeting"]:
            return _Step(say(N_("Record the first meeting held among the people.")), say(N_("Record a meeting")), "meeting")
        if standing.unsent:
            return _Step(say(N_("The unit above has not got the latest changes yet.")), say(N_("Send to the unit above")), "carry")
        return _Step(
            say(N_("Everything has been sent. What was held among the people today?")), say(N_("Record a meeting")), "meeting"
        )
