"""One sealed identity: written once, opened with a password and a reason, and told in every other place by its code."""

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field, fields
from typing import Any

from app.core.canonical import canonical_json
from app.core.errors import FieldProblem, InvalidRecord, Problem, UserError
from app.core.i18n import N_
from app.core.kinds import LongText, PersonName, Text
from app.core.randomness import Randomness
from app.data.conditions import Equals
from app.data.reader import Reader
from app.data.views import RecordView
from app.keys.device import FIRST_LETTER
from app.keys.sealed import FEWEST_KEEPERS, OwnKeys, seal_to
from app.keys.sealing import NotSealedSo
from app.services.carry.desk import keys_of
from app.services.context import Context
from app.services.informants.keepers import KeeperLine, own_keys, standing_keepers
from app.services.informants.texts import APART, mark, naming, texts_of
from app.services.registers.origin import origin, require_own
from app.services.registers.wording import shown

FIELDS = (
    ("name", PersonName(), N_("Full name")),
    ("contact", Text(), N_("Telephone, contact")),
    ("address", Text(), N_("Where they live")),
    ("note", LongText(max_length=1000), N_("Note on protection")),
)
"""What can be sealed of who told: name of the value, its kind, its label (msgid)."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who told. Printing it shows nothing."""

    name: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class InformantView:
    """What a tip-off shows of who told. `code` is empty while nothing is sealed.

    `may_seal`, `may_open`: the officer at work can do so now. `keepers` are the names of those who can open it, or to whom it would
    be sealed. `stale`: sealed for others than the keepers of today. `clean`: the texts of the tip-off, as they stand, were compared
    with the identity and do not name who told. `elsewhere` names the unit that sealed it before it became part
    of this one: it is opened in that unit's book, by its keepers.
    """

    code: str
    sealed_at: str
    keepers: tuple[str, ...]
    may_seal: bool
    may_open: bool
    stale: bool
    clean: bool = True
    elsewhere: str = ""


def view(ctx: Context, tip_off_id: str) -> InformantView:
    """How the identity behind a tip-off stands. Reads no ciphertext."""
    standing = standing_keepers(ctx) if ctx.keys else ()
    with ctx.store.reader() as reader:
        found = records_of(reader, tip_off_id)
        now = mark(tip_off_id, texts_of(reader, tip_off_id))
    if not found:
        return InformantView("", "", _names(standing), len(_officers(standing)) >= FEWEST_KEEPERS, False, False)
    sealed_for = {keeper for record in found for keeper in sealed_keepers(record)}
    can_open = [line for line in standing if line.id in sealed_for]
    kind = ctx.store.registry.get("informant").fields["sealed_at"].kind
    code, sealed_at = str(found[0].values["code"]), shown(ctx, kind, found[0].values["sealed_at"])
    if found[0].unit != ctx.store.unit:
        return InformantView(code, sealed_at, (), False, False, False, True, origin(ctx, "informant", found[0].id).name)
    return InformantView(
        code,
        sealed_at,
        _names(can_open),
        False,
        any(line.is_self for line in can_open),
        sealed_for != {line.id for line in standing},
        all(record.values["compared"] == now for record in found),
    )


def seal(ctx: Context, tip_off_id: str, typed: Mapping[str, str]) -> tuple[str, ...]:
    """Seal who told to the keepers of today, behind a new code. Returns the labels of the tip-off's fields that name them in plain.

    Raises `InvalidRecord` beside the fields of `FIELDS`; `UserError` "informant.exists", "informant.few_keepers", "record.foreign".
    """
    require_own(ctx, "tip_off", tip_off_id)
    identity = _read(ctx, typed)
    standing = require_keepers(ctx)
    with ctx.store.reader() as reader:
        if records_of(reader, tip_off_id):
            raise UserError("informant.exists", N_("Who told is sealed already. A keeper opens it to write it anew."))
        code = _next_code(ctx, reader, tip_off_id)
        texts = texts_of(reader, tip_off_id)
    named = naming(ctx, (identity.name, identity.contact), texts)
    compared = "" if named else mark(tip_off_id, texts)
    with ctx.store.change(ctx.user.id, "seal") as change:
        change.create("informant", sealed_values(ctx, tip_off_id, code, identity, standing, compared))
    return named


