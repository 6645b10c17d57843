"""Commitments: the campaign, the household roster, the signatures.

Only signing is recorded. Nothing is kept about a household or person that did not sign.
"""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Reference, Text, Year
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

SIGNERS = (
    ("household", N_("Household")),
    ("person", N_("Person")),
    ("establishment", N_("Establishment, school or clan")),
)


class Campaign(Record):
    """A wave of signing one text (đợt ký cam kết)."""

    name = field(Text(), N_("Campaign"), required=True)
    starts_on = field(Date(), N_("From"), required=True, group="dates", index=True)
    ends_on = field(Date(), N_("To"), group="dates")
    signers = field(Choice(SIGNERS), N_("Who signs"), required=True, default="household")
    text = field(LongText(), N_("Text of the commitment"))


CAMPAIGN = registry.add(
    RecordType(
        code="campaign",
        record=Campaign,
        title=N_("Commitment campaign"),
        plural=N_("Commitment campaigns"),
        purpose=N_("Waves of signing a commitment, hamlet by hamlet, with the households that signed."),
        columns=("name", "starts_on", "ends_on", "signers"),
        sections=(Section("", ("name", "signers", "starts_on", "ends_on", "text")),),
        summary="{name}",
        search=("name", "text"),
        filters=("starts_on", "signers"),
        sort=("starts_on", "desc"),
        children=(Child("commitment", "campaign"),),
        keywords=("nội dung cam kết",),
    )
)


class Household(Record):
    """A household of the roster (hộ), by its head. Kept so that lists to sign need not be typed again."""

    head = field(PersonName(), N_("Head of household"), required=True, stream=STATION, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), required=True, stream=STATION, index=True)
    birth_year = field(Year(), N_("Year of birth"), stream=STATION)
    members = field(Integer(minimum=1, maximum=100), N_("People in the household"), stream=STATION)
    address = field(Text(), N_("Address"), stream=STATION)


HOUSEHOLD = registry.add(
    RecordType(
        code="household",
        record=Household,
        title=N_("Household"),
        plural=N_("Households"),
        purpose=N_("The households of each hamlet, so that a list to sign is made without typing names again."),
        columns=("head", "hamlet", "birth_year", "members"),
        sections=(Section("", ("head", "hamlet", "birth_year", "members", "address")),),
        summary="{head}",
        search=("head", "hamlet", "address"),
        filters=("hamlet",),
        sort=("head", "asc"),
        totals=("members",),
        keywords=("họ và tên chủ hộ", "chủ hộ", "số nhân khẩu"),
    )
)


class Commitment(Record):
    """One signature under a campaign's text (bản cam kết đã ký)."""

    campaign = field(Reference("campaign"), N_("Campaign"), required=True, stream=STATION, index=True)
    signed_on = field(Date(not_future=True), N_("Date signed"), required=True, stream=STATION, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    signer_kind = field(Choice(SIGNERS), N_("Signed by"), required=True, stream=STATION, default="household")
    household = field(Reference("household"), N_("Household"), stream=STATION, index=True)
    name = field(
        PersonName(),
        N_("Name of the signer"),
        required=True,
        stream=STATION,
        help=N_("The head of the household, the person, or the establishment."),
    )


COMMITMENT = registry.add(
    RecordType(
        code="commitment",
        record=Commitment,
        title=N_("Commitment"),
        plural=N_("Commitments"),
        purpose=N_("Who signed which commitment and when. Nothing is kept about those who did not sign."),
        columns=("signed_on", "name", "hamlet", "campaign", "signer_kind"),
        sections=(Section("", ("campaign", "signed_on", "hamlet", "signer_kind", "household", "name")),),
        summary="{name} · {signed_on}",
        search=("name", "hamlet", "campaign"),
        filters=("signed_on", "hamlet", "signer_kind"),
        sort=("signed_on", "desc"),
        keywords=("ký cam kết", "ngày ký"),
    )
)
