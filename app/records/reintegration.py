"""People who came home and are being helped. The register stays in the station; why somebody was away is never recorded."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, LongText, PersonName, Phone, Reference, Text, Year, YesNo
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

ENDINGS = (
    ("progress", N_("Made progress, needs help no more")),
    ("moved", N_("Moved away")),
    ("other", N_("Ended for another reason")),
)


class Reintegration(Record):
    """One person being guided and helped in the community (người được cảm hóa, giáo dục, giúp đỡ tại cộng đồng)."""

    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    birth_year = field(Year(), N_("Year of birth"), stream=STATION)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    began_on = field(Date(not_future=True), N_("Helped since"), required=True, stream=STATION, index=True)
    phone = field(Phone(), N_("Telephone"), stream=STATION)
    helper = field(Text(), N_("Helped by"), stream=STATION, help=N_("The person or association that helps."))
    helper_group = field(Reference("group"), N_("Helping group"), stream=STATION, index=True)
    needs_work = field(YesNo(), N_("Needs work"), stream=STATION, default=0)
    needs_loan = field(YesNo(), N_("Needs a loan"), stream=STATION, default=0)
    needs_papers = field(YesNo(), N_("Needs papers"), stream=STATION, default=0)
    needs_other = field(YesNo(), N_("Needs other help"), stream=STATION, default=0)
    progress = field(LongText(), N_("How it goes"), stream=STATION)
    ended_on = field(Date(not_future=True), N_("Help ended on"), stream=STATION, group="end", index=True)
    outcome = field(Choice(ENDINGS), N_("How it ended"), stream=STATION, group="end")
    notes = field(LongText(), N_("Notes"), stream=STATION)
    keep_until = field(
        Date(),
        N_("Kept until"),
        stream=STATION,
        index=True,
        help=N_("After this day the record is deleted for good. Left empty, it is counted from the day on which help ended."),
    )


REINTEGRATION = registry.add(
    RecordType(
        code="reintegration",
        record=Reintegration,
        title=N_("Person being helped"),
        plural=N_("People being helped"),
        purpose=N_("Who came home and needs work, a loan or papers. No offence is recorded, and nothing leaves the station."),
        columns=("name", "hamlet", "began_on", "ended_on", "keep_until"),
        sections=(
            Section("", ("name", "birth_year", "hamlet", "phone", "began_on", "helper", "helper_group")),
            Section(N_("What is needed"), ("needs_work", "needs_loan", "needs_papers", "needs_other", "progress", "notes")),
            Section(N_("End"), ("ended_on", "outcome", "keep_until")),
        ),
        summary="{name}",
        search=("name", "hamlet", "helper", "helper_group"),
        filters=("hamlet", "began_on", "outcome", "keep_until"),
        sort=("began_on", "desc"),
        children=(Child("visit", "person"),),
    )
)


class Visit(Record):
    """A visit to somebody who is being helped (thăm hỏi, gặp gỡ)."""

    person = field(Reference("reintegration"), N_("Person being helped"), required=True, stream=STATION, index=True)
    visited_on = field(Date(not_future=True), N_("Date of the visit"), required=True, stream=STATION, index=True)
    visitor = field(Text(max_length=120), N_("Visited by"), stream=STATION)
    progress = field(LongText(), N_("Progress since the last visit"), stream=STATION)
    help_given = field(LongText(), N_("Help given and what is still needed"), stream=STATION)


VISIT = registry.add(
    RecordType(
        code="visit",
        record=Visit,
        title=N_("Visit"),
        plural=N_("Visits"),
        purpose=N_("When somebody who is being helped was visited, and what is still needed."),
        columns=("visited_on", "person", "visitor", "progress"),
        sections=(Section("", ("person", "visited_on", "visitor", "progress", "help_given")),),
        summary="{visited_on} · {visitor}",
        search=("person", "visitor", "progress", "help_given"),
        filters=("visited_on",),
        sort=("visited_on", "desc"),
    )
)
