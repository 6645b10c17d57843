"""The first steps of carrying in a book just begun: certificates, the recovery sheet, the unit above, the file for units below."""

from pathlib import Path

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.i18n import N_
from app.data.store import Store
from app.keys.keyring import KeyRing
from app.keys.trust import ABOVE, OWN, Pin
from app.services.carry.desk import first_laptop
from app.sync.book import Book
from app.sync.enrolment import UnitFile, damaged, read_unit, write_unit


def begin_carrying(
    store: Store, keys: KeyRing, *, folder: Path, clock: Clock, recovery: str | None = None, parent_file: Path | None = None
) -> Path:
    """Called once when a book is begun. Returns the file that units below take as `--parent`.

    `recovery` is the public recipient of the recovery sheet; `parent_file` is what the unit above handed out. Raises `UserError`
    "enrol.…" when that is no such file.
    """
    book = Book(store, keys.device)
    above = read_unit(parent_file) if parent_file else None
    with store.transaction():
        book.begin(clock.today().isoformat())
        if recovery:
            book.set_recovery(recovery)
        if above:
            pin_above(book, above, own=keys.device.unit)
    return write_unit_file(store, keys, folder)


def pin_above(book: Book, above: UnitFile, *, own: str) -> None:
    """Believe the unit of a unit file as the unit above. Raises `UserError` "enrol.self" for one's own file."""
    if above.pin.unit == own:
        raise UserError(
            "enrol.self", N_("This is the file of the unit itself. Take the one that the unit above handed out.")
        )
    book.pin_above(above.pin)
    book.remember(above.certificates)
    if not book.trust().laptops(ABOVE, above.pin.unit):
        raise damaged(above.pin.unit)


def write_unit_file(store: Store, keys: KeyRing, folder: Path) -> Path:
    """Write the file that this unit hands to the units below it, with the laptops it has now.

    Only the laptop with the unit key can sign it. Raises `UserError` "enrol.first_laptop" on any other.
    """
    device = keys.device
    path = folder / f"{device.unit}-unit.json"
    if device.unit_key is None:
        raise first_laptop()
    trust = Book(store, device).trust()
    laptops = [laptop.device for laptop in trust.laptops(OWN) if not laptop.revoked]
    certificates = {c.key: c for laptop in laptops for c in trust.certificates_of(laptop) if c.unit == device.unit}
    unit = UnitFile(Pin(device.unit, device.name, device.root), tuple(certificates.values()))
    write_unit(path, unit, device.unit_key)
    return path
