"""Telephone numbers with their lost zero, and ID numbers of which no more than four digits are kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds import LastDigits, Phone
from app.intake.cells import id_number, masked
from tests.intake.cells import code_of, read

PHONE = Phone()
mobiles = st.builds(lambda first, rest: f"0{first}{rest:08}", st.sampled_from("35789"), st.integers(0, 10**8 - 1))
cards = st.builds(lambda place, rest: f"0{place:02}{rest:09}", st.integers(1, 96), st.integers(0, 10**9 - 1)).filter(
    lambda digits: not digits.endswith("00000")
)


@given(mobiles)
def test_a_telephone_number_gets_its_zero_back(number: str) -> None:
    bare = number[1:]
    for written in (int(bare), float(bare), bare, number, f"'{number}", f"84{bare}", f"+84 {bare}", f"+84{bare}"):
        reading = read(PHONE, written)
        assert (reading.value, reading.note, code_of(reading)) == (number, "", "")


@given(mobiles)
def test_a_number_keeps_the_spaces_it_is_written_with(number: str) -> None:
    for written in (f"{number[:4]} {number[4:7]} {number[7:]}", f"{number[:4]}.{number[4:7]}.{number[7:]}"):
        assert read(PHONE, written).value == written


@given(mobiles, mobiles, st.sampled_from(("/", " / ", "; ", ", ", " - ", "\n", " hoặc ")))
def test_two_good_numbers_are_both_kept(one: str, other: str, between: str) -> None:
    reading = read(PHONE, f"{one}{between}{other}")
    assert (reading.value, reading.note, code_of(reading)) == (f"{one} / {other}", "", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0912 345 678/0988…", "0912 345 678"),
        ("0912345678 (con trai)", "0912345678"),
        ("Zalo: 0912345678", "0912345678"),
        ("0216 3876 113", "0216 3876 113"),
        ("113", "113"),
    ],
)
def test_the_good_number_is_kept_and_the_words_are_noted(text: str, number: str) -> None:
    reading = read(PHONE, text)
    assert (reading.value, code_of(reading)) == (number, "")
    assert reading.note == ("" if text == number else text)


@pytest.mark.parametrize("text", ["đang đổi số", "9.12E+08", "09123", "12345678901234567890", "#REF!"])
def test_what_is_no_number_is_a_mild_doubt(text: str) -> None:
    reading = read(PHONE, text)
    assert reading.value is None
    assert reading.doubt is not None and reading.doubt.mild


def test_no_telephone_is_nothing_to_note() -> None:
    assert read(PHONE, "không có").value is None
    assert code_of(read(PHONE, "không có")) == ""


@given(cards)
def test_of_an_id_number_four_digits_are_left_however_it_is_written(digits: str) -> None:
    spaced = f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"
    for written in (
        digits,
        f"'{digits}",
        int(digits),
        float(digits),
        spaced,
        f"CCCD {digits}",
        digits[3:],
        f"CMND số {digits[3:]}",
    ):
        for reading in (id_number(written), read(LastDigits(), written)):
            assert (reading.value, reading.note, code_of(reading)) == (digits[-4:], "", "")


@given(cards)
def test_an_id_number_in_a_column_of_telephones_is_cut_too(digits: str) -> None:
    for written in (digits, f"CCCD: {digits}", f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"):
        reading = read(PHONE, written)
        assert reading.value is None
        assert digits[:8] not in re.sub(r"\s", "", f"{reading.note}{reading.doubt}")


@given(cards, st.sampled_from(("{}", "Lò Văn A (CCCD {})", "CCCD:{}, cấp năm 2021")))
def test_among_words_an_id_number_is_cut_to_its_end(digits: str, form: str) -> None:
    spaced = f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"
    for written in (digits, spaced):
        assert masked(form.format(written)) == form.format(f"…{digits[-4:]}")


@pytest.mark.parametrize("text", ["0912345678", "0912 345 678 / 0988 123 456", "12/QĐ-UBND", "500.000.000 đồng", "05/03/2024"])
def test_other_numbers_stay_whole(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize("value", ["1.2345E+10", "1,5084E+11", "1.50840E+11", "1e11", 12345000000, 150840000000.0, "150840000000"])
def test_a_rounded_id_number_is_refused(value: str | int | float) -> None:
    for reading in (id_number(value), read(LastDigits(), value)):
        assert (reading.value, code_of(reading)) == (None, "id.rounded")
        assert reading.doubt is not None and not reading.doubt.mild and not reading.doubt.acceptable


@pytest.mark.parametrize("value", ["B1234567", "123", "1508400123456"])
def test_a_number_that_is_none_is_never_quoted_whole(value: str) -> None:
    reading = id_number(value)
    assert (reading.value, code_of(reading)) == (None, "id_digits.wrong")
    assert reading.doubt is not None and not reading.doubt.mild
    assert len(value) <= 4 or value not in str(reading.doubt)


def test_of_two_id_numbers_the_longer_counts() -> None:
    assert id_number("CMND 150840123 / CCCD 015084001234").value == "1234"
    assert id_number("CMND 150840123, cấp ngày 5/3/2010").value == "0123"


def test_words_in_place_of_an_id_number() -> None:
    assert id_number("chưa có").value is None
    assert id_number("").doubt is None
    assert id_number("mất thẻ, đang làm lại").note == "mất thẻ, đang làm lại"


def test_the_last_four_digits_alone_may_have_lost_a_zero() -> None:
    assert read(LastDigits(), 123).value == "0123"
    assert read(LastDigits(), "0123").value == "0123"
