"""What a file really is, told by its content and never by its name; what cannot be taken in is refused in words before it is read."""

import zipfile
from pathlib import Path
from typing import Literal

from app.core.errors import UserError
from app.core.i18n import N_

Kind = Literal["zip", "xls", "csv"]
"""`zip` stands for .xlsx, .xlsm and .ods alike."""

LARGEST_FILE = 200 << 20
"""Bytes on disk."""
LARGEST_UNPACKED = 800 << 20
"""Bytes of all parts of a zipped workbook together; more fills the memory of a laptop."""
LARGEST_RATIO = 1000
"""Unpacked to packed of one part: XML of a million empty rows comes to 200, a bomb to many thousands."""
_LARGE_PART = 10 << 20

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LEGACY_BOOK = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"mime-version")
_HEAD = 4096


def kind_of(path: Path) -> Kind:
    """Which reader takes this file.

    Raises `UserError`: "intake.locked", "intake.missing", "intake.empty_file", "intake.too_large", "intake.bomb",
    "intake.password", "intake.not_a_workbook", "intake.web_page".
    """
    head, size = _head(path)
    if size == 0:
        raise UserError("intake.empty_file", N_("{name} is empty: it has no bytes. Copy it again from where it came from."), name=path.name)
    if size > LARGEST_FILE:
        raise UserError("intake.too_large", N_("{name} is too large for a register. Split it into smaller workbooks."), name=path.name)
    if head.startswith(_ZIP):
        _check_zip(path)
        return "zip"
    if head.startswith(_COMPOUND):
        return _compound(path)
    if head.startswith(_LEGACY_BOOK):
        return "xls"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_MARKUP):
        raise UserError(
            "intake.web_page",
            N_("{name} is a web page under the name of a workbook. Open it in Excel and save it as .xlsx."),
            name=path.name,
        )
    if b"\x00" in head.replace(b"\x00\x00", b"\x01") and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _no_workbook(path)
    if path.suffix.lower() not in (".csv", ".txt", ".tsv"):
        raise _no_workbook(path)
    return "csv"


def _head(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD), path.stat().st_size
    except FileNotFoundError:
        raise UserError("intake.missing", N_("{name} is not there any more."), name=path.name) from None
    except PermissionError:
        raise UserError(
            "intake.locked", N_("{name} is open in another program. Close it there and try again."), name=path.name
        ) from None
    except IsADirectoryError:
        raise UserError("intake.folder", N_("{name} is a folder. Choose the workbook in it."), name=path.name) from None


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UserError("intake.broken", N_("{name} is damaged: it was not copied whole. Copy it again."), name=path.name) from None
    names = {part.filename for part in parts}
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED or any(
        part.file_size > _LARGE_PART and part.file_size > LARGEST_RATIO * max(1, part.compress_size) for part in parts
    ):
        raise UserError(
            "intake.bomb",
            N_("{name} would unpack to more than this computer can hold. It was not opened; it may have been made to do harm."),
            name=path.name,
        )
    if any(part.flag_bits & 1 for part in parts):
        raise _password(path)
    if not ("xl/workbook.xml" in names or "xl/workbook.bin" in names or "content.xml" in names):
        raise _no_workbook(path)


def _compound(path: Path) -> Kind:
    """An old .xls, a workbook locked by a password, or an old Word file: all begin alike."""
    directory = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in directory:
        raise _password(path)
    if "Workbook".encode("utf-16-le") in directory or "Book".encode("utf-16-le") in directory:
        return "xls"
    raise _no_workbook(path)


def _password(path: Path) -> UserError:
    return UserError(
        "intake.password", N_("{name} is locked by a password. Open it in Excel, take the password away and save it."), name=path.name
    )


def _no_workbook(path: Path) -> UserError:
    return UserError(
        "intake.not_a_workbook", N_("{name} is no workbook, whatever its name says. Choose an Excel, ODS or CSV file."), name=path.name
    )
