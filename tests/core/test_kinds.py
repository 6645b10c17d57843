"""Field kinds: what officers type, what is refused and how it is said."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Problem
from app.core.kinds import (
    Choice,
    Date,
    Figures,
    Hour,
    Integer,
    Kind,
    LongText,
    Moment,
    Money,
    PersonName,
    Phone,
    Reference,
    Text,
    Year,
    YesNo,
)

TODAY = date(2024, 6, 10)
CHANNELS = Choice((("direct", "In person"), ("phone", "By telephone")))


def plain(msgid: str, /, **facts: object) -> str:
    return msgid.format(**facts) if facts else msgid


def in_vietnamese(msgid: str, /, **facts: object) -> str:
    return {"In person": "Trực tiếp"}.get(msgid, msgid)


def refused(kind: Kind, text: str, today: date = TODAY) -> str:
    with pytest.raises(Problem) as caught:
        kind.parse(text, today)
    assert caught.value.message.format(**caught.value.facts)
    return caught.value.code


@pytest.mark.parametrize(
    "kind",
    [
        Text(),
        LongText(),
        PersonName(),
        Phone(),
        Integer(),
        Money(),
        Year(),
        Date(),
        Moment(),
        CHANNELS,
        YesNo(),
        Reference("hamlet"),
    ],
)
def test_nothing_typed_is_no_value(kind: Kind) -> None:
    assert kind.parse("", TODAY) is None
    assert kind.parse("  \t ", TODAY) is None


@pytest.mark.parametrize(
    "typed",
    [
        "5/3/24",
        "05/03/2024",
        "05032024",
        "050324",
        "5-3",
        "5.3.2024",
        "5.3",
        "5 3 2024",
        "2024-03-05",
        "0503",
        "ngày 05 tháng 3 năm 2024",
    ],
)
def test_dates_are_read_day_first_in_every_way_officers_write_them(typed: str) -> None:
    assert Date().parse(typed, TODAY) == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("31/4", "date.impossible"),
        ("30/2/2024", "date.impossible"),
        ("29/2/2023", "date.impossible"),
        ("0/5/2024", "date.impossible"),
        ("5/13/2024", "date.no_month"),
        ("20240305", "date.no_month"),
        ("abc", "date.not_a_date"),
        ("5/3/123", "date.not_a_date"),
        ("5/3/0024", "date.year"),
        ("11/6/2024", "date.future"),
        ("12/3/2042", "date.future"),
    ],
)
def test_impossible_dates_are_refused_in_words(typed: str, code: str) -> None:
    assert refused(Date(not_future=True), typed) == code


def test_an_impossible_day_names_how_many_days_the_month_has() -> None:
    with pytest.raises(Problem) as caught:
        Date().parse("31/4/2024", TODAY)
    assert "30" in caught.value.message.format(**caught.value.facts)


def test_a_day_without_year_lies_in_the_past_where_the_future_is_not_allowed() -> None:
    january = date(2024, 1, 10)
    assert Date(not_future=True).parse("20/12", january) == date(2023, 12, 20)
    assert Date().parse("20/12", january) == date(2024, 12, 20)


def test_years_of_two_digits() -> None:
    assert Date().parse("1/1/30", TODAY) == date(2030, 1, 1)
    assert Date().parse("1/1/99", TODAY) == date(1999, 1, 1)
    assert Date(not_future=True).parse("1/1/30", TODAY) == date(1930, 1, 1)
    assert Year().parse("85", TODAY) == 1985
    assert Year().parse("07", TODAY) == 2007


@pytest.mark.parametrize(
    "typed",
    [
        "14:05 12/3/2022",
        "12/3/2022 14h05",
        "14h05 12.3.22",
        "14 giờ 05 phút ngày 12/3/2022",
        "14 giờ 05, ngày 12 tháng 3 năm 2022",
        "12/03/2022 14:05:33",
        "2022-03-12T14:05",
        "12/3/2022 lúc 14g05",
    ],
)
def test_moments_have_their_time_before_or_after_the_day(typed: str) -> None:
    assert Moment(not_future=True).parse(typed, TODAY) == datetime(2022, 3, 12, 14, 5)


def test_an_hour_alone_is_not_taken_for_minutes() -> None:
    assert Moment().parse("14h 12/3", TODAY) == datetime(2024, 3, 12, 14, 0)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12/3/2022", "moment.no_time"),
        ("25:00 12/3/2022", "moment.no_such_time"),
        ("14:75 12/3/2022", "moment.no_such_time"),
        ("14:05 31/4/2022", "date.impossible"),
        ("14:05", "date.not_a_date"),
        ("00:01 11/6/2024", "date.future"),
    ],
)
def test_moments_that_cannot_be(typed: str, code: str) -> None:
    assert refused(Moment(not_future=True), typed) == code


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1250", 1250),
        ("1.250", 1250),
        ("1 250", 1250),
        ("1,250", 1250),
        ("1.234.567", 1_234_567),
        ("0", 0),
        (" 007 ", 7),
        ("+5", 5),
    ],
)
def test_whole_numbers(typed: str, value: int) -> None:
    assert Integer().parse(typed, TODAY) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-5", "number.too_small"),
        ("−5", "number.too_small"),
        ("một trăm", "number.not_a_number"),
        ("1.25", "number.not_whole"),
        ("12,5", "number.not_whole"),
        ("1.250,5", "number.not_a_number"),
        ("1.250.00", "number.not_a_number"),
        ("1000000", "number.too_large"),
        ("9" * 40, "number.too_large"),
        ("-" + "9" * 40, "number.too_small"),
        ("٣", "number.not_a_number"),
    ],
)
def test_numbers_that_are_refused(typed: str, code: str) -> None:
    assert refused(Integer(maximum=100_000), typed) == code


@pytest.mark.parametrize("typed", ["710000", "710.000", "710.000đ", "710.000 đồng", "710.000  Đồng", "710 000 VNĐ", "710.000 ₫"])
def test_sums_of_money(typed: str) -> None:
    assert Money().parse(typed, TODAY) == 710_000


@pytest.mark.parametrize("typed", ["1899", "2025", "3"])
def test_years_that_cannot_be_a_birth(typed: str) -> None:
    assert refused(Year(), typed) == "year.out_of_range"


@pytest.mark.parametrize(
    "name",
    [
        "Giàng A Sử",
        "Lò Thị An",
        "Rơ Châm Chiêu",
        "Y Bhăm",
        "Sùng",
        "Phạm Nguyễn Hoàng Thị Ngọc Hà",
        "K'Brể",
        "H'Ƀia Êban",
        "Tổ dân phố số 1",
    ],
)
def test_names_of_every_shape_are_kept_as_typed(name: str) -> None:
    assert PersonName().parse(f"  {name}\t", TODAY) == name


def test_names_become_composed_with_single_spaces() -> None:
    assert PersonName().parse("Giàng  A\u00a0Sử", TODAY) == "Giàng A Sử"


def test_a_name_has_a_letter() -> None:
    assert refused(PersonName(), "123") == "name.no_letter"


def test_text_too_long_is_refused() -> None:
    assert refused(Text(max_length=5), "sáu chữ") == "text.too_long"


def test_one_line_stays_one_line_and_many_stay_many() -> None:
    assert Text().parse("một\nhai\x00", TODAY) == "một hai"
    assert LongText().parse("một  \r\n\r\nhai\x07\n", TODAY) == "một\n\nhai"


@pytest.mark.parametrize(
    "typed",
    ["113", "0216 3876 113", "0216.3876.113", "+84 912 345 678", "0912345678/113", "02163 876 113; 113"],
)
def test_telephone_numbers(typed: str) -> None:
    assert Phone().parse(typed, TODAY)


@pytest.mark.parametrize("typed", ["gọi trưởng bản", "12", "0912345678901234567", "0912 / abc"])
def test_what_is_no_telephone_number(typed: str) -> None:
    assert refused(Phone(), typed) == "phone.not_a_number"


def test_choices_are_known_by_code_and_by_label() -> None:
    assert CHANNELS.parse("phone", TODAY) == "phone"
    assert CHANNELS.parse("by telephone", TODAY) == "phone"
    assert CHANNELS.recognise("trực tiếp", in_vietnamese) == "direct"
    assert refused(CHANNELS, "fax") == "choice.unknown"
    assert CHANNELS.format("from_a_newer_version", plain) == "from_a_newer_version"


def test_references_are_ids() -> None:
    assert Reference("hamlet").parse("AB" * 16, TODAY) == "ab" * 16
    assert refused(Reference("hamlet"), "Bản Mù") == "reference.unknown"


ANY_DATE = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31))
ANY_MOMENT = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2999, 12, 31)).map(
    lambda m: m.replace(second=0, microsecond=0)
)
COUNTS = st.integers(min_value=0, max_value=10**6)
VALUES = st.one_of(
    st.tuples(st.just(Date()), ANY_DATE),
    st.tuples(st.just(Moment()), ANY_MOMENT),
    st.tuples(st.just(Integer(minimum=-(10**9))), st.integers(min_value=-(10**9), max_value=10**15)),
    st.tuples(st.just(Money()), st.integers(min_value=0, max_value=10**15)),
    st.tuples(st.just(Year()), st.integers(min_value=1900, max_value=2024)),
    st.tuples(st.just(YesNo()), st.booleans()),
    st.tuples(st.just(Hour()), st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None))),
    st.tuples(st.just(CHANNELS), st.sampled_from(CHANNELS.codes)),
    st.tuples(st.just(Reference("hamlet")), st.uuids().map(lambda u: u.hex)),
    st.tuples(st.just(Figures()), st.dictionaries(st.sampled_from(["a", "b"]), st.tuples(COUNTS, COUNTS))),
)


@given(VALUES)
def test_what_is_shown_can_be_typed_back_and_what_is_kept_loads_again(pair: tuple[Kind, Any]) -> None:
    kind, value = pair
    assert kind.parse(kind.format(value, plain), TODAY) == value
    assert kind.load(kind.dump(value)) == value
    assert type(kind.dump(value)) is (int if kind.storage == "integer" else str)


@given(st.sampled_from([Text(), LongText(), PersonName()]), st.text())
def test_whatever_is_typed_as_text_is_kept_stable(kind: Kind, typed: str) -> None:
    try:
        value = kind.parse(typed, TODAY)
    except Problem:
        return
    if value is not None:
        assert kind.parse(kind.format(value, plain), TODAY) == value


@given(
    st.sampled_from([Date(), Date(not_future=True), Moment(), Hour(), Integer(), Money(), Year(), Phone(), YesNo(), CHANNELS]),
    st.text(),
)
def test_nonsense_is_a_problem_and_never_a_crash(kind: Kind, typed: str) -> None:
    try:
        kind.parse(typed, TODAY)
    except Problem as problem:
        assert problem.message.format(**problem.facts)


@given(ANY_DATE, ANY_DATE)
def test_kept_dates_sort_as_dates(first: date, second: date) -> None:
    assert (Date().dump(first) < Date().dump(second)) == (first < second)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("8h", "08:00"),
        ("14:30", "14:30"),
        ("14h05", "14:05"),
        ("8 giờ 30 phút", "08:30"),
        ("1430", "14:30"),
        ("730", "07:30"),
        ("lúc 9h", "09:00"),
        ("14.30", "14:30"),
        ("0:00", "00:00"),
        ("8", "08:00"),
        ("  ", None),
    ],
)
def test_hours_are_read_in_every_way_officers_write_them(typed: str, kept: str | None) -> None:
    value = Hour().parse(typed, TODAY)
    assert (None if value is None else Hour().dump(value)) == kept


@pytest.mark.parametrize(
    ("typed", "code"), [("25h", "moment.no_such_time"), ("8:75", "moment.no_such_time"), ("sáng", "hour.not_an_hour")]
)
def test_what_is_no_hour_is_told(typed: str, code: str) -> None:
    assert refused(Hour(), typed) == code
