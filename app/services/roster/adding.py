"""Putting several on a roster at once by their names, as they are typed or pasted from a sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import InvalidRecord
from app.core.i18n import N_
from app.core.text import fold, nfc
from app.data.conditions import AllOf, Equals, IsEmpty
from app.services.context import Context
from app.services.registers.forms import read_texts

MOST = 5000
_BIRTH = re.compile(r"(?:[0-9]{1,2}[/.-]){0,2}(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household as typed or pasted: its head, and as texts what else is known of it."""

    head: str
    birth: str = ""
    members: str = ""
    address: str = ""


def household_of(cells: Sequence[str]) -> NewHousehold:
    """A row of somebody's sheet: the first words are the head; a year or date, a small number and further words are told apart.

    A number in the first cell is the row's own and passed over.
    """
    texts = [cell.strip() for cell in cells if cell.strip()]
    if texts and texts[0].rstrip(".").isdigit():
        texts = texts[1:]
    head, rest = (texts[0], texts[1:]) if texts else ("", [])
    birth = next((text for text in rest if _BIRTH.fullmatch(text)), "")
    members = next((text for text in rest if text.isdigit() and len(text) <= 2), "")
    words = [text for text in rest if text not in (birth, members)]
    return NewHousehold(head, birth, members, ", ".join(words))


def add_households(ctx: Context, hamlet: str, lines: Sequence[str | NewHousehold]) -> int:
    """Put households on a hamlet's roster; heads already there and empty lines are passed over.

    Returns how many were added. Raises `InvalidRecord` for a line that cannot be read; nothing is then written.
    """
    declared = ctx.store.registry.get("household")
    given = [NewHousehold(line) if isinstance(line, str) else line for line in lines]
    with ctx.store.reader() as reader:
        where = AllOf((Equals("hamlet", hamlet), IsEmpty("left_on")))
        found = reader.window("household", where, order=("head", "asc"), limit=MOST)
    known = {view.values["head"] for view in found}
    new = []
    for line in given:
        texts = {"head": line.head, "birth": line.birth, "members": line.members, "address": line.address}
        values, problems = read_texts(ctx, declared, texts)
        if problems:
            raise InvalidRecord("record.invalid", N_("“{head}” cannot be put on the list as it is."), problems, head=line.head)
        if values["head"] and values["head"] not in known:
            known.add(values["head"])
            new.append(values)
    with ctx.store.change(ctx.user.id, "roster") as change:
        for values in new:
            change.create("household", {"hamlet": hamlet} | {name: value for name, value in values.items() if value is not None})
    return len(new)


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
