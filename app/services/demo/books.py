"""The books of a demonstration: beginning one, and filling a commune's with two years of work."""

import random
from datetime import date, datetime
from pathlib import Path

from app.core.clock import FixedClock
from app.core.i18n import Translator
from app.core.randomness import SystemRandomness
from app.keys.passwords import STRONG
from app.services import closing, registers, sample, session
from app.services.demo import (
    aims,
    awards,
    commitments,
    gatherings,
    happenings,
    leavings,
    outreach,
    peace,
    persons,
    quarrels,
    roster,
    standing,
    teams,
    tellers,
    yearbooks,
)
from app.services.demo.awards import Decision
from app.services.demo.pen import Count, Pen
from app.services.demo.people import People
from app.services.demo.plan import CommunePlan
from app.services.demo.sources import Above, Commune, Hamlet, World, lower_first
from app.services.session import Session
from app.services.setup import HamletSetup, StationSetup

LOGIN = "chihuy"
PASSWORD = "TramTau2022"  # printed at the end of every demonstration: there is nothing to protect in it
_RANKS = ("Thiếu tá", "Đại úy", "Thượng úy")
_RESIDENTS = (4.6, 5.9)


def first_day(world: World) -> datetime:
    """When every book of the world begins."""
    return datetime(world.years[0].year, 1, 2, 7, 30)


def last_day(world: World) -> datetime:
    """When communes close their figures and carry them to the unit above: the last day of the reporting year."""
    return datetime(world.years[1].year, 12, 14, 17, 30)


def begin_commune(world: World, commune: Commune, folder: Path, parent_file: Path, say: Translator) -> Session:
    """The new book of a commune, its officer logged in."""
    people = _people(world, commune, "officers")
    level, place = commune.level.upper(), commune.name.upper()
    setup = StationSetup(
        code=commune.code,
        name=commune.name,
        place=commune.place,
        parent_name=f"Công an {lower_first(world.above.name)}",
        police_body=f"CÔNG AN {place}",
        authority_body=f"ỦY BAN NHÂN DÂN {place}",
        authority=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {place}",
        signer_title=f"TRƯỞNG CÔNG AN {level}",
        signer=f"{people.rank} {people.chief}",
        parent_file=parent_file,
        hamlets=tuple(HamletSetup(hamlet.name, hamlet.households) for hamlet in commune.hamlets),
        officer_name=people.chief,
        officer_rank=people.rank,
        officer_position=f"Trưởng Công an {commune.level.lower()}",
        login=LOGIN,
        password=PASSWORD,
    )
    return _begun(folder, setup, FixedClock(first_day(world)), say)


def begin_above(world: World, folder: Path, say: Translator) -> Session:
    """The new book of the unit above, its officer logged in."""
    above = world.above
    people = _Officers(random.Random(f"{above.code} officers"), world)
    setup = StationSetup(
        code=above.code,
        name=above.name,
        kind="parent",
        place=_place(above),
        parent_name=above.parent_name,
        police_body=f"CÔNG AN {above.name.upper()}",
        authority_body=f"ỦY BAN NHÂN DÂN {above.name.upper()}",
        authority=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {above.name.upper()}",
        signer_title=f"TRƯỞNG CÔNG AN {above.name.split()[0].upper()}",
        signer=f"Thượng tá {people.chief}",
        officer_name=people.chief,
        officer_rank="Thượng tá",
        officer_position=f"Trưởng Công an {above.name.split()[0].lower()}",
        login=LOGIN,
        password=PASSWORD,
    )
    return _begun(folder, setup, FixedClock(first_day(world)), say)


def reopen(folder: Path, moment: datetime, say: Translator) -> tuple[Session, FixedClock]:
    """Log in to a book of the demonstration at a moment of its past."""
    clock = FixedClock(moment)
    opened = session.unlock(folder, LOGIN, PASSWORD, clock=clock, randomness=SystemRandomness(), cost=STRONG, say=say)
    return opened, clock


