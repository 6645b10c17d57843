"""Home: what is due, and beside it what was sent, reported, left half typed; searching in every book."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.services import home, registers
from app.services.due import Due
from app.services.hand_figures import SHEET
from app.services.home import OpenDraft, Today
from app.services.registers import Found
from app.ui.desk import Desk
from app.ui.draft_keeper import begun_with
from app.ui.menu import page_of
from app.ui.page import Page
from app.ui.register_page import ADD, Resume
from app.ui.screens.due_list import DueList, count_text
from app.ui.screens.due_places import place_of
from app.ui.screens.home_side import HomeSide
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, framed, row, rule, scrolled, words

MOST_FOUND = 50
"""Hits shown at once; more are found by typing on."""
_REST = 90
"""Letters shown of what tells hits of one name apart."""


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
        self.next_step = QVBoxLayout()
        self.due = DueList(self.say)
        self.due.opened.connect(self._open_due)
        self.due.all_asked.connect(lambda: self.go.emit("due", None))
        self.nothing = words("", "quiet", wrap=True)
        self.nothing.setObjectName("due.nothing")
        self.count = words("", "quiet")
        self.count.setObjectName("due.count")
        heading = row(words(self.say(N_("What is due")), "section"), 1, self.count)
        self.card = framed("card", column(self.due, edge=TOKENS.gap // 4))
        left = column(self.next_step, heading, self.nothing, self.card)
        left.setStretch(3, 1)
        self.rest = QWidget()
        left.addWidget(self.rest, 1)
        self.side = HomeSide(desk)
        self.side.go.connect(self.go)
        self.side.resumed.connect(self._resume)
        self.beside = scrolled(self.side, role="ground")
        body = row(left, self.beside, gap=TOKENS.edge)
        body.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.inside)
        body.setStretch(0, 5)
        body.setStretch(1, 3)
        inside = QWidget()
        inside.setProperty("role", "ground")
        inside.setLayout(body)
        self.parts = QStackedWidget()
        self.parts.setProperty("role", "ground")
        self.parts.addWidget(inside)
        self.parts.addWidget(scrolled(results, role="ground"))
        self.body.addWidget(self.parts)

    def focus_start(self) -> None:
        """What is due, so that the arrow keys walk through it."""
        self.due.setFocus()

    def refresh(self) -> None:
        """Look again."""
        context, books = self.desk.context, self.side.books
        self.read(lambda _job: home.today(context, books), self._show, key="home")

    def first_action(self) -> None:
        """The most frequent thing to record."""
        self.go.emit("meeting", ADD)

    def _show(self, found: Today) -> None:
        self._show_step(found)
        self.side.show_today(found, quiet=self.next_step.count() > 0)
        QTimer.singleShot(0, self, self._keep_side_whole)
        self.due.show_due(found.due, self.desk.context.clock.today())
        self.card.setVisible(bool(found.due))
        self.nothing.setVisible(not found.due)
        self.rest.setVisible(not found.due)
        self.nothing.setText(self.say(N_("Nothing is due in the next days.")))
        self.count.setText(count_text(self.say, found.due))

    def _keep_side_whole(self) -> None:
        """Words beside what is due are not cut at the edge: once they are laid out, it is known how wide they are."""
        self.beside.setMinimumWidth(self.side.minimumSizeHint().width() + TOKENS.between)

    def _show_step(self, found: Today) -> None:
        """A card above everything, only while something comes before all that is due."""
        empty_layout(self.next_step)
        say = self.say
        if found.conflicts:
            text = say.plural(
                N_("One record was changed on two laptops. Choose which value stands."),
                N_("{n} records were changed on two laptops. Choose which values stand."),
                found.conflicts,
            )
            self._offer(text, say(N_("Look")), "carry")
        elif not self.desk.session.is_station:
            return
        elif not found.counts["hamlet"]:
            self._offer(say(N_("Begin with the hamlets: every book refers to them.")), say(N_("Add a hamlet")), "hamlet")
        elif not found.counts["meeting"]:
            self._offer(say(N_("Record the first meeting held among the people.")), say(N_("Record a meeting")), "meeting")

    def _offer(self, text: str, verb: str, page: str) -> None:
        act = button(verb, lambda: self.go.emit(page, ADD), role="primary", name="next_step")
        line = row(words(text, "value", wrap=True), act, edge=TOKENS.between)
        line.setStretch(0, 1)
        self.next_step.addWidget(framed("card", line))
        self.next_step.addSpacing(TOKENS.inside)

    def _open_due(self, item: Due) -> None:
        self.go.emit(*place_of(item))

    def _resume(self, draft: OpenDraft) -> None:
        if draft.type_code == SHEET:
            self.go.emit("hand_figures", draft.slot)
            return
        resume = Resume(draft.type_code, draft.record_id, begun_with(draft.slot))
        self.go.emit(page_of(draft.type_code), resume)

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
