"""Opens a package: magic and size, decryption, certificates, signature, audience, limits, every change-set's own signature.

Nothing is written anywhere, and a refusal says what the file is and what to do (`app.sync.refusals`). The sender is checked
before the first change-set is kept in memory, so that a stranger cannot make this laptop work.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyrage
from pyrage import x25519

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.data.changeset import SCHEMA, ChangeSet, decode
from app.keys.certificates import Certificate
from app.keys.device import Device
from app.keys.signing import fingerprint, verify
from app.keys.trust import ABOVE, BELOW, OWN, Standing, Trust, TrustList
from app.sync import refusals
from app.sync.frames import (
    CERTIFICATE,
    CHANGE_SET,
    END,
    FORMAT,
    HEAD,
    LARGEST_FILE,
    MAGIC,
    MANIFEST,
    MOST_CERTIFICATES,
    SIGNATURE,
    TRUST,
    BadFrame,
    FrameSplitter,
)
from app.sync.manifest import DOWN, STATION_AUDIENCE, STREAMS, UP, Manifest, signed_by

_SENDERS = {UP: BELOW, DOWN: ABOVE, STATION_AUDIENCE: OWN}

TrustWith = Callable[[list[Certificate], list[TrustList]], Trust]
"""Gives what is believed here once a package's certificates and lists are added."""


@dataclass(slots=True)
class Package:
    """A package that was opened and found true. `left_out`: change-sets of it that nobody here may believe, by reason."""

    manifest: Manifest
    sender: Standing
    certificates: list[Certificate]
    lists: list[TrustList]
    change_sets: list[ChangeSet]
    left_out: dict[str, int]
    bytes: int


def open_package(path: Path, *, name: str, device: Device, trust_with: TrustWith, progress: Progress = SILENT) -> Package:
    """Open and check the package at `path`; `name` is what the officer knows the file by. Raises `UserError` "package.…"."""
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            _check_head(file, Path(name), size)
            opening = _Opening(name, device, trust_with, size, progress)
            _decrypt(file, opening, device, name)
    except FileNotFoundError as error:
        raise refusals.missing(Path(name)) from error
    except OSError as error:
        raise refusals.unreadable(Path(name)) from error
    return opening.result()


def check_start(path: Path) -> None:
    """Look at a file's first bytes only. Raises `UserError` when it is no package, cut short, too large or newer."""
    try:
        with path.open("rb") as file:
            _check_head(file, path, path.stat().st_size)
    except FileNotFoundError as error:
        raise refusals.missing(path) from error
    except OSError as error:
        raise refusals.unreadable(path) from error


def _check_head(file: BinaryIO, path: Path, size: int) -> None:
    start = file.read(HEAD)
    if not start.startswith(MAGIC):
        if start and MAGIC.startswith(start):
            raise refusals.truncated(path.name)
        raise refusals.not_a_package(path, start)
    if path.suffix.lower() == ".part":
        raise refusals.not_a_package(path, start)
    if len(start) < HEAD:
        raise refusals.truncated(path.name)
    if int.from_bytes(start[8:10], "big") > FORMAT:
        raise refusals.newer(path.name)
    length = int.from_bytes(start[10:], "big")
    if size > LARGEST_FILE:
        raise refusals.too_large(path.name)
    if size - HEAD < length:
        raise refusals.truncated(path.name)
    if size - HEAD > length or int.from_bytes(start[8:10], "big") < 1:
        raise refusals.altered(path.name)


def _decrypt(file: BinaryIO, opening: "_Opening", device: Device, name: str) -> None:
    try:
        pyrage.decrypt_io(file, opening, [x25519.Identity.from_str(device.identity)])
    except Exception as error:
        if opening.stopped is not None:
            raise opening.stopped from error
        if "No matching keys" in str(error):
            raise refusals.not_for_us(name, own_code=device.unit, own_letter=device.letter) from error
        if isinstance(error, pyrage.DecryptError | OSError):
            raise refusals.altered(name) from error
        raise


