"""Sealed bytes: AES-256-GCM under a key, bound to what they are for, so that one sealed thing cannot stand in for another."""

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.core.randomness import Randomness

_NONCE = 12


class NotSealedSo(Exception):  # noqa: N818 -- the caller decides whether it means a wrong password or a damaged file
    """The bytes were not sealed under this key for this purpose, or have been altered since."""


def seal(key: bytes, content: bytes, purpose: bytes, randomness: Randomness) -> bytes:
    """Nonce and ciphertext; `purpose` is not kept, whoever unseals names it again."""
    nonce = randomness.bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, purpose)


def unseal(key: bytes, sealed: bytes, purpose: bytes) -> bytes:
    """What `seal` was given. Raises `NotSealedSo`."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], purpose)
    except (InvalidTag, ValueError) as error:
        raise NotSealedSo from error


def derive(secret: bytes, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose, from a secret that has full strength already (never from a password)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"so-antq {purpose}".encode()).derive(secret)


def database_key(master: bytes) -> bytes:
    """The raw key of the encrypted database."""
    return derive(master, "database")


def keyed_mark(master: bytes, text: str) -> str:
    """HMAC-SHA-256 of a text in hex, under a key for nothing else."""
    return hmac.new(derive(master, "id mark"), text.encode(), "sha256").hexdigest()


def seal_key(master: bytes) -> bytes:
    """The key that seals this laptop's own keys."""
    return derive(master, "device")
