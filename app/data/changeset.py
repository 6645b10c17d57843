"""Signed change-sets: what the journal is made of and what travels.

A change-set is a header, a compressed payload of operations, and a signature over the header. The payload is lines, one an
operation: 32 hex digits of salt, a space, the operation as canonical JSON; or, once purged, `-` and the operation's hash. The
operation's hash is SHA-256(salt ‖ JSON); the header holds the hash over the list of these hashes, so that blanking one
operation with its salt breaks neither signature nor chain. The first 16 bytes of the hash, in base64, are the *version* that
the operation creates.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.canonical import canonical_json
from app.core.errors import UserError
from app.core.i18n import N_
from app.core.randomness import Randomness

SCHEMA = 2
"""Version of the operations' format. A reader refuses a greater one and says which program it needs."""

MAX_OPERATIONS = 500
MAX_PAYLOAD = 256 * 1024
"""Bytes of a payload before compression; a single larger operation still gets a change-set of its own."""
HARD_LIMIT = 8 * 1024 * 1024
"""Bytes after decompression beyond which a foreign payload is refused unread."""

Operation = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Header:
    """What is signed. `seq` counts from 1 in each (replica, stream); `stamp` is a hybrid clock; `wall` is ISO local time."""

    replica: str
    unit: str
    stream: str
    seq: int
    author: str
    reason: str
    stamp: int
    wall: str
    schema: int
    prev_hash: str
    payload_hash: str
    batch: str

    def canonical(self) -> bytes:
        """The bytes that are hashed and signed."""
        return canonical_json(self.as_dict())

    def as_dict(self) -> dict[str, Any]:
        """The fields by name."""
        return {name: getattr(self, name) for name in HEADER_FIELDS}


HEADER_FIELDS = tuple(Header.__annotations__)


@dataclass(frozen=True, slots=True)
class SealedOperation:
    """An operation as it stands in a payload: its version, and the operation itself unless it was purged."""

    version: str
    operation: Operation | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One change-set as kept and carried. Its identity is `hash`; (replica, stream, seq) is only its place."""

    header: Header
    payload: bytes
    signature: bytes

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.header.canonical()).hexdigest()

    @property
    def place(self) -> tuple[str, str, int]:
        return (self.header.replica, self.header.stream, self.header.seq)

    def operations(self) -> list[SealedOperation]:
        """The operations in order. Raises `UserError` when the payload is not the one the header speaks of."""
        digests = []
        operations = []
        for digest, text in _lines(self.payload):
            digests.append(digest)
            operations.append(SealedOperation(version_of(digest), None if text is None else _parsed(text)))
        if _payload_hash(digests) != self.header.payload_hash:
            raise _damaged()
        return operations


def version_of(digest: bytes) -> str:
    """The version an operation of this hash creates: 22 characters."""
    return base64.urlsafe_b64encode(digest[:16]).decode().rstrip("=")


def seal(operation: Operation, randomness: Randomness) -> tuple[str, bytes]:
    """The version an operation will have and the payload line that carries it."""
    text = canonical_json(operation)
    salt = randomness.bytes(16)
    digest = hashlib.sha256(salt + text).digest()
    return version_of(digest), salt.hex().encode() + b" " + text


def build_payload(lines: Sequence[bytes]) -> tuple[bytes, str]:
    """Compressed payload and its hash for the header."""
    payload = zlib.compress(b"\n".join(lines), 6)
    return payload, _payload_hash([_digest(line) for line in lines])


def blank(payload: bytes, versions: set[str]) -> bytes:
    """The payload with the operations of these versions blanked for good: their salt and text are gone, their hash stays."""
    lines = []
    for line in _decompress(payload).split(b"\n"):
        digest = _digest(line)
        lines.append(b"-" + digest.hex().encode() if version_of(digest) in versions else line)
    return zlib.compress(b"\n".join(lines), 6)


def encode(change_set: ChangeSet) -> bytes:
    """The bytes that travel: header length, header, signature, payload."""
    header = change_set.header.canonical()
    return len(header).to_bytes(4, "big") + header + change_set.signature + change_set.payload


def decode(data: bytes) -> ChangeSet:
    """Read what `encode` wrote. Raises `UserError` "package.altered" on anything else; signatures are checked by `sync`."""
    size = int.from_bytes(data[:4], "big")
    header_bytes, signature, payload = data[4 : 4 + size], data[4 + size : 68 + size], data[68 + size :]
    try:
        header = Header(**_parsed(header_bytes))
        same = header.canonical() == header_bytes
    except (ValueError, TypeError) as error:
        raise _damaged() from error
    for name, kind in Header.__annotations__.items():
        if type(getattr(header, name)) is not kind:
            raise _damaged()
    if len(signature) != 64 or not same:
        raise _damaged()
    return ChangeSet(header, payload, signature)


def readable(data: bytes) -> bytes:
    """The operations within an encoded change-set as text; nothing when it cannot be unpacked."""
    try:
        return _decompress(decode(data).payload)
    except UserError:
        return b""


def _lines(payload: bytes) -> Iterator[tuple[bytes, bytes | None]]:
    for line in _decompress(payload).split(b"\n"):
        digest = _digest(line)
        yield digest, None if line.startswith(b"-") else line[33:]


def _parsed(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged() from error
    if not isinstance(found, dict):
        raise _damaged()
    return found


def _digest(line: bytes) -> bytes:
    try:
        if line.startswith(b"-"):
            digest = bytes.fromhex(line[1:].decode("ascii"))
            if len(digest) != 32:
                raise _damaged()
            return digest
        salt = bytes.fromhex(line[:32].decode("ascii"))
        if line[32:33] != b" " or len(salt) != 16:
            raise _damaged()
        return hashlib.sha256(salt + line[33:]).digest()
    except ValueError as error:
        raise _damaged() from error


def _payload_hash(digests: Sequence[bytes]) -> str:
    return hashlib.sha256(b"".join(digests)).hexdigest()


def _decompress(payload: bytes) -> bytes:
    try:
        engine = zlib.decompressobj()
        data = engine.decompress(payload, HARD_LIMIT)
    except zlib.error as error:
        raise _damaged() from error
    if engine.unconsumed_tail or engine.unused_data or not engine.eof:
        raise _damaged()
    return data


def _damaged() -> UserError:
    return UserError(
        "package.altered",
        N_("Part of what was received has been altered or damaged. Nothing of it was taken in; ask for the package again."),
    )
