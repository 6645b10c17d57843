"""The station's printed recovery sheet: one code that opens every laptop of the station and every package it wrote for itself.

The code is never kept. From it comes an age identity; laptops keep only the public recipient and lock a copy of their master key
to it. 160 random bits as 32 letters and digits without I, L, O, U, then four that notice a slip of the pen.
"""

import hashlib

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.randomness import Randomness
from app.keys.age import identity_from, recipient_of
from app.keys.sealing import derive

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})
_BYTES = 20
_CHECK = 4


def new_code(randomness: Randomness) -> str:
    """A new code as it is printed: nine groups of four, "7K3M-09QX-…"."""
    secret = randomness.bytes(_BYTES)
    written = _spell(int.from_bytes(secret, "big"), 32) + _check(secret)
    return "-".join(written[start : start + 4] for start in range(0, len(written), 4))


def identity_of(code: str) -> str:
    """The secret age identity of a code, however it is spaced or capitalised. Raises `UserError` "recovery.mistyped"."""
    letters = code.upper().translate(_ALIKE)
    body, check = letters[:-_CHECK], letters[-_CHECK:]
    if len(body) == 32 and all(letter in _LETTERS for letter in letters):
        number = 0
        for letter in body:
            number = number << 5 | _LETTERS.index(letter)
        secret = number.to_bytes(_BYTES, "big")
        if _check(secret) == check:
            return identity_from(derive(secret, "recovery"))
    raise UserError(
        "recovery.mistyped",
        N_("A recovery code has nine groups of four letters and digits. Compare it with the sheet and type it again."),
    )


def recipient_for(code: str) -> str:
    """The public age recipient of a code."""
    return recipient_of(identity_of(code))


def _check(secret: bytes) -> str:
    return _spell(int.from_bytes(hashlib.sha256(secret).digest()[:3], "big") >> 4, _CHECK)


def _spell(number: int, length: int) -> str:
    return "".join(_LETTERS[number >> 5 * (length - 1 - place) & 31] for place in range(length))
