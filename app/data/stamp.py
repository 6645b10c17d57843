"""A hybrid clock: milliseconds and a counter in one number that never goes back.

It only breaks ties between changes made apart and is shown to people; nothing is ever refused for its stamp. A stamp from more
than a day ahead of this laptop's clock is not taken over, so that one wrong clock does not drag the others along.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from app.core.clock import Clock
from app.data.schema import change_set

_DAY = 86_400_000 << 16


def of_clock(clock: Clock) -> int:
    """The stamp of the clock's own time."""
    return int(clock.now().timestamp() * 1000) << 16


class Hybrid:
    """The stamps of one open store."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        believed = select(func.coalesce(func.max(change_set.c.stamp), 0)).where(change_set.c.stamp < of_clock(clock) + _DAY)
        self._last = int(connection.execute(believed).scalar_one())

    def next(self, clock: Clock) -> int:
        """A stamp greater than every one given or absorbed. A clock set back by more than a day is believed all the same."""
        now = of_clock(clock)
        last = self._last if self._last - now < _DAY else 0
        self._last = max(now, last + 1)
        return self._last

    def absorb(self, stamps: Iterable[int], clock: Clock) -> None:
        """Take note of stamps that arrived."""
        limit = of_clock(clock) + _DAY
        self._last = max((self._last, *(stamp for stamp in stamps if stamp < limit)))
