"""When the home page reminds, and of which reports. One record a unit, shared by its laptops; its id is fixed by the unit's code.

What law or custom says differs by province and by year, so every interval is the unit's own to set.
"""

from app.core.i18n import N_
from app.core.kinds import Integer, YesNo
from app.data.declare import STATION, FieldInfo, Record, RecordType, Section, field, registry


def _span(label: str, default: int, *, most: int = 60, least: int = 1) -> FieldInfo:
    return field(Integer(minimum=least, maximum=most), label, required=True, stream=STATION, default=default)


def _report(label: str, default: int) -> FieldInfo:
    return field(YesNo(), label, stream=STATION, default=default)


class Reminders(Record):
    """Intervals of the home page (nhắc việc). Days and months count from what was last written down."""

    ahead_days = _span(N_("Days ahead to remind"), 7)
    visit_days = _span(N_("Days between visits to somebody who is helped"), 30, most=400)
    dispute_days = _span(N_("Days until an open dispute is looked at again"), 15, most=400)
    hot_spot_days = _span(N_("Days until an unsettled hot spot is looked at again"), 7, most=400)
    board_months = _span(N_("Months between checks of a board or box"), 6)
    area_months = _span(N_("Months after which the measures of a key area are old"), 6)
    review_month = _span(N_("Month by whose end every model is reviewed in a year"), 11, most=12)
    closing_days = _span(N_("Days after a month's end by which it is closed"), 5)
    package_days = _span(N_("Days after which a unit's last package is old"), 35, most=400)
    weekly = _report(N_("Report by the week"), 0)
    monthly = _report(N_("Report by the month"), 1)
    quarterly = _report(N_("Report by the quarter"), 1)
    half_yearly = _report(N_("Report by the half-year"), 1)
    yearly = _report(N_("Report by the year"), 1)
    report_days = _span(N_("Days after a period's end by which its report is made"), 3)


REMINDERS = registry.add(
    RecordType(
        code="reminders",
        record=Reminders,
        title=N_("Reminders"),
        plural=N_("Reminders"),
        purpose=N_("After how many days or months the home page reminds of what, and which reports this unit makes."),
        columns=("ahead_days",),
        sections=(
            Section(N_("Reports"), ("weekly", "monthly", "quarterly", "half_yearly", "yearly", "report_days", "closing_days")),
            Section(
                N_("Books"),
                (
                    "ahead_days",
                    "visit_days",
                    "dispute_days",
                    "hot_spot_days",
                    "board_months",
                    "area_months",
                    "review_month",
                    "package_days",
                ),
            ),
        ),
        summary="{ahead_days}",
        sort=("ahead_days", "asc"),
        in_menu=False,
    )
)
