"""Outlines of letters from the font file: text as a drawing, where it must bend with a ribbon and not be read
by a search.

Reads TrueType `glyf` data, simple and composite glyphs, unhinted.
"""

import struct
from functools import lru_cache

from app.documents.display import Close, Curve, Move, Point, Step
from app.documents.fonts import Face, font_file, metrics, table_places

Contour = list[tuple[float, float, bool]]
"""Points of one closed line, each with whether it lies on the line or pulls at it."""


@lru_cache(maxsize=4)
def _font(face: Face) -> tuple[bytes, dict[str, int], int, bool]:
    data = font_file(face).read_bytes()
    places = table_places(data)
    em, long_places = (struct.unpack_from(">H", data, places["head"] + at)[0] for at in (18, 50))
    return data, places, em, bool(long_places)


def letter_outline(letter: str, face: Face) -> tuple[Step, ...]:
    """The shape of one letter for type of size one: baseline at y = 0, y downwards, pen at x = 0."""
    em = _font(face)[2]
    steps: list[Step] = []
    for contour in _contours(face, metrics(face).glyphs.get(ord(letter), 0)):
        steps.extend(_curves([(x / em, -y / em, on) for x, y, on in contour]))
    return tuple(steps)


def _contours(face: Face, glyph: int) -> list[Contour]:
    data, places, _em, long_places = _font(face)
    if long_places:
        start, end = struct.unpack_from(">II", data, places["loca"] + 4 * glyph)
    else:
        start, end = (2 * half for half in struct.unpack_from(">HH", data, places["loca"] + 2 * glyph))
    if start == end:
        return []
    at = places["glyf"] + start
    count = struct.unpack_from(">h", data, at)[0]
    return _simple(data, at + 10, count) if count >= 0 else _composite(face, data, at + 10)


def _simple(data: bytes, at: int, count: int) -> list[Contour]:
    ends = struct.unpack_from(f">{count}H", data, at)
    at += 2 * count
    at += 2 + struct.unpack_from(">H", data, at)[0]
    total = ends[-1] + 1
    flags: list[int] = []
    while len(flags) < total:
        flag = data[at]
        at += 1
        repeat = 0
        if flag & 8:
            repeat = data[at]
            at += 1
        flags.extend([flag] * (repeat + 1))
    axes: list[list[int]] = []
    for short, same in ((2, 16), (4, 32)):
        value, values = 0, []
        for flag in flags:
            if flag & short:
                value += data[at] if flag & same else -data[at]
                at += 1
            elif not flag & same:
                value += struct.unpack_from(">h", data, at)[0]
                at += 2
            values.append(value)
        axes.append(values)
    points = [(float(x), float(y), bool(flag & 1)) for x, y, flag in zip(*axes, flags, strict=True)]
    return [points[first : last + 1] for first, last in zip((0, *(end + 1 for end in ends[:-1])), ends, strict=True)]


def _composite(face: Face, data: bytes, at: int) -> list[Contour]:
    found: list[Contour] = []
    more = True
    while more:
        flags, glyph = struct.unpack_from(">HH", data, at)
        at += 4
        dx, dy = struct.unpack_from(">hh" if flags & 1 else ">bb", data, at)
        at += 4 if flags & 1 else 2
        xx, xy, yx, yy = 1.0, 0.0, 0.0, 1.0
        if flags & 8:
            xx = yy = struct.unpack_from(">h", data, at)[0] / 16384
            at += 2
        elif flags & 64:
            xx, yy = (value / 16384 for value in struct.unpack_from(">hh", data, at))
            at += 4
        elif flags & 128:
            xx, xy, yx, yy = (value / 16384 for value in struct.unpack_from(">hhhh", data, at))
            at += 8
        for contour in _contours(face, glyph):
            found.append([(xx * x + yx * y + dx, xy * x + yy * y + dy, on) for x, y, on in contour])
        more = bool(flags & 32)
    return found


def _curves(contour: Contour) -> list[Step]:
    """TrueType's quadratic curves as cubic ones; two pulling points in a row have a point of the line halfway."""
    whole: Contour = []
    for n, (x, y, on) in enumerate(contour):
        before_x, before_y, before_on = contour[n - 1]
        if not on and not before_on:
            whole.append(((x + before_x) / 2, (y + before_y) / 2, True))
        whole.append((x, y, on))
    first = next(n for n, point in enumerate(whole) if point[2])
    ring = [*whole[first:], *whole[:first], whole[first]]
    here: Point = ring[0][:2]
    pull: Point | None = None
    steps: list[Step] = [Move(here)]
    for x, y, on in ring[1:]:
        if not on:
            pull = (x, y)
            continue
        by = pull or ((here[0] + x) / 2, (here[1] + y) / 2)
        steps.append(
            Curve(
                (here[0] + (by[0] - here[0]) * 2 / 3, here[1] + (by[1] - here[1]) * 2 / 3),
                (x + (by[0] - x) * 2 / 3, y + (by[1] - y) * 2 / 3),
                (x, y),
            )
        )
        here, pull = (x, y), None
    return [*steps, Close()]
