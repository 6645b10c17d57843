"""Targets and tasks of plans as lines of a grid, the same in a plan and on the page of all of them."""

from datetime import date

from app.core.i18n import N_, Translator
from app.core.text import short_date
from app.services.plans import PlanLines, TargetLine, TaskLine
from app.ui.grid import Grid, Head, Line
from app.ui.share_bar import ShareBar
from app.ui.theme import TOKENS

_BAR = 1


def make_grid(say: Translator, name: str, *, narrow: bool = False) -> Grid:
    """A grid with a column that draws bars; a `narrow` one stands in a record's pane and leaves more room to the words."""
    bar = TOKENS.sidebar_folded if narrow else TOKENS.sidebar // 2
    text = TOKENS.sidebar - (TOKENS.row if narrow else TOKENS.between)
    heads = (Head(say(N_("Target or task"))), Head("", bar), Head(say(N_("Progress")), text))
    grid = Grid(name, heads)
    grid.setItemDelegateForColumn(_BAR, ShareBar(grid))
    return grid


def lines_of(say: Translator, plan: PlanLines, today: date) -> list[Line]:
    """The plan's targets, then its tasks: those open by their day, then those done."""
    done_last = sorted(plan.tasks, key=lambda task: (task.done_on is not None, task.due_on or date.max))
    return [*(_of_target(target) for target in plan.targets), *(_of_task(say, task, today) for task in done_last)]


def _of_target(target: TargetLine) -> Line:
    reached = "accent" if target.share >= 1 else ""
    return Line((target.label, "", target.text), ("", "", reached), share=float(target.share), key=target)


def _of_task(say: Translator, task: TaskLine, today: date) -> Line:
    if task.done_on:
        text, tone = say(N_("done on {date}"), date=short_date(task.done_on)), "quiet"
    elif task.due_on is None:
        text, tone = "", ""
    else:
        late = task.due_on < today
        text, tone = say(N_("due on {date}"), date=short_date(task.due_on)), "error" if late else ""
    sign = "✓" if task.done_on else "○"
    return Line((f"{sign}  {task.task}", "", text), ("quiet" if task.done_on else "", "", tone), key=task)
