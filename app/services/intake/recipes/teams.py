"""The groups that members serve in: found by what a band or column calls them, or made with their first member."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.i18n import N_
from app.core.text import fold, nfc
from app.intake.bands import words_of
from app.intake.readings import Doubt
from app.intake.words import key_of
from app.services.intake.desk import Desk, exact
from app.services.intake.drafts import Link
from app.services.intake.recipes.places import hamlet_of

_KINDS: Mapping[str, tuple[str, ...]] = {
    "security_order": (
        r"(?:tham gia )?bảo vệ (?:an ninh,? ?(?:và )?trật tự|antt|an ninh)(?: ở cơ sở)?",
        r"bv ?antt",
    ),
    "people_security": ("an ninh nhân dân", "an ninh tự quản", "an ninh và nhân dân", r"annd", "nhân dân tự quản"),
    "rapid_security": ("an ninh xung kích", "xung kích(?: an ninh)?", "anxk"),
    "mediation": ("hòa giải(?: ở)?(?: cơ sở)?", "hoà giải(?: ở)?(?: cơ sở)?"),
    "civil_defence": ("dân phòng",),
}
"""Words that tell the kind of a group, with their marks; any other is a group of another kind."""
_CALLED: Mapping[str, str] = {
    "security_order": "Tổ bảo vệ an ninh, trật tự",
    "people_security": "Tổ an ninh nhân dân",
    "rapid_security": "Tổ an ninh xung kích",
    "mediation": "Tổ hòa giải",
    "civil_defence": "Đội dân phòng",
}
"""What a group is called that a list names by its hamlet alone."""
_WORDS = (
    r"tổ(?! dân phố)",
    "đội",
    "nhóm",
    "câu lạc bộ",
    "clb",
    "lực lượng",
    "thành viên",
    "danh sách",
    "các",
    "của",
    "tại",
    "thuộc",
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The same words with their marks and without: in a text of plain letters marks tell nothing."""

    kinds: Mapping[str, re.Pattern[str]]
    leading: re.Pattern[str]


def _words(spell: Callable[[str], str]) -> _Words:
    return _Words(
        {code: re.compile(rf"\b(?:{spell('|'.join(words))})\b", re.IGNORECASE) for code, words in _KINDS.items()},
        re.compile(rf"^(?:(?:{spell('|'.join(_WORDS))})\b[\s:,–-]*)+", re.IGNORECASE),
    )


_MARKED, _PLAIN = _words(str), _words(fold)
_NAMED = re.compile(
    r"\b(?:tổ|đội|nhóm|câu lạc bộ|clb)\b(?!\s+(?:trưởng|phó|viên|chức|quốc|dân phố)\b).*?(?=\s*(?:năm\s+\d{4}|\(|$))", re.IGNORECASE
)
_WHERE = re.compile(r"(?:bản|thôn|xóm|ấp|buôn|làng|khu|tổ dân phố|tdp|xã|phường|thị trấn|số)\s|\d", re.IGNORECASE)
"""How what is left of one group's name begins; a title that goes on otherwise is of many groups."""
_SMALL = frozenset(
    (
        "tổ", "đội", "nhóm", "ban", "câu", "lạc", "bộ", "an", "ninh", "nhân", "dân", "xung", "kích", "hòa", "hoà", "giải", "phòng",
        "bảo", "vệ", "trật", "tự", "quản", "ở", "cơ", "sở", "số", "bản", "thôn", "xóm", "ấp", "buôn", "làng", "khu", "phố", "cư",
        "liên", "gia", "và", "của", "xã", "phường", "viên", "chữa", "cháy",
    )
)  # fmt: skip
"""Words that stay small in the name of a group; all others of a name in capitals are taken for names."""

_LONGEST_NAME = 300
_SEVERAL = N_("Several groups may be meant by “{text}”: {names}. Write the whole name.")
_NEAR = N_("“{text}” is almost “{name}”, which is in the book. Is it the same?")


@dataclass(frozen=True, slots=True)
class Found:
    """A group, and why it has to be looked at, if so; `new` when no group of the book was meant."""

    link: Link | None
    doubt: Doubt | None = None


def kind_in(texts: Iterable[str]) -> str:
    """The kind of group these texts speak of; empty for none, or when they speak of several."""
    found: set[str] = set()
    for text in texts:
        said = nfc(text)
        for code, pattern in (_PLAIN if said.isascii() else _MARKED).kinds.items():
            said, times = pattern.subn(" ", said)
            if times:
                found.add(code)
    return found.pop() if len(found) == 1 else ""


def core_of(name: str) -> str:
    """What is left of a group's name without the words for its kind: where it is, or its number."""
    said = words_of(nfc(name))
    words = _PLAIN if said.isascii() else _MARKED
    for pattern in words.kinds.values():
        said = pattern.sub(" ", said)
    return " ".join(words.leading.sub("", " ".join(said.split())).split()).strip(" .,:;–-")


