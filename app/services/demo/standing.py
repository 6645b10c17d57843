"""What stands in a commune: model sites with their reviews, notice boards and tip boxes, groups of the people."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.services.demo.distribution import split, uneven
from app.services.demo.pen import Pen, Written
from app.services.demo.people import People
from app.services.demo.plan import CommunePlan, Ledger
from app.services.demo.sources import Commune

_KINDS = {
    "people_security_teams": ("people_security", 7),
    "rapid_security_teams": ("rapid_security", 8),
    "mediation_teams": ("mediation", 6),
    "civil_defence_teams": ("civil_defence", 10),
}
"""Indicator → kind of group, and about how many members one has."""

Life = tuple[date, date | None]
"""Founded on, and ended on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A group as it was planned: what its members and its work are written from."""

    record: Written
    kind: str
    head: str
    members: int
    founded_on: date
    entered_on: date
    ended_on: date | None


def lives(pen: Pen, ledger: Ledger, years: tuple[int, int]) -> list[Life]:
    """When each of a stock began and ended, so that the ledger holds on the last day of both years."""
    before, now = years
    old = (date(before - 6, 3, 1), date(before - 1, 12, 10))
    within = {year: (date(year, 2, 1), date(year, 11, 20)) for year in years}

    def some(count: int, born: tuple[date, date], died: tuple[date, date] | None = None) -> list[Life]:
        return [(pen.day(*born), pen.day(*died) if died else None) for _ in range(count)]

    return [
        *some(ledger.kept - ledger.new_before, old),
        *some(ledger.new_before, within[before]),
        *some(ledger.begun, within[now]),
        *some(ledger.ended, old, (date(now, 6, 1), date(now, 10, 30))),
        *some(ledger.gone, old, (date(before, 6, 1), date(before, 10, 30))),
    ]


def stand(pen: Pen, plan: CommunePlan, opening: date) -> tuple[Team, ...]:
    """Everything that stands, came or went. What is older than the book is entered in the days after `opening`.

    Returns the groups, in the order in which they are planned.
    """
    years = (plan.years[0].year, plan.years[1].year)
    dice = random.Random(f"{plan.commune.code} sites")
    clerk = pen.beside(dice, People(dice, pen.world.names, plan.commune.peoples))
    _sites(pen, clerk, plan, years, opening)
    _boards(pen, plan, years, opening)
    _former_team(clerk, plan.commune, years, opening)
    return _groups(pen, clerk, plan, years, opening)


def _entered(pen: Pen, life: Life, opening: date) -> date:
    """The day of the entry: when it began, at the earliest when the book did."""
    return max(life[0], pen.day(opening, opening + timedelta(days=8)))


def _begin_and_end(
    pen: Pen, type_code: str, values: Mapping[str, Any], life: Life, end: Mapping[str, Any], opening: date
) -> Written:
    """Plan the entry when something began, at the earliest when the book did, and when it ended, if it has."""
    return _written(pen, type_code, values, life, end, _entered(pen, life, opening))


def _written(pen: Pen, type_code: str, values: Mapping[str, Any], life: Life, end: Mapping[str, Any], entered: date) -> Written:
    written = pen.new(entered, type_code, values)
    if life[1] is not None:
        pen.edit(life[1], written, end)
    return written


def _sites(pen: Pen, clerk: Pen, plan: CommunePlan, years: tuple[int, int], opening: date) -> None:
    texts, generator = pen.world.texts, pen.generator
    chosen = generator.sample(texts["models"], min(len(texts["models"]), 1 + plan.stocks["model_sites"].kept // 2))
    models = []
    for model in chosen:
        begun = pen.day(date(years[0] - 6, 1, 5), date(years[0] - 6, 2, 25))
        values = {"name": model["name"], "matter": model["matter"], "started_on": begun}
        models.append((pen.new(opening, "model", values, hour=9), str(model["place"])))
    stocks = lives(pen, plan.stocks["model_sites"], years)
    idle = [(pen.day(date(years[0] - 5, 1, 5), date(years[0] - 2, 12, 1)), None) for _ in range(plan.idle_sites)]
    all_lives = [*stocks, *idle]
    first = {place: min(life[0] for life in all_lives[place :: len(models)]) for place in range(min(len(models), len(all_lives)))}
    for number, life in enumerate(all_lives):
        origin = "built" if life[0] == first[number % len(models)] or clerk.generator.random() < 0.4 else "multiplied"
        site = _site(pen, clerk, *models[number % len(models)], origin, life, opening)
        _reviews(pen, site, life, years, idle=number >= len(stocks))
    if plan.commune.code in [commune.code for commune in pen.world.communes[:2]]:
        _recounts(clerk, models[0][0], years[0])


def _recounts(clerk: Pen, model: Written, year: int) -> None:
    """Two corrections of an old list that make up for each other."""
    first, second = date(year, 3, 4), date(year, 3, 18)
    double = "Sổ cũ tính trùng một điểm ở hai bản"
    missing = "Bổ sung một điểm đang duy trì mà sổ cũ bỏ sót"
    clerk.new(first, "model_adjustment", {"model": model, "adjusted_on": first, "difference": -1, "reason": double})
    clerk.new(second, "model_adjustment", {"model": model, "adjusted_on": second, "difference": 1, "reason": missing})


def _site(pen: Pen, clerk: Pen, model: Written, place: str, origin: str, life: Life, opening: date) -> Written:
    generator, dice = pen.generator, clerk.generator
    hamlet_id, hamlet = pen.hamlet()
    values = {
        "model": model,
        "place": hamlet.said(place, surname=pen.people.surname(), number=generator.randrange(1, 5)),
        "hamlet": hamlet_id,
        "origin": origin,
        "founded_on": life[0],
        "decision": f"{generator.randrange(11, 190)}/QĐ-UBND",
        "decided_on": life[0] - timedelta(days=dice.randrange(0, 6)),
        "head": clerk.people.man(),
        "members": dice.randrange(6, 32),
        "commitments": dice.randrange(18, 96),
    }
    end = {"dropped_on": life[1], "drop_reason": generator.choice(pen.world.texts["drop_reasons"])}
    return _begin_and_end(pen, "model_site", values, life, end, opening)


def _reviews(pen: Pen, site: Written, life: Life, years: tuple[int, int], *, idle: bool) -> None:
    """A review at the end of each year; before it was dropped, one that found it ineffective."""
    for year in years:
        low, high = date(year, 11, 21), date(year, 12, 5)
        if life[0] < low and (life[1] is None or life[1] > high):
            _review(pen, site, pen.day(low, high), idle=idle)
    if life[1] is not None:
        _review(pen, site, life[1] - timedelta(days=pen.generator.randrange(10, 60)), idle=True)


def _review(pen: Pen, site: Written, day: date, *, idle: bool) -> None:
    generator = pen.generator
    rating = "ineffective" if idle else generator.choices(("good", "fair", "average"), (6, 3, 1))[0]
    proposal = "drop" if idle else ("multiply" if rating == "good" and generator.random() < 0.3 else "keep")
    note = generator.choice(pen.world.texts["review_notes"]) if generator.random() < 0.3 and not idle else None
    values = {"site": site, "reviewed_on": day, "rating": rating, "proposal": proposal, "note": note}
    pen.new(day, "model_review", values, hour=18)


def _boards(pen: Pen, plan: CommunePlan, years: tuple[int, int], opening: date) -> None:
    generator, texts = pen.generator, pen.world.texts
    number = f"0216 3{generator.randrange(800, 899)} {generator.randrange(100, 999)}"
    stocks = lives(pen, plan.stocks["notice_boards"], years)
    for life, (hamlet_id, hamlet) in zip(stocks, pen.hamlets_in_turn(len(stocks)), strict=True):
        place = hamlet.said(generator.choice(texts["board_places"]))
        values = {"kind": "board", "place": place, "hamlet": hamlet_id, "number_shown": number, "installed_on": life[0]}
        board = _begin_and_end(pen, "board", values, life, {"removed_on": life[1]}, opening)
        if life[1] is None and life[0] < date(years[1], 9, 1):
            checked = pen.day(date(years[1], 9, 5), date(years[1], 11, 25))
            look = {"checked_on": checked, "condition": "faded" if generator.random() < 0.15 else "good"}
            pen.edit(checked, board, look)
    for place_number, (hamlet_id, hamlet) in enumerate(pen.hamlets_in_turn(plan.tip_boxes)):
        place = hamlet.said(texts["box_places"][min(place_number, 1)])
        begun = pen.day(date(years[0] - 4, 2, 1), date(years[0] - 1, 11, 1))
        values = {"kind": "box", "place": place, "hamlet": hamlet_id, "installed_on": begun}
        _begin_and_end(pen, "board", values, (begun, None), {}, opening)


def _former_team(clerk: Pen, commune: Commune, years: tuple[int, int], opening: date) -> None:
    """A kind that two communes had of their own, and its team, which was dissolved before the book was begun."""
    if commune.code not in [each.code for each in clerk.world.communes[:2]]:
        return
    since, until = date(years[0] - 6, 1, 15), date(years[0] - 2, 12, 31)
    kind = {"name": "Tổ thanh niên tự quản", "valid_from": since, "valid_until": until, "basis": "Đề án thí điểm của huyện"}
    written = clerk.new(opening, "team_kind", kind, hour=9)
    hamlet_id, hamlet = clerk.hamlets_in_turn(1)[0]
    values = {
        "kind": "other",
        "local_kind": written,
        "name": hamlet.said("Tổ thanh niên tự quản {hamlet}"),
        "hamlet": hamlet_id,
        "head": clerk.people.man(),
        "members": 9,
        "founded_on": clerk.day(since, date(years[0] - 5, 6, 30)),
        "decision": f"{clerk.generator.randrange(11, 190)}/QĐ-UBND",
        "ended_on": until,
        "ended_decision": f"{clerk.generator.randrange(11, 190)}/QĐ-UBND",
    }
    clerk.new(opening, "group", values, hour=11)


def _groups(pen: Pen, clerk: Pen, plan: CommunePlan, years: tuple[int, int], opening: date) -> tuple[Team, ...]:
    stocks = {code: lives(pen, plan.stocks[code], years) for code in _KINDS}
    standing = [code for code, group in stocks.items() for life in group if life[1] is None]
    weights = uneven(pen.generator, [_KINDS[code][1] for code in standing], 0.25)
    members = iter(split(plan.members, weights))
    teams: list[Team] = []
    for code, group in stocks.items():
        sizes = [next(members) if life[1] is None else _KINDS[code][1] for life in group]
        teams += _kind_of_group(pen, clerk, plan.commune, _KINDS[code][0], group, sizes, opening)
    return tuple(teams)


def _kind_of_group(
    pen: Pen, clerk: Pen, commune: Commune, kind: str, group: Sequence[Life], members: Sequence[int], opening: date
) -> Iterator[Team]:
    for place, (life, (hamlet_id, hamlet)) in enumerate(zip(group, pen.hamlets_in_turn(len(group)), strict=True)):
        name = hamlet.said(pen.world.texts["groups"][kind])
        again = place // len(commune.hamlets)
        values = {
            "kind": kind,
            "name": f"{name} số {again + 1}" if again else name,
            "hamlet": hamlet_id,
            "head": (head := pen.people.man()),
            "members": members[place],
            "founded_on": life[0],
            "decision": f"{clerk.generator.randrange(11, 190)}/QĐ-UBND",
        }
        end = {"ended_on": life[1], "ended_decision": f"{clerk.generator.randrange(11, 190)}/QĐ-UBND"}
        entered = _entered(pen, life, opening)
        yield Team(
            record=_written(pen, "group", values, life, end, entered),
            kind=kind,
            head=head,
            members=members[place],
            founded_on=life[0],
            entered_on=entered,
            ended_on=life[1],
        )
