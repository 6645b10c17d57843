"""Self-managed groups of the people, their members and what they do.

The kinds that law and reports know by name are built in; a station adds its own (`TeamKind`), which count as other groups.
"""

from app.core.i18n import N_
from app.core.kinds import BirthDate, Choice, Date, Integer, LongText, PersonName, Phone, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

KINDS = (
    ("people_security", N_("People's security team")),
    ("rapid_security", N_("Rapid security team")),
    ("mediation", N_("Mediation team")),
    ("civil_defence", N_("Civil defence team")),
    ("security_order", N_("Security and order team (from 1 July 2024)")),
    ("other", N_("Other self-managed group")),
)
"""Tổ an ninh nhân dân, tổ an ninh xung kích, tổ hòa giải, đội dân phòng, tổ bảo vệ an ninh, trật tự (Luật 30/2023/QH15)."""


class TeamKind(Record):
    """A kind of group that this unit has beside the built-in ones (loại hình tổ chức quần chúng của địa phương)."""

    name = field(Text(max_length=120), N_("Name of the kind"), required=True, index=True)
    valid_from = field(Date(), N_("In force from"), group="validity")
    valid_until = field(Date(), N_("In force until"), group="validity")
    basis = field(Text(max_length=200), N_("Under which paper"))


TEAM_KIND = registry.add(
    RecordType(
        code="team_kind",
        record=TeamKind,
        title=N_("Kind of group of this unit"),
        plural=N_("Kinds of group of this unit"),
        purpose=N_("Kinds of self-managed group that a province or commune has of its own; they are counted as other groups."),
        columns=("name", "valid_from", "valid_until", "basis"),
        sections=(Section("", ("name", "valid_from", "valid_until", "basis")),),
        summary="{name}",
        search=("name",),
        sort=("name", "asc"),
        in_menu=False,
    )
)


class Group(Record):
    """A self-managed group (tổ chức quần chúng tự quản).

    `members` is the number that is counted, here and above; it follows the list of members where that list is complete.
    """

    kind = field(Choice(KINDS), N_("Kind of group"), required=True, default="people_security", index=True)
    local_kind = field(Reference("team_kind"), N_("Kind of this unit"), help=N_("For other self-managed groups only."))
    name = field(Text(), N_("Name of the group"), required=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), index=True)
    head = field(PersonName(), N_("Head of the group"), stream=STATION)
    members = field(
        Integer(minimum=0, maximum=10_000),
        N_("Members"),
        required=True,
        help=N_("Follows the list of members once all of them stand there."),
    )
    decision = field(Text(max_length=60), N_("Founding decision"), group="existence")
    founded_on = field(Date(not_future=True), N_("Founded on"), group="existence", index=True)
    ended_on = field(Date(not_future=True), N_("Ended on"), group="existence")
    ended_decision = field(Text(max_length=60), N_("Decision to dissolve it"), group="existence")
    notes = field(LongText(), N_("Notes"), stream=STATION)


GROUP = registry.add(
    RecordType(
        code="group",
        record=Group,
        title=N_("Self-managed group"),
        plural=N_("Self-managed groups"),
        purpose=N_("The people's own groups for security: kind, hamlet, head and number of members."),
        columns=("name", "kind", "hamlet", "head", "members"),
        sections=(
            Section("", ("kind", "local_kind", "name", "hamlet", "head", "members", "founded_on", "decision", "notes")),
            Section(N_("Dissolution"), ("ended_on", "ended_decision")),
        ),
        summary="{name}",
        search=("name", "hamlet", "head"),
        filters=("kind", "local_kind", "hamlet"),
        sort=("name", "asc"),
        totals=("members",),
        children=(Child("member", "team"), Child("activity", "team")),
    )
)


ROLES = (
    ("head", N_("Head")),
    ("deputy", N_("Deputy head")),
    ("member", N_("Member")),
)


class Member(Record):
    """Somebody who serves in a group (thành viên). The number the reports count is the group's own; names stay in the station."""

    team = field(Reference("group"), N_("Self-managed group"), required=True, stream=STATION, index=True)
    name = field(PersonName(), N_("Full name"), required=True, stream=STATION)
    role = field(Choice(ROLES), N_("Role in the group"), required=True, stream=STATION, default="member")
    birth = field(BirthDate(), N_("Birth date"), stream=STATION)
    phone = field(Phone(), N_("Telephone"), stream=STATION)
    joined_on = field(Date(not_future=True), N_("Member since"), stream=STATION, group="term", index=True)
    left_on = field(Date(not_future=True), N_("Left on"), stream=STATION, group="term")
    decision = field(Text(max_length=60), N_("Decision number"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)
    person = field(Reference("person"), N_("Person"), stream=STATION, index=True, hidden=True)


MEMBER = registry.add(
    RecordType(
        code="member",
        record=Member,
        title=N_("Member of a group"),
        plural=N_("Members of the groups"),
        purpose=N_("Who serves in which group, in what role and since when. No name leaves the station."),
        columns=("name", "team", "role", "joined_on", "left_on"),
        sections=(
            Section("", ("team", "name", "role", "birth", "phone")),
            Section(N_("Term"), ("joined_on", "left_on", "decision", "notes")),
        ),
        summary="{name}",
        search=("name", "team", "decision"),
        filters=("role", "joined_on"),
        sort=("name", "asc"),
    )
)

ACTIVITIES = (
    ("patrol", N_("Patrol")),
    ("guard", N_("Guard duty at an event")),
    ("meeting", N_("Meeting of the group")),
    ("case", N_("Dealing with an incident")),
    ("other", N_("Other activity")),
)


class Activity(Record):
    """What a group did on a day, or over a month by the month's last day (tuần tra, canh gác, họp tổ)."""

    team = field(Reference("group"), N_("Self-managed group"), required=True, index=True)
    held_on = field(Date(not_future=True), N_("Date"), required=True, index=True)
    kind = field(Choice(ACTIVITIES), N_("Kind of activity"), required=True, default="patrol", index=True)
    count = field(
        Integer(minimum=1, maximum=10_000),
        N_("How many times"),
        required=True,
        default=1,
        help=N_("More than one when the patrols of a week or month are recorded together."),
    )
    participants = field(Integer(minimum=0, maximum=10_000), N_("People taking part"))
    notes = field(LongText(), N_("Notes"), stream=STATION)


ACTIVITY = registry.add(
    RecordType(
        code="activity",
        record=Activity,
        title=N_("Activity of a group"),
        plural=N_("Activities of the groups"),
        purpose=N_("Patrols, guard duties and meetings of the groups: when, and how many."),
        columns=("held_on", "team", "kind", "count", "participants"),
        sections=(Section("", ("team", "held_on", "kind", "count", "participants", "notes")),),
        summary="{held_on} · {kind}",
        search=("team", "notes"),
        filters=("held_on", "kind"),
        sort=("held_on", "desc"),
        totals=("count",),
    )
)
