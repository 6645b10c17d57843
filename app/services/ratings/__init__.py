"""The yearly rating of security and order teams (xếp loại Tổ bảo vệ an ninh, trật tự): who may be rated, and what a list breaks.

Lives here: the rules, which are pure, and the sheet of a year as it is read and saved. Does not live here: who decides. The
commune's chairman does, on paper.
"""

from app.services.ratings.rules import Rated, Refusal, Rules, judge, window
from app.services.ratings.sheet import Line, RatingSheet, save, sheet_of

__all__ = ["Line", "Rated", "RatingSheet", "Refusal", "Rules", "judge", "save", "sheet_of", "window"]
