"""Counts and sums as sheets write them; a number that is not quite one keeps its words, or is asked about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds import Integer, Money
from app.intake.workbook import Value
from tests.intake.cells import code_of, read

COUNT = Integer()
SUM = Money()


@given(st.integers(0, 10**12))
def test_a_whole_number_reads_back_however_its_thousands_are_parted(number: int) -> None:
    commas = f"{number:,}"
    for written in (
        number,
        str(number),
        commas,
        commas.replace(",", "."),
        f"'{number}",
        commas.replace(",", " "),
        commas.replace(",", "\u00a0"),
        f"{commas}.00",
    ):
        reading = read(COUNT, written)
        assert (reading.value, reading.note, code_of(reading)) == (number, "", "")
    assert read(COUNT, float(number)).value == number


@given(st.integers(0, 10**6), st.sampled_from(("người", "hộ", "lượt người", "buổi", "tờ rơi", "đ", "NGƯỜI")))
def test_what_is_counted_may_stand_behind(number: int, unit: str) -> None:
    points = f"{number:,}".replace(",", ".")
    for written in (f"{number} {unit}", f"{points} {unit}", f"{points}{unit}"):
        reading = read(COUNT, written)
        assert (reading.value, reading.note, code_of(reading)) == (number, "", "")


@given(
    st.integers(1, 999),
    st.sampled_from(
        ("~{n}", "~ {n}", "khoảng {n}", "hơn {n} người", "trên {n}", "{n}+", "gần {n} hộ", "trên dưới {n}", "≈{n}", ">{n}")
    ),
)
def test_a_rough_number_keeps_its_words(number: int, form: str) -> None:
    text = form.format(n=number)
    reading = read(COUNT, text)
    assert (reading.value, reading.note, code_of(reading)) == (number, text, "")


@pytest.mark.parametrize(
    ("value", "code", "offers"),
    [
        ("30-40", "number.several", ("30", "40")),
        ("25 nam, 10 nữ", "number.several", ("25", "10")),
        (1.25, "number.not_whole", ("1.250",)),
        ("1,25", "number.not_whole", ("1.250",)),
        (12.3456, "number.not_whole", ()),
        ("-5", "number.too_small", ()),
        (-5, "number.too_small", ()),
        (10**16, "number.too_large", ()),
        ("đông", "number.not_a_number", ()),
        ("12A", "number.not_a_number", ()),
        ("12/QĐ-UBND", "number.not_a_number", ()),
        ("x", "number.not_a_number", ()),
        (True, "number.not_a_number", ()),
        (date(2024, 5, 3), "number.not_a_number", ()),
        ("#DIV/0!", "cell.error", ()),
    ],
)
def test_what_is_no_one_whole_number_is_a_mild_doubt(value: Value, code: str, offers: tuple[str, ...]) -> None:
    reading = read(COUNT, value)
    assert (reading.value, code_of(reading)) == (None, code)
    assert reading.doubt is not None and reading.doubt.mild and reading.doubt.offers == offers


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("25 (10 nữ)", 25, "25 (10 nữ)"),
        ("không", 0, "không"),
        ("2 nghìn", 2000, "2 nghìn"),
        ("Tổng: 45 hộ", 45, "Tổng: 45 hộ"),
        ("-", None, ""),
    ],
)
def test_words_around_a_number(text: str, number: int | None, note: str) -> None:
    reading = read(COUNT, text)
    assert (reading.value, reading.note, code_of(reading)) == (number, note, "")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("500.000đ", 500_000),
        ("500.000 đồng", 500_000),
        ("500,000", 500_000),
        ("500.000,00", 500_000),
        ("1.200.000 VNĐ", 1_200_000),
        ("1,5 triệu", 1_500_000),
        ("2 triệu đồng", 2_000_000),
        ("500k", 500_000),
        ("500 nghìn đồng", 500_000),
        ("300.000đ/người", 300_000),
    ],
)
def test_sums_of_money(text: str, amount: int) -> None:
    reading = read(SUM, text)
    assert (reading.value, code_of(reading)) == (amount, "")


def test_what_a_sum_says_beside_its_figures_is_kept() -> None:
    assert read(SUM, "1,5 triệu").note == "1,5 triệu"
    assert read(SUM, "200.000đ và quà").note == "200.000đ và quà"


def test_a_sum_made_by_a_formula_may_miss_a_whole_number_by_a_hair() -> None:
    assert read(COUNT, 29.9999999999).value == 30
    assert read(COUNT, 0.1 + 0.2).value is None


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    for kind in (COUNT, SUM):
        reading = read(kind, text)
        assert reading.value is None or reading.value >= 0
