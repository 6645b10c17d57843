"""The inbox: a file is copied from the stick before it is opened, so that a stick taken out early disturbs nothing.

What lies in the inbox is encrypted as it was on the stick, and is removed when it has been looked at.
"""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.files import require_writable, told
from app.core.i18n import N_
from app.core.progress import SILENT, Progress
from app.sync import refusals
from app.sync.reader import check_start

FOLDER = "inbox"
_PIECE = 1 << 20


@contextmanager
def staged(data_folder: Path, path: Path, *, progress: Progress = SILENT) -> Iterator[Path]:
    """A copy of the file at `path`, there while the block runs. Refuses at once what does not begin as a package does.

    Raises `UserError` "package.…", "file.no_room", "file.cannot_write".
    """
    check_start(path)
    folder = data_folder / FOLDER
    require_writable(folder, path.stat().st_size)
    copy = folder / "arriving.antq"
    try:
        _copy(path, copy, progress)
        yield copy
    finally:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)


def _copy(source: Path, target: Path, progress: Progress) -> None:
    try:
        file = source.open("rb")
        size = source.stat().st_size
    except OSError as error:
        raise refusals.unreadable(source) from error
    done = 0
    with file, told(target), target.open("wb") as copy:
        while True:
            try:
                piece = file.read(_PIECE)
            except OSError as error:
                raise refusals.unreadable(source) from error
            if not piece:
                return
            copy.write(piece)
            done += len(piece)
            progress.step(done, size, N_("Copying from the stick"))