def named_in_title(titles: Iterable[str]) -> str:
    """The name of the one group that a whole list is of: "DANH SÁCH THÀNH VIÊN TỔ HÒA GIẢI BẢN MÙ"."""
    for title in titles:
        for found in _NAMED.finditer(nfc(title)):
            if _WHERE.match(core_of(found.group())):
                return words_of(found.group())
    return ""


def spoken(name: str) -> str:
    """A name as one writes it in a sentence: of one in capitals only names keep theirs."""
    said = " ".join(nfc(name).split())
    if said != said.upper():
        return said[:1].upper() + said[1:]
    words = [word if _abbreviated(word) else word.lower() if word.lower() in _SMALL else word.capitalize() for word in said.split()]
    whole = " ".join(words)
    return whole[:1].upper() + whole[1:]


def _abbreviated(word: str) -> bool:
    return word in ("ANND", "ANXK", "ANTT", "BVANTT", "TDP", "CLB", "PCCC") or any(letter.isdigit() for letter in word)


class Teams:
    """The groups of the book and those that rows bring, shared by every sheet of a look-over."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._by_core: dict[str, list[tuple[str, str, Link]]] = {}
        self._by_name: dict[str, list[tuple[str, Link]]] = {}
        self._found: dict[tuple[str, tuple[str, ...]], Found] = {}
        for row_id, name, kind in desk.rows("group", ("name", "kind")):
            if name:
                self._put(name, kind or "", desk.link("group", row_id, name))

    def called(self, said: str, around: tuple[str, ...]) -> Found:
        """The group that a band or cell names; `around` are texts that may tell its kind: bands above, titles."""
        found = self._found.get((said, around))
        if found is None:
            found = self._found[said, around] = self._find(words_of(said), kind_in((said,)) or kind_in(around))
        return found

    def listed(self, said: str, kind: str, hamlet: Link | None) -> Found:
        """The group of a row in a list of groups, which tells its hamlet itself."""
        found = self._look(words_of(said), kind)
        return found or self._make(words_of(said), kind, hamlet)

    def known(self, said: str, around: tuple[str, ...]) -> Found | None:
        """The same among groups that stand or are listed; `None` for one that would have to be made."""
        found = self._look(words_of(said), kind_in((said,)) or kind_in(around))
        return None if found is not None and found.doubt is not None and found.doubt.acceptable else found

    def _put(self, name: str, kind: str, link: Link) -> Link:
        self._by_name.setdefault(exact(words_of(name)), []).append((kind, link))
        core = core_of(name)
        if core:
            self._by_core.setdefault(key_of(core), []).append((exact(core), kind, link))
        return link

    def _find(self, said: str, kind: str) -> Found:
        found = self._look(said, kind)
        if found is None:
            return self._make(said, kind)
        if found.link is None and found.doubt is not None and found.doubt.acceptable:
            return Found(self._make(said, kind).link, found.doubt)
        return found

    def _look(self, said: str, kind: str) -> Found | None:
        exactly = [link for of, link in self._by_name.get(exact(said), ()) if not kind or of == kind] or [
            link for _, link in self._by_name.get(exact(said), ())
        ]
        if len(exactly) == 1:
            return Found(exactly[0])
        core = core_of(said)
        alike = [entry for entry in self._by_core.get(key_of(core), ()) if core and (not kind or entry[1] == kind)]
        same = [link for marked, _, link in alike if marked == exact(core) or exact(core).isascii() or marked.isascii()]
        if len(same) == 1:
            return Found(same[0])
        if len(same) > 1:
            names = "; ".join(link.name for link in same)
            offers = tuple(sorted(link.name for link in same))
            return Found(None, Doubt("team.several", _SEVERAL, {"text": said, "names": names}, offers))
        if alike:
            near = alike[0][2].name
            doubt = Doubt("team.near", _NEAR, {"text": said, "name": near}, (near,), acceptable=True)
            return Found(None, doubt)
        return None

    def _make(self, said: str, kind: str, hamlet: Link | None = None) -> Found:
        name, core = spoken(said)[:_LONGEST_NAME], core_of(said)
        if core == said and kind in _CALLED:
            name = f"{_CALLED[kind]} {name[:1].lower()}{name[1:]}"
        values: dict[str, Any] = {"name": name, "kind": kind or "other", "members": 0}
        doubt = None
        if hamlet is None:
            hamlet, doubt = hamlet_of(self._desk, core)
        if hamlet is not None:
            values["hamlet"] = hamlet
        return Found(self._put(name, kind or "other", Link("group", name, values=values)), doubt)


def teams_of(desk: Desk) -> Teams:
    """The one list of groups of a look-over."""
    return desk.kept("teams", lambda: Teams(desk))
