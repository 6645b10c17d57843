"""Closed figures: the counted values of registers that send no records above."""

from app.core.i18n import N_
from app.core.kinds import Figures, Integer, Text
from app.data.declare import Record, RecordType, Section, field, registry


class ClosedSheet(Record):
    """The frozen figures of one calendar month (chốt số liệu).

    `figures` maps an indicator to its counts of days 1–14 and of days 15 to the end, so that every period whose edges fall on
    the 1st or the 15th adds up exactly. A later sheet of the same month (a greater `number`) amends the earlier ones.
    """

    month = field(Text(max_length=7), N_("Month"), required=True, index=True, group="sheet")
    number = field(Integer(minimum=1), N_("Sheet number"), required=True, group="sheet")
    figures = field(Figures(), N_("Figures"), required=True, group="sheet")
    reason = field(Text(max_length=200), N_("Why it was amended"))
    """Of a later sheet: what was wrong with the one before it, in words without names."""


CLOSED_SHEET = registry.add(
    RecordType(
        code="closed_sheet",
        record=ClosedSheet,
        title=N_("Closed sheet of figures"),
        plural=N_("Closed figures"),
        purpose=N_("Figures of registers that stay in the station, closed by the month and sent above without any name."),
        columns=("month", "number", "reason"),
        sections=(Section("", ("month", "number", "reason", "figures")),),
        summary="{month}/{number}",
        sort=("month", "desc"),
        in_menu=False,
    )
)