@dataclass(slots=True)
class _Opening:
    """Takes the decrypted bytes as they come and checks them in order; what stopped it is kept in `stopped`."""

    name: str
    device: Device
    trust_with: TrustWith
    size: int
    progress: Progress
    stopped: BaseException | None = None
    manifest: Manifest | None = None
    ended: bool = False
    _manifest_bytes: bytes = b""
    _sender: Standing | None = None
    _trust: Trust | None = None
    _splitter: FrameSplitter = field(init=False)
    _digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    _frames: int = 0
    _fed: int = 0
    _certificates: list[Certificate] = field(default_factory=list)
    _lists: list[TrustList] = field(default_factory=list)
    _changes: list[ChangeSet] = field(default_factory=list)
    _left_out: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._splitter = FrameSplitter(self._take)

    def write(self, data: bytes) -> int:
        """Called by the decryption with each authenticated piece."""
        if self.stopped is not None:
            raise self.stopped
        try:
            self._splitter.feed(data)
            self._fed += len(data)
            self.progress.step(self._fed, max(self.size, self._fed), N_("Opening the package"))
        except BadFrame as error:
            self.stopped = refusals.altered(self.name)
            raise self.stopped from error
        except BaseException as error:
            # The decryption would wrap it; the first reason is the one to tell.
            self.stopped = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def result(self) -> Package:
        """The package, once all has come."""
        if self.stopped is not None:
            raise self.stopped
        manifest, sender = self.manifest, self._sender
        if not self.ended or manifest is None or sender is None:
            raise refusals.altered(self.name)
        return Package(manifest, sender, self._certificates, self._lists, self._changes, self._left_out, self.size)

    def _take(self, kind: bytes, body: bytes) -> None:
        if self.ended:
            raise BadFrame
        if self.manifest is None:
            self._take_manifest(kind, body)
            return
        if kind == END:
            self._finish()
            return
        self._frames += 1
        self._digest.update(kind + len(body).to_bytes(4, "big") + body)
        if self._sender is None and self._frames > MOST_CERTIFICATES and kind in (CERTIFICATE, TRUST):
            raise BadFrame
        if kind == CERTIFICATE and self._sender is None:
            self._certificates.append(Certificate.from_json(_parsed(body)))
        elif kind == TRUST and self._sender is None:
            self._lists.append(TrustList.from_json(_parsed(body)))
        elif kind == CHANGE_SET:
            self._know_sender()
            self._take_change(body)
        elif kind.islower():
            self._know_sender()
        elif kind in (MANIFEST, SIGNATURE, CERTIFICATE, TRUST):
            raise BadFrame
        else:
            raise refusals.newer(self.name)

    def _take_manifest(self, kind: bytes, body: bytes) -> None:
        if kind == MANIFEST and not self._manifest_bytes:
            self._manifest_bytes = body
            return
        try:
            manifest = Manifest.decode(self._manifest_bytes)
        except ValueError as error:
            raise BadFrame from error
        if kind != SIGNATURE or not signed_by(self._manifest_bytes, body, manifest.device):
            raise BadFrame
        self.manifest = manifest

    def _know_sender(self) -> None:
        """Certificates have come; from here on only what a believed sender addressed to us is read."""
        if self._sender is not None or self.manifest is None:
            return
        manifest = self.manifest
        self._trust = self.trust_with(self._certificates, self._lists)
        own = self._trust.own
        sender = self._trust.laptop(manifest.device)
        if sender is None or sender.unit != manifest.unit:
            raise refusals.unknown_sender(
                self.name, unit=manifest.name, letter=manifest.letter, fingerprint=fingerprint(manifest.device)
            )
        if sender.revoked:
            raise refusals.revoked(self.name, unit=sender.name, letter=sender.letter)
        if manifest.audience_unit != own.unit or manifest.audience_key != own.key:
            raise refusals.wrong_audience(self.name, unit=manifest.audience_unit)
        if _SENDERS.get(manifest.audience) != sender.relation:
            raise refusals.wrong_audience(self.name, unit=manifest.audience_unit)
        self._sender = sender

    def _take_change(self, body: bytes) -> None:
        try:
            change = decode(body)
        except (UserError, RecursionError) as error:
            raise BadFrame from error
        if change.header.schema > SCHEMA:
            raise refusals.newer(self.name)
        reason = self._doubt(change)
        if reason:
            self._left_out[reason] = self._left_out.get(reason, 0) + 1
        else:
            self._changes.append(change)

    def _doubt(self, change: ChangeSet) -> str:
        """Why a change-set cannot be believed, or "". Each is signed by its own database, whoever carries it."""
        header, trust, sender = change.header, self._trust, self._sender
        if trust is None or sender is None or self.manifest is None:
            return "unknown_author"
        author = trust.database(header.replica)
        if author is None:
            return "unknown_author"
        if not verify(header.replica, header.canonical(), change.signature):
            return "signature"
        allowed = {OWN: STREAMS[STATION_AUDIENCE], BELOW: STREAMS[UP], ABOVE: STREAMS[DOWN]}[author.relation]
        if author.unit != header.unit or header.stream not in allowed or header.stream not in STREAMS[self.manifest.audience]:
            return "not_theirs"
        if sender.relation != OWN and author.unit != sender.unit:
            return "not_theirs"
        last = trust.last_believed(author, header.replica, header.stream)
        return "revoked" if last is not None and header.seq > last else ""

    def _finish(self) -> None:
        self._know_sender()
        manifest = self.manifest
        if manifest is None or self._digest.hexdigest() != manifest.digest or self._frames != manifest.frames:
            raise BadFrame
        if len(self._changes) + sum(self._left_out.values()) != manifest.change_sets:
            raise BadFrame
        self.ended = True


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadFrame from error
