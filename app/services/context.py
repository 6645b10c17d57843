"""What every use case is handed: the book, who is working, the time, the language."""

from dataclasses import dataclass
from pathlib import Path

from app.core.clock import Clock
from app.core.i18n import Translator
from app.data.store import Store
from app.keys.keyring import KeyRing


@dataclass(frozen=True, slots=True)
class Officer:
    """Who is working. `id` is opaque and stands in the journal; the name never leaves the station."""

    id: str
    login: str
    name: str
    role: str

    @property
    def is_commander(self) -> bool:
        return self.role == "commander"


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every service. `folder` is the data folder; `say` translates into the officer's language.

    `keys` are this laptop's, there whenever somebody has logged in; only carrying needs them.
    """

    store: Store
    user: Officer
    clock: Clock
    say: Translator
    folder: Path
    keys: KeyRing | None = None
