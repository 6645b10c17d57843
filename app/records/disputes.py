"""Disputes among people and their mediation. The register stays in the station; only closed figures go above."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

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
        LongText(), N_("Mediators and those invited"), stream=STATION, help=N_("The mediators, and whoever was asked to take part.")
    )
    agreement = field(LongText(), N_("What the parties agreed"), stream=STATION)
    outcome = field(Choice(OUTCOMES), N_("Outcome"), required=True, stream=STATION, default="pending", group="end", index=True)
    settled_on = field(Date(not_future=True), N_("Ended on"), stream=STATION, group="end", index=True)
    follow_up = field(LongText(), N_("Follow-up"), stream=STATION)
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
        keywords=("hòa giải viên", "kết quả hòa giải", "thỏa thuận"),
    )
)
