"""The square code of a certificate: the facts of the sheet, signed by the laptop that printed it, to be checked without a network.

A code says whose certificate it is, by which decision and when: what stands on the sheet anyway, and no more. Whoever has the
program and knows the unit can tell a genuine sheet from one that was altered, and from one whose record says otherwise by now.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.text import nfc
from app.data.views import RecordView
from app.intake.codes import read_codes
from app.keys.signing import verify
from app.services.awards.decisions import awarded, text_of
from app.services.awards.sheets import Standing, standing_of
from app.services.carry.desk import book_of, keys_of
from app.services.context import Context

_KIND = "ANTQ-GK1"
"""Which codes are ours, and the version of what stands in them."""
_BETWEEN = "|"
_PARTS = 9
_LONGEST = 2_000
"""Letters; a code holds far fewer, and what is longer was not printed here."""

State = Literal["genuine", "changed", "recalled", "gone", "altered", "unknown"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a code says. `unit` is the code of the unit that printed the sheet, `device` the key of its laptop."""

    unit: str
    awardee: str
    number: str
    decided_on: date | None
    register_no: str
    name: str
    device: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome for one code.

    "genuine": signed by a laptop that is believed here, and the record, if it is here, says the same. "changed": genuine, but the
    record says otherwise by now; `now` tells what. "recalled": genuine, and taken back since. "gone": genuine, but the record was
    deleted since. "altered": the signature does not fit. "unknown": it fits, but nobody believed here vouches for that laptop.
    `unit` is its unit's name where known.
    """

    state: State
    facts: Facts
    unit: str = ""
    now: str = ""


def codes_of(ctx: Context, award_id: str) -> Mapping[str, str]:
    """The text of the code of each of the awarded, by id. Only an issued decision has codes: a draft may still change."""
    device = keys_of(ctx).device
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        if award is None or award.values["state"] != "issued":
            return {}
        named = awarded(reader, award_id)
    codes = {}
    for record in named:
        said = _BETWEEN.join((_KIND, *_facts(award, record, ctx.store.unit), device.id))
        codes[record.id] = f"{said}{_BETWEEN}{_plain(device.key.sign(said.encode()))}"
    return codes


def check(ctx: Context, text: str) -> Checked:
    """Judge the text of a code. Raises `UserError` "sheet_code.foreign" for a code that is not of a certificate of this program."""
    said, signature = _apart(text)
    facts = _read(said)
    if not verify(facts.device, said.encode(), signature):
        return Checked("altered", facts)
    standing = book_of(ctx).trust().laptop(facts.device)
    if standing is None or standing.unit != facts.unit or standing.revoked:
        return Checked("unknown", facts)
    with ctx.store.reader() as reader:
        record = reader.get("awardee", facts.awardee)
        award = reader.get("award", str(record.values["award"])) if record else None
    if record is not None and not (record.alive and award is not None and award.alive):
        return Checked("gone", facts, standing.name)
    if record is not None and standing_of(ctx, record.id).standing is Standing.RECALLED:
        return Checked("recalled", facts, standing.name)
    if record is not None and award is not None and (now := _differing(facts, award, record)):
        return Checked("changed", facts, standing.name, now)
    return Checked("genuine", facts, standing.name)


def check_picture(ctx: Context, path: Path) -> Checked:
    """Judge the code in a picture or scan of a sheet; the picture is not kept. Raises what `read_codes` and `check` raise."""
    refused: UserError | None = None
    for text in read_codes(path):
        try:
            return check(ctx, text)
        except UserError as error:
            refused = error
    raise refused or _foreign()


def _facts(award: RecordView, record: RecordView, unit: str) -> tuple[str, ...]:
    said = (text_of(award, "number"), text_of(award, "decided_on"), text_of(record, "register_no"), text_of(record, "name"))
    return (unit, record.id, *(nfc(part).replace(_BETWEEN, "/") for part in said))


def _differing(facts: Facts, award: RecordView, record: RecordView) -> str:
    """What the record says now, where that is not what the sheet says: name, number and day, number in the register."""
    _, _, number, day, register_no, name = _facts(award, record, facts.unit)
    then = (facts.name, facts.number, facts.decided_on.isoformat() if facts.decided_on else "", facts.register_no)
    now = (name, number, day, register_no)
    return ", ".join(new or "–" for old, new in zip(then, now, strict=True) if old != new)


def _apart(text: str) -> tuple[str, bytes]:
    typed = nfc(text.strip())
    parts = typed.split(_BETWEEN)
    if len(typed) > _LONGEST or parts[0] != _KIND or len(parts) != _PARTS:
        raise _foreign()
    try:
        signature = urlsafe_b64decode(parts[-1] + "=" * (-len(parts[-1]) % 4))
    except (NotBase64, ValueError):
        signature = b""
    if _plain(signature) != parts[-1]:
        signature = b""  # Base64 reads several spellings as the same bytes; only the one that was printed is genuine.
    return _BETWEEN.join(parts[:-1]), signature


def _read(said: str) -> Facts:
    _, unit, awardee, number, day, register_no, name, device = said.split(_BETWEEN)
    try:
        decided_on = date.fromisoformat(day) if day else None
    except ValueError:
        decided_on = None
    return Facts(unit, awardee, number, decided_on, register_no, name, device)


def _plain(signature: bytes) -> str:
    return urlsafe_b64encode(signature).decode().rstrip("=")


def _foreign() -> UserError:
    return UserError("sheet_code.foreign", N_("This is not the code of a certificate that was printed with this program."))
