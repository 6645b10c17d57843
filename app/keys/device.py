"""This laptop's own keys, kept in `device.bin` beside the database and sealed under the vault's master key.

Outside the database on purpose: a database that is copied or put back does not carry the laptop's name along with it.
"""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.core.canonical import canonical_json
from app.core.errors import UserError
from app.core.files import write_atomic
from app.core.i18n import N_
from app.core.randomness import Randomness
from app.keys.age import new_identity, recipient_of
from app.keys.certificates import REPLICA, UNIT, Certificate
from app.keys.sealing import NotSealedSo, seal, unseal
from app.keys.signing import SigningKey

FILE_NAME = "device.bin"
FIRST_LETTER = "A"
_PURPOSE = b"device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """The keys of one laptop of one unit.

    `key` signs packages and certifies this laptop's databases; `identity` (secret) and `recipient` (public) are its age pair.
    `unit_key` is there on the unit's first laptop only and enrols the units below; `root` is its public half, on every laptop.
    """

    unit: str
    name: str
    letter: str
    key: SigningKey
    identity: str = field(repr=False)
    unit_key: SigningKey | None
    root: str

    @property
    def id(self) -> str:
        """The device key's public half."""
        return self.key.public

    @property
    def recipient(self) -> str:
        return recipient_of(self.identity)

    def certify(self, replica: str) -> dict[str, str]:
        """The certificate by which this laptop vouches for a database of its own, as plain values."""
        return self._statement(REPLICA, replica, "").signed(self.key).as_json()

    def own_certificate(self, issued: str) -> Certificate:
        """The unit key's certificate for this laptop. Raises `ValueError` on a laptop that has no unit key."""
        if self.unit_key is None:
            raise ValueError("this laptop does not hold the unit key")
        statement = replace(self._statement(UNIT, self.id, self.recipient), issued=issued)
        return statement.signed(self.unit_key)

    def joined(self, *, letter: str, root: str, name: str) -> "Device":
        """The same laptop once a station has taken it in: its own unit key is given up for the station's."""
        return replace(self, letter=letter, root=root, name=name, unit_key=None)

    def _statement(self, scope: str, subject: str, recipient: str) -> Certificate:
        return Certificate(
            scope=scope,
            subject=subject,
            unit=self.unit,
            name=self.name,
            unit_key=self.root,
            letter=self.letter,
            recipient=recipient,
            issued="",
            issuer="",
        )


def create_device(folder: Path, key: bytes, *, unit: str, name: str, randomness: Randomness) -> Device:
    """New keys for a laptop that begins a unit's book; `key` seals them in `folder`."""
    unit_key = SigningKey.generate(randomness)
    device = Device(
        unit=unit,
        name=name,
        letter=FIRST_LETTER,
        key=SigningKey.generate(randomness),
        identity=new_identity(randomness),
        unit_key=unit_key,
        root=unit_key.public,
    )
    save_device(folder, key, device, randomness)
    return device


def save_device(folder: Path, key: bytes, device: Device, randomness: Randomness) -> None:
    """Put the keys on disk, sealed, whole or not at all."""
    content = {
        "unit": device.unit,
        "name": device.name,
        "letter": device.letter,
        "key": device.key.to_bytes().hex(),
        "identity": device.identity,
        "unit_key": device.unit_key.to_bytes().hex() if device.unit_key else "",
        "root": device.root,
    }
    write_atomic(folder / FILE_NAME, seal(key, canonical_json(content), _PURPOSE, randomness))


def load_device(folder: Path, key: bytes) -> Device:
    """The laptop's keys. Raises `UserError` "keys.damaged" when they are gone or do not open."""
    try:
        content = json.loads(unseal(key, (folder / FILE_NAME).read_bytes(), _PURPOSE))
        return Device(
            unit=content["unit"],
            name=content["name"],
            letter=content["letter"],
            key=SigningKey.from_bytes(bytes.fromhex(content["key"])),
            identity=content["identity"],
            unit_key=SigningKey.from_bytes(bytes.fromhex(content["unit_key"])) if content["unit_key"] else None,
            root=content["root"],
        )
    except (OSError, ValueError, KeyError, TypeError, NotSealedSo) as error:
        raise UserError(
            "device.damaged",
            N_("The file of this laptop's keys, {name}, is missing or damaged. Put it back from the latest backup."),
            name=FILE_NAME,
        ) from error
