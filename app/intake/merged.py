"""Cells merged over several rows of a list: one decision for all who were awarded by it, one hamlet for its households.

Excel keeps the value in the first row alone; whoever reads the sheet sees it beside each of them.
"""

from collections.abc import Sequence
from datetime import date

from app.intake.readings import CellError
from app.intake.workbook import Value


def filled_down(
    rows: Sequence[tuple[Value, ...]], merged: Sequence[tuple[int, int, int, int]], below: int
) -> Sequence[tuple[Value, ...]]:
    """The rows with words and days of cells that are merged downwards in each row they stand beside, from the row `below` on.

    Figures stay where they are: money merged over three rows was paid once. A row of nothing else stays empty.
    """
    downwards = [(top, left, bottom) for top, left, bottom, right in merged if left == right and below <= top < bottom]
    if not downwards:
        return rows
    filled = list(rows)
    for top, column, bottom in downwards:
        value = rows[top][column] if top < len(rows) and column < len(rows[top]) else ""
        if not _said(value):
            continue
        for number in range(top + 1, min(bottom, len(rows) - 1) + 1):
            own = filled[number]
            if any(cell != "" for cell in rows[number]) and (column >= len(own) or own[column] == ""):
                padded = (*own, *("",) * (column + 1 - len(own)))
                filled[number] = (*padded[:column], value, *padded[column + 1 :])
    return filled


def _said(value: Value) -> bool:
    if isinstance(value, str):
        return not isinstance(value, CellError) and ("/" in value or any(letter.isalpha() for letter in value))
    return isinstance(value, date)
