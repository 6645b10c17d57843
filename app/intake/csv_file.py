"""Rows of a `.csv`, whatever it was saved with: comma, semicolon or tab; UTF-8, UTF-16 or an old Windows code page."""

import csv
import io
from pathlib import Path

from app.core.errors import UserError
from app.core.i18n import N_

_SAMPLE = 20_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_rows(path: Path, *, longest_cell: int, most_rows: int) -> list[tuple[str, ...]]:
    """All rows as texts. Raises `UserError` "intake.locked", "intake.too_many_rows"."""
    try:
        text = _text(path.read_bytes())
    except PermissionError:
        raise UserError(
            "intake.locked", N_("{name} is open in another program. Close it there and try again."), name=path.name
        ) from None
    # The reader's own limit on a field is a setting of the whole process, so texts are cut before instead.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text[:_SAMPLE])):
        rows.append(tuple(cell[:longest_cell] for cell in row))
        if len(rows) > most_rows:
            raise UserError("intake.too_many_rows", N_("{name} has too many rows for a register. Split it."), name=path.name)
    return rows


def _text(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Old fonts come as the letters Windows-1252 has for their bytes; what it leaves free keeps its number.
        return "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in content) if len(content) < 1 << 22 else content.decode("latin-1")


def _delimiter(sample: str) -> str:
    """The sign that stands most evenly often in the lines; a semicolon wins over a comma, which Vietnamese numbers hold too."""
    lines = [line for line in sample.splitlines()[:-1] or sample.splitlines() if line.strip()][:50]
    counted = {sign: sorted(line.count(sign) for line in lines) for sign in ("\t", ";", ",")}
    return max(counted, key=lambda sign: (counted[sign][len(lines) // 2] if lines else 0, sign != ","))
