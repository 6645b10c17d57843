"""The other registers of the demonstration: whatever the dice say, what is planned could have been typed."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.core.clock import FixedClock
from app.data.declare import registry
from app.services.context import Context
from app.services.demo import books, gatherings, outreach, peace, quarrels
from app.services.demo.pen import Pen, Written
from app.services.demo.people import People
from app.services.demo.sources import World, load_world
from app.services.registers.hooks import CHECKS

YEARS = (2021, 2022)


class Recorder(Pen):
    """Keeps what is planned instead of writing it."""

    def __init__(self, world: World, seed: int) -> None:
        commune = world.communes[seed % len(world.communes)]
        generator = random.Random(seed)
        nowhere = cast(Context, None)  # nothing is written here
        super().__init__(
            nowhere, FixedClock(books.first_day(world)), world, People(generator, world.names, commune.peoples), generator
        )
        self.officers = ["a", "b", "c"]
        self.hamlets = [(f"{number:032x}", hamlet) for number, hamlet in enumerate(commune.hamlets)]
        self.records: dict[int, tuple[date, dict[str, Any]]] = {}
        self.kept: list[Written] = []
        peace.helped(self, YEARS, date(2021, 1, 4))
        peace.trusted(self, YEARS, date(2021, 1, 4))
        peace.areas(self, YEARS, date(2021, 1, 4))
        gatherings.committee(self, commune, YEARS, date(2021, 1, 4))
        held = [
            (day, form, self.new(day, "meeting", {"held_on": day, "form": form, "topic": "x", "attendees": 9}))
            for day, form in ((date(2021, 12, 9), "forum"), (date(2022, 5, 5), "forum"), (date(2022, 8, 19), "festival"))
        ]
        gatherings.remember(self, commune, held)
        for year in YEARS:
            quarrels.disputes(self, year, open_since=date(2022, 11, 5))
            outreach.reach_out(self, year)
            outreach.plans(self, commune, year)
            outreach.hand_ins(self, year)
            outreach.safety(self, commune, year)

    def new(self, day: date, type_code: str, values: Mapping[str, Any], *, hour: int = 16) -> Written:
        written = super().new(day, type_code, values, hour=hour)
        self.records[id(written)] = (day, dict(values))
        self.kept.append(written)
        return written

    def edit(self, day: date, written: Written, values: Mapping[str, Any], *, hour: int = 17) -> None:
        super().edit(day, written, values, hour=hour)
        begun, before = self.records[id(written)]
        assert day >= begun
        before.update(values)


@pytest.mark.parametrize("seed", range(36))
def test_every_throw_of_the_dice_can_be_typed(seed: int) -> None:
    world = load_world()
    pen = Recorder(world, seed)
    for written in pen.kept:
        day, values = pen.records[id(written)]
        assert date(2021, 1, 2) <= day <= date(2022, 12, 10)
        declared = registry.get(written.type_code)
        assert set(values) <= set(declared.fields)
        defaults = {name: info.default for name, info in declared.fields.items()}
        whole = defaults | {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
        assert not [name for name, info in declared.fields.items() if info.required and whole[name] in (None, "")]
        assert [problem for check in CHECKS.get(written.type_code, ()) for problem in check(whole)] == []
