"""Writes a package: gathered in memory, encrypted, put beside its name as `.part`, pushed to the stick, read back, renamed.

Only then may somebody say that the stick can be taken out.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

import pyrage
from pyrage import x25519

from app.core.errors import UserError
from app.core.files import open_atomic, require_writable
from app.core.i18n import N_
from app.data.changeset import ChangeSet, encode
from app.keys.certificates import Certificate
from app.keys.signing import SigningKey
from app.keys.trust import TrustList
from app.sync.frames import CERTIFICATE, CHANGE_SET, END, MANIFEST, SIGNATURE, TRUST, frame, head
from app.sync.manifest import Manifest

PART_SIZE = 64 << 20
"""Bytes of change-sets in one package; what is left goes into the next. Well below 1 GB: a weak laptop opens it in memory."""


@dataclass(slots=True)
class Content:
    """What goes into one package. `places`: the last number of each (replica, stream); `records`: ids of touched records."""

    frames: list[bytes] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    records: set[str] = field(default_factory=set)
    size: int = 0

    def add(self, change: ChangeSet) -> None:
        """Take in one change-set."""
        encoded = encode(change)
        replica, stream, seq = change.place
        self.frames.append(frame(CHANGE_SET, encoded))
        self.size += len(encoded)
        self.places[replica, stream] = max(seq, self.places.get((replica, stream), 0))
        self.records |= {str(o.operation["r"]) for o in change.operations() if o.operation is not None}


@dataclass(frozen=True, slots=True)
class Written:
    """A package that is safely on the stick."""

    path: Path
    change_sets: int
    records: int
    bytes: int


def contents(changes: Iterable[ChangeSet]) -> Iterator[Content]:
    """Change-sets cut into packages of bounded size; always at least one, which may be empty."""
    content = Content()
    for change in changes:
        if content.size > PART_SIZE:
            yield content
            content = Content()
        content.add(change)
    yield content


def write_package(
    folder: Path,
    *,
    manifest: Manifest,
    key: SigningKey,
    recipients: Iterable[str],
    certificates: Iterable[Certificate],
    lists: Iterable[TrustList],
    content: Content,
) -> Written:
    """Write one package into `folder`. `manifest` comes without counts and digest; they are filled in here.

    Raises `UserError` "file.cannot_write", "file.no_room", "package.not_read_back"; then nothing is left under the final name.
    """
    frames = [frame(CERTIFICATE, _json(certificate.as_json())) for certificate in certificates]
    frames += [frame(TRUST, _json(found.as_json())) for found in lists]
    frames += content.frames
    digest = hashlib.sha256(b"".join(frames)).hexdigest()
    full = replace(manifest, change_sets=len(content.frames), frames=len(frames), digest=digest)
    plain = frame(MANIFEST, full.encode()) + frame(SIGNATURE, full.sign(key)) + b"".join(frames) + frame(END, b"")
    sealed = BytesIO()
    pyrage.encrypt_io(BytesIO(plain), sealed, [x25519.Recipient.from_str(recipient) for recipient in recipients])
    length = sealed.tell()
    start = head(length)
    require_writable(folder, len(start) + length)
    path = folder / file_name(full)
    with open_atomic(path) as file:
        file.write(start)
        file.write(sealed.getbuffer())
        file.flush()
        os.fsync(file.fileno())
        _read_back(Path(file.name), hashlib.sha256(start + sealed.getbuffer()).digest())
    return Written(path, len(content.frames), len(content.records), len(start) + length)


def file_name(manifest: Manifest) -> str:
    """`CODE-A-000012-20261123.antq`: unit, laptop, number, date; no personal data."""
    date = manifest.written[:10].replace("-", "")
    return f"{manifest.unit}-{manifest.letter}-{manifest.number:06d}-{date}.antq"


def free_number(folder: Path, first: int, *, unit: str, letter: str) -> int:
    """The first number from `first` on of which no package of this laptop lies in the folder: none is ever written over."""
    start = f"{unit}-{letter}-"
    taken = {name.removeprefix(start).split("-")[0] for name in os.listdir(folder) if name.startswith(start)}
    number = first
    while f"{number:06d}" in taken:
        number += 1
    return number


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


def _read_back(path: Path, expected: bytes) -> None:
    """Read what was written from the stick itself, past what the operating system remembers of it where it can be told to."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    if digest.digest() != expected:
        raise UserError(
            "package.not_read_back",
            N_("What was written to {folder} does not read back as it was written. The stick is failing: take another one."),
            folder=path.parent,
        )
