"""Files that are either wholly there or not there at all.

A power cut or a full stick must not leave half a package or half a report under its final name, so a file is written beside it
as `.part`, pushed to the disk, and only then renamed.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from app.core.errors import UserError
from app.core.i18n import N_

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_MARGIN = 1 << 20
"""Bytes left free beside what is written: file systems need some for themselves."""


def write_atomic(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file whole. Raises `UserError` "file.no_room" or "file.cannot_write"; what stood at `path` then still does.

    An error raised while `content` is produced, `Cancelled` too, passes through and leaves nothing behind.
    """
    with open_atomic(path) as file:
        for chunk in (content,) if isinstance(content, bytes) else content:
            with told(path):
                file.write(chunk)


@contextmanager
def open_atomic(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that gets its name only when the block ends well. Raises as `write_atomic` does."""
    part = path.with_name(path.name + ".part")
    with told(path):
        file = part.open("w+b")
    try:
        with file:
            yield cast(BinaryIO, file)
            with told(path):
                file.flush()
                os.fsync(file.fileno())
        with told(path):
            part.replace(path)
            sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def free_space(folder: Path) -> int:
    """Free bytes on the disk that holds `folder`, which may not exist yet. Raises `UserError` "file.cannot_write"."""
    with told(folder):
        return shutil.disk_usage(_existing(folder)).free


def require_writable(folder: Path, bytes_needed: int) -> None:
    """Make sure before work starts that `folder` can take so many bytes; creates it where it is missing.

    Raises `UserError` "file.cannot_write" or "file.no_room".
    """
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".so-antq.part"
        try:
            probe.write_bytes(b"")
        finally:
            probe.unlink(missing_ok=True)
    if free_space(folder) < bytes_needed + _MARGIN:
        raise _no_room(folder)


def sync_folder(folder: Path) -> None:
    """Push a folder's list of names to the disk, so that a rename survives a power cut. Windows does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Sticks formatted as FAT or exFAT may not offer this for folders; the file's own content is safe already.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the operating system says about writing `path` into a `UserError`."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise _no_room(path) from error
        raise UserError(
            "file.cannot_write",
            N_("{path} cannot be written. Check that the folder is there, that the stick is not locked and the file not open."),
            path=path,
        ) from error


def _no_room(path: Path) -> UserError:
    sentence = N_("There is not enough room to write {path}. Free some room or take another stick.")
    return UserError("file.no_room", sentence, path=path)


def _existing(folder: Path) -> Path:
    for candidate in (folder, *folder.parents):
        if candidate.exists():
            return candidate
    return folder
