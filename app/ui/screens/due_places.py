"""Where something that is due is dealt with: the page to open, and what it is to show."""

from app.services.due import Due
from app.ui.menu import ENTRIES, page_of

_PAGES = ("report", "closing", "carry")
"""Pages that are no register; they are handed what stands for the record."""


def place_of(item: Due) -> tuple[str, object]:
    """A code of the menu and the page's argument."""
    if item.page in _PAGES and item.page in ENTRIES:
        return item.page, item.record_id or None
    return page_of(item.page), item.record_id
