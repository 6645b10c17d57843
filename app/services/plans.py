"""Plans at work: how far each target is, counted over the plan's own days, and which of its tasks are done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.text import decimal_vi, fold, number_vi
from app.data.conditions import AllOf, AnyOf, Between, IsEmpty, OneOf, ParentMatches
from app.data.reader import Reader
from app.data.views import RecordView
from app.records.figure_names import FIGURES
from app.services import registers
from app.services.context import Context
from app.services.registers.origin import own_codes, own_records
from app.services.reports.unit_facts import other_units, unit_facts
from app.statistics.by_hand import given_by_hand
from app.statistics.closed import newest_sheets
from app.statistics.compute import Figure, compute
from app.statistics.indicators import INDICATORS
from app.statistics.periods import Period, PeriodKind

_MOST = 500
_NAMES = dict(FIGURES)


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target: what is wanted, and what has been counted since the plan was issued."""

    id: str
    label: str
    unit: str
    wanted: int
    done: int

    @property
    def share(self) -> Decimal:
        """How much of the target is reached; more than 1 beyond it."""
        return Decimal(self.done) / Decimal(self.wanted)

    @property
    def text(self) -> str:
        """ "48/60 buổi · 80 %"."""
        return f"{number_vi(self.done)}/{number_vi(self.wanted)} {self.unit} · {decimal_vi(self.share * 100)} %"


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of a plan. `own` tells whether this unit may say that it is done."""

    id: str
    task: str
    due_on: date | None
    done_on: date | None
    own: bool


@dataclass(frozen=True, slots=True)
class PlanLines:
    """A plan with its targets in the order of the report and its tasks by their day. `ends_on` may be unknown."""

    id: str
    title: str
    issued_on: date | None
    ends_on: date | None
    targets: tuple[TargetLine, ...]
    tasks: tuple[TaskLine, ...]


def running(ctx: Context) -> tuple[PlanLines, ...]:
    """Every plan of this unit that aims at something and is not over, or has a task open; the ones that end first come first."""
    today = ctx.clock.today()
    this_year = AllOf((IsEmpty("ends_on"), Between("issued_on", f"{today.year:04}-01-01", None)))
    with ctx.store.reader() as reader:
        own = own_records(ctx, reader)
        open_ = AllOf((own, IsEmpty("done_on"), ParentMatches("plan", "plan", AllOf())))
        open_tasks = reader.window("plan_task", open_, order=("due_on", "asc"), limit=_MOST)
        waiting = tuple({str(task.values["plan"]) for task in open_tasks if task.values["plan"]})
        going = AllOf((own, AnyOf((Between("ends_on", today.isoformat(), None), this_year, OneOf("id", waiting)))))
        plans = reader.window("plan", going, order=("ends_on", "asc"), limit=_MOST)
        found = _lines(ctx, reader, plans)
    return tuple(plan for plan in found if plan.targets or plan.tasks)


def progress(ctx: Context, plan_id: str) -> PlanLines:
    """One plan's targets and tasks. Raises `UserError` "record.none" like opening it would."""
    registers.open_record(ctx, "plan", plan_id)
    with ctx.store.reader() as reader:
        return _lines(ctx, reader, list(reader.get_many("plan", (plan_id,)).values()))[0]


def toggle_done(ctx: Context, task: TaskLine) -> None:
    """A task that is open was done today; one that is done is open again."""
    done = "" if task.done_on else f"{ctx.clock.today():%d/%m/%Y}"
    registers.save(ctx, "plan_task", task.id, {"done_on": done})


def _lines(ctx: Context, reader: Reader, plans: Sequence[RecordView]) -> list[PlanLines]:
    ids = tuple(plan.id for plan in plans)
    targets = reader.window("plan_target", OneOf("plan", ids), order=("indicator", "asc"), limit=_MOST * 4)
    tasks = reader.window("plan_task", OneOf("plan", ids), order=("due_on", "asc"), limit=_MOST * 4)
    counted: dict[Period, dict[str, Figure]] = {}
    codes = own_codes(ctx, reader)
    found = []
    for plan in plans:
        own_targets = sorted((target for target in targets if target.values["plan"] == plan.id), key=_place)
        period = _period(ctx, plan)
        if own_targets and period not in counted:
            wanted = {str(t.values["indicator"]) for t in targets if _period_of(ctx, plans, t) == period}
            counted[period] = _figures(ctx, reader, period, wanted)
        found.append(
            PlanLines(
                plan.id,
                " · ".join(str(plan.values[name]) for name in ("number", "title") if plan.values[name]),
                _day(plan.values["issued_on"]),
                _day(plan.values["ends_on"]),
                tuple(_target(ctx, target, counted[period]) for target in own_targets if target.values["wanted"]),
                tuple(_task(task, codes) for task in tasks if task.values["plan"] == plan.id),
            )
        )
    return found


def _figures(ctx: Context, reader: Reader, period: Period, codes: set[str]) -> dict[str, Figure]:
    known = [INDICATORS[code] for code in INDICATORS if code in codes]
    own = ctx.store.unit
    names = {fold(unit.name): unit.code for unit in (*other_units(reader, own), unit_facts(reader, own))}
    given = [(figure.column(own, names), figure) for figure in given_by_hand(reader, period, INDICATORS).counted]
    return compute(reader, period, own_unit=own, sheets=newest_sheets(reader), indicators=known, by_hand=given)


def _period_of(ctx: Context, plans: Sequence[RecordView], target: RecordView) -> Period | None:
    plan = next((plan for plan in plans if plan.id == target.values["plan"]), None)
    return _period(ctx, plan) if plan else None


def _period(ctx: Context, plan: RecordView) -> Period:
    """The plan's own days: from its issue to the day it is to be carried out by, until today where there is none."""
    today = ctx.clock.today()
    start, end = _day(plan.values["issued_on"]) or today, _day(plan.values["ends_on"]) or today
    return Period(PeriodKind.DATES, start, max(start, end))


def _target(ctx: Context, target: RecordView, figures: dict[str, Figure]) -> TargetLine:
    code = str(target.values["indicator"])
    indicator, figure = INDICATORS.get(code), figures.get(code)
    unit = ctx.say(indicator.unit) if indicator else ""
    return TargetLine(target.id, ctx.say(_NAMES.get(code, code)), unit, int(target.values["wanted"]), figure.value if figure else 0)


def _place(target: RecordView) -> int:
    codes = tuple(INDICATORS)
    code = target.values["indicator"]
    return codes.index(code) if code in codes else len(codes)


def _task(task: RecordView, own: Collection[str]) -> TaskLine:
    values = task.values
    return TaskLine(task.id, str(values["task"] or ""), _day(values["due_on"]), _day(values["done_on"]), task.unit in own)


def _day(kept: object) -> date | None:
    return date.fromisoformat(str(kept)) if kept else None
