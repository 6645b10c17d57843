"""The roster of households, and the yearly campaign in which they sign, hamlet by hamlet."""

from datetime import date, timedelta
from functools import partial

from app.services import campaigns
from app.services import roster as rosters
from app.services.demo.pen import Pen, Written, typed
from app.services.demo.sources import Commune, Hamlet

_SIGNED = (0.86, 0.99)


def roster(pen: Pen, opening: date) -> None:
    """Put the households of every hamlet on the roster, a hamlet a day."""
    for place, (hamlet_id, hamlet) in enumerate(pen.hamlets):
        heads = pen.people.different(hamlet.households)
        pen.on(opening + timedelta(days=place % 5), partial(rosters.add_households, pen.ctx, hamlet_id, heads), hour=10)


def campaign(pen: Pen, commune: Commune, year: int) -> None:
    """One campaign before Tết: each hamlet signs on an evening, the schools sign too."""
    texts = pen.world.texts
    begins = date(year, 1, 14)
    values = {
        "name": texts["campaign"]["name"].format(year=year),
        "text": texts["campaign"]["text"],
        "starts_on": begins,
        "ends_on": begins + timedelta(days=12),
        "signers": "household",
    }
    wave = pen.new(begins, "campaign", values, hour=8)
    for hamlet_id, hamlet in pen.hamlets:
        _evening(pen, wave, hamlet_id, hamlet, pen.day(begins + timedelta(days=1), begins + timedelta(days=11)))
    for school in texts["schools"]:
        name = school.format(commune=commune.place)
        day = pen.day(begins + timedelta(days=1), begins + timedelta(days=8))
        pen.new(day, "commitment", {"campaign": wave, "signed_on": day, "signer_kind": "establishment", "name": name})


def _evening(pen: Pen, wave: Written, hamlet_id: str, hamlet: Hamlet, day: date) -> None:
    generator = pen.generator
    signing = round(hamlet.households * generator.uniform(*_SIGNED))
    places = sorted(generator.sample(range(hamlet.households), signing))

    def tick() -> None:
        ticks = campaigns.ticks(pen.ctx, wave.id, hamlet_id)
        signed = [ticks[place] for place in places]
        campaigns.save_ticks(pen.ctx, campaign=wave.id, hamlet=hamlet_id, signed_on=typed(day), signed=signed)

    pen.on(day, tick, hour=21)
