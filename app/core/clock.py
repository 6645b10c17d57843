"""Time, passed in. Nothing else in the program asks the machine what time it is."""

from datetime import date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What tells the time. `now()` is aware, in the station's local zone."""

    def now(self) -> datetime: ...

    def today(self) -> date: ...


class SystemClock:
    """The laptop's own clock, which may be wrong: order never depends on it, only ties do."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def today(self) -> date:
        return self.now().date()


class FixedClock:
    """A clock that stands still until it is moved; for tests and for the demonstration's past year."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment if moment.tzinfo else moment.astimezone()

    def now(self) -> datetime:
        return self._moment

    def today(self) -> date:
        return self._moment.date()

    def advance(self, step: timedelta) -> None:
        """Move on by `step`, which may be negative: laptops' clocks do that."""
        self._moment += step

    def move_to(self, moment: datetime) -> None:
        """Jump to `moment`; a naive one is taken as local time."""
        self._moment = moment if moment.tzinfo else moment.astimezone()
