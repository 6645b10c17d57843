"""Measures two pieces of work in turn, so that a machine that slows down slows both."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

Work = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Medians in seconds, and how many times the bare work the program's own takes."""

    name: str
    bare: float
    own: float
    limit: float

    @property
    def times(self) -> float:
        return self.own / self.bare


taken: list[Ratio] = []
"""Every ratio of this run, for the table at its end."""


def compare(
    benchmark: BenchmarkFixture,
    name: str,
    *,
    bare: Work,
    own: Work,
    limit: float,
    rounds: int,
    before: Work = lambda: None,
) -> Ratio:
    """Run `bare` and `own` alternately, `before` ahead of each pair and untimed; fail when the ratio is above `limit`.

    The limit is generous: it is there for what became several times slower, not for a busy machine.
    """
    seconds: list[float] = []

    def prepare() -> None:
        before()
        began = perf_counter()
        bare()
        seconds.append(perf_counter() - began)

    benchmark.pedantic(own, setup=prepare, rounds=rounds, warmup_rounds=1)
    result = Ratio(name, median(seconds), benchmark.stats.stats.median, limit)
    taken.append(result)
    benchmark.extra_info.update(bare=result.bare, times=result.times, limit=limit)
    assert result.times <= limit, f"{name}: {result.times:.1f} times the bare library, at most {limit:.1f} expected"
    return result
