"""Quarrels and their mediation: who mediated, how it ended, and looking again how things are."""

from datetime import date, timedelta
from typing import Any

from app.services.demo.distribution import days
from app.services.demo.pen import Pen, Written
from app.services.demo.sources import Hamlet

_LOOK_AGAIN = 30
"""Days from the end of a mediation to the next look."""


def disputes(pen: Pen, year: int, *, open_since: date) -> None:
    """Disputes as they came in, and how mediation ended, mostly well; some of those since a day are still being mediated.

    The last of that day's year is open, and at its place a second one has come up.
    """
    generator = pen.generator
    found = days(generator, year, generator.randrange(4, 8))
    for number, day in enumerate(found, 1):
        text, at = generator.choice(pen.world.texts["disputes"]), pen.hamlet()
        values = _values(pen, text, at)
        record = pen.new(day, "dispute", {"number": number, "received_on": day, **values}, hour=15)
        _mediators(pen, record, day)
        ended = pen.day_soon_after(day, at_most=25)
        stays = ended == day or (day >= open_since and generator.random() < 0.5)
        if number == len(found) and year == open_since.year:
            since = max(day, open_since)
            again = {"number": number + 1, "received_on": since, **_values(pen, text, at)}
            pen.new(since, "dispute", again, hour=17)
        elif not stays:
            _ended(pen, record, ended, generator.random() < 0.82)


def _values(pen: Pen, text: dict[str, str], at: tuple[str, Hamlet]) -> dict[str, Any]:
    generator = pen.generator
    hamlet_id, hamlet = at
    parties = hamlet.said(
        "{first}, {age} tuổi và {second}, {other} tuổi, cùng ở {hamlet}",
        first=pen.people.somebody(),
        second=pen.people.somebody(),
        age=generator.randrange(25, 66),
        other=generator.randrange(25, 66),
    )
    place = hamlet.said(text["place"])
    return {"hamlet": hamlet_id, "place": place, "matter": text["matter"], "parties": parties, "content": text["content"]}


def _mediators(pen: Pen, dispute: Written, day: date) -> None:
    pen.new(day, "mediator", {"dispute": dispute, "name": pen.people.man(), "part": "mediator"}, hour=18)
    pen.new(day, "mediator", {"dispute": dispute, "name": pen.people.woman(), "part": "invited"}, hour=18)


def _ended(pen: Pen, dispute: Written, ended: date, well: bool) -> None:
    texts = pen.world.texts
    text = pen.generator.choice(texts["disputes"])
    agreed = {"agreement": text["agreement"]} if well else {}
    pen.edit(ended, dispute, {"outcome": "mediated" if well else "failed", "settled_on": ended, **agreed})
    due = ended + timedelta(days=_LOOK_AGAIN)
    look = pen.new(ended, "follow_up", {"dispute": dispute, "due_on": due}, hour=19)
    if due.year == ended.year and due < date(ended.year, 12, 5):
        state = "calm" if well else "tense"
        note = pen.generator.choice(texts["dispute_follow_up"])
        pen.edit(due, look, {"looked_on": due, "state": state, "note": note}, hour=10)
