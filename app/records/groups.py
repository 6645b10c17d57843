"""Self-managed groups of the people."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, PersonName, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

KINDS = (
    ("people_security", N_("People's security team")),
    ("rapid_security", N_("Rapid security team")),
    ("mediation", N_("Mediation team")),
    ("civil_defence", N_("Civil defence team")),
    ("security_order", N_("Security and order team (from 1 July 2024)")),
    ("other", N_("Other self-managed group")),
)
"""Tổ an ninh nhân dân, tổ an ninh xung kích, tổ hòa giải, đội dân phòng, tổ bảo vệ an ninh, trật tự (Luật 30/2023/QH15)."""


class Group(Record):
    """A self-managed group (tổ chức quần chúng tự quản)."""

    kind = field(Choice(KINDS), N_("Kind of group"), required=True, default="people_security", index=True)
    name = field(Text(), N_("Name of the group"), required=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), index=True)
    head = field(PersonName(), N_("Head of the group"), stream=STATION)
    members = field(Integer(minimum=0, maximum=10_000), N_("Members"), required=True)
    founded_on = field(Date(not_future=True), N_("Founded on"), group="existence", index=True)
    ended_on = field(Date(not_future=True), N_("Ended on"), group="existence")


GROUP = registry.add(
    RecordType(
        code="group",
        record=Group,
        title=N_("Self-managed group"),
        plural=N_("Self-managed groups"),
        purpose=N_("The people's own groups for security: kind, hamlet, head and number of members."),
        columns=("name", "kind", "hamlet", "head", "members"),
        sections=(Section("", ("kind", "name", "hamlet", "head", "members", "founded_on", "ended_on")),),
        summary="{name}",
        search=("name", "hamlet", "head"),
        filters=("kind", "hamlet"),
        sort=("name", "asc"),
        totals=("members",),
        keywords=("chức danh", "ngày tham gia", "tổ"),
    )
)
