"""The yearly rating of teams: who may be rated as what, and that every rule a list breaks is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.i18n import load
from app.records.ratings import LEVELS
from app.services.ratings import Rated, judge, window
from app.services.ratings.rules import months_before, most_excellent

SAY = load("en")
CODES = [code for code, _ in LEVELS]
TEAM = Rated("t", "Tổ bản Pa Te", "", False, date(2024, 7, 1), None, "good", False)
HEAD = Rated("h", "Giàng A Sử", "t", True, date(2024, 7, 1), None, "good", False)


def _told(*lines: Rated, year: int = 2025) -> list[str]:
    return [refusal.sentence for refusal in judge(lines, year, SAY)]


def test_the_window_ends_on_14_november() -> None:
    assert (window(2025).start, window(2025).end) == (date(2024, 11, 15), date(2025, 11, 14))


def test_a_list_that_breaks_nothing_is_let_alone() -> None:
    assert _told(TEAM, HEAD) == []


@pytest.mark.parametrize(("since", "refused"), [(date(2025, 2, 15), False), (date(2025, 2, 16), True), (None, True)])
def test_nine_months_by_the_last_day(since: date | None, refused: bool) -> None:
    told = _told(TEAM, replace(HEAD, leads=False, since=since))
    assert bool(told) is refused
    if since and refused:
        assert "16/02/2025" in told[0] and "9 months" in told[0]


@pytest.mark.parametrize(("until", "refused"), [(date(2025, 11, 14), True), (date(2025, 11, 15), False)])
def test_who_left_within_the_window_is_not_rated(until: date, refused: bool) -> None:
    assert bool(_told(TEAM, replace(HEAD, until=until))) is refused


def test_nobody_is_rated_under_complaint_but_without_a_level_nothing_is_said() -> None:
    assert "complaint" in _told(TEAM, replace(HEAD, complaint=True))[0]
    assert _told(TEAM, replace(HEAD, complaint=True, level="")) == []


@given(team=st.sampled_from(["", *CODES]), head=st.sampled_from(CODES))
def test_a_head_never_stands_above_the_team(team: str, head: str) -> None:
    told = [sentence for sentence in _told(replace(TEAM, level=team), replace(HEAD, level=head)) if "leads the team" in sentence]
    assert bool(told) is (not team or CODES.index(head) < CODES.index(team))


@given(levels=st.lists(st.sampled_from(["", *CODES]), max_size=40))
def test_at_most_a_fifth_of_those_rated_good_are_excellent(levels: list[str]) -> None:
    teams = [replace(TEAM, id=str(number), level=level) for number, level in enumerate(levels)]
    good = sum(level in ("good", "excellent") for level in levels)
    excellent = levels.count("excellent")
    told = [sentence for sentence in _told(*teams) if "proposed as excellent" in sentence]
    assert bool(told) is (excellent * 5 > good)
    assert most_excellent(teams) * 5 <= good < (most_excellent(teams) + 1) * 5


@given(day=st.dates(date(1950, 1, 1), date(2100, 1, 1)), months=st.integers(0, 40))
def test_months_are_counted_back_by_the_calendar(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day == day.day or (before.day < day.day and (before + timedelta(days=1)).day == 1)
