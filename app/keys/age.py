"""Identities and recipients of the age format, made from our own 32 bytes so that a printed code can give one back.

A recipient is public ("age1…"), an identity secret ("AGE-SECRET-KEY-1…"); any age program opens a package with the identity.
"""

from pyrage import x25519

from app.core.randomness import Randomness

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_PREFIX = "age-secret-key-"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def new_identity(randomness: Randomness) -> str:
    """A new secret identity."""
    return identity_from(randomness.bytes(32))


def identity_from(secret: bytes) -> str:
    """The identity whose secret is these 32 bytes (Bech32, as the age format writes it)."""
    groups = _five_bits(secret)
    expanded = [ord(c) >> 5 for c in _PREFIX] + [0] + [ord(c) & 31 for c in _PREFIX]
    check = _polymod([*expanded, *groups, *[0] * 6]) ^ 1
    groups += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return (_PREFIX + "1" + "".join(_LETTERS[group] for group in groups)).upper()


def recipient_of(identity: str) -> str:
    """The public recipient of an identity. Raises `pyrage.IdentityError` for anything else."""
    return str(x25519.Identity.from_str(identity).to_public())


def _five_bits(data: bytes) -> list[int]:
    bits = len(data) * 8
    padded = -(-bits // 5)
    number = int.from_bytes(data, "big") << padded * 5 - bits
    return [number >> 5 * (padded - 1 - place) & 31 for place in range(padded)]


def _polymod(values: list[int]) -> int:
    state = 1
    for value in values:
        top = state >> 25
        state = (state & 0x1FFFFFF) << 5 ^ value
        for place, factor in enumerate(_GENERATOR):
            if top >> place & 1:
                state ^= factor
    return state
