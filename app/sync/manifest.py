"""The manifest: who sends what to whom, and what the sender already holds, which makes every package a receipt."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.core.canonical import canonical_json
from app.data.declare import COMMON, SHARED, STATION
from app.keys.signing import SigningKey, verify

UP = "up"
DOWN = "down"
STATION_AUDIENCE = "station"

STREAMS = {UP: (SHARED,), DOWN: (COMMON,), STATION_AUDIENCE: (COMMON, SHARED, STATION)}
"""What each audience is sent. A station's laptops also pass on to each other what came from above."""

Vector = Mapping[str, Mapping[str, tuple[int, str]]]
"""Replica → stream → (the number up to which nothing is missing, the hash of the change-set there)."""

_DOMAIN = b"so-antq package\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """See the module. `number` counts this laptop's packages and is in the file's name; `series` counts those for the audience.

    `device` and `database` are public keys of the sending laptop and of its present database; `written` is ISO local time by
    the sender's clock. `frames` and `digest` (SHA-256, hex) are of everything between the signature and the end frame.
    """

    unit: str
    name: str
    letter: str
    device: str
    database: str
    audience: str
    audience_unit: str
    audience_key: str
    number: int
    series: int
    written: str
    holdings: Vector
    change_sets: int
    frames: int
    digest: str

    def encode(self) -> bytes:
        """The bytes that are signed and sent."""
        return canonical_json(asdict(self))

    def sign(self, key: SigningKey) -> bytes:
        """The sending laptop's signature."""
        return key.sign(_DOMAIN + self.encode())

    @classmethod
    def decode(cls, data: bytes) -> "Manifest":
        """Raises `ValueError` for anything that `encode` did not write."""
        try:
            content: dict[str, Any] = json.loads(data)
            content["holdings"] = {
                replica: {stream: (held[0], held[1]) for stream, held in streams.items()}
                for replica, streams in content["holdings"].items()
            }
            found = cls(**content)
            if found.encode() != data:
                raise ValueError("not canonical")
        except (TypeError, KeyError, AttributeError, IndexError, RecursionError, UnicodeDecodeError) as error:
            raise ValueError("not a manifest") from error
        for name, kind in (("number", int), ("series", int), ("change_sets", int), ("frames", int)):
            if type(getattr(found, name)) is not kind:
                raise ValueError(name)
        texts = (found.unit, found.name, found.letter, found.device, found.database, found.audience, found.audience_unit)
        if any(type(text) is not str for text in (*texts, found.audience_key, found.written, found.digest)):
            raise ValueError("not text")
        places = (held for streams in found.holdings.values() for held in streams.values())
        if any(type(seq) is not int or type(hash_) is not str for seq, hash_ in places):
            raise ValueError("holdings")
        return found


def signed_by(data: bytes, signature: bytes, device: str) -> bool:
    """Whether the laptop `device` signed the manifest bytes."""
    return verify(device, _DOMAIN + data, signature)
