"""When two texts say the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text import fold
from app.intake.alike import bare, exact

LETTERS = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ .-'", max_size=20
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lò Văn Hòa", "LÒ VĂN HOÀ"),
        ("Giàng A  Sử.", " giàng a sử"),
        ("Thuý", unicodedata.normalize("NFD", "Thúy")),
        ("Lò\u00a0Thị\nBay", "Lò Thị Bay"),
    ],
)
def test_spelling_is_no_difference(one: str, other: str) -> None:
    assert exact(one) == exact(other)


@pytest.mark.parametrize(("one", "other"), [("Tiếp", "Tiệp"), ("Đức", "Dức"), ("Hoa", "Hòa")])
def test_a_mark_is_one_that_only_bare_texts_do_not_see(one: str, other: str) -> None:
    assert exact(one) != exact(other)
    assert bare(one) == bare(other)


@given(LETTERS)
def test_bare_is_what_search_compares(text: str) -> None:
    assert bare(text) == fold(exact(text))


@given(LETTERS, st.sampled_from(["NFC", "NFD"]))
def test_exact_does_not_see_case_spaces_and_composition(text: str, form: str) -> None:
    changed = unicodedata.normalize(form, f"  {text.upper().replace(' ', '   ')} ")
    assert exact(changed) == exact(text)
