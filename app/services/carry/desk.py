"""What every use case of carrying starts from: the keys in hand, what is remembered, who may do it."""

from app.core.errors import UserError
from app.core.i18n import N_
from app.keys.keyring import KeyRing
from app.services.context import Context
from app.sync.book import Book


def keys_of(ctx: Context) -> KeyRing:
    """This laptop's keys. Raises `UserError` "login.needed" when nobody has logged in."""
    if ctx.keys is None:
        raise UserError("login.needed", N_("Log in first."))
    return ctx.keys


def book_of(ctx: Context) -> Book:
    """What this database remembers of carrying."""
    return Book(ctx.store, keys_of(ctx).device)


def require_commander(ctx: Context) -> None:
    """Raises `UserError` "permission.commander" for anybody but a commander."""
    if not ctx.user.is_commander:
        raise UserError(
            "permission.commander",
            N_("Only the commander decides whose laptop belongs here. Ask the commander to log in and do it."),
        )


def moment(ctx: Context) -> str:
    """Now, as ISO local time to the second."""
    return ctx.clock.now().isoformat(timespec="seconds")


def first_laptop() -> UserError:
    """For what needs the unit key, on a laptop that has none."""
    return UserError(
        "enrol.first_laptop",
        N_("This has to be done on the first laptop of the unit, laptop A, which holds the unit's key."),
    )
