"""What is due: one question over every register, answered as sentences with a day each.

Lives here: a source a subject (`sources` names them all), the clocks that law sets for a tip-off, the unit's own intervals. Does
not live here: how the home page shows it, and warnings about single records (`app.services.registers.warnings`).
"""

from app.services.due.clocks import CHECK, PASS_ON, Deadline, running
from app.services.due.gather import Group, everything
from app.services.due.intervals import Intervals, intervals, keep_intervals, open_intervals
from app.services.due.item import Due

__all__ = [
    "CHECK",
    "PASS_ON",
    "Deadline",
    "Due",
    "Group",
    "Intervals",
    "everything",
    "intervals",
    "keep_intervals",
    "open_intervals",
    "running",
]
