"""Closing months (chốt số liệu): which are open, what is frozen in each, and amending one with its reason. One key closes a month.

At a unit above: which sheets of which unit have come.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.text import number_vi
from app.services import closed_months
from app.services.closed_months import CLOSED_, FUTURE, MOVED, OPEN, RUNNING, Month, UnitMonths
from app.services.closing import Closed
from app.services.registers.history import moment
from app.ui.desk import Desk
from app.ui.grid import Grid, Head, Line
from app.ui.page import Page
from app.ui.theme import NARROW_PAGE, TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, empty_layout, framed, row, shortcut, sign_button, words

_STATES = {
    FUTURE: N_("Has not begun"),
    RUNNING: N_("Not over yet"),
    OPEN: N_("Not closed yet"),
    CLOSED_: N_("Closed"),
    MOVED: N_("Closed, figures have moved"),
}
_TONES = {FUTURE: "quiet", RUNNING: "quiet", OPEN: "warning", CLOSED_: "accent", MOVED: "warning"}


class ClosingPage(Page):
    """`enter` takes a month ("2022-11") or its year to show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Close the figures")))
        say = self.say
        self.year = desk.context.clock.today().year
        self._wanted = ""
        self._months: tuple[Month, ...] = ()
        self.name = words("", "section")
        self.name.setObjectName("closing.year")
        back = sign_button("chevron-left", say(N_("Year before  Alt+Left")), lambda: self.step(-1), name="closing.back")
        on = sign_button("chevron-right", say(N_("Next year  Alt+Right")), lambda: self.step(1), name="closing.on")
        self.close_all = button(say(N_("Close all open months")), self.close_open, sign="lock", role="primary", name="closing.all")
        self.close_all.setVisible(desk.session.is_station)
        self.action_row.addWidget(self.close_all)
        legend = words(say(N_("Number of the sheet that holds; – none has come")), "quiet")
        legend.setVisible(not desk.session.is_station)
        head = row(back, self.name, on, 1, legend)
        head.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.body.addLayout(head)
        self.table = Grid("closing.months", self._heads())
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.pane = QVBoxLayout()
        self.frozen = Grid(
            "closing.figures", (Head(say(N_("Indicator"))), Head(say(N_("Closed")), 72, True), Head(say(N_("Now")), 72, True))
        )
        self.reason = TypedField("closing.reason", say(N_("Why it was amended")), say(N_("In a few words, without names.")))
        self.reason.entered.connect(self._amend)
        self.act = button(say(N_("Close this month")), self._act, role="primary", name="closing.close")
        below = column(self.reason, row(self.act, 1), edge=TOKENS.between)
        heading = QWidget()
        heading.setLayout(self.pane)
        self.pane.setContentsMargins(TOKENS.between, TOKENS.inside, TOKENS.between, TOKENS.inside)
        side = framed("pane", column(heading, self.frozen, below, gap=0))
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.table)
        self.parts.addWidget(side)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 2)
        side.setVisible(desk.session.is_station)
        self.body.addWidget(self.parts, 1)
        shortcut(self, "Alt+Left", lambda: self.step(-1))
        shortcut(self, "Alt+Right", lambda: self.step(1))

    def enter(self, argument: object = None) -> None:
        """Show the month asked for, else the year shown before."""
        if isinstance(argument, str) and argument:
            self.year, self._wanted = int(argument[:4]), argument
        self.refresh()

    def focus_start(self) -> None:
        """The months, so that Enter closes the one under the cursor."""
        self.table.setFocus()

    def step(self, by: int) -> None:
        """Another year."""
        self.year += by
        self.bars.clear()
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        context, year = self.desk.context, self.year
        self.name.setText(str(year))
        if self.desk.session.is_station:
            self.read(lambda _job: closed_months.months(context, year), self._show, key="months", title=self.say(N_("Counting")))
        else:
            self.read(lambda _job: closed_months.months_of_units(context, year), self._show_units, key="months")

    def close_open(self) -> None:
        """Close every month that is over and open; what has moved needs a reason and is left."""
        context, months = self.desk.context, [month.month for month in self._months if month.state == OPEN]
        if not months:
            self.bars.tell("done", self.say(N_("No month is open.")))
            return

        def work(_job: object) -> list[Closed]:
            return [closed_months.close_month(context, month) for month in months]

        self.write(work, self._closed, title=self.say(N_("Closing the figures")))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """In a narrow window the frozen figures stand below the months."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PAGE
        self.parts.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    def _heads(self) -> tuple[Head, ...]:
        say = self.say
        if not self.desk.session.is_station:
            return (Head(say(N_("Unit"))), *(Head(f"{number:02}", TOKENS.row + TOKENS.between, True) for number in range(1, 13)))
        return (
            Head(say(N_("Month")), TOKENS.sidebar // 2),
            Head(say(N_("State"))),
            Head(say(N_("Sheet")), TOKENS.row * 2, True),
            Head(say(N_("Closed at"))),
        )

    def _show(self, months: tuple[Month, ...]) -> None:
        self._months = months
        lines = []
        for month in months:
            when = " · ".join(filter(None, (moment(month.closed_at) if month.closed_at else "", month.closed_by)))
            texts = (f"{month.month[5:]}/{month.month[:4]}", self.say(_STATES[month.state]), str(month.number or ""), when)
            lines.append(Line(texts, ("", _TONES[month.state], "", "quiet"), tip=month.reason, key=month.month))
        self.table.show_lines(lines)
        wanted = self._wanted or next((month.month for month in months if month.state in (OPEN, MOVED)), "")
        self._wanted = ""
        for place, month in enumerate(months):
            if month.month == wanted:
                self.table.setCurrentIndex(self.table.grid.index(place, 0))
        self._chosen(self.table.currentIndex().row())

    def _show_units(self, units: tuple[UnitMonths, ...]) -> None:
        shown = {0: "–", -1: ""}
        lines = [
            Line(
                (unit.name, *(shown.get(number, str(number)) for number in unit.numbers)),
                ("", *("warning" if number == 0 else "" for number in unit.numbers)),
            )
            for unit in units
        ]
        self.table.show_lines(lines)
        if not lines:
            self.bars.tell("done", self.say(N_("No unit has sent anything yet.")))

    def _chosen(self, place: int) -> None:
        if not 0 <= place < len(self._months):
            return
        month, say = self._months[place], self.say
        empty_layout(self.pane)
        self.pane.addWidget(words(f"{month.month[5:]}/{month.month[:4]}: {say(_STATES[month.state])}", "section", wrap=True))
        if month.reason:
            self.pane.addWidget(words(say(N_("Why it was amended: {reason}"), reason=month.reason), "quiet", wrap=True))
        self.frozen.show_lines(
            [
                Line(
                    (line.label, "" if line.frozen is None else number_vi(line.frozen), number_vi(line.now)),
                    ("", "", "warning" if line.frozen not in (None, line.now) else "quiet"),
                )
                for line in sorted(month.lines, key=lambda line: line.frozen is None or line.frozen == line.now)
            ]
        )
        self.reason.setVisible(month.state == MOVED)
        self.reason.text = ""
        self.act.setVisible(month.state in (OPEN, MOVED))
        self.act.setText(say(N_("Amend with a second sheet")) if month.state == MOVED else say(N_("Close this month")))

    def _opened(self, place: int) -> None:
        """Enter: an open month is closed at once, one that has moved asks for its reason."""
        state = self._months[place].state if place < len(self._months) else ""
        if state == OPEN:
            self._close("")
        elif state == MOVED:
            self.reason.line.setFocus()

    def _act(self) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self._months):
            self._amend() if self._months[place].state == MOVED else self._close("")

    def _amend(self) -> None:
        self._close(self.reason.text)

    def _close(self, reason: str) -> None:
        context, month = self.desk.context, self._months[self.table.currentIndex().row()].month
        self.write(lambda _job: [closed_months.close_month(context, month, reason)], self._closed, failed=self._refused)

    def _closed(self, done: list[Closed]) -> None:
        months = [f"{sheet.month[5:]}/{sheet.month[:4]}" for closed in done for sheet in closed.sheets]
        self.bars.tell("done", self.say(N_("Closed: {months}. The sheets go up with the next package."), months=", ".join(months)))
        self.refresh()
        self.table.setFocus()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, InvalidRecord):
            found = problem.problems[0].problem
            self.reason.tell(self.say(found.message, **found.facts))
            self.reason.line.setFocus()
        else:
            self.explain(problem)
