"""Rows counted by another reader than the program's, and by nothing that the generator knows."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook


def plain(text: str) -> str:
    """Without case, needless white space and a full stop at the end."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("\u00a0", " ").split()).strip(" .")


def recount(path: Path) -> Mapping[str, int]:
    """Rows read of each sheet, by openpyxl and by nothing of the generator: from below the heading, which begins with STT or TT,
    and the row of numbers, to the last row with a value. Sheets without such a heading have none."""
    counted = {}
    for sheet in load_workbook(path):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        heading = next((at for at, row in enumerate(rows) if any(plain(str(value)) in ("stt", "tt") for value in row)), None)
        if heading is None:
            continue
        column = next(at for at, value in enumerate(rows[heading]) if plain(str(value)) in ("stt", "tt"))
        below = heading
        for merged in sheet.merged_cells.ranges:
            if merged.min_col <= column + 1 <= merged.max_col and merged.min_row == heading + 1:
                below = merged.max_row - 1
        below += 1
        if below < len(rows) and [str(value).strip("()") for value in rows[below]] == [
            str(n) for n in range(1, len(rows[below]) + 1)
        ]:
            below += 1
        last = max((at for at, row in enumerate(rows) if any(str(value).strip() for value in row if value is not None)), default=-1)
        counted[sheet.title] = last - below + 1
    return counted
