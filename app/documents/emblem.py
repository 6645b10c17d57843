"""The national emblem as a drawing: star, two sheaves of rice, gear and ribbon on a red disc.

The Constitution (art. 13) describes it: round, red ground, five-pointed yellow star in the middle, ears of
rice around, half a cogwheel and the line "Cộng hòa xã hội chủ nghĩa Việt Nam" below. A station may use the
official picture instead.
"""

from functools import lru_cache
from math import atan2, degrees

from app.documents.display import Close, Group, Item, Move, Outline, Point, Step, Straight
from app.documents.fonts import Face, text_width
from app.documents.letters import letter_outline
from app.documents.shapes import (
    MIRROR,
    arc_points,
    circle,
    leaf,
    placed,
    polar,
    polygon,
    polyline,
    smooth,
    star,
)

RED = "#D4161C"
DEEP_RED = "#9E1015"
GOLD = "#FFD22E"
DEEP_GOLD = "#B9770E"
PALE_GOLD = "#FFE98A"

WIDTH = 100.0
"""The drawing is this many millimetres wide and high at scale 1, its centre at the origin."""


@lru_cache(maxsize=1)
def emblem() -> Group:
    """The emblem about the origin, 100 mm across."""
    right = _sheaf()
    items: list[Item] = [
        Outline(circle(44.6, centre=(0, -1)), fill=RED, stroke=DEEP_GOLD, stroke_width=0.9),
        Outline(star(19.5, centre=(0, -14.5)), fill=GOLD, stroke=DEEP_GOLD, stroke_width=0.3),
        *_gear(),
        *_both_sides(_stalks()),
        *_both_sides(right),
        *_ribbon(),
    ]
    return Group("national-emblem", tuple(items))


def _both_sides(items: list[Outline]) -> list[Outline]:
    """Every shape and its mirror image, in turn, so that both sides overlap alike."""
    return [
        shape
        for item in items
        for shape in (
            Outline(MIRROR.steps(item.steps), item.fill, item.stroke, item.stroke_width),
            item,
        )
    ]


def _gear() -> list[Item]:
    centre, root, tip = (0.0, 27.0), 15.2, 18.6
    teeth = 18
    points: list[Point] = []
    for n in range(teeth):
        middle = n * 360 / teeth
        for radius, aside in ((root, -6.6), (tip, -4.2), (tip, 4.2), (root, 6.6)):
            points.append(polar(radius, middle + aside, centre=centre))
    return [
        Outline((*polygon(points), *circle(9.4, centre=centre)), GOLD, DEEP_GOLD, 0.35, holes=True),
        Outline(circle(11.3, centre=centre), None, DEEP_GOLD, 0.3),
        Outline(circle(13.4, centre=centre), None, DEEP_GOLD, 0.3),
        Outline((*circle(5.6, centre=centre), *circle(2.6, centre=centre)), GOLD, DEEP_GOLD, 0.3, holes=True),
    ]


def _grain(x: float, y: float, *, turn: float, length: float, width: float) -> list[Outline]:
    body = placed(x, y, turn=turn).steps(leaf(length, width))
    vein = placed(x, y, turn=turn).steps((Move((0.0, -length * 0.12)), Straight((0.0, -length * 0.78))))
    return [
        Outline(body, GOLD, DEEP_GOLD, 0.24),
        Outline(vein, None, DEEP_GOLD, 0.14),
    ]


def _sheaf() -> list[Outline]:
    """The right sheaf, from its tip down, so that each grain lies over the foot of the one above it."""
    found: list[Outline] = [
        Outline(smooth(arc_points(43.0, 16.0, 150.0, count=24, centre=(0.0, -1.0))), None, DEEP_GOLD, 8.0),
    ]
    foot, tip = 152.0, 9.0
    count = 34
    rows = ((4.4, 30.0), (1.5, 11.0), (-1.5, -11.0), (-4.4, -29.0))
    for n in range(count):
        share = n / (count - 1)
        middle = tip + (foot - tip) * share
        fill = min(1.0, 0.30 + share * 3.2) * (1.0 if share < 0.85 else 1.0 - (share - 0.85) * 2.0)
        size = 0.72 + 0.28 * min(1.0, share * 3)
        for row, (offset, tilt) in enumerate(rows):
            angle = middle + (2.1 if row % 2 else 0.0)
            x, y = polar(43.2 + offset * fill, angle, centre=(0.0, -1.0))
            along = angle - 90.0
            turn = along + tilt * (0.6 + 0.4 * fill)
            if row == 0:
                end = placed(x, y, turn=turn + 6).point((0.0, -9.2 * size))
                found.append(Outline(polyline([(x, y), end]), None, DEEP_GOLD, 0.16))
            found.extend(_grain(x, y, turn=turn, length=7.6 * size, width=4.1 * size))
    return found


