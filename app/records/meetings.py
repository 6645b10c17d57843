"""Meetings held among the people, and what people said and were answered there."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Hour, Integer, LongText, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

FORMS = (
    ("study", N_("Study session")),
    ("propaganda", N_("Propaganda meeting")),
    ("forum", N_("Forum “Police listen to the people”")),
    ("festival", N_("Festival of the whole people, 19 August")),
    ("other", N_("Other meeting")),
)


class Meeting(Record):
    """One meeting held in a hamlet (buổi học tập, tuyên truyền; diễn đàn; một điểm tổ chức Ngày hội 19/8)."""

    held_on = field(Date(not_future=True), N_("Date held"), required=True, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), index=True, help=N_("Leave empty for a meeting of the whole commune."))
    form = field(Choice(FORMS), N_("Form"), required=True, default="propaganda")
    topic = field(Text(max_length=500), N_("Topic"), required=True)
    attendees = field(Integer(minimum=0, maximum=100_000), N_("Attendees"), required=True, group="attendance")
    audience_officials = field(Integer(minimum=0, maximum=100_000), N_("of whom officials"), group="attendance")
    audience_workers = field(Integer(minimum=0, maximum=100_000), N_("of whom workers"), group="attendance")
    audience_pupils = field(Integer(minimum=0, maximum=100_000), N_("of whom pupils"), group="attendance")
    audience_people = field(Integer(minimum=0, maximum=100_000), N_("of whom villagers"), group="attendance")
    organisations = field(
        Text(max_length=500), N_("Organisations taking part"), help=N_("Several are written one after the other, with commas.")
    )
    leaflets = field(Integer(minimum=0, maximum=1_000_000), N_("Leaflets handed out"))
    signatures = field(
        Integer(minimum=0, maximum=100_000),
        N_("Commitments signed at the meeting"),
        help=N_("Only when there is no list of those who signed."),
    )
    opinions = field(
        Integer(minimum=0, maximum=10_000),
        N_("Opinions heard"),
        help=N_("Left empty, the opinions recorded below are counted."),
    )
    chair = field(Text(max_length=200), N_("Chair"), stream=STATION)
    presenters = field(Text(max_length=300), N_("Presenters"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)
    place = field(Text(max_length=200), N_("Place"), stream=STATION)
    begun_at = field(Hour(), N_("Meeting began at"), stream=STATION, group="hours")
    ended_at = field(Hour(), N_("Meeting ended at"), stream=STATION, group="hours")
    secretary = field(Text(max_length=200), N_("Secretary"), stream=STATION)
    proceedings = field(LongText(), N_("What was said and done"), stream=STATION)
    conclusion = field(LongText(), N_("Conclusion"), stream=STATION)


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
            Section(N_("For the minutes"), ("place", "begun_at", "ended_at", "secretary", "proceedings", "conclusion")),
        ),
        summary="{held_on} · {topic}",
        search=("topic", "hamlet", "chair", "presenters", "organisations", "place", "notes", "proceedings"),
        filters=("held_on", "hamlet", "form"),
        sort=("held_on", "desc"),
        totals=("attendees",),
        children=(Child("opinion", "meeting"),),
    )
)

MATTERS = (
    ("security", N_("Security and order in the hamlet")),
    ("crime", N_("Crime and social evils")),
    ("traffic", N_("Traffic")),
    ("papers", N_("Identity and residence papers")),
    ("fire", N_("Fire prevention")),
    ("land", N_("Land and environment")),
    ("conduct", N_("How officers work")),
    ("policy", N_("Allowances and policies")),
    ("other", N_("Other matter")),
)


class Opinion(Record):
    """What somebody said at a meeting and what was answered (ý kiến, trả lời). Who said it is nowhere recorded."""

    meeting = field(Reference("meeting"), N_("Meeting"), required=True, index=True)
    matter = field(Choice(MATTERS), N_("Matter"), required=True, default="security")
    opinion = field(LongText(), N_("Opinion"), required=True, stream=STATION, help=N_("What was said, not who said it."))
    answer = field(LongText(), N_("Answer"), stream=STATION, group="answer")
    answered_by = field(Text(max_length=200), N_("Answered by"), stream=STATION, group="answer")
    answered_on = field(Date(not_future=True), N_("Answered on"), index=True)


OPINION = registry.add(
    RecordType(
        code="opinion",
        record=Opinion,
        title=N_("Opinion"),
        plural=N_("Opinions and answers"),
        purpose=N_("What people said at forums and what they were answered, so that no question stays open. Names are not kept."),
        columns=("matter", "opinion", "answered_on"),
        sections=(Section("", ("meeting", "matter", "opinion", "answer", "answered_by", "answered_on")),),
        summary="{matter}",
        search=("opinion", "answer", "meeting"),
        filters=("matter", "answered_on"),
        sort=("answered_on", "asc"),
    )
)
