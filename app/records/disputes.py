"""Disputes among people and their mediation. The register stays in the station; only closed figures go above."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

MATTERS = (
    ("land", N_("Land")),
    ("family", N_("Marriage and family")),
    ("neighbours", N_("Between neighbours")),
    ("water", N_("Water, paths and boundaries")),
    ("debt", N_("Debts and property")),
    ("cattle", N_("Cattle and crops")),
    ("other", N_("Other matter")),
)
OUTCOMES = (
    ("pending", N_("Being mediated")),
    ("mediated", N_("Mediated with success")),
    ("failed", N_("Mediated without success")),
    ("referred", N_("Passed to another body")),
)


class Dispute(Record):
    """One dispute (mâu thuẫn, tranh chấp), with the columns of the official register of mediation.

    It is kept about a place and a quarrel: the parties are words in it, never records, and cannot be searched for.
    """

    number = field(Integer(minimum=1, maximum=100_000), N_("Number in the register"), stream=STATION)
    received_on = field(Date(not_future=True), N_("Date received"), required=True, stream=STATION, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    place = field(Text(), N_("Place"), stream=STATION, help=N_("Disputes at one place are found together by its name."))
    matter = field(Choice(MATTERS), N_("Field"), required=True, stream=STATION, default="land")
    parties = field(LongText(), N_("The parties"), stream=STATION, help=N_("Names, ages and addresses, as the register asks."))
    content = field(LongText(), N_("What the dispute is about"), required=True, stream=STATION)
    mediators = field(
        LongText(),
        N_("Mediators and those invited"),
        stream=STATION,
        help=N_("As in the register; or add mediators one by one below the saved record."),
    )
    agreement = field(LongText(), N_("What the parties agreed"), stream=STATION)
    outcome = field(Choice(OUTCOMES), N_("Outcome"), required=True, stream=STATION, default="pending", group="end", index=True)
    settled_on = field(Date(not_future=True), N_("Ended on"), stream=STATION, group="end", index=True)
    follow_up = field(LongText(), N_("What is still to be done"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)


DISPUTE = registry.add(
    RecordType(
        code="dispute",
        record=Dispute,
        title=N_("Dispute"),
        plural=N_("Disputes and mediation"),
        purpose=N_("Disputes in the hamlets, so that they are settled early. Nothing of this register leaves the station."),
        columns=("received_on", "hamlet", "place", "content", "outcome"),
        sections=(
            Section("", ("number", "received_on", "hamlet", "place", "matter", "parties", "content")),
            Section(N_("Mediation"), ("mediators", "agreement", "outcome", "settled_on", "follow_up", "notes")),
        ),
        summary="{received_on} · {matter} · {place}",
        search=("place", "hamlet", "content", "mediators"),
        filters=("received_on", "hamlet", "matter", "outcome"),
        sort=("received_on", "desc"),
        children=(Child("mediator", "dispute"), Child("follow_up", "dispute")),
    )
)

PARTS = (
    ("mediator", N_("Mediator")),
    ("invited", N_("Invited to take part")),
)


class Mediator(Record):
    """Who mediated in a dispute (hòa giải viên), or was asked to take part. Never one of the parties."""

    dispute = field(Reference("dispute"), N_("Dispute"), required=True, stream=STATION, index=True)
    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    part = field(Choice(PARTS), N_("Took part as"), required=True, stream=STATION, default="mediator")
    person = field(Reference("person"), N_("Person"), stream=STATION, index=True, hidden=True)


MEDIATOR = registry.add(
    RecordType(
        code="mediator",
        record=Mediator,
        title=N_("Mediator"),
        plural=N_("Mediators"),
        purpose=N_("Who mediated in which dispute. Nothing of this register leaves the station."),
        columns=("name", "part", "dispute"),
        sections=(Section("", ("dispute", "name", "part")),),
        summary="{name}",
        search=("name",),
        filters=("part",),
        sort=("name", "asc"),
        in_menu=False,
    )
)

STATES = (
    ("calm", N_("Calm, both sides keep to it")),
    ("tense", N_("Still tense")),
    ("again", N_("Broke out again")),
)


class FollowUp(Record):
    """Looking again how things are at the place of a dispute (theo dõi sau hòa giải): planned for a day, then done."""

    dispute = field(Reference("dispute"), N_("Dispute"), required=True, stream=STATION, index=True)
    due_on = field(Date(), N_("Look again on"), required=True, stream=STATION, index=True)
    looked_on = field(Date(not_future=True), N_("Looked on"), stream=STATION, group="look")
    state = field(Choice(STATES), N_("How it is now"), stream=STATION, group="look")
    note = field(LongText(), N_("Note"), stream=STATION)


FOLLOW_UP = registry.add(
    RecordType(
        code="follow_up",
        record=FollowUp,
        title=N_("Follow-up"),
        plural=N_("Follow-ups"),
        purpose=N_("When to look again at the place of a dispute, and how it was found."),
        columns=("due_on", "dispute", "looked_on", "state"),
        sections=(Section("", ("dispute", "due_on", "looked_on", "state", "note")),),
        summary="{due_on} · {state}",
        search=("dispute", "note"),
        filters=("due_on", "state"),
        sort=("due_on", "desc"),
        in_menu=False,
    )
)
