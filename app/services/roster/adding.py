"""Putting several on a roster at once by their names, as they are typed or pasted from a sheet."""

from collections.abc import Sequence

from app.core.text import fold, nfc
from app.data.conditions import AllOf, Equals, IsEmpty
from app.services.context import Context

MOST = 5000


def add_households(ctx: Context, hamlet: str, heads: Sequence[str]) -> int:
    """Put households on a hamlet's roster by the names of their heads; names already there and empty lines are passed over.

    Returns how many were added. Raises `Problem` for a name that cannot be one.
    """
    kind = ctx.store.registry.get("household").fields["head"].kind
    today = ctx.clock.today()
    with ctx.store.reader() as reader:
        where = AllOf((Equals("hamlet", hamlet), IsEmpty("left_on")))
        found = reader.window("household", where, order=("head", "asc"), limit=MOST)
    known = {view.values["head"] for view in found}
    names = [name for name in dict.fromkeys(kind.parse(nfc(head), today) for head in heads) if name and name not in known]
    with ctx.store.change(ctx.user.id, "roster") as change:
        for name in names:
            change.create("household", {"hamlet": hamlet, "head": name})
    return len(names)


def add_establishments(ctx: Context, names: Sequence[str]) -> int:
    """Put agencies, firms, schools and clans on the roster by name; what they are is read from the name's first words.

    Returns how many were added; names already there are passed over.
    """
    kind = ctx.store.registry.get("establishment").fields["name"].kind
    today = ctx.clock.today()
    with ctx.store.reader() as reader:
        found = reader.window("establishment", IsEmpty("left_on"), order=("name", "asc"), limit=MOST)
    known = {fold(str(view.values["name"] or "")) for view in found}
    parsed = dict.fromkeys(kind.parse(nfc(name), today) for name in names)
    new = [name for name in parsed if name and fold(name) not in known]
    with ctx.store.change(ctx.user.id, "roster") as change:
        for name in new:
            change.create("establishment", {"name": name, "kind": _kind_of(name)})
    return len(new)


_FIRST_WORDS = (
    ("school", ("truong", "diem truong", "lop mau giao")),
    ("clan", ("dong ho", "ho ")),
    ("firm", ("cong ty", "doanh nghiep", "hop tac xa", "htx", "cua hang", "quan", "nha nghi", "dai ly", "co so", "hieu ")),
)


def _kind_of(name: str) -> str:
    folded = fold(name)
    return next((kind for kind, words in _FIRST_WORDS if folded.startswith(words)), "agency")
