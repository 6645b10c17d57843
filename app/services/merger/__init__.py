"""Communes are merged: two books become one.

Lives here: opening another station's data folder as a copy (`opening`), joining its journal to this book (`joining`), records that
both had (`doubles`). Does not live here: whose records count as one's own afterwards (`app.services.registers.origin`), packages of
units that still exist (`app.services.carry`).
"""

from app.services.merger.doubles import Double, JoinedDouble, doubles, join_double, keep_both, undo_join
from app.services.merger.joining import Joined, Look, join, look, predecessors

__all__ = [
    "Double",
    "Joined",
    "JoinedDouble",
    "Look",
    "doubles",
    "join",
    "join_double",
    "keep_both",
    "look",
    "predecessors",
    "undo_join",
]
