"""Dividing totals so that the parts are uneven, repeatable, and add up exactly."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

FIRST, LAST = (1, 2), (12, 10)
"""First and last day (month, day) of what is dated within a year: the calendar year and the year from 15/12 to 14/12 then agree."""

MONTHS = (14, 8, 9, 10, 11, 10, 12, 18, 12, 13, 14, 5)
"""How full the months are: much before Tết, in August (the festival of 19/8) and towards the end of the year."""


def split(total: int, weights: Sequence[float], caps: Sequence[int] | None = None) -> list[int]:
    """Whole parts in proportion to `weights` that sum to `total`, none above its cap.

    Raises `ValueError` when nothing of that shape exists: a negative total, no weight at all, or caps that are too low.
    """
    most = list(caps) if caps is not None else [total] * len(weights)
    if total < 0 or sum(most) < total or (total and not any(w > 0 for w in weights)):
        raise ValueError(f"{total} cannot be split so")
    parts: dict[int, int] = {}
    open_ = list(range(len(weights)))
    while open_:
        shares = _largest_remainders(total - sum(parts.values()), [weights[i] for i in open_])
        over = [i for i, share in zip(open_, shares, strict=True) if share > most[i]]
        if not over:
            parts |= dict(zip(open_, shares, strict=True))
            break
        # Those that would get more than they hold are full; the rest is divided again among the others.
        parts |= {i: most[i] for i in over}
        open_ = [i for i in open_ if i not in parts]
    return [parts[i] for i in range(len(weights))]


def _largest_remainders(total: int, weights: Sequence[float]) -> list[int]:
    """In proportion, rounded down, what is left going to the largest remainders, the first of equals first."""
    whole = sum(weights) or 1.0
    exact = [total * (weight / whole if any(weights) else 1 / len(weights)) for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: (parts[i] - exact[i], i))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts


def uneven(generator: random.Random, weights: Sequence[float], spread: float = 0.3) -> list[float]:
    """The same weights, each moved up or down by at most `spread`, as nothing in life falls evenly."""
    return [weight * (1 + spread * (2 * generator.random() - 1)) for weight in weights]


def days(generator: random.Random, year: int, count: int) -> list[date]:
    """`count` days of a year in order, falling over the months as meetings do."""
    months = split(count, uneven(generator, MONTHS))
    return sorted(day_in(generator, year, month) for month, times in enumerate(months, 1) for _ in range(times))


def day_in(generator: random.Random, year: int, month: int) -> date:
    """A day of a month, within the days that are used of a year."""
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    low, high = max(first, date(year, *FIRST)), min(after - timedelta(days=1), date(year, *LAST))
    return low + timedelta(days=generator.randrange((high - low).days + 1))


def day_between(generator: random.Random, low: date, high: date) -> date:
    """A day from `low` to `high`; `high` when that lies before `low`."""
    return low + timedelta(days=generator.randrange((high - low).days + 1)) if low < high else high
