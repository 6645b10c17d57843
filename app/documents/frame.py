"""The border of a certificate: bands taken from the bronze drums of Đông Sơn (saw teeth, joined circles)
about a woven band, with a lotus in every corner and a key scroll inside it, and the drum's sun pale behind
the text.
"""

from functools import lru_cache
from math import pi

from app.documents.display import Curve, Group, Item, Move, Outline, Point, Rect, Step
from app.documents.shapes import Affine, circle, leaf, placed, polar, polygon, polyline

RED = "#A5121B"
GOLD = "#B98A22"
LIGHT_GOLD = "#DDBB62"
CREAM = "#FCF5E1"
PALE = "#FAF2DF"

EDGE = 7.0
"""From the edge of the sheet to the frame: what office printers leave white is less."""
BAND = 10.4
"""Width of the patterned border."""
INSIDE = EDGE + BAND + 3.0
"""From the edge of the sheet to where text may begin."""

_CORNER = 16.0


@lru_cache(maxsize=4)
def frame(width: float, height: float) -> Group:
    """The border of a sheet of this size, its origin the sheet's top left corner."""
    items: list[Item] = list(_sun(width / 2, height / 2 + 4.0))
    items += _band_ground(width, height)
    for side, length in _sides(width, height):
        items += [Outline(side.steps(item.steps), item.fill, item.stroke, item.stroke_width) for item in _side(length)]
    items += _rules(width, height)
    for corner in _corners(width, height):
        items += [
            Outline(corner.steps(item.steps), item.fill, item.stroke, item.stroke_width, item.holes)
            for item in (*_lotus_corner(), *_scroll())
        ]
    return Group(f"frame-{width:g}x{height:g}", tuple(items))


def _sides(width: float, height: float) -> tuple[tuple[Affine, float], ...]:
    """Each side's band as a map from a strip that begins at its corner, outer edge at y = 0, and its length."""
    across, down = width - 2 * (EDGE + _CORNER), height - 2 * (EDGE + _CORNER)
    start = EDGE + _CORNER
    return (
        (placed(start, EDGE), across),
        (placed(width - EDGE, start, turn=90), down),
        (placed(width - start, height - EDGE, turn=180), across),
        (placed(EDGE, height - start, turn=270), down),
    )


def _corners(width: float, height: float) -> tuple[Affine, ...]:
    return (
        placed(EDGE, EDGE),
        placed(width - EDGE, EDGE, turn=90),
        placed(width - EDGE, height - EDGE, turn=180),
        placed(EDGE, height - EDGE, turn=270),
    )


def _band_ground(width: float, height: float) -> list[Item]:
    long, tall = width - 2 * EDGE, height - 2 * EDGE
    return [
        Rect(EDGE, EDGE, long, BAND, fill=CREAM),
        Rect(EDGE, height - EDGE - BAND, long, BAND, fill=CREAM),
        Rect(EDGE, EDGE, BAND, tall, fill=CREAM),
        Rect(width - EDGE - BAND, EDGE, BAND, tall, fill=CREAM),
    ]


def _rules(width: float, height: float) -> list[Item]:
    """The straight lines that bound the bands, from the outside in."""
    found: list[Item] = []
    for inset, colour, line in (
        (0.0, RED, 0.9),
        (BAND, RED, 0.6),
        (BAND + 1.3, GOLD, 0.25),
    ):
        at = EDGE + inset
        found.append(Rect(at, at, width - 2 * at, height - 2 * at, stroke=colour, stroke_width=line))
    return found


def _side(length: float) -> list[Outline]:
    """The bands of one side: saw teeth, joined circles, weave, joined circles, saw teeth."""
    found = [*_teeth(length, 0.45, 2.1), *_teeth(length, BAND - 0.3, BAND - 1.9)]
    for y in (2.35, BAND - 2.15):
        found.append(Outline(polyline([(0, y), (length, y)]), None, GOLD, 0.22))
    found += _weave(length, BAND / 2 + 0.1, 2.75)
    return found


def _teeth(length: float, foot: float, tip: float) -> list[Outline]:
    count = round(length / 1.9)
    pitch = length / count
    points: list[Point] = [(0.0, foot)]
    for n in range(count):
        points += [((n + 0.5) * pitch, tip), ((n + 1) * pitch, foot)]
    return [Outline(polygon(points), fill=GOLD)]


def _wave(length: float, middle: float, height: float, *, periods: int, phase: float) -> tuple[Step, ...]:
    """A sine line of quarter waves, each the cubic curve nearest to it; `phase` in quarter waves, 0 to 3."""
    quarter = length / periods / 4
    unit = quarter / (pi / 2)
    levels = (0.0, 1.0, 0.0, -1.0)
    steps: list[Step] = [Move((0.0, middle - height * levels[int(phase) % 4]))]
    for n in range(periods * 4):
        state = (n + int(phase)) % 4
        start, end = levels[state], levels[(state + 1) % 4]
        x, to = n * quarter, (n + 1) * quarter
        if state % 2 == 0:
            first = (x + 0.5123 * unit, start + (end - start) * 0.5123)
            second = (to - 0.5685 * unit, end)
        else:
            first = (x + 0.5685 * unit, start)
            second = (to - 0.5123 * unit, end + (start - end) * 0.5123)
        steps.append(
            Curve(
                (first[0], middle - height * first[1]),
                (second[0], middle - height * second[1]),
                (to, middle - height * end),
            )
        )
    return tuple(steps)


