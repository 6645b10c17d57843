"""From a password to a key, slowly on purpose."""

import sys
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from app.core.text import nfc

_LEAST_MEMORY = 19 * 1024
_LEAST_ROUNDS = 2
_MOST_MEMORY = 1024 * 1024
_MOST_ROUNDS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordCost:
    """Parameters of Argon2id. Passed in wherever a password is set, so that only tests and the demonstration are cheap."""

    rounds: int
    memory_kib: int
    lanes: int

    @property
    def weak(self) -> bool:
        """Below the least that OWASP's password storage guide names (19 MiB, two rounds)."""
        return self.memory_kib < _LEAST_MEMORY or self.rounds < _LEAST_ROUNDS

    @property
    def sane(self) -> bool:
        """Whether a laptop could work with it: parameters are read from a file that anybody may have altered."""
        return 1 <= self.rounds <= _MOST_ROUNDS and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY and 1 <= self.lanes <= 16

    def require_fit(self) -> None:
        """Raises `ValueError` for a weak cost in an installed release, and for parameters Argon2 cannot take."""
        if not self.sane or (self.weak and getattr(sys, "frozen", False)):
            raise ValueError("these password parameters are not for use")


STRONG = PasswordCost(rounds=3, memory_kib=64 * 1024, lanes=4)
"""RFC 9106's choice for machines with little memory: about 0.1 s and 64 MiB on a weak laptop."""


def stretch(password: str, salt: bytes, cost: PasswordCost) -> bytes:
    """32 bytes from a password. It is taken as NFC: two keyboards may spell one letter in two ways."""
    return hash_secret_raw(
        nfc(password).encode(),
        salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


