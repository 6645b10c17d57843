"""Figures given by hand for units that keep no book of their own, until they do."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date, Integer, LongText, Text
from app.data.declare import STATION, Record, RecordType, Section, field, registry
from app.records.figure_names import FIGURES


class HandFigure(Record):
    """One indicator of one unit over a span of days, as somebody gave it (số liệu nhập tay).

    It adds to the reports of the unit that wrote it down and of the unit above, where it is marked. Who wrote it down stands in
    the history; `given_by` is who told it, and stays here.
    """

    unit_name = field(Text(max_length=120), N_("Unit the figure is for"), required=True, index=True, help=N_("As in “Xã Túc Đán”."))
    from_on = field(Date(not_future=True), N_("From"), required=True, group="days", index=True)
    to_on = field(Date(), N_("To"), required=True, group="days")
    indicator = field(Choice(FIGURES), N_("Indicator"), required=True, group="figure", index=True)
    value = field(Integer(minimum=0), N_("Figure"), required=True, group="figure")
    why = field(
        Text(max_length=200),
        N_("Why it is given by hand"),
        required=True,
        help=N_("As in “the unit has no computer yet”. No names of people."),
    )
    given_by = field(Text(max_length=120), N_("Given by"), stream=STATION, help=N_("Who told the figure, and in which paper."))
    notes = field(LongText(), N_("Notes"), stream=STATION)


HAND_FIGURE = registry.add(
    RecordType(
        code="hand_figure",
        record=HandFigure,
        title=N_("Figure given by hand"),
        plural=N_("Figures given by hand"),
        purpose=N_(
            "Figures of units that have not got the program. They add to every report whose period holds all their days, and are "
            "marked there."
        ),
        columns=("unit_name", "indicator", "value", "from_on", "to_on", "why"),
        sections=(Section("", ("unit_name", "from_on", "to_on", "indicator", "value", "why", "given_by", "notes")),),
        summary="{unit_name} · {indicator}: {value}",
        search=("unit_name", "why"),
        filters=("indicator", "from_on"),
        sort=("from_on", "desc"),
    )
)
