"""The unit itself and its hamlets."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Phone, Reference, Text, YesNo
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

UNIT_KINDS = (
    ("station", N_("Commune police station")),
    ("parent", N_("Unit above")),
)


ROUNDINGS = (
    ("up", N_("Up to ten thousand đồng")),
    ("nearest", N_("To the nearest ten thousand đồng")),
    ("none", N_("Not rounded")),
)
"""How the money of an award is rounded; pages of law and practice differ, and the decrees say up."""


MAJORITIES = (
    ("half_present", N_("More than half of those present")),
    ("thirds_present", N_("At least two thirds of those present")),
    ("half_members", N_("More than half of all members")),
    ("thirds_members", N_("At least two thirds of all members")),
)
"""What the council's own rules ask for before a nominee is proposed for a certificate of merit."""


class Unit(Record):
    """The unit that keeps this book (đơn vị): how papers and packages name it. Its id is fixed by its code."""

    code = field(Text(max_length=20), N_("Unit code"), required=True, help=N_("Capital letters without marks, for example TUCDAN."))
    name = field(Text(), N_("Name of the unit"), required=True, help=N_("As in “Xã Túc Đán”."))
    kind = field(Choice(UNIT_KINDS), N_("Kind of unit"), required=True, default="station")
    place = field(Text(), N_("Place on papers"), help=N_("Stands before the date on papers."))
    parent_name = field(Text(), N_("Unit above"), help=N_("As in “Công an huyện Trạm Tấu”."))
    police_body = field(Text(), N_("Police unit on papers"), help=N_("As in “CÔNG AN XÃ TÚC ĐÁN”."))
    authority_body = field(Text(), N_("People's Committee on papers"), help=N_("As in “ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN”."))
    authority = field(
        Text(),
        N_("Authority that signs awards"),
        help=N_("The chairman of the People's Committee signs; the police propose."),
    )
    signer_title = field(Text(), N_("Title of the report's signer"), help=N_("As in “TRƯỞNG CÔNG AN XÃ”."))
    signer = field(Text(), N_("Report's signer"), help=N_("Rank and name, as in “Thiếu tá Nguyễn Văn A”."))
    phone = field(Phone(), N_("Telephone"))
    keep_years = field(
        Integer(minimum=1, maximum=50),
        N_("Years to keep records of people being helped"),
        stream=STATION,
        help=N_("Counted from the end of the help; 5 when nothing is given."),
    )
    recognition_years = field(
        Integer(minimum=1, maximum=20),
        N_("Years between recognitions of people of standing"),
        stream=STATION,
        help=N_("2 when nothing is given."),
    )
    award_rounding = field(
        Choice(ROUNDINGS),
        N_("Rounding of award money"),
        stream=STATION,
        help=N_("Up to ten thousand đồng when nothing is chosen."),
    )
    council_majority = field(
        Choice(MAJORITIES),
        N_("Majority in the awards council"),
        stream=STATION,
        help=N_("More than half of those present when nothing is chosen."),
    )
    remote = field(
        YesNo(),
        N_("Remote commune or island"),
        stream=STATION,
        help=N_("Then a tip-off is passed on within 48 hours instead of 24 (TTLT 01/2017)."),
    )


UNIT = registry.add(
    RecordType(
        code="unit",
        record=Unit,
        title=N_("Unit"),
        plural=N_("Units"),
        purpose=N_("How the unit is named on papers and to the unit above."),
        columns=("name", "code", "kind"),
        sections=(
            Section(N_("The unit"), ("code", "name", "kind", "place", "parent_name", "phone", "remote")),
            Section(N_("Time limits"), ("keep_years", "recognition_years")),
            Section(N_("Awards"), ("award_rounding", "council_majority")),
            Section(N_("On papers"), ("police_body", "authority_body", "authority", "signer_title", "signer")),
        ),
        summary="{name}",
        sort=("name", "asc"),
        in_menu=False,
    )
)


class Hamlet(Record):
    """A hamlet, village or residential group (thôn, bản, tổ dân phố): the stable lower unit of a commune."""

    name = field(Text(), N_("Hamlet"), required=True, index=True)
    households = field(Integer(minimum=0, maximum=100_000), N_("Households"), help=N_("How many households live there."))
    residents = field(Integer(minimum=0, maximum=1_000_000), N_("Residents"))
    founded_on = field(Date(not_future=True), N_("Founded on"), group="existence", help=N_("Only of a new hamlet."))
    ended_on = field(Date(not_future=True), N_("Ended on"), group="existence", help=N_("When it was joined to another."))
    successor = field(Reference("hamlet"), N_("Joined to"), group="existence")
    note = field(LongText(), N_("Note for the unit above"))
    notes = field(
        LongText(),
        N_("Notes"),
        stream=STATION,
        help=N_("Who heads the hamlet, whom to call. Never leaves the station."),
    )


HAMLET = registry.add(
    RecordType(
        code="hamlet",
        record=Hamlet,
        title=N_("Hamlet"),
        plural=N_("Hamlets"),
        purpose=N_("The hamlets of the commune, with their numbers of households, for choosing in every other register."),
        columns=("name", "households", "residents", "ended_on"),
        sections=(
            Section("", ("name", "households", "residents", "notes", "note")),
            Section(N_("New or joined to another"), ("founded_on", "ended_on", "successor")),
        ),
        summary="{name}",
        search=("name",),
        sort=("name", "asc"),
        totals=("households", "residents"),
        children=(Child("household", "hamlet"),),
    )
)