def read(ctx: Context, tip_off_id: str, password: str, reason: str, *, randomness: Randomness) -> Identity:
    """Open the identity. The opening is in the book before this returns; the caller shows it for a minute and forgets it.

    Raises `InvalidRecord` beside "reason"; `UserError` "login.wrong", "login.wait", "informant.not_keeper", "informant.none",
    "informant.damaged".
    """
    return _opened(ctx, tip_off_id, password, reason, "read", randomness)


def compare(ctx: Context, tip_off_id: str, password: str, reason: str, *, randomness: Randomness) -> tuple[str, ...]:
    """The labels of the tip-off's fields that name who told, without showing the identity; to be asked before a paper is handed on.

    An opening like any other: journalled, and it raises what `read` raises.
    """
    identity = _opened(ctx, tip_off_id, password, reason, "compare", randomness)
    with ctx.store.reader() as reader:
        found, texts = records_of(reader, tip_off_id), texts_of(reader, tip_off_id)
    named = naming(ctx, (identity.name, identity.contact), texts)
    if not named:
        with ctx.store.change(ctx.user.id, "compare") as change:
            for record in found:
                change.update("informant", record.id, {"compared": mark(tip_off_id, texts)})
    return named


def mend(
    ctx: Context, tip_off_id: str, password: str, reason: str, typed: Mapping[str, str], *, randomness: Randomness
) -> tuple[str, ...]:
    """Write the identity anew under the same code; only a keeper does. Returns and raises what `seal` and `read` do."""
    identity = _read(ctx, typed)
    standing = require_keepers(ctx)
    _opened(ctx, tip_off_id, password, reason, "mend", randomness)
    with ctx.store.reader() as reader:
        found = records_of(reader, tip_off_id)
        texts = texts_of(reader, tip_off_id)
    named = naming(ctx, (identity.name, identity.contact), texts)
    replace(ctx, found, identity, standing, "seal", "" if named else mark(tip_off_id, texts))
    return named


def records_of(reader: Reader, tip_off_id: str) -> list[RecordView]:
    """The sealed identities of a tip-off: one, or several after two laptops sealed anew apart."""
    return reader.window("informant", Equals("tip_off", tip_off_id), order=("sealed_at", "desc"), limit=20)


def sealed_keepers(record: RecordView) -> frozenset[str]:
    """Ids of the keepers a record was sealed for."""
    return frozenset(str(record.values["sealed_for"] or "").split())


def require_keepers(ctx: Context) -> tuple[KeeperLine, ...]:
    """Those to seal to. Raises `UserError` "informant.few_keepers" with how to appoint some."""
    standing = standing_keepers(ctx)
    if len(_officers(standing)) < FEWEST_KEEPERS:
        raise UserError(
            "informant.few_keepers",
            N_(
                "Fewer than two officers are appointed to keep sealed identities. "
                "The commander appoints them under Unit and officers, Sealed identities."
            ),
        )
    return standing


def sealed_values(
    ctx: Context, tip_off_id: str, code: str, identity: Identity, standing: tuple[KeeperLine, ...], compared: str
) -> dict[str, Any]:
    """The record that holds an identity sealed to these keepers. The tip-off it belongs to is sealed with it."""
    content = canonical_json({**asdict(identity), "tip_off": tip_off_id})
    return {
        "code": code,
        "tip_off": tip_off_id,
        "sealed": seal_to([line.recipient for line in standing], content),
        "sealed_for": " ".join(sorted(line.id for line in standing)),
        "sealed_at": f"{ctx.clock.now():%Y-%m-%dT%H:%M}",
        "compared": compared or None,
    }


def unsealed(records: list[RecordView], keys: OwnKeys) -> Identity | None:
    """The identity in those of these records that this key opens. What two laptops wrote apart stands in it side by side."""
    found: list[Identity] = []
    for record in records:
        try:
            content = json.loads(keys.open(str(record.values["sealed"] or "")))
            if content["tip_off"] == record.values["tip_off"]:
                found.append(Identity(*(str(content[each.name]) for each in fields(Identity))))
        except (NotSealedSo, ValueError, KeyError, TypeError):
            continue
    if not found:
        return None
    return Identity(*(APART.join(dict.fromkeys(filter(None, texts))) for texts in zip(*map(astuple, found), strict=True)))


