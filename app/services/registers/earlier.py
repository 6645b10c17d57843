"""Texts that repeat from record to record: topics, chairs, bodies, places. Earlier ones are offered while one is typed."""

from app.core.kinds import Text
from app.core.text import fold
from app.data.conditions import AllOf, NotEmpty
from app.data.declare import FieldInfo, RecordType
from app.services.context import Context
from app.services.registers.origin import own_records

_REPEATING = frozenset(
    {
        "address",
        "answered_by",
        "area",
        "authority",
        "chair",
        "deed",
        "drop_reason",
        "given_by",
        "helper",
        "issuer",
        "office",
        "organisations",
        "passed_to",
        "place",
        "presenters",
        "proposer",
        "receiver",
        "responsible",
        "secretary",
        "signer",
        "signer_title",
        "subject",
        "task",
        "topic",
        "unit_name",
        "visitor",
    }
)
"""Fields of one line that are often the same; names, numbers and what identifies a record are not among them."""

_ABOUT_THE_BOOK = frozenset({"unit", "officer"})
_LOOKED_AT = 500
"""So many of the latest records are looked at."""
_FADES_OVER = 40
"""A value used this many records ago weighs half as much as the last one."""


def repeats(declared: RecordType, info: FieldInfo) -> bool:
    """Whether earlier values of a field are offered."""
    return isinstance(info.kind, Text) and info.name in _REPEATING and declared.code not in _ABOUT_THE_BOOK and not info.hidden


def earlier(ctx: Context, type_code: str, field: str, typed: str = "", limit: int = 8) -> tuple[str, ...]:
    """Values this unit gave the field before in which a word begins with what was typed; recent and frequent ones first."""
    wanted = fold(typed)
    with ctx.store.reader() as reader:
        where = AllOf((own_records(ctx, reader), NotEmpty(field)))
        records = reader.window(type_code, where, order=("created", "desc"), limit=_LOOKED_AT)
    weight: dict[str, float] = {}
    for place, record in enumerate(records):
        value = str(record.values[field])
        if f" {wanted}" in f" {fold(value)}":
            weight[value] = weight.get(value, 0.0) + _FADES_OVER / (_FADES_OVER + place)
    return tuple(sorted(weight, key=lambda value: -weight[value])[:limit])
