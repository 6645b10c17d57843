"""For whom packages are written: the unit above, each unit below, the station's own laptops; and what each lacks."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.data.journal import Place
from app.data.reader import Reader
from app.keys.trust import ABOVE, BELOW, OWN, Standing, Trust
from app.sync.book import Receipt
from app.sync.manifest import DOWN, STATION_AUDIENCE, STREAMS, UP, Vector


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may open a package: a unit's laptops that are still believed, and the recovery sheet of a station's own packages."""

    kind: str
    unit: str
    key: str
    laptops: tuple[Standing, ...]
    recipients: tuple[str, ...]

    @property
    def name(self) -> str:
        """A name to keep notes under: "up:TRAMTAU"."""
        return f"{self.kind}:{self.unit}"

    @property
    def streams(self) -> tuple[str, ...]:
        return STREAMS[self.kind]


def audiences(trust: Trust, *, device: str, recovery: str | None) -> tuple[Audience, ...]:
    """Every audience there is, in the order up, down (by unit code), station.

    The station's own is always there: its packages open on this laptop too, and with the recovery sheet, so that what was
    written comes back after this laptop is lost.
    """
    found = []
    if trust.above is not None:
        laptops = _believed(trust.laptops(ABOVE, trust.above.unit))
        if laptops:
            found.append(Audience(UP, trust.above.unit, trust.above.key, laptops, _recipients(laptops)))
    for unit in sorted(trust.units_below()):
        laptops = _believed(trust.laptops(BELOW, unit))
        if laptops:
            found.append(Audience(DOWN, unit, laptops[0].root, laptops, _recipients(laptops)))
    own = _believed(trust.laptops(OWN))
    others = tuple(laptop for laptop in own if laptop.device != device)
    recipients = (*_recipients(own), *((recovery,) if recovery else ()))
    found.append(Audience(STATION_AUDIENCE, trust.own.unit, trust.own.key, others, recipients))
    return tuple(found)


def told_of(audience: Audience, trust: Trust) -> tuple[str, ...]:
    """Whose change-sets the audience is sent: other units get this unit's own, the station's laptops those of every unit that is
    vouched for. A unit that became part of this one is vouched for by nobody here: each laptop takes its book in by itself."""
    if audience.kind != STATION_AUDIENCE:
        return (trust.own.unit,)
    above = {trust.above.unit} if trust.above else set()
    return tuple(sorted({trust.own.unit} | above | set(trust.units_below())))


def held_by(audience: Audience, receipts: Mapping[str, Receipt], reader: Reader) -> dict[Place, int]:
    """Up to which number the audience holds each chain, by its receipts: what lies above has to be sent.

    One laptop of another unit is enough, they pass it on among themselves; of the station's own laptops the one that holds least
    counts. A receipt whose hash differs from ours speaks of another chain (a copied or altered database) and counts for nothing.
    """
    known = (receipts[laptop.device] for laptop in audience.laptops if laptop.device in receipts)
    told = [_confirmed(receipt.holdings, audience, reader) for receipt in known]
    if audience.kind == STATION_AUDIENCE:
        if not told or len(told) < len(audience.laptops):
            return {}
        return {place: min(each.get(place, 0) for each in told) for place in told[0]}
    union: dict[Place, int] = {}
    for each in told:
        for place, seq in each.items():
            union[place] = max(seq, union.get(place, 0))
    return union


def contradictions(receipts: Mapping[str, Receipt], reader: Reader) -> tuple[tuple[str, str, str, int], ...]:
    """(device, replica, stream, number) of every receipt that names a hash other than ours: somebody's chain was altered."""
    return tuple(
        (receipt.device, replica, stream, seq)
        for receipt in receipts.values()
        for replica, streams in receipt.holdings.items()
        for stream, (seq, hash_) in streams.items()
        if (here := reader.hashes_at(replica, stream, seq)) and hash_ not in here
    )


def holdings_for(audience: Audience, trust: Trust, reader: Reader) -> dict[str, dict[str, tuple[int, str]]]:
    """What this database holds, as far as it concerns the audience: of other units nobody learns how much they wrote."""
    told: dict[str, dict[str, tuple[int, str]]] = {}
    for (replica, stream), held in sorted(reader.holdings().items()):
        if stream in _told_streams(audience, trust.database(replica)):
            told.setdefault(replica, {})[stream] = held
    return told


def _told_streams(audience: Audience, laptop: Standing | None) -> tuple[str, ...]:
    if audience.kind == STATION_AUDIENCE:
        return audience.streams
    if laptop is None:
        return ()
    if laptop.relation == OWN:
        return audience.streams
    other_way = STREAMS[DOWN if audience.kind == UP else UP]
    return other_way if laptop.unit == audience.unit else ()


def _confirmed(holdings: Vector, audience: Audience, reader: Reader) -> dict[Place, int]:
    return {
        (replica, stream): seq
        for replica, streams in holdings.items()
        for stream, (seq, hash_) in streams.items()
        if stream in audience.streams and hash_ in (reader.hashes_at(replica, stream, seq) or {hash_})
    }


def _believed(laptops: tuple[Standing, ...]) -> tuple[Standing, ...]:
    return tuple(laptop for laptop in laptops if not laptop.revoked)


def _recipients(laptops: tuple[Standing, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(laptop.recipient for laptop in laptops if laptop.recipient))
