"""The yearly rating of security and order teams: levels set by one key each, and beside them what the law has against a level."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.core.i18n import N_
from app.core.text import short_date
from app.data.conditions import Equals
from app.records.ratings import LEVELS
from app.services import ratings
from app.services.ratings import Rated, RatingSheet
from app.services.registers import ListState
from app.ui.desk import Desk
from app.ui.line_table import Head, LineTable
from app.ui.page import Page
from app.ui.paper_menu import Wanted
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, empty_layout, row, scrolled, shortcut, words

_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}
_CLEAR = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_YEARS = 3


class RatingTable(LineTable):
    """`level_typed` carries the code of a level, or "" for none; `complaint_typed` that K was pressed."""

    level_typed = Signal(str)
    complaint_typed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """1 to 4 set a level, 0 takes it away, K marks a complaint."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.level_typed.emit(LEVELS[_KEYS[key]][0])
        elif key in _CLEAR:
            self.level_typed.emit("")
        elif key == Qt.Key.Key_K:
            self.complaint_typed.emit()
        else:
            super().keyPressEvent(event)


class RatingsPage(Page):
    """What was set is kept until it is saved or the year is changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Rating of security and order teams")))
        say = self.say
        self.sheet: RatingSheet | None = None
        self.rated: list[Rated] = []
        self.year = QComboBox()
        self.year.setObjectName("ratings.year")
        self.year.setAccessibleName(say(N_("Year of rating")))
        today = desk.context.clock.today()
        newest = _year_of(today)
        for year in range(newest, newest - _YEARS, -1):
            days = ratings.window(year)
            self.year.addItem(f"{year} ({short_date(days.start)} – {short_date(days.end)})", year)
        self.year.activated.connect(lambda _place: self.refresh())
        self.print_button = button(say(N_("List to submit")), self.print_out, sign="printer", keys="Ctrl+P", name="ratings.print")
        self.save = button(say(N_("Save")), self.save_all, role="primary", sign="save", keys="Ctrl+S", name="ratings.save")
        self.action_row.addWidget(button(say(N_("Back")), self.back.emit, sign="arrow-left", name="ratings.back"))
        self.action_row.addWidget(self.print_button)
        self.action_row.addWidget(self.save)
        heads = (Head(say(N_("Team, member")), wide=True), Head(say(N_("Role"))), Head(say(N_("Since"))))
        self.table = RatingTable("ratings.table", (*heads, Head(say(N_("Rating"))), Head(say(N_("Complaint")))))
        self.table.level_typed.connect(lambda code: self._set(lambda rated: replace(rated, level=code)))
        self.table.complaint_typed.connect(lambda: self._set(lambda rated: replace(rated, complaint=not rated.complaint)))
        self.against = QVBoxLayout()
        self.against.setSpacing(TOKENS.inside)
        keys = " · ".join(f"{number} {say(text)}" for number, (_, text) in enumerate(LEVELS, start=1))
        hint = words(
            say(N_("Keys: {keys} · 0 none · K complaint. The chairman of the commune decides."), keys=keys), "quiet", wrap=True
        )
        excellent = words(
            say(
                N_("Excellent also takes more than 95 % of the tasks in the six groups of the guidance; that is not recorded here.")
            ),
            "help",
            wrap=True,
        )
        side = QWidget()
        side.setLayout(column(words(say(N_("Against the rules")), "section"), self.against, excellent, 1, edge=TOKENS.between))
        pane = scrolled(side)
        pane.setFixedWidth(TOKENS.sidebar + TOKENS.sidebar_folded * 2)
        strip = row(self.year, hint)
        strip.setStretch(1, 1)
        strip.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.body.addLayout(strip)
        whole = row(self.table, pane, gap=0)
        whole.setStretch(0, 1)
        self.body.addLayout(whole, 1)
        shortcut(self, "Ctrl+S", self.save_all)

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the year that is chosen; what was set and not saved is asked about first by nobody, so it is kept."""
        year = int(self.year.currentData())
        if self.sheet is not None and self.sheet.year == year and self._changed():
            return
        context = self.desk.context
        self.read(lambda _job: ratings.sheet_of(context, year), self._show, key="ratings")

    def save_all(self, then: Callable[[], None] | None = None) -> None:
        """Save every level that was set, and go on with `then`."""
        sheet, rated, context = self.sheet, tuple(self.rated), self.desk.context
        if sheet is None:
            return

        def done(changed: int) -> None:
            self.sheet = None
            if then is not None:
                then()
                return
            self.refresh()
            said = self.say.plural(N_("One level was saved."), N_("{n} levels were saved."), changed)
            self.bars.tell("done", said if changed else self.say(N_("Nothing was changed.")))

        self.write(lambda _job: ratings.save(context, sheet, rated), done)

    def print_out(self) -> None:
        """The list of proposals; what was set is saved first."""
        self.save_all(self._open_list)

    def _open_list(self) -> None:
        state = ListState("team_rating", where=Equals("year", int(self.year.currentData())))
        self.go.emit("paper", Wanted("rating_list", state, "team_rating"))

    def _changed(self) -> bool:
        return self.sheet is not None and [line.rated for line in self.sheet.lines] != self.rated

    def _show(self, sheet: RatingSheet) -> None:
        self.sheet, self.rated = sheet, [line.rated for line in sheet.lines]
        self._fill(0)
        if not sheet.lines:
            self.bars.tell("warning", self.say(N_("There is no security and order team in the book for this year.")))

    def _set(self, change: Callable[[Rated], Rated]) -> None:
        chosen = self.table.chosen()
        for number in chosen:
            self.rated[number] = change(self.rated[number])
        if chosen:
            # One line after the other: the next one is the next to be thought about.
            self._fill(min(chosen[-1] + (len(chosen) == 1), len(self.rated) - 1))

    def _fill(self, cursor: int) -> None:
        assert self.sheet is not None
        say = self.say
        self.table.show_lines(
            [
                (
                    ("" if line.is_team else "      ") + now.name,
                    line.detail,
                    short_date(now.since) if now.since else "–",
                    say(dict(LEVELS)[now.level]) if now.level else "",
                    say(N_("Yes")) if now.complaint else "",
                )
                for line, now in zip(self.sheet.lines, self.rated, strict=True)
            ]
        )
        self.table.selectRow(cursor)
        empty_layout(self.against)
        refusals = ratings.judge(self.rated, self.sheet.year, say)
        for number, refusal in enumerate(refusals):
            told = words(refusal.sentence, "problem", wrap=True)
            told.setObjectName(f"ratings.against.{number}")
            self.against.addWidget(told)
        if not refusals:
            self.against.addWidget(words(say(N_("Nothing.")), "quiet"))


def _year_of(today: date) -> int:
    """The year whose rating is due or under way: the one whose window ended last, from a month before its end on."""
    return today.year if today.month >= 10 else today.year - 1
