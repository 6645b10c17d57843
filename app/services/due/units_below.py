"""For a unit above: which units have sent nothing for long, and whose months are not closed."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.i18n import N_
from app.core.text import short_date
from app.keys.trust import BELOW
from app.services.carry.desk import book_of
from app.services.due.item import Due, Look
from app.services.reports.unit_facts import other_units
from app.statistics.closed import missing_months, newest_sheets
from app.statistics.periods import Period, PeriodKind
from app.statistics.successions import merged_since

_MONTHS_BACK = 12


def packages(look: Look) -> Iterator[Due]:
    """Certified units of which nothing has come yet, or nothing for so many days."""
    if look.ctx.keys is None:
        return
    book = book_of(look.ctx)
    trust = book.trust()
    last: dict[str, str] = {}
    names = {}
    receipts = book.receipts()
    gone = {unit for unit, since in merged_since(look.reader).items() if since <= look.today}
    for laptop in trust.laptops(BELOW):
        if laptop.revoked or laptop.unit in gone:
            continue
        names[laptop.unit] = laptop.name
        receipt = receipts.get(laptop.device)
        last[laptop.unit] = max(last.get(laptop.unit, ""), receipt.arrived if receipt else "")
    say = look.ctx.say
    for unit, arrived in sorted(last.items()):
        if not arrived:
            text = say(N_("{unit} has not sent anything yet"), unit=names[unit])
            yield look.due("package", text, "carry", "", look.today)
            continue
        came = date.fromisoformat(arrived[:10])
        on = came + timedelta(days=look.intervals.package_days)
        if on <= look.horizon:
            text = say(N_("{unit}: last package of {date}"), unit=names[unit], date=short_date(came))
            yield look.due("package", text, "carry", "", on)


def months(look: Look) -> Iterator[Due]:
    """One a unit below: the months of the last year that are over and of which no sheet has come, since its first sheet."""
    below = {unit.code: unit.name for unit in other_units(look.reader, look.ctx.store.unit)}
    if not below:
        return
    sheets = newest_sheets(look.reader)
    span = Period(PeriodKind.DATES, look.today - timedelta(days=31 * _MONTHS_BACK), look.today)
    first = {unit: min((month for owner, month in sheets if owner == unit), default="") for unit in below}
    for unit, missing in missing_months(sheets, tuple(below), span, look.today, merged_since(look.reader)).items():
        late = [month for month in missing if month >= first[unit]]
        if not late:
            continue
        newest = date(int(late[-1][:4]), int(late[-1][5:]), 28)
        months = ", ".join(f"{month[5:]}/{month[:4]}" for month in late[-3:])
        more = len(late) - 3
        text = look.ctx.say(N_("{unit}: {months}"), unit=below[unit], months=months)
        if more > 0:
            text = look.ctx.say(N_("{unit}: {months} and {more} earlier"), unit=below[unit], months=months, more=more)
        yield look.due("unit_months", text, "closing", "", newest + timedelta(days=3 + look.intervals.closing_days))
