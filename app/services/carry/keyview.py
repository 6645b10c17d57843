"""The fingerprints that people compare: of this unit, its laptops, the unit above, the units below."""

from dataclasses import dataclass

from app.keys.signing import fingerprint
from app.keys.trust import ABOVE, BELOW, OWN, Standing
from app.services.carry.desk import book_of, keys_of
from app.services.context import Context


@dataclass(frozen=True, slots=True)
class LaptopView:
    """A laptop that is known here. `id` is its device key; `revoked`: no longer believed."""

    id: str
    unit: str
    name: str
    letter: str
    fingerprint: str
    here: bool
    revoked: bool


@dataclass(frozen=True, slots=True)
class KeysView:
    """`fingerprint` is of this unit's key, `above_fingerprint` of the unit above's, empty until it is known."""

    unit: str
    name: str
    fingerprint: str
    holds_unit_key: bool
    laptops: tuple[LaptopView, ...]
    above: str
    above_name: str
    above_fingerprint: str
    enrolled: bool
    above_laptops: tuple[LaptopView, ...]
    below_laptops: tuple[LaptopView, ...]


def keys(ctx: Context) -> KeysView:
    """Everything this laptop believes in, as fingerprints."""
    device, book = keys_of(ctx).device, book_of(ctx)
    trust = book.trust()

    def views(relation: str) -> tuple[LaptopView, ...]:
        laptops = sorted(trust.laptops(relation), key=lambda laptop: (laptop.unit, laptop.letter, laptop.device))
        return tuple(_view(laptop, device.id) for laptop in laptops)

    above = trust.above
    return KeysView(
        unit=device.unit,
        name=device.name,
        fingerprint=fingerprint(device.root),
        holds_unit_key=device.unit_key is not None,
        laptops=views(OWN),
        above=above.unit if above else "",
        above_name=above.name if above else "",
        above_fingerprint=fingerprint(above.key) if above else "",
        enrolled=book.enrolled(trust),
        above_laptops=views(ABOVE),
        below_laptops=views(BELOW),
    )


def _view(laptop: Standing, here: str) -> LaptopView:
    return LaptopView(
        laptop.device,
        laptop.unit,
        laptop.name,
        laptop.letter,
        fingerprint(laptop.device),
        laptop.device == here,
        laptop.revoked,
    )
