"""The yearly rating of security and order teams and of those who serve in them.

It rates how a team of the commune's own force did its duty, by law and by four words; there are no points, and it never leaves the
station but as the paper that is submitted.
"""

from app.core.i18n import N_
from app.core.kinds import Choice, Reference, Text, Year, YesNo
from app.data.declare import STATION, Record, RecordType, Section, field, registry

LEVELS = (
    ("excellent", N_("Tasks done excellently")),
    ("good", N_("Tasks done well")),
    ("done", N_("Tasks done")),
    ("not_done", N_("Tasks not done")),
)
"""Hoàn thành xuất sắc, hoàn thành tốt, hoàn thành, không hoàn thành nhiệm vụ (HD 01/HD-BCA-V05 of 2026)."""


class TeamRating(Record):
    """What a team is proposed to be rated for a year (đề nghị xếp loại Tổ bảo vệ ANTT)."""

    team = field(Reference("group"), N_("Team"), required=True, stream=STATION, index=True)
    year = field(Year(), N_("Year of rating"), required=True, stream=STATION, index=True)
    level = field(Choice(LEVELS), N_("Rating"), stream=STATION)
    complaint = field(YesNo(), N_("A complaint is being looked into"), stream=STATION)
    note = field(Text(), N_("Note"), stream=STATION)


TEAM_RATING = registry.add(
    RecordType(
        code="team_rating",
        record=TeamRating,
        title=N_("Rating of a team"),
        plural=N_("Ratings of teams"),
        purpose=N_("The yearly rating of security and order teams that the commune's chairman decides on."),
        columns=("year", "team", "level"),
        sections=(Section("", ("team", "year", "level", "complaint", "note")),),
        summary="{year} · {team} · {level}",
        filters=("year", "level"),
        sort=("year", "desc"),
        in_menu=False,
    )
)


class MemberRating(Record):
    """What somebody who serves in a team is proposed to be rated for a year."""

    member = field(Reference("member"), N_("Member of a group"), required=True, stream=STATION, index=True)
    year = field(Year(), N_("Year of rating"), required=True, stream=STATION, index=True)
    level = field(Choice(LEVELS), N_("Rating"), stream=STATION)
    complaint = field(YesNo(), N_("A complaint is being looked into"), stream=STATION)
    note = field(Text(), N_("Note"), stream=STATION)


MEMBER_RATING = registry.add(
    RecordType(
        code="member_rating",
        record=MemberRating,
        title=N_("Rating of a member"),
        plural=N_("Ratings of members"),
        purpose=N_("The yearly rating of those who serve in security and order teams, by law and in four words."),
        columns=("year", "member", "level"),
        sections=(Section("", ("member", "year", "level", "complaint", "note")),),
        summary="{year} · {member} · {level}",
        filters=("year", "level"),
        sort=("year", "desc"),
        in_menu=False,
    )
)
