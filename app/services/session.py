"""Beginning a station's book and unlocking it: from a folder and a password to a `Session`, and back to nothing in hand."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

import app.records  # noqa: F401 -- fills the registry before a store is opened
from app.core.clock import Clock
from app.core.errors import UserError
from app.core.files import require_writable
from app.core.i18n import N_, Translator
from app.core.ids import fixed_id, new_id
from app.core.randomness import Randomness
from app.data.declare import registry
from app.data.engine import FILE_NAME as BOOK
from app.data.store import Store
from app.keys.device import FILE_NAME as DEVICE
from app.keys.keyring import KeyRing
from app.keys.passwords import PasswordCost
from app.keys.recovery import new_code, recipient_for
from app.keys.vault import Vault
from app.keys.vault_file import path_in, same_login
from app.services.carry.beginning import begin_carrying
from app.services.checks import check_declarations
from app.services.context import Context, Officer
from app.services.informants.keepers import end_lost
from app.services.lock import FolderLock
from app.services.setup import StationSetup

_ROOM_TO_BEGIN = 32 << 20
"""Bytes a new book needs at least, with room for its first months."""


@dataclass(slots=True)
class Session:
    """One officer at work on one book. `close` when the officer leaves; nothing can be read afterwards.

    `cost` and `randomness` are for new passwords and keys. `recovery_code` is there only right after `set_up`: it is to be
    printed or written down, and is kept nowhere.
    """

    context: Context
    cost: PasswordCost
    randomness: Randomness
    lock: FolderLock
    recovery_code: str = ""
    unit_file: Path | None = None
    """Right after `set_up`: the file that units below this one are begun with."""

    @property
    def unit_name(self) -> str:
        """How the unit is called, from its own record; its code where that has none."""
        return self._unit_text("name") or self.context.store.unit

    @property
    def is_station(self) -> bool:
        """Whether this is the book of a station, and not of a unit above that gathers figures."""
        return self._unit_text("kind") != "parent"

    def _unit_text(self, field: str) -> str:
        store = self.context.store
        with store.reader() as reader:
            unit = reader.get("unit", fixed_id("unit", store.unit))
        return str((unit.values.get(field) if unit else None) or "")

    def close(self) -> None:
        """Let go of data, keys and folder."""
        self.context.store.close()
        self.lock.release()


def logins(folder: Path) -> tuple[str, ...]:
    """Who can log in. Raises `UserError` "data.none" or "data.damaged"."""
    return Vault.open(folder).logins()


def set_up(
    folder: Path, setup: StationSetup, *, clock: Clock, randomness: Randomness, cost: PasswordCost, say: Translator
) -> Session:
    """Begin a book in `folder` and log its first officer in. What goes wrong leaves the folder without a book.

    Raises `UserError`: the folder holds a book already, cannot be written, has no room, or is in use.
    """
    require_writable(folder, _ROOM_TO_BEGIN)
    lock = FolderLock(folder, clock)
    try:
        if path_in(folder).exists() or (folder / BOOK).exists():
            raise UserError("data.exists", N_("This folder already holds the data of a station. Choose another folder."))
        try:
            return _begin(folder, setup, lock, clock, randomness, cost, say)
        except BaseException:
            _clear(folder)
            raise
    except BaseException:
        lock.release()
        raise


def unlock(
    folder: Path, login: str, password: str, *, clock: Clock, randomness: Randomness, cost: PasswordCost, say: Translator
) -> Session:
    """Log in. Raises `UserError`: "data.in_use", "login.wrong", "login.wait" (with `seconds`), or why the book does not open."""
    vault = Vault.open(folder)
    lock = FolderLock(folder, clock)
    try:
        opened = vault.unlock(login, password, clock)
        if opened.officer_id not in vault.own_keys():
            vault.unlock_own(login, password, clock, randomness)
        keys = KeyRing.open(folder, opened.master, randomness)
        store = _store(folder, keys, clock, randomness)
        try:
            context = Context(store, _officer(store, opened.officer_id, login), clock, say, folder, keys)
            end_lost(context)
        except BaseException:
            store.close()
            raise
        return Session(context, cost, randomness, lock)
    except BaseException:
        lock.release()
        raise


def reset_password(
    folder: Path, code: str, login: str, password: str, *, clock: Clock, cost: PasswordCost, randomness: Randomness
) -> None:
    """Give an officer a new password by the printed recovery code.

    Raises `UserError` "recovery.mistyped", "recovery.other", "login.unknown", "data.in_use".
    """
    lock = FolderLock(folder, clock)
    try:
        vault = Vault.open(folder)
        master = vault.recover(code)
        officer = next((officer for officer, name in vault.officers() if same_login(name, login)), None)
        if officer is None:
            raise UserError("login.unknown", N_("Nobody with the login name {login} works with this book."), login=login)
        vault.change_password(master, officer_id=officer, password=password, cost=cost, randomness=randomness)
    finally:
        lock.release()


def _begin(
    folder: Path,
    setup: StationSetup,
    lock: FolderLock,
    clock: Clock,
    randomness: Randomness,
    cost: PasswordCost,
    say: Translator,
) -> Session:
    _require_declarations()
    officer_id = new_id(clock, randomness)
    vault, master = Vault.create(
        folder, officer_id=officer_id, login=setup.login, password=setup.password, cost=cost, randomness=randomness
    )
    code = new_code(randomness)
    vault.set_recovery(master, recipient_for(code))
    keys = KeyRing.create(folder, master, unit=setup.code, name=setup.name, randomness=randomness)
    store = Store.create(
        folder,
        keys.database_key,
        unit=setup.code,
        registry=registry,
        clock=clock,
        randomness=randomness,
        certify=keys.certify,
    )
    try:
        _record(store, officer_id, setup)
        unit_file = begin_carrying(
            store, keys, folder=folder, clock=clock, recovery=recipient_for(code), parent_file=setup.parent_file
        )
        user = Officer(officer_id, setup.login, setup.officer_name, "commander")
        context = Context(store, user, clock, say, folder, keys)
        return Session(context, cost, randomness, lock, code, unit_file)
    except BaseException:
        store.close()
        raise


def _record(store: Store, officer_id: str, setup: StationSetup) -> None:
    texts = (
        "name",
        "code",
        "kind",
        "place",
        "parent_name",
        "police_body",
        "authority_body",
        "authority",
        "signer_title",
        "signer",
        "phone",
    )
    unit = {name: getattr(setup, name) or None for name in texts}
    officer = {
        "name": setup.officer_name,
        "rank": setup.officer_rank or None,
        "position": setup.officer_position or None,
        "role": "commander",
        "login": setup.login,
    }
    with store.change(officer_id, "set_up") as change:
        change.create("unit", unit, fixed_id("unit", setup.code))
        change.create("officer", officer, officer_id)
        for hamlet in setup.hamlets:
            change.create("hamlet", {"name": hamlet.name, "households": hamlet.households})


def _store(folder: Path, keys: KeyRing, clock: Clock, randomness: Randomness) -> Store:
    _require_declarations()
    return Store.open(folder, keys.database_key, registry=registry, clock=clock, randomness=randomness, certify=keys.certify)


def _require_declarations() -> None:
    wrong = check_declarations(registry)
    if wrong:
        raise RuntimeError("; ".join(wrong))


def _officer(store: Store, officer_id: str, login: str) -> Officer:
    with store.reader() as reader:
        found = reader.get("officer", officer_id)
    values = found.values if found else {}
    return Officer(
        officer_id, str(values.get("login") or login), str(values.get("name") or login), str(values.get("role") or "officer")
    )


def _clear(folder: Path) -> None:
    """Take away what a set-up that did not end had written, so that it can be begun again."""
    for path in (path_in(folder), folder / DEVICE, *folder.glob(f"{BOOK}*"), *folder.glob("*-unit.json")):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
