"""Comparison, doubts and the closing paragraph."""

from decimal import Decimal
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.statistics.comparison import change, difference_text, doubts, in_words, percent_text, share_text
from app.statistics.sentences import Writer


def plain(msgid: str, /, **facts: object) -> str:
    return msgid.format(**facts) if facts else msgid


@pytest.mark.parametrize(
    ("value", "previous", "difference", "percent"),
    [
        (188, 176, "+12", "+6,8 %"),
        (176, 188, "−12", "−6,4 %"),
        (5, 5, "0", "0 %"),
        (5, 0, "+5", "–"),
        (0, 0, "0", "–"),
        (3000, 1000, "+2.000", "+200 %"),
        (1005, 1000, "+5", "+0,5 %"),
        (2001, 2000, "+1", "+0,1 %"),
    ],
)
def test_a_change_is_shown_with_its_sign(value: int, previous: int, difference: str, percent: str) -> None:
    moved = change(value, previous)
    assert difference_text(moved.difference) == difference
    assert percent_text(moved.percent) == percent


def test_shares_round_half_up() -> None:
    assert share_text(219, 236) == "92,8 %"
    assert share_text(1, 0) == "–"
    assert percent_text(Decimal("0.25")) == "+0,3 %"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_difference_leads_from_one_figure_to_the_other(value: int, previous: int) -> None:
    moved = change(value, previous)
    assert previous + moved.difference == value
    assert moved.percent is not None
    assert (moved.percent > 0) == (value > previous)


def test_comparison_in_words() -> None:
    assert in_words(12, plain) == "12 more than in the same period"
    assert in_words(-1250, plain) == "1.250 fewer than in the same period"
    assert in_words(0, plain) == "as many as in the same period"


def test_a_figure_ten_times_that_of_the_same_period_is_doubted() -> None:
    assert [d.code for d in doubts({"meetings": 1880}, {"meetings": 188}, campaigns=0)] == ["meetings"]
    assert [d.code for d in doubts({"meetings": 18}, {"meetings": 188}, campaigns=0)] == ["meetings"]
    assert doubts({"meetings": 180}, {"meetings": 188}, campaigns=0) == ()
    assert doubts({"meetings": 180}, {"meetings": 0}, campaigns=0) == ()


def test_more_households_signed_than_there_are_is_doubted_once_a_campaign() -> None:
    values = {"households_committed": 210, "households": 200}
    assert [d.code for d in doubts(values, {}, campaigns=1)] == ["households_committed"]
    assert [d.code for d in doubts(values, {}, campaigns=0)] == ["households_committed"]
    assert doubts(values, {}, campaigns=2) == ()


def test_parts_greater_than_their_whole_are_doubted() -> None:
    values = {"attendances": 100, "audience_people": 80, "audience_pupils": 21}
    found = doubts(values, {}, campaigns=0)
    assert [d.code for d in found] == ["attendances"]
    assert found[0].message.format(**found[0].facts) == "The parts come to 101, more than the whole of 100."


def test_the_paragraph_speaks_of_what_there_is_and_compares_it() -> None:
    values = {"meetings": 188, "attendances": 17_000, "tip_offs": 101, "tip_offs_valuable": 68, "mediation_teams": 46}
    previous = {"meetings": 176, "attendances": 17_000, "tip_offs": 110, "tip_offs_valuable": 60, "mediation_teams": 46}
    paragraph = " ".join(chain(*Writer(plain, values, previous).paragraphs("the year 2022")))
    assert paragraph.startswith("In the year 2022, 188 study and propaganda meetings were held (12 more than in the same period)")
    assert "17.000 attendances (as many as in the same period)" in paragraph
    assert "101 tip-offs (9 fewer than in the same period)" in paragraph
    assert "46 mediation teams" in paragraph
    assert "cases" not in paragraph
    assert "{" not in paragraph


def test_nothing_is_compared_with_a_year_nobody_recorded() -> None:
    writer = Writer(plain, {"meetings": 3, "attendances": 90, "mediation_teams": 2}, {"mediation_teams": 2})
    paragraph = " ".join(chain(*writer.paragraphs("2022")))
    assert "same period" not in paragraph
