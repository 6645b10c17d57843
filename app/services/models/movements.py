"""How a number of sites moves through the years: pure arithmetic over when sites were founded and dropped, and over corrections.

A site stands on a day when it was founded by then and not dropped by then, as in the reports (`app.statistics.compute`): one
without a day of founding has always stood, one dropped before it was founded never did.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class SiteSpan:
    """What the ledger needs of a site: its model and origin, and from when until when it stands."""

    model: str
    origin: str
    founded_on: date | None
    dropped_on: date | None


@dataclass(frozen=True, slots=True)
class Correction:
    """So many sites of a model more, or with a minus fewer, from a day on."""

    model: str
    day: date
    difference: int


@dataclass(frozen=True, slots=True)
class Movement:
    """A year of a number of sites. What it opened with and everything that happened is what it closed with."""

    opening: int = 0
    built: int = 0
    multiplied: int = 0
    taken_over: int = 0
    dropped: int = 0
    adjusted: int = 0

    @property
    def closing(self) -> int:
        """What stands on the last day of the year, corrections included."""
        return self.opening + self.built + self.multiplied + self.taken_over - self.dropped + self.adjusted

    def __add__(self, other: "Movement") -> "Movement":
        return Movement(
            self.opening + other.opening,
            self.built + other.built,
            self.multiplied + other.multiplied,
            self.taken_over + other.taken_over,
            self.dropped + other.dropped,
            self.adjusted + other.adjusted,
        )


def movements(sites: Iterable[SiteSpan], corrections: Iterable[Correction], years: range) -> dict[int, Movement]:
    """The movement of every one of the years, which follow each other; what was before them is the first one's opening."""
    opening, moved = 0, dict.fromkeys(years, Movement())
    for day, movement in (*_of_sites(sites), *((each.day, Movement(adjusted=each.difference)) for each in corrections)):
        if day.year in moved:
            moved[day.year] += movement
        elif day.year < years.start:
            opening += movement.closing
    found: dict[int, Movement] = {}
    for year in years:
        found[year] = replace(moved[year], opening=opening)
        opening = found[year].closing
    return found


def _of_sites(sites: Iterable[SiteSpan]) -> Iterator[tuple[date, Movement]]:
    for site in sites:
        begun = site.founded_on or date.min
        yield begun, _BEGINNINGS.get(site.origin, Movement(built=1))
        if site.dropped_on is not None:
            yield max(site.dropped_on, begun), Movement(dropped=1)


_BEGINNINGS = {"multiplied": Movement(multiplied=1), "taken_over": Movement(taken_over=1)}
