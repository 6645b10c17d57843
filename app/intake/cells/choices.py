"""Marks (x, ✓, có) and options, by whatever words a sheet has for them."""

import re
from collections.abc import Iterable

from app.core.i18n import N_
from app.core.kinds import Choice, YesNo
from app.intake.alike import bare, exact
from app.intake.cells.setting import Reader, Setting, one_line, remembered, shown
from app.intake.readings import NOTHING, Doubt, Reading
from app.intake.words import key_of
from app.intake.workbook import Value

_MARKS = frozenset(("x", "xx", "v", "✓", "✔", "√", "☑", "☒", "✗", "✘", "●", "•", "+", "*", "ü", "þ"))
"""Signs of yes; the last two are the ticks of Wingdings, which show as letters elsewhere."""
_SIGNS = _MARKS | {"1"}
_YES = frozenset(("1", "co", "yes", "y", "true", "dung", "roi", "da", "dat"))
_NO = frozenset(("0", "khong", "ko", "no", "n", "false", "sai", "chua", "khong co", "khong dat", "khong dung", "chua dat"))
_NEGATIONS = ("khong", "ko", "chua")
_TOKEN = re.compile(r"[^\W_]+")
_INTRODUCING = ("qua", "bang", "theo")
_SHORT = 2
"""Options of no more letters are not looked for within other words."""


def mark_reader(kind: YesNo, setting: Setting) -> Reader:
    """Yes as 1 and no as 0. In a column of marks alone an empty cell means no; beside spoken answers it means nothing."""
    others = _by_words(setting, {"1": "1", "yes": "1", "0": "0", "no": "0"})
    empty = Reading(0) if _only_marks(setting) else NOTHING

    def read(value: Value) -> Reading:
        if isinstance(value, bool | int | float):
            if value in (0, 1):
                return Reading(int(value))
            return Reading(doubt=_neither(one_line(value)))
        text = one_line(value)
        sign = _sign(text)
        if not sign:
            return empty
        if sign in _MARKS:
            return Reading(1)
        said = key_of(text)
        first = said.split(" ")[0]
        if said in others:
            return Reading(int(others[said]))
        if said in _NO or said in _YES:
            return Reading(int(said in _YES))
        if first in _NEGATIONS:
            return Reading(0, text)
        if first in ("x", "co", "dung", "da", "roi"):
            return Reading(1, text)
        return Reading(doubt=_neither(text))

    return remembered(read, setting, blanks=False)


def choice_reader(kind: Choice, setting: Setting) -> Reader:
    """The code of an option: by its code, its label, other words for it; at the beginning of a longer text, or whole within it.

    A longer text becomes a note beside the code, for it says more. Two options within one text are a doubt. Where one option has a
    mark among its words ("x"), every mark means it.
    """
    codes: dict[str, str] = {}
    phrases: dict[tuple[str, ...], _Phrase] = {}
    for code, words in _words(kind, setting):
        phrase = _Phrase(code, _tokens(words))
        codes.setdefault(exact(words), code)
        if phrase.words:
            phrases.setdefault(phrase.words, phrase)
    longest = sorted(phrases.values(), key=lambda phrase: len(phrase.words), reverse=True)
    marked = next((code for code, others in (setting.synonyms or {}).items() if _MARKS.intersection(map(str.lower, others))), None)

    def read(value: Value) -> Reading:
        text = one_line(value)
        if marked and _sign(text) in _SIGNS:
            return Reading(marked)
        words = _tokens(text)
        if len(words) > 1 and bare(words[0]) in _INTRODUCING:
            words = words[1:]
        code = codes.get(exact(text)) or next(
            (each.code for each in longest if each.stands_at(0, words) and each.is_whole(words)), None
        )
        if code:
            return Reading(code)
        code = _at_the_beginning(words, longest) or _within(words, longest)
        return Reading(code, text) if code else Reading(doubt=_unknown(text))

    return remembered(read, setting)


def _sign(text: str) -> str:
    """A mark without what may stand about it: "X." as "x"."""
    return text.lower().strip(" .,;-–—()[]")


class _Phrase:
    """Words for an option, with and without their marks."""

    __slots__ = ("bare", "code", "words")

    def __init__(self, code: str, words: tuple[str, ...]) -> None:
        self.code = code
        self.words = words
        self.bare = tuple(map(bare, words))

    def is_whole(self, words: tuple[str, ...]) -> bool:
        return len(words) == len(self.words)

    def stands_at(self, place: int, words: tuple[str, ...]) -> bool:
        """Whether the words stand at this place of a text; a word without marks agrees with any, one with marks with its like."""
        said = words[place : place + len(self.words)]
        return len(said) == len(self.words) and all(
            one == other or (one == bare(other) or bare(one) == other) for one, other in zip(said, self.words, strict=True)
        )


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(exact(text)))


def _words(kind: Choice, setting: Setting) -> Iterable[tuple[str, str]]:
    """Every way to say an option, those of the program before those of the sheets."""
    for code, label in kind.options:
        yield code, code
        yield code, setting.say(label)
        yield code, label
    for code, others in (setting.synonyms or {}).items():
        for words in others:
            yield code, words


def _at_the_beginning(words: tuple[str, ...], longest: list[_Phrase]) -> str | None:
    return next((each.code for each in longest if each.stands_at(0, words) and not each.words[0].isdecimal()), None)


def _within(words: tuple[str, ...], longest: list[_Phrase]) -> str | None:
    """The one option whose words stand within a text, not denied there; `None` for none or several."""
    codes = set()
    taken: set[int] = set()
    for phrase in longest:
        if sum(map(len, phrase.words)) <= _SHORT:
            continue
        for place in range(1, len(words)):
            covered = set(range(place, place + len(phrase.words)))
            if not covered & taken and phrase.stands_at(place, words):
                codes.add("" if bare(words[place - 1]) in _NEGATIONS else phrase.code)
                taken |= covered
    return codes.pop() or None if len(codes) == 1 else None


def _only_marks(setting: Setting) -> bool:
    """Whether a column says yes somewhere and no nowhere."""
    said = {one_line(value).lower().strip(" .") for value in set(setting.column) if value != ""}
    return bool(said) and all(word in _MARKS or word in ("1", "có", "-", "–", "") for word in said) and bool(said - {"-", "–", ""})


def _by_words(setting: Setting, codes: dict[str, str]) -> dict[str, str]:
    return {key_of(word): codes[code] for code, words in (setting.synonyms or {}).items() if code in codes for word in words}


def _neither(text: str) -> Doubt:
    return Doubt("yes_no.unknown", N_("“{text}” is neither yes nor no."), {"text": shown(text)}, mild=True)


def _unknown(text: str) -> Doubt:
    return Doubt("choice.unknown", N_("“{text}” is not one of the choices offered here."), {"text": shown(text)}, mild=True)
