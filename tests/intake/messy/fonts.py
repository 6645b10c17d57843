"""What a text becomes in the files of old fonts, written down from their tables and not from the program that reads them.

The codes are those of TCVN 5712-1 and of VNI-Windows, shown as the letters that Windows-1252 has for them.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_LETTERS = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịđôơưÂĂÊÔƠƯĐòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_CODES = (
    "B8 B5 B6 B7 B9 A8 BE BB BC BD C6 A9 CA C7 C8 C9 CB D0 CC CE CF D1 AA D5 D2 D3 D4 D6 DD D7 D8 DC DE AE AB AC AD A2 A1 A3 A4 A5 "
    "A6 A7 DF E1 E2 E3 E4 E5 E6 E7 E8 E9 EA EB EC ED EE EF F1 F2 F3 F4 F5 F6 F7 F8 F9 FA FB FC FD FE"
)
_TCVN3 = {letter: bytes.fromhex(code).decode("cp1252") for letter, code in zip(_LETTERS, _CODES.split(), strict=True)}
_VNI_TONES = {"\u0301": 0xF9, "\u0300": 0xF8, "\u0309": 0xFB, "\u0303": 0xF5, "\u0323": 0xEF}
_VNI_BREVE = {"": 0xEA, "\u0301": 0xE9, "\u0300": 0xE8, "\u0309": 0xFA, "\u0303": 0xFC, "\u0323": 0xEB}
_VNI_CIRCUMFLEX = {"": 0xE2, "\u0301": 0xE1, "\u0300": 0xE0, "\u0309": 0xE5, "\u0303": 0xE3, "\u0323": 0xE4}
_VNI_ALONE = {"í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE, "đ": 0xF1}
_VNI_HORN = {"o": 0xF4, "u": 0xF6}


@dataclass(frozen=True)
class Written:
    """A text in a file: its letters there, and the font they are shown in."""

    text: str
    font: str = ""


def tcvn3(text: str) -> Written:
    """`.VnTime`; capitals with a tone have no code there: such texts stand in `.VnTimeH`, whose small letters look like capitals.

    A capital with a tone within small letters cannot have been typed at all.
    """
    if text == text.upper() and not all(letter.isascii() or letter in _TCVN3 for letter in text):
        return Written("".join(_tcvn3(letter) for letter in text.lower()), ".VnTimeH")
    return Written("".join(_tcvn3(letter) for letter in text), ".VnTime")


def _tcvn3(letter: str) -> str:
    if letter in _TCVN3 or letter.isascii() or letter in "…\u00a0✓":
        return _TCVN3.get(letter, letter)
    raise ValueError(f"TCVN3 cannot write {letter}")


def vni(text: str) -> Written:
    return Written("".join(_vni(letter) for letter in text), "VNI-Times")


def _vni(letter: str) -> str:
    small, large = letter.lower(), letter != letter.lower()
    if small in _VNI_ALONE:
        return _byte(_VNI_ALONE[small], large)
    base, *marks = unicodedata.normalize("NFD", small)
    tone = next((mark for mark in marks if mark in _VNI_TONES), "")
    if "\u0306" in marks:
        tail = _byte(_VNI_BREVE[tone], large)
    elif "\u0302" in marks:
        tail = _byte(_VNI_CIRCUMFLEX[tone], large)
    else:
        if "\u031b" in marks:
            base = _byte(_VNI_HORN[base], large)
        tail = _byte(_VNI_TONES[tone], large) if tone else ""
    return (base.upper() if large else base) + tail


def _byte(code: int, large: bool) -> str:
    return bytes([code - 0x20 if large else code]).decode("cp1252")


def plain(write: Callable[[str], Written]) -> Callable[[str], Written]:
    """The same letters in a font that says nothing."""
    return lambda text: Written(write(text).text)


def utf8_as_1252(text: str) -> Written:
    """Saved as UTF-8 and opened as Windows-1252; bytes it has no letter for keep their number."""
    return Written("".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode()))


def decomposed(text: str) -> Written:
    """As Macs, telephones and web pages give it: letters and marks apart."""
    return Written(unicodedata.normalize("NFD", text))
