"""Signatures recorded twice: two officers ticked the same list on two laptops, and each saw only their own ticks."""

from app.data.conditions import AllOf, Count, Equals, NotEmpty, OneOf
from app.services.campaigns.lists import MOST, ROSTERS
from app.services.context import Context
from app.services.registers.book_lock import require_untouched


def doubles(ctx: Context, campaign: str) -> tuple[str, ...]:
    """Signatures of a campaign beyond the first of each household and establishment, in the order of signing and recording."""
    found: list[str] = []
    with ctx.store.reader() as reader:
        for roster in ROSTERS.values():
            if not roster.type_code:
                continue
            signed = AllOf((Equals("campaign", campaign), NotEmpty(roster.type_code)))
            counted = reader.grouped("commitment", signed, Count(), roster.type_code)
            twice = [key for key, number in counted.items() if number > 1]
            for start in range(0, len(twice), 400):
                where = AllOf((signed, OneOf(roster.type_code, tuple(twice[start : start + 400]))))
                seen: set[str] = set()
                for view in reader.window("commitment", where, order=("signed_on", "asc"), limit=MOST):
                    key = str(view.values[roster.type_code])
                    if key in seen:
                        found.append(view.id)
                    seen.add(key)
    return tuple(found)


def drop_doubles(ctx: Context, signatures: tuple[str, ...]) -> str:
    """Delete these signatures as one batch, so that each signer counts once; returns its name for `undo`.

    Raises `UserError` "book.closed" when one of them is dated in a year whose book is closed.
    """
    require_untouched(ctx, "commitment", signatures)
    batch = ctx.store.new_batch()
    with ctx.store.change(ctx.user.id, "ticks", batch=batch) as change:
        for signature in signatures:
            change.delete("commitment", signature)
    return batch
