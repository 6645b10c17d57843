"""Award decisions and the awarded. Their names are `shared`: results of awards go up, links to persons would not."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, LongText, Money, PersonName, Reference, Text, YesNo
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

STATES = (
    ("draft", N_("Draft")),
    ("issued", N_("Issued")),
)


class Award(Record):
    """One decision to award certificates of merit (quyết định tặng Giấy khen)."""

    number = field(
        Text(max_length=40),
        N_("Decision number"),
        required=True,
        group="decision",
        help=N_("As printed, for example 12/QĐ-UBND."),
    )
    decided_on = field(Date(), N_("Date of decision"), required=True, group="decision", index=True)
    authority = field(Text(), N_("Awarding authority"), required=True, help=N_("As in “CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN”."))
    place = field(Text(max_length=120), N_("Place on papers"), required=True)
    signer_title = field(Text(max_length=120), N_("Title of the signer"), required=True, default="CHỦ TỊCH")
    signer = field(Text(max_length=120), N_("Signer"))
    deed = field(
        Text(max_length=500),
        N_("Achievement"),
        required=True,
        help=N_("Printed on every certificate that has no text of its own."),
    )
    grounds = field(LongText(), N_("Legal grounds"))
    state = field(Choice(STATES), N_("State"), required=True, default="draft")


AWARD = registry.add(
    RecordType(
        code="award",
        record=Award,
        title=N_("Award decision"),
        plural=N_("Award decisions"),
        purpose=N_("Decisions to award certificates of merit, with the awarded; certificates are printed from here."),
        columns=("decided_on", "number", "authority", "deed", "state"),
        sections=(
            Section("", ("number", "decided_on", "authority", "place", "signer_title", "signer")),
            Section(N_("For what"), ("deed", "grounds", "state")),
        ),
        summary="{number} · {decided_on}",
        search=("number", "authority", "deed"),
        filters=("decided_on", "state"),
        sort=("decided_on", "desc"),
        children=(Child("awardee", "award"), Child("council_meeting", "award")),
        frozen_when=("state", "issued"),
    )
)


class Awardee(Record):
    """One of the awarded in a decision (tập thể, cá nhân được khen)."""

    award = field(Reference("award"), N_("Award decision"), required=True, index=True)
    name = field(PersonName(), N_("Name"), required=True)
    collective = field(YesNo(), N_("Collective"), required=True, default=0)
    address = field(Text(), N_("Address or unit"))
    achievement = field(LongText(), N_("Achievement"), help=N_("Empty: the text of the decision is printed."))
    register_no = field(Text(max_length=40), N_("Register number"))
    amount = field(Money(), N_("Award money"))
    notes = field(LongText(), N_("Notes"), stream=STATION)
    person = field(Reference("person"), N_("Person"), stream=STATION, index=True, hidden=True)


AWARDEE = registry.add(
    RecordType(
        code="awardee",
        record=Awardee,
        title=N_("Awarded"),
        plural=N_("The awarded"),
        purpose=N_("People and collectives awarded by a decision, with their register numbers."),
        columns=("name", "collective", "address", "register_no", "amount"),
        sections=(Section("", ("award", "name", "collective", "address", "achievement", "register_no", "amount", "notes")),),
        summary="{name}",
        search=("name", "address", "achievement", "register_no"),
        filters=("collective",),
        sort=("name", "asc"),
        totals=("amount",),
        children=(Child("award_sheet", "awardee"),),
    )
)
