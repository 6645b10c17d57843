"""Meetings held among the people."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

FORMS = (
    ("study", N_("Study session")),
    ("propaganda", N_("Propaganda meeting")),
    ("forum", N_("Forum “Police listen to the people”")),
    ("festival", N_("Festival of the whole people, 19 August")),
    ("other", N_("Other meeting")),
)


class Meeting(Record):
    """One meeting held in a hamlet (buổi học tập, tuyên truyền; diễn đàn; Ngày hội)."""

    held_on = field(Date(not_future=True), N_("Date held"), required=True, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), index=True, help=N_("Leave empty for a meeting of the whole commune."))
    form = field(Choice(FORMS), N_("Form"), required=True, default="propaganda")
    topic = field(Text(max_length=500), N_("Topic"), required=True)
    attendees = field(Integer(minimum=0, maximum=100_000), N_("Attendees"), required=True, group="attendance")
    audience_officials = field(Integer(minimum=0, maximum=100_000), N_("of whom officials"), group="attendance")
    audience_workers = field(Integer(minimum=0, maximum=100_000), N_("of whom workers"), group="attendance")
    audience_pupils = field(Integer(minimum=0, maximum=100_000), N_("of whom pupils"), group="attendance")
    audience_people = field(Integer(minimum=0, maximum=100_000), N_("of whom villagers"), group="attendance")
    organisations = field(Text(max_length=500), N_("Organisations taking part"))
    leaflets = field(Integer(minimum=0, maximum=1_000_000), N_("Leaflets handed out"))
    signatures = field(
        Integer(minimum=0, maximum=100_000),
        N_("Commitments signed at the meeting"),
        help=N_("Only when there is no list of those who signed."),
    )
    opinions = field(Integer(minimum=0, maximum=10_000), N_("Opinions heard"))
    chair = field(Text(max_length=200), N_("Chair"), stream=STATION)
    presenters = field(Text(max_length=300), N_("Presenters"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)


MEETING = registry.add(
    RecordType(
        code="meeting",
        record=Meeting,
        title=N_("Meeting"),
        plural=N_("Meetings"),
        purpose=N_("Meetings held in the hamlets: when, where, about what, with how many people."),
        columns=("held_on", "hamlet", "form", "topic", "attendees"),
        sections=(
            Section("", ("held_on", "hamlet", "form", "topic")),
            Section(N_("People"), ("attendees", "audience_officials", "audience_workers", "audience_pupils", "audience_people")),
            Section(N_("Carried out by"), ("chair", "presenters", "organisations")),
            Section(N_("Results"), ("leaflets", "signatures", "opinions", "notes")),
        ),
        summary="{held_on} · {topic}",
        search=("topic", "hamlet", "chair", "presenters", "organisations", "notes"),
        filters=("held_on", "hamlet", "form"),
        sort=("held_on", "desc"),
        totals=("attendees",),
        keywords=("buổi tuyên truyền", "nội dung", "số người dự", "chủ trì"),
    )
)
