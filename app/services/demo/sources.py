"""What the demonstration is made from: `resources/demo`, read into plain values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.paths import resources

YEAR = 2022
"""The published year; the year before it is made up."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one year: by indicator, and which of them are published as "more than"."""

    year: int
    indicators: Mapping[str, int]
    at_least: frozenset[str]

    def met_by(self, counted: Mapping[str, int]) -> bool:
        """Whether counted figures are these: equal, or at or above those published as "more than"."""
        return all(
            counted[code] >= value if code in self.at_least else counted[code] == value for code, value in self.indicators.items()
        )


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet and its households."""

    name: str
    households: int

    def said(self, sentence: str, **facts: object) -> str:
        """A text with this hamlet at its `{hamlet}`: "Đội dân phòng thôn Pa Te", but "Thôn Pa Te" where it begins."""
        filled = sentence.format(hamlet=lower_first(self.name), **facts)
        return filled[0].upper() + filled[1:]


def lower_first(name: str) -> str:
    """A place's name inside a sentence: "thôn Pa Te", "xã Túc Đán"."""
    return name[0].lower() + name[1:]


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune. `peoples` weighs the lists of names its households are named from."""

    name: str
    code: str
    peoples: Mapping[str, int]
    hamlets: tuple[Hamlet, ...]

    @property
    def households(self) -> int:
        return sum(hamlet.households for hamlet in self.hamlets)

    @property
    def level(self) -> str:
        """The first word or words of the name: "Xã", "Thị trấn"."""
        return next(level for level in _LEVELS if self.name.startswith(level + " "))

    @property
    def place(self) -> str:
        """The name without its level: "Túc Đán"."""
        return self.name.removeprefix(self.level + " ")


@dataclass(frozen=True, slots=True)
class Above:
    """The unit above all communes."""

    name: str
    code: str
    parent_name: str


@dataclass(frozen=True, slots=True)
class World:
    """Everything a demonstration is made from. `years` are the year before and the reported year."""

    above: Above
    communes: tuple[Commune, ...]
    years: tuple[Figures, Figures]
    names: Mapping[str, Mapping[str, Sequence[str]]]
    texts: Mapping[str, Any]


_LEVELS = ("Thị trấn", "Xã", "Huyện")


def load_world(folder: Path | None = None) -> World:
    """The world as shipped: Trạm Tấu, twelve communes, 2021 and 2022."""
    folder = folder or resources() / "demo"
    places = _read(folder / "places.json")
    names = {people: lists for people, lists in _read(folder / "names.json").items() if isinstance(lists, dict)}
    return World(
        above=Above(**places["parent"]),
        communes=tuple(_commune(content) for content in places["communes"]),
        years=(load_figures(YEAR - 1, folder), load_figures(YEAR, folder)),
        names=names,
        texts=_read(folder / "texts.json"),
    )


def load_figures(year: int, folder: Path | None = None) -> Figures:
    """The figures of a year, as published or made up (the file says which)."""
    content = _read((folder or resources() / "demo") / f"tram-tau-{year}.json")
    return Figures(content["year"], content["indicators"], frozenset(content["at_least"]))


def _commune(content: Mapping[str, Any]) -> Commune:
    hamlets = tuple(Hamlet(name, households) for name, households in content["hamlets"])
    return Commune(content["name"], content["code"], content["peoples"], hamlets)


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
