"""Plans and advisory papers, with their targets and tasks."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry
from app.records.figure_names import FIGURES

KINDS = (
    ("plan", N_("Plan")),
    ("programme", N_("Programme")),
    ("resolution", N_("Resolution or decision")),
    ("letter", N_("Advisory letter or report")),
    ("other", N_("Other paper")),
)


class Plan(Record):
    """A plan or paper issued, or prepared for the Party committee or the People's Committee (kế hoạch, văn bản tham mưu)."""

    issued_on = field(Date(not_future=True), N_("Date of issue"), required=True, group="paper", index=True)
    number = field(Text(max_length=60), N_("Number of the paper"), group="paper")
    kind = field(Choice(KINDS), N_("Kind of paper"), required=True, default="plan")
    title = field(Text(max_length=500), N_("About"), required=True)
    issuer = field(Text(max_length=200), N_("Issued by"))
    ends_on = field(Date(), N_("To be carried out by"))
    notes = field(LongText(), N_("Notes"), stream=STATION)


PLAN = registry.add(
    RecordType(
        code="plan",
        record=Plan,
        title=N_("Plan or paper"),
        plural=N_("Plans and advisory papers"),
        purpose=N_("Plans and advisory papers for the movement, with what is to be done and by when."),
        columns=("issued_on", "number", "kind", "title", "ends_on"),
        sections=(Section("", ("issued_on", "number", "kind", "title", "issuer", "ends_on", "notes")),),
        summary="{number} · {title}",
        search=("number", "title", "issuer"),
        filters=("issued_on", "kind", "ends_on"),
        sort=("issued_on", "desc"),
        children=(Child("plan_target", "plan"), Child("plan_task", "plan")),
    )
)


class PlanTarget(Record):
    """How much of one indicator a plan aims at (chỉ tiêu của kế hoạch). Progress is counted, never typed."""

    plan = field(Reference("plan"), N_("Plan or paper"), required=True, index=True)
    indicator = field(Choice(FIGURES), N_("Indicator"), required=True, group="target")
    wanted = field(Integer(minimum=1), N_("Target"), required=True, group="target")
    note = field(Text(max_length=200), N_("Note"), stream=STATION)


PLAN_TARGET = registry.add(
    RecordType(
        code="plan_target",
        record=PlanTarget,
        title=N_("Target"),
        plural=N_("Targets"),
        purpose=N_("How much of what the reports count a plan aims at, so that its progress is seen at any time."),
        columns=("indicator", "wanted", "note"),
        sections=(Section("", ("plan", "indicator", "wanted", "note")),),
        summary="{indicator}: {wanted}",
        search=("note", "plan"),
        filters=("indicator",),
        sort=("indicator", "asc"),
    )
)


class PlanTask(Record):
    """One thing a plan asks for, with its day (nhiệm vụ)."""

    plan = field(Reference("plan"), N_("Plan or paper"), required=True, index=True)
    task = field(Text(max_length=500), N_("Task"), required=True)
    due_on = field(Date(), N_("Due on"), required=True, index=True)
    done_on = field(Date(not_future=True), N_("Done on"))
    responsible = field(Text(max_length=120), N_("Person responsible"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)


PLAN_TASK = registry.add(
    RecordType(
        code="plan_task",
        record=PlanTask,
        title=N_("Task"),
        plural=N_("Tasks"),
        purpose=N_("What a plan asks for: by when it is due, and when it was done."),
        columns=("due_on", "task", "done_on", "responsible"),
        sections=(Section("", ("plan", "task", "due_on", "done_on", "responsible", "notes")),),
        summary="{due_on} · {task}",
        search=("task", "plan", "responsible"),
        filters=("due_on", "done_on"),
        sort=("due_on", "asc"),
    )
)
