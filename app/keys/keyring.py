"""The keys in hand once somebody has logged in: made from the folder's master key, forgotten when the session ends."""

from pathlib import Path

from app.core.randomness import Randomness
from app.keys.device import Device, create_device, load_device, save_device
from app.keys.sealing import database_key, keyed_mark, seal_key
from app.keys.vault import Vault


class KeyRing:
    """Holds this laptop's keys; printing it shows none of them."""

    def __init__(self, folder: Path, master: bytes, device: Device, randomness: Randomness) -> None:
        self._folder = folder
        self._master = master
        self._randomness = randomness
        self.device = device

    @classmethod
    def create(cls, folder: Path, master: bytes, *, unit: str, name: str, randomness: Randomness) -> "KeyRing":
        """New keys for the laptop that begins the book of the unit with code `unit`."""
        device = create_device(folder, seal_key(master), unit=unit, name=name, randomness=randomness)
        return cls(folder, master, device, randomness)

    @classmethod
    def open(cls, folder: Path, master: bytes, randomness: Randomness) -> "KeyRing":
        """The keys of a folder that was unlocked. Raises `UserError` "device.damaged"."""
        return cls(folder, master, load_device(folder, seal_key(master)), randomness)

    @property
    def database_key(self) -> bytes:
        """The raw key for `Store.create` and `Store.open`."""
        return database_key(self._master)

    @property
    def master(self) -> bytes:
        """For changes of the vault: adding an officer, a new password."""
        return self._master

    def certify(self, replica: str) -> dict[str, str]:
        """This laptop's certificate for a database of its own; what the store asks for when it begins a replica."""
        return self.device.certify(replica)

    def mark_of(self, text: str) -> str:
        """A keyed hash by which this laptop knows an ID number again without keeping it; without the book's master key the
        numbers cannot be tried out. Other laptops of the station make other marks."""
        return keyed_mark(self._master, text)

    def join(self, *, letter: str, root: str, name: str) -> None:
        """Become a further laptop of a station, on disk too; see `Device.joined`."""
        device = self.device.joined(letter=letter, root=root, name=name)
        save_device(self._folder, seal_key(self._master), device, self._randomness)
        self.device = device

    def set_recovery(self, recipient: str) -> None:
        """Let the recovery sheet of this public recipient open the folder, in place of an earlier sheet."""
        vault = Vault.open(self._folder)
        vault.set_recovery(self._master, recipient)

    def __repr__(self) -> str:
        return f"KeyRing({self.device.unit}-{self.device.letter})"
