"""Which columns of a register may leave by print, file or copy, and the record of every leaving that carries names of people.

Names of citizens, how to reach them, when they were born and what was written freely about them leave only after the officer has
said for what. The lists of columns come from the declarations alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_, load
from app.core.kinds import BirthDate, Contents, Figures, IdMark, LastDigits, PersonName, Reference, Sealed, Year
from app.data.declare import STATION, FieldInfo, Registry
from app.records.disclosures import PURPOSES, WAYS
from app.services.context import Context

IN_WORDS = "other"
"""The purpose that has to be told in words."""

MADE = (Contents, Figures, IdMark, Sealed)
"""Kinds whose values are nothing to read in a line."""

_PLAIN = frozenset(
    {
        ("disclosure", "register"),
        ("disclosure", "paper"),
        ("disclosure", "contents"),
        ("made_report", "kind"),
        ("member", "decision"),
        ("trusted_person", "decision"),
        ("tip_off", "slip_number"),
        ("tip_off", "passed_to"),
        ("tip_off", "ministry_number"),
    }
)
"""Words of station registers that are about papers and bodies, never about people."""

_OF_PEOPLE = frozenset({("awardee", "address"), ("nomination", "address")})
"""Words that the unit above reads with the name they belong to, and that say where somebody lives."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """For what names leave: a code of `PURPOSES`, and more in words."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves with names in it. `register` and `paper` are their names in Vietnamese, `contents` the labels of the columns."""

    register: str
    paper: str
    rows: int
    contents: tuple[str, ...]


def purposes(ctx: Context) -> tuple[tuple[str, str], ...]:
    """(code, label) of the closed list of purposes."""
    return tuple((code, ctx.say(label)) for code, label in PURPOSES)


def disclose(ctx: Context, type_code: str, *, purpose: Purpose | None) -> tuple[str, ...]:
    """The fields of a type that may leave by list, print or copy, in the order they were declared.

    Without a purpose those about people are left out. Sealed values and the contents of files never leave this way.
    """
    names = readable(ctx, type_code)
    if purpose is not None:
        return names
    return tuple(name for name in names if not is_personal(ctx.store.registry, type_code, name))


def readable(ctx: Context, type_code: str) -> tuple[str, ...]:
    """The fields of a type that can be read in a line, in the order they were declared."""
    fields = ctx.store.registry.get(type_code).fields
    return tuple(name for name, info in fields.items() if not isinstance(info.kind, MADE))


def withheld(ctx: Context, type_code: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that do not leave without a purpose."""
    free = set(disclose(ctx, type_code, purpose=None))
    return tuple(name for name in names if name not in free)


def is_personal(registry: Registry, type_code: str, name: str) -> bool:
    """Whether a field names people, says how to reach them, when they were born, or holds free words of a station's register."""
    return _personal(registry, type_code, name, frozenset())


def _personal(registry: Registry, type_code: str, name: str, behind: frozenset[str]) -> bool:
    info: FieldInfo = registry.get(type_code).fields[name]
    kind = info.kind
    if isinstance(kind, PersonName | BirthDate | LastDigits):
        return True
    if isinstance(kind, Reference):
        target = kind.type_code
        if target in behind or not registry.knows(target):
            return False
        shown = [part.split("}")[0] for part in registry.get(target).summary.split("{")[1:]]
        return any(_personal(registry, target, inner, behind | {type_code, target}) for inner in shown)
    if (type_code, name) in _OF_PEOPLE:
        return True
    if info.stream != STATION or (type_code, name) in _PLAIN:
        return False
    return kind.searchable or (isinstance(kind, Year) and "birth" in name)


def require(purpose: Purpose | None) -> Purpose:
    """The purpose, if it is told. Raises `UserError` "disclosure.purpose" without one, "disclosure.words" without its words."""
    if purpose is None or purpose.code not in dict(PURPOSES):
        raise UserError("disclosure.purpose", N_("This names people. Say first what it is needed for."))
    if purpose.code == IN_WORDS and not purpose.words.strip():
        raise UserError("disclosure.words", N_("Write in words what it is needed for."))
    return purpose


def record(ctx: Context, leaving: Leaving, way: str, purpose: Purpose | None, *, copies: int = 1) -> None:
    """Write down that names leave, before they do; nothing to write where `contents` names no column. `way` is a code of `WAYS`.

    Raises those of `require`.
    """
    if not leaving.contents:
        return
    given = require(purpose)
    if way not in dict(WAYS):
        raise ValueError(f"nothing leaves by {way}")
    values: dict[str, Any] = {
        "left_at": ctx.clock.now().replace(second=0, microsecond=0).strftime("%Y-%m-%dT%H:%M"),
        "officer": ctx.user.id,
        "register": leaving.register[:200],
        "paper": leaving.paper[:200],
        "way": way,
        "rows": leaving.rows,
        "contents": "; ".join(leaving.contents)[:4000],
        "purpose": given.code,
        "details": " ".join(given.words.split())[:300],
        "copies": copies,
    }
    with ctx.store.change(ctx.user.id, "disclosure") as change:
        change.create("disclosure", {name: value for name, value in values.items() if value not in (None, "")})


def labels(ctx: Context, type_code: str, names: Sequence[str]) -> tuple[str, ...]:
    """What columns are called in Vietnamese, as the record of a leaving keeps them."""
    say = load("vi")
    fields = ctx.store.registry.get(type_code).fields
    return tuple(say(fields[name].label) for name in names)


def register_name(ctx: Context, type_code: str) -> str:
    """What a register is called in Vietnamese."""
    return load("vi")(ctx.store.registry.get(type_code).plural)
