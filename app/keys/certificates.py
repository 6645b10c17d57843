"""Certificates: one key vouching for another, in so few kinds that a chain is checked by reading it.

| scope | subject | issuer | says |
|---|---|---|---|
| `unit` | the first laptop's device key | its own unit key | this laptop began the book of this unit |
| `station` | a further laptop's device key | a laptop of the same unit | this laptop may read what the station keeps to itself |
| `shared` | a laptop's device key | the unit key of the unit above | this unit is enrolled; what it sends up is its own |
| `replica` | a database's key | the device key of its laptop | this database lies on that laptop |

The unit above can never make a `station` certificate that a station believes, and a `shared` one opens no station package.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from app.core.canonical import canonical_json
from app.core.errors import UserError
from app.core.i18n import N_
from app.keys.signing import SigningKey, verify

UNIT = "unit"
STATION = "station"
SHARED = "shared"
REPLICA = "replica"
_SCOPES = (UNIT, STATION, SHARED, REPLICA)

_DOMAIN = b"so-antq certificate\n"
_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A signed statement about the key `subject`. All of it is public.

    `unit`, `name`, `unit_key`: code, name and unit key of the unit the subject belongs to. `letter` (A, B, C…) tells a unit's
    laptops apart in words; it identifies nothing. `recipient` is the laptop's public age recipient; empty in a replica's.
    `issued` is an ISO date.
    """

    scope: str
    subject: str
    unit: str
    name: str
    unit_key: str
    letter: str
    recipient: str
    issued: str
    issuer: str
    signature: str = ""

    def body(self) -> bytes:
        """What is signed."""
        content = asdict(self)
        del content["signature"]
        return _DOMAIN + canonical_json(content)

    def signed(self, key: SigningKey) -> "Certificate":
        """This statement issued by `key`."""
        bare = replace(self, issuer=key.public)
        return replace(bare, signature=key.sign(bare.body()).hex())

    def holds(self) -> bool:
        """Whether the issuer named really signed it. Whether that issuer is to be believed is `app.keys.trust`'s matter."""
        try:
            return verify(self.issuer, self.body(), bytes.fromhex(self.signature))
        except ValueError:
            return False

    def as_json(self) -> dict[str, str]:
        """Plain values for files and tables."""
        return asdict(self)

    @classmethod
    def from_json(cls, content: Any) -> "Certificate":
        """Raises `UserError` "certificate.bad" for anything that is not a certificate with a true signature."""
        try:
            certificate = cls(**content)
            values = asdict(certificate).values()
            if any(type(value) is not str or len(value) > _LONGEST for value in values):
                raise ValueError("not text")
            if certificate.scope not in _SCOPES or not certificate.holds():
                raise ValueError("not signed so")
        except (TypeError, ValueError) as error:
            raise UserError(
                "certificate.bad", N_("A certificate in this file is damaged or forged. Ask for the file again.")
            ) from error
        return certificate

    @classmethod
    def kept(cls, content: Any) -> "Certificate | None":
        """One that was checked when it came and has lain in the encrypted database since; `None` if it is no certificate."""
        try:
            return cls(**content)
        except TypeError:
            return None

    @property
    def key(self) -> str:
        """A name under which it is kept: a subject may have several issuers."""
        return f"{self.subject}:{self.issuer}"
