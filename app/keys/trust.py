"""Whom to believe: from three pinned unit keys and a heap of certificates to "this database belongs to that unit's laptop B".

A laptop pins its own unit's key and, once enrolled, the key of the unit above. Laptops of lower units are those that its own unit
key enrolled, and further laptops that these vouch for. Every unit key also signs a numbered list of laptops it no longer believes
(lost, replaced); the greater number counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from app.core.canonical import canonical_json
from app.core.errors import UserError
from app.core.i18n import N_
from app.keys.certificates import REPLICA, SHARED, STATION, UNIT, Certificate
from app.keys.signing import SigningKey, verify

OWN = "own"
ABOVE = "above"
BELOW = "below"

_DOMAIN = b"so-antq trust list\n"

Places = Mapping[str, Mapping[str, int]]
"""Replica → stream → the last number of a change-set that is still believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustList:
    """The laptops a unit no longer believes: device key → what of its databases still counts. Public, signed by the unit key.

    `kept` names laptops that a laptop in `revoked` had vouched for and that are believed all the same: a lost first laptop must
    not take the others with it, and whoever found it must not be able to vouch for new ones.
    """

    unit: str
    number: int
    issued: str
    revoked: Mapping[str, Places] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    issuer: str = ""
    signature: str = ""

    def body(self) -> bytes:
        """What is signed."""
        content = asdict(self)
        del content["signature"]
        return _DOMAIN + canonical_json(content)

    def signed(self, key: SigningKey) -> "TrustList":
        """This list issued by a unit key."""
        bare = replace(self, issuer=key.public)
        return replace(bare, signature=key.sign(bare.body()).hex())

    def as_json(self) -> dict[str, Any]:
        """Plain values for files and tables."""
        return asdict(self)

    @classmethod
    def from_json(cls, content: Any) -> "TrustList":
        """Raises `UserError` "certificate.bad" for anything that is not a list with a true signature."""
        try:
            found = cls(**{**content, "kept": tuple(content["kept"])})
            texts = (found.unit, found.issued, found.issuer, found.signature, *found.kept)
            if any(type(text) is not str for text in texts) or type(found.number) is not int or found.number < 1:
                raise ValueError("fields")
            for device, places in found.revoked.items():
                for replica, streams in places.items():
                    if any(type(key) is not str for key in (device, replica, *streams)):
                        raise ValueError("keys")
                    if any(type(last) is not int for last in streams.values()):
                        raise ValueError("numbers")
            if not verify(found.issuer, found.body(), bytes.fromhex(found.signature)):
                raise ValueError("signature")
        except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
            raise UserError(
                "certificate.bad", N_("A certificate in this file is damaged or forged. Ask for the file again.")
            ) from error
        return found


@dataclass(frozen=True, slots=True)
class Pin:
    """A unit whose key was compared by people and is believed from then on."""

    unit: str
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a laptop: whose it is, and whether that unit is ours, the one above or one below."""

    device: str
    unit: str
    name: str
    letter: str
    relation: str
    root: str
    recipient: str
    revoked: bool


class Trust:
    """Answers from pins, certificates and lists; holds no secret and asks nothing of a disk."""

    def __init__(
        self, own: Pin, above: Pin | None, certificates: Iterable[Certificate], lists: Iterable[TrustList] = ()
    ) -> None:
        self.own = own
        self.above = above
        self._issued: dict[str, list[Certificate]] = {}
        for certificate in certificates:
            self._issued.setdefault(certificate.subject, []).append(certificate)
        self._lists: dict[str, TrustList] = {}
        for found in lists:
            known = self._lists.get(found.issuer)
            if known is None or found.number > known.number:
                self._lists[found.issuer] = found

    def laptop(self, device: str) -> Standing | None:
        """The laptop of that device key; `None` when no believed chain leads to it."""
        return self._standing(device, frozenset())

    def database(self, replica: str) -> Standing | None:
        """The laptop a replica lies on; `None` when no believed chain leads to it."""
        for certificate in self._issued.get(replica, ()):
            if certificate.scope == REPLICA:
                standing = self.laptop(certificate.issuer)
                if standing is not None and standing.unit == certificate.unit:
                    return standing
        return None

    def laptops(self, relation: str, unit: str | None = None) -> tuple[Standing, ...]:
        """Every believed laptop in that relation, of one unit if given, those no longer believed included."""
        found = (self.laptop(subject) for subject in sorted(self._issued))
        return tuple(s for s in found if s and s.relation == relation and unit in (None, s.unit))

    def units_below(self) -> dict[str, str]:
        """Code and name of every unit that was enrolled with ours."""
        return {standing.unit: standing.name for standing in self.laptops(BELOW)}

    def databases_of(self, device: str) -> tuple[str, ...]:
        """Replicas that a laptop vouched for."""
        return tuple(
            sorted(
                c.subject
                for issued in self._issued.values()
                for c in issued
                if c.scope == REPLICA and c.issuer == device
            )
        )

    def last_believed(self, standing: Standing, replica: str, stream: str) -> int | None:
        """Of a laptop no longer believed: the last number that still counts. `None`: no limit."""
        limits = [
            found.revoked[standing.device].get(replica, {}).get(stream, 0)
            for issuer, found in self._lists.items()
            if issuer in self._judges(standing.root) and standing.device in found.revoked
        ]
        return min(limits) if limits else None

    def certificates_of(self, device: str) -> tuple[Certificate, ...]:
        """Every certificate that leads from a laptop to the unit keys that vouch for it."""
        found: dict[str, Certificate] = {}
        waiting = [device]
        while waiting:
            subject = waiting.pop()
            for certificate in self._issued.get(subject, ()):
                if certificate.key not in found:
                    found[certificate.key] = certificate
                    waiting.append(certificate.issuer)
        return tuple(found.values())

    def list_of(self, root: str) -> TrustList | None:
        """The latest list known of a unit key."""
        return self._lists.get(root)

    def _judges(self, root: str) -> set[str]:
        return {root, self.own.key} | ({self.above.key} if self.above else set())

    def _standing(self, device: str, seen: frozenset[str]) -> Standing | None:
        if device in seen:
            return None
        for certificate in self._issued.get(device, ()):
            found = self._by(certificate, seen | {device})
            if found is not None:
                return found
        return None

    def _may_vouch(self, voucher: Standing, subject: str) -> bool:
        judges = self._judges(voucher.root)
        lists = [found for issuer, found in self._lists.items() if issuer in judges]
        return not voucher.revoked or any(voucher.device in found.revoked and subject in found.kept for found in lists)

    def _by(self, certificate: Certificate, seen: frozenset[str]) -> Standing | None:
        relation, root = "", ""
        if certificate.scope == UNIT:
            for pin, kind in ((self.own, OWN), (self.above, ABOVE)):
                if pin and certificate.issuer == pin.key == certificate.unit_key and certificate.unit == pin.unit:
                    relation, root = kind, pin.key
        elif certificate.scope == SHARED:
            if certificate.issuer == self.own.key and certificate.unit != self.own.unit:
                relation, root = BELOW, certificate.unit_key
        elif certificate.scope == STATION:
            voucher = self._standing(certificate.issuer, seen)
            if voucher and voucher.unit == certificate.unit and self._may_vouch(voucher, certificate.subject):
                relation, root = voucher.relation, voucher.root
        if not relation:
            return None
        revoked = any(
            certificate.subject in found.revoked for issuer, found in self._lists.items() if issuer in self._judges(root)
        )
        return Standing(
            certificate.subject,
            certificate.unit,
            certificate.name,
            certificate.letter,
            relation,
            root,
            certificate.recipient,
            revoked,
        )
