"""What each commune has in each year, so that all communes together come to the figures of the district.

Pure numbers: who holds how many meetings, which boards stood, which came and went. Writing them into books is the others' work.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from app.services.demo.distribution import split, uneven
from app.services.demo.sources import Commune, Figures, World

STOCKS = (
    "model_sites",
    "notice_boards",
    "people_security_teams",
    "rapid_security_teams",
    "mediation_teams",
    "civil_defence_teams",
)
"""What stands rather than happens."""

_BY_HAMLETS = frozenset(STOCKS[2:])
"""Stocks of which every hamlet has about one."""

_ENDED = {"model_sites": 4, "notice_boards": 3, "civil_defence_teams": 1}
_GONE = {"model_sites": 2, "notice_boards": 1}
_NEW_BEFORE = {"model_sites": 5, "notice_boards": 4, "mediation_teams": 2}
_IDLE_SITES = 3
_TIP_BOXES = 26
_FORUMS = 14
_MORE_THAN = (15, 90)


@dataclass(frozen=True, slots=True)
class YearPlan:
    """What happens in a commune in a year. `violators` has one number a case cleared."""

    year: int
    meetings: int
    attendances: int
    tip_offs: int
    valuable: int
    violators: tuple[int, ...]
    forums: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """What of a stock stands in a commune at the end of the reported year and before.

    `kept` stood through both years' ends, `new_before` of them founded in the year before; `ended` went and `begun` came in the
    reported year; `gone` went the year before.
    """

    kept: int
    new_before: int
    ended: int
    begun: int
    gone: int


@dataclass(frozen=True, slots=True)
class CommunePlan:
    """One commune's share. `idle_sites` stand but are rated ineffective; `members` is the groups' total in the reported year."""

    commune: Commune
    years: tuple[YearPlan, YearPlan]
    stocks: Mapping[str, Ledger]
    idle_sites: int
    tip_boxes: int
    members: int


def plan(world: World, seed: str = "plan") -> tuple[CommunePlan, ...]:
    """The share of every commune of a world, the same each time."""
    generator = random.Random(seed)
    size = [commune.households for commune in world.communes]
    years = [_year(generator, figures, size) for figures in world.years]
    before, now = world.years
    ledgers = {
        code: _ledgers(generator, code, before.indicators[code], now.indicators[code], _weights(world, code)) for code in STOCKS
    }
    idle = split(min(_IDLE_SITES, len(size)), uneven(generator, size, 0.9), [1] * len(size))
    boxes = split(max(len(size), _TIP_BOXES * len(size) // 12), [1] * len(size))
    groups = [sum(ledgers[code][i].kept + ledgers[code][i].begun for code in _BY_HAMLETS) for i in range(len(size))]
    members = split(_total(generator, now, "group_members"), uneven(generator, groups, 0.1))
    return tuple(
        CommunePlan(
            commune,
            (years[0][i], years[1][i]),
            {code: ledgers[code][i] for code in STOCKS},
            idle[i],
            boxes[i],
            members[i],
        )
        for i, commune in enumerate(world.communes)
    )


def _year(generator: random.Random, figures: Figures, size: list[int]) -> list[YearPlan]:
    wanted = figures.indicators
    meetings = split(wanted["meetings"], uneven(generator, size, 0.25))
    attendances = split(_total(generator, figures, "attendances"), uneven(generator, meetings, 0.2))
    tip_offs = split(wanted["tip_offs"], uneven(generator, size))
    valuable = split(wanted["tip_offs_valuable"], uneven(generator, tip_offs), tip_offs)
    cases = split(wanted["cases_resolved"], uneven(generator, valuable), valuable)
    violators = _violators(generator, wanted["cases_resolved"], wanted["violators"])
    forums = split(max(1, _FORUMS * len(size) // 12), uneven(generator, size))
    plans = []
    for i in range(len(size)):
        own, violators = violators[: cases[i]], violators[cases[i] :]
        plans.append(YearPlan(figures.year, meetings[i], attendances[i], tip_offs[i], valuable[i], tuple(own), forums[i]))
    return plans


def _total(generator: random.Random, figures: Figures, code: str) -> int:
    """A figure published as "more than" becomes one a little above it."""
    return figures.indicators[code] + (generator.randrange(*_MORE_THAN) if code in figures.at_least else 0)


def _violators(generator: random.Random, cases: int, violators: int) -> list[int]:
    """Violators of each case: mostly one; in some cases nobody could be held to account, in others several."""
    if not cases:
        return []
    nobody = cases // 12
    one_each = min(cases - nobody, violators)
    more = split(violators - one_each, [generator.random() ** 4 for _ in range(cases - nobody)])
    found = [(1 if place < one_each else 0) + extra for place, extra in enumerate(more)] + [0] * nobody
    generator.shuffle(found)
    return found


def _weights(world: World, code: str) -> list[float]:
    return [float(len(c.hamlets) if code in _BY_HAMLETS else c.households) for c in world.communes]


def _ledgers(generator: random.Random, code: str, before: int, now: int, weights: list[float]) -> list[Ledger]:
    ended = min(_ENDED.get(code, 0), before)
    if now < before - ended:
        ended = before - now
    kept_total = before - ended
    spread = 0.05 if code in _BY_HAMLETS else 0.3
    standing = split(now, uneven(generator, weights, spread))
    begun = split(now - kept_total, uneven(generator, standing, 0.8), standing)
    kept = [all_ - new for all_, new in zip(standing, begun, strict=True)]
    new_before = split(min(_NEW_BEFORE.get(code, 0), kept_total), uneven(generator, kept, 0.8), kept)
    went = split(ended, uneven(generator, weights, 0.8))
    gone = split(min(_GONE.get(code, 0), before), uneven(generator, weights, 0.8))
    return [Ledger(*parts) for parts in zip(kept, new_before, went, begun, gone, strict=True)]
