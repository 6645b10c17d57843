"""Records that both books had under one name: joined into one, or kept both, as the officer says.

Joining moves what refers to the one over to the other and puts the one into the recycle bin, in one batch that can be taken back.
What was signed or issued shows for ever what it showed then: a hamlet that such papers name stays, ended, with the hamlet that goes
on as its successor; a campaign that was signed stands beside the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.kinds import Reference
from app.core.text import fold, text_sort_key
from app.data.change import Change
from app.data.conditions import Equals
from app.data.declare import RecordType
from app.data.reader import Reader
from app.data.undo import Undone
from app.data.views import RecordView
from app.services import attachments
from app.services.context import Context
from app.services.merger.joining import require_commander
from app.services.registers.origin import own_codes
from app.services.registers.wording import reference_titles, title

ALIKE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "hamlet": ("name", ()),
    "model": ("name", ()),
    "campaign": ("name", ("starts_on",)),
    "group": ("name", ("kind",)),
}
"""By record type: the field whose words make two records alike, and those that must be the same besides."""

_MAY_END = frozenset({"hamlet"})
"""Types that can end and name a successor. Others are not offered once signed papers name them: both of them stand for good."""
_APART = "merger.apart:"
_MOST = 5000


@dataclass(frozen=True, slots=True)
class Double:
    """Two records of one name: `keep` is this unit's or the one recorded first, `other` would be joined to it.

    `kept_unit` and `other_unit` are the names of the units that recorded them, `referring` how many records refer to `other`.
    """

    type_code: str
    register: str
    keep: str
    other: str
    keep_title: str
    other_title: str
    kept_unit: str
    other_unit: str
    referring: int


@dataclass(frozen=True, slots=True)
class JoinedDouble:
    """What joining did: how many references moved, how many signed records stay as they are. `batch` names it for undoing."""

    batch: str
    moved: int
    frozen: int


def doubles(ctx: Context) -> tuple[Double, ...]:
    """Every pair of records of one name that two of this unit's books had and about which nobody has decided."""
    found = []
    with ctx.store.reader() as reader:
        own = own_codes(ctx, reader)
        apart = set(reader.local_keys(_APART))
        units = {str(r.values["code"]): str(r.values["name"] or r.values["code"]) for r in _every(reader, "unit")}
        for code, (name, same) in ALIKE.items():
            declared = ctx.store.registry.get(code)
            records = [r for r in _every(reader, code) if r.unit in own and not r.values.get("ended_on")]
            titles = reference_titles(ctx, reader, declared, records, declared.fields)
            for keep, other in _pairs(records, name, same, ctx.store.unit):
                referring = list(_referring(ctx, reader, code, other.id))
                signed = any(_is_frozen(kind, record) for kind, _, records in referring for record in records)
                if _key(keep.id, other.id) in apart or (signed and code not in _MAY_END):
                    continue
                found.append(
                    Double(
                        code,
                        ctx.say(declared.plural),
                        keep.id,
                        other.id,
                        title(ctx, declared, keep.values, titles),
                        title(ctx, declared, other.values, titles),
                        units.get(keep.unit, keep.unit),
                        units.get(other.unit, other.unit),
                        sum(len(records) for _, _, records in referring),
                    )
                )
    places = {code: place for place, code in enumerate(ALIKE)}
    return tuple(sorted(found, key=lambda double: (places[double.type_code], text_sort_key(double.keep_title))))


def join_double(ctx: Context, double: Double) -> JoinedDouble:
    """Let `keep` stand for both.

    Raises `UserError` "permission.commander", "merger.gone" when one of them does not stand any more.
    """
    require_commander(ctx)
    code = double.type_code
    moved = frozen = 0
    batch = ctx.store.new_batch()
    with ctx.store.reader() as reader:
        pair = reader.get_many(code, (double.keep, double.other))
        if len(pair) < 2 or not all(record.alive for record in pair.values()):
            raise UserError("merger.gone", N_("One of the two has been deleted in the meantime. Read the list again."))
        referring = list(_referring(ctx, reader, code, double.other))
        with ctx.store.change(ctx.user.id, "join", batch=batch) as change:
            for declared, name, records in referring:
                for record in records:
                    if _is_frozen(declared, record):
                        frozen += 1
                    else:
                        change.update(declared.code, record.id, {name: double.keep})
                        moved += 1
            _merge_values(change, code, pair[double.keep], pair[double.other])
            if not frozen:
                attachments.move_with(change, reader, code, double.other, double.keep)
            if not frozen:
                change.delete(code, double.other)
            elif code in _MAY_END:
                ended = {"ended_on": ctx.clock.today().isoformat(), "successor": double.keep}
                change.update(code, double.other, ended)
    return JoinedDouble(batch, moved, frozen)


def keep_both(ctx: Context, double: Double) -> None:
    """They are two different things: they are not offered again on this laptop."""
    ctx.store.local.put(_key(double.keep, double.other), True)


def undo_join(ctx: Context, batch: str) -> Undone:
    """Take a joining back; where something newer stands on it, that is left and told. Raises "permission.commander"."""
    require_commander(ctx)
    return ctx.store.undo_batch(ctx.user.id, batch)


def _merge_values(change: Change, code: str, keep: RecordView, other: RecordView) -> None:
    """What only the other one says is taken over; what both say stays as the kept one says it."""
    taken = {name: value for name, value in other.values.items() if value not in (None, "") and keep.values[name] in (None, "")}
    taken = {name: value for name, value in taken.items() if name not in ("ended_on", "successor")}
    if taken:
        change.update(code, keep.id, taken)


def _pairs(records: list[RecordView], name: str, same: tuple[str, ...], own: str) -> Iterator[tuple[RecordView, RecordView]]:
    alike: dict[tuple[object, ...], list[RecordView]] = {}
    for record in records:
        folded = fold(str(record.values[name] or ""))
        if folded:
            alike.setdefault((folded, *(record.values[other] for other in same)), []).append(record)
    for group in alike.values():
        first, *others = sorted(group, key=lambda record: (record.unit != own, record.id))
        for other in others:
            if other.unit != first.unit:
                yield first, other


def _referring(ctx: Context, reader: Reader, code: str, record_id: str) -> Iterator[tuple[RecordType, str, list[RecordView]]]:
    for declared in ctx.store.registry.all():
        for name, info in declared.fields.items():
            if isinstance(info.kind, Reference) and info.kind.type_code == code:
                where = Equals(name, record_id)
                records = [
                    record
                    for alive in (True, False)
                    for record in reader.window(declared.code, where, order=("created", "asc"), alive=alive, limit=100_000)
                ]
                if records:
                    yield declared, name, records


def _is_frozen(declared: RecordType, record: RecordView) -> bool:
    return declared.frozen_when is not None and record.values.get(declared.frozen_when[0]) == declared.frozen_when[1]


def _every(reader: Reader, code: str) -> list[RecordView]:
    return reader.window(code, order=("created", "asc"), limit=_MOST)


def _key(one: str, other: str) -> str:
    return f"{_APART}{min(one, other)}:{max(one, other)}"
