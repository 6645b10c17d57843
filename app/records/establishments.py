"""Who signs beside households: agencies, firms, schools and clans, by their heads."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, PersonName, Phone, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

KINDS = (
    ("agency", N_("Agency")),
    ("firm", N_("Firm or shop")),
    ("school", N_("School")),
    ("clan", N_("Clan")),
)


class Establishment(Record):
    """An agency, firm, school or clan (cơ quan, cơ sở kinh doanh, trường học, dòng họ) that signs as one, by its head.

    Of a school's pupils only the number is kept: they have no rows.
    """

    name = field(Text(), N_("Name of the establishment"), required=True, stream=STATION, index=True)
    kind = field(Choice(KINDS), N_("Kind"), required=True, stream=STATION, default="agency")
    head = field(PersonName(), N_("Headed by"), stream=STATION)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), stream=STATION, index=True)
    address = field(Text(), N_("Address"), stream=STATION)
    phone = field(Phone(), N_("Telephone"), stream=STATION)
    pupils = field(
        Integer(minimum=0, maximum=100_000),
        N_("Pupils"),
        stream=STATION,
        help=N_("Of a school, how many pupils it has. Pupils are counted and never listed."),
    )
    came_on = field(Date(not_future=True), N_("Here since"), stream=STATION, group="stay")
    left_on = field(Date(not_future=True), N_("Closed or left on"), stream=STATION, group="stay")
    notes = field(LongText(), N_("Notes"), stream=STATION)


ESTABLISHMENT = registry.add(
    RecordType(
        code="establishment",
        record=Establishment,
        title=N_("Establishment"),
        plural=N_("Agencies, firms, schools, clans"),
        purpose=N_("Agencies, firms, schools and clans that sign commitments as one, so that their list is made without typing."),
        columns=("name", "kind", "hamlet", "head", "pupils"),
        sections=(
            Section("", ("name", "kind", "head", "phone", "hamlet", "address", "pupils", "notes")),
            Section(N_("Here"), ("came_on", "left_on")),
        ),
        summary="{name}",
        search=("name", "head", "hamlet", "address"),
        filters=("kind", "hamlet"),
        sort=("name", "asc"),
        totals=("pupils",),
        children=(Child("commitment", "establishment"),),
    )
)
