"""Keepers: which officers' keys the commander appointed by signature, and which of them still stand.

An officer has a key of their own on each laptop they log in on, so an appointment is of one officer on one laptop. What was ended
is ended for good, also when a later change takes the end back: whoever is to be a keeper again gets a new appointment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.randomness import Randomness
from app.data.conditions import UnitIs
from app.data.reader import Reader
from app.data.views import RecordView
from app.keys.appointments import Appointment
from app.keys.sealed import OwnKeys
from app.keys.vault import Vault
from app.services.carry.desk import keys_of
from app.services.context import Context
from app.services.registers.history import officer_names
from app.services.registers.wording import shown

NONE, OFFERED, APPOINTED, ENDED = "none", "offered", "appointed", "ended"


@dataclass(frozen=True, slots=True)
class KeeperLine:
    """An officer's key on one laptop. `id` is empty for a key that nobody has appointed or offered yet.

    `standing` is "none", "offered", "appointed" or "ended". `here`: the key lies on this laptop; `is_self`: and is that of the
    officer at work.
    """

    id: str
    officer_id: str
    officer: str
    laptop: str
    recipient: str
    device: str
    standing: str
    appointed: str
    appointed_by: str
    here: bool
    is_self: bool


def keepers(ctx: Context) -> tuple[KeeperLine, ...]:
    """Every key on this laptop and every key offered or appointed elsewhere in the station, those that stand first."""
    device = keys_of(ctx).device
    own = Vault.open(ctx.folder).own_keys()
    with ctx.store.reader() as reader:
        records = _records(reader, ctx.store.unit)
        people = {str(record.values["officer"]) for record in records}
        people |= {str(record.values["appointed_by"]) for record in records} | set(own)
        names = officer_names(ctx, reader, people)
        lines = [_line(ctx, reader, record, names, own) for record in records]
    known = {line.recipient for line in lines if line.standing != ENDED}
    lines += [
        KeeperLine(
            "",
            officer,
            names.get(officer, ""),
            device.letter,
            public.recipient,
            device.id,
            NONE,
            "",
            "",
            True,
            officer == ctx.user.id,
        )
        for officer, public in own.items()
        if public.recipient not in known
    ]
    order = (APPOINTED, OFFERED, NONE, ENDED)
    return tuple(sorted(lines, key=lambda line: (order.index(line.standing), line.officer, line.laptop)))


def standing_keepers(ctx: Context) -> tuple[KeeperLine, ...]:
    """Those to whom identities are sealed now."""
    return tuple(line for line in keepers(ctx) if line.standing == APPOINTED)


def own_keys(ctx: Context, password: str, randomness: Randomness) -> OwnKeys:
    """The keys of the officer at work, by the password typed again. Raises `UserError` "login.wrong" or "login.wait"."""
    return Vault.open(ctx.folder).unlock_own(ctx.user.login, password, ctx.clock, randomness)


def appoint(ctx: Context, recipient: str, password: str, *, randomness: Randomness) -> None:
    """Let the officer of this key open what is sealed from now on; signed with the commander's own key.

    What was sealed before is sealed anew by another keeper. Raises `UserError` "permission.commander", "keeper.gone",
    "login.wrong", "login.wait".
    """
    _require_commander(ctx)
    line = next((line for line in keepers(ctx) if line.recipient == recipient and line.standing in (NONE, OFFERED)), None)
    if line is None:
        raise UserError("keeper.gone", N_("This key cannot be appointed any more. The officer's password was set anew."))
    now = _moment(ctx)
    statement = Appointment(
        unit=ctx.store.unit,
        officer=line.officer_id,
        device=line.device,
        recipient=recipient,
        at=now,
        by=ctx.user.id,
        by_key="",
    ).signed(own_keys(ctx, password, randomness).signing)
    appointed = {"appointed_at": now, "appointed_by": ctx.user.id, "statement": statement.dump()}
    with ctx.store.change(ctx.user.id, "appoint") as change:
        if line.id:
            change.update("keeper", line.id, appointed)
        else:
            change.create("keeper", _offered(line) | appointed)


def offer(ctx: Context) -> None:
    """Tell the station's other laptops of the key that the officer at work has here, so that the commander may appoint it there."""
    for line in keepers(ctx):
        if line.is_self and not line.id:
            with ctx.store.change(ctx.user.id, "offer") as change:
                change.create("keeper", _offered(line))


