"""Days of events as sheets write them: every form reads back, and what is no whole day, or may be another one, is never guessed."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.i18n import load
from app.core.kinds import Date, Moment
from app.core.text import long_date_vi
from app.intake.cells import reader_for
from app.intake.workbook import Value
from tests.intake.cells import TODAY, code_of, read

PAST = Date(not_future=True)
PAST_MOMENT = Moment(not_future=True)

FORMS = {
    "plain": lambda day: f"{day.day}/{day.month}/{day.year}",
    "zeros": lambda day: f"{day:%d/%m/%Y}",
    "points": lambda day: f"{day.day}.{day.month}.{day.year}",
    "dashes": lambda day: f"{day.day}-{day.month}-{day.year}",
    "spaces": lambda day: f"{day.day} / {day.month} / {day.year}",
    "two figures": lambda day: f"{day.day}/{day.month}/{day.year % 100:02}",
    "points, two figures": lambda day: f"{day.day}.{day.month}.{day.year % 100:02}",
    "dashes, two figures": lambda day: f"{day.day}-{day.month}-{day.year % 100:02}",
    "solid": lambda day: f"{day:%d%m%Y}",
    "iso": lambda day: day.isoformat(),
    "spoken": long_date_vi,
    "spoken, decomposed": lambda day: f"nga\u0300y {day.day} tha\u0301ng {day.month} na\u0306m {day.year}",
    "capitals": lambda day: long_date_vi(day).upper(),
    "half spoken": lambda day: f"ngày {day.day}/{day.month} năm {day.year}",
    "excel's own": lambda day: f"{day.day:02}-thg {day.month}-{day.year % 100:02}",
    "apostrophe": lambda day: f"'{day.day}/{day.month}/{day.year}",
    "full stop": lambda day: f"{day.day}/{day.month}/{day.year}.",
    "weekday": lambda day: f"Thứ ba, {day.day}/{day.month}/{day.year}",
    "non-breaking spaces": lambda day: f"\u00a0{day.day}/{day.month}/{day.year}\u00a0",
    "apart": lambda day: f"{day.day} {day.month} {day.year}",
}

days = st.dates(date(1990, 1, 1), TODAY)


@given(days, st.sampled_from(sorted(FORMS)))
def test_a_day_reads_back_from_every_form(day: date, form: str) -> None:
    reading = read(PAST, FORMS[form](day))
    assert (reading.value, reading.note, code_of(reading)) == (day.isoformat(), "", "")


@given(
    days,
    st.times(),
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(("{h}h{m:02} {d}", "{d} {h}:{m:02}", "{h} giờ {m} phút, {d}", "{d} lúc {h}g{m:02}")),
)
def test_a_moment_reads_back_with_its_hour_before_or_behind(day: date, hour: time, form: str, where: str) -> None:
    text = where.format(h=hour.hour, m=hour.minute, d=FORMS[form](day))
    if form in ("solid", "apart"):
        return  # figures that run on behind an hour are nobody's way to write it
    assert read(PAST_MOMENT, text).value == f"{day.isoformat()}T{hour:%H:%M}"


@given(days, st.times())
def test_cells_of_excel_are_taken_as_they_are(day: date, hour: time) -> None:
    assert read(PAST, day).value == day.isoformat()
    assert read(PAST, datetime.combine(day, time())).value == day.isoformat()
    moment = datetime.combine(day, hour.replace(second=0, microsecond=0))
    assert read(PAST_MOMENT, moment).value == f"{moment:%Y-%m-%dT%H:%M}"


@given(days)
def test_numbers_that_excel_counts_days_by_become_days_with_a_note(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for value in (serial, float(serial)):
        reading = read(PAST, value)
        assert (reading.value, reading.note) == (day.isoformat(), str(serial))
    assert read(PAST_MOMENT, serial + 0.5).value == f"{day.isoformat()}T12:00"


@pytest.mark.parametrize(
    ("value", "code", "offers"),
    [
        ("Tháng 3/2024", "date.partial", ()),
        ("tháng 3 năm 2024", "date.partial", ()),
        ("T3/2024", "date.partial", ()),
        ("3/2024", "date.partial", ()),
        (3.2024, "date.partial", ()),
        ("2024", "date.partial", ()),
        (2024, "date.partial", ()),
        ("năm 2024", "date.partial", ()),
        ("Quý I/2024", "date.partial", ()),
        ("00/00/2024", "date.partial", ()),
        ("5/3", "date.partial", ("05/03/2026",)),
        ("ngày 24 tháng 12", "date.partial", ("24/12/2025",)),
        ("31/4/2024", "date.impossible", ()),
        ("30/02/2024", "date.impossible", ()),
        ("29/2/2023", "date.impossible", ()),
        ("3/15/2024", "date.impossible", ("15/03/2024",)),
        ("25/11/2026", "date.future", ()),
        ("05/12/2026", "date.future", ("12/05/2026",)),
        (date(2026, 12, 5), "date.future", ("12/05/2026",)),
        (date(2031, 1, 1), "date.future", ()),
        (date(1905, 7, 16), "date.partial", ()),
        (date(1900, 3, 24), "date.year", ()),
        ("15/3/27", "date.future", ()),
        ("hôm qua", "date.not_a_date", ()),
        ("QĐ số 12 ngày 5/3/2024", "date.not_a_date", ("05/03/2024",)),
        ("15/1/2024 âm lịch", "date.lunar", ()),
        (True, "date.not_a_date", ()),
        (time(8, 30), "date.not_a_date", ()),
        ("31/12 - 02/01/2024", "date.partial", ("31/12/2024", "02/01/2024")),
        ("#REF!", "cell.error", ()),
    ],
)
def test_what_is_no_whole_day_is_looked_at(value: Value, code: str, offers: tuple[str, ...]) -> None:
    for kind in (PAST, PAST_MOMENT):
        reading = read(kind, value)
        assert (reading.value, code_of(reading)) == (None, code)
        assert reading.doubt is not None and reading.doubt.mild == (code == "cell.error")
        if kind is PAST:
            assert reading.doubt.offers == offers


def test_offers_read_as_the_days_they_name() -> None:
    doubt = read(PAST_MOMENT, "14h30 3/15/2024").doubt
    assert doubt is not None
    assert read(PAST_MOMENT, doubt.offers[0]).value == "2024-03-15T14:30"


@pytest.mark.parametrize("value", ["", " ", "-", "…", "......"])
def test_a_cell_that_says_nothing_is_empty(value: str) -> None:
    assert read(PAST, value).value is None
    assert read(PAST, value).doubt is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/3/2024, 07/3/2024", "2024-03-05"),
        ("05/03/2024\n07/03/2024", "2024-03-05"),
        ("05-07/3/2024", "2024-03-05"),
        ("5, 6, 7/3/2024", "2024-03-05"),
        ("từ ngày 28/2 đến ngày 02/3/2024", "2024-02-28"),
        ("05/3/24-07/3/24", "2024-03-05"),
        ("Sáng 05/3/2024", "2024-03-05"),
        ("05/3/2024 (Tết)", "2024-03-05"),
    ],
)
def test_of_several_days_the_first_counts_and_the_words_are_kept(text: str, day: str) -> None:
    reading = read(PAST, text)
    assert (reading.value, reading.note, code_of(reading)) == (day, " ".join(text.split()), "")


def test_an_hour_that_a_field_of_days_cannot_hold_is_noted() -> None:
    assert read(PAST, "14h30 5/3/2024").note == "at 14:30"
    assert read(PAST, datetime(2024, 3, 5, 14, 30)).note == "at 14:30"


def test_a_moment_without_an_hour_says_so() -> None:
    for value in ("5/3/2024", date(2024, 3, 5)):
        reading = read(PAST_MOMENT, value)
        assert (reading.value, reading.note) == ("2024-03-05T00:00", "The hour was not written.")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2h chiều 5/3/2024", "14:00"),
        ("8 giờ tối, 5/3/2024", "20:00"),
        ("05/03/2024 2:30 CH", "14:30"),
        ("12:05 SA 5/3/2024", "00:05"),
    ],
)
def test_parts_of_the_day_are_understood(text: str, hour: str) -> None:
    assert read(PAST_MOMENT, text).value == f"2024-03-05T{hour}"


def test_an_hour_that_is_none_is_looked_at() -> None:
    assert code_of(read(PAST_MOMENT, "25h 5/3/2024")) == "moment.no_such_time"


@given(days)
def test_a_column_an_english_excel_went_over_is_never_read_silently(day: date) -> None:
    """Such an Excel left "15/3/2024" as text; a date beside it may be another day."""
    reading = read(PAST, day, among=["15/3/2024"])
    if day.day > 12 or day.day == day.month:
        assert (reading.value, code_of(reading)) == (day.isoformat(), "")
        return
    other = date(day.year, day.day, day.month)
    if other > TODAY:
        assert (reading.value, code_of(reading)) == (day.isoformat(), "")
        return
    assert code_of(reading) == "date.swapped"
    assert reading.doubt is not None and reading.doubt.acceptable and not reading.doubt.mild
    assert reading.value == day.isoformat()
    assert [read(PAST, offer).value for offer in reading.doubt.offers] == [day.isoformat(), other.isoformat()]


@pytest.mark.parametrize(
    "among",
    [
        [],
        ["5/3/2024", "6/7/2024"],
        ["15/3/2024", date(2024, 3, 20)],
        ["31/4/2024"],
        ["15.3.2024"],
        ["Tháng 15/2024"],
    ],
    ids=["alone", "texts of both orders", "a date no such Excel can make", "an impossible day", "points", "no date"],
)
def test_dates_are_not_suspected_without_a_sign(among: list[str | date]) -> None:
    assert code_of(read(PAST, date(2024, 5, 3), among=among)) == ""


def test_texts_that_write_the_month_first_make_the_others_of_their_column_suspect() -> None:
    assert code_of(read(PAST, "3/5/2024", among=["3/15/2024", "12/31/2023"])) == "date.swapped"
    assert code_of(read(PAST, "3/5/2024", among=["3/15/2024", "31/12/2023", "20/11/2023"])) == ""
    assert code_of(read(PAST_MOMENT, "3/5/2024 2:30 PM")) == "date.swapped"


def test_what_an_officer_chooses_or_types_is_not_asked_about_again() -> None:
    reader = reader_for(PAST_MOMENT, ["3/5/2024", "3/15/2024", "12/31/2023"], today=TODAY, say=load("en"))
    doubt = reader("3/5/2024").doubt
    assert doubt is not None
    assert [(reader(offer).value, code_of(reader(offer))) for offer in doubt.offers] == [
        ("2024-05-03T00:00", ""),
        ("2024-03-05T00:00", ""),
    ]
    assert code_of(reader("14:00 05/03/2024")) == ""


def test_a_field_of_plans_takes_days_to_come() -> None:
    assert read(Date(), "05/12/2027").value == "2027-12-05"


def test_a_duration_is_no_day() -> None:
    assert code_of(read(PAST, timedelta(hours=3))) == "date.not_a_date"


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader_or_gives_a_day_to_come(text: str) -> None:
    reading = read(PAST, text)
    assert reading.value is None or date(1900, 1, 1) <= date.fromisoformat(reading.value) <= TODAY
