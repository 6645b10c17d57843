"""In a steering committee: who serves on it, in the order of their roles, and what it asked for, each task done by one key."""

from app.core.i18n import N_
from app.core.text import short_date
from app.services import committees
from app.services.committees import AskedFor, AtAGlance, Serving
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.grid import Grid, Head, Line
from app.ui.parts.base import Part
from app.ui.theme import TOKENS
from app.ui.widgets import column, row, words


class CommitteePart(Part):
    """Space turns a task; Enter opens a member or a task. Hidden while there is neither."""

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        say = self.say
        self.grid = Grid("committee.glance", (Head(""), Head("", TOKENS.sidebar - TOKENS.between)))
        self.grid.setAccessibleName(say(N_("Who serves, and what is to be done")))
        self.grid.setProperty("role", "framed")
        self.grid.horizontalHeader().hide()
        self.grid.opened.connect(self._open)
        self.grid.keyed.connect(self._keyed)
        heading = words(say(N_("Who serves, and what is to be done")), "section", wrap=True)
        hint = words(say(N_("Space: done today")) if own else "", "quiet")
        head = row(heading, hint)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.grid, gap=TOKENS.gap))
        self.hide()
        self._behind: dict[object, Serving | AskedFor] = {}
        self._look()

    def _look(self) -> None:
        context, committee = self.desk.context, self.record_id
        self.read(lambda _job: committees.at_a_glance(context, committee), self._show, key="glance")

    def _show(self, found: AtAGlance) -> None:
        self._behind = {member.id: member for member in found.members}
        self._behind |= {task.id: task for task in found.tasks}
        lines = [
            Line((" · ".join(filter(None, (each.name, each.office))), each.role), ("", "quiet"), key=each.id)
            for each in found.members
        ]
        lines += [self._line(task) for task in found.tasks]
        self.grid.show_lines(lines)
        self.grid.be_as_high_as_its_lines()
        self.setVisible(bool(lines))

    def _line(self, task: AskedFor) -> Line:
        text, tone = "", "quiet"
        if task.done_on:
            text = self.say(N_("done on {date}"), date=short_date(task.done_on))
        elif task.due_on:
            text = self.say(N_("due on {date}"), date=short_date(task.due_on))
            tone = "error" if task.due_on < self.desk.context.clock.today() else ""
        who = f" · {task.who}" if task.who else ""
        named = task.task or self.say(N_("Task"))
        return Line((f"{'✓' if task.done_on else '○'}  {named}{who}", text), ("quiet" if task.done_on else "", tone), key=task.id)

    def _keyed(self, place: int, key: str) -> None:
        task = self._behind.get(self.grid.grid.lines[place].key)
        if key == " " and isinstance(task, AskedFor) and task.own and self.own:
            context = self.desk.context
            self.write(lambda _job: committees.toggle_done(context, task), lambda _none: self._look())

    def _open(self, place: int) -> None:
        line = self._behind.get(self.grid.grid.lines[place].key)
        if isinstance(line, Serving):
            self.child.emit("committee_member", line.id)
        elif isinstance(line, AskedFor):
            self.child.emit("committee_task", line.id)
