"""Names of people as sheets write them: kept as typed, never re-spelt, and two in a cell asked about."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds import PersonName
from tests.intake.cells import code_of, read
from tests.names import names

NAME = PersonName()
ROSTER = [
    *dict.fromkeys(names(300)),
    "Sùng",
    "Y Bhăm",
    "K'Brể",
    "Rơ Châm H'Yéo",
    "Công Văn Tống",
    "Ban Văn An",
    "Đoàn Thị Hà",
    "Bàn Thị Nảy",
    "Trương Thị Hoa",
    "Đoàn Thanh Hà",
    "Ban Chí Hùng",
]
roster = st.sampled_from(ROSTER)


@given(roster)
def test_a_name_stays_as_it_is_written(name: str) -> None:
    for written, kept in (
        (name, name),
        (name.upper(), name.upper()),
        (f"  {name.replace(' ', '  ')} ", name),
        (name.replace(" ", "\u00a0"), name),
        (name.replace(" ", "\n", 1) if name.count(" ") < 3 else name, name),
        (f"{name}.", name),
        (f"12. {name}", name),
        (f"3) {name}", name),
        (unicodedata.normalize("NFD", name), name),
    ):
        reading = read(NAME, written)
        assert (reading.value, reading.note, code_of(reading)) == (kept, "", "")


@given(roster, roster)
def test_what_stands_in_brackets_is_kept_beside_the_name(one: str, other: str) -> None:
    text = f"{one} (vợ: {other})"
    reading = read(NAME, text)
    assert (reading.value, reading.note, code_of(reading)) == (one, text, "")


@given(roster, roster, st.sampled_from(("/", "; ", " và ", ", ", " - ", " & ", "\n")))
def test_two_names_in_a_cell_are_asked_about(one: str, other: str, between: str) -> None:
    if between == "\n" and min(one.count(" "), other.count(" ")) == 0:
        return  # a word alone on its line is the rest of a name
    reading = read(NAME, f"{one}{between}{other}")
    assert code_of(reading) == "name.two"
    assert reading.doubt is not None and reading.doubt.acceptable and reading.doubt.offers == (one,)
    assert reading.value and one in reading.value and other in reading.value


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        ("Lò Văn A, trưởng bản", "Lò Văn A", "Lò Văn A, trưởng bản"),
        ("Lò Văn A - 1984", "Lò Văn A", "Lò Văn A - 1984"),
        ("Lò Văn A - Trưởng bản", "Lò Văn A", "Lò Văn A - Trưởng bản"),
        ("Lò Văn A, Bản Mù", "Lò Văn A", "Lò Văn A, Bản Mù"),
        ("Lò Văn A – CAV", "Lò Văn A", "Lò Văn A – CAV"),
        ("Đ/c Lò Văn A", "Lò Văn A", ""),
        ("Giàng A Sử [Sử lớn]", "Giàng A Sử", "Giàng A Sử [Sử lớn]"),
        ("Tổ an ninh bản Mù, xã Bản Mù", "Tổ an ninh bản Mù, xã Bản Mù", ""),
        ("CÔNG AN XÃ VÀ BAN CHỈ HUY QUÂN SỰ XÃ", "CÔNG AN XÃ VÀ BAN CHỈ HUY QUÂN SỰ XÃ", ""),
        ("Nhân dân và cán bộ bản Mù", "Nhân dân và cán bộ bản Mù", ""),
        ("", None, ""),
        ("-", None, ""),
    ],
)
def test_what_is_not_a_second_name_is_kept_beside_the_first(text: str, name: str | None, note: str) -> None:
    reading = read(NAME, text)
    assert (reading.value, reading.note, code_of(reading)) == (name, note, "")


@pytest.mark.parametrize("value", ["12345", 12345, 7.0, date(2024, 1, 1)])
def test_figures_are_no_name(value: str | int | float | date) -> None:
    reading = read(NAME, value)
    assert (reading.value, code_of(reading)) == (None, "name.no_letter")


def test_a_text_too_long_for_a_name_is_looked_at() -> None:
    reading = read(NAME, "Lò " * 100)
    assert code_of(reading) == "text.too_long"
    assert reading.doubt is not None and not reading.doubt.mild


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read(NAME, text)
    assert reading.value is None or any(letter.isalpha() for letter in reading.value)
