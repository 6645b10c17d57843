"""Closing months (chốt số liệu): the figures of registers that send no records above are frozen in a sheet and go up.

A sheet is never changed: closing a month again writes a second sheet, which amends the first, and only if something changed.
"""

import re
from dataclasses import dataclass
from datetime import date

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.kinds import Figures
from app.data.reader import Reader
from app.services.context import Context
from app.statistics.closed import CLOSED, Sheet, halves, months_of, newest_sheets
from app.statistics.compute import compute
from app.statistics.periods import Period, PeriodKind

_YEAR = re.compile(r"[12][0-9]{3}")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing did: the new sheets, months closed before whose figures still hold, and months that are not over yet.

    A month in `unfinished` was closed all the same; what is recorded for it later needs a second sheet.
    """

    period: str
    sheets: tuple[Sheet, ...]
    unchanged: tuple[str, ...]
    unfinished: tuple[str, ...]


def close(ctx: Context, period: str, *, reason: str = "") -> Closed:
    """Close a month ("2022-03") or every month of a year ("2022") that has begun; `reason` is written on sheets that amend.

    Raises `UserError` "close.period" when it is neither, "close.future" when nothing of it has begun.
    """
    today = ctx.clock.today()
    wanted = _months(period)
    months = [month for month in wanted if halves(month)[0].start <= today]
    if not months:
        raise UserError("close.future", N_("{period} has not begun: there is nothing to close yet."), period=period)
    written, unchanged = [], []
    with ctx.store.reader() as reader:
        standing = newest_sheets(reader)
        for month in months:
            figures = count_month(reader, ctx.store.unit, month)
            before = standing.get((ctx.store.unit, month))
            if before and dict(before.figures) == figures:
                unchanged.append(month)
            else:
                number = before.number + 1 if before else 1
                written.append(Sheet(ctx.store.unit, month, number, figures, reason if before else ""))
    with ctx.store.change(ctx.user.id, "close") as change:
        for sheet in written:
            values = {"month": sheet.month, "number": sheet.number, "figures": Figures().dump(sheet.figures)}
            change.create("closed_sheet", values | ({"reason": sheet.reason} if sheet.reason else {}))
    unfinished = tuple(month for month in months if halves(month)[1].end >= today)
    return Closed(period, tuple(written), tuple(unchanged), unfinished)


def count_month(reader: Reader, unit: str, month: str) -> dict[str, tuple[int, int]]:
    """What a month's sheet would say now: each closed indicator's counts of the two halves."""
    first, second = (compute(reader, half, own_unit=unit, as_of=half.end, sheets={}, indicators=CLOSED) for half in halves(month))
    return {i.code: (first[i.code].value, second[i.code].value) for i in CLOSED}


def sheets(ctx: Context) -> tuple[Sheet, ...]:
    """The sheets that count, of every unit, by month and unit."""
    with ctx.store.reader() as reader:
        standing = newest_sheets(reader)
    return tuple(sorted(standing.values(), key=lambda sheet: (sheet.month, sheet.unit)))


def _months(period: str) -> tuple[str, ...]:
    if _MONTH.fullmatch(period):
        return (period,)
    if _YEAR.fullmatch(period):
        year = int(period)
        return months_of(Period(PeriodKind.CALENDAR_YEAR, date(year, 1, 1), date(year, 12, 31)))
    raise UserError(
        "close.period", N_("“{period}” is neither a month (2022-03) nor a year (2022). Write one of the two."), period=period
    )