def _weave(length: float, middle: float, height: float) -> list[Outline]:
    """Waves of several heights crossing, as on a banknote, with a bead in every eye."""
    periods = round(length / 11.0)
    found = [
        Outline(_wave(length, middle, height * part, periods=periods, phase=phase), None, colour, pen)
        for part, colour, pen in (
            (0.36, LIGHT_GOLD, 0.16),
            (0.68, LIGHT_GOLD, 0.16),
            (0.84, LIGHT_GOLD, 0.16),
            (1.0, GOLD, 0.34),
        )
        for phase in (0, 2)
    ]
    found += [
        Outline(_wave(length, middle, height * part, periods=periods, phase=phase), None, colour, pen)
        for part, colour, pen in ((0.5, LIGHT_GOLD, 0.16), (1.0, LIGHT_GOLD, 0.2))
        for phase in (1, 3)
    ]
    half = length / periods / 2
    for n in range(2 * periods):
        centre = ((n + 0.5) * half, middle)
        found.append(Outline(circle(0.62, centre=centre), CREAM, RED, 0.3))
        found.append(Outline(circle(0.2, centre=centre), RED))
    return found


def _petals(count: int, length: float, width: float, *, turn: float, start: float, centre: Point) -> list[tuple[Step, ...]]:
    found = []
    for n in range(count):
        angle = turn + n * 360 / count
        x, y = polar(start, angle, centre=centre)
        found.append(placed(x, y, turn=angle).steps(leaf(length, width, belly=0.5)))
    return found


def _lotus_corner() -> list[Outline]:
    """A red square with a lotus seen from above."""
    middle = (_CORNER / 2, _CORNER / 2)
    found = [
        Outline(polygon([(0, 0), (_CORNER, 0), (_CORNER, _CORNER), (0, _CORNER)]), RED, RED, 0.9),
        Outline(polygon(_square(1.1)), None, LIGHT_GOLD, 0.3),
    ]
    found += [Outline(petal, "#8C0F17", LIGHT_GOLD, 0.22) for petal in _petals(8, 5.2, 3.1, turn=22.5, start=1.2, centre=middle)]
    found += [Outline(petal, LIGHT_GOLD, RED, 0.22) for petal in _petals(8, 5.0, 2.7, turn=0.0, start=1.0, centre=middle)]
    found += [Outline(petal, CREAM, GOLD, 0.2) for petal in _petals(8, 2.9, 1.5, turn=22.5, start=0.8, centre=middle)]
    found.append(Outline(circle(1.25, centre=middle), LIGHT_GOLD, RED, 0.22))
    found += [Outline(circle(0.2, centre=polar(0.7, n * 60, centre=middle)), RED) for n in range(6)]
    found.append(Outline(circle(0.2, centre=middle), RED))
    return found


def _square(inset: float) -> list[Point]:
    low, high = inset, _CORNER - inset
    return [(low, low), (high, low), (high, high), (low, high)]


def _scroll() -> list[Outline]:
    """A key scroll inside the corner, its two arms running along the border and turning in."""
    near, far = BAND + 2.9, _CORNER + 3.5
    arm = ((26.0, 0.0), (26.0, 5.2), (20.2, 5.2), (20.2, 1.7), (24.2, 1.7), (24.2, 3.5), (22.0, 3.5))
    right: list[Point] = [(far, near), *((near + x, near + y) for x, y in arm)]
    down: list[Point] = [(y, x) for x, y in right]
    return [Outline(polyline([*reversed(down), (far, far), *right]), None, GOLD, 0.42)]


def _sun(x: float, y: float) -> list[Item]:
    """The sun of a drum with its rings, pale enough to read over."""
    centre = (x, y)
    rays = 14
    points = [polar(26.0 if n % 2 == 0 else 9.0, n * 180 / rays, centre=centre) for n in range(2 * rays)]
    found: list[Item] = [Outline(polygon(points), fill=PALE)]
    found += [Outline(circle(r, centre=centre), None, PALE, pen) for r, pen in ((28, 0.5), (29.5, 0.3), (36.5, 0.3), (38, 0.5))]
    for n in range(36):
        at = polar(33.0, n * 10, centre=centre)
        found.append(Outline(circle(2.4, centre=at), None, PALE, 0.4))
        found.append(Outline(circle(0.8, centre=at), PALE))
    teeth = 90
    saw = [polar(42.5 if n % 2 else 39.2, n * 180 / teeth, centre=centre) for n in range(2 * teeth)]
    found.append(Outline((*polygon(saw), *circle(39.0, centre=centre)), PALE, holes=True))
    found += [Outline(circle(r, centre=centre), None, PALE, pen) for r, pen in ((43.6, 0.5), (45.0, 0.3))]
    return found
