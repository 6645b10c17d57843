"""Outlines of common shapes for display lists: circles, stars, bands, smooth curves, and moving them about.

Angles of a `polar` point are those of a clock: degrees from twelve o'clock, clockwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from app.documents.display import Close, Curve, Move, Point, Step, Straight

_CIRCLE = 0.5522847498
"""Length of the control arm of a Bézier curve nearest to a quarter circle of radius one."""


@dataclass(frozen=True, slots=True)
class Affine:
    """A map of the plane: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, at: Point) -> Point:
        """Where a point comes to lie."""
        x, y = at
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def steps(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """Where an outline comes to lie."""
        return tuple(self._step(step) for step in steps)

    def _step(self, step: Step) -> Step:
        match step:
            case Move(to):
                return Move(self.point(to))
            case Straight(to):
                return Straight(self.point(to))
            case Curve(control1, control2, to):
                return Curve(self.point(control1), self.point(control2), self.point(to))
            case Close():
                return step


def placed(x: float, y: float, *, turn: float = 0.0, scale: float = 1.0, flip: bool = False) -> Affine:
    """Enlarge, mirror left and right if `flip`, turn clockwise by `turn` degrees, then put the origin at (x, y)."""
    along, across = cos(radians(turn)) * scale, sin(radians(turn)) * scale
    side = -1.0 if flip else 1.0
    return Affine(along * side, across * side, -across, along, x, y)


MIRROR = Affine(a=-1.0)
"""Left and right exchanged about x = 0."""


def polar(radius: float, angle: float, *, centre: Point = (0.0, 0.0)) -> Point:
    """The point at a clock angle on a circle."""
    return (centre[0] + radius * sin(radians(angle)), centre[1] - radius * cos(radians(angle)))


def polygon(points: Sequence[Point]) -> tuple[Step, ...]:
    """A closed outline with straight sides."""
    return (Move(points[0]), *(Straight(point) for point in points[1:]), Close())


def polyline(points: Sequence[Point]) -> tuple[Step, ...]:
    """An open line with straight parts."""
    return (Move(points[0]), *(Straight(point) for point in points[1:]))


def circle(radius: float, *, centre: Point = (0.0, 0.0)) -> tuple[Step, ...]:
    """A circle of four curves."""
    x, y = centre
    arm = radius * _CIRCLE
    return (
        Move((x, y - radius)),
        Curve((x + arm, y - radius), (x + radius, y - arm), (x + radius, y)),
        Curve((x + radius, y + arm), (x + arm, y + radius), (x, y + radius)),
        Curve((x - arm, y + radius), (x - radius, y + arm), (x - radius, y)),
        Curve((x - radius, y - arm), (x - arm, y - radius), (x, y - radius)),
        Close(),
    )


def star(radius: float, *, points: int = 5, inner: float = 0.381966, centre: Point = (0.0, 0.0)) -> tuple[Step, ...]:
    """A star with one ray straight up; `inner` is the radius of its hollows as a part of `radius`."""
    half = 180 / points
    return polygon([polar(radius if n % 2 == 0 else radius * inner, n * half, centre=centre) for n in range(2 * points)])


def smooth(points: Sequence[Point], *, closed: bool = False, tension: float = 1.0) -> tuple[Step, ...]:
    """A smooth curve through all points (Catmull–Rom); `tension` below 1 makes it tauter."""
    count = len(points)
    steps: list[Step] = [Move(points[0])]
    for n in range(count if closed else count - 1):
        before = points[(n - 1) % count] if closed or n > 0 else points[0]
        start, end = points[n], points[(n + 1) % count]
        after = points[(n + 2) % count] if closed or n + 2 < count else points[-1]
        arm = tension / 6
        steps.append(
            Curve(
                (start[0] + (end[0] - before[0]) * arm, start[1] + (end[1] - before[1]) * arm),
                (end[0] - (after[0] - start[0]) * arm, end[1] - (after[1] - start[1]) * arm),
                end,
            )
        )
    return (*steps, Close()) if closed else tuple(steps)


def arc_points(radius: float, start: float, end: float, *, count: int, centre: Point = (0.0, 0.0)) -> list[Point]:
    """`count` points evenly along an arc from one clock angle to another, both ends included."""
    return [polar(radius, start + (end - start) * n / (count - 1), centre=centre) for n in range(count)]


def leaf(length: float, width: float, *, belly: float = 0.45) -> tuple[Step, ...]:
    """A pointed grain or petal from the origin straight up; `belly` says where it is widest, from foot to tip."""
    half, wide = width / 2, -length * belly
    return (
        Move((0.0, 0.0)),
        Curve((half * 0.9, wide * 0.25), (half * 1.25, wide * 1.1), (half * 0.62, wide * 1.55)),
        Curve((half * 0.4, -length * 0.85), (half * 0.15, -length * 0.95), (0.0, -length)),
        Curve((-half * 0.15, -length * 0.95), (-half * 0.4, -length * 0.85), (-half * 0.62, wide * 1.55)),
        Curve((-half * 1.25, wide * 1.1), (-half * 0.9, wide * 0.25), (0.0, 0.0)),
        Close(),
    )
