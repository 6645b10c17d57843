"""What a file really is, told by its content and never by its name; what cannot be taken in is refused in words, unread."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from app.core.errors import UserError
from app.core.i18n import N_
from app.intake import csv_file
from app.intake.parts import DamagedError, Parts, TooMuchError

Kind = Literal["xlsx", "ods", "xls", "csv"]
"""`xlsx` stands for .xlsm too, `csv` for any text with a sign between its columns."""

KINDS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"
"""For a dialog that chooses files."""
LARGEST_ZIP = 200 << 20
"""Bytes on disk; what makes a workbook so large are pictures, which nobody unpacks."""
LARGEST_OLD = 64 << 20
"""Bytes on disk of an .xls, which is read whole."""
LARGEST_TEXT = 24 << 20
"""Bytes of a text, which takes ten times as much once it is cells."""
LARGEST_UNPACKED = 800 << 20
"""Bytes of all parts of a zipped workbook together, as it says of itself."""
LARGEST_RATIO = 300
"""Unpacked to packed of one part: XML of a million empty rows comes to 100, a bomb to a thousand."""
_LARGE_PART = 10 << 20

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_SHEET = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_PICTURES = (
    (b"\xff\xd8\xff", 0),
    (b"\x89PNG\r\n\x1a\n", 0),
    (b"WEBP", 8),
    (b"GIF8", 0),
    (b"II*\0", 0),
    (b"MM\0*", 0),
    (b"ftyp", 4),
)
_WEB = (b"<html", b"<!doctype", b"<table", b"<head", b"<meta", b"<style", b"mime-version", b"<?xml")
_HEAD = 4096
_OWNER = "~$"


_REFUSED: Mapping[str, str] = {
    "intake.locked": N_("{name} is open in Excel or another program. Close it there and try again."),
    "intake.unreadable": N_(
        "{name} could not be read to its end. If it lies on a USB stick, copy it to this computer and try again."
    ),
    "intake.broken": N_("{name} is damaged or was not copied whole. Copy it again, or open it in Excel and save it."),
    "intake.bomb": N_(
        "{name} would unpack to more than this computer can hold. It was not opened; it may have been made to do harm."
    ),
    "intake.password": N_("{name} is locked by a password. Open it in Excel, take the password away and save it."),
    "intake.word": N_("{name} is a Word document, not a workbook. Copy its table into Excel and save it there."),
    "intake.other_kind": N_("{name} was saved in a form that is not read here. Open it in Excel and save it as .xlsx."),
    "intake.not_a_workbook": N_("{name} is no workbook, whatever its name says. Choose an Excel, ODS or CSV file."),
}
"""What is said from several places, by its code."""


def refused(path: Path, code: str) -> UserError:
    """What to say of a file that is not read."""
    return UserError(code, _REFUSED[code], name=path.name)


def kind_of(path: Path) -> Kind:
    """Which reader takes this file.

    Raises `UserError`: "intake.missing", "intake.folder", "intake.locked", "intake.unreadable", "intake.owner_file",
    "intake.empty_file", "intake.too_large", "intake.bomb", "intake.password", "intake.broken", "intake.word", "intake.pdf",
    "intake.picture", "intake.web_page", "intake.other_kind", "intake.archive", "intake.not_a_workbook".
    """
    head, size = _head(path)
    if path.name.startswith(_OWNER):
        raise UserError(
            "intake.owner_file",
            N_("{name} only marks that somebody has {book} open in Excel. Close it there and choose {book} itself."),
            name=path.name,
            book=path.name.removeprefix(_OWNER),
        )
    if size == 0:
        raise UserError(
            "intake.empty_file", N_("{name} is empty: it has no bytes. Copy it again from where it came from."), name=path.name
        )
    most = LARGEST_ZIP if head.startswith(_ZIP) else LARGEST_OLD if head.startswith(_COMPOUND) else LARGEST_TEXT
    if size > most:
        raise UserError(
            "intake.too_large", N_("{name} is too large for a register. Split it into smaller workbooks."), name=path.name
        )
    if head.startswith(_ZIP):
        return _zipped(path)
    if head.startswith(_COMPOUND):
        return _compound(path)
    _refuse_others(path, head)
    if csv_file.is_text(head, named_so=path.suffix.lower() in csv_file.SUFFIXES):
        return "csv"
    raise refused(path, "intake.not_a_workbook")


def _head(path: Path) -> tuple[bytes, int]:
    if path.is_dir():
        raise UserError("intake.folder", N_("{name} is a folder. Choose the workbook in it."), name=path.name)
    try:
        with path.open("rb") as file:
            return file.read(_HEAD), path.stat().st_size
    except FileNotFoundError:
        raise UserError("intake.missing", N_("{name} is not there any more. Choose it again."), name=path.name) from None
    except PermissionError:
        raise refused(path, "intake.locked") from None
    except OSError:
        raise refused(path, "intake.unreadable") from None


def _zipped(path: Path) -> Kind:
    try:
        with Parts(path) as parts:
            return _kind_of_zip(path, parts)
    except DamagedError:
        raise refused(path, "intake.broken") from None
    except TooMuchError:
        raise refused(path, "intake.bomb") from None
    except OSError:
        raise refused(path, "intake.unreadable") from None


def _kind_of_zip(path: Path, parts: Parts) -> Kind:
    infos = parts.infos.values()
    if sum(part.file_size for part in infos) > LARGEST_UNPACKED or any(
        part.file_size > _LARGE_PART and part.file_size > LARGEST_RATIO * max(1, part.compress_size) for part in infos
    ):
        raise TooMuchError
    if any(part.flag_bits & 1 for part in infos) or "encrypted-package" in parts:
        raise refused(path, "intake.password")
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if "xl/workbook.bin" in parts:
        raise refused(path, "intake.other_kind")
    if any(name.startswith("word/") for name in parts.infos):
        raise refused(path, "intake.word")
    if "content.xml" in parts:
        said = parts.whole("mimetype", _HEAD) if "mimetype" in parts else b""
        if said and b"spreadsheet" not in said:
            raise refused(path, "intake.word") if b"text" in said else refused(path, "intake.not_a_workbook")
        if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.whole("META-INF/manifest.xml", _LARGE_PART):
            raise refused(path, "intake.password")
        return "ods"
    if "[Content_Types].xml" in parts or "mimetype" in parts:
        raise refused(path, "intake.not_a_workbook")
    raise UserError("intake.archive", N_("{name} is a packed archive. Unpack it and choose the workbook in it."), name=path.name)


def _compound(path: Path) -> Kind:
    """An old .xls, a workbook locked by a password, an old Word file: all begin alike and differ in the streams they hold."""
    try:
        content = path.read_bytes()
    except OSError:
        raise refused(path, "intake.unreadable") from None
    if _has_stream(content, "EncryptedPackage"):
        raise refused(path, "intake.password")
    if _has_stream(content, "Workbook") or _has_stream(content, "Book"):
        return "xls"
    if _has_stream(content, "WordDocument"):
        raise refused(path, "intake.word")
    raise refused(path, "intake.not_a_workbook")


def _has_stream(content: bytes, name: str) -> bool:
    """Whether the directory of a compound file names a stream: entries of 128 bytes, the name first, its length at byte 64."""
    sought = (name + "\0").encode("utf-16-le")
    place = content.find(sought)
    while place >= 0:
        if place % 128 == 0 and content[place + 64 : place + 66] == len(sought).to_bytes(2, "little"):
            return True
        place = content.find(sought, place + 2)
    return False


def _refuse_others(path: Path, head: bytes) -> None:
    if head.startswith(_BARE_SHEET):
        raise refused(path, "intake.other_kind")
    if b"%PDF-" in head[:1024]:
        raise UserError(
            "intake.pdf", N_("{name} is a PDF, not a workbook. Choose the Excel file that it was printed from."), name=path.name
        )
    if any(head.startswith(magic, place) for magic, place in _PICTURES):
        raise UserError(
            "intake.picture",
            N_("{name} is a picture, not a workbook. What stands in a picture cannot be taken in."),
            name=path.name,
        )
    if head.startswith(b"{\\rtf"):
        raise refused(path, "intake.word")
    if head.startswith((_EMPTY_ZIP, b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise UserError(
            "intake.archive", N_("{name} is a packed archive. Unpack it and choose the workbook in it."), name=path.name
        )
    text = head.decode("utf-16", errors="ignore").encode() if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
    said = text.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if said.startswith(_WEB):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in said and b"<html" not in said:
            raise refused(path, "intake.other_kind")
        raise UserError(
            "intake.web_page",
            N_("{name} is a web page under the name of a workbook. Open it in Excel and save it as .xlsx."),
            name=path.name,
        )
