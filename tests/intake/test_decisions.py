"""Number and day of a paper out of one cell, however stations write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.decisions import Decision, read_decision

TODAY = date(2024, 11, 20)
MARCH_5 = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12/QĐ-UBND ngày 5/3/2024", "12/QĐ-UBND"),
        ("12/QĐ-UBND, ngày 05/3/2024", "12/QĐ-UBND"),
        ("QĐ số 12/QĐ-UBND ngày 5 tháng 3 năm 2024", "12/QĐ-UBND"),
        ("Số: 12/QĐ-UBND (05.3.24)", "12/QĐ-UBND"),
        ("12/2024/QĐ-UBND 05-03-2024", "12/2024/QĐ-UBND"),
        ("12/QĐ-UBND\n05/3/2024", "12/QĐ-UBND"),
        ("ngày 5/3/2024, số 12/QĐ-UBND", "12/QĐ-UBND"),
        ("QĐ 12 ngày 5/3/2024", "12"),
        ("05/3/2024", ""),
    ],
)
def test_number_and_day_are_told_apart(text: str, number: str) -> None:
    assert read_decision(text, TODAY) == Decision(number, MARCH_5)


def test_words_beyond_number_and_day_are_not_lost() -> None:
    found = read_decision("Quyết định số: 12/QĐ-UBND ngày 05.3.2024 của Chủ tịch UBND xã", TODAY)
    assert found == Decision("12/QĐ-UBND", MARCH_5, "của Chủ tịch UBND xã")


@pytest.mark.parametrize("text", ["12/QĐ-UBND", "12/2024/QĐ-UBND", "12/2024", "12"])
def test_a_number_alone_is_no_day(text: str) -> None:
    assert read_decision(text, TODAY) == Decision(text, None)


def test_an_impossible_day_is_no_day_and_its_words_are_kept() -> None:
    assert read_decision("12/QĐ-UBND ngày 31/4/2024", TODAY) == Decision("12/QĐ-UBND", None, "ngày 31/4/2024")


@pytest.mark.parametrize("text", ["Không có", "chưa có quyết định", "x", "-", ""])
def test_words_without_a_number_are_none(text: str) -> None:
    found = read_decision(text, TODAY)
    assert (found.number, found.day) == ("", None)


days = st.dates(date(1990, 1, 1), TODAY)
numbers = st.builds(
    "{}{}".format, st.integers(1, 9999), st.sampled_from(["/QĐ-UBND", "/QĐ-CAX", "/2021/QĐ-UBND", "a/QĐ-UBND", "-QĐ/ĐU"])
)
written = st.sampled_from(
    (
        "{n} ngày {d.day}/{d.month}/{d.year}",
        "{n}, ngày {d:%d/%m/%Y}",
        "QĐ số {n} ngày {d.day} tháng {d.month} năm {d.year}",
        "Số {n} ({d:%d.%m.%Y})",
        "{n} {d:%d-%m-%Y}",
        "Quyết định {n};{d:%d/%m/%Y}",
        "{d:%d/%m/%Y} {n}",
        "Số: {n} ngày {d:%d/%m/%y}",
    )
)


@given(numbers, days.filter(lambda day: day.year > 1999), written)
def test_whatever_was_written_reads_back(number: str, day: date, how: str) -> None:
    assert read_decision(how.format(n=number, d=day), TODAY) == Decision(number, day)


@given(st.text(max_size=80))
def test_no_text_is_too_much(text: str) -> None:
    found = read_decision(text, TODAY)
    assert not found.number or any(letter.isdigit() for letter in found.number)
