"""How `keys.json` is written. Nothing in it is secret by itself; whoever alters it gets a vault that does not open."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.canonical import canonical_json
from app.core.errors import UserError
from app.core.files import write_atomic
from app.core.i18n import N_
from app.core.text import nfc
from app.keys.passwords import PasswordCost
from app.keys.sealed import LockedKeys, OwnPublic

FILE_NAME = "keys.json"
FORMAT = 1
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Slot:
    """The master key and the officer's own keys, locked by one officer's password. Slots of earlier versions lack the latter."""

    officer: str
    login: str
    salt: bytes
    cost: PasswordCost
    sealed: bytes
    own: LockedKeys | None = None

    def purpose(self) -> bytes:
        """What the seal is bound to: the officer, the login name, the salt."""
        return canonical_json(["slot", self.officer, self.login, self.salt.hex()])


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row and the moment of the last, in seconds since 1970."""

    count: int
    last: int


@dataclass(frozen=True, slots=True)
class VaultFile:
    """The content of `keys.json`. Tries of unknown login names are counted together under ""."""

    slots: tuple[Slot, ...] = ()
    tries: Mapping[str, Tries] = field(default_factory=dict)
    recovery: tuple[str, str] | None = None


def path_in(folder: Path) -> Path:
    """Where a folder's vault lies."""
    return folder / FILE_NAME


def same_login(one: str, other: str) -> bool:
    """Login names are compared without regard to capitals, spaces around and how a letter is spelled."""
    return nfc(one).strip().casefold() == nfc(other).strip().casefold()


def read(folder: Path) -> VaultFile:
    """Raises `UserError`: "data.none", "data.newer", "data.damaged"."""
    path = path_in(folder)
    if not path.is_file():
        raise UserError(
            "data.none",
            N_("There is no data of a station in this folder. Choose the right folder, or set up a new station."),
        )
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too large")
        content = json.loads(path.read_bytes())
        if content["format"] > FORMAT:
            raise UserError(
                "data.newer",
                N_("This data was written by a newer version of the program (format {version}). Install that version."),
                version=content["format"],
            )
        return _parse(content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged() from error


def damaged() -> UserError:
    """What is said of a vault that does not hold what was put into it."""
    return UserError(
        "keys.damaged",
        N_("The file of passwords {name} in the data folder is damaged. Restore it from the latest backup."),
        name=FILE_NAME,
    )


def write(folder: Path, content: VaultFile) -> None:
    """Put the vault on disk, whole or not at all."""
    text = json.dumps(
        {
            "format": FORMAT,
            "slots": [
                {
                    "officer": slot.officer,
                    "login": slot.login,
                    "salt": slot.salt.hex(),
                    "rounds": slot.cost.rounds,
                    "memory_kib": slot.cost.memory_kib,
                    "lanes": slot.cost.lanes,
                    "sealed": base64.b64encode(slot.sealed).decode(),
                    "own": _own_json(slot.own),
                }
                for slot in content.slots
            ],
            "tries": {name: [tries.count, tries.last] for name, tries in content.tries.items()},
            "recovery": content.recovery,
        },
        ensure_ascii=False,
        indent=1,
    )
    write_atomic(path_in(folder), text.encode())


def _parse(content: Any) -> VaultFile:
    slots = []
    for kept in content["slots"]:
        cost = PasswordCost(rounds=int(kept["rounds"]), memory_kib=int(kept["memory_kib"]), lanes=int(kept["lanes"]))
        if not cost.sane:
            raise ValueError("cost")
        salt, sealed = bytes.fromhex(kept["salt"]), base64.b64decode(kept["sealed"], validate=True)
        slots.append(Slot(str(kept["officer"]), str(kept["login"]), salt, cost, sealed, _own(kept.get("own"))))
    if not slots:
        raise ValueError("no slot")
    tries = {str(name): Tries(int(count), int(last)) for name, (count, last) in content["tries"].items()}
    recovery = content["recovery"]
    return VaultFile(tuple(slots), tries, (str(recovery[0]), str(recovery[1])) if recovery else None)


def _own_json(own: LockedKeys | None) -> dict[str, str] | None:
    if own is None:
        return None
    sealed = base64.b64encode(own.sealed).decode()
    return {"recipient": own.public.recipient, "signer": own.public.signer, "sealed": sealed}


def _own(kept: Any) -> LockedKeys | None:
    if kept is None:
        return None
    public = OwnPublic(str(kept["recipient"]), str(kept["signer"]))
    return LockedKeys(public, base64.b64decode(kept["sealed"], validate=True))
