"""What the columns of a register are called in the sheets that stations keep: the shape a table is recognised by.

A shape is made from a declaration: its headings, and beside them headings every list has. Headings are compared by `words.key_of`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.intake.words import key_of

ORDINAL = "#"
"""The target of STT, TT: the number of a row within its list."""
NEVER = "-"
"""The target of columns that are dropped and named: ethnicity, religion, party, opinion, offences, pictures of papers."""

_ORDINALS = ("stt", "tt", "so tt", "so thu tu", "s tt", "no")
_NEVER_KEPT = re.compile(
    r"\b(?:dan toc|dtts|ton giao|dao|dang vien|ngay vao dang|doan dang|chinh kien|quan diem chinh tri|toi danh|toi|an phat|muc an|"
    r"tien an|tien su|hanh vi vi pham|anh cccd|anh cmnd|anh the|anh giay to|anh chan dung|hinh anh cccd|anh mat truoc|anh mat sau)\b"
)
_NOT_NEVER = re.compile(r"dao tao|chu tri|toi ngay|toi da|nguoi to giac")


@dataclass(frozen=True, slots=True)
class Heading:
    """One target of a shape: a field, and what it is called; `weight` is how much it tells of its register (1 is usual)."""

    target: str
    names: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A register as sheets show it. `titles` are words of the title above that speak for it; `needs` targets without which a table is
    not this register."""

    type_code: str
    headings: tuple[Heading, ...]
    titles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def target_of(self, heading: str) -> tuple[str, float] | None:
        """The field a heading stands for and how well it fits, 0 to 1; `None` when it is none of this register's."""
        key = key_of(heading)
        if not key:
            return None
        best: tuple[str, float] | None = None
        for one in self.headings:
            for name in one.names:
                fit = _fit(key, name)
                if fit and (best is None or fit * one.weight > best[1]):
                    best = (one.target, fit * one.weight)
        return best


def is_never_kept(heading: str) -> bool:
    """Whether a column of this heading may not be kept at all."""
    key = key_of(heading)
    return bool(_NEVER_KEPT.search(key)) and not _NOT_NEVER.search(key)


def is_ordinal(heading: str) -> bool:
    return key_of(heading) in _ORDINALS


def _fit(key: str, name: str) -> float:
    """How well a heading says a name: whole, as its beginning, or within it."""
    if key == name:
        return 1.0
    if re.match(rf"{re.escape(name)}\b", key):
        return 0.6 + 0.3 * len(name) / len(key)
    if len(name) > 3 and re.search(rf"\b{re.escape(name)}\b", key):
        return 0.4 + 0.3 * len(name) / len(key)
    return 0.0


def fitting(shapes: Iterable[Shape], headings: Sequence[str], titles: str = "") -> tuple[Shape, Mapping[int, str], float] | None:
    """The shape that these headings fit best, with a target for each column that has one, and the score; `None` when none fits."""
    best: tuple[Shape, Mapping[int, str], float] | None = None
    title = key_of(titles)
    for shape in shapes:
        mapping, score = mapped(shape, headings)
        if not set(shape.needs) <= set(mapping.values()):
            continue
        score += 1.5 * any(word in title for word in shape.titles)
        if len(mapping) >= 2 and (best is None or score > best[2]):
            best = (shape, mapping, score)
    return best


def mapped(shape: Shape, headings: Sequence[str]) -> tuple[Mapping[int, str], float]:
    """Column to target; of two columns that fit one target, the better one, and of equals the first."""
    wanted: dict[str, tuple[float, int]] = {}
    for place, heading in enumerate(headings):
        if is_ordinal(heading) or is_never_kept(heading):
            continue
        found = shape.target_of(heading)
        if found and found[1] > wanted.get(found[0], (0.0, 0))[0]:
            wanted[found[0]] = (found[1], place)
    return {place: target for target, (_, place) in wanted.items()}, sum(fit for fit, _ in wanted.values())
