"""What a unit set itself and reported: targets of plans, intervals, reports made, figures given by hand of the year before."""

import random
from datetime import date, timedelta

from app.services import due, reports
from app.services.demo.pen import Pen, Written
from app.services.demo.sources import Commune
from app.statistics.periods import Period, PeriodKind, neighbour, period_of

_BY_HAND = {"meetings": (6, 20), "attendances": (400, 1600), "tip_offs": (3, 15), "patrols": (20, 60)}
"""Of the year before the book: least and below most."""
_REPORTED = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)


def aside(pen: Pen, commune: Commune) -> Pen:
    """A scribe with dice of its own, so that what is planned here moves nothing else of the book."""
    return pen.beside(random.Random(f"{commune.code} figures"), pen.people)


def targets(pen: Pen, plan: Written, commune: Commune, day: date) -> None:
    """What the programme of a year aims at."""
    hamlets, households = len(commune.hamlets), sum(hamlet.households for hamlet in commune.hamlets)
    wanted = {"meetings": 3 * hamlets, "households_committed": households, "tip_offs": 2 * hamlets, "models_reviewed": hamlets}
    for indicator, value in wanted.items():
        pen.new(day, "plan_target", {"plan": plan, "indicator": indicator, "wanted": value}, hour=11)


def reported(pen: Pen, years: tuple[int, int], until: date) -> None:
    """Reports of every period that was over, made a day or two later; the last month's is still to be made."""
    last = period_of(PeriodKind.MONTH, until)
    for kind in _REPORTED:
        period = period_of(kind, date(years[0], 2, 1))
        while period.end < last.start:
            _made(pen, period, period.end + timedelta(days=pen.generator.randrange(1, 4)))
            period = neighbour(period, 1)


def by_hand(pen: Pen, name: str, year: int, opening: date) -> None:
    """The figures of a year before the book, as the papers of that time have them."""
    period = period_of(PeriodKind.YEAR, date(year, 6, 1))
    for indicator, span in _BY_HAND.items():
        values = {
            "unit_name": name,
            "from_on": period.start,
            "to_on": period.end,
            "indicator": indicator,
            "value": pen.generator.randrange(*span),
            "why": f"Số liệu năm {year} lấy từ báo cáo giấy",
        }
        pen.new(opening + timedelta(days=2), "hand_figure", values, hour=10)


def intervals(pen: Pen, opening: date) -> None:
    """The unit looked at its intervals and kept them."""

    def entry() -> None:
        form = due.open_intervals(pen.ctx)
        due.keep_intervals(pen.ctx, form.texts, form)

    pen.on(opening, entry, hour=9)


def looked_over(pen: Pen, area: Written, day: date) -> None:
    """The measures of a key area were looked over."""
    pen.edit(day, area, {"measures_on": day, "measures_until": date(day.year + 1, day.month, day.day)})


def _made(pen: Pen, period: Period, day: date) -> None:
    pen.on(day, lambda: reports.remember_made(pen.ctx, period), hour=16)
