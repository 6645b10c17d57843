"""The commander's signed word that an officer may open what is sealed. The key it is signed with is opened by a password only."""

import json
from dataclasses import asdict, dataclass, replace

from app.core.canonical import canonical_json
from app.keys.signing import SigningKey, verify

_DOMAIN = b"so-antq keeper\n"
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """`officer` holds the secret of `recipient` on the laptop `device` of `unit`, and was appointed `at` a moment by `by`.

    Officers are opaque ids; `by_key` is the appointing officer's public signing key. All of it is public within the station.
    """

    unit: str
    officer: str
    device: str
    recipient: str
    at: str
    by: str
    by_key: str
    signature: str = ""

    def signed(self, key: SigningKey) -> "Appointment":
        """This statement signed by the appointing officer."""
        bare = replace(self, by_key=key.public)
        return replace(bare, signature=key.sign(bare._body()).hex())

    @property
    def holds(self) -> bool:
        """Whether the key that is named signed exactly this."""
        try:
            return verify(self.by_key, self._body(), bytes.fromhex(self.signature))
        except ValueError:
            return False

    def dump(self) -> str:
        """As it is kept."""
        return canonical_json(asdict(self)).decode()

    @classmethod
    def load(cls, text: str) -> "Appointment | None":
        """What `dump` gave; `None` for anything else, and for a statement that does not hold."""
        try:
            content = json.loads(text)
            if any(type(value) is not str or len(value) > _LONGEST for value in content.values()):
                return None
            found = cls(**content)
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None
        return found if found.holds else None

    def _body(self) -> bytes:
        content = asdict(self)
        del content["signature"]
        return _DOMAIN + canonical_json(content)
