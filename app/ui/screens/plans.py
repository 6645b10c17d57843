"""All plans at work on one page: how far their targets are, and what is still to be done, each task done by one key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.i18n import N_
from app.core.text import short_date
from app.services import plans
from app.services.plans import PlanLines, TaskLine
from app.ui.desk import Desk
from app.ui.grid import Line
from app.ui.page import Page
from app.ui.plan_lines import lines_of, make_grid
from app.ui.register_page import ADD
from app.ui.theme import TOKENS
from app.ui.widgets import button, column, row, words


class PlansPage(Page):
    """Enter opens the plan, Space turns a task."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.say(N_("Plans at work")))
        say = self.say
        self._plans: tuple[PlanLines, ...] = ()
        self._whose: list[str] = []
        self.action_row.addWidget(words(say(N_("Space: done today")), "quiet"))
        self.action_row.addWidget(button(say(N_("All plans")), lambda: self.go.emit("plan", None), name="plans.all"))
        self.action_row.addWidget(button(say(N_("Add a plan")), self.first_action, role="primary", sign="plus", name="plans.add"))
        self.grid = make_grid(say, "plans")
        self.grid.opened.connect(self._open)
        self.grid.keyed.connect(self._keyed)
        nothing = words(
            say(N_("No plan is running that has targets or tasks. Add them to a plan, and they are followed here.")), wrap=True
        )
        nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        begin = button(say(N_("Add a plan")), self.first_action, role="primary", name="plans.begin")
        empty = QWidget()
        empty.setLayout(column(1, nothing, row(1, begin, 1), 2, edge=TOKENS.edge, gap=TOKENS.between))
        self.parts = QStackedWidget()
        self.parts.setProperty("role", "ground")
        self.parts.addWidget(self.grid)
        self.parts.addWidget(empty)
        self.body.addWidget(self.parts, 1)

    def focus_start(self) -> None:
        """The list."""
        self.grid.setFocus()

    def refresh(self) -> None:
        """Count again."""
        context = self.desk.context
        self.read(lambda _job: plans.running(context), self._show, key="plans", title=self.say(N_("Counting")))

    def first_action(self) -> None:
        """A further plan."""
        self.go.emit("plan", ADD)

    def _show(self, found: tuple[PlanLines, ...]) -> None:
        today = self.desk.context.clock.today()
        lines: list[Line] = []
        self._whose = []
        for plan in found:
            until = self.say(N_("until {date}"), date=short_date(plan.ends_on)) if plan.ends_on else ""
            title = " · ".join(filter(None, (plan.title, until)))
            own = [Line((title,), heading=True), *lines_of(self.say, plan, today)]
            lines += own
            self._whose += [plan.id] * len(own)
        self.grid.show_lines(lines)
        self.parts.setCurrentIndex(0 if lines else 1)

    def _open(self, place: int) -> None:
        self.go.emit("plan", self._whose[place])

    def _keyed(self, place: int, key: str) -> None:
        task = self.grid.grid.lines[place].key
        if key == " " and isinstance(task, TaskLine) and task.own:
            context = self.desk.context
            self.write(lambda _job: plans.toggle_done(context, task), lambda _none: self.refresh())
