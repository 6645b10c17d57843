"""People of standing: their names stay in the station; a number a year goes above."""

from app.core.i18n import N_
from app.core.kinds import Date, Integer, PersonName, Phone, Reference, Text, Year, YesNo
from app.data.declare import STATION, Record, RecordType, Section, field, registry


class TrustedPerson(Record):
    """A person of standing among the people (người có uy tín). No other register can refer to one."""

    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    birth_year = field(Year(), N_("Year of birth"), stream=STATION)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    phone = field(Phone(), N_("Telephone"), stream=STATION)
    mediates = field(YesNo(), N_("Helps to mediate"), stream=STATION, default=0)
    mobilises = field(YesNo(), N_("Helps to win people over"), stream=STATION, default=0)
    informs = field(YesNo(), N_("Helps to spread the law"), stream=STATION, default=0)
    recognised_on = field(Date(not_future=True), N_("Recognised on"), stream=STATION, group="recognition")
    decision = field(Text(max_length=60), N_("Decision number"), stream=STATION, group="recognition")
    review_on = field(Date(), N_("Recognition due again on"), stream=STATION, index=True)
    ended_on = field(Date(not_future=True), N_("Ended on"), stream=STATION)


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
            Section(N_("Contributions"), ("mediates", "mobilises", "informs")),
            Section(N_("Recognition"), ("recognised_on", "decision", "review_on", "ended_on")),
        ),
        summary="{name}",
        search=("name", "hamlet", "decision"),
        filters=("hamlet", "review_on"),
        sort=("name", "asc"),
        keywords=("người có uy tín",),
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
