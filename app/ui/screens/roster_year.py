"""A year of the roster: who moved, how many were born and died, which hamlets' numbers are behind, and hamlets joined together."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.text import short_date
from app.services import roster
from app.services.roster import HamletYear, Joined, Year
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.register_page import ADD
from app.ui.screens.roster_table import RosterModel, RosterTable
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, framed, row, words


class RosterYearPage(Page):
    """`enter` takes nothing; the year shown last comes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Changes in a year")))
        say = self.say
        self._year = desk.context.clock.today().year
        self.model = RosterModel(say)
        self.table = RosterTable(self.model)
        self.table.chosen.connect(self._name_hamlet)
        self.table.opened.connect(lambda line: self._take_over((line,)))
        self.years = QComboBox()
        self.years.setObjectName("year")
        self.years.activated.connect(lambda _index: self._turn_to(int(self.years.currentData())))
        for text, code in ((N_("Hamlets"), "hamlet"), (N_("Households"), "household")):
            self.action_row.addWidget(button(say(text), partial(self.go.emit, code, None), name=f"go.{code}"))
        self.action_row.addWidget(
            button(say(N_("All changes")), partial(self.go.emit, "household_change", None), name="go.changes")
        )
        self.action_row.addWidget(
            button(say(N_("Record a change")), self.first_action, role="primary", sign="plus", keys="Ctrl+N", name="add")
        )
        self.hint = words("", "quiet", wrap=True)
        self.hint.setObjectName("hint")
        self.take_one = button(say(N_("Take this hamlet's numbers")), self._take_one, name="take.one")
        self.take_all = button(say(N_("Take all")), lambda: self._take_over(self.model.lines), name="take.all")
        self.into = QComboBox()
        self.into.setObjectName("into")
        self.into.setMinimumWidth(TOKENS.sidebar)
        self.day = TypedField("joined_on", say(N_("From the day")))
        self.day.text = short_date(desk.context.clock.today())
        self.day.setMaximumWidth(TOKENS.sidebar)
        self.join_label = words("", "label")
        self.join = button(say(N_("Join")), self._join, name="join")
        top = row(words(say(N_("Year")), "label"), self.years, 1, self.take_one, self.take_all)
        top.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        self.some = button(say(N_("Move some households…")), self._move, name="move")
        for own in (self.take_one, self.take_all, self.join_label, self.into, self.day, self.join, self.some):
            own.setVisible(desk.session.is_station)
        joining = row(column(self.join_label, self.into, gap=2), self.day, self.join, 1, self.some)
        for below in (self.join, self.some):
            joining.setAlignment(below, Qt.AlignmentFlag.AlignBottom)
        foot = column(self.hint, joining)
        foot.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.inside)
        whole = column(top, self.table, framed("footer", foot), gap=0)
        whole.setStretch(1, 1)
        shown = QWidget()
        shown.setLayout(whole)
        self.body.addWidget(shown, 1)

    def focus_start(self) -> None:
        """The hamlets."""
        self.table.setFocus()

    def first_action(self) -> None:
        """A change in a household, in its form."""
        self.go.emit("household_change", ADD)

    def refresh(self) -> None:
        """Read the year again."""
        context, year = self.desk.context, self._year
        self.read(lambda _job: roster.year_of(context, year), self._show, key="year")

    def _turn_to(self, year: int) -> None:
        self._year = year
        self.refresh()

    def _show(self, found: Year) -> None:
        kept = self.table.hamlet
        if [self.years.itemData(place) for place in range(self.years.count())] != list(found.years):
            self.years.clear()
            for year in found.years:
                self.years.addItem(str(year), year)
        self.years.setCurrentIndex(self.years.findData(found.year))
        self.model.show(found.hamlets)
        ids = [line.id for line in found.hamlets]
        if ids:
            self.table.selectRow(ids.index(kept.id) if kept and kept.id in ids else 0)
        self._tell(found)
        self._name_hamlet()

    def _tell(self, found: Year) -> None:
        if not self.desk.session.is_station:
            self.hint.setText(self.say(N_("Stations keep households and change these numbers; here they are read.")))
            return
        behind = [line for line in found.hamlets if line.proposed != (None, None)]
        unknown, say = sum(line.unknown for line in found.hamlets), self.say
        parts = [
            say.plural(
                N_("The roster says otherwise than the numbers of one hamlet: stated → roster."),
                N_("The roster says otherwise than the numbers of {n} hamlets: stated → roster."),
                len(behind),
            )
            if behind
            else say(N_("The numbers of all hamlets are those of the roster."))
        ]
        if unknown:
            one = N_("Residents cannot be counted everywhere: one household has no number of people.")
            many = N_("Residents cannot be counted everywhere: {n} households have no number of people.")
            parts.append(say.plural(one, many, unknown))
        self.hint.setText(" ".join(parts))
        self.take_all.setEnabled(bool(behind))

    def _name_hamlet(self) -> None:
        line = self.table.hamlet
        self.take_one.setEnabled(line is not None and line.proposed != (None, None))
        self.join.setEnabled(line is not None and len(self.model.lines) > 1)
        self.join_label.setText(self.say(N_("Join {hamlet} to"), hamlet=line.name) if line else self.say(N_("Join to")))
        chosen = self.into.currentData()
        self.into.clear()
        for other in self.model.lines:
            if line is None or other.id != line.id:
                self.into.addItem(other.name, other.id)
        self.into.setCurrentIndex(max(0, self.into.findData(chosen)))

    def _take_one(self) -> None:
        if self.table.hamlet is not None:
            self._take_over((self.table.hamlet,))

    def _take_over(self, lines: tuple[HamletYear, ...]) -> None:
        context, behind = self.desk.context, tuple(line for line in lines if line.proposed != (None, None))
        if not behind:
            self.bars.tell("warning", self.say(N_("The roster has no other numbers for this hamlet.")))
            return

        def done(batch: str) -> None:
            one, many = (
                N_("The numbers of one hamlet were brought up to date."),
                N_("The numbers of {n} hamlets were brought up to date."),
            )
            self.bars.tell("done", self.say.plural(one, many, len(behind)), (self.say(N_("Undo")), partial(self._undo, batch)))
            self.refresh()

        self.write(lambda _job: roster.take_over(context, behind), done)

    def _move(self) -> None:
        self.go.emit("roster_move", self.table.hamlet.id if self.table.hamlet else None)

    def _join(self) -> None:
        context, line, into, day = self.desk.context, self.table.hamlet, str(self.into.currentData() or ""), self.day.text
        if line is None or not into:
            return
        hamlet, name, target = line.id, line.name, self.into.currentText()

        def done(joined: Joined) -> None:
            one = N_("{hamlet} is now part of {into}; one household moved with it.")
            many = N_("{hamlet} is now part of {into}; {n} households moved with it.")
            text = self.say.plural(one, many, joined.households, hamlet=name, into=target)
            self.day.tell("")
            self.bars.tell("done", text, (self.say(N_("Undo")), partial(self._undo, joined.batch)))
            self.refresh()

        def failed(problem: Exception) -> None:
            if isinstance(problem, InvalidRecord):
                self.day.tell(self.say.error(problem.problems[0].problem))
                self.day.line.setFocus()
            else:
                self.explain(problem)

        self.write(lambda _job: roster.join_hamlets(context, hamlet, into, day), done, failed=failed)

    def _undo(self, batch: str) -> None:
        context = self.desk.context

        def done(_undone: object) -> None:
            self.bars.tell("done", self.say(N_("It is as it was before.")))
            self.refresh()

        self.write(lambda _job: roster.undo(context, batch), done)
