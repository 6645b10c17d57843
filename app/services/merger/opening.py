"""Another station's data folder, opened as a copy: what lies in the folder is read and never written."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.files import require_writable, told
from app.core.i18n import N_, Translator
from app.core.progress import SILENT, Progress
from app.core.randomness import Randomness
from app.data.declare import registry
from app.data.engine import FILE_NAME as BOOK
from app.data.store import Store
from app.keys.device import FILE_NAME as DEVICE
from app.keys.keyring import KeyRing
from app.keys.vault import Vault
from app.keys.vault_file import path_in
from app.services.context import Context, Officer
from app.services.lock import FILE_NAME as IN_USE
from app.services.lock import FolderLock

_STAGED = "joining"
_PIECE = 4 << 20
_COPYING = N_("Copying the other book")


@dataclass(frozen=True, slots=True)
class Entrance:
    """How to get into the other book: its data folder, and an officer of it with the password."""

    folder: Path
    login: str
    password: str

    def __repr__(self) -> str:
        return f"Entrance({self.login})"


def logins(folder: Path) -> tuple[str, ...]:
    """Who can log in to the book in that folder. Raises `UserError` "data.none" or "data.damaged"."""
    return Vault.open(folder).logins()


@contextmanager
def opened(ctx: Context, entrance: Entrance, *, randomness: Randomness, progress: Progress = SILENT) -> Iterator[Context]:
    """A context over a copy of the other book, there while the block runs.

    Raises `UserError`: "data.none", "data.in_use", "login.wrong", "merger.same_unit", "file.no_room", and why it does not open.
    """
    source = entrance.folder
    if not (source / BOOK).exists() or not path_in(source).exists():
        raise UserError("data.none", N_("There is no data of a station in this folder. Choose the folder of the other book."))
    copy = ctx.folder / _STAGED
    lock = FolderLock(source, ctx.clock) if (source / IN_USE).exists() else None
    try:
        shutil.rmtree(copy, ignore_errors=True)
        _copy(source, copy, progress)
    finally:
        if lock is not None:
            lock.release()
    try:
        unlocked = Vault.open(copy).unlock(entrance.login, entrance.password, ctx.clock)
        keys = KeyRing.open(copy, unlocked.master, randomness)
        if keys.device.unit == ctx.store.unit:
            raise UserError(
                "merger.same_unit",
                N_("This is a book of {unit} itself. Its laptops exchange packages instead, under Send and receive."),
                unit=keys.device.name,
            )
        with _store(copy, keys, ctx.clock, randomness) as store:
            yield _context(store, keys, unlocked.officer_id, entrance.login, ctx.clock, ctx.say, copy)
    finally:
        shutil.rmtree(copy, ignore_errors=True)


@contextmanager
def _store(folder: Path, keys: KeyRing, clock: Clock, randomness: Randomness) -> Iterator[Store]:
    store = Store.open(folder, keys.database_key, registry=registry, clock=clock, randomness=randomness, certify=keys.certify)
    try:
        yield store
    finally:
        store.close()


def _context(store: Store, keys: KeyRing, officer: str, login: str, clock: Clock, say: Translator, folder: Path) -> Context:
    return Context(store, Officer(officer, login, login, "officer"), clock, say, folder, keys)


def _copy(source: Path, target: Path, progress: Progress) -> None:
    """The vault, the laptop's keys and the database with what it had not yet taken over from its log."""
    files = [path for path in (path_in(source), source / DEVICE, source / BOOK, source / f"{BOOK}-wal") if path.exists()]
    with told(source):
        total = sum(path.stat().st_size for path in files)
    require_writable(target, total * 2)
    done = 0
    for path in files:
        with told(path):
            file = path.open("rb")
        with file, told(target), (target / path.name).open("wb") as into:
            while piece := file.read(_PIECE):
                into.write(piece)
                done += len(piece)
                progress.step(done, total, _COPYING)
