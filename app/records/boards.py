"""Security notice boards and tip boxes."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, LongText, Phone, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

KINDS = (
    ("board", N_("Notice board with telephone numbers")),
    ("box", N_("Tip box")),
)
CONDITIONS = (
    ("good", N_("In good condition")),
    ("faded", N_("Faded or damaged")),
    ("missing", N_("Missing")),
)


class Board(Record):
    """A notice board with the security telephone numbers, or a tip box (biển thông báo, hòm thư tố giác)."""

    kind = field(Choice(KINDS), N_("Kind"), required=True, default="board", index=True)
    place = field(Text(), N_("Place"), required=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), index=True)
    number_shown = field(Phone(), N_("Number shown"))
    installed_on = field(Date(not_future=True), N_("Put up on"), required=True, group="existence", index=True)
    removed_on = field(Date(not_future=True), N_("Taken down on"), group="existence")
    condition = field(Choice(CONDITIONS), N_("Condition"), default="good")
    checked_on = field(Date(not_future=True), N_("Last checked on"))
    notes = field(LongText(), N_("Notes"), stream=STATION)


BOARD = registry.add(
    RecordType(
        code="board",
        record=Board,
        title=N_("Notice board"),
        plural=N_("Notice boards and tip boxes"),
        purpose=N_("Where the boards and boxes hang, which number they show and when they were last checked."),
        columns=("place", "kind", "hamlet", "number_shown", "installed_on", "condition"),
        sections=(
            Section("", ("kind", "place", "hamlet", "number_shown", "installed_on")),
            Section(N_("Care"), ("condition", "checked_on", "removed_on", "notes")),
        ),
        summary="{place}",
        search=("place", "hamlet", "number_shown"),
        filters=("kind", "hamlet", "condition"),
        sort=("installed_on", "desc"),
    )
)
