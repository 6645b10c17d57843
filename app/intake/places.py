"""Hamlets by whatever a sheet calls them: without marks, in capitals, without "Bản", with an old commune and district behind.

Two names are one when their letters are and their marks too, or when one of them was written without any marks. A letter or a mark
off is a question, never a match: "Bản Mù" and "Bản Mùa" are two hamlets more often than one misspelt.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.core.i18n import N_
from app.core.text import nfc
from app.intake.hamlet_names import (
    BEHIND,
    KIND_AHEAD,
    behind_second_word,
    is_bare,
    looks_like_hamlet,
    names_none,
    parted,
    taken_apart,
    tidy,
    without_marks,
)
from app.intake.readings import Doubt

K = TypeVar("K")
_LONGEST = 100
_LONGEST_PLACE = 300
_MOST_WORDS = 8
"""Letters of the longest name a hamlet can have, and of a text that one is looked for in; words of a name."""


@dataclass(frozen=True, slots=True)
class Match(Generic[K]):
    """What a sheet means by a hamlet.

    `key` is that of a known one, `None` for one that is not known yet; `name` what it is called, or would be. `rest` stood behind
    it: "xã Túc Đán, huyện Trạm Tấu". With a doubt no key is given.
    """

    key: K | None
    name: str
    rest: str = ""
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class _Known(Generic[K]):
    key: K
    name: str
    kind: str
    marked: tuple[str, ...]
    plain: tuple[str, ...]
    bare: bool
    """Whether it was written without any marks, even in its word in front."""


class Hamlets(Generic[K]):
    """The hamlets that are known, and those that a workbook adds. `known` are (key, name) pairs."""

    def __init__(self, known: Iterable[tuple[K, str]]) -> None:
        self._by_letters: dict[str, list[_Known[K]]] = {}
        self._matched: dict[str, Match[K]] = {}
        for key, name in known:
            self.learn(key, name)

    def learn(self, key: K, name: str) -> None:
        """Know one more, that is made on the way."""
        kind, marked = taken_apart(name)
        entry = _Known(key, name, kind, marked, without_marks(marked), is_bare(name))
        self._by_letters.setdefault("".join(entry.plain), []).append(entry)
        self._matched.clear()

    def match(self, text: str) -> Match[K]:
        """The hamlet that a cell names. Doubts: "hamlet.near" (acceptable: it is another one), "hamlet.unclear"."""
        found = self._matched.get(text)
        if found is None:
            found = self._matched[text] = self._match(" ".join(nfc(text).split()).strip(" .,;:-–"))
        return found

    def named_in(self, text: str) -> Match[K] | None:
        """The known hamlet that a text of a line or two names with its word in front ("Nhà văn hóa bản Mù"); `None` for none or
        several."""
        line = " ".join(nfc(text).split())[:_LONGEST_PLACE]
        hits: dict[K, Match[K]] = {}
        for place in re.finditer(rf"\b(?={KIND_AHEAD})", line, re.IGNORECASE):
            words = BEHIND.split(line[place.start() :])[0].split()[:_MOST_WORDS]
            names = (" ".join(words[:count]) for count in range(len(words), 1, -1))
            if one := next((one for name in names if (one := self._known(name))), None):
                hits[one.key] = Match(one.key, one.name)
        return next(iter(hits.values())) if len(hits) == 1 else None

    def _match(self, line: str) -> Match[K]:
        known_whole = "".join(without_marks(taken_apart(line)[1])) in self._by_letters
        name, rest = (line, "") if known_whole else parted(line)
        marked = taken_apart(name)[1]
        if not marked:
            return Match(None, "", rest)
        if len(name) > _LONGEST:
            return Match(None, name, rest, _unclear(name))
        if one := self._known(name):
            return Match(one.key, one.name, rest)
        plain = without_marks(marked)
        near = self._alike(marked) or [
            one for entries in self._by_letters.values() for one in entries if _a_letter_off(one.plain, plain)
        ]
        if offers := [one.name for one in near] or self._ending(name):
            return Match(None, tidy(name), rest, _near(name, offers))
        if names_none(name):
            return Match(None, name, rest, _unclear(name))
        return Match(None, tidy(name), rest)

    def _known(self, name: str) -> _Known[K] | None:
        """The one known hamlet of this name."""
        kind, marked = taken_apart(name)
        alike = self._alike(marked)
        without = is_bare(name)
        return _meant(alike, kind, marked, without) or self._behind_second_word(alike, marked, without)

    def _ending(self, name: str) -> list[str]:
        """The known hamlet that a longer name ends with: "Tổ 5 bản Mù" is hardly a hamlet of its own."""
        places = [found.start() for found in re.finditer(rf"(?<= )(?={KIND_AHEAD})", name, re.IGNORECASE)]
        found = [self._known(name[place:]) for place in places]
        return [one.name for one in found if one]

    def _alike(self, marked: tuple[str, ...]) -> list[_Known[K]]:
        """The hamlets of the same letters."""
        return self._by_letters.get("".join(without_marks(marked)), [])

    def _behind_second_word(self, alike: list[_Known[K]], marked: tuple[str, ...], without: bool) -> _Known[K] | None:
        """The hamlet of "Thôn Bản Mù", which kept its old word when it got a new one."""
        inner = behind_second_word(marked)
        if alike or not inner or inner[0][0].isdigit():
            return None
        return _only([one for one in self._alike(inner) if _agree(one, inner, without)])


def _meant(alike: list[_Known[K]], kind: str, marked: tuple[str, ...], without: bool) -> _Known[K] | None:
    """The one hamlet among those of the same letters that a name means: by its marks and its word where several have them."""
    agreeing = [one for one in alike if _agree(one, marked, without) and not _other_number(one, kind)]
    same_kind = [one for one in agreeing if kind and one.kind == kind]
    same_marks = [one for one in agreeing if one.marked == marked]
    return _only([one for one in same_marks if one.kind == kind]) or _only(same_kind or same_marks or agreeing)


def _agree(known: _Known[K], marked: tuple[str, ...], without: bool) -> bool:
    """Whether the marks of two names of the same letters are the same, or one was written without any."""
    return known.bare or without or "".join(known.marked) == "".join(marked)


def _other_number(known: _Known[K], kind: str) -> bool:
    """Whether a number is all that two names share: "Thôn 3" and "Tổ dân phố 3" are two."""
    return bool(kind and known.kind and kind != known.kind and known.marked[0][0].isdigit())


def _only(entries: list[_Known[K]]) -> _Known[K] | None:
    """The hamlet that all of these are."""
    names = {(one.kind, one.marked) for one in entries}
    return entries[0] if len(names) == 1 else None


def _a_letter_off(known: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Whether one word of two names differs by one letter; numbers and single letters ("Pa Te A", "Pa Te B") tell hamlets apart."""
    if len(known) != len(asked):
        return False
    different = [(one, other) for one, other in zip(known, asked, strict=True) if one != other]
    if len(different) != 1:
        return False
    one, other = different[0]
    if min(len(one), len(other)) < 2 or any(letter.isdigit() for letter in one + other):
        return False
    return _one_apart(one, other)


def _one_apart(one: str, other: str) -> bool:
    """Whether a letter more, less, other, or two changing places make one word of the other."""
    if len(one) > len(other):
        one, other = other, one
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return len(other) == len(one) + 1 and one[start:] == other[start + 1 :]
    exchanged = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    return exchanged or one[start + 1 :] == other[start + 1 :]


def _unclear(name: str) -> Doubt:
    sentence = N_("“{text}” does not name a hamlet.")
    return Doubt("hamlet.unclear", sentence, {"text": name[:_LONGEST]}, acceptable=len(name) <= _LONGEST)


def _near(name: str, known: list[str]) -> Doubt:
    offers = tuple(dict.fromkeys(known))
    sentence = N_(
        "“{text}” is nearly the name of a hamlet that is known: {known}. Choose it, or take the text as the name of another one."
    )
    return Doubt("hamlet.near", sentence, {"text": name, "known": ", ".join(offers)}, offers, acceptable=True)


__all__ = ["Hamlets", "Match", "looks_like_hamlet", "tidy"]
