"""Names of hamlets taken apart: the word in front, the name's own words, an old commune and district behind."""

import re
from collections.abc import Sequence

from app.core.text import fold, nfc
from app.intake.alike import bare, exact

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
_COMMON = frozenset(("Khu", "Phố", "Làng"))
"""Words that are also said of other things, which then have no name of their own: "khu trung tâm", "làng nghề"."""
_BOARDS = frozenset(("chi", "chap", "cong", "quan", "giam", "dan", "thuong", "to", "tuyen", "lien", "dai", "bao", "van"))
"""What follows "Ban" where it is no hamlet: Ban Chỉ huy, Ban Công tác Mặt trận."""
KIND_AHEAD = r"(?:bản|thôn|xóm|tổ|tdp|khu|ấp|buôn|làng|khóm|ban|thon|xom|to)\b"
BEHIND = re.compile(
    rf"\s*[,;(]\s*|\s+[-–—]\s+|\s*[-–—/+&]\s*(?={KIND_AHEAD})|\s+(?:và|va)\s+(?={KIND_AHEAD})"
    r"|\s+(?=(?:xã|phường|thị trấn|thị xã|huyện|tỉnh|thành phố|xa|phuong|thi tran|huyen|tinh)\s)",
    re.IGNORECASE,
)
_OTHER_UNIT = re.compile(r"(?:xã|phường|thị trấn|thị xã|huyện|tỉnh|thành phố)\s", re.IGNORECASE)
_SHORT_BAN = re.compile(r"^\s*[bB]\.\s*")
_NUMBER_BEHIND = re.compile(r"^\s*(tdp|tk|kdc|thôn|bản|xóm|khu|ấp|tổ|đội)[.\-\s]*(?=[0-9])", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-/+][^\W_]+)*")
_ROMAN = re.compile(r"[IVX]+")


def looks_like_hamlet(text: str) -> bool:
    """Whether a text begins with a word for a hamlet and goes on with a name; "Tổ an ninh" and "Ban Chỉ huy" do not."""
    name = parted(" ".join(nfc(text).split()))[0]
    kind, marked = taken_apart(name)
    if kind in _COMMON and marked:
        first = name.split()[1:2]
        return bool(first) and (first[0][0].isupper() or first[0][0].isdigit())
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


def names_none(name: str) -> bool:
    """Whether a text is no name of a hamlet: figures alone, a word for one alone, or a greater unit."""
    words = tuple(fold(token) for token in taken_apart(name)[1])
    return words in _KINDS or _OTHER_UNIT.match(name) is not None or not any(letter.isalpha() for letter in name)


def parted(line: str) -> tuple[str, str]:
    """The name of a hamlet, and what stands behind it."""
    for parts in BEHIND.finditer(line):
        name = line[: parts.start()].rstrip(" .")
        rest = line[parts.end() :].strip(" .)")
        # "Bản Xa La" goes on with its own name, "Mù xã Túc Đán" does not.
        if name and (parts[0].strip() or len(name.split()) > 1 or not (is_bare(rest) or tuple(fold(name).split()) in _KINDS)):
            return name, rest
    return line, ""


def taken_apart(name: str) -> tuple[str, tuple[str, ...]]:
    """The word for a hamlet as it is written out, "" where there is none, and the tokens of its own name with their marks."""
    kind, tokens, length = _kind_of(_TOKEN.findall(exact(_written_out(name))))
    return kind, tuple(token.lstrip("0") or "0" if token.isdecimal() else token for token in tokens[length:])


def behind_second_word(marked: tuple[str, ...]) -> tuple[str, ...]:
    """The name behind a second word for a hamlet; nothing where there is none."""
    kind, words, length = _kind_of(marked)
    return tuple(words[length:]) if kind else ()


def is_bare(name: str) -> bool:
    """Whether a name is written without any marks: who writes them means it where there is none."""
    plain = exact(name)
    return bare(plain) == plain


def without_marks(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(bare(token) for token in tokens)


def _written_out(name: str) -> str:
    """A name with the shortest forms of its word in front made longer: "B. Mù", "TDP5"."""
    return _NUMBER_BEHIND.sub(r"\1 ", _SHORT_BAN.sub("Bản ", name))


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


def _capital(word: str) -> str:
    if any(letter.isdigit() for letter in word) or _ROMAN.fullmatch(word):
        return word
    return word[:1].upper() + word[1:].lower()
