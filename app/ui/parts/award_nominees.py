"""In a decision that is still a draft: the nominations that wait, with a tick for each that it shall award."""

from functools import partial

from app.core.i18n import N_
from app.core.text import short_date
from app.services.awards import nominees
from app.services.awards.nominees import Waiting
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.grid import Grid, Head, Line
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words

_TICKED, _FREE = "☑", "☐"
_MOST_ROWS = 8
"""Lines in sight before the list scrolls."""


class AwardNominees(Part):
    """Space or Enter turns a tick. Hidden in an issued decision, and while nobody waits and nothing was taken just now."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.setObjectName("award_nominees")
        say = self.say
        self._waiting: tuple[Waiting, ...] = ()
        self._ticked: set[str] = set()
        self.grid = Grid("award_nominees.list", (Head("", TOKENS.row), Head(""), Head("", TOKENS.sidebar * 2 // 3)))
        self.grid.setAccessibleName(say(N_("Nominations that wait")))
        self.grid.setProperty("role", "framed")
        self.grid.horizontalHeader().hide()
        self.grid.opened.connect(self._turn)
        self.grid.keyed.connect(lambda place, key: self._turn(place) if key == " " else None)
        self.grid.clicked.connect(lambda index: self._turn(index.row()) if index.column() == 0 else None)
        self.take = button("", self._take, name="award_nominees.take")
        self.all = button(say(N_("All of them")), self._all, role="link", name="award_nominees.all")
        self.none = button(say(N_("Tick none")), self._none, role="link", name="award_nominees.none")
        head = row(words(say(N_("Nominations that wait")), "section", wrap=True), words(say(N_("Space: tick")), "quiet"))
        head.setStretch(0, 1)
        self.setLayout(column(head, self.grid, row(self.take, 1, self.all, self.none), gap=TOKENS.gap))
        self.hide()
        if own and record.texts["state"] != "issued":
            self._look()

    def _look(self) -> None:
        context, award = self.desk.context, self.record_id
        self.read(lambda _job: nominees.waiting(context, award), self._show, key="award_nominees")

    def _show(self, found: tuple[Waiting, ...]) -> None:
        self._waiting = found
        self._ticked = {each.id for each in found if each.offered}
        self.setVisible(bool(found))
        self._fill()

    def _fill(self) -> None:
        lines = [self._line(each) for each in self._waiting]
        self.grid.show_lines(lines)
        self.grid.be_as_high_as_its_lines()
        most = self.grid.verticalHeader().defaultSectionSize() * _MOST_ROWS
        if self.grid.height() > most:
            self.grid.setFixedHeight(most)
        one, many = N_("Award the one that is ticked"), N_("Award the {n} that are ticked")
        self.take.setText(self.say.plural(one, many, len(self._ticked)))
        self.take.setEnabled(bool(self._ticked))

    def _line(self, each: Waiting) -> Line:
        said, tone = (self.say(N_("named already")), "warning") if each.named else ("", "quiet")
        if not said and each.vote is not None and not each.vote.passed:
            said, tone = self.say(N_("no majority")), "warning"
        if not said and each.earlier:
            said, tone = self.say(N_("awarded before")), "warning"
        if not said and each.proposed_on:
            said = short_date(each.proposed_on)
        who = " · ".join(filter(None, (each.name, each.deed)))
        tip = "\n".join((who, *each.earlier))
        return Line((_TICKED if each.id in self._ticked else _FREE, who, said), ("", "", tone), tip=tip, key=each.id)

    def _turn(self, place: int) -> None:
        self._ticked ^= {self._waiting[place].id}
        self._fill()

    def _all(self) -> None:
        self._ticked = {each.id for each in self._waiting}
        self._fill()

    def _none(self) -> None:
        self._ticked = set()
        self._fill()

    def _take(self) -> None:
        context, award, chosen = self.desk.context, self.record_id, frozenset(self._ticked)
        self.write(lambda _job: nominees.take(context, award, chosen), partial(self._taken, len(chosen)))

    def _taken(self, count: int, batch: str) -> None:
        text = self.say.plural(N_("One nominee was put into the decision."), N_("{n} nominees were put into the decision."), count)
        context = self.desk.context
        self.changed.emit()
        self.undoable.emit(text, lambda _job: nominees.undo(context, batch))
