"""Ids of records: time-ordered, so that new rows lie beside each other on disk."""

import uuid

from app.core.clock import Clock
from app.core.randomness import Randomness

_SHIPPED = uuid.UUID("5c0a7b1e-6d1f-4d0c-9a57-2f0b3a7c1d42")


def new_id(clock: Clock, randomness: Randomness) -> str:
    """A UUID of version 7 as 32 hex digits: 48 bits of milliseconds, then random bits."""
    milliseconds = int(clock.now().timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    tail = int.from_bytes(randomness.bytes(10), "big")
    high = tail >> 64 & 0x0FFF
    low = tail & 0x3FFF_FFFF_FFFF_FFFF
    return f"{milliseconds << 80 | 0x7 << 76 | high << 64 | 0x2 << 62 | low:032x}"


def fixed_id(*names: str) -> str:
    """The id that every laptop gives to the same shipped row or unit, as 32 hex digits."""
    return uuid.uuid5(_SHIPPED, "\x1f".join(names)).hex
