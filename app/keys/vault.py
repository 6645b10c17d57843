"""The folder's vault, `keys.json`: one slot an officer, each holding the folder's master key locked by that officer's password.

A slot also holds the officer's own keys, which nothing but that password opens (`app.keys.sealed`).

The master key is 32 random bytes; database and device keys are derived from it (`app.keys.sealing`). A slot's key is Argon2id
of the password with the parameters written in the slot. A further slot is locked to the station's printed recovery sheet. Wrong
tries are counted in the file before the password is tested, so that neither a restart nor a pulled plug forgets them.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyrage
from pyrage import x25519

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.i18n import N_
from app.core.randomness import Randomness
from app.keys import recovery, vault_file
from app.keys.passwords import PasswordCost, stretch
from app.keys.sealed import LockedKeys, OwnKeys, OwnPublic
from app.keys.sealing import NotSealedSo, seal, unseal
from app.keys.vault_file import Slot, Tries, VaultFile, same_login

FREE_TRIES = 5
"""Wrong passwords in a row that cost no waiting."""
_FIRST_WAIT = 5
_LONGEST_WAIT = 900


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Who logged in, and the folder's master key."""

    officer_id: str
    master: bytes

    def __repr__(self) -> str:
        return f"Unlocked({self.officer_id})"


class Vault:
    """Opens and changes the vault of one data folder. Every change is on disk before the method returns."""

    def __init__(self, folder: Path, content: VaultFile) -> None:
        self._folder = folder
        self._content = content

    @classmethod
    def create(
        cls, folder: Path, *, officer_id: str, login: str, password: str, cost: PasswordCost, randomness: Randomness
    ) -> tuple["Vault", bytes]:
        """A new vault with its first officer, and the new master key. Raises `UserError` "data.exists", "password.empty"."""
        if vault_file.path_in(folder).exists():
            raise UserError("data.exists", N_("This folder already holds the data of a station. Choose another folder."))
        master = randomness.bytes(32)
        vault = cls(folder, VaultFile())
        vault.add_officer(master, officer_id=officer_id, login=login, password=password, cost=cost, randomness=randomness)
        return vault, master

    @classmethod
    def open(cls, folder: Path) -> "Vault":
        """The vault of a folder. Raises `UserError` "data.none" or "data.damaged"."""
        return cls(folder, vault_file.read(folder))

    def logins(self) -> tuple[str, ...]:
        """Login names in the order their officers were added."""
        return tuple(slot.login for slot in self._content.slots)

    def officers(self) -> tuple[tuple[str, str], ...]:
        """(officer id, login name) of everybody who can log in."""
        return tuple((slot.officer, slot.login) for slot in self._content.slots)

    def own_keys(self) -> dict[str, OwnPublic]:
        """The public halves of every officer's own keys, by officer id."""
        return {slot.officer: slot.own.public for slot in self._content.slots if slot.own}

    def unlock(self, login: str, password: str, clock: Clock) -> Unlocked:
        """Log in. Raises `UserError` "login.wrong", or "login.wait" with `seconds` when too many tries went wrong."""
        slot, key = self._try(login, password, clock)
        return Unlocked(slot.officer, unseal(key, slot.sealed, slot.purpose()))

    def unlock_own(self, login: str, password: str, clock: Clock, randomness: Randomness) -> OwnKeys:
        """The officer's own keys; new ones for a slot that has none yet. Raises what `unlock` raises, and "keys.damaged"."""
        slot, key = self._try(login, password, clock)
        if slot.own is None:
            slot = replace(slot, own=LockedKeys.lock(key, OwnKeys.new(randomness), slot.purpose(), randomness))
            self._write(slots=tuple(slot if kept.officer == slot.officer else kept for kept in self._content.slots))
        assert slot.own is not None
        try:
            return slot.own.unlock(key, slot.purpose())
        except NotSealedSo as error:
            raise vault_file.damaged() from error

    def _try(self, login: str, password: str, clock: Clock) -> tuple[Slot, bytes]:
        """The slot that a password opens and the key it is locked by, with every wrong try counted."""
        self._content = vault_file.read(self._folder)
        slot = self._slot(login)
        name = slot.login if slot else ""
        now = int(clock.now().timestamp())
        tries = self._content.tries.get(name, Tries(0, now))
        wait = _wait_after(tries.count) - max(0, now - tries.last)
        if tries.last > now:
            # The laptop's clock was put back: the full wait starts now, rather than lasting until that future moment.
            wait = _wait_after(tries.count)
            self._count(name, Tries(tries.count, now))
        if wait > 0:
            raise UserError(
                "login.wait",
                N_("The password was wrong too many times. Wait {seconds} seconds, then type it once more."),
                seconds=wait,
            )
        self._count(name, Tries(tries.count + 1, now))
        key = stretch(password, slot.salt if slot else bytes(16), slot.cost if slot else self._usual_cost())
        if slot is None or not _opens(key, slot):
            raise UserError(
                "login.wrong", N_("The login name or the password is not right. Check Caps Lock and Unikey, then type it again.")
            )
        self._count(name, None)
        return slot, key

    def add_officer(
        self, master: bytes, *, officer_id: str, login: str, password: str, cost: PasswordCost, randomness: Randomness
    ) -> None:
        """Let one more officer in. Raises `UserError` "login.taken", "login.empty", "password.empty"."""
        if not login.strip():
            raise UserError("login.empty", N_("Type a login name."))
        if self._slot(login) is not None:
            raise UserError("login.taken", N_("The login name {login} is already in use. Choose another."), login=login)
        slot = _locked(master, officer_id, login.strip(), password, cost, randomness, OwnKeys.new(randomness))
        self._write(slots=(*self._content.slots, slot))

    def remove_officer(self, officer_id: str) -> None:
        """Take an officer's slot away. Raises `UserError` "login.last" for the only one left."""
        left = tuple(slot for slot in self._content.slots if slot.officer != officer_id)
        if not left:
            raise UserError("login.last", N_("This is the only officer who can log in. Add another one first."))
        self._write(slots=left)

    def change_password(
        self,
        master: bytes,
        *,
        officer_id: str,
        password: str,
        cost: PasswordCost,
        randomness: Randomness,
        own: OwnKeys | None = None,
    ) -> None:
        """Give an officer a new password; the master key stays. Also how a forgotten password is set anew after `recover`.

        `own` are the officer's own keys, from `unlock_own` with the old password; without them the officer gets new ones.
        """
        keys = own or OwnKeys.new(randomness)
        slots = tuple(
            _locked(master, slot.officer, slot.login, password, cost, randomness, keys) if slot.officer == officer_id else slot
            for slot in self._content.slots
        )
        tries = {name: kept for name, kept in self._content.tries.items() if self._owner(name) != officer_id}
        self._write(slots=slots, tries=tries)

    def set_recovery(self, master: bytes, recipient: str) -> None:
        """Lock a copy of the master key to a recovery sheet's public recipient, in place of any earlier one."""
        locked = pyrage.encrypt(master, [x25519.Recipient.from_str(recipient)])
        self._write(recovery=(recipient, base64.b64encode(locked).decode()))

    def recover(self, code: str) -> bytes:
        """The master key by the printed code. Raises `UserError` "recovery.mistyped" or "recovery.other"."""
        identity = x25519.Identity.from_str(recovery.identity_of(code))
        try:
            if self._content.recovery:
                return bytes(pyrage.decrypt(base64.b64decode(self._content.recovery[1]), [identity]))
        except (pyrage.DecryptError, ValueError):
            pass
        raise UserError(
            "recovery.other", N_("This code belongs to another station's recovery sheet. Take the sheet of this station.")
        )

    def _slot(self, login: str) -> Slot | None:
        return next((slot for slot in self._content.slots if same_login(slot.login, login)), None)

    def _owner(self, login: str) -> str:
        slot = self._slot(login)
        return slot.officer if slot else ""

    def _usual_cost(self) -> PasswordCost:
        return self._content.slots[0].cost

    def _count(self, name: str, tries: Tries | None) -> None:
        left = {kept: value for kept, value in self._content.tries.items() if kept != name}
        if tries is not None:
            left[name] = tries
        if left != self._content.tries:
            self._write(tries=left)

    def _write(
        self,
        *,
        slots: Sequence[Slot] | None = None,
        tries: dict[str, Tries] | None = None,
        recovery: tuple[str, str] | None = None,
    ) -> None:
        self._content = VaultFile(
            slots=self._content.slots if slots is None else tuple(slots),
            tries=self._content.tries if tries is None else tries,
            recovery=recovery or self._content.recovery,
        )
        vault_file.write(self._folder, self._content)


def _opens(key: bytes, slot: Slot) -> bool:
    try:
        unseal(key, slot.sealed, slot.purpose())
    except NotSealedSo:
        return False
    return True


def _locked(
    master: bytes, officer_id: str, login: str, password: str, cost: PasswordCost, randomness: Randomness, own: OwnKeys
) -> Slot:
    if not password:
        raise UserError("password.empty", N_("Type a password."))
    cost.require_fit()
    slot = Slot(officer_id, login, randomness.bytes(16), cost, b"")
    key = stretch(password, slot.salt, cost)
    sealed = seal(key, master, slot.purpose(), randomness)
    return replace(slot, sealed=sealed, own=LockedKeys.lock(key, own, slot.purpose(), randomness))


def _wait_after(count: int) -> int:
    return 0 if count < FREE_TRIES else min(_LONGEST_WAIT, _FIRST_WAIT << min(count - FREE_TRIES, 20))
