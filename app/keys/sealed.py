"""An officer's own keys, and what is sealed to the officers who hold them.

The folder's master key opens the book, and everybody who logs in has it. What only some officers may read is sealed to keys of
their own: 32 random bytes, locked in the vault by the officer's password and by nothing else. Neither the master key nor the
station's recovery sheet opens them; an officer whose password is set anew without the old one has new keys, and another keeper
seals again for them.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyrage
from pyrage import x25519

from app.core.randomness import Randomness
from app.keys.age import identity_from, recipient_of
from app.keys.sealing import NotSealedSo, derive, seal, unseal
from app.keys.signing import SigningKey

FEWEST_KEEPERS = 2
"""What is sealed to fewer is lost when one officer leaves or forgets a password."""

_BLOCK = 1024
"""Sealed texts are filled up to a multiple of this, so that their length says nothing of a name's."""


@dataclass(frozen=True, slots=True)
class OwnPublic:
    """The public halves: where to seal to (`recipient`, "age1…") and by what signatures are known (`signer`, hex)."""

    recipient: str
    signer: str


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """An officer's secret, in hand only for the moment after the password was typed."""

    secret: bytes = field(repr=False)

    @classmethod
    def new(cls, randomness: Randomness) -> "OwnKeys":
        return cls(randomness.bytes(32))

    @property
    def signing(self) -> SigningKey:
        """What the officer signs appointments with."""
        return SigningKey.from_bytes(derive(self.secret, "officer signing"))

    @property
    def public(self) -> OwnPublic:
        return OwnPublic(recipient_of(self._identity), self.signing.public)

    def open(self, sealed: str) -> bytes:
        """What `seal_to` was given. Raises `NotSealedSo` when it was not sealed to this officer, or is damaged."""
        try:
            content = pyrage.decrypt(base64.b64decode(sealed, validate=True), [x25519.Identity.from_str(self._identity)])
        except (pyrage.DecryptError, ValueError) as error:
            raise NotSealedSo from error
        return bytes(content).rstrip(b"\0")

    @property
    def _identity(self) -> str:
        return identity_from(derive(self.secret, "officer sealing"))


def seal_to(recipients: Sequence[str], content: bytes) -> str:
    """Base64 of an age file that each of these recipients opens by itself. `content` may not end in zero bytes.

    Raises `ValueError` for fewer recipients than `FEWEST_KEEPERS` and for what is no recipient.
    """
    if len(set(recipients)) < FEWEST_KEEPERS:
        raise ValueError("too few to seal to")
    try:
        known = [x25519.Recipient.from_str(recipient) for recipient in sorted(set(recipients))]
    except pyrage.RecipientError as error:
        raise ValueError("not a recipient") from error
    filled = content + bytes(-len(content) % _BLOCK)
    return base64.b64encode(pyrage.encrypt(filled, known)).decode()


@dataclass(frozen=True, slots=True)
class LockedKeys:
    """Own keys as the vault keeps them: public halves, and the secret locked by the password."""

    public: OwnPublic
    sealed: bytes

    @classmethod
    def lock(cls, key: bytes, keys: OwnKeys, owner: bytes, randomness: Randomness) -> "LockedKeys":
        """`key` comes from the password; `owner` says whose slot it is and is bound to the seal."""
        return cls(keys.public, seal(key, keys.secret, b"own keys\n" + owner, randomness))

    def unlock(self, key: bytes, owner: bytes) -> OwnKeys:
        """Raises `NotSealedSo` for another key, another slot, or public halves that are not those of the secret."""
        keys = OwnKeys(unseal(key, self.sealed, b"own keys\n" + owner))
        if keys.public != self.public:
            raise NotSealedSo
        return keys
