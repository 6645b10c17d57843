"""People of standing: their names stay in the station; a number a year goes above."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Phone, Reference, Text, Year, YesNo
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry


class TrustedPerson(Record):
    """A person of standing among the people (người có uy tín). Nothing but their own contributions can refer to one."""

    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    birth_year = field(Year(), N_("Year of birth"), stream=STATION)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    phone = field(Phone(), N_("Telephone"), stream=STATION)
    mediates = field(YesNo(), N_("Helps to mediate"), stream=STATION, default=0)
    mobilises = field(YesNo(), N_("Helps to win people over"), stream=STATION, default=0)
    informs = field(YesNo(), N_("Helps to spread the law"), stream=STATION, default=0)
    recognised_on = field(Date(not_future=True), N_("Recognised on"), stream=STATION, group="recognition")
    decision = field(Text(max_length=60), N_("Decision number"), stream=STATION, group="recognition")
    review_on = field(
        Date(),
        N_("Recognition due again on"),
        stream=STATION,
        index=True,
        help=N_("Left empty, it is counted from the day of the last recognition."),
    )
    ended_on = field(Date(not_future=True), N_("Ended on"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)


TRUSTED_PERSON = registry.add(
    RecordType(
        code="trusted_person",
        record=TrustedPerson,
        title=N_("Person of standing"),
        plural=N_("People of standing"),
        purpose=N_("Whom to ask for help in a hamlet, and whose recognition is due. No name leaves the station."),
        columns=("name", "hamlet", "phone", "recognised_on", "review_on"),
        sections=(
            Section("", ("name", "birth_year", "hamlet", "phone")),
            Section(N_("What they help with"), ("mediates", "mobilises", "informs", "notes")),
            Section(N_("Recognition"), ("recognised_on", "decision", "review_on", "ended_on")),
        ),
        summary="{name}",
        search=("name", "hamlet", "decision"),
        filters=("hamlet", "review_on"),
        sort=("name", "asc"),
        children=(Child("contribution", "trusted"),),
    )
)

CONTRIBUTIONS = (
    ("mediation", N_("Mediation")),
    ("mobilising", N_("Winning people over")),
    ("spreading", N_("Spreading the law")),
)
"""Hòa giải, vận động, tuyên truyền: the closed list of what is kept. Informing is none of them."""


class Contribution(Record):
    """Something a person of standing did for the movement (đóng góp)."""

    trusted = field(Reference("trusted_person"), N_("Person of standing"), required=True, stream=STATION, index=True)
    happened_on = field(Date(not_future=True), N_("Date"), required=True, stream=STATION, index=True)
    kind = field(Choice(CONTRIBUTIONS), N_("Contribution"), required=True, stream=STATION, default="mediation")
    note = field(
        LongText(),
        N_("Note"),
        stream=STATION,
        help=N_("What was done, for the recognition. Never what somebody reported."),
    )


CONTRIBUTION = registry.add(
    RecordType(
        code="contribution",
        record=Contribution,
        title=N_("Contribution"),
        plural=N_("Contributions"),
        purpose=N_("What a person of standing did for the movement, so that their recognition can be proposed."),
        columns=("happened_on", "trusted", "kind", "note"),
        sections=(Section("", ("trusted", "happened_on", "kind", "note")),),
        summary="{happened_on} · {kind}",
        search=("trusted", "note"),
        filters=("happened_on", "kind"),
        sort=("happened_on", "desc"),
        in_menu=False,
    )
)


class TrustedCount(Record):
    """How many people of standing a unit has in a year: all that the unit above learns of them."""

    year = field(Year(), N_("Year"), required=True, index=True)
    people = field(Integer(minimum=0, maximum=10_000), N_("People of standing"), required=True)
    stands_from = field(Date(), N_("Counts from"), hidden=True)
    """Worked out from the year, like `stands_until`: indicators ask what stands on a day."""
    stands_until = field(Date(), N_("Counts until"), hidden=True)


TRUSTED_COUNT = registry.add(
    RecordType(
        code="trusted_count",
        record=TrustedCount,
        title=N_("Number of people of standing"),
        plural=N_("Numbers of people of standing"),
        purpose=N_("The number of people of standing, given once a year for the reports."),
        columns=("year", "people"),
        sections=(Section("", ("year", "people")),),
        summary="{year}",
        filters=(),
        sort=("year", "desc"),
    )
)
