"""This database's incarnation: its own key, and the mark it leaves outside the database.

A restored or rolled-back database would write again under numbers that others have already seen. So the ends of this replica's
chains are also kept in a file beside the database; where the two disagree, a new replica is begun before the first write.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.core.randomness import Randomness
from app.data.journal import tip
from app.data.local import read_local, write_local
from app.keys.signing import SigningKey

MARK_FILE = "heads.json"
_KEY = "replica"

Tips = Mapping[str, tuple[int, str]]
"""By stream: place and hash of the last change-set."""
Mark = tuple[str, Tips]
"""The id of a replica and the ends of its chains."""

Certify = Callable[[str], Mapping[str, Any]]
"""Given a replica's public key: the certificate by which this laptop's device vouches for it."""


@dataclass(frozen=True, slots=True)
class Replica:
    """One incarnation of one database. `id` is its public key in hex."""

    id: str
    unit: str
    key: SigningKey

    def sign(self, data: bytes) -> bytes:
        return self.key.sign(data)


def begin_replica(connection: Connection, unit: str, certify: Certify, randomness: Randomness) -> Replica:
    """Start a new incarnation and remember its key and certificate; certificates of earlier ones are kept."""
    key = SigningKey.generate(randomness)
    write_local(connection, _KEY, {"unit": unit, "secret": key.to_bytes().hex()})
    write_local(connection, f"certificate:{key.public}", dict(certify(key.public)))
    return Replica(key.public, unit, key)


def current_replica(connection: Connection) -> Replica | None:
    """The incarnation this database last wrote as; `None` in a database just made."""
    kept = read_local(connection, _KEY)
    if kept is None:
        return None
    key = SigningKey.from_bytes(bytes.fromhex(kept["secret"]))
    return Replica(key.public, kept["unit"], key)


def read_mark(folder: Path) -> Mark | None:
    """The mark in a folder. A missing or unreadable one says nothing: power may have failed while it was written."""
    try:
        mark = json.loads((folder / MARK_FILE).read_text("utf-8"))
        return str(mark["replica"]), {str(stream): (int(seq), str(hash_)) for stream, (seq, hash_) in mark["tips"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def rolled_back(connection: Connection, mark: Mark, replica: Replica) -> bool:
    """Whether the mark outside knows of writes that this database has lost, or of another incarnation."""
    marked, tips = mark
    if marked != replica.id:
        return True
    for stream, (seq, hash_) in tips.items():
        inside = tip(connection, replica.id, stream)
        if inside[0] < seq or (inside[0] == seq and inside[1] != hash_):
            return True
    return False


def leave_mark(folder: Path, replica: str, tips: Tips) -> None:
    """Write the ends of this replica's chains beside the database, by rename so that it is never half there.

    What it marks is already on disk, so a mark that cannot be written is no failure: the one before still tells of older writes.
    """
    path = folder / MARK_FILE
    beside = path.with_suffix(".part")
    try:
        beside.write_text(json.dumps({"replica": replica, "tips": tips}), "utf-8")
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
