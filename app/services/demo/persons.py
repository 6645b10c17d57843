"""Persons: some officers have tied what belongs to one person together, and left the rest as the questions it is."""

from datetime import date
from functools import partial

from app.data.conditions import AllOf, Equals, IsEmpty, NotEmpty, OneOf
from app.services import people, registers
from app.services.demo.pen import Pen, typed

_PEOPLE = 5
"""Heads of households who also serve in a group and mediate; of the last it turns out that two men bear one name."""
_ANSWERED = 3


def tie(pen: Pen, day: date) -> None:
    """Late in the year some heads of households join a mediation group and mediate; most of them are recognised as one person."""
    for place in range(_PEOPLE):
        pen.on(day, partial(_one, pen, place, day, pen.generator.random()), hour=9 + place)


def _one(pen: Pen, place: int, day: date, chance: float) -> None:
    ctx = pen.ctx
    with ctx.store.reader() as reader:
        groups = reader.window(
            "group",
            AllOf((Equals("kind", "mediation"), IsEmpty("ended_on"), NotEmpty("hamlet"))),
            order=("name", "asc"),
            limit=_PEOPLE,
        )
        if not groups:
            return
        group = groups[place % len(groups)]
        hamlet = group.values["hamlet"]
        homes = reader.window(
            "household", AllOf((Equals("hamlet", hamlet), IsEmpty("left_on"), NotEmpty("birth"))), order=("head", "asc"), limit=500
        )
        quarrels = reader.window(
            "dispute", AllOf((OneOf("hamlet", (hamlet,)),)), order=("received_on", "desc"), limit=1
        ) or reader.window("dispute", order=("received_on", "desc"), limit=1)
    if not homes:
        return
    home = homes[int(chance * len(homes))]
    said = {"name": str(home.values["head"]), "birth": str(home.values["birth"])}
    joined = {"team": group.id, "role": "member", "joined_on": typed(day), **said}
    member = registers.save(ctx, "member", None, joined).id
    mediated = [registers.save(ctx, "mediator", None, {"dispute": each.id, "name": said["name"]}).id for each in quarrels]
    if place < _ANSWERED:
        people.join(ctx, ("household", home.id), ("member", member))
        for mediator in mediated[: 2 if place else 0]:
            people.join(ctx, ("household", home.id), ("mediator", mediator))
    elif place == _PEOPLE - 1:
        people.different(ctx, ("household", home.id), ("member", member))
