"""Birth dates as papers have them, and the end of an ID number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Problem
from app.core.kinds import Birth, BirthDate, IdMark, LastDigits, birth_year

TODAY = date(2024, 6, 10)
KIND = BirthDate()


def plain(msgid: str, /, **facts: object) -> str:
    return msgid


def read(text: str) -> Birth:
    found = KIND.parse(text, TODAY)
    assert isinstance(found, Birth)
    return found


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("1984", Birth(1984)),
        ("84", Birth(1984)),
        ("24", Birth(2024)),
        ("năm 1984", Birth(1984)),
        ("sinh năm 1984", Birth(1984)),
        ("00/00/1984", Birth(1984)),
        ("00001984", Birth(1984)),
        ("5/1984", Birth(1984, 5)),
        ("05.1984", Birth(1984, 5)),
        ("Tháng 5/1984", Birth(1984, 5)),
        ("tháng 5 năm 1984", Birth(1984, 5)),
        ("00/05/1984", Birth(1984, 5)),
        ("051984", Birth(1984, 5)),
        ("1984-05", Birth(1984, 5)),
        ("3/5/1984", Birth(1984, 5, 3)),
        ("3-5-84", Birth(1984, 5, 3)),
        ("3.5.1984", Birth(1984, 5, 3)),
        ("03051984", Birth(1984, 5, 3)),
        ("030584", Birth(1984, 5, 3)),
        ("ngày 3 tháng 5 năm 1984", Birth(1984, 5, 3)),
        ("1984-05-03", Birth(1984, 5, 3)),
        ("29/2/2000", Birth(2000, 2, 29)),
        ("31/4/1990", Birth(1990, written="31/4/1990")),
        ("30/2/1962", Birth(1962, written="30/2/1962")),
        ("29/2/1962", Birth(1962, written="29/2/1962")),
        ("31 / 11 /1955", Birth(1955, written="31 / 11 /1955")),
        ("5/13/1970", Birth(1970, written="5/13/1970")),
    ],
)
def test_what_officers_type(typed: str, born: Birth) -> None:
    assert read(typed) == born
    assert KIND.load(KIND.dump(born)) == born
    assert read(KIND.format(born, plain)) == born


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("khoảng 1984", "birth.not_a_date"),
        ("1984?", "birth.not_a_date"),
        ("1884", "year.out_of_range"),
        ("2030", "year.out_of_range"),
        ("11/6/2024", "date.future"),
        ("3/5/0084", "year.out_of_range"),
        ("1" * 100, "birth.not_a_date"),
    ],
)
def test_what_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Problem) as refused:
        KIND.parse(typed, TODAY)
    assert refused.value.code == code


def test_the_first_of_january_is_never_made_up() -> None:
    for typed in ("1984", "5/1984", "00/00/1984", "31/4/1990"):
        born = read(typed)
        assert born.day is None
        assert "01/01" not in KIND.format(born, plain)


@given(st.dates(date(1900, 1, 1), TODAY), st.sampled_from(("year", "month", "day")))
def test_dumped_dates_round_trip_and_sort_by_the_calendar(day: date, known: str) -> None:
    born = Birth(day.year, day.month if known != "year" else None, day.day if known == "day" else None)
    dumped = KIND.dump(born)
    assert KIND.load(dumped) == born
    assert read(KIND.format(born, plain)) == born
    assert birth_year(dumped) == day.year
    later = KIND.dump(Birth(day.year + 1))
    assert dumped < later


@given(st.integers(32, 99), st.integers(1, 12), st.integers(1900, 2023), st.sampled_from("/.-"))
def test_an_impossible_day_keeps_its_text_beside_the_year(day: int, month: int, year: int, sign: str) -> None:
    typed = f"{day}{sign}{month}{sign}{year}"
    born = read(typed)
    assert (born.year, born.written) == (year, typed)
    assert KIND.load(KIND.dump(born)) == born
    assert f"{year}" < KIND.dump(born) < f"{year}-01"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(typed: str) -> None:
    try:
        born = KIND.parse(typed, TODAY)
    except Problem as problem:
        assert problem.message
    else:
        assert born is None or KIND.load(KIND.dump(born)) == born


@pytest.mark.parametrize("dumped", ["", "84", "1984-13", "1984-02-30", "1984-5", "nói", "1984 "])
def test_what_dump_never_gives_is_not_loaded(dumped: str) -> None:
    with pytest.raises(ValueError):
        KIND.load(dumped)
    assert birth_year(dumped) is None


def test_of_an_id_number_only_its_end_is_kept() -> None:
    assert LastDigits().parse("001085004321", TODAY) == "4321"
    assert LastDigits().parse("012 345 678", TODAY) == "5678"
    assert LastDigits().parse("4321", TODAY) == "4321"
    for typed in ("432", "43210", "abcd", "1.2345E+10"):
        with pytest.raises(Problem):
            LastDigits().parse(typed, TODAY)


def test_a_mark_is_nothing_to_read() -> None:
    assert IdMark().format("a" * 64, plain) == "kept as a mark"
    assert IdMark().parse("a" * 64, TODAY) == "a" * 64
    with pytest.raises(Problem):
        IdMark().parse("015085004321", TODAY)
