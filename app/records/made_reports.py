"""Which reports have been made, so that the home page need not ask for them again."""

from app.core.i18n import N_
from app.core.kinds import Choice, Date
from app.data.declare import STATION, Record, RecordType, Section, field, registry

PERIODS = (
    ("week", N_("Week")),
    ("month", N_("Month (15th to 14th)")),
    ("calendar_month", N_("Calendar month")),
    ("quarter", N_("Quarter")),
    ("half_year", N_("Half-year")),
    ("year", N_("Year (15/12 to 14/12)")),
    ("calendar_year", N_("Calendar year")),
    ("dates", N_("Any dates")),
)
"""Kinds of period, as `app.statistics.periods` names them."""


class MadeReport(Record):
    """A report that was saved as a paper or a workbook (báo cáo đã lập). The paper itself is not kept here."""

    made_on = field(Date(not_future=True), N_("Made on"), required=True, stream=STATION, index=True)
    kind = field(Choice(PERIODS), N_("Kind of period"), required=True, stream=STATION, group="period")
    from_on = field(Date(), N_("From"), required=True, stream=STATION, group="period")
    to_on = field(Date(), N_("To"), required=True, stream=STATION, group="period", index=True)


MADE_REPORT = registry.add(
    RecordType(
        code="made_report",
        record=MadeReport,
        title=N_("Report made"),
        plural=N_("Reports made"),
        purpose=N_("Which periods have been reported, and when."),
        columns=("made_on", "kind", "from_on", "to_on"),
        sections=(Section("", ("made_on", "kind", "from_on", "to_on")),),
        summary="{from_on}–{to_on}",
        sort=("made_on", "desc"),
        in_menu=False,
    )
)
