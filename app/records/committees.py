"""The steering committee of the commune: who is on it, what it met about, what it asked for."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Hour, Integer, LongText, PersonName, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

FULL_NAME = "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"
"""What a commune's committee is called on paper ("BCĐ 138"); offered, and typed over where it is called otherwise."""


class Committee(Record):
    """A steering committee over one term (Ban chỉ đạo, nhiệm kỳ). When it is set up anew, that is another record."""

    name = field(Text(max_length=300), N_("Name of the committee"), required=True, default=FULL_NAME)
    decision = field(Text(max_length=60), N_("Decision number"), group="founding")
    founded_on = field(Date(not_future=True), N_("Date of the decision"), required=True, group="founding", index=True)
    term_from = field(Date(), N_("Term from"), group="term")
    term_to = field(Date(), N_("Term until"), group="term")
    ended_on = field(Date(not_future=True), N_("Ended on"))


COMMITTEE = registry.add(
    RecordType(
        code="committee",
        record=Committee,
        title=N_("Steering committee"),
        plural=N_("Steering committee"),
        purpose=N_("The commune's steering committee: its decision, members, meetings, and what it asked to be done."),
        columns=("founded_on", "decision", "name", "term_to"),
        sections=(Section("", ("name", "decision", "founded_on", "term_from", "term_to", "ended_on")),),
        summary="{decision} · {founded_on}",
        search=("name", "decision"),
        filters=("founded_on",),
        sort=("founded_on", "desc"),
        children=(
            Child("committee_member", "committee"),
            Child("committee_meeting", "committee"),
            Child("committee_task", "committee"),
        ),
    )
)

ROLES = (
    ("head", N_("Head of the committee")),
    ("standing", N_("Standing deputy head of the committee")),
    ("deputy", N_("Deputy head of the committee")),
    ("member", N_("Member of the committee")),
    ("secretary", N_("Secretary of the committee")),
)
"""Trưởng ban, Phó trưởng ban thường trực, Phó trưởng ban, Ủy viên, Thư ký; in the order in which a list names them."""


class CommitteeMember(Record):
    """Somebody who serves on the committee by their office (thành viên Ban chỉ đạo)."""

    committee = field(Reference("committee"), N_("Steering committee"), required=True, stream=STATION, index=True)
    role = field(Choice(ROLES), N_("Role in the committee"), required=True, stream=STATION, default="member")
    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    office = field(Text(max_length=200), N_("Office held"), stream=STATION)
    served_from = field(Date(not_future=True), N_("Member since"), stream=STATION, group="term", index=True)
    served_until = field(Date(not_future=True), N_("Left on"), stream=STATION, group="term")
    notes = field(LongText(), N_("Notes"), stream=STATION)


COMMITTEE_MEMBER = registry.add(
    RecordType(
        code="committee_member",
        record=CommitteeMember,
        title=N_("Committee member"),
        plural=N_("Committee members"),
        purpose=N_("Who serves on the steering committee, by which office, from when until when. No name leaves the station."),
        columns=("name", "role", "office", "committee", "served_until"),
        sections=(Section("", ("committee", "role", "name", "office", "served_from", "served_until", "notes")),),
        summary="{name} · {office}",
        search=("name", "office"),
        filters=("role", "served_from"),
        sort=("name", "asc"),
    )
)


class CommitteeMeeting(Record):
    """A meeting of the committee (phiên họp Ban chỉ đạo)."""

    committee = field(Reference("committee"), N_("Steering committee"), required=True, index=True)
    held_on = field(Date(not_future=True), N_("Date held"), required=True, index=True)
    attendees = field(Integer(minimum=0, maximum=1000), N_("Attendees"))
    subject = field(Text(max_length=300), N_("Subject"), required=True, stream=STATION)
    chair = field(Text(max_length=200), N_("Chair"), stream=STATION)
    secretary = field(Text(max_length=200), N_("Secretary"), stream=STATION)
    place = field(Text(max_length=200), N_("Place"), stream=STATION)
    begun_at = field(Hour(), N_("Meeting began at"), stream=STATION, group="hours")
    ended_at = field(Hour(), N_("Meeting ended at"), stream=STATION, group="hours")
    present = field(LongText(), N_("Who was there"), stream=STATION)
    matters = field(LongText(), N_("Matters"), stream=STATION)
    conclusions = field(LongText(), N_("Conclusions"), stream=STATION)


COMMITTEE_MEETING = registry.add(
    RecordType(
        code="committee_meeting",
        record=CommitteeMeeting,
        title=N_("Committee meeting"),
        plural=N_("Committee meetings"),
        purpose=N_("Meetings of the steering committee: what they were about, and what was concluded."),
        columns=("held_on", "subject", "attendees", "chair"),
        sections=(
            Section("", ("committee", "held_on", "subject", "attendees")),
            Section(N_("For the minutes"), ("chair", "secretary", "place", "begun_at", "ended_at", "present")),
            Section(N_("What was discussed"), ("matters", "conclusions")),
        ),
        summary="{held_on} · {subject}",
        search=("subject", "chair", "matters", "conclusions"),
        filters=("held_on",),
        sort=("held_on", "desc"),
        children=(Child("committee_task", "meeting"),),
    )
)


class CommitteeTask(Record):
    """What the committee asks somebody to do by a day (nhiệm vụ Ban chỉ đạo giao)."""

    committee = field(Reference("committee"), N_("Steering committee"), required=True, index=True)
    meeting = field(Reference("committee_meeting"), N_("Committee meeting"), index=True)
    task = field(Text(max_length=500), N_("Task"), required=True, stream=STATION)
    responsible = field(Text(max_length=200), N_("Person responsible"), stream=STATION)
    due_on = field(Date(), N_("Due on"), required=True, index=True)
    done_on = field(Date(not_future=True), N_("Done on"))
    notes = field(LongText(), N_("Notes"), stream=STATION)


COMMITTEE_TASK = registry.add(
    RecordType(
        code="committee_task",
        record=CommitteeTask,
        title=N_("Task of the committee"),
        plural=N_("Tasks of the committee"),
        purpose=N_("What the steering committee asked for: who does it, by when, and when it was done."),
        columns=("due_on", "task", "responsible", "done_on"),
        sections=(Section("", ("committee", "meeting", "task", "responsible", "due_on", "done_on", "notes")),),
        summary="{due_on} · {task}",
        search=("task", "responsible"),
        filters=("due_on", "done_on"),
        sort=("due_on", "asc"),
    )
)
