"""Meetings of the council for emulation and awards, and how it voted on each nominee."""

from app.core.i18n import N_
from app.core.kinds import Date, Hour, Integer, LongText, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

_MOST = 200


class CouncilMeeting(Record):
    """A meeting of the council (họp Hội đồng Thi đua – Khen thưởng), before a decision or for one."""

    award = field(
        Reference("award"),
        N_("Award decision"),
        stream=STATION,
        index=True,
        help=N_("Left empty as long as there is no decision."),
    )
    held_on = field(Date(not_future=True), N_("Date held"), required=True, stream=STATION, index=True)
    number = field(Text(max_length=40), N_("Number of the minutes"), stream=STATION)
    members = field(Integer(minimum=1, maximum=_MOST), N_("Members of the council"), required=True, stream=STATION)
    present = field(Integer(minimum=1, maximum=_MOST), N_("Members present"), required=True, stream=STATION)
    chair = field(Text(max_length=200), N_("Chair"), stream=STATION)
    secretary = field(Text(max_length=200), N_("Secretary"), stream=STATION)
    place = field(Text(max_length=200), N_("Place"), stream=STATION)
    begun_at = field(Hour(), N_("Meeting began at"), stream=STATION, group="hours")
    ended_at = field(Hour(), N_("Meeting ended at"), stream=STATION, group="hours")
    attendance = field(LongText(), N_("Who was there"), stream=STATION)
    matters = field(LongText(), N_("Matters"), stream=STATION)
    conclusions = field(LongText(), N_("Conclusions"), stream=STATION)


COUNCIL_MEETING = registry.add(
    RecordType(
        code="council_meeting",
        record=CouncilMeeting,
        title=N_("Meeting of the awards council"),
        plural=N_("Meetings of the awards council"),
        purpose=N_("Meetings in which the council voted on nominees: who held them, how many were there, and what was concluded."),
        columns=("held_on", "number", "present", "chair", "award"),
        sections=(
            Section("", ("award", "held_on", "number", "members", "present")),
            Section(N_("For the minutes"), ("chair", "secretary", "place", "begun_at", "ended_at", "attendance")),
            Section(N_("What was discussed"), ("matters", "conclusions")),
        ),
        summary="{number} · {held_on}",
        search=("number", "chair", "matters", "conclusions"),
        filters=("held_on",),
        sort=("held_on", "desc"),
        children=(Child("council_vote", "meeting"),),
    )
)


class CouncilVote(Record):
    """How a meeting voted on one nominee (kết quả biểu quyết), in numbers: nobody's vote is kept."""

    meeting = field(Reference("council_meeting"), N_("Meeting of the awards council"), required=True, stream=STATION, index=True)
    nomination = field(Reference("nomination"), N_("Award nomination"), required=True, stream=STATION, index=True)
    votes_for = field(Integer(maximum=_MOST), N_("In favour"), required=True, stream=STATION, group="votes")
    votes_against = field(Integer(maximum=_MOST), N_("Against"), required=True, default=0, stream=STATION, group="votes")
    votes_other = field(Integer(maximum=_MOST), N_("Other votes"), required=True, default=0, stream=STATION, group="votes")
    notes = field(LongText(), N_("Notes"), stream=STATION)


COUNCIL_VOTE = registry.add(
    RecordType(
        code="council_vote",
        record=CouncilVote,
        title=N_("Vote of the awards council"),
        plural=N_("Votes of the awards council"),
        purpose=N_("How many of the council were for and against a nominee, for the minutes. Nobody's own vote is recorded."),
        columns=("nomination", "votes_for", "votes_against", "votes_other"),
        sections=(Section("", ("meeting", "nomination", "votes_for", "votes_against", "votes_other", "notes")),),
        summary="{nomination}",
        sort=("votes_for", "desc"),
    )
)
