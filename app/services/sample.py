"""Whether a book holds made-up data of a demonstration: every paper from it then says so across each page."""

from app.data.store import Store
from app.services.context import Context

_KEY = "sample"


def mark_as_sample(store: Store) -> None:
    """Declare this book a demonstration, for good: only another data folder makes papers without the mark."""
    store.local.put(_KEY, True)


def is_sample(ctx: Context) -> bool:
    """Whether papers from this book carry "DỮ LIỆU MẪU"."""
    return bool(ctx.store.local.get(_KEY))
