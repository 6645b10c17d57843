"""Beside what is due: sending and receiving, reports made, drafts, and how much is in the books."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.core.text import number_vi, short_date
from app.services.home import OpenDraft, Today
from app.ui.desk import Desk
from app.ui.menu import ENTRIES
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, framed, row, words

_BOOKS = ("meeting", "commitment", "tip_off", "model_site", "group", "board", "award", "hamlet")
_STATION_ONLY = ("commitment",)
"""What never leaves a station: a unit above would read 0, though thousands signed."""
_PAGE_OF = {"commitment": "campaign", "model_site": "model"}
_DRAFTS_SHOWN = 3
_COLUMNS = 2


class HomeSide(QWidget):
    """`go` asks for a page by its code, `resumed` carries the `OpenDraft` to go on with."""

    go = Signal(str, object)
    resumed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.say = desk, desk.say
        self._quiet = False
        station = desk.session.is_station
        self.books = tuple(code for code in _BOOKS if station or code not in _STATION_ONLY)
        self._places = tuple(QVBoxLayout() for _ in range(4))
        whole = column(*self._places, 1, gap=TOKENS.inside + TOKENS.gap)
        whole.setContentsMargins(0, 0, TOKENS.inside, 0)
        self.setLayout(whole)

    def show_today(self, found: Today, *, quiet: bool = False) -> None:
        """Show all of it anew; `quiet` while the page offers another next step."""
        self._quiet = quiet
        carry, reports, drafts, books = self._places
        for place in self._places:
            empty_layout(place)
        self._card(carry, self.say(N_("Send and receive")), self._carry(found))
        if found.reports:
            self._card(reports, self.say(N_("Last reports")), self._reports(found))
        if found.drafts:
            self._card(drafts, self.say(N_("Not finished yet")), self._drafts(found))
        self._card(books, self.say(N_("In the books")), self._counts(found))

    def _card(self, place: QVBoxLayout, title: str, inside: QLayout) -> None:
        body = column(words(title, "label"), inside, edge=TOKENS.inside + TOKENS.gap, gap=TOKENS.gap)
        place.addWidget(framed("card", body))

    def _carry(self, found: Today) -> QLayout:
        say, station = self.say, self._desk.session.is_station
        if not found.unsent:
            text = say(N_("Everything has been sent"))
        elif station:
            text = say.plural(N_("One change has not been sent above"), N_("{n} changes have not been sent above"), found.unsent)
        else:
            text = say.plural(N_("One change has not been sent down"), N_("{n} changes have not been sent down"), found.unsent)
        verb = say(N_("Send")) if station else say(N_("Receive"))
        calm = self._quiet or (station and not found.unsent)
        act = button(verb, lambda: self.go.emit("carry", None), name="home.carry", role="" if calm else "primary")
        unsent = words(text, "value", wrap=True)
        unsent.setObjectName("home.unsent")
        head = row(unsent, act)
        head.setStretch(0, 1)
        sent = say(N_("Last sent: {day}"), day=_day(found.last_sent) or say(N_("never")))
        received = say(N_("Last received: {day}"), day=_day(found.last_received) or say(N_("never")))
        return column(head, words(f"{sent} · {received}", "quiet", wrap=True), gap=TOKENS.gap)

    def _reports(self, found: Today) -> QLayout:
        lines = column(gap=TOKENS.gap)
        for report in found.reports:
            line = row(words(report.period, "value", wrap=True), words(short_date(report.made_on), "quiet"))
            line.setStretch(0, 1)
            lines.addLayout(line)
        return lines

    def _drafts(self, found: Today) -> QLayout:
        lines = column(gap=0)
        for place, draft in enumerate(found.drafts[:_DRAFTS_SHOWN]):
            lines.addLayout(self._draft(place, draft))
        more = len(found.drafts) - _DRAFTS_SHOWN
        if more > 0:
            lines.addWidget(words(self.say.plural(N_("and one more"), N_("and {n} more"), more), "quiet"))
        return lines

    def _draft(self, place: int, draft: OpenDraft) -> QLayout:
        link = button(draft.title, partial(self.resumed.emit, draft), role="link", name=f"draft.{place}")
        link.setMinimumWidth(0)
        kept = words(f"{draft.kept_at:%H:%M %d/%m}", "quiet")
        line = row(link, kept)
        line.setStretch(0, 1)
        return line

    def _counts(self, found: Today) -> QLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(TOKENS.inside)
        for place, code in enumerate(self.books):
            page = _PAGE_OF.get(code, code)
            link = button(self.say(ENTRIES[page].title), partial(self.go.emit, page, None), role="link", name=f"tile.{code}")
            figure = words(number_vi(found.counts[code]), "value")
            line, side = place // _COLUMNS, place % _COLUMNS * 2
            grid.addWidget(figure, line, side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(link, line, side + 1)
            grid.setColumnStretch(side + 1, 1)
        return grid


def _day(moment: str | None) -> str:
    return short_date(datetime.fromisoformat(moment).date()) if moment else ""
