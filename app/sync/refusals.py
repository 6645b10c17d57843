"""Why a file is not taken in, each with what it is and what to do. Nothing of a refused file reaches the database."""

import re
from pathlib import Path

from app.core.errors import UserError
from app.core.i18n import N_

_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"MSCF",
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_PROGRAM_ENDINGS = {
    ".exe", ".com", ".scr", ".bat", ".cmd", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".ps1", ".msi", ".pif", ".hta", ".jar",
}
_OFFICE_ENDINGS = {".xlsx", ".xlsm", ".docx", ".docm", ".pptx", ".xls", ".doc", ".pdf", ".csv", ".jpg", ".png", ".txt"}
_SHORTCUT = b"\x4c\x00\x00\x00\x01\x14\x02\x00"
NAME = re.compile(r"([A-Z0-9]+(?:-[A-Z0-9]+)*?)-([A-Z]{1,2})-(\d{6,})-(\d{8})\.antq", re.IGNORECASE)
"""A package's file name: unit code, laptop letter, number, date."""


def not_a_package(path: Path, start: bytes) -> UserError:
    """Says what a file is that does not begin as a package does, as far as its first bytes and its name tell."""
    ending = path.suffix.lower()
    if ending == ".part":
        return UserError(
            "package.unfinished",
            N_("{name} was not written to the end: the stick was taken out too early. Send from the other laptop once more."),
            name=path.name,
        )
    if not start:
        return UserError(
            "package.empty",
            N_("{name} is empty: the stick was taken out too early or is failing. Send from the other laptop once more."),
            name=path.name,
        )
    if start.startswith(_SHORTCUT) or ending in (".lnk", ".url"):
        return UserError(
            "package.shortcut",
            N_(
                "{name} is a shortcut, not a package. Viruses on sticks hide files and put shortcuts in their place: "
                "do not open it, have the stick checked, and choose the file ending in .antq."
            ),
            name=path.name,
        )
    if start.startswith(_PROGRAMS) or ending in _PROGRAM_ENDINGS:
        return UserError(
            "package.program",
            N_("{name} is a program, not a package. Do not run it; have the stick checked for viruses."),
            name=path.name,
        )
    if ending in _OFFICE_ENDINGS:
        return UserError(
            "package.document",
            N_("{name} is a document, not a package. Choose a file that this program wrote, ending in .antq."),
            name=path.name,
        )
    if start.startswith(_ARCHIVES):
        return UserError(
            "package.archive",
            N_("{name} is an archive. Take the file ending in .antq out of it and choose that one."),
            name=path.name,
        )
    return UserError(
        "package.not_package",
        N_("{name} is not a package of this program. Choose a file ending in .antq that the other laptop wrote."),
        name=path.name,
    )


def missing(path: Path) -> UserError:
    """The file is not there any more."""
    return UserError("package.missing", N_("{name} is not there. Put the stick in again and choose the file."), name=path.name)


def unreadable(path: Path) -> UserError:
    """The file is there and cannot be read."""
    return UserError(
        "package.unreadable",
        N_("{name} cannot be read. Put the stick in again; if that does not help, send from the other laptop to another stick."),
        name=path.name,
    )


def truncated(name: str) -> UserError:
    """Shorter than it says of itself."""
    return UserError(
        "package.truncated",
        N_("{name} is cut short: the stick was taken out too early. Nothing was taken in; send from the other laptop once more."),
        name=name,
    )


def altered(name: str) -> UserError:
    """Not what the sender wrote."""
    return UserError(
        "package.altered",
        N_("{name} is damaged or was altered on the way. Nothing was taken in; send from the other laptop once more."),
        name=name,
    )


def newer(name: str) -> UserError:
    """Written by a program that knows more."""
    return UserError(
        "package.newer",
        N_("{name} was written by a newer version of the program. Install that version here, then receive it again."),
        name=name,
    )


def too_large(name: str) -> UserError:
    """Beyond every limit a package keeps to."""
    return UserError(
        "package.too_large", N_("{name} is larger than any package. Nothing was taken in; choose another file."), name=name
    )


def not_for_us(name: str, *, own_code: str, own_letter: str) -> UserError:
    """This laptop's keys do not open it. Whether it wrote the file itself is guessed from the name, for the wording only."""
    match = NAME.fullmatch(name)
    if match and match.group(1).upper() == own_code.upper() and match.group(2).upper() == own_letter:
        return UserError(
            "package.own",
            N_("{name} was written by this laptop for another unit. Carry it there; there is nothing to receive here."),
            name=name,
        )
    return UserError(
        "package.other_audience",
        N_(
            "{name} was written for another unit, or before this laptop was enrolled. Nothing was taken in. If it is meant for "
            "you, enrol this laptop with the sender and ask for a new package."
        ),
        name=name,
    )


def wrong_audience(name: str, *, unit: str) -> UserError:
    """It opens here and says that it is meant for others."""
    return UserError(
        "package.wrong_audience",
        N_("{name} is meant for the unit {unit}. Nothing was taken in; carry it there."),
        name=name,
        unit=unit,
    )


def unknown_sender(name: str, *, unit: str, letter: str, fingerprint: str) -> UserError:
    """Properly signed, by somebody nobody here has enrolled."""
    return UserError(
        "package.unknown_sender",
        N_(
            "{name} comes from laptop {letter} of {unit}, which is not enrolled here. Nothing was taken in. Enrol it first: there "
            "“Ask for enrolment”, here “Accept”, there “Finish”, comparing the fingerprint {fingerprint} by telephone; then "
            "let them send again."
        ),
        name=name,
        unit=unit,
        letter=letter,
        fingerprint=fingerprint,
    )


def revoked(name: str, *, unit: str, letter: str) -> UserError:
    """From a laptop that was reported lost or replaced."""
    return UserError(
        "package.revoked",
        N_("{name} comes from laptop {letter} of {unit}, reported lost or replaced. Nothing was taken in; ask that unit."),
        name=name,
        unit=unit,
        letter=letter,
    )
