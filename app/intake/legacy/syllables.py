"""Whether a word can be a Vietnamese syllable: by its first consonants, its vowels and end, and the tone that may stand on it.

Names of the mountain peoples and abbreviations are often none; a whole text is judged, never a word alone.
"""

import re
import unicodedata
from functools import lru_cache

_FIRST = "ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx]"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch "
    "êm ên ênh êp êt êu êc êng i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach "
    "oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm "
    "ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên "
    "uyêt uynh uyn uyt uyu uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu"
)
_SYLLABLE = re.compile(f"(?:{_FIRST})?(?:{'|'.join(sorted(_RIMES.split(), key=len, reverse=True))})")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CLOSED = re.compile(r"(?:c|ch|p|t)$")
_WORD = re.compile(r"[^\W\d_]+")
_CONSONANTS = re.compile(r"[bcdđghklmnpqrstvx]*đ[bcdđghklmnpqrstvx]*", re.IGNORECASE)
"""Abbreviations such as SĐT and QĐ: the letter đ in them tells as much as a syllable does."""
_OTHER_SIGNS = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Whether a word of any case could be one: "nguyễn" is, "nguyôn" and "strasse" are not."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [sign for sign in parts if sign in _TONES]
    plain = unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not _CLOSED.search(plain) or not tones or tones[0] in "\u0301\u0323"


def how_vietnamese(text: str) -> float:
    """From 0 to 1: the share of words that can be syllables, weighed by letters; strange signs outside words count against it."""
    words = _WORD.findall(text)
    good = sum(len(word) for word in words if is_syllable(word) or _CONSONANTS.fullmatch(word))
    within = sum(len(word) for word in words)
    strange = len(_OTHER_SIGNS.findall(_WORD.sub("", text)))
    return good / (within + strange) if within + strange else 1.0
