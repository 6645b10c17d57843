"""Which register a heading is of: the headings that shapes declare, looked up word by word.

A shape is known by what stations call its columns and, for every register, by what the program itself calls its fields: so what
the program printed or exported is recognised as well.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.core.i18n import LANGUAGES, load
from app.data.declare import Registry
from app.intake.words import key_of
from app.records.sheets import LISTED_NOWHERE, SHAPES
from app.records.sheets.common import EVERYWHERE
from app.records.sheets.shape import NEVER, Column, SheetShape

_ORDINALS = frozenset(("stt", "tt", "so tt", "so thu tu", "s tt", "thu tu"))
_OURS = frozenset(("ly do chua nhap",))
"""What the program itself writes beside rows that it gives back to be corrected."""
_NEVER_KEPT = (
    "dan toc", "dtts", "ton giao", "theo dao", "tin nguong", "dang vien", "ngay vao dang", "vao dang", "doan dang", "dang tich",
    "the dang", "chinh kien", "quan diem chinh tri", "thai do chinh tri", "lich su chinh tri", "toi danh", "hanh vi pham toi",
    "pham toi", "toi pham", "muc an", "an phat", "hinh phat", "tien an", "tien su", "tien an tien su", "hanh vi vi pham", "ban an",
    "anh cccd", "anh cmnd", "anh cmt", "anh can cuoc", "anh the", "anh giay to", "anh chan dung", "hinh anh cccd", "anh chup",
    "anh mat truoc", "anh mat sau", "anh chung minh", "anh ho chieu", "anh 3x4", "anh 4x6", "scan cccd", "ban chup cccd",
    "ban chup giay to", "d toc", "tp dan toc", "cong giao", "phat giao", "tin lanh", "thien chua giao", "la dv", "tats", "ta ts",
    "an tich", "loai toi", "an tu", "thoi han tu", "t giao", "d vien", "dang doan", "doan dang", "dang phai", "dcsvn", "dang bo",
    "hanh vi", "ly do di tu", "phat tu", "noi chap hanh an", "thoi gian chap hanh an", "trai giam", "ten toi", "can toi",
    "dieu luat",
    "tin do", "hoi thanh", "chuc sac", "bi xu phat", "ket an", "ly lich tu phap", "ban sao cccd", "ban sao cmnd", "anh 2 mat",
    "file anh", "link anh", "hinh chup", "file cccd", "nghien ma tuy", "nguoi nghien", "kn dang",
)  # fmt: skip
"""Words of headings, without marks, whose columns may not be kept (intake: what the book has no field for, by design)."""
_PEOPLES = ("kinh", "mong", "hmong", "h mong", "thai", "tay", "nung", "muong", "dao", "kho mu", "khmu", "giay", "ha nhi")
_WHOLE_HEADINGS = frozenset(
    ("dao", "toi", "dang", "anh", "an", "dtoc", "dv", "vi pham", *_PEOPLES, *(f"trong do {people}" for people in _PEOPLES))
)
_SHORT_FOR_PEOPLE = "DT"
"""Without its stroke: "ĐT" is a telephone."""
_WHO_TOLD = (
    "nguoi cung cap", "nguoi bao tin", "nguoi to giac", "nguoi to cao", "nguoi phan anh", "nguoi trinh bao",
    "nguoi dua tin", "ncc tin", "ma ctv", "nguon cung cap", "cong tac vien", "co so bi mat",
)  # fmt: skip
"""Words of headings over who gave information: sealed in the register of tip-offs, and kept in no other."""
_NOT_ABOUT_ONE = (
    "phong chong toi pham", "to giac toi pham", "tin bao toi pham", "phong toi pham", "ve toi pham", "so vu toi pham",
    "tranh chap vi pham phap luat", "ban an toan", "cong an phat", "chap hanh xong an phat tu", "chap hanh xong hinh phat tu",
    "chap hanh xong an phat", "chap hanh xong hinh phat", "mong muon", "so vu hanh vi",
)  # fmt: skip
"""Where these words stand, a column is about the movement and not about what somebody did."""
_FROM_LABELS = 0.8
"""What the program calls a field speaks a little less for a register than what stations call the column."""
_OWN_LABEL = 0.01
"""Of two columns that could fill a field, the one that the program itself calls so."""
_TITLE = 1.5
_TITLE_LETTER = 0.02
"""Of two titles that one line holds ("Khen thưởng", "Đề nghị khen thưởng"), the longer says more."""
_EVIDENCE = 1.2
"""What headings have to say, beyond those of every list, for a register to be recognised without its title."""
_COMMON = frozenset(key_of(words) for words in EVERYWHERE)
_REFUSED = tuple(key_of(words) for words in LISTED_NOWHERE)
_LONGEST = 14
"""Words of a heading that are looked at."""


@lru_cache(maxsize=16_384)
def is_never_kept(heading: str) -> bool:
    """Whether a column of this heading may not be kept at all."""
    key = key_of(heading)
    if key in _WHOLE_HEADINGS or heading.strip(" .*") == _SHORT_FOR_PEOPLE:
        return True
    padded = f" {key} "
    for harmless in _NOT_ABOUT_ONE:
        padded = padded.replace(f" {harmless} ", " ")
    return any(f" {words} " in padded for words in _NEVER_KEPT)


@lru_cache(maxsize=4_096)
def tells_who_told(heading: str) -> bool:
    """Whether a column of this heading names who gave information."""
    padded = f" {key_of(heading)} "
    return any(f" {words} " in padded for words in _WHO_TOLD)


def is_ordinal(heading: str) -> bool:
    """Whether a column says nothing of its own: the number of a row, or why the program gave the row back."""
    key = key_of(heading)
    return key in _ORDINALS or key in _OURS


Fit = tuple[float, str]
"""(how well, target)."""


@dataclass(frozen=True, slots=True)
class Match:
    """A shape, a target for each column that has one, and how much speaks for it."""

    shape: SheetShape
    mapping: Mapping[int, str]
    score: float


class Shapes:
    """All shapes, and every heading they know.

    `labels` are (type, target, words) by which the program itself calls a field. A heading of few letters that it uses in English
    ("To") stands for nothing within a longer one, so `foreign` ones count as a whole only.
    """

    def __init__(
        self,
        shapes: Sequence[SheetShape],
        labels: Collection[tuple[str, str, str]] = (),
        foreign: Collection[tuple[str, str, str]] = (),
    ) -> None:
        self._labels = frozenset((*labels, *foreign))
        self._foreign: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for code, target, words in sorted(foreign):
            self._foreign[words].append((code, target))
        self._shapes = {shape.type_code: shape for shape in shapes}
        self._named: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
        self._titles = {shape.type_code: tuple(key_of(words) for words in shape.titles) for shape in shapes}
        for shape in shapes:
            for column in shape.columns:
                for name in dict.fromkeys(key_of(called) for called in column.called):
                    if name:
                        self._named[name].append((shape.type_code, column.target, column.weight))
        self._fits: dict[str, Mapping[str, tuple[Fit, ...]]] = {}

    def get(self, type_code: str) -> SheetShape:
        """Raises `KeyError` for a type that no sheet is taken into."""
        return self._shapes[type_code]

    def knows(self, type_code: str) -> bool:
        return type_code in self._shapes

    def names(self, key: str) -> bool:
        """Whether some register has a column that is called just so, by `words.key_of`."""
        return key in self._named or key in _ORDINALS

    def fits(self, heading: str) -> Mapping[str, tuple[Fit, ...]]:
        """By shape: how well a heading says each of its columns: whole (1), as its beginning, or within it."""
        key = key_of(heading)
        found = self._fits.get(key)
        if found is None:
            found = self._fits[key] = self._look_up(key)
        return found

    def _look_up(self, key: str) -> Mapping[str, tuple[Fit, ...]]:
        words = key.split(" ")[:_LONGEST]
        best: dict[str, dict[str, float]] = {}
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                part = " ".join(words[first:last])
                for code, target, weight in self._named.get(part, ()):
                    share = len(part) / len(key)
                    if part == key:
                        fit = 1.0
                    elif first == 0:
                        fit = 0.6 + 0.3 * share
                    elif len(part) > 3:
                        fit = 0.4 + 0.3 * share
                    else:
                        continue
                    if (code, target, key) in self._labels:
                        fit += _OWN_LABEL
                    targets = best.setdefault(code, {})
                    targets[target] = max(targets.get(target, 0.0), fit * weight)
        for code, target in self._foreign.get(key, ()):
            targets = best.setdefault(code, {})
            targets[target] = max(targets.get(target, 0.0), _FROM_LABELS)
        return {code: tuple((fit, target) for target, fit in targets.items()) for code, targets in best.items()}

    def match(self, headings: Sequence[str], title: str = "", *, only: str = "") -> Match | None:
        """The shape these headings fit best, `None` when none fits; `only` looks at that type alone and asks less of it.

        Headings that every list has are no evidence: without a title that says so, a list of names is of no register. Nor is one
        whose title speaks of people whom no register lists.
        """
        fits = self._all_fits(headings)
        common = frozenset(place for place, heading in enumerate(headings) if key_of(heading) in _COMMON)
        said = f" {key_of(title)} "
        refused = any(f" {words} " in said for words in _REFUSED)
        best: Match | None = None
        for code in (only,) if only else dict.fromkeys(code for _, found in fits for code in found):
            mapping, score, evidence = _assigned(code, fits, common)
            shape = self._shapes[code]
            if not only and (len(mapping) < 2 or not set(shape.needs) <= {*mapping.values(), shape.band}):
                continue
            longest = max((len(words) for words in self._titles[code] if f" {words} " in said), default=0)
            if not (only or longest) and (evidence < _EVIDENCE or refused):
                continue
            score += _TITLE + _TITLE_LETTER * longest if longest else 0.0
            if mapping and (best is None or score > best.score):
                best = Match(shape, mapping, score)
        return best

    def _all_fits(self, headings: Sequence[str]) -> list[tuple[int, Mapping[str, tuple[Fit, ...]]]]:
        """By column that may be kept and has words of its own: what it fits."""
        return [
            (place, self.fits(heading))
            for place, heading in enumerate(headings)
            if heading and not is_ordinal(heading) and not is_never_kept(heading)
        ]


def _assigned(
    code: str, fits: Sequence[tuple[int, Mapping[str, tuple[Fit, ...]]]], common: Collection[int]
) -> tuple[Mapping[int, str], float, float]:
    """Column to target, how much that says, and how much of it columns say that are not `common`: the best pairs first, each column
    and each target once."""
    pairs = [(fit, -place, target) for place, found in fits for fit, target in found.get(code, ())]
    mapping: dict[int, str] = {}
    taken: set[str] = set()
    score = evidence = 0.0
    for fit, place, target in sorted(pairs, reverse=True):
        if -place not in mapping and (target not in taken or target == NEVER):
            mapping[-place] = target
            taken.add(target)
            if target != NEVER:
                score += fit
                evidence += 0.0 if -place in common else fit
    return mapping, score, evidence


@lru_cache(maxsize=4)
def known_shapes(registry: Registry) -> Shapes:
    """The shapes of every register that officers write, with the program's own words for their fields beside the declared ones.

    Stations' sheets are Vietnamese in whatever language the officer works.
    """
    say = load(LANGUAGES[0])
    shapes = []
    labels: set[tuple[str, str, str]] = set()
    foreign: set[tuple[str, str, str]] = set()
    for shape in SHAPES:
        record_type = registry.get(shape.type_code)
        columns = {column.target: column for column in shape.columns}
        for name, info in record_type.fields.items():
            if info.hidden:
                continue
            label = say(info.label)
            labels.add((shape.type_code, name, key_of(label)))
            foreign.add((shape.type_code, name, key_of(info.label)))
            known = columns.get(name)
            columns[name] = replace(known, called=(*known.called, label)) if known else Column(name, (label,), _FROM_LABELS)
        titles = tuple(dict.fromkeys((*shape.titles, say(record_type.plural))))
        shapes.append(replace(shape, columns=tuple(columns.values()), titles=titles))
    return Shapes(shapes, labels, foreign)
