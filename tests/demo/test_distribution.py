"""Dividing figures: parts add up exactly, keep under their caps, and come out the same each time."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.demo.distribution import days, split

WEIGHTS = st.lists(st.floats(min_value=0.01, max_value=1000), min_size=1, max_size=20)


@given(st.integers(0, 20_000), WEIGHTS)
def test_parts_add_up_and_follow_the_weights(total: int, weights: list[float]) -> None:
    parts = split(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) < 1.000001


@given(st.data())
def test_caps_hold(data: st.DataObject) -> None:
    caps = data.draw(st.lists(st.integers(0, 50), min_size=1, max_size=12))
    weights = data.draw(st.lists(st.floats(0.01, 100), min_size=len(caps), max_size=len(caps)))
    total = data.draw(st.integers(0, sum(caps)))
    parts = split(total, weights, caps)
    assert sum(parts) == total
    assert all(0 <= part <= cap for part, cap in zip(parts, caps, strict=True))


@pytest.mark.parametrize(("total", "weights", "caps"), [(-1, [1.0], None), (3, [1.0, 1.0], [1, 1]), (1, [0.0], None)])
def test_what_cannot_be_divided_is_refused(total: int, weights: list[float], caps: list[int] | None) -> None:
    with pytest.raises(ValueError, match="cannot be split"):
        split(total, weights, caps)


@given(st.integers(0, 400), st.integers(2000, 2100), st.integers())
def test_days_lie_where_both_reporting_years_count_them(count: int, year: int, seed: int) -> None:
    found = days(random.Random(seed), year, count)
    assert len(found) == count
    assert found == sorted(found)
    assert all(date(year, 1, 2) <= day <= date(year, 12, 10) for day in found)
    assert found == days(random.Random(seed), year, count)
