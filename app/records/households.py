"""The roster: households by their heads, and what changes among them in a year.

Kept so that no list to sign is typed again. A household that left stays in the book with the day it left, because papers that it
signed stay; lists to sign made later leave it out.
"""

from app.core.i18n import N_
from app.core.kinds import BirthDate, Choice, Date, Integer, LongText, PersonName, Phone, Reference, Text
from app.data.declare import STATION, Child, Record, RecordType, Section, field, registry

CHANGES = (
    ("moved_in", N_("Moved in")),
    ("moved_out", N_("Moved out")),
    ("born", N_("Births")),
    ("died", N_("Deaths")),
    ("split", N_("Split off another household")),
    ("merged", N_("Joined another household")),
)


class Household(Record):
    """A household of the roster (hộ), by its head. Kept so that lists to sign need not be typed again.

    `came_on` and `left_on` are set by the household's changes as well as by hand: between the two it stands in lists to sign.
    """

    head = field(PersonName(), N_("Head of household"), required=True, stream=STATION, index=True)
    hamlet = field(Reference("hamlet"), N_("Hamlet"), required=True, stream=STATION, index=True)
    birth = field(BirthDate(), N_("Birth date"), stream=STATION)
    members = field(Integer(minimum=0, maximum=100), N_("People in the household"), stream=STATION)
    address = field(Text(), N_("Address"), stream=STATION)
    phone = field(Phone(), N_("Telephone"), stream=STATION)
    came_on = field(Date(not_future=True), N_("Living here since"), stream=STATION, group="stay")
    left_on = field(Date(not_future=True), N_("Moved away on"), stream=STATION, group="stay")
    notes = field(LongText(), N_("Notes"), stream=STATION)
    person = field(Reference("person"), N_("Person"), stream=STATION, index=True, hidden=True)


HOUSEHOLD = registry.add(
    RecordType(
        code="household",
        record=Household,
        title=N_("Household"),
        plural=N_("Households"),
        purpose=N_("The households of each hamlet, so that a list to sign is made without typing names again."),
        columns=("head", "hamlet", "birth", "members", "left_on"),
        sections=(
            Section("", ("head", "hamlet", "birth", "members", "address", "phone", "notes")),
            Section(N_("Living here"), ("came_on", "left_on")),
        ),
        summary="{head}",
        search=("head", "hamlet", "address"),
        filters=("hamlet", "left_on"),
        sort=("head", "asc"),
        totals=("members",),
        children=(Child("household_change", "household"), Child("commitment", "household")),
    )
)


class HouseholdChange(Record):
    """What changed in a household on a day (biến động hộ): who moved, how many were born or died, how it split or joined.

    Births and deaths are numbers and name nobody. Saving one moves the roster along in the same save; see
    `app.services.registers.follow`.
    """

    household = field(Reference("household"), N_("Household"), required=True, stream=STATION, index=True)
    kind = field(Choice(CHANGES), N_("What changed"), required=True, stream=STATION, group="change", index=True)
    changed_on = field(Date(not_future=True), N_("Day of the change"), required=True, stream=STATION, index=True)
    people = field(
        Integer(minimum=1, maximum=100),
        N_("How many people"),
        stream=STATION,
        group="change",
        help=N_("How many were born, died, came or left. Empty when the whole household moved."),
    )
    other = field(
        Reference("household"),
        N_("The other household"),
        stream=STATION,
        group="change",
        help=N_("The household it split off from, or the one it joined."),
    )
    note = field(Text(), N_("Note"), stream=STATION)


HOUSEHOLD_CHANGE = registry.add(
    RecordType(
        code="household_change",
        record=HouseholdChange,
        title=N_("Change in a household"),
        plural=N_("Changes in households"),
        purpose=N_(
            "Moves, births, deaths, splits of households in a year. The roster follows; nobody who was born or died is named."
        ),
        columns=("changed_on", "household", "kind", "people"),
        sections=(Section("", ("household", "kind", "changed_on", "people", "other", "note")),),
        summary="{changed_on} · {kind}",
        search=("household", "note"),
        filters=("changed_on", "kind"),
        sort=("changed_on", "desc"),
        totals=("people",),
        in_menu=False,
    )
)
