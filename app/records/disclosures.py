"""What left the program with names of people in it: prints, files and copies, as NĐ 26/2020 asks of what is copied and printed."""

from app.core.i18n import N_
from app.core.kinds import Choice, Integer, LongText, Moment, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

PURPOSES = (
    ("report", N_("Report to the unit above")),
    ("work", N_("Work in the hamlet, meetings, signing")),
    ("award", N_("Commendation and awards")),
    ("transfer", N_("Passing on to a competent body")),
    ("inspection", N_("Inspection and checks")),
    ("file", N_("The station's own file")),
    ("other", N_("Another purpose, in words")),
)
WAYS = (
    ("print", N_("Printed")),
    ("pdf", N_("Saved as PDF")),
    ("word", N_("Saved as Word")),
    ("excel", N_("Saved as Excel")),
    ("copy", N_("Copied")),
)


class Disclosure(Record):
    """One leaving of names (lượt in, sao, xuất có thông tin cá nhân): written by the program, and never changed."""

    left_at = field(Moment(), N_("Left at"), required=True, stream=STATION, index=True)
    officer = field(Reference("officer"), N_("Officer"), stream=STATION)
    register = field(Text(max_length=200), N_("Register"), required=True, stream=STATION)
    paper = field(Text(max_length=200), N_("Paper"), stream=STATION)
    way = field(Choice(WAYS), N_("How"), required=True, stream=STATION)
    rows = field(Integer(minimum=0), N_("Rows"), stream=STATION)
    contents = field(LongText(max_length=4000), N_("Columns with names or contact data"), stream=STATION)
    purpose = field(Choice(PURPOSES), N_("Purpose"), required=True, stream=STATION)
    details = field(Text(max_length=300), N_("For what, in words"), stream=STATION)
    copies = field(Integer(minimum=1, maximum=10_000), N_("Copies"), stream=STATION)


DISCLOSURE = registry.add(
    RecordType(
        code="disclosure",
        record=Disclosure,
        title=N_("Print, copy or export"),
        plural=N_("Prints, copies, exports"),
        purpose=N_("Who printed, copied or exported names of people, when and for what. Written by the program, never changed."),
        columns=("left_at", "officer", "register", "paper", "way", "rows", "purpose"),
        sections=(
            Section("", ("left_at", "officer", "way", "copies")),
            Section(N_("What left"), ("register", "paper", "rows", "contents")),
            Section(N_("For what purpose"), ("purpose", "details")),
        ),
        summary="{left_at} · {register}",
        search=("register", "paper", "details"),
        filters=("left_at", "way", "purpose"),
        sort=("left_at", "desc"),
        totals=("rows",),
        written_once=True,
    )
)
