"""The rules of the yearly rating, by HD 01/HD-BCA-V05 of 2026, and in a sentence each what a proposal breaks.

A window of a year, nine months of service, a share of excellent ones, no leader above his team, nobody under complaint.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.i18n import N_
from app.core.kinds import Say
from app.core.text import short_date
from app.records.ratings import LEVELS
from app.statistics.periods import Period, between

_ORDER = tuple(code for code, _ in LEVELS)
"""From the best level to the least."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the guidance sets, in one place for the day it changes: first day of the window in the year before, least months of
    service by its last day, and the most excellent ones in a hundred of those rated good or better."""

    first_month: int = 11
    first_day: int = 15
    least_months: int = 9
    excellent_percent: int = 20


RULES = Rules()


@dataclass(frozen=True, slots=True)
class Rated:
    """A team or somebody in it, and the level proposed ("" for none). `team` is the id of his team, empty for a team itself.

    `since` and `until` are the first and last day in the force; `None` where unknown or still serving.
    """

    id: str
    name: str
    team: str
    leads: bool
    since: date | None
    until: date | None
    level: str
    complaint: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a level cannot be proposed: of whom (empty for the whole list), and the sentence in the officer's language."""

    id: str
    sentence: str


def window(year: int, rules: Rules = RULES) -> Period:
    """The twelve months that a year's rating looks at: 15/11 of the year before to 14/11."""
    first = date(year - 1, rules.first_month, rules.first_day)
    return between(first, date(year, rules.first_month, rules.first_day) - timedelta(days=1))


def judge(lines: Sequence[Rated], year: int, say: Say, rules: Rules = RULES) -> tuple[Refusal, ...]:
    """Everything that the proposed levels of teams and members break, in the order of `lines`, what concerns all of them last."""
    teams = {line.id: line for line in lines if not line.team}
    found: list[Refusal] = []
    for line in lines:
        if line.level:
            found += (Refusal(line.id, sentence) for sentence in _against(line, teams.get(line.team), year, say, rules))
    for group, words in (
        ([line for line in lines if not line.team], _TOO_MANY_TEAMS),
        ([line for line in lines if line.team], _TOO_MANY_MEMBERS),
    ):
        found += _too_many(group, words, say, rules)
    return tuple(found)


def most_excellent(lines: Iterable[Rated], rules: Rules = RULES) -> int:
    """How many of these may be excellent: the share of those good or better, a part of one left out."""
    return sum(line.level in ("excellent", "good") for line in lines) * rules.excellent_percent // 100


_UNKNOWN = N_("{name}: write since when, or the nine months cannot be counted.")
_SHORT = N_("{name} has served since {since}, less than {months} months by {end}, and is not rated for this year.")
_GONE = N_("{name} served until {until} only and is not rated for this year.")
_COMPLAINT = N_("{name} is not rated as long as a complaint is being looked into.")
_ABOVE = N_("{name} leads the team and cannot be rated above it: the team is proposed as “{team_level}”.")
_NO_TEAM_LEVEL = N_("{name} leads the team: propose a level for the team first.")
_TOO_MANY_TEAMS = N_("Teams proposed as excellent: {count}. Of {good} rated good or better at most {most} may be ({percent} %).")
_TOO_MANY_MEMBERS = N_(
    "Members proposed as excellent: {count}. Of {good} rated good or better at most {most} may be ({percent} %)."
)


def _against(line: Rated, team: Rated | None, year: int, say: Say, rules: Rules) -> Iterator[str]:
    end = window(year, rules).end
    if line.since is None:
        yield say(_UNKNOWN, name=line.name)
    elif line.since > months_before(end + timedelta(days=1), rules.least_months):
        yield say(_SHORT, name=line.name, since=short_date(line.since), months=rules.least_months, end=short_date(end))
    if line.until is not None and line.until <= end:
        yield say(_GONE, name=line.name, until=short_date(line.until))
    if line.complaint:
        yield say(_COMPLAINT, name=line.name)
    if line.leads and team is not None:
        if not team.level:
            yield say(_NO_TEAM_LEVEL, name=line.name)
        elif _ORDER.index(line.level) < _ORDER.index(team.level):
            yield say(_ABOVE, name=line.name, team_level=say(dict(LEVELS)[team.level]))


def _too_many(lines: Sequence[Rated], words: str, say: Say, rules: Rules) -> Iterator[Refusal]:
    count, most = sum(line.level == "excellent" for line in lines), most_excellent(lines, rules)
    if count > most:
        good = sum(line.level in ("excellent", "good") for line in lines)
        yield Refusal("", say(words, count=count, good=good, most=most, percent=rules.excellent_percent))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of that month where it has no such day."""
    place = day.year * 12 + day.month - 1 - months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
