"""The plan: twelve communes whose shares come to the figures of the district."""

import json
from pathlib import Path

import pytest

from app.services.demo.awards import award_money
from app.services.demo.plan import CommunePlan, plan
from app.services.demo.sources import Figures, World, load_figures, load_world

GROUPS = ("people_security_teams", "rapid_security_teams", "mediation_teams", "civil_defence_teams")


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.fixture(scope="module")
def plans(world: World) -> tuple[CommunePlan, ...]:
    return plan(world)


def test_the_figures_are_the_published_ones() -> None:
    published = load_figures(2022).indicators
    assert published["meetings"] == 188
    assert published["tip_offs_valuable"] == 68
    assert load_figures(2022).at_least == {"attendances", "group_members"}


def test_the_other_year_says_that_it_is_made_up() -> None:
    root = Path(__file__).resolve().parents[2]
    content = json.loads((root / "resources" / "demo" / "tram-tau-2021.json").read_text("utf-8"))
    assert content["made_up"] is True
    assert set(content["indicators"]) == set(load_figures(2022).indicators)


@pytest.mark.parametrize("place", [0, 1])
def test_what_happened_adds_up_in_both_years(world: World, plans: tuple[CommunePlan, ...], place: int) -> None:
    years = [each.years[place] for each in plans]
    counted = {
        "meetings": sum(year.meetings for year in years),
        "attendances": sum(year.attendances for year in years),
        "tip_offs": sum(year.tip_offs for year in years),
        "tip_offs_valuable": sum(year.valuable for year in years),
        "cases_resolved": sum(len(year.violators) for year in years),
        "violators": sum(sum(year.violators) for year in years),
    }
    figures = world.years[place]
    wanted = Figures(figures.year, {code: figures.indicators[code] for code in counted}, figures.at_least)
    assert wanted.met_by(counted)
    assert all(year.tip_offs >= year.valuable >= len(year.violators) for year in years)


def test_what_stands_adds_up_in_both_years(world: World, plans: tuple[CommunePlan, ...]) -> None:
    before, now = (figures.indicators for figures in world.years)
    for code in plans[0].stocks:
        ledgers = [each.stocks[code] for each in plans]
        assert sum(ledger.kept + ledger.begun for ledger in ledgers) == now[code]
        assert sum(ledger.kept + ledger.ended for ledger in ledgers) == before[code]
        assert all(ledger.new_before <= ledger.kept for ledger in ledgers)
    assert 1000 <= sum(each.members for each in plans) < 1100


def test_larger_communes_have_more(plans: tuple[CommunePlan, ...]) -> None:
    by_size = sorted(plans, key=lambda each: each.commune.households)
    assert sum(each.years[1].meetings for each in by_size[6:]) > sum(each.years[1].meetings for each in by_size[:6])
    assert len({each.years[1].attendances for each in plans}) == len(plans)


def test_the_plan_is_the_same_each_time(world: World, plans: tuple[CommunePlan, ...]) -> None:
    assert plan(world) == plans


def test_award_money_is_rounded_up_to_ten_thousand() -> None:
    assert [award_money(share) for share in (15, 30, 60)] == [230_000, 450_000, 900_000]
