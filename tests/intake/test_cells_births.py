"""Birth dates of lists: as much as is written, never a day made up, and an impossible one with its own words."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.i18n import load
from app.core.kinds import BirthDate, Year
from app.intake.cells import reader_for
from tests.intake.cells import TODAY, code_of, read

BIRTH = BirthDate()
born = st.dates(date(1930, 1, 1), TODAY)


@given(born)
def test_what_is_written_of_a_birth_is_kept_and_no_more(day: date) -> None:
    whole = day.isoformat()
    forms: dict[str | int | float | date, str] = {
        f"{day.day}/{day.month}/{day.year}": whole,
        f"{day:%d.%m.%Y}": whole,
        f"sinh ngày {day.day} tháng {day.month} năm {day.year}": whole,
        day: whole,
        f"{day.month}/{day.year}": whole[:7],
        f"00/00/{day.year}": whole[:4],
        f"00/{day.month}/{day.year}": whole[:7],
        f"{day.year}": whole[:4],
        day.year: whole[:4],
        float(day.year): whole[:4],
        f"sinh năm {day.year}": whole[:4],
        f"SN: {day.year}": whole[:4],
        f"{day.year}.": whole[:4],
    }
    for written, kept in forms.items():
        reading = read(BIRTH, written)
        assert (reading.value, reading.note, code_of(reading)) == (kept, "", "")


@given(st.integers(1930, 2026), st.sampled_from(("31/4", "30/2", "31/6", "31/9", "31/11", "29/13")))
def test_an_impossible_day_keeps_its_text_beside_the_year(year: int, day: str) -> None:
    reading = read(BIRTH, f"{day}/{year}")
    assert (reading.value, code_of(reading)) == (f"{year} {day}/{year}", "")


@pytest.mark.parametrize(
    ("value", "kept", "note"),
    [
        (84, "1984", ""),
        ("84", "1984", ""),
        ("'1984", "1984", ""),
        (30584, "1983-09-25", "30584"),
        (5031984, "1984-03-05", ""),
        ("khoảng 1984", "1984", "khoảng 1984"),
        ("1984 (theo giấy khai sinh)", "1984", "1984 (theo giấy khai sinh)"),
        (datetime(1984, 3, 5), "1984-03-05", ""),
    ],
)
def test_other_ways_to_write_one(value: str | int | datetime, kept: str, note: str) -> None:
    reading = read(BIRTH, value)
    assert (reading.value, reading.note, code_of(reading)) == (kept, note, "")


@given(st.integers(1920, 2026))
def test_a_year_typed_into_cells_of_dates_is_that_year(year: int) -> None:
    """Excel shows the number 1984 as 06/06/1905 there."""
    day = date(1899, 12, 30) + timedelta(days=year)
    for value in (day, datetime.combine(day, time())):
        reading = read(BIRTH, value)
        assert (reading.value, reading.note, code_of(reading)) == (str(year), f"{day:%d/%m/%Y}", "")
        assert read(Year(), value).value == year


@pytest.mark.parametrize(
    "value", ["40 tuổi", "không nhớ", "1984-1986", "2984", "x", 3, date(2027, 1, 1), "#N/A", 1.5, date(1900, 3, 24)]
)
def test_what_cannot_be_read_is_a_mild_doubt(value: str | int | float | date) -> None:
    reading = read(BIRTH, value)
    assert reading.value is None
    assert reading.doubt is not None and reading.doubt.mild


def test_a_birth_that_an_english_excel_may_have_exchanged_is_looked_at() -> None:
    reading = read(BIRTH, date(1984, 5, 3), among=["15/3/1984"])
    assert (reading.value, code_of(reading)) == ("1984-05-03", "date.swapped")
    assert reading.doubt is not None and not reading.doubt.mild
    assert code_of(read(BIRTH, 1984, among=["15/3/1984", date(1984, 5, 3)])) == ""


def test_births_of_a_list_that_writes_the_month_first_are_looked_at_until_one_is_chosen() -> None:
    reader = reader_for(BIRTH, ["05/03/1984", "3/15/1984", "12/31/1990"], today=TODAY, say=load("en"))
    doubt = reader("05/03/1984").doubt
    assert doubt is not None and doubt.code == "date.swapped"
    assert [(reader(offer).value, code_of(reader(offer))) for offer in doubt.offers] == [("1984-03-05", ""), ("1984-05-03", "")]


@given(born)
def test_a_year_is_taken_from_whatever_tells_it(day: date) -> None:
    assert read(Year(), day.year).value == day.year
    assert read(Year(), f"năm {day.year}").value == day.year
    reading = read(Year(), day)
    assert (reading.value, reading.note) == (day.year, f"{day:%d/%m/%Y}")
    reading = read(Year(), f"{day.day}/{day.month}/{day.year}")
    assert (reading.value, reading.note) == (day.year, f"{day.day}/{day.month}/{day.year}")


@pytest.mark.parametrize("value", ["không rõ", 3000, "2984", True])
def test_what_is_no_year_is_a_mild_doubt(value: str | int) -> None:
    reading = read(Year(), value)
    assert reading.value is None
    assert reading.doubt is not None and reading.doubt.mild


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    for kind in (BIRTH, Year()):
        reading = read(kind, text)
        assert reading.value is None or reading.doubt is None
