"""What this database remembers of carrying: pins, certificates, trust lists, receipts, and what was written for whom.

Kept in the database's own corner (`store.local`), encrypted with it and inside its transactions; none of it is journalled.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.data.store import Store
from app.keys.certificates import SHARED, Certificate
from app.keys.device import Device
from app.keys.trust import OWN, Pin, Trust, TrustList
from app.sync.manifest import Vector

_CERTIFICATE = "certificate:"
_TRUST = "trust:"
_RECEIPT = "receipt:"
_SENT = "sent:"
_ABOVE = "pin:above"
_RECOVERY = "recovery"
_NUMBER = "package_number"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a laptop said it held, in the latest package of it that was taken in."""

    device: str
    unit: str
    database: str
    number: int
    written: str
    arrived: str
    holdings: Vector

    def older_than(self, database: str, number: int, written: str) -> bool:
        """Whether a package is later than this receipt: by its number, or by its date once the laptop began a new database."""
        if database == self.database:
            return number > self.number
        return written > self.written


@dataclass(frozen=True, slots=True)
class Sent:
    """The last package written for an audience. `vector`: replica → stream → the last number that is in some package."""

    number: int
    series: int
    written: str
    file: str
    vector: Mapping[str, Mapping[str, int]]
    holdings: Vector


class Book:
    """Reads and writes what is remembered. Writing joins the caller's transaction where there is one."""

    def __init__(self, store: Store, device: Device) -> None:
        self._store = store
        self._device = device

    def begin(self, issued: str) -> None:
        """In a database just made: keep the unit key's certificate for this laptop."""
        self.remember((self._device.own_certificate(issued),))

    @property
    def above(self) -> Pin | None:
        """The unit above, once its key is pinned."""
        kept = self._store.local.get(_ABOVE)
        return Pin(**kept) if kept else None

    def pin_above(self, pin: Pin) -> None:
        """Believe this unit key as that of the unit above from now on."""
        self._store.local.put(_ABOVE, asdict(pin))

    def remember(self, certificates: Iterable[Certificate]) -> None:
        """Keep certificates; whether they lead anywhere is asked when they are used."""
        for certificate in certificates:
            self._store.local.put(f"{_CERTIFICATE}{certificate.key}", certificate.as_json())

    def certificates(self) -> tuple[Certificate, ...]:
        """All that are kept; they were checked when they came."""
        found = (Certificate.kept(content) for content in self._all(_CERTIFICATE).values())
        return tuple(certificate for certificate in found if certificate is not None)

    def trust(self, certificates: Iterable[Certificate] = (), lists: Iterable[TrustList] = ()) -> Trust:
        """What is believed here, with what a package brings along added."""
        own = Pin(self._device.unit, self._device.name, self._device.root)
        kept = [TrustList.from_json(content) for content in self._all(_TRUST).values()]
        return Trust(own, self.above, (*self.certificates(), *certificates), (*kept, *lists))

    def keep_list(self, found: TrustList) -> None:
        """Keep a trust list unless a later one of the same unit key is kept."""
        known = self._store.local.get(_TRUST + found.issuer)
        if known is None or known["number"] < found.number:
            self._store.local.put(_TRUST + found.issuer, found.as_json())

    def enrolled(self, trust: Trust) -> bool:
        """Whether the unit above has certified one of this unit's laptops."""
        above = self.above
        laptops = {standing.device for standing in trust.laptops(OWN)}
        return above is not None and any(
            c.scope == SHARED and c.issuer == above.key and c.subject in laptops for c in self.certificates()
        )

    @property
    def recovery(self) -> str | None:
        """Public recipient of the station's printed recovery sheet."""
        kept: str | None = self._store.local.get(_RECOVERY)
        return kept

    def set_recovery(self, recipient: str) -> None:
        """Write the station's own packages for this recovery sheet too."""
        self._store.local.put(_RECOVERY, recipient)

    def receipts(self) -> dict[str, Receipt]:
        """Device key → its latest receipt."""
        return {content["device"]: _receipt(content) for content in self._all(_RECEIPT).values()}

    def put_receipt(self, receipt: Receipt) -> None:
        """Keep a receipt unless a later one of the same laptop is kept."""
        known = self._store.local.get(_RECEIPT + receipt.device)
        if known is None or _receipt(known).older_than(receipt.database, receipt.number, receipt.written):
            self._store.local.put(_RECEIPT + receipt.device, asdict(receipt))

    def sent(self) -> dict[str, Sent]:
        """Audience's name → the last package written for it."""
        return {key.removeprefix(_SENT): Sent(**content) for key, content in self._all(_SENT).items()}

    def next_number(self) -> int:
        """The number of this laptop's next package."""
        return int(self._store.local.get(_NUMBER) or 0) + 1

    def put_sent(self, audience: str, sent: Sent) -> None:
        """Note a package that is safely on the stick."""
        with self._store.transaction():
            self._store.local.put(_SENT + audience, asdict(sent))
            self._store.local.put(_NUMBER, max(sent.number, self.next_number() - 1))

    def _all(self, prefix: str) -> dict[str, Any]:
        if self._store.own_connection() is not None:
            return {key: self._store.local.get(key) for key in self._store.local.keys(prefix)}
        with self._store.reader() as reader:
            return reader.local_values(prefix)


def _receipt(content: Mapping[str, Any]) -> Receipt:
    holdings = {
        replica: {stream: (held[0], held[1]) for stream, held in streams.items()}
        for replica, streams in content["holdings"].items()
    }
    return Receipt(**{**content, "holdings": holdings})
