"""Vietnamese text: folding, order of names, numbers, dates."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text import (
    decimal_vi,
    fold,
    in_words,
    long_date_vi,
    money_vi,
    name_sort_key,
    nfc,
    number_vi,
    text_sort_key,
)


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Giàng A Đức", "giang a duc"),
        ("Lò Văn Thuận", "lo van thuan"),
        ("hoà", "hòa"),
        ("THUÝ", "thúy"),
        ("Ƀăng", "bang"),
        ("K’Brể", "k'bre"),
        ("  Y   Bhăm ", "y bham"),
        ("Ngưởng", "nguong"),
    ],
)
def test_folding_finds_what_is_typed_without_marks(written: str, sought: str) -> None:
    assert fold(written) == fold(sought)


@given(st.text())
def test_folding_knows_no_difference_of_spelling(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))


@given(st.text(alphabet="aàáăằđĐêỄôợư ỷbcdxyz'"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_names_stand_by_given_name_then_the_words_before_it() -> None:
    ordered = [
        "Mùa A An",
        "Hờ Thị An",
        "Lò Thị An",
        "Nguyễn Văn Ân",
        "Y Bhăm",
        "Rơ Châm Chiêu",
        "Vàng A Dơ",
        "Lò Văn Đức",
        "Phạm Nguyễn Hoàng Thị Ngọc Hà",
        "K'Brể",
        "Sùng",
        "Giàng A Sử",
    ]
    assert sorted(reversed(ordered), key=name_sort_key) == ordered


def test_tones_follow_the_order_of_the_dictionaries() -> None:
    ordered = ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "măng", "mân", "me", "mê"]
    assert sorted(reversed(ordered), key=text_sort_key) == ordered


def test_letters_follow_the_vietnamese_alphabet() -> None:
    ordered = ["an", "ăn", "ân", "bo", "da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"]
    assert sorted(reversed(ordered), key=text_sort_key) == ordered


def test_all_of_one_given_name_stand_together() -> None:
    names = ["Lò A Há", "Vàng Thị Hà", "Sùng A Hả", "Giàng A Hà", "Mùa A Há"]
    given_names = [name.split()[-1] for name in sorted(names, key=name_sort_key)]
    assert given_names == ["Hà", "Hà", "Hả", "Há", "Há"]


def test_numbers_inside_names_of_places_count_as_numbers() -> None:
    assert sorted(["Thôn 10", "Thôn 2", "Bản 1"], key=text_sort_key) == ["Bản 1", "Thôn 2", "Thôn 10"]


@given(st.text())
def test_sort_keys_do_not_depend_on_the_spelling_of_marks(text: str) -> None:
    assert name_sort_key(unicodedata.normalize("NFD", text)) == name_sort_key(nfc(text))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (11, "mười một"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1005, "một nghìn không trăm linh năm"),
        (1250, "một nghìn hai trăm năm mươi"),
        (710_000, "bảy trăm mười nghìn"),
        (1_000_050, "một triệu không trăm năm mươi"),
        (2_000_000_000, "hai tỷ"),
        (1_001_000_000_000, "một nghìn không trăm linh một tỷ"),
        (-3, "âm ba"),
    ],
)
def test_numbers_are_read_aloud(number: int, words: str) -> None:
    assert in_words(number) == words


@given(st.integers(min_value=0, max_value=10**12))
def test_different_numbers_read_differently(number: int) -> None:
    assert in_words(number) != in_words(number + 1)
    assert "  " not in in_words(number)


def test_numbers_as_written() -> None:
    assert number_vi(1250) == "1.250"
    assert number_vi(-1_234_567) == "-1.234.567"
    assert money_vi(710_000) == "710.000 đồng"
    assert decimal_vi(Decimal(219) / Decimal(236) * 100) == "92,8"
    assert decimal_vi(Decimal(219) / Decimal(236) * 100, 0) == "93"
    assert decimal_vi(Decimal("0.25")) == "0,3"
    assert decimal_vi(Decimal("1234.0")) == "1.234"
    assert decimal_vi(Decimal("-0.01")) == "0"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_dates_on_papers_have_a_zero_only_where_the_decree_wants_it(day: date, words: str) -> None:
    assert long_date_vi(day) == words
