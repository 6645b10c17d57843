"""When two texts say the same: the spelling in which rows are compared with each other and with the book."""

import re
import unicodedata
from functools import lru_cache

from app.core.text import fold

_PLACED = (
    *(("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa")),
    *(("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe")),
    *(("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy")),
)
"""Both places of a tone at the end of a syllable; the older one is compared."""
_NEWER = re.compile("|".join(new for new, _ in _PLACED))
_OLDER = dict(_PLACED)
_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_BARE = {ord(letter): fold(letter) for letter in _MARKED}
"""What `fold` makes of each letter of Vietnamese: the same, letter by letter, at a twentieth of the time."""


@lru_cache(maxsize=65_536)
def exact(text: str) -> str:
    """What two spellings of the same words share: composed letters, no case, single spaces, no full stop at the end, one place for
    a tone (hoà, hòa)."""
    plain = " ".join(unicodedata.normalize("NFC", text).lower().split()).rstrip(". ")
    return plain if plain.isascii() else _NEWER.sub(lambda found: _OLDER[found.group()], plain)


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """The same without marks: texts that differ here differ by more than a mark."""
    plain = exact(text).translate(_BARE)
    return plain if plain.isascii() else fold(plain)
