"""What the law gives a station time for: the clocks of a tip-off, over plain values.

Sources: TTLT 01/2017 (passing on within 24 hours, 48 for remote communes and islands); the preliminary check of seven days is from
secondary sources only. A day's deadline ends with that day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from app.core.i18n import N_

PASS_ON = N_("Pass on to the investigating body")
CHECK = N_("Finish the preliminary check")

OF_CRIME = frozenset({"denunciation", "report", "petition"})
"""Kinds of information that are passed on to the investigating body."""
_OPEN = frozenset({"new", "checking"})
_HOURS, _HOURS_REMOTE = 24, 48
_DAYS = 7
_SOON = timedelta(hours=12)


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """Something to be done `by` a moment of local time; `what` is a msgid."""

    by: datetime
    what: str

    def overdue(self, now: datetime) -> bool:
        """Whether the time has run out. `now` is local time without a zone."""
        return now > self.by

    def soon(self, now: datetime) -> bool:
        """Whether less than half a day is left."""
        return not self.overdue(now) and self.by - now < _SOON


def running(tip_off: Mapping[str, Any], *, remote: bool = False) -> tuple[Deadline, ...]:
    """The deadlines that still run for a tip-off, the nearest first, from its dumped values.

    A denunciation, report or petition is to be passed on; every tip-off is to be checked. Both end when it is passed on or when
    its check has come to a result. `remote` is for communes and islands that have 48 hours. Nothing runs for a tip-off whose
    moment of reception is not known, as at the unit above.
    """
    received, state = tip_off.get("received_at"), tip_off.get("state")
    if not received or state not in _OPEN or tip_off.get("passed_at"):
        return ()
    since = datetime.fromisoformat(received)
    last_day = datetime.combine(since.date() + timedelta(days=_DAYS), time(23, 59))
    found = [Deadline(last_day, CHECK)]
    if tip_off.get("kind") in OF_CRIME:
        found.append(Deadline(since + timedelta(hours=hours_to_pass_on(remote=remote)), PASS_ON))
    return tuple(sorted(found))


def hours_to_pass_on(*, remote: bool) -> int:
    """Hours from reception to passing on; `remote` communes and islands have twice as many."""
    return _HOURS_REMOTE if remote else _HOURS
