"""Text of old Vietnamese fonts made Unicode (NFC), by the encoding that is known or suspected."""

import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum

from app.intake.legacy.tables import TCVN3, VISCII, VNI_BREVE, VNI_CIRCUMFLEX, VNI_LETTERS, VNI_MARKS, shown


class Encoding(Enum):
    """What a text was written in before it was read as Windows-1252."""

    UNICODE = "unicode"
    """Nothing to convert but the composition of letters."""
    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3_capitals"
    """TCVN3 in a font whose name ends in H, which shows small letters as capitals."""
    VNI = "vni"
    VISCII = "viscii"
    UTF8 = "utf8"
    """UTF-8 that was opened as Windows-1252 ("Nguyá»…n")."""


def decode(text: str, encoding: Encoding) -> str:
    """The text in composed Unicode. What the encoding has no letter for stays as it is; UTF-8 that is none stays whole."""
    return unicodedata.normalize("NFC", _DECODERS[encoding](unicodedata.normalize("NFC", text)))


def encoding_of_font(font: str) -> Encoding | None:
    """What the name of a font says about the text set in it; `None` for fonts of today, which say nothing."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3_CAPITALS if name.endswith("h") else Encoding.TCVN3
    if name.startswith(("vni-", "vni ")):
        return Encoding.VNI
    return None


def _by_letter(table: Mapping[str, str]) -> Callable[[str], str]:
    letters = str.maketrans(dict(table))
    return lambda text: text.translate(letters)


def _tcvn3_capitals(text: str) -> str:
    return _tcvn3(text).upper()


def _vni(text: str) -> str:
    out: list[str] = []
    for letter in text:
        mark = VNI_MARKS.get(letter) or VNI_MARKS.get(letter.lower())
        base = out[-1] if out else ""
        if mark and _takes(base, letter.lower()):
            out[-1] = unicodedata.normalize("NFC", base + mark)
        elif letter in VNI_LETTERS:
            out.append(VNI_LETTERS[letter])
        elif letter.lower() in VNI_LETTERS:
            out.append(VNI_LETTERS[letter.lower()].upper())
        else:
            out.append(letter)
    return "".join(out)


def _takes(base: str, mark: str) -> bool:
    """Whether VNI writes this mark after this letter; a letter that has its marks takes no others."""
    vowel = base.lower()
    if mark in VNI_BREVE:
        return vowel == "a"
    if mark in VNI_CIRCUMFLEX:
        return vowel in ("a", "e", "o")
    return vowel in ("a", "e", "o", "u", "y", "ơ", "ư")


_BYTES = {shown(code): code for code in range(256)}


def _utf8(text: str) -> str:
    try:
        return bytes(_BYTES[letter] for letter in text).decode()
    except (KeyError, UnicodeDecodeError):
        return text


_tcvn3 = _by_letter(TCVN3)
_DECODERS: Mapping[Encoding, Callable[[str], str]] = {
    Encoding.UNICODE: lambda text: text,
    Encoding.TCVN3: _tcvn3,
    Encoding.TCVN3_CAPITALS: _tcvn3_capitals,
    Encoding.VNI: _vni,
    Encoding.VISCII: _by_letter(VISCII),
    Encoding.UTF8: _utf8,
}
