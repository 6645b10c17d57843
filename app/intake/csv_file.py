"""Rows of a text with a sign between its columns: comma, semicolon or tab, in UTF-8, UTF-16 or an old code page."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.intake.legacy import Encoding, recognise

SUFFIXES = (".csv", ".tsv", ".txt")
DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE = 50
"""Rows from the top by which the sign between columns is told."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c") - frozenset(b"\x02\x05\x06\x14\x19\x1e")
"""Bytes that stand in no text; VISCII has six letters among the control characters."""
_OLD = "".join(bytes([code]).decode("cp1252") if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(code) for code in range(256))
"""The letter that Windows-1252 shows for each byte, as old fonts rely on it; what it leaves free keeps its number."""
_VIETNAMESE_MARKS = {0xCC: "\u0300", 0xD2: "\u0309", 0xDE: "\u0303", 0xEC: "\u0301", 0xF2: "\u0323"}
"""The marks that Windows-1258 puts after a vowel."""
_PAGE_1258 = "".join(
    _VIETNAMESE_MARKS.get(code)
    or {0xC3: "Ă", 0xE3: "ă", 0xD0: "Đ", 0xF0: "đ", 0xD5: "Ơ", 0xF5: "ơ", 0xDD: "Ư", 0xFD: "ư", 0xFE: "₫"}.get(code)
    or _OLD[code]
    for code in range(256)
)
_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")


def is_text(head: bytes, *, named_so: bool) -> bool:
    """Whether a file that begins so is such a text; one that is not named so must show its sign in most of its lines."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if any(byte in _CONTROLS for byte in head):
        return False
    lines = [line for line in head.splitlines()[:20] if line.strip()]
    return named_so or any(2 * sum(sign.encode() in line for line in lines) > len(lines) for sign in ("\t", ";"))


def read_rows(path: Path) -> Iterator[Sequence[str]]:
    """All rows as texts. Raises `OSError`, `csv.Error`."""
    text = decoded(path.read_bytes())
    # The reader's own limit on a field is a setting of the whole process and lies below what a page of notes may take.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        # Excel is told so which sign it is; it shows the line to nobody.
        return csv.reader(io.StringIO(rest, newline=""), delimiter=first.strip()[4])
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))


def decoded(content: bytes) -> str:
    """The text: by its mark, else UTF-8, else Windows-1258 when it reads so and not as an old font, else a letter a byte."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        shown = content.decode("latin-1")
        marked = shown.translate(_PAGE_1258)
        old = shown.translate(_OLD)
        return marked if _reads_as_1258(marked) and recognise(old.splitlines()) is Encoding.UNICODE else old


def _reads_as_1258(text: str) -> bool:
    """Its marks are bytes of their own that stand after a vowel; in other code pages those bytes stand anywhere."""
    marks = frozenset(_VIETNAMESE_MARKS.values())
    places = [place for place, letter in enumerate(text) if letter in marks]
    return bool(places) and all(place and text[place - 1] in _VOWELS for place in places)


def delimiter_of(text: str) -> str:
    """The sign that makes rows of the same width, of several such the one that makes the widest.

    A comma also stands in numbers and sentences, so it is taken last.
    """
    best, most = ",", (0, 0.0)
    for sign in DELIMITERS:
        widths = []
        try:
            for row in csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign):
                if len(row) > 1 or any(cell.strip() for cell in row):
                    widths.append(len(row))
                if len(widths) == _SAMPLE:
                    break
        except csv.Error:
            continue
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        usual = max(set(wide), key=wide.count)
        found = (2 * len(wide) > len(widths), wide.count(usual) / len(widths) * min(usual, 6))
        if found > most:
            best, most = sign, found
    return best
