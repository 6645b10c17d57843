"""An ID card at a form: which of its fields the form has, and the mark by which the card is known again.

The number itself is kept nowhere: only its last four digits, and a keyed hash where the form has a place for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import UserError
from app.core.kinds import BirthDate
from app.core.text import fold
from app.data.conditions import Equals
from app.data.reader import Reader
from app.intake.codes import read_codes
from app.intake.id_card import IdCard, read_card
from app.services.context import Context
from app.services.people.facts import same_people

FIELDS: Mapping[str, Mapping[str, str]] = {
    "person": {
        "name": "name",
        "birth": "birth",
        "sex": "sex",
        "address": "address",
        "hamlet": "hamlet",
        "last4": "id_last4",
        "mark": "id_digest",
    },
    "member": {"name": "name", "birth": "birth", "person": "person"},
    "household": {"name": "head", "birth": "birth", "address": "address", "hamlet": "hamlet", "person": "person"},
    "awardee": {"name": "name", "address": "address", "person": "person"},
}
"""By record type: what of a card its form has a field for. Nothing else of the card is handed on."""

_HAMLET_WORDS = ("thon ", "ban ", "xom ", "ap ", "buon ", "lang ", "khu pho ", "to dan pho ", "khu ", "to ")


@dataclass(frozen=True, slots=True)
class Scanned:
    """What goes into a form: texts and what references stand for, by field. `doubts` are sentences to be read before saving;
    `known` names the person whose card was scanned before."""

    texts: Mapping[str, str]
    labels: Mapping[str, str]
    doubts: tuple[str, ...]
    known: str = ""


def scan(ctx: Context, type_code: str, text: str) -> Scanned:
    """Read what a scanner typed. Raises what `read_card` raises."""
    return _filled(ctx, type_code, read_card(text, ctx.clock.today()))


def scan_picture(ctx: Context, type_code: str, path: Path) -> Scanned:
    """Read the code in a picture of a card; the picture is not kept. Raises what `read_codes` and `read_card` raise."""
    refused: UserError | None = None
    for text in read_codes(path):
        try:
            return scan(ctx, type_code, text)
        except UserError as error:
            refused = refused or error
    assert refused is not None  # read_codes gives at least one text
    raise refused


def _filled(ctx: Context, type_code: str, card: IdCard) -> Scanned:
    fields = FIELDS[type_code]
    mark = ctx.keys.mark_of(card.number) if ctx.keys else ""
    with ctx.store.reader() as reader:
        hamlet = _hamlet(reader, card.address) if "hamlet" in fields else ("", "")
        person = _known(reader, mark)
    said = {
        "name": card.name,
        "birth": BirthDate().format(card.birth, ctx.say) if card.birth else "",
        "sex": card.sex,
        "address": card.address,
        "hamlet": hamlet[0],
        "last4": card.number[-4:],
        "mark": mark,
        "person": person[0],
    }
    texts = {fields[what]: text for what, text in said.items() if what in fields and text}
    labels = {fields[what]: name for what, (_, name) in (("hamlet", hamlet), ("person", person)) if what in fields and name}
    doubts = tuple(ctx.say(doubt.message, **doubt.facts) for doubt in card.doubts)
    return Scanned(texts, labels, doubts, person[1])


def _known(reader: Reader, mark: str) -> tuple[str, str]:
    """Id and name of the person whose card bears this mark; empty for none."""
    found = reader.window("person", Equals("id_digest", mark), order=("name", "asc"), limit=1) if mark else []
    if not found:
        return "", ""
    whole, _ = same_people(reader, found[0].id)
    person = reader.get("person", whole)
    return whole, str((person.values["name"] if person else None) or "")


def _hamlet(reader: Reader, address: str) -> tuple[str, str]:
    """Id and name of the hamlet that the address begins with, if the book has exactly that one."""
    first = {_bare(part) for part in address.split(",")[:2]} - {""}
    hamlets = reader.window("hamlet", order=("name", "asc"), limit=1000)
    same = [view for view in hamlets if _bare(str(view.values["name"] or "")) in first]
    return (same[0].id, str(same[0].values["name"])) if len(same) == 1 else ("", "")


def _bare(name: str) -> str:
    folded = fold(name)
    return next((folded.removeprefix(word) for word in _HAMLET_WORDS if folded.startswith(word)), folded)
