"""The measure itself: what a text takes in Telex."""

import pytest

from tests.ui.keystrokes.counter import telex


@pytest.mark.parametrize(
    ("text", "keys"), [("", 0), ("ban", 3), ("ế", 3), ("Đỗ Văn Đức", 17), ("5/3/22", 6), ("Giàng A Sử", 13), ("ươ", 4)]
)
def test_telex_takes_a_key_more_for_each_sign_on_a_letter(text: str, keys: int) -> None:
    assert telex(text) == keys
