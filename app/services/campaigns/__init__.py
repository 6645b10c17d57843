"""Signing a commitment: the list of a hamlet with a tick for each that signed, last year's list, the sheet and its counts.

Lives here: what the campaign page reads and saves. Does not live here: the roster itself and its yearly change
(`app.services.roster`), and single records in their forms (`app.services.registers`).

Only signing is recorded. Whoever has no tick is somebody about whom nothing is kept: the page holds ticks back until they are
saved, so that "all, except …" never writes the exceptions, not even for a moment.
"""

from app.services.campaigns.doubles import doubles, drop_doubles
from app.services.campaigns.lists import (
    CampaignLine,
    HamletLine,
    Tick,
    campaigns,
    day_to_offer,
    hamlets,
    lists_of,
    ticks,
)
from app.services.campaigns.sheets import COUNTS, SheetView, begin_sheet, save_counts, sheet, sheets_of
from app.services.campaigns.signing import SavedTicks, by_name, save_ticks, signed_before, ticks_before, undo

__all__ = [
    "COUNTS",
    "CampaignLine",
    "HamletLine",
    "SavedTicks",
    "SheetView",
    "Tick",
    "begin_sheet",
    "by_name",
    "campaigns",
    "day_to_offer",
    "doubles",
    "drop_doubles",
    "hamlets",
    "lists_of",
    "save_counts",
    "save_ticks",
    "sheet",
    "sheets_of",
    "signed_before",
    "ticks",
    "ticks_before",
    "undo",
]
