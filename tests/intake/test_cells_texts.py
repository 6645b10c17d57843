"""Texts, references and hours of cells, and what all readers do alike."""

import unicodedata
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.i18n import load
from app.core.kinds import (
    BirthDate,
    Choice,
    Contents,
    Date,
    Hour,
    Integer,
    Kind,
    LastDigits,
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
from app.intake.cells import reader_for
from app.intake.readings import CellError
from app.intake.workbook import Value
from tests.intake.cells import TODAY, code_of, read


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\u00a0b  c", "a b c"),
        ("=A1+B1", "=A1+B1"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("a\nb", "a b"),
        ("a\u200bb\x07", "ab"),
        (12, "12"),
        (12.0, "12"),
        (date(2024, 3, 5), "05/03/2024"),
        (datetime(2024, 3, 5), "05/03/2024"),
        (datetime(2024, 3, 5, 14, 30), "14:30 05/03/2024"),
        ("", None),
        (" \n", None),
    ],
)
def test_a_text_is_what_one_reads(value: str | int | float | date, text: str | None) -> None:
    reading = read(Text(), value)
    assert (reading.value, code_of(reading)) == (text, "")


def test_long_texts_keep_their_lines() -> None:
    assert read(LongText(), "một\r\nhai \n\nba").value == "một\nhai\n\nba"


@given(st.text(alphabet="aăâđêôơưàáảãạ bcxyz", max_size=30))
def test_texts_come_out_composed_whichever_way_they_came(text: str) -> None:
    kept = " ".join(text.split()) or None
    for form in ("NFC", "NFD"):
        assert read(Text(), unicodedata.normalize(form, text)).value == kept


def test_a_text_too_long_is_held_up_and_not_cut() -> None:
    reading = read(Text(max_length=10), "12 chữ cái lận")
    assert (reading.value, code_of(reading)) == (None, "text.too_long")
    assert reading.doubt is not None and not reading.doubt.mild


def test_a_reference_is_the_words_of_the_cell() -> None:
    assert read(Reference("hamlet"), " Bản\u00a0 Mù\n").value == "Bản Mù"
    assert read(Reference("hamlet"), 5.0).value == "5"
    assert read(Reference("hamlet"), "-").value is None


@pytest.mark.parametrize(
    ("value", "hour", "note"),
    [
        ("14h30", "14:30", ""),
        ("14:30", "14:30", ""),
        ("14 giờ 30 phút", "14:30", ""),
        ("8h", "08:00", ""),
        (8, "08:00", ""),
        (time(14, 30), "14:30", ""),
        (timedelta(hours=8, minutes=30), "08:30", ""),
        (datetime(2024, 3, 5, 14, 30), "14:30", ""),
        (0.604166667, "14:30", ""),
        ("2h chiều", "14:00", ""),
        ("7h30 - 11h30", "07:30", "7h30 - 11h30"),
    ],
)
def test_hours(value: str | int | float | time | timedelta, hour: str, note: str) -> None:
    reading = read(Hour(), value)
    assert (reading.value, reading.note, code_of(reading)) == (hour, note, "")


@pytest.mark.parametrize("value", ["sáng", "25h", 1.5])
def test_what_is_no_hour_is_a_mild_doubt(value: str | float) -> None:
    reading = read(Hour(), value)
    assert reading.value is None
    assert reading.doubt is not None and reading.doubt.mild


@pytest.mark.parametrize("kind", [Text(), LongText(), PersonName(), Phone(), Integer(), Reference("hamlet")])
@pytest.mark.parametrize("error", [CellError("#REF!"), "#N/A", "#VALUE!"])
def test_a_formula_that_failed_is_said_in_any_column(kind: Text, error: str) -> None:
    reading = read(kind, error)
    assert (reading.value, code_of(reading)) == (None, "cell.error")
    assert reading.doubt is not None and reading.doubt.mild


def test_a_value_of_the_programs_own_making_is_not_taken_from_a_sheet() -> None:
    assert code_of(read(Contents(), "abc")) == "contents.not_typed"


def test_a_column_is_read_once_a_value() -> None:
    asked = 0

    class Counting(Text):
        def _read(self, typed: str, today: date) -> str | None:
            nonlocal asked
            asked += 1
            return typed

    reader = reader_for(Counting(), ["a\u200b"] * 5, today=TODAY, say=load("en"))
    assert {reader("a\u200b").value for _ in range(5)} == {"a\u200b"}
    assert asked == 1


ODD: tuple[Value, ...] = (
    *(float("nan"), float("inf"), -float("inf"), 1e300, -0.0, 10**30, -(10**18), 59_999.99999, 5_032_024.0),
    *(date.min, date.max, datetime.min, datetime.max, time.max, timedelta(days=-1), timedelta(days=99_999), True, False),
    *(
        CellError("#REF!"),
        "\x00",
        "\ud800",
        "a" * 40_000,
        "1" * 5_000,
        "1" * 5_000 + " người",
        "~" + "1" * 150 + "-2",
        "1." * 3_000,
        "5/" * 3_000,
        "(" * 3_000,
        "thôn 1, " * 3_000,
    ),
    *("½", "²", "٣/٣/٢٠٢٤", "5/3/2024 99:99", "24h00 5/3/2024", "00/00/0000", "'", "/", "và", "T", "h", "\n\n"),
)
KINDS: tuple[Kind, ...] = (
    *(Date(), Date(not_future=True), Moment(not_future=True), BirthDate(), Year(), Hour(), Integer(), Money(), YesNo()),
    *(Choice((("good", "Good"),)), PersonName(), Phone(), LastDigits(), Text(), LongText(), Contents()),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
def test_no_cell_breaks_a_reader_and_what_it_gives_can_be_kept(kind: Kind) -> None:
    """Every value of ODD, alone and beside the others: a value without a doubt is one that the kind itself takes."""
    for column in ((), ODD):
        reader = reader_for(kind, column, today=TODAY, say=load("en"))
        for value in ODD:
            reading = reader(value)
            if reading.value is not None and reading.doubt is None:
                kind.check(kind.load(reading.value), TODAY)
