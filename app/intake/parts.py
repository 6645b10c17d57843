"""The parts of a zipped workbook, unpacked piece by piece and counted as they come: what a zip says of its own sizes may be a lie.

Whoever reads a workbook afterwards unpacks without counting, so a part is only left to others once it was read here to its end.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

CHUNK = 1 << 20
"""Bytes handed out at once, at most."""
MOST_PARTS = 10_000
_LOCAL_HEADER = struct.Struct("<4s22x2H")
_MAGIC = b"PK\x03\x04"


class DamagedError(Exception):
    """The zip cannot be followed: cut short, overwritten, or packed in a way no workbook is."""


class TooMuchError(Exception):
    """A part unpacks to more than it may, or to more than it says."""


class Parts:
    """An open zip. Names are as workbooks use them: with slashes, without one in front."""

    def __init__(self, path: Path) -> None:
        """Raises `DamagedError`, and `OSError` when the file cannot be opened."""
        self._file: BinaryIO = path.open("rb")
        try:
            with zipfile.ZipFile(self._file) as packed:
                found = packed.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError) as error:
            self._file.close()
            raise DamagedError from error
        if len(found) > MOST_PARTS:
            self._file.close()
            raise TooMuchError
        self.infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in found}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return name in self.infos

    def size(self, name: str) -> int:
        """Bytes of a part as the zip says; `chunks` holds it to that."""
        return self.infos[name].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part from its first byte to its last. Raises `DamagedError`, and `TooMuchError` above what the zip says."""
        info = self.infos[name]
        self._file.seek(info.header_offset)
        header = self._file.read(_LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size or not header.startswith(_MAGIC):
            raise DamagedError
        _, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        self._file.seek(info.header_offset + _LOCAL_HEADER.size + name_length + extra_length)
        if info.compress_type == zipfile.ZIP_STORED:
            pieces = self._stored(info.compress_size)
        elif info.compress_type == zipfile.ZIP_DEFLATED:
            pieces = self._inflated(info.compress_size)
        else:
            raise DamagedError
        said = 0
        for piece in pieces:
            said += len(piece)
            if said > info.file_size:
                raise TooMuchError
            yield piece
        if said != info.file_size:
            raise DamagedError

    def whole(self, name: str, most: int) -> bytes:
        """All of a part of at most so many bytes. Raises what `chunks` raises, and `TooMuchError` above them."""
        if self.size(name) > most:
            raise TooMuchError
        return b"".join(self.chunks(name))

    def _stored(self, packed: int) -> Iterator[bytes]:
        while packed > 0 and (piece := self._file.read(min(CHUNK, packed))):
            packed -= len(piece)
            yield piece

    def _inflated(self, packed: int) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        left = b""
        # Others may read from the same file in between, so the place is kept here and not there.
        place = self._file.tell()
        try:
            while not inflater.eof:
                if not left and packed:
                    self._file.seek(place)
                    left = self._file.read(min(CHUNK // 4, packed))
                    packed = packed - len(left) if left else 0
                    place = self._file.tell()
                piece = inflater.decompress(left, CHUNK)
                left = inflater.unconsumed_tail
                if piece:
                    yield piece
                elif not left and not packed and not inflater.eof:
                    raise DamagedError
        except zlib.error as error:
            raise DamagedError from error
