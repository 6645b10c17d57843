"""One spelling for kept text, and the folded spelling that search compares."""

import unicodedata

_LETTERS = str.maketrans(
    {"đ": "d", "ƀ": "b", "ð": "d", "\u00ad": None, "\u200b": None} | dict.fromkeys("‘’ʼ`´", "'"),
)
"""Letters that no Unicode rule takes apart (Kinh đ, Ê Đê and Ba Na ƀ, the ð that some old fonts leave), and
stray signs."""


def nfc(text: str) -> str:
    """Composed letters, the form that is kept, hashed and printed: keyboards and old files also give
    decomposed ones."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """What search compares: lower case, no marks, đ as d, single spaces.

    "Giàng A Đức" and "giang a duc" fold alike, and so do both places of a tone ("hoà", "hòa").
    """
    lowered = nfc(text).lower().translate(_LETTERS)
    bare = "".join(letter for letter in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare).split())
