"""One award decision and its awarded, entered, numbered and issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.services import awards
from app.services.demo import award_sheets, council
from app.services.demo.pen import Pen
from app.services.demo.sources import Hamlet, lower_first

_BASE_SALARY = 1_490_000
"""Base salary (lương cơ sở) in 2021 and 2022, đồng."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision to be written. `shares` are the awards of a person and of a collective in hundredths of the base salary.

    `addresses` are places the awarded come from, as (hamlet, name of its commune).
    """

    number: str
    decided_on: date
    authority: str
    place: str
    signer_title: str
    collectives: int
    individuals: int
    shares: tuple[int, int]
    addresses: Sequence[tuple[Hamlet, str]]


def award_money(hundredths: int) -> int:
    """A share of the base salary, rounded up to ten thousand đồng as Nghị định 91/2017 has it."""
    exact = _BASE_SALARY * hundredths // 100
    return -(-exact // 10_000) * 10_000


def decide(pen: Pen, decision: Decision) -> None:
    """Draft the decision two days before its date, then its awarded; on the day, number and issue it."""
    generator, deeds = pen.generator, pen.world.texts["deeds"]
    year = decision.decided_on.year
    draft_day = decision.decided_on - timedelta(days=2)
    award = pen.new(
        draft_day,
        "award",
        {
            "number": decision.number,
            "decided_on": decision.decided_on,
            "authority": decision.authority,
            "place": decision.place,
            "signer_title": decision.signer_title,
            "signer": pen.people.man(),
            "deed": deeds["decision"].format(year=year),
            "grounds": deeds["grounds"],
        },
        hour=9,
    )
    who = [True] * decision.collectives + [False] * decision.individuals
    forms = generator.sample(deeds["collective_names"], len(deeds["collective_names"]))
    named, awarded = [], []
    for number, collective in enumerate(who):
        hamlet, commune = generator.choice(decision.addresses)
        own = generator.random() < 0.6
        texts = deeds["collectives" if collective else "individuals"]
        values = {
            "award": award,
            "name": hamlet.said(forms[number % len(forms)]) if collective else pen.people.somebody(),
            "collective": int(collective),
            "address": commune if collective else f"{hamlet.name}, {lower_first(commune)}",
            "achievement": generator.choice(texts).format(year=year) if own else None,
            "amount": award_money(decision.shares[collective]),
        }
        named.append(values)
        awarded.append(pen.new(draft_day + timedelta(days=1), "awardee", values))
    pen.on(decision.decided_on, lambda: awards.number_register(pen.ctx, award.id), hour=9)
    pen.edit(decision.decided_on, award, {"state": "issued"}, hour=10)
    nominated = council.meets(pen, draft_day, award, decision.number, named)
    council.decided(pen, decision.decided_on, award, nominated)
    award_sheets.printed(pen, decision.decided_on, awarded, decision.number)
