"""One place where the database's own errors become either a sentence for the user or a bug."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from app.core.errors import Cancelled, UserError
from app.core.i18n import N_

_SENTENCES = {
    "SQLITE_BUSY": ("data.in_use", N_("The data is being used by another window or program. Close it there and try again.")),
    "SQLITE_LOCKED": ("data.in_use", N_("The data is being used by another window or program. Close it there and try again.")),
    "SQLITE_FULL": ("data.no_room", N_("The disk is full; nothing was saved. Free some room and save again.")),
    "SQLITE_IOERR": ("data.disk", N_("The disk could not be read or written; nothing was saved. Check the disk and try again.")),
    "SQLITE_READONLY": ("data.read_only", N_("The data folder cannot be written to. Check the rights on the folder.")),
    "SQLITE_CANTOPEN": ("data.cannot_open", N_("The data file cannot be opened. Check that the folder exists and can be read.")),
    "SQLITE_CORRUPT": ("data.damaged", N_("The data file is damaged. Restore the latest backup; do not go on working with it.")),
    "SQLITE_NOTADB": ("data.wrong_key", N_("The data file does not open with this key, or it is damaged.")),
}


def damaged() -> UserError:
    """The data file cannot be trusted any more."""
    return UserError(*_SENTENCES["SQLITE_CORRUPT"])


@contextmanager
def told() -> Iterator[None]:
    """Turn database errors the user can mend into `UserError`, an interrupted query into `Cancelled`; let bugs pass."""
    try:
        yield
    except (sqlite.Error, DBAPIError) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        name = getattr(original, "sqlite_errorname", "") or ""
        if name.startswith("SQLITE_INTERRUPT"):
            raise Cancelled from error
        for prefix, (code, sentence) in _SENTENCES.items():
            if name.startswith(prefix):
                raise UserError(code, sentence) from error
        raise
