"""Tip-offs from the people and what came of them.

Their skeleton (date without hour, channel, matter, value, state) is `shared`; what was said, where, and who received it stays in
the station. This register does not replace the ministry's own software or the official minutes of reception.
"""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Moment, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

CHANNELS = (
    ("direct", N_("In person")),
    ("phone", N_("By telephone")),
    ("letter", N_("By letter")),
    ("box", N_("Tip box")),
    ("message", N_("By Zalo or VNeID")),
    ("meeting", N_("At a meeting")),
    ("online", N_("On the internet")),
)
KINDS = (
    ("denunciation", N_("Denunciation of a crime by a person")),
    ("report", N_("Report of a crime")),
    ("petition", N_("Petition of a state body")),
    ("other", N_("Other information")),
)
"""Tố giác, tin báo về tội phạm, kiến nghị khởi tố, tin khác."""
MATTERS = (
    ("crime", N_("Crime")),
    ("drugs", N_("Drugs")),
    ("economy", N_("Economy")),
    ("environment", N_("Environment")),
    ("traffic", N_("Traffic order and safety")),
    ("residence", N_("Residence")),
    ("security", N_("Security")),
    ("dispute", N_("Dispute among people")),
    ("other", N_("Other matter")),
)
VALUES = (
    ("pending", N_("Not assessed yet")),
    ("yes", N_("Valuable")),
    ("no", N_("Not valuable")),
)
OUTCOMES = (
    ("checking", N_("Still being checked")),
    ("investigation", N_("Passed to the investigating body")),
    ("other_body", N_("Passed to another body")),
    ("sanction", N_("Administrative sanction")),
    ("mediated", N_("Mediated")),
    ("unfounded", N_("No grounds, filed")),
)
"""What a commune's police can come to: they receive, sort, check and pass on, and do not settle crimes (HD 11/HD-BCA-V03, 2025)."""
STATES = (
    ("new", N_("Received")),
    ("checking", N_("Being checked")),
    ("resolved", N_("Checked and resolved")),
    ("unfounded", N_("No grounds, filed")),
)


class TipOff(Record):
    """One piece of information from the people (nguồn tin quần chúng cung cấp)."""

    received_at = field(Moment(not_future=True), N_("Received at"), required=True, stream=STATION)
    received_on = field(Date(not_future=True), N_("Date received"), index=True, hidden=True)
    """The day of `received_at`, without the hour: what the unit above sees."""
    number = field(Integer(minimum=1, maximum=100_000), N_("Number in the year"), stream=STATION)
    kind = field(Choice(KINDS), N_("Kind of information"), default="other")
    channel = field(Choice(CHANNELS), N_("Channel"), required=True, default="direct")
    matter = field(Choice(MATTERS), N_("Field"), required=True, default="crime")
    content = field(
        LongText(),
        N_("Content"),
        required=True,
        stream=STATION,
        help=N_("What was reported. Do not write here who reported it."),
    )
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION)
    place = field(Text(), N_("Place where it happened"), stream=STATION)
    happened = field(
        Text(max_length=120), N_("When it happened"), stream=STATION, help=N_("As it was told: “about 22:00 last night”.")
    )
    receiver = field(Text(max_length=120), N_("Received by"), stream=STATION)
    valuable = field(Choice(VALUES), N_("Value"), required=True, default="pending")
    state = field(Choice(STATES), N_("State"), required=True, default="new", index=True)
    outcome = field(Choice(OUTCOMES), N_("What was done with it"), stream=STATION)
    verification = field(LongText(), N_("Verification and result"), stream=STATION)
    opinion = field(LongText(), N_("Commander's opinion"), stream=STATION)
    answered_on = field(
        Date(not_future=True),
        N_("Answered on"),
        stream=STATION,
        help=N_("When the person who told was informed of the result."),
    )
    notes = field(LongText(), N_("Notes"), stream=STATION, help=N_("Do not write here who reported it."))
    passed_to = field(Text(), N_("Passed to"), stream=STATION, group="passing", help=N_("The body that now deals with it."))
    slip_number = field(Text(max_length=60), N_("Number of the slip"), stream=STATION, group="passing")
    passed_at = field(Moment(not_future=True), N_("Passed on at"), stream=STATION, group="passing")
    ministry_number = field(Text(max_length=60), N_("Number in the ministry's software"), stream=STATION, group="ministry")
    ministry_on = field(Date(not_future=True), N_("Entered there on"), stream=STATION, group="ministry")


TIP_OFF = registry.add(
    RecordType(
        code="tip_off",
        record=TipOff,
        title=N_("Tip-off"),
        plural=N_("Tip-offs"),
        purpose=N_("Information from the people, how it was checked and what came of it. The informant is never named here."),
        columns=("received_on", "matter", "content", "valuable", "state"),
        sections=(
            Section(
                "", ("received_at", "number", "channel", "kind", "matter", "hamlet", "content", "place", "happened", "receiver")
            ),
            Section(N_("What came of it"), ("opinion", "verification", "outcome", "valuable", "state", "answered_on", "notes")),
            Section(N_("Passing on"), ("passed_to", "slip_number", "passed_at", "ministry_number", "ministry_on")),
        ),
        summary="{received_on} · {matter}",
        search=("content", "place", "hamlet", "receiver", "verification"),
        filters=("received_on", "channel", "matter", "valuable", "state"),
        sort=("received_on", "desc"),
        children=(Child("solved_case", "tip_off"),),
    )
)


class SolvedCase(Record):
    """A case cleared thanks to a tip-off (vụ việc được làm rõ). Violators are a number, never names."""

    tip_off = field(Reference("tip_off"), N_("Tip-off"), required=True, index=True)
    cleared_on = field(Date(not_future=True), N_("Date cleared"), required=True, index=True)
    cases = field(Integer(minimum=0, maximum=1000), N_("Cases cleared"), required=True, default=1, group="cleared")
    violators = field(Integer(minimum=0, maximum=10_000), N_("Violators found"), required=True, group="cleared")
    summary = field(LongText(), N_("Summary"), stream=STATION, help=N_("What happened and how it was dealt with; no names."))


SOLVED_CASE = registry.add(
    RecordType(
        code="solved_case",
        record=SolvedCase,
        title=N_("Case cleared"),
        plural=N_("Cases cleared"),
        purpose=N_("Cases cleared thanks to tip-offs, with the number of violators."),
        columns=("cleared_on", "cases", "violators", "summary"),
        sections=(Section("", ("tip_off", "cleared_on", "cases", "violators", "summary")),),
        summary="{cleared_on} · {cases}",
        search=("summary",),
        filters=("cleared_on",),
        sort=("cleared_on", "desc"),
        totals=("cases", "violators"),
    )
)
