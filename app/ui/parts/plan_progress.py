"""In a plan: how far its targets are, and its tasks, each done by one key."""

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_
from app.services import plans
from app.services.plans import PlanLines, TaskLine
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.plan_lines import lines_of, make_grid
from app.ui.theme import TOKENS
from app.ui.widgets import column, row, words


class PlanProgress(Part):
    """Space turns a task; Enter opens a target or a task. Hidden while the plan has neither."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.grid = make_grid(self.say, "plan.progress", narrow=True)
        self.grid.setProperty("role", "framed")
        self.grid.horizontalHeader().hide()
        self.grid.opened.connect(self._open)
        self.grid.keyed.connect(self._keyed)
        hint = words(self.say(N_("Space: done today")), "quiet")
        heading: QWidget = words(self.say(N_("Progress")), "section")
        self.setLayout(column(row(heading, 1, hint), self.grid, gap=TOKENS.gap))
        self.hide()
        self._look()

    def _look(self) -> None:
        context, plan = self.desk.context, self.record_id
        self.read(lambda _job: plans.progress(context, plan), self._show, key="progress")

    def _show(self, plan: PlanLines) -> None:
        lines = lines_of(self.say, plan, self.desk.context.clock.today())
        self.grid.show_lines(lines)
        self.grid.be_as_high_as_its_lines()
        self.setVisible(bool(lines))

    def _keyed(self, place: int, key: str) -> None:
        task = self.grid.grid.lines[place].key
        if key == " " and isinstance(task, TaskLine) and task.own and self.own:
            context = self.desk.context
            self.write(lambda _job: plans.toggle_done(context, task), lambda _none: self._look())

    def _open(self, place: int) -> None:
        line = self.grid.grid.lines[place].key
        if isinstance(line, TaskLine):
            self.child.emit("plan_task", line.id)
        elif isinstance(line, plans.TargetLine):
            self.child.emit("plan_target", line.id)
