"""Commitments: the campaign, the signatures, the sheets they stand on, withdrawals.

Only signing is recorded. Nothing is kept about a household or person that did not sign: a sheet may count them by a closed list
of reasons, and names nobody.
"""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

SIGNERS = (
    ("household", N_("Household")),
    ("person", N_("Person")),
    ("establishment", N_("Establishment, school or clan")),
)
WHO_SIGNS = (
    *SIGNERS,
    ("household_establishment", N_("Households, and establishments, schools, clans")),
    ("everybody", N_("Households, people, and establishments, schools, clans")),
)
"""Who a campaign is for; its lists follow from the code (`app.services.campaigns.lists.LISTS`)."""


class Campaign(Record):
    """A wave of signing one text (đợt ký cam kết)."""

    name = field(Text(), N_("Campaign"), required=True)
    starts_on = field(Date(), N_("From"), required=True, group="dates", index=True)
    ends_on = field(Date(), N_("To"), group="dates")
    signers = field(Choice(WHO_SIGNS), N_("Who signs"), required=True, default="household")
    text = field(
        LongText(),
        N_("Text of the commitment"),
        help=N_("Stands on top of every sheet to be signed, one commitment a line."),
    )
    notes = field(LongText(), N_("Notes"), stream=STATION)


CAMPAIGN = registry.add(
    RecordType(
        code="campaign",
        record=Campaign,
        title=N_("Commitment campaign"),
        plural=N_("Commitment campaigns"),
        purpose=N_("Waves of signing a commitment, hamlet by hamlet, with the households that signed."),
        columns=("name", "starts_on", "ends_on", "signers"),
        sections=(Section("", ("name", "signers", "starts_on", "ends_on", "text", "notes")),),
        summary="{name}",
        search=("name", "text"),
        filters=("starts_on", "signers"),
        sort=("starts_on", "desc"),
        children=(Child("signing_sheet", "campaign"), Child("commitment", "campaign")),
    )
)

SIGNED = "signed"


class Commitment(Record):
    """One signature under a campaign's text (bản cam kết đã ký).

    It is signed when it is recorded: from then on it shows exactly what was signed, and what is typed into it later stands
    beside that as a proposed amendment. A tick made by mistake is deleted; a signature taken back is a `Withdrawal`.
    `pupils` is how many of a school's pupils its signature speaks for.
    """

    campaign = field(Reference("campaign"), N_("Campaign"), required=True, stream=STATION, index=True)
    signed_on = field(Date(not_future=True), N_("Date signed"), required=True, stream=STATION, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    signer_kind = field(Choice(SIGNERS), N_("Signed by"), required=True, stream=STATION, default="household")
    household = field(Reference("household"), N_("Household"), stream=STATION, index=True)
    establishment = field(Reference("establishment"), N_("Establishment"), stream=STATION, index=True)
    name = field(
        PersonName(),
        N_("Name of the signer"),
        required=True,
        stream=STATION,
        help=N_("The head of the household, the person, or the establishment."),
    )
    pupils = field(Integer(minimum=0, maximum=100_000), N_("Pupils who take part"), stream=STATION)
    notes = field(LongText(), N_("Notes"), stream=STATION)
    state = field(Choice(((SIGNED, N_("Signed")),)), N_("State"), stream=STATION, default=SIGNED, hidden=True)


COMMITMENT = registry.add(
    RecordType(
        code="commitment",
        record=Commitment,
        title=N_("Commitment"),
        plural=N_("Commitments"),
        purpose=N_("Who signed which commitment and when. Nothing is kept about those who did not sign."),
        columns=("signed_on", "name", "hamlet", "campaign", "signer_kind"),
        sections=(
            Section(
                "", ("campaign", "signed_on", "hamlet", "signer_kind", "household", "establishment", "name", "pupils", "notes")
            ),
        ),
        summary="{name} · {signed_on}",
        search=("name", "hamlet", "campaign"),
        filters=("signed_on", "hamlet", "signer_kind", "campaign"),
        sort=("signed_on", "desc"),
        children=(Child("withdrawal", "commitment"),),
        frozen_when=("state", SIGNED),
    )
)

TOLD = (
    ("in_person", N_("In person")),
    ("phone", N_("By telephone")),
    ("writing", N_("In writing")),
    ("hamlet_head", N_("Through the head of the hamlet")),
)


class Withdrawal(Record):
    """A signature taken back by who gave it (rút cam kết): on which day, and how they told. No reason is asked.

    Signatures are a flow by the day of signing, so a withdrawal takes nothing out of the figures of the month that was signed
    in; lists of who signed leave it out from its day on, and it is not carried into the next campaign.
    """

    commitment = field(Reference("commitment"), N_("Commitment"), required=True, stream=STATION, index=True)
    withdrawn_on = field(Date(not_future=True), N_("Withdrawn on"), required=True, stream=STATION, index=True)
    told = field(Choice(TOLD), N_("How they told"), required=True, stream=STATION, default="in_person")


WITHDRAWAL = registry.add(
    RecordType(
        code="withdrawal",
        record=Withdrawal,
        title=N_("Withdrawal"),
        plural=N_("Withdrawals"),
        purpose=N_("Commitments that were taken back by those who signed them, so that lists of signers are right."),
        columns=("withdrawn_on", "commitment", "told"),
        sections=(Section("", ("commitment", "withdrawn_on", "told")),),
        summary="{withdrawn_on} · {told}",
        search=("commitment",),
        filters=("withdrawn_on", "told"),
        sort=("withdrawn_on", "desc"),
        in_menu=False,
    )
)


class SigningSheet(Record):
    """The paper sheet of one hamlet in one campaign (danh sách ký cam kết của thôn): a scan of it is attached here.

    How many households had not signed when it was put away is counted by a closed list and says nothing of any one of them.
    Its id is fixed by campaign and hamlet, so that two laptops speak of the same sheet.
    """

    campaign = field(Reference("campaign"), N_("Campaign"), required=True, stream=STATION, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), required=True, stream=STATION, index=True)
    away = field(Integer(minimum=0, maximum=10_000), N_("Away for long"), stream=STATION)
    moved = field(Integer(minimum=0, maximum=10_000), N_("Moved elsewhere"), stream=STATION)
    not_reached = field(Integer(minimum=0, maximum=10_000), N_("Not reached"), stream=STATION)


SIGNING_SHEET = registry.add(
    RecordType(
        code="signing_sheet",
        record=SigningSheet,
        title=N_("Sheet of signatures"),
        plural=N_("Sheets of signatures"),
        purpose=N_(
            "One sheet a hamlet and campaign: its scan, and how many were away, had moved or were not reached, in numbers only."
        ),
        columns=("campaign", "hamlet", "away", "moved", "not_reached"),
        sections=(Section("", ("campaign", "hamlet", "away", "moved", "not_reached")),),
        summary="{hamlet} · {campaign}",
        search=("campaign", "hamlet"),
        filters=("campaign", "hamlet"),
        sort=("campaign", "desc"),
        totals=("away", "moved", "not_reached"),
        in_menu=False,
    )
)
