"""The roster of households and establishments, and what changes among them in two years."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from app.data.conditions import AllOf, Equals, IsEmpty
from app.services import registers, roster
from app.services.demo.pen import Pen
from app.services.demo.sources import Commune
from app.services.roster import NewHousehold

_MOST_PEOPLE = 14
_BORN, _DIED, _MOVED = 0.022, 0.007, 0.004
"""Shares of households in a year; a village of ninety households sees two births and now and then a move."""


def households(pen: Pen, aside: Pen, opening: date) -> None:
    """Put the households of every hamlet on the roster, a hamlet a day; what stands beside the names is thrown with other dice."""
    for place, (hamlet_id, hamlet) in enumerate(pen.hamlets):
        heads = pen.people.different(hamlet.households)
        lines = partial(_add, pen, aside.generator, hamlet_id, heads, opening.year)
        pen.on(opening + timedelta(days=place % 5), lines, hour=10)


def establishments(pen: Pen, commune: Commune, opening: date) -> None:
    """The schools, the shops and the clans that sign each year as one."""
    texts = pen.world.texts
    for school in texts["schools"]:
        values = {"name": school.format(commune=commune.place), "kind": "school", "pupils": pen.generator.randrange(90, 380)}
        pen.new(opening, "establishment", values | {"head": pen.people.somebody()}, hour=9)
    surnames = dict.fromkeys(pen.people.surname() for _ in range(4))
    for surname in surnames:
        hamlet, _ = pen.hamlet()
        values = {"name": f"Dòng họ {surname}", "kind": "clan", "head": pen.people.man(), "hamlet": hamlet}
        pen.new(opening, "establishment", values, hour=9)
    for firm in texts["firms"]:
        hamlet, _ = pen.hamlet()
        values = {"name": firm.format(name=pen.people.somebody()), "kind": "firm", "hamlet": hamlet}
        pen.new(opening, "establishment", values, hour=9)


def changes(pen: Pen, year: int) -> None:
    """Births, deaths and moves of a year, in every hamlet."""
    chance = pen.generator
    for hamlet_id, hamlet in pen.hamlets:
        for kind, share in (("born", _BORN), ("died", _DIED), ("moved_out", _MOVED)):
            for _ in range(sum(chance.random() < share for _ in range(hamlet.households))):
                day = pen.day(date(year, 2, 1), date(year, 12, 5))
                pen.on(day + timedelta(days=1), _change(pen, chance.random(), hamlet_id, kind, day), hour=15)
        if chance.random() < 0.3:
            day = pen.day(date(year, 2, 1), date(year, 12, 5))
            pen.on(day + timedelta(days=1), partial(_move_in, pen, hamlet_id, pen.people.somebody(), day), hour=15)


def _add(pen: Pen, chance: random.Random, hamlet_id: str, heads: list[str], year: int) -> None:
    with pen.ctx.store.reader() as reader:
        hamlet = reader.get("hamlet", hamlet_id)
    people = _shared_out(chance, int((hamlet and hamlet.values["residents"]) or 5 * len(heads)), len(heads))
    places = pen.world.texts["house_places"]
    lines = [
        NewHousehold(head, str(year - chance.randrange(24, 78)), str(number), chance.choice(places))
        for head, number in zip(heads, people, strict=True)
    ]
    roster.add_households(pen.ctx, hamlet_id, lines)


def _shared_out(chance: random.Random, people: int, homes: int) -> list[int]:
    """People over households, at least one in each, as many as there are in all."""
    numbers = [1] * homes
    left = min(people, homes * _MOST_PEOPLE) - homes
    while left > 0:
        place = chance.randrange(homes)
        if numbers[place] < _MOST_PEOPLE and (numbers[place] < 8 or chance.random() < 0.2):
            numbers[place] += 1
            left -= 1
    return numbers


def _change(pen: Pen, place: float, hamlet_id: str, kind: str, day: date) -> Callable[[], None]:
    """A change in one of the households that live there on the day it is written."""

    def write() -> None:
        with pen.ctx.store.reader() as reader:
            where = AllOf((Equals("hamlet", hamlet_id), IsEmpty("left_on")))
            homes = reader.window("household", where, order=("head", "asc"), limit=1000)
        home = homes[int(place * len(homes))]
        if kind == "died" and int(home.values["members"] or 0) < 2:
            return
        people = "1" if kind in ("born", "died") else ""
        texts = {"household": home.id, "kind": kind, "changed_on": f"{day:%d/%m/%Y}", "people": people}
        registers.save(pen.ctx, "household_change", None, texts)

    return write


def _move_in(pen: Pen, hamlet_id: str, head: str, day: date) -> None:
    home = registers.save(pen.ctx, "household", None, {"head": head, "hamlet": hamlet_id, "members": "4"})
    registers.save(pen.ctx, "household_change", None, {"household": home.id, "kind": "moved_in", "changed_on": f"{day:%d/%m/%Y}"})