def write_commune(opened: Session, clock: FixedClock, world: World, plan: CommunePlan, count: Count) -> None:
    """Two years of a commune, entry by entry, its months closed."""
    commune = plan.commune
    generator = random.Random(f"{commune.code} book")
    pen = Pen(opened.context, clock, world, People(generator, world.names, commune.peoples), generator)
    officers = _people(world, commune, "officers")
    pen.officers = [f"{officers.rank} {officers.chief}", *(f"{generator.choice(_RANKS)} {pen.people.man()}" for _ in range(2))]
    pen.hamlets = _hamlets(pen, commune)
    years = (plan.years[0].year, plan.years[1].year)
    opening = date(years[0], 1, 4)
    pen.on(opening, lambda: closing.close(pen.ctx, f"{years[0] - 1}-12"), hour=8)
    aside = random.Random(f"{commune.code} further")
    further = pen.beside(aside, People(aside, world.names, commune.peoples))
    signing = random.Random(f"{commune.code} signing")
    signers = pen.beside(signing, People(signing, world.names, commune.peoples))
    roster.households(pen, signers, opening)
    roster.establishments(signers, commune, opening)
    teams.serve(further, standing.stand(pen, plan, opening), years)
    names = random.Random(f"{commune.code} tellers")
    telling = pen.beside(names, People(names, world.names, commune.peoples))
    tellers.keepers(telling, PASSWORD, opening)
    writing = random.Random(f"{commune.code} minutes")
    secretary = pen.beside(writing, People(writing, world.names, commune.peoples))
    gatherings.committee(secretary, commune, years, opening)
    for year in plan.years:
        commitments.campaign(pen, signers, commune, year.year)
        roster.changes(signers, year.year)
        gatherings.remember(secretary, commune, happenings.meetings(pen, commune, year))
        tips = happenings.tip_offs(pen, further, year)
        tellers.seal(telling, tips, opening)
        if year is plan.years[1]:
            tellers.open_once(telling, tips, PASSWORD, date(year.year, 12, 12))
    _further_registers(further, commune, years, opening)
    persons.tie(further, date(years[1], 12, 9))
    if commune.code in (awarding := [each.code for each in world.communes[1:3]]):
        awards.decide(pen, _commune_decision(commune, years[1], 47 + 5 * awarding.index(commune.code)))
    proposing = random.Random(f"{commune.code} nominations")
    proposer = pen.beside(proposing, People(proposing, world.names, commune.peoples))
    for place, at in enumerate(years):
        yearbooks.nominations(proposer, at, last=place == 1)
    yearbooks.close(proposer, years[0])
    printing = random.Random(f"{commune.code} prints")
    leavings.printed(pen.beside(printing, People(printing, world.names, commune.peoples)), years)
    pen.on(date(years[1], 1, 6), lambda: closing.close(pen.ctx, str(years[0])), hour=9)
    pen.on(last_day(world).date(), lambda: closing.close(pen.ctx, str(years[1])), hour=16)
    pen.write(count)


def _further_registers(pen: Pen, commune: Commune, years: tuple[int, int], opening: date) -> None:
    peace.helped(pen, years, opening)
    peace.trusted(pen, years, opening)
    scribe = aims.aside(pen, commune)
    aims.intervals(scribe, opening)
    for area in peace.areas(pen, years, opening):
        aims.looked_over(scribe, area, date(years[1], 8, 15))
    aims.by_hand(scribe, commune.name, years[0] - 1, opening)
    aims.reported(scribe, years, date(years[1], 12, 10))
    for year in years:
        outreach.reach_out(pen, year)
        day, programme = outreach.plans(pen, commune, year)
        aims.targets(scribe, programme, commune, day)
        outreach.hand_ins(pen, year)
        outreach.safety(pen, commune, year)
        quarrels.disputes(pen, year, open_since=date(years[1], 11, 5))


def write_above(opened: Session, clock: FixedClock, world: World, count: Count) -> str:
    """The decisions of the unit above; returns the number of the reported year's."""
    generator = random.Random(f"{world.above.code} book")
    peoples = {"mong": 7, "thai": 2, "kinh": 1}
    pen = Pen(opened.context, clock, world, People(generator, world.names, peoples), generator)
    addresses = [(hamlet, commune.name) for commune in world.communes for hamlet in commune.hamlets]
    numbers = ("1702/QĐ-UBND", "1846/QĐ-UBND")
    for number, year, awarded in zip(numbers, (figures.year for figures in world.years), ((4, 10), (5, 13)), strict=True):
        awards.decide(
            pen,
            Decision(
                number=number,
                decided_on=date(year, 11, 29),
                authority=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {world.above.name.upper()}",
                place=_place(world.above),
                signer_title="CHỦ TỊCH",
                collectives=awarded[0],
                individuals=awarded[1],
                shares=(30, 60),
                addresses=addresses,
            ),
        )
    pen.write(count)
    return numbers[1]


class _Officers:
    """The commander of a unit, the same whenever asked."""

    def __init__(self, generator: random.Random, world: World, peoples: tuple[str, ...] = ("kinh", "thai")) -> None:
        self.rank = generator.choice(_RANKS)
        self.chief = People(generator, world.names, dict.fromkeys(peoples, 1)).man()


def _people(world: World, commune: Commune, what: str) -> _Officers:
    return _Officers(random.Random(f"{commune.code} {what}"), world, tuple({"kinh": 1, **commune.peoples}))


def _begun(folder: Path, setup: StationSetup, clock: FixedClock, say: Translator) -> Session:
    opened = session.set_up(folder, setup, clock=clock, randomness=SystemRandomness(), cost=STRONG, say=say)
    sample.mark_as_sample(opened.context.store)
    return opened


def _hamlets(pen: Pen, commune: Commune) -> list[tuple[str, Hamlet]]:
    """The hamlets as the set-up entered them, each now with its number of residents."""
    choices = {name: record_id for record_id, name in registers.choices_of(pen.ctx, "meeting", "hamlet")}
    found = [(choices[hamlet.name], hamlet) for hamlet in commune.hamlets]
    for record_id, hamlet in found:
        residents = round(hamlet.households * pen.generator.uniform(*_RESIDENTS))
        registers.save(pen.ctx, "hamlet", record_id, {"residents": str(residents)})
    return found


def _commune_decision(commune: Commune, year: int, number: int) -> Decision:
    return Decision(
        number=f"{number}/QĐ-UBND",
        decided_on=date(year, 11, 15),
        authority=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {commune.name.upper()}",
        place=commune.place,
        signer_title="CHỦ TỊCH",
        collectives=2,
        individuals=4,
        shares=(15, 30),
        addresses=[(hamlet, commune.name) for hamlet in commune.hamlets],
    )


def _place(above: Above) -> str:
    return above.name.split(" ", 1)[1]