def _stalks() -> list[Outline]:
    """The stems below the ears, gathered towards the knot at the bottom."""
    found: list[Outline] = []
    for n in range(7):
        spread = n - 3
        outer = [polar(43.2 + spread * 1.15, angle, centre=(0.0, -1.0)) for angle in (146, 156, 166)]
        end = (0.0, 43.0)
        steps = smooth([*outer, (4.5 + spread * 0.3, 43.4 + spread * 0.8), end])
        found.append(Outline(steps, None, DEEP_GOLD, 1.5))
        found.append(Outline(steps, None, GOLD, 1.0))
    return found


def _band(upper: list[Point], lower: list[Point]) -> tuple[Step, ...]:
    """A ribbon between two smooth edges that run the same way."""
    up = smooth(upper)
    down = smooth(list(reversed(lower)))
    first = down[0]
    assert isinstance(first, Move)
    return (*up, Straight(first.to), *down[1:], Close())


def _ribbon() -> list[Item]:
    # Two turns about each sheaf, then the middle band with the words over everything.
    back = [
        Outline(polygon([(27.0, 43.2), (24.6, 32.5), (31.0, 35.2), (33.4, 40.4)]), DEEP_RED, GOLD, 0.4),
    ]
    turns = [
        Outline(_band(*_turn(117.0, 127.5)), RED, GOLD, 0.55),
        Outline(_band(*_turn(134.0, 145.5)), RED, GOLD, 0.55),
    ]
    link = [
        Outline(_band(*_link()), DEEP_RED, GOLD, 0.45),
    ]
    centre = (0.0, -32.0)
    upper = arc_points(66.8, 180 + 24.5, 180 - 24.5, count=9, centre=centre)
    lower = arc_points(79.3, 180 + 22.0, 180 - 22.0, count=9, centre=centre)
    band = Outline(_band(upper, lower), RED, GOLD, 0.7)
    words = [
        *_words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 72.0, size=3.3, spacing=0.22),
        *_words("VIỆT NAM", 77.3, size=3.7, spacing=0.6),
    ]
    return [*_both_sides(link), *_both_sides(turns), *_both_sides(back), band, *words]


def _turn(top: float, foot: float) -> tuple[list[Point], list[Point]]:
    """A turn of the ribbon across the right sheaf between two clock angles, bulging as cloth round a sheaf does."""
    centre = (0.0, -1.0)
    upper = [polar(r, top + lean, centre=centre) for r, lean in ((34.6, 4.0), (39.5, 0.6), (44.0, -0.6), (50.6, 1.0))]
    lower = [polar(r, foot + lean, centre=centre) for r, lean in ((34.6, 3.2), (39.5, 1.2), (44.0, 0.6), (50.2, 1.0))]
    return upper, lower


def _link() -> tuple[list[Point], list[Point]]:
    """The part behind the sheaf that leads from the upper turn to the lower one."""
    centre = (0.0, -1.0)
    upper = [polar(r, a, centre=centre) for r, a in ((50.4, 124.0), (46.0, 127.0), (35.0, 135.0))]
    lower = [polar(r, a, centre=centre) for r, a in ((50.2, 132.0), (46.0, 136.0), (34.8, 146.0))]
    return upper, lower


def _words(text: str, radius: float, *, size: float, spacing: float) -> list[Item]:
    """Letters standing on the ribbon's curve, read from left to right, middled on the emblem's axis."""
    points_per_mm = 72 / 25.4
    whole = text_width(text, Face.BOLD, size * points_per_mm, spacing=spacing)
    centre = (0.0, -32.0)
    along = -whole / 2
    found: list[Item] = []
    for letter in text:
        width = text_width(letter, Face.BOLD, size * points_per_mm)
        angle = 180.0 - degrees(atan2(along + width / 2, radius))
        x, y = polar(radius, angle, centre=centre)
        shape = placed(x, y, turn=angle - 180.0, scale=size)
        moved = placed(-width / 2 / size, 0.0)
        outline = letter_outline(letter, Face.BOLD)
        if outline:
            found.append(Outline(shape.steps(moved.steps(outline)), GOLD))
        along += width + spacing
    return found
