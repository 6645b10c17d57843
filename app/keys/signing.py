"""Ed25519 signatures. A public key is written as 64 hex digits and is also the name of whoever holds its secret."""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.core.randomness import Randomness

_GROUPS = 6
_DIGITS = 5


class SigningKey:
    """A secret key. Printing it shows its public half only."""

    def __init__(self, secret: Ed25519PrivateKey) -> None:
        self._secret = secret
        self.public = secret.public_key().public_bytes_raw().hex()

    @classmethod
    def generate(cls, randomness: Randomness) -> "SigningKey":
        """A new key from 32 random bytes."""
        return cls.from_bytes(randomness.bytes(32))

    @classmethod
    def from_bytes(cls, secret: bytes) -> "SigningKey":
        """The key that `to_bytes` gave; raises `ValueError` unless there are 32 bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(secret))

    def to_bytes(self) -> bytes:
        """The 32 secret bytes, to be sealed before they are kept anywhere."""
        return self._secret.private_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """A signature of 64 bytes."""
        return self._secret.sign(data)

    def __repr__(self) -> str:
        return f"SigningKey({self.public[:8]}…)"


def verify(public: str, data: bytes, signature: bytes) -> bool:
    """Whether the holder of `public` signed `data`. Nonsense in place of a key or a signature is simply not a signature."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """Six groups of five digits by which two people compare a key over the telephone: "04127 55310 …" (about 99 bits)."""
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(public)).digest(), "big")
    digits = f"{number % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}d}"
    return " ".join(digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS))
