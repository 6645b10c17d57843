"""Places that need attention: key areas, hot spots, complaints by many people together. Places and matters, never persons."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

LEVELS = (
    ("hamlet", N_("Hamlet")),
    ("commune", N_("Commune")),
)
GRADES = (
    ("key", N_("Key area")),
    ("complex", N_("Complex area")),
)
REASONS = (
    ("drugs", N_("Drugs")),
    ("theft", N_("Theft")),
    ("gambling", N_("Gambling")),
    ("fighting", N_("Fighting and public disorder")),
    ("traffic", N_("Traffic order and safety")),
    ("land", N_("Land and complaints")),
    ("border", N_("Border or adjoining area")),
    ("environment", N_("Environment, forests and minerals")),
    ("other", N_("Other reason")),
)
SETTLEMENTS = (
    ("talks", N_("By meeting and talking with the people")),
    ("mediation", N_("By mediation")),
    ("authorities", N_("By a decision of the authorities")),
    ("law", N_("Dealt with by law")),
    ("passed", N_("Passed to a higher level")),
)
MATTERS = (
    ("land", N_("Land and compensation")),
    ("environment", N_("Environment, forests and minerals")),
    ("works", N_("Building works and projects")),
    ("money", N_("Contributions, policies and payments")),
    ("order", N_("Public order")),
    ("other", N_("Other matter")),
)


class KeyArea(Record):
    """A key or complex area (địa bàn trọng điểm, phức tạp về an ninh, trật tự)."""

    area = field(Text(), N_("Area"), required=True)
    level = field(Choice(LEVELS), N_("Level"), required=True, default="hamlet", group="where")
    hamlet = field(Reference("hamlet"), N_("Hamlet"), group="where", index=True)
    grade = field(Choice(GRADES), N_("Kind of area"), required=True, default="key")
    reason = field(Choice(REASONS), N_("Main reason"), required=True, default="drugs")
    further_reason = field(Choice(REASONS), N_("Further reason"))
    decided_on = field(Date(not_future=True), N_("Since"), required=True, group="existence", index=True)
    decision = field(Text(max_length=60), N_("Decision number"))
    ended_on = field(Date(not_future=True), N_("Ceased on"), group="existence")
    measures = field(LongText(), N_("Measures"), stream=STATION)
    measures_on = field(
        Date(not_future=True), N_("Measures set on"), stream=STATION, group="measuring", help=N_("When they were last looked over.")
    )
    measures_until = field(Date(), N_("Measures run until"), stream=STATION, group="measuring")
    notes = field(LongText(), N_("Notes"), stream=STATION)


KEY_AREA = registry.add(
    RecordType(
        code="key_area",
        record=KeyArea,
        title=N_("Key area"),
        plural=N_("Key and complex areas"),
        purpose=N_("Which areas need most attention, for what reason, since when, and when they ceased to."),
        columns=("area", "grade", "reason", "decided_on", "ended_on"),
        sections=(
            Section("", ("area", "level", "hamlet", "grade", "reason", "further_reason", "decided_on", "decision")),
            Section(N_("Work in the area"), ("measures", "measures_on", "measures_until", "ended_on", "notes")),
        ),
        summary="{area}",
        search=("area", "hamlet", "decision", "measures"),
        filters=("hamlet", "grade", "reason", "decided_on"),
        sort=("decided_on", "desc"),
    )
)


class HotSpot(Record):
    """A "hot spot" of security and order that arose at a place (điểm nóng về an ninh, trật tự)."""

    arisen_on = field(Date(not_future=True), N_("Arose on"), required=True, index=True, group="span")
    place = field(Text(), N_("Place"), required=True, help=N_("A place, never a person."))
    hamlet = field(Reference("hamlet"), N_("Hamlet"))
    matter = field(Choice(MATTERS), N_("Field"), required=True, default="order")
    settled_on = field(Date(not_future=True), N_("Settled on"), group="span")
    settled_how = field(Choice(SETTLEMENTS), N_("How it was settled"))
    content = field(LongText(), N_("What happened"), stream=STATION)
    settlement = field(LongText(), N_("More about the settling"), stream=STATION)


HOT_SPOT = registry.add(
    RecordType(
        code="hot_spot",
        record=HotSpot,
        title=N_("Hot spot"),
        plural=N_("Hot spots"),
        purpose=N_("Where a hot spot arose, about what, and how it was settled; places, not persons."),
        columns=("arisen_on", "place", "hamlet", "matter", "settled_on"),
        sections=(
            Section("", ("arisen_on", "place", "hamlet", "matter", "content")),
            Section(N_("Settling"), ("settled_on", "settled_how", "settlement")),
        ),
        summary="{arisen_on} · {place}",
        search=("place", "hamlet", "content", "settlement"),
        filters=("arisen_on", "matter", "settled_on"),
        sort=("arisen_on", "desc"),
    )
)


class MassComplaint(Record):
    """A complaint that many people brought together (khiếu kiện đông người). The people are a number."""

    arisen_on = field(Date(not_future=True), N_("Date"), required=True, index=True, group="span")
    place = field(Text(), N_("Place"), required=True, help=N_("A place, never a person."))
    hamlet = field(Reference("hamlet"), N_("Hamlet"))
    matter = field(Choice(MATTERS), N_("Field"), required=True, default="land")
    people = field(Integer(minimum=1, maximum=100_000), N_("People who came"))
    settled_on = field(Date(not_future=True), N_("Settled on"), group="span")
    settled_how = field(Choice(SETTLEMENTS), N_("How it was settled"))
    content = field(LongText(), N_("What was complained about"), stream=STATION)
    settlement = field(LongText(), N_("More about the settling"), stream=STATION)


MASS_COMPLAINT = registry.add(
    RecordType(
        code="mass_complaint",
        record=MassComplaint,
        title=N_("Complaint by many people"),
        plural=N_("Complaints by many people"),
        purpose=N_("Complaints that many people brought together: where, about what, and how they were settled; no names."),
        columns=("arisen_on", "place", "matter", "people", "settled_on"),
        sections=(
            Section("", ("arisen_on", "place", "hamlet", "matter", "people", "content")),
            Section(N_("Settling"), ("settled_on", "settled_how", "settlement")),
        ),
        summary="{arisen_on} · {place}",
        search=("place", "hamlet", "content", "settlement"),
        filters=("arisen_on", "matter", "settled_on"),
        sort=("arisen_on", "desc"),
        totals=("people",),
    )
)
