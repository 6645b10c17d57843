"""Award nominations: who is proposed for a certificate of merit, for what, by whom. Results stand in the award decision."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, LongText, PersonName, Reference, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry

NOMINEES = (
    ("person", N_("Person")),
    ("household", N_("Household")),
    ("collective", N_("Collective")),
)
KINDS = (
    ("regular", N_("For the year's work")),
    ("campaign", N_("After a campaign")),
    ("unexpected", N_("At once, for one deed")),
    ("household", N_("Household award")),
)
"""Thực hiện nhiệm vụ chính trị, theo đợt hoặc chuyên đề, đột xuất, hộ gia đình."""
OUTCOMES = (
    ("pending", N_("Waiting")),
    ("awarded", N_("Was awarded")),
    ("refused", N_("Not awarded")),
)


class Nomination(Record):
    """One nominee (đề nghị khen thưởng). The police propose, the chairman of the People's Committee awards.

    The name is typed here, for results of awards go up; nothing links a nominee to another register. The deed stands on papers
    that everybody may read, so it must not let anybody guess who informed.
    """

    proposed_on = field(Date(not_future=True), N_("Proposed on"), required=True, index=True)
    kind = field(Choice(KINDS), N_("Kind of award"), required=True, default="regular", index=True)
    nominee = field(Choice(NOMINEES), N_("Who is nominated"), required=True, default="person", group="nominee")
    name = field(PersonName(), N_("Name"), required=True, group="nominee", index=True)
    address = field(Text(), N_("Address or unit"), group="nominee")
    deed = field(
        Text(max_length=500),
        N_("Achievement"),
        required=True,
        help=N_("As it may stand on the certificate. Nothing that tells who gave information."),
    )
    proposer = field(Text(max_length=200), N_("Proposed by"), help=N_("The hamlet, group or unit that proposes."))
    outcome = field(Choice(OUTCOMES), N_("Outcome"), required=True, default="pending", group="outcome", index=True)
    decided_on = field(Date(not_future=True), N_("Decided on"), group="outcome")
    award = field(Reference("award"), N_("Award decision"), group="outcome", index=True)
    notes = field(LongText(), N_("Notes"), stream=STATION)


NOMINATION = registry.add(
    RecordType(
        code="nomination",
        record=Nomination,
        title=N_("Award nomination"),
        plural=N_("Award nominations"),
        purpose=N_("Who is proposed for a certificate of merit, for what and by whom, until it is decided."),
        columns=("proposed_on", "name", "kind", "deed", "outcome"),
        sections=(
            Section("", ("proposed_on", "kind", "nominee", "name", "address", "deed", "proposer", "notes")),
            Section(N_("Decision"), ("outcome", "decided_on", "award")),
        ),
        summary="{name} · {proposed_on}",
        search=("name", "address", "deed", "proposer"),
        filters=("proposed_on", "kind", "nominee", "outcome"),
        sort=("proposed_on", "desc"),
    )
)
