"""The festival of 19 August, place by place: how many came is typed down the list, and what was typed is saved at once."""

from functools import partial

from app.core.errors import InvalidRecord, Problem
from app.core.i18n import N_
from app.core.kinds import Integer
from app.core.text import number_vi, short_date
from app.services import festivals, registers
from app.services.festivals import Festival, Site
from app.services.registers import Saved
from app.ui.desk import Desk
from app.ui.grid import Grid, Head, Line
from app.ui.page import Page
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, row, shortcut, sign_button, words

_CAME = 2


class FestivalPage(Page):
    """A number makes a meeting of that place; an emptied one deletes it, and the bar offers to bring it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Festival of 19 August")))
        say = self.say
        self.year = desk.context.clock.today().year
        self.found: Festival | None = None
        self.name = words("", "section")
        self.name.setObjectName("festival.year")
        earlier = sign_button("chevron-left", say(N_("Year before  Alt+Left")), partial(self.step, -1), name="festival.back")
        later = sign_button("chevron-right", say(N_("Next year  Alt+Right")), partial(self.step, 1), name="festival.on")
        self.numbers = words("", "value")
        self.numbers.setObjectName("festival.numbers")
        self.record = button(say(N_("Open the record")), self.open_record, sign="file-text", name="festival.record")
        self.action_row.addWidget(self.record)
        self.action_row.addWidget(button(say(N_("Back")), self.back.emit, sign="arrow-left", keys="Esc", name="festival.leave"))
        self.held_on = TypedField("festival.held_on", say(N_("Date held")))
        self.held_on.setMaximumWidth(TOKENS.sidebar)
        self.topic = TypedField("festival.topic", say(N_("Topic")))
        head = row(earlier, self.name, later, self.numbers, 1)
        fields = row(self.held_on, self.topic, gap=TOKENS.between)
        fields.setStretch(1, 1)
        for layout in (head, fields):
            layout.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
            self.body.addLayout(layout)
        heads = (
            Head(say(N_("Place"))),
            Head(say(N_("Date held")), TOKENS.sidebar - TOKENS.row * 2),
            Head(say(N_("Attendees")), TOKENS.sidebar - TOKENS.row * 2, True),
            Head(say(N_("In the year before")), TOKENS.sidebar - TOKENS.row, True),
        )
        self.grid = Grid("festival.sites", heads, typed_in=_CAME)
        self.grid.grid.typed = self._typed
        self.grid.chosen.connect(lambda _row: self._offer())
        self.body.addWidget(self.grid, 1)
        hint = row(
            words(say(N_("Type how many came and press Enter; the next place follows. An empty number deletes.")), "quiet"), 1
        )
        hint.setContentsMargins(TOKENS.edge, TOKENS.gap, TOKENS.between, TOKENS.gap)
        self.body.addLayout(hint)
        shortcut(self, "Esc", self.back.emit)
        shortcut(self, "Alt+Left", partial(self.step, -1))
        shortcut(self, "Alt+Right", partial(self.step, 1))
        self._suggest_day()

    def focus_start(self) -> None:
        """The list."""
        self.grid.setFocus()

    def step(self, by: int) -> None:
        """Another year."""
        self.year += by
        self.found = None
        self._suggest_day()
        self.refresh()

    def refresh(self) -> None:
        """Read the year again."""
        context, year = self.desk.context, self.year
        self.read(lambda _job: festivals.festival(context, year), self._show, key="festival")

    def open_record(self) -> None:
        """The meeting of the place under the cursor, with its pictures and minutes."""
        site = self._site(self.grid.currentIndex().row())
        if site is not None and site.record:
            self.go.emit("meeting", site.record)

    def _suggest_day(self) -> None:
        self.held_on.text = f"19/08/{self.year}"

    def _show(self, found: Festival) -> None:
        fresh, self.found = self.found is None, found
        self.name.setText(str(found.year))
        if fresh or not self.topic.text:
            self.topic.text = found.topic
        came = number_vi(sum(site.attendees or 0 for site in found.held))
        facts = {"held": len(found.held), "people": came}
        self.numbers.setText(self.say(N_("{held} places · {people} attendances"), **facts))
        self.grid.show_lines([self._line(site) for site in found.sites])
        self._offer()

    def _line(self, site: Site) -> Line:
        day = short_date(site.held_on) if site.held_on else ""
        came, before = ("" if number is None else number_vi(number) for number in (site.attendees, site.before))
        return Line((site.name, day, came, before), ("", "quiet", "", "quiet"), key=site.key)

    def _offer(self) -> None:
        site = self._site(self.grid.currentIndex().row())
        self.record.setEnabled(site is not None and bool(site.record))

    def _site(self, place: int) -> Site | None:
        return self.found.sites[place] if self.found and 0 <= place < len(self.found.sites) else None

    def _typed(self, place: int, text: str) -> str | None:
        site, context = self._site(place), self.desk.context
        try:
            number = Integer(minimum=0, maximum=100_000).parse(text, context.clock.today())
        except Problem as problem:
            self.bars.tell("error", self.say(problem.message, **problem.facts))
            return None
        if site is None or number == site.attendees:
            return None
        held_on, topic = self.held_on.text, self.topic.text
        if number is not None:
            self.write(
                lambda _job: festivals.write(context, site, text, held_on=held_on, topic=topic),
                self._saved,
                failed=self._refused,
            )
        else:
            self.write(lambda _job: registers.delete(context, "meeting", site.record), lambda _none: self._deleted(site))
        return "" if number is None else number_vi(number)

    def _saved(self, saved: Saved) -> None:
        self.held_on.tell("")
        self.topic.tell("")
        if saved.warnings:
            self.bars.tell("warning", " ".join(saved.warnings))
        else:
            self.bars.clear()
        self.refresh()

    def _deleted(self, site: Site) -> None:
        context = self.desk.context

        def undo() -> None:
            self.write(lambda _job: registers.restore(context, "meeting", site.record), lambda _none: self.refresh())

        self.refresh()
        self.bars.tell("done", self.say(N_("“{title}” was deleted."), title=site.name), (self.say(N_("Undo")), undo))

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, InvalidRecord):
            found = {each.field: self.say(each.problem.message, **each.problem.facts) for each in problem.problems}
            self.held_on.tell(found.pop("held_on", ""))
            self.topic.tell(found.pop("topic", ""))
            self.bars.tell("error", next(iter(found.values()), self.say(problem.message)))
        else:
            self.explain(problem)
        self.refresh()
