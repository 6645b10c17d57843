"""Nominations and closed books of the demonstration, written through the services an officer uses."""

import random
from datetime import date
from pathlib import Path

from app.core.clock import FixedClock
from app.core.i18n import load
from app.services import registers
from app.services.books import books
from app.services.context import Context, Officer
from app.services.demo import yearbooks
from app.services.demo.books import first_day
from app.services.demo.pen import Pen
from app.services.demo.people import People
from app.services.demo.sources import load_world
from tests.data.conftest import new_store


def test_nominations_wait_or_are_decided_and_the_first_years_books_are_closed(tmp_path: Path) -> None:
    world = load_world()
    commune = world.communes[1]
    clock = FixedClock(first_day(world))
    store = new_store(tmp_path / "book", clock=clock)
    try:
        officer = Officer("0" * 31 + "1", "chihuy", "Quàng Văn Viên", "commander")
        ctx = Context(store, officer, clock, load("vi"), store.folder)
        generator = random.Random(7)
        pen = Pen(ctx, clock, world, People(generator, world.names, commune.peoples), generator)
        pen.hamlets = [(f"{number:032x}", hamlet) for number, hamlet in enumerate(commune.hamlets)]
        held = {"held_on": date(2021, 12, 9), "form": "study", "topic": "Học tập", "attendees": 40}
        pen.new(date(2021, 12, 9), "meeting", held)
        for place, year in enumerate((2021, 2022)):
            yearbooks.nominations(pen, year, last=place == 1)
        yearbooks.close(pen, 2021)
        pen.write(lambda: None)
        rows = registers.rows(ctx, registers.ListState("nomination"))
        outcomes = [row.cells[-1] for row in rows]
        assert 6 <= len(rows) <= 10 and outcomes.count("Chờ xét") + outcomes.count("Waiting") == 1
        assert [line.type_code for line in registers.thrown(ctx)] == ["nomination"] * 2
        lines = {line.code: line for line in books(ctx, 2021)}
        assert {code for code, line in lines.items() if line.closed_on} == {"meeting", "outreach", "hand_in"}
        assert (lines["meeting"].rows_closed, lines["meeting"].late) == (1, 1)
    finally:
        store.close()