def replace(
    ctx: Context, found: list[RecordView], identity: Identity, standing: tuple[KeeperLine, ...], why: str, compared: str
) -> None:
    """Put an identity sealed anew in place of these records, which are purged: earlier keepers' ciphertext is not kept."""
    tip_off_id, code = str(found[0].values["tip_off"]), str(found[0].values["code"])
    with ctx.store.change(ctx.user.id, why) as change:
        for record in found:
            change.purge("informant", record.id)
        change.create("informant", sealed_values(ctx, tip_off_id, code, identity, standing, compared))


def _opened(ctx: Context, tip_off_id: str, password: str, reason: str, act: str, randomness: Randomness) -> Identity:
    why = reason.strip()
    if not why:
        problem = Problem("informant.no_reason", N_("Write why it has to be opened; the commander reads this."))
        raise InvalidRecord("record.invalid", N_("Not opened: some fields need mending."), [FieldProblem("reason", problem)])
    keys = own_keys(ctx, password, randomness)
    with ctx.store.reader() as reader:
        found = records_of(reader, tip_off_id)
    if not found:
        raise UserError("informant.none", N_("Nothing is sealed for this tip-off."))
    mine = {line.id for line in standing_keepers(ctx) if line.recipient == keys.public.recipient}
    if not mine or not any(mine & sealed_keepers(record) for record in found):
        raise UserError(
            "informant.not_keeper",
            N_("This is not sealed for you. Only the keepers named here can open it; one of them can seal it anew for you."),
        )
    opening = {
        "code": found[0].values["code"],
        "tip_off": tip_off_id,
        "officer": ctx.user.id,
        "opened_at": f"{ctx.clock.now():%Y-%m-%dT%H:%M}",
        "act": act,
        "reason": why[:500],
    }
    with ctx.store.change(ctx.user.id, "open") as change:
        change.create("informant_opening", opening)
    identity = unsealed(found, keys)
    if identity is None:
        raise UserError("informant.damaged", N_("What is sealed here cannot be read; it is damaged. Ask another keeper."))
    return identity


def _read(ctx: Context, typed: Mapping[str, str]) -> Identity:
    values, problems = {}, []
    for name, kind, _label in FIELDS:
        try:
            values[name] = kind.parse(typed.get(name, ""), ctx.clock.today()) or ""
        except Problem as problem:
            problems.append(FieldProblem(name, problem))
    if not problems and not values["name"]:
        problems = [FieldProblem("name", Problem("field.required", N_("This field must be filled in.")))]
    if problems:
        raise InvalidRecord("record.invalid", N_("Not saved yet: some fields need mending."), problems)
    return Identity(**values)


def _next_code(ctx: Context, reader: Reader, tip_off_id: str) -> str:
    """ "N-2022-014"; a letter behind it on every laptop but the first, so that two of them never give one code."""
    tip_off = reader.get("tip_off", tip_off_id)
    year = str((tip_off.values["received_on"] if tip_off else None) or ctx.clock.today().isoformat())[:4]
    return code_of(ctx, year, last_number(ctx, reader, year) + 1)


def last_number(ctx: Context, reader: Reader, year: str) -> int:
    """The greatest number that codes of a year have on this laptop; 0 for none."""
    begin, _, ending = code_of(ctx, year, 0).rpartition("000")
    given = [str(record.values["code"] or "") for record in reader.window("informant", order=("code", "asc"), limit=100_000)]
    numbers = [code.removeprefix(begin).removesuffix(ending) for code in given if code.startswith(begin)]
    return max((int(n) for n in numbers if n.isdigit()), default=0)


def code_of(ctx: Context, year: str, number: int) -> str:
    """The code of this number in a year."""
    letter = keys_of(ctx).device.letter
    return f"N-{year}-{number:03}{'' if letter == FIRST_LETTER else letter}"


def _names(lines: tuple[KeeperLine, ...] | list[KeeperLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.officer for line in lines))


def _officers(lines: tuple[KeeperLine, ...]) -> set[str]:
    return {line.officer_id for line in lines}
