"""Two communes of the demonstration with figures small enough for every run of the tests."""

from dataclasses import replace

import pytest

from app.services.demo.sources import Figures, World, load_world

_SMALL = {
    2021: (21, 900, 12, 8, 5, 6, 7, 8, 2, 1, 6, 8, 90),
    2022: (24, 1000, 14, 9, 6, 6, 8, 9, 2, 2, 7, 9, 100),
}


@pytest.fixture(scope="session")
def small_world() -> World:
    world = load_world()
    codes = tuple(world.years[1].indicators)
    before, now = (
        Figures(figures.year, dict(zip(codes, _SMALL[figures.year], strict=True)), figures.at_least) for figures in world.years
    )
    communes = tuple(replace(c, hamlets=tuple(replace(h, households=12) for h in c.hamlets)) for c in world.communes[1:3])
    return replace(world, communes=communes, years=(before, now))
