"""Reports of periods that are over, and months of the station's own figures that nobody has closed."""

from collections.abc import Iterator
from datetime import timedelta

from app.core.ids import fixed_id
from app.services.due.item import Due, Look
from app.statistics.closed import halves, missing_months, newest_sheets
from app.statistics.periods import Period, PeriodKind, neighbour, period_of, title

_MONTHS_BACK = 12
_ASKED_FOR = timedelta(days=60)
"""A report this late was given some other way, or will not be."""


def reports(look: Look) -> Iterator[Due]:
    """The last whole period of each report that this unit makes, until it has been made. Nothing from before the book began."""
    made = {
        (record.values["kind"], record.values["from_on"], record.values["to_on"])
        for record in look.own("made_report", order=("made_on", "desc"))
    }
    for kind in look.intervals.reports:
        period = neighbour(period_of(kind, look.today), -1)
        spelled = (kind.value, period.start.isoformat(), period.end.isoformat())
        on = period.end + timedelta(days=look.intervals.report_days)
        if period.end < look.begun or spelled in made or look.today - on > _ASKED_FOR:
            continue
        words = title(period, look.ctx.say)
        yield look.due("report", words[:1].upper() + words[1:], "report", ":".join(spelled), on)


def months(look: Look) -> Iterator[Due]:
    """Months that are over, since the book began and at most a year back."""
    unit = look.reader.get("unit", fixed_id("unit", look.ctx.store.unit))
    if unit is not None and unit.values.get("kind") == "parent":
        return
    since = max(look.begun.replace(day=1), (look.today - timedelta(days=31 * _MONTHS_BACK)).replace(day=1))
    span = Period(PeriodKind.DATES, since, look.today)
    own = look.ctx.store.unit
    for month in missing_months(newest_sheets(look.reader), (own,), span, look.today).get(own, ()):
        on = halves(month)[1].end + timedelta(days=look.intervals.closing_days)
        yield look.due("closing", f"{month[5:]}/{month[:4]}", "closing", month, on)
