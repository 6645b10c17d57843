"""The roster of households through the years: adding, what changed in a year, hamlets joined, hamlets' numbers brought up to date.

Lives here: use cases over households and hamlets together. Does not live here: one household's form (`app.services.registers`),
and what a change in a household does to the roster (`app.services.registers.follow`).
"""

from app.services.roster.adding import NewHousehold, add_establishments, add_households, household_of
from app.services.roster.hamlets import Joined, join_hamlets, move_households, undo
from app.services.roster.homes import households_of, lines
from app.services.roster.year import HamletYear, Year, take_over, year_of

__all__ = [
    "HamletYear",
    "Joined",
    "NewHousehold",
    "Year",
    "add_establishments",
    "add_households",
    "household_of",
    "households_of",
    "join_hamlets",
    "lines",
    "move_households",
    "take_over",
    "undo",
    "year_of",
]
