"""This database's incarnation: its own key, and the mark it leaves outside the database.

A restored or rolled-back database would write again under numbers that others have already seen. So the ends of this replica's
chains are also kept in a file beside the database; where the two disagree, a new replica is begun before the first write.
"""

import json
from collections.abc import Callable, Mapping
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


def rolled_back(connection: Connection, folder: Path, replica: Replica) -> bool:
    """Whether the mark outside knows of writes that this database has lost, or of another incarnation.

    A missing or unreadable mark says nothing: power may have failed while it was written.
    """
    try:
        mark = json.loads((folder / MARK_FILE).read_text("utf-8"))
        marked = {stream: (int(seq), str(hash_)) for stream, (seq, hash_) in mark["tips"].items()}
        if mark["replica"] != replica.id:
            return True
    except (OSError, ValueError, KeyError, TypeError):
        return False
    for stream, (seq, hash_) in marked.items():
        inside = tip(connection, replica.id, stream)
        if inside[0] < seq or (inside[0] == seq and inside[1] != hash_):
            return True
    return False


def leave_mark(folder: Path, replica: Replica, tips: Mapping[str, tuple[int, str]]) -> None:
    """Write the ends of this replica's chains beside the database, by rename so that it is never half there."""
    path = folder / MARK_FILE
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps({"replica": replica.id, "tips": tips}), "utf-8")
    beside.replace(path)
