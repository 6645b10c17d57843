"""Prevention models as a whole: the ledger that says how their number came about, and the yearly review of every site.

Lives here: use cases over many sites together. Does not live here: one model or site in its form (`app.services.registers`), the
figures of reports (`app.statistics`), and how the ledger and the sheets look on paper (`app.services.papers.models`).
"""

from app.services.models.ledger import COLUMNS, Column, Ledger, Line, Why, read_ledger
from app.services.models.movements import Movement
from app.services.models.reviews import Reviewed, SiteToReview, place_of, rated, review_all, sites_to_review, undo_reviews

__all__ = [
    "COLUMNS",
    "Column",
    "Ledger",
    "Line",
    "Movement",
    "Reviewed",
    "SiteToReview",
    "Why",
    "place_of",
    "rated",
    "read_ledger",
    "review_all",
    "sites_to_review",
    "undo_reviews",
]
