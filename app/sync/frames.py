"""Frames: how the content of a package is cut into pieces, and the limits each keeps to. The format is told in `app.sync`."""

from collections.abc import Callable

from app.data.changeset import HARD_LIMIT

MAGIC = b"ANTQ\r\n\x1a\n"
FORMAT = 1
HEAD = len(MAGIC) + 2 + 8

MANIFEST = b"M"
SIGNATURE = b"S"
CERTIFICATE = b"C"
TRUST = b"T"
CHANGE_SET = b"J"
END = b"E"

LARGEST_FILE = 1 << 30
"""Bytes of a package beyond which it is refused unread."""
_LIMITS = {
    MANIFEST: 16 << 20,
    SIGNATURE: 64,
    CERTIFICATE: 1 << 14,
    TRUST: 4 << 20,
    CHANGE_SET: HARD_LIMIT,
    END: 0,
}
MOST_CERTIFICATES = 10_000
"""Certificates and trust lists of one package, which are read before the sender is known."""
_OTHER_LIMIT = 256 << 20


class BadFrame(Exception):  # noqa: N818 -- the reader turns it into the sentence that fits
    """What came is no frame, or one larger than its kind may be."""


def head(length: int) -> bytes:
    """The bytes before the age file, which is `length` bytes long."""
    return MAGIC + FORMAT.to_bytes(2, "big") + length.to_bytes(8, "big")


def frame(kind: bytes, body: bytes) -> bytes:
    """One frame as it is written."""
    return kind + len(body).to_bytes(4, "big") + body


class FrameSplitter:
    """Hands every whole frame on to `take(kind, body)`, in order; takes bytes in any pieces."""

    def __init__(self, take: Callable[[bytes, bytes], None]) -> None:
        self._take = take
        self._waiting = bytearray()

    def feed(self, data: bytes) -> None:
        """Raises `BadFrame`, and whatever `take` raises."""
        self._waiting += data
        start = 0
        while len(self._waiting) - start >= 5:
            kind = bytes(self._waiting[start : start + 1])
            size = int.from_bytes(self._waiting[start + 1 : start + 5], "big")
            if not kind.isalpha() or size > _LIMITS.get(kind, _OTHER_LIMIT):
                raise BadFrame
            if len(self._waiting) - start - 5 < size:
                break
            body = bytes(self._waiting[start + 5 : start + 5 + size])
            start += 5 + size
            self._take(kind, body)
        del self._waiting[:start]

    def finish(self) -> None:
        """Raises `BadFrame` when the last frame is not whole."""
        if self._waiting:
            raise BadFrame
