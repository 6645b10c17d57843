"""Marks and options by whatever words a sheet has for them."""

import pytest

from app.core.kinds import Choice, YesNo
from tests.intake.cells import code_of, read

RATING = Choice((("good", "Good"), ("fair", "Fair"), ("average", "Average"), ("poor", "Weak")))
WORDS = {"good": ("Tốt",), "fair": ("Khá",), "average": ("TB", "Trung bình"), "poor": ("Yếu", "Kém")}


@pytest.mark.parametrize(
    "mark", ["x", "X", " x ", "x.", "✓", "✔", "v", "V", "√", "có", "Có", "CÓ", "1", 1, 1.0, True, "đúng", "ü", "co"]
)
def test_marks_that_mean_yes(mark: str | int | float) -> None:
    assert read(YesNo(), mark).value == 1


@pytest.mark.parametrize("mark", ["0", 0, "không", "Không", "KHÔNG CÓ", "chưa", False, "ko"])
def test_marks_that_mean_no(mark: str | int) -> None:
    assert read(YesNo(), mark).value == 0


def test_an_empty_cell_means_no_only_in_a_column_of_marks() -> None:
    assert read(YesNo(), "-", among=["x", ""]).value == 0
    assert read(YesNo(), "", among=["x", "X", "✓"]).value == 0
    assert read(YesNo(), "", among=["có", "không"]).value is None
    assert read(YesNo(), "", among=[""]).value is None


def test_a_mark_with_words_keeps_them() -> None:
    assert (read(YesNo(), "x (2 vụ)").value, read(YesNo(), "x (2 vụ)").note) == (1, "x (2 vụ)")
    assert (read(YesNo(), "Chưa xác minh").value, read(YesNo(), "Chưa xác minh").note) == (0, "Chưa xác minh")


@pytest.mark.parametrize("value", ["đang làm", 2, "12/3/2024"])
def test_what_is_neither_is_a_mild_doubt(value: str | int) -> None:
    reading = read(YesNo(), value)
    assert (reading.value, code_of(reading)) == (None, "yes_no.unknown")
    assert reading.doubt is not None and reading.doubt.mild


def test_one_and_true_are_told_apart_where_both_stand_in_a_column() -> None:
    assert read(YesNo(), True, among=[1, 0, False]).value == 1
    assert read(YesNo(), 0, among=[False, True]).value == 0


@pytest.mark.parametrize(
    ("text", "code", "note"),
    [
        ("Tốt", "good", ""),
        ("TỐT", "good", ""),
        ("tot", "good", ""),
        ("Good", "good", ""),
        ("good", "good", ""),
        ("TB", "average", ""),
        ("trung  bình.", "average", ""),
        ("Tốt (năm 2023)", "good", "Tốt (năm 2023)"),
        ("Xếp loại: Khá", "fair", "Xếp loại: Khá"),
        ("", None, ""),
    ],
)
def test_an_option_by_its_code_its_label_or_other_words(text: str, code: str | None, note: str) -> None:
    reading = read(RATING, text, synonyms=WORDS)
    assert (reading.value, reading.note, code_of(reading)) == (code, note, "")


@pytest.mark.parametrize("text", ["không tốt", "Khà", "Khả năng", "xếp loại: tốt hay khá", "chưa xếp", "5"])
def test_what_is_no_option_or_several_is_a_mild_doubt(text: str) -> None:
    reading = read(RATING, text, synonyms=WORDS)
    assert (reading.value, code_of(reading)) == (None, "choice.unknown")
    assert reading.doubt is not None and reading.doubt.mild


@pytest.mark.parametrize("mark", ["x", "X", "✓", "v", "ü", "1", 1, True, "X."])
def test_a_column_of_marks_may_stand_for_one_option(mark: str | int) -> None:
    valuable = Choice((("yes", "Valuable"), ("no", "Not"), ("pending", "Not known yet")))
    words = {"yes": ("x", "Có"), "no": ("Không",)}
    assert (read(valuable, mark, synonyms=words).value, read(valuable, mark, synonyms=words).note) == ("yes", "")
    assert read(valuable, "không", synonyms=words).value == "no"
    assert read(RATING, mark, synonyms=WORDS).value is None


def test_words_that_only_introduce_an_option_are_passed_over() -> None:
    channel = Choice((("phone", "Phone"), ("letter", "Letter")))
    words = {"phone": ("ĐT", "Điện thoại"), "letter": ("Thư",)}
    for text in ("qua ĐT", "Qua điện thoại", "ĐT", "bằng điện thoại"):
        assert (read(channel, text, synonyms=words).value, read(channel, text, synonyms=words).note) == ("phone", "")


def test_longer_words_win_over_shorter_ones() -> None:
    role = Choice((("head", "Head"), ("deputy", "Deputy"), ("member", "Member")))
    words = {"head": ("Tổ trưởng", "Trưởng"), "deputy": ("Tổ phó", "Phó", "Phó trưởng"), "member": ("Tổ viên",)}
    assert read(role, "Phó Trưởng thôn", synonyms=words).value == "deputy"
    assert read(role, "Tổ trưởng, kiêm trưởng bản", synonyms=words).value == "head"
    assert read(role, "TO PHO", synonyms=words).value == "deputy"