def end(ctx: Context, keeper_id: str) -> None:
    """Seal to this officer no longer; what was sealed before is to be sealed anew by another keeper.

    Raises `UserError` "permission.commander".
    """
    _require_commander(ctx)
    _end(ctx, [keeper_id])


def end_lost(ctx: Context) -> None:
    """End appointments of keys that were on this laptop and are no longer: access was taken away, or a password was set anew
    without the old one."""
    if ctx.keys is not None:
        device, own = ctx.keys.device.id, {public.recipient for public in Vault.open(ctx.folder).own_keys().values()}
        _end(ctx, [line.id for line in keepers(ctx) if line.device == device and line.recipient not in own])


def _end(ctx: Context, ids: list[str]) -> None:
    open_ones = {line.id for line in keepers(ctx) if line.standing != ENDED}
    ended = [keeper for keeper in ids if keeper and keeper in open_ones]
    if ended:
        with ctx.store.change(ctx.user.id, "end") as change:
            for keeper in ended:
                change.update("keeper", keeper, {"ended_at": _moment(ctx), "ended_by": ctx.user.id})


def _offered(line: KeeperLine) -> dict[str, Any]:
    return {"officer": line.officer_id, "laptop": line.laptop, "device": line.device, "recipient": line.recipient}


def _records(reader: Reader, unit: str) -> list[RecordView]:
    return reader.window("keeper", UnitIs(unit), order=("appointed_at", "asc"), limit=500)


def _line(ctx: Context, reader: Reader, record: RecordView, names: Mapping[str, str], own: Mapping[str, Any]) -> KeeperLine:
    values = {name: str(value or "") for name, value in record.values.items()}
    standing = OFFERED
    if _ended(reader, record):
        standing = ENDED
    elif _appointed(ctx, reader, values):
        standing = APPOINTED
    here = any(public.recipient == values["recipient"] for public in own.values())
    appointed_at = ctx.store.registry.get("keeper").fields["appointed_at"].kind
    return KeeperLine(
        record.id,
        values["officer"],
        names.get(values["officer"], ""),
        values["laptop"],
        values["recipient"],
        values["device"],
        standing,
        shown(ctx, appointed_at, record.values["appointed_at"]) if standing != OFFERED else "",
        names.get(values["appointed_by"], ""),
        here,
        here and values["officer"] == ctx.user.id,
    )


def _appointed(ctx: Context, reader: Reader, values: Mapping[str, str]) -> bool:
    """Whether a commander signed exactly this."""
    found = Appointment.load(values["statement"])
    said = (ctx.store.unit, values["officer"], values["device"], values["recipient"])
    return (
        found is not None
        and (found.unit, found.officer, found.device, found.recipient) == said
        and _has_commanded(reader, found.by)
    )


def _has_commanded(reader: Reader, officer_id: str) -> bool:
    """Is or was a commander: an appointment outlives the office of who signed it."""
    record = reader.get("officer", officer_id)
    if record is not None and record.values["role"] == "commander":
        return True
    return any(_said(entry.operation, "role") == "commander" for entry in reader.history(officer_id))


def _ended(reader: Reader, record: RecordView) -> bool:
    """Ended, or ever ended: nobody becomes a keeper again by taking an end back."""
    if record.values["ended_at"]:
        return True
    return any(_said(entry.operation, "ended_at", "ending") for entry in reader.history(record.id))


def _said(operation: Mapping[str, Any] | None, field: str, group: str = "") -> Any:
    """What an operation says of a field; nothing where it does not speak of it."""
    match operation:
        case {"k": "create", "g": dict(groups)}:
            return groups.get(group or field, {}).get(field)
        case {"k": "set", "g": named, "v": dict(values)} if named == (group or field):
            return values.get(field)
        case _:
            return None


def _moment(ctx: Context) -> str:
    return f"{ctx.clock.now():%Y-%m-%dT%H:%M}"


def _require_commander(ctx: Context) -> None:
    if not ctx.user.is_commander:
        raise UserError(
            "permission.commander", N_("Only the commander appoints who may open what is sealed. Ask the commander to do it.")
        )
