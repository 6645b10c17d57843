"""Units that became part of another: communes are merged, and papers made before keep the old names."""

from app.core.i18n import N_
from app.core.kinds import Date, Text
from app.data.declare import Record, RecordType, Section, field, registry


class UnitSuccession(Record):
    """One old unit and the unit it became part of (sáp nhập đơn vị). Its id is fixed by both codes.

    From `from_on` on, the new unit goes on with the old one's records as with its own.
    """

    old_code = field(Text(max_length=20), N_("Code of the old unit"), required=True, group="old", index=True)
    old_name = field(Text(), N_("Name of the old unit"), required=True, group="old")
    new_code = field(Text(max_length=20), N_("Code of the new unit"), required=True, group="new", index=True)
    new_name = field(Text(), N_("Name of the new unit"), required=True, group="new")
    from_on = field(Date(), N_("Since"), required=True, index=True)


UNIT_SUCCESSION = registry.add(
    RecordType(
        code="unit_succession",
        record=UnitSuccession,
        title=N_("Merged unit"),
        plural=N_("Merged units"),
        purpose=N_("Which old unit became part of which new one and since when, so that its records are gone on with and counted."),
        columns=("from_on", "old_name", "new_name"),
        sections=(Section("", ("old_code", "old_name", "new_code", "new_name", "from_on")),),
        summary="{old_name} → {new_name}",
        search=("old_name", "new_name"),
        sort=("from_on", "desc"),
        in_menu=False,
        written_once=True,
    )
)
