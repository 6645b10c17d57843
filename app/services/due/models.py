"""Model sites that nobody has reviewed this year."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from app.data.conditions import Between, IsEmpty
from app.services.due.item import Due, Look

_MONTHS_AHEAD = 1


def reviews(look: Look) -> Iterator[Due]:
    """Standing sites without a review in this calendar year, from a month before the review is due."""
    year, month = look.today.year, look.intervals.review_month
    by = date(year, month, monthrange(year, month)[1])
    if look.today.month < month - _MONTHS_AHEAD:
        return
    since = date(year, 1, 1).isoformat()
    reviewed = {
        r.values["site"] for r in look.own("model_review", Between("reviewed_on", since, None), order=("reviewed_on", "asc"))
    }
    standing = look.own("model_site", IsEmpty("dropped_on"), order=("founded_on", "asc"))
    left = [site for site in standing if site.id not in reviewed and (site.values["founded_on"] or "") < since]
    titles = look.titles(left)
    for site in left:
        yield look.due("review", titles[site.id], "model_site", site.id, by)
