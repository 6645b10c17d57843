"""One program at a time on one data folder: a lock the operating system lets go of by itself when the program ends."""

import json
import os
import platform
import sys
from pathlib import Path
from typing import BinaryIO

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.files import told
from app.core.i18n import N_

FILE_NAME = "in-use.json"
_LOCKED_BYTE = 1 << 16
"""Far behind the file's text: Windows does not let others read a locked byte, and the text must stay readable."""


class FolderLock:
    """Held while somebody works on the folder; `release` gives it back."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Raises `UserError` "data.in_use" naming machine, process and time when somebody else has the folder open."""
        path = folder / FILE_NAME
        with told(path):
            folder.mkdir(parents=True, exist_ok=True)
            file = path.open("r+b" if path.exists() else "w+b")
        if not _try_lock(file):
            holder = _holder(file)
            file.close()
            raise UserError(
                "data.in_use",
                N_(
                    "This book is already open on {host} since {since} (process {pid}). "
                    "Close it there first, or go on working in that window."
                ),
                **holder,
            )
        with told(path):
            file.truncate(0)
            about = {"host": platform.node(), "pid": os.getpid(), "since": f"{clock.now():%H:%M %d/%m/%Y}"}
            file.write(json.dumps(about).encode())
            file.flush()
        self._file: BinaryIO | None = file

    def release(self) -> None:
        """Let others in; harmless when done before."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _holder(file: BinaryIO) -> dict[str, object]:
    try:
        file.seek(0)
        about = json.loads(file.read())
        return {name: about[name] for name in ("host", "pid", "since")}
    except (OSError, ValueError, KeyError, TypeError):
        return {"host": platform.node(), "pid": "?", "since": "?"}


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: BinaryIO) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        file.seek(0)
        return True

else:
    import fcntl

    def _try_lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
