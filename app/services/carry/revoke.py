"""A lost or replaced laptop is believed no longer."""

from app.core.errors import UserError
from app.core.i18n import N_
from app.keys.certificates import STATION
from app.keys.trust import ABOVE, TrustList
from app.services.carry.desk import book_of, first_laptop, keys_of, moment, require_commander
from app.services.context import Context


def revoke(ctx: Context, device: str) -> TrustList:
    """Believe a laptop no longer (lost, stolen, replaced): what it wrote up to what is held here still counts, nothing later.

    The new list travels with every package from here. What is on the lost laptop stays there: only its password guards it.
    Raises `UserError` "permission.commander", "enrol.first_laptop", "enrol.unknown_laptop".
    """
    require_commander(ctx)
    own, book = keys_of(ctx).device, book_of(ctx)
    if own.unit_key is None:
        raise first_laptop()
    trust = book.trust()
    standing = trust.laptop(device)
    if standing is None or standing.relation == ABOVE or device == own.id:
        raise UserError("enrol.unknown_laptop", N_("This laptop is not one that was accepted here."))
    with ctx.store.reader() as reader:
        held = reader.holdings()
    places = {
        replica: {stream: seq for (owner, stream), (seq, _) in held.items() if owner == replica}
        for replica in trust.databases_of(device)
    }
    known = trust.list_of(own.root)
    vouched = [c.subject for c in book.certificates() if c.scope == STATION and c.issuer == device]
    found = TrustList(
        unit=own.unit,
        number=known.number + 1 if known else 1,
        issued=moment(ctx),
        revoked={**(known.revoked if known else {}), device: places},
        kept=tuple(sorted({*(known.kept if known else ()), *vouched})),
    ).signed(own.unit_key)
    book.keep_list(found)
    return found
