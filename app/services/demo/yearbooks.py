"""Award nominations, and the books of the first year: closed in February, with one entry that came late."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.data.conditions import Between
from app.services import books, registers
from app.services.demo.pen import Pen
from app.services.registers.asking import Answers

_CLOSED = ("meeting", "outreach", "hand_in")
"""Books in which nothing of the first year is still going on."""


def nominations(pen: Pen, year: int, *, last: bool) -> None:
    """A few a year, decided within weeks; in the last year the newest one still waits. One was typed twice and deleted."""
    generator, deeds = pen.generator, pen.world.texts["deeds"]
    for number in range(generator.randrange(3, 6)):
        _, hamlet = pen.hamlet()
        collective = generator.random() < 0.3
        late = number == 0
        day = pen.day(date(year, 11, 20), date(year, 12, 8)) if late else pen.day(date(year, 4, 1), date(year, 10, 20))
        texts = deeds["collectives" if collective else "individuals"]
        values = {
            "proposed_on": day,
            "kind": "regular" if late else generator.choice(("regular", "campaign", "unexpected")),
            "nominee": "collective" if collective else "person",
            "name": hamlet.said(generator.choice(deeds["collective_names"])) if collective else pen.people.somebody(),
            "address": hamlet.name,
            "deed": generator.choice(texts).format(year=year),
            "proposer": hamlet.said("Ban công tác Mặt trận {hamlet}"),
            "outcome": "pending",
        }
        written = pen.new(day, "nomination", values, hour=10)
        if not (late and last):
            decided = min(pen.day_soon_after(day, at_most=40), date(year, 12, 28))
            outcome = generator.choice(("awarded", "awarded", "refused"))
            pen.edit(decided, written, {"outcome": outcome, "decided_on": decided})
        if number == 1:
            _typed_twice(pen, day, values)


def _typed_twice(pen: Pen, day: date, values: Mapping[str, Any]) -> None:
    double = pen.new(day, "nomination", values, hour=15)
    pen.on(day, lambda: registers.delete(pen.ctx, "nomination", double.id), hour=17)


def close(pen: Pen, year: int) -> None:
    """Close books of a year in the February after it; in March somebody finds that the notes of a meeting lack a word."""
    pen.on(date(year + 1, 2, 15), lambda: books.close(pen.ctx, year, _CLOSED), hour=15)
    pen.on(date(year + 1, 3, 2), lambda: _late(pen, year), hour=10)


def _late(pen: Pen, year: int) -> None:
    with pen.ctx.store.reader() as reader:
        of_year = Between("held_on", f"{year:04}-01-01", f"{year:04}-12-31")
        found = reader.window("meeting", of_year, order=("held_on", "desc"), limit=1)
    for meeting in found:
        texts = {"notes": "Bổ sung theo biên bản: có đại diện Ủy ban Mặt trận Tổ quốc xã dự."}
        registers.save(pen.ctx, "meeting", meeting.id, texts, answers=Answers(reason="Biên bản giấy nộp muộn, đối chiếu thiếu"))
