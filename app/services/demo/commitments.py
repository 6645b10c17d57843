"""The yearly campaign in which households sign, hamlet by hamlet, and schools, shops and clans as one."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from app.services import campaigns, registers
from app.services.demo.pen import Pen, Written, typed
from app.services.demo.sources import Commune, Hamlet

_SIGNED = (0.86, 0.99)
_WITHDRAWN = 0.5
"""In how many campaigns somebody takes a signature back."""


def campaign(pen: Pen, aside: Pen, commune: Commune, year: int) -> None:
    """One campaign before Tết: each hamlet signs on an evening, the establishments in a week of their own."""
    texts = pen.world.texts
    begins = date(year, 1, 14)
    values = {
        "name": texts["campaign"]["name"].format(year=year),
        "text": texts["campaign"]["text"],
        "starts_on": begins,
        "ends_on": begins + timedelta(days=12),
        "signers": "household_establishment",
    }
    wave = pen.new(begins, "campaign", values, hour=8)
    for hamlet_id, hamlet in pen.hamlets:
        _evening(pen, aside, wave, hamlet_id, hamlet, pen.day(begins + timedelta(days=1), begins + timedelta(days=11)))
    day = aside.day(begins + timedelta(days=1), begins + timedelta(days=8))
    aside.on(day, partial(_establishments, aside, wave, day), hour=17)
    if aside.generator.random() < _WITHDRAWN:
        later = aside.day(begins + timedelta(days=30), begins + timedelta(days=300))
        aside.on(later, partial(_withdraw, aside, wave, aside.generator.random(), later), hour=14)


def _evening(pen: Pen, aside: Pen, wave: Written, hamlet_id: str, hamlet: Hamlet, day: date) -> None:
    generator = pen.generator
    signing = round(hamlet.households * generator.uniform(*_SIGNED))
    places = sorted(generator.sample(range(hamlet.households), signing))
    missing = hamlet.households - signing
    away, moved = aside.generator.randrange(missing + 1), aside.generator.randrange(2) if missing > 1 else 0
    pen.on(day, partial(_sign, pen, wave, hamlet_id, places, day, (away, min(moved, missing - away))), hour=21)


def _sign(pen: Pen, wave: Written, hamlet_id: str, places: Sequence[int], day: date, missing: tuple[int, int]) -> None:
    ticks = campaigns.ticks(pen.ctx, wave.id, hamlet_id)
    signed = [ticks[place] for place in places if place < len(ticks)]
    campaigns.save_ticks(pen.ctx, campaign=wave.id, hamlet=hamlet_id, signed_on=typed(day), signed=signed)
    away, moved = missing
    left = max(0, len(ticks) - len(signed) - away - moved)
    counts = {"away": str(away or ""), "moved": str(moved or ""), "not_reached": str(left or "")}
    campaigns.save_counts(pen.ctx, wave.id, hamlet_id, counts)


def _establishments(pen: Pen, wave: Written, day: date) -> None:
    found = campaigns.ticks(pen.ctx, wave.id, "", "establishment")
    campaigns.save_ticks(
        pen.ctx, campaign=wave.id, hamlet="", kind="establishment", signed_on=typed(day), signed=found[: max(2, len(found) - 1)]
    )


def _withdraw(pen: Pen, wave: Written, place: float, day: date) -> None:
    hamlet_id, _ = pen.hamlets[0]
    signed = [tick for tick in campaigns.ticks(pen.ctx, wave.id, hamlet_id) if tick.stands]
    texts = {"commitment": signed[int(place * len(signed))].commitment, "withdrawn_on": typed(day), "told": "in_person"}
    registers.save(pen.ctx, "withdrawal", None, texts)
