"""Outreach without a meeting: loudspeakers, leaflets, what is published online, in papers and on air."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

KINDS = (
    ("loudspeaker", N_("Loudspeaker round")),
    ("leaflets", N_("Handing out leaflets")),
    ("online", N_("Post on Zalo, Facebook or the commune's page")),
    ("press", N_("Item in a paper, on radio or television")),
)
PUBLISHED = ("online", "press")
"""Kinds whose number is one of items published."""


class Outreach(Record):
    """Propaganda that reaches people without a meeting (tuyên truyền bằng loa, tờ rơi, mạng xã hội)."""

    held_on = field(Date(not_future=True), N_("Date"), required=True, index=True)
    kind = field(Choice(KINDS), N_("Kind of outreach"), required=True, default="loudspeaker", index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), help=N_("Leave empty for the whole commune."))
    topic = field(Text(max_length=500), N_("Topic"), required=True)
    count = field(
        Integer(minimum=1, maximum=10_000), N_("Rounds or items"), help=N_("How many rounds were made, or items published.")
    )
    leaflets = field(Integer(minimum=0, maximum=1_000_000), N_("Leaflets handed out"))
    notes = field(LongText(), N_("Notes"), stream=STATION)


OUTREACH = registry.add(
    RecordType(
        code="outreach",
        record=Outreach,
        title=N_("Outreach"),
        plural=N_("Loudspeaker, leaflets, online"),
        purpose=N_("What was told to the people without a meeting: by loudspeaker, by leaflets, online, in papers and on air."),
        columns=("held_on", "kind", "topic", "count", "leaflets"),
        sections=(Section("", ("held_on", "kind", "hamlet", "topic", "count", "leaflets", "notes")),),
        summary="{held_on} · {topic}",
        search=("topic", "hamlet"),
        filters=("held_on", "kind", "hamlet"),
        sort=("held_on", "desc"),
        totals=("count", "leaflets"),
    )
)
