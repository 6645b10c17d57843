"""The Vietnamese order of names and words, as keys that sort byte by byte.

Letters go a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z where the Latin alphabet
has them. Tones decide between words of the same letters, in the order of the dictionaries: none, huyền,
hỏi, ngã, sắc, nặng. Upper case, apostrophes and hyphens make no difference.
"""

import re
import unicodedata
from functools import lru_cache

from app.core.text.folding import nfc

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}
_SHAPES = {
    ("a", "\u0306"): "ă",
    ("a", "\u0302"): "â",
    ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô",
    ("o", "\u031b"): "ơ",
    ("u", "\u031b"): "ư",
}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_OTHER_MARK = "6"
_ALONE = {"đ": _PLACE["đ"], "ƀ": _PLACE["b"]}
_TONE_FOLLOWS = "!"
"""Lower than every letter and digit, so that "An" comes before "Anh"."""
_KEPT_WORDS = 12


def name_sort_key(name: str) -> str:
    """Key of a person's name: given name first, then the words before it, from the last to the first.

    "Sùng A An", "Lò Thị An", "Cứ A Anh". A name of one word is its own given name; nothing is taken for an
    initial.
    """
    return " ".join(_word_key(word) for word in reversed(nfc(name).lower().split()[-_KEPT_WORDS:]))


def text_sort_key(text: str) -> str:
    """Key of any other short text, in reading order; numbers count as numbers ("Thôn 2" before "Thôn 10")."""
    return " ".join(_word_key(word) for word in nfc(text).lower().split()[:_KEPT_WORDS])


@lru_cache(maxsize=8192)
def _word_key(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for part in re.findall(r"[0-9]+|[^0-9]", word):
        if part.isascii() and part.isdigit():
            letters.append(f"{part.lstrip('0') or '0':0>9}")
        elif part in _ALONE:
            letters.append(_ALONE[part])
        elif part.isalpha():
            letter, marks = _take_apart(part)
            letters.append(letter)
            tones.extend(marks)
        elif unicodedata.combining(part):
            tones.append(_TONES.get(part, _OTHER_MARK))
    return "".join(letters) + _TONE_FOLLOWS + "".join(tones)


def _take_apart(letter: str) -> tuple[str, list[str]]:
    """The place of a letter in the alphabet, and its tone with whatever other marks it has."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    tones = []
    for mark in marks:
        shaped = _SHAPES.get((base, mark))
        if shaped:
            base = shaped
        else:
            tones.append(_TONES.get(mark, _OTHER_MARK))
    return _PLACE.get(base, base), tones
