"""A QR code as a shape on a sheet: squares of millimetres, as sharp as the printer is."""

import segno

from app.documents.display import Close, Move, Outline, Step, Straight

QUIET = 4
"""Modules of white that have to stay free around a code."""


def qr_shape(content: str, x: float, y: float, side: float) -> Outline:
    """`content` as a QR code with its white margin, `side` millimetres square, its top left corner at (x, y).

    A quarter of it may be scratched or dirty and it is still read (error correction Q).
    """
    modules = segno.make(content, error="q", micro=False).matrix
    size = side / (len(modules) + 2 * QUIET)
    steps: list[Step] = []
    for line, row in enumerate(modules):
        for first, last in _runs(row):
            left, right = x + (QUIET + first) * size, x + (QUIET + last) * size
            top, bottom = y + (QUIET + line) * size, y + (QUIET + line + 1) * size
            steps += (Move((left, top)), Straight((right, top)), Straight((right, bottom)), Straight((left, bottom)), Close())
    return Outline(tuple(steps), fill="#000000")


def _runs(row: bytearray | tuple[int, ...]) -> list[tuple[int, int]]:
    """Dark modules of a line, those side by side as one."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        elif dark:
            runs.append((place, place + 1))
    return runs
