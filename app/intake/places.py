"""Hamlets by whatever a sheet calls them: without marks, in capitals, without "Bản", with an old commune and district behind.

Two names are one when their letters are, and no mark of one speaks against a mark of the other. A letter off is a question, never a
match: "Bản Mù" and "Bản Mùa" are two hamlets more often than one misspelt.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.core.i18n import N_
from app.core.text import fold, nfc
from app.intake.alike import bare, exact
from app.intake.readings import Doubt

K = TypeVar("K")

_KINDS = {
    ("to", "dan", "pho"): "Tổ dân phố",
    ("khu", "dan", "cu"): "Khu dân cư",
    ("khu", "pho"): "Khu phố",
    ("tieu", "khu"): "Tiểu khu",
    ("tdp",): "Tổ dân phố",
    ("kdc",): "Khu dân cư",
    ("tk",): "Tiểu khu",
    ("ban",): "Bản",
    ("thon",): "Thôn",
    ("xom",): "Xóm",
    ("khu",): "Khu",
    ("khom",): "Khóm",
    ("ap",): "Ấp",
    ("buon",): "Buôn",
    ("bon",): "Bon",
    ("lang",): "Làng",
    ("plei",): "Plei",
    ("soc",): "Sóc",
    ("pho",): "Phố",
    ("to",): "Tổ",
    ("doi",): "Đội",
}
"""Words before the name of a hamlet, longer ones first, and how they are written out."""
_ONLY_NUMBERED = frozenset(("Tổ", "Đội"))
"""Before a name they make a team of people; before a number a part of a village."""
_BOARDS = frozenset(("chi", "chap", "cong", "quan", "giam", "dan", "thuong", "to", "tuyen", "lien", "dai", "bao", "van"))
"""What follows "Ban" where it is no hamlet: Ban Chỉ huy, Ban Công tác Mặt trận."""
_KIND_AHEAD = r"(?:bản|thôn|xóm|tổ|tdp|khu|ấp|buôn|làng|khóm|ban|thon|xom|to)\b"
_BEHIND = re.compile(
    rf"\s*[,;(]\s*|\s+[-–—]\s+|\s*[-–—/+&]\s*(?={_KIND_AHEAD})|\s+(?:và|va)\s+(?={_KIND_AHEAD})"
    r"|\s+(?=(?:xã|phường|thị trấn|thị xã|huyện|tỉnh|thành phố|xa|phuong|thi tran|huyen|tinh)\s)",
    re.IGNORECASE,
)
_OTHER_UNIT = re.compile(r"(?:xã|phường|thị trấn|thị xã|huyện|tỉnh|thành phố)\s", re.IGNORECASE)
_SHORT_BAN = re.compile(r"^\s*[bB]\.\s*")
_NUMBER_BEHIND = re.compile(r"^\s*(tdp|tk|kdc|thôn|bản|xóm|khu|ấp|tổ|đội)[.\-\s]*(?=[0-9])", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-/+][^\W_]+)*")
_ROMAN = re.compile(r"[IVX]+")


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


class Hamlets(Generic[K]):
    """The hamlets that are known, and those that a workbook adds. `known` are (key, name) pairs."""

    def __init__(self, known: Iterable[tuple[K, str]]) -> None:
        self._by_letters: dict[str, list[_Known[K]]] = {}
        self._matched: dict[str, Match[K]] = {}
        for key, name in known:
            self.learn(key, name)

    def learn(self, key: K, name: str) -> None:
        """Know one more, that is made on the way."""
        kind, marked = _taken_apart(name)
        entry = _Known(key, name, kind, marked, _without_marks(marked))
        self._by_letters.setdefault("".join(entry.plain), []).append(entry)
        self._matched.clear()

    def match(self, text: str) -> Match[K]:
        """The hamlet that a cell names. Doubts: "hamlet.near" (acceptable: it is another one), "hamlet.unclear"."""
        found = self._matched.get(text)
        if found is None:
            found = self._matched[text] = self._match(" ".join(nfc(text).split()))
        return found

    def named_in(self, text: str) -> Match[K] | None:
        """The known hamlet that a longer text names with its word in front ("Nhà văn hóa bản Mù"); `None` for none or several."""
        line = " ".join(nfc(text).split())
        hits = {}
        for place in re.finditer(rf"\b(?={_KIND_AHEAD})", line, re.IGNORECASE):
            name = _BEHIND.split(line[place.start() :])[0]
            words = name.split()
            for count in range(len(words), 1, -1):
                match = self.match(" ".join(words[:count]))
                if match.key is not None:
                    hits[match.name] = match
                    break
        return next(iter(hits.values())) if len(hits) == 1 else None

    def _match(self, line: str) -> Match[K]:
        name, rest = (line, "") if "".join(_without_marks(_taken_apart(line)[1])) in self._by_letters else _parted(line)
        kind, marked = _taken_apart(name)
        if not marked:
            return Match(None, "", rest)
        plain = _without_marks(marked)
        alike = self._by_letters.get("".join(plain), [])
        agreeing = [one for one in alike if _agree(one.marked, marked) and not _other_number(one, kind)]
        one = _only([one for one in agreeing if one.marked == marked and one.kind == kind]) or _only(
            [one for one in agreeing if one.kind == kind and kind] or [one for one in agreeing if one.marked == marked] or agreeing
        )
        if one:
            return Match(one.key, one.name, rest)
        near = alike or [one for entries in self._by_letters.values() for one in entries if _a_letter_off(one.plain, plain)]
        if near:
            return Match(None, tidy(name), rest, _near(name, near))
        if _OTHER_UNIT.match(name) or not any(letter.isalpha() for letter in name):
            sentence = N_("“{text}” does not name a hamlet.")
            return Match(None, name, rest, Doubt("hamlet.unclear", sentence, {"text": name}, acceptable=True))
        return Match(None, tidy(name), rest)


def looks_like_hamlet(text: str) -> bool:
    """Whether a text begins with a word for a hamlet and goes on with a name; "Tổ an ninh" and "Ban Chỉ huy" do not."""
    kind, marked = _taken_apart(_parted(" ".join(nfc(text).split()))[0])
    return bool(kind and marked)


def tidy(name: str) -> str:
    """The name of a new hamlet as an officer writes it: "BẢN NÀ LUÔNG." as "Bản Nà Luông"."""
    words = _written_out(name.strip(" .,;:-")).split()
    kind, _, length = _kind_of(words)
    own = words[length:]
    letters = "".join(word for word in own if len(word) > 1)
    if letters.isupper() or letters.islower() or letters == "":
        own = [_capital(word) for word in own]
    return " ".join((*([kind] if kind else []), *own))


def _parted(line: str) -> tuple[str, str]:
    """The name of a hamlet, and what stands behind it."""
    for parts in _BEHIND.finditer(line):
        name = line[: parts.start()].rstrip(" .")
        if name and (parts[0].strip() or len(name.split()) > 1):
            # "Bản Xa La" goes on with its own name; an old commune stands behind one of two words at least.
            return name, line[parts.end() :].strip(" .)")
    return line, ""


def _written_out(name: str) -> str:
    """A name with the shortest forms of its word in front made longer: "B. Mù", "TDP5"."""
    return _NUMBER_BEHIND.sub(r"\1 ", _SHORT_BAN.sub("Bản ", name))


def _taken_apart(name: str) -> tuple[str, tuple[str, ...]]:
    """The word for a hamlet as it is written out, "" where there is none, and the tokens of its own name with their marks."""
    kind, tokens, length = _kind_of(_TOKEN.findall(exact(_written_out(name))))
    return kind, tuple(token.lstrip("0") or "0" if token.isdecimal() else token for token in tokens[length:])


def _kind_of(words: Sequence[str]) -> tuple[str, Sequence[str], int]:
    """The word for a hamlet that a name begins with, "" for none; the words; and how many of them it takes ("Tổ dân phố số": 4)."""
    folded = tuple(fold(word) for word in words)
    for begun, kind in _KINDS.items():
        behind = folded[len(begun) :]
        if folded[: len(begun)] != begun or not behind:
            continue
        if kind in _ONLY_NUMBERED and not behind[-1][:1].isdigit():
            continue
        if kind == "Bản" and fold(words[0]) == words[0].lower() and behind[0] in _BOARDS:
            continue
        if begun == ("khu",) and behind[0] == "vuc":
            continue
        numbered = len(behind) > 1 and behind[0] == "so" and behind[1][0].isdigit()
        return kind, words, len(begun) + numbered
    return "", words, 0


def _without_marks(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(bare(token) for token in tokens)


def _agree(known: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Whether no mark of one name speaks against a mark of the other. Names of the same letters are asked for."""
    if len(known) != len(asked):
        known, asked = ("".join(known),), ("".join(asked),)
    return all(one == other or one == bare(one) or other == bare(other) for one, other in zip(known, asked, strict=True))


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


def _near(name: str, near: list[_Known[K]]) -> Doubt:
    offers = tuple(dict.fromkeys(one.name for one in near))
    sentence = N_(
        "“{text}” is nearly the name of a hamlet in the book: {known}. Choose it, or take the text as the name of another one."
    )
    return Doubt("hamlet.near", sentence, {"text": name, "known": ", ".join(offers)}, offers, acceptable=True)


def _capital(word: str) -> str:
    if any(letter.isdigit() for letter in word) or _ROMAN.fullmatch(word):
        return word
    return word[:1].upper() + word[1:].lower()
