"""The review of a year: every standing site with its rating and proposal, by keyboard, recorded at once."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.text import short_date
from app.records.models import PROPOSALS, RATINGS
from app.services import models
from app.services.models import Reviewed, SiteToReview
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.paper_menu import PAGE, Wanted
from app.ui.screens.review_table import ReviewModel, ReviewTable
from app.ui.theme import TOKENS
from app.ui.typed_field import TypedField
from app.ui.widgets import button, column, framed, row, shortcut, words

_YEARS_BACK = 4


class ModelReviewsPage(Page):
    """`enter` takes nothing. What was given and not saved stays as long as the program runs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Review of model sites")))
        say, today = self.say, desk.context.clock.today()
        self._year = today.year
        self.model = ReviewModel(say)
        self.model.changed.connect(self._count)
        self.table = ReviewTable(self.model)
        self.table.opened.connect(self._open)
        self.action_row.addWidget(button(say(N_("Models")), self._models, sign="arrow-left", keys="Esc", name="models"))
        self.action_row.addWidget(button(say(N_("Print")), self.print_out, sign="printer", keys="Ctrl+P", name="print"))
        self.save = button(say(N_("Save")), self._save, role="primary", sign="save", keys="Ctrl+S", name="save")
        self.action_row.addWidget(self.save)
        shortcut(self, "Esc", self._models)
        shortcut(self, "Ctrl+S", self._save)
        self.years = QComboBox()
        self.years.setObjectName("year")
        for year in range(today.year, today.year - _YEARS_BACK, -1):
            self.years.addItem(str(year), year)
        self.years.activated.connect(lambda _index: self._turn_to(int(self.years.currentData())))
        self.day = TypedField("reviewed_on", say(N_("Reviewed on")))
        self.day.text = short_date(today)
        self.day.setMaximumWidth(TOKENS.sidebar)
        self.state = words("", "quiet")
        self.state.setObjectName("state")
        top = row(column(words(say(N_("Year")), "label"), self.years, 1, gap=2), self.day, 1, self.state)
        top.setContentsMargins(TOKENS.edge, 0, TOKENS.between, TOKENS.inside)
        keys = words(self._keys(), "quiet", wrap=True)
        warning = words(
            say(N_("A proposal to drop a site drops nothing: open the site and write when and why it was dropped.")),
            "quiet",
            wrap=True,
        )
        foot = column(keys, warning, gap=TOKENS.gap)
        foot.setContentsMargins(TOKENS.edge, TOKENS.inside, TOKENS.between, TOKENS.inside)
        whole = column(top, self.table, framed("footer", foot), gap=0)
        whole.setStretch(1, 1)
        shown = QWidget()
        shown.setLayout(whole)
        self.body.addWidget(shown, 1)

    def enter(self, argument: object = None) -> None:
        """Read again, unless something was given and not saved."""
        if not self.model.wanted:
            self.refresh()

    def focus_start(self) -> None:
        """The sites."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the year's sites again."""
        context, year = self.desk.context, self._year
        self.read(lambda _job: models.sites_to_review(context, year), self.model.show, key="reviews")

    def print_out(self) -> None:
        """The year's review on paper."""
        self.go.emit(PAGE, Wanted("model_reviews", str(self._year), "model"))

    def _turn_to(self, year: int) -> None:
        today = self.desk.context.clock.today()
        self._year = year
        self.day.text = short_date(today if year == today.year else today.replace(year=year, month=12, day=31))
        self.refresh()

    def _save(self) -> None:
        wanted = tuple(self.model.wanted.values())
        if not wanted:
            self.bars.tell("warning", self.say(N_("Nothing was rated yet. Press 1 to 4 on a site.")))
            return
        context, year, day = self.desk.context, self._year, self.day.text

        def done(reviewed: Reviewed) -> None:
            self.day.tell("")
            self._done(reviewed, wanted)

        def failed(problem: Exception) -> None:
            if isinstance(problem, InvalidRecord):
                self.day.tell(self.say.error(problem.problems[0].problem))
                self.day.line.setFocus()
            else:
                self.explain(problem)

        self.write(lambda _job: models.review_all(context, year, day, wanted), done, failed=failed)

    def _done(self, reviewed: Reviewed, lines: tuple[SiteToReview, ...]) -> None:
        text = self.say.plural(N_("One site was reviewed."), N_("{n} sites were reviewed."), reviewed.count)
        to_drop = sum(line.proposal == "drop" for line in lines)
        if to_drop:
            one, many = N_("One of them is proposed to be dropped."), N_("{n} of them are proposed to be dropped.")
            text = f"{text} {self.say.plural(one, many, to_drop)}"
        self.bars.tell("done", text, (self.say(N_("Undo")), partial(self._undo, reviewed.batch)))
        self.refresh()

    def _undo(self, batch: str) -> None:
        context = self.desk.context

        def done(_undone: object) -> None:
            self.bars.tell("done", self.say(N_("It is as it was before.")))
            self.refresh()

        self.write(lambda _job: models.undo_reviews(context, batch), done)

    def _count(self) -> None:
        lines, wanted = self.model.lines, self.model.wanted
        reviewed = sum(bool(line.review) or line.id in wanted for line in lines)
        text = self.say(N_("{done} of {all} sites reviewed"), done=reviewed, all=len(lines))
        if wanted:
            unsaved = self.say.plural(N_("one not saved yet"), N_("{n} not saved yet"), len(wanted))
            text = f"{text} · {unsaved}"
        self.state.setText(text if lines else self.say(N_("No site of this unit stood in this year.")))
        self.save.setEnabled(bool(wanted))

    def _keys(self) -> str:
        def named(options: tuple[tuple[str, str], ...]) -> str:
            return " · ".join(f"{number} {self.say(label)}" for number, (_, label) in enumerate(options, 1))

        return self.say(
            N_("Rating: {ratings}. Then the proposal: {proposals}. Enter: next site."),
            ratings=named(RATINGS),
            proposals=named(PROPOSALS),
        )

    def _open(self, line: int) -> None:
        if 0 <= line < len(self.model.lines):
            self.go.emit("model_site", self.model.lines[line].id)

    def _models(self) -> None:
        self.go.emit("model", None)
