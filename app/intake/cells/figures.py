"""Counts and sums of money: 1.250 or 1,250, "25 người", "~30", "1,5 triệu đồng"."""

import re
from datetime import date, time, timedelta
from decimal import Decimal

from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds import Integer, Money
from app.core.text import fold, number_vi
from app.intake.cells.setting import Reader, Setting, doubt_of, figures_of, one_line, remembered, shown
from app.intake.readings import Doubt, Reading
from app.intake.workbook import Value

_NUMBER = r"[+\-−]?[0-9]{1,3}(?:(?P<sep>[.,' ])[0-9]{3})(?:(?P=sep)[0-9]{3})*(?![0-9])|[+\-−]?[0-9]+(?:[.,][0-9]+)?"
_EACH = re.compile(_NUMBER)
_LEADING = re.compile(rf"(?P<figures>{_NUMBER})(?P<rest>.*)")
_APPROXIMATE = (
    *("khoang", "co khoang", "hon", "tren duoi", "tren", "duoi", "gan", "do", "chung", "co", "tam", "hang", "it nhat", "toi da"),
    *("uoc", "uoc tinh", "uoc dat", "tong so", "tong cong", "tong", "cong"),
)
_ABOUT = re.compile(rf"(?:(?:{'|'.join(sorted(_APPROXIMATE, key=len, reverse=True))})\b|[~≈><±:≥≤]|\+/-)[\s~:]*")
_SCALES = {"nghin": 10**3, "ngan": 10**3, "k": 10**3, "trieu": 10**6, "tr": 10**6, "ty": 10**9, "ti": 10**9}
_SCALE = re.compile(rf"^\s*({'|'.join(_SCALES)})\b\.?(?![0-9])")
_ROUND = re.compile(r"^([+\-−]?[0-9]{1,3}(?:[.,' ][0-9]{3})+|[+\-−]?[0-9]+)[.,]0{1,2}(?![0-9])")
"""A whole number written with decimals, as exports of money do: 500.000,00."""
_UNITS = frozenset(
    (
        *("nguoi", "ng", "ho", "ho gia dinh", "gia dinh", "nhan khau", "khau", "thanh vien", "tv", "em", "hoc sinh", "dai bieu"),
        *("dong chi", "d/c", "dc", "nam", "nu", "thon", "don vi", "buoi", "luot", "luot nguoi", "cuoc", "lan", "bai", "vu", "tin"),
        *("nguon tin", "mo hinh", "to", "to roi", "ban", "bo", "tap", "quyen", "cai", "chiec", "vien", "qua", "khau sung"),
        *("suat", "xuat", "diem", "dong", "d", "vnd", "₫"),
    )
)
"""Words behind a number that say no more than what is counted."""
_NONE = frozenset(("khong", "khong co", "ko", "k", "chua co", "chua"))
_STUCK = re.compile(r"[^\W\d_]+")
_LONGEST = 200
"""Letters of the longest text in which a number is looked for."""
_OF_A_NUMBER = ("/", "-/", ":")
"""What follows the number of a paper ("12/QĐ-UBND") or an hour, and is not counted."""
_TOO_GREAT = 1e18
_CLOSE = 1e-9
"""Of a sum that a formula made of decimals, how far from a whole number it still is one."""


def figure_reader(kind: Integer, setting: Setting) -> Reader:
    """Whole numbers, and sums in đồng where the kind is `Money`. Every doubt is mild."""
    return remembered(lambda value: _of_cell(kind, value, setting.today), setting)


def whole_number(value: Value) -> int | None:
    """The whole number a cell holds, read as in a column of them; `None` for none or several."""
    if isinstance(value, str) and (len(value) > _LONGEST or not any(map(str.isdigit, value))):
        return None
    number: int | None = _of_cell(Money(), value, date.max).value
    return number


def _of_cell(kind: Integer, value: Value, today: date) -> Reading:
    match value:
        case bool() | date() | time() | timedelta():
            return Reading(doubt=_no_number(one_line(value)))
        case int():
            return _checked(kind, value, today)
        case float():
            return _of_float(kind, value, today)
    return _of_words(kind, figures_of(value), today, money=isinstance(kind, Money))


def _of_float(kind: Integer, value: float, today: date) -> Reading:
    if not abs(value) < _TOO_GREAT:  # which is also what is no number to Excel
        return Reading(doubt=_no_number(str(value)))
    nearest = round(value)
    if abs(value - nearest) <= _CLOSE * max(1.0, abs(value)):
        return _checked(kind, nearest, today)
    return Reading(doubt=_not_whole(str(value).replace(".", ","), Decimal(str(value))))


def _of_words(kind: Integer, text: str, today: date, *, money: bool) -> Reading:
    try:
        value = kind.parse(text, today)
    except Problem as problem:
        if problem.code not in ("number.not_a_number", "number.not_whole"):
            return Reading(doubt=doubt_of(problem, mild=True))
        return _of_phrase(kind, text, today, money=money)
    return Reading(None if value is None else kind.dump(value))


def _of_phrase(kind: Integer, text: str, today: date, *, money: bool) -> Reading:
    """A number among words."""
    said = fold(text)
    if said in _NONE:
        return _checked(kind, 0, today, note=text)
    plain = said
    while begun := _ABOUT.match(plain):
        plain = plain[begun.end() :]
    about = plain != said
    plain = _ROUND.sub(r"\1", plain)
    found = _LEADING.fullmatch(plain)
    if found is None or len(text) > _LONGEST or found["rest"].startswith(_OF_A_NUMBER):
        return Reading(doubt=_no_number(text))
    figures, rest = found["figures"], found["rest"]
    number = _number(figures)
    if (scale := _SCALE.match(rest)) and (scale[1] not in ("k", "tr") or money):
        number *= _SCALES[scale[1]]
        rest, about = rest[scale.end() :], True
    if number != int(number):
        return Reading(doubt=_not_whole(text, number))
    rest = rest.strip()
    inside = rest.startswith("(") and rest.endswith(")")
    if any(letter.isdigit() for letter in rest) and not inside:
        return Reading(doubt=_several(text, plain))
    stuck = _STUCK.match(found["rest"])
    if stuck and stuck[0] not in _UNITS and scale is None:
        return Reading(doubt=_no_number(text))
    simple = rest.strip(" .,") in _UNITS or not rest.strip(" .,")
    return _checked(kind, int(number), today, note="" if simple and not about else text)


def _number(figures: str) -> Decimal:
    """A number written with a point or a comma, between thousands or before decimals."""
    text = figures.replace("−", "-")
    if re.fullmatch(r"[+\-]?[0-9]{1,3}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})*", text):
        return Decimal(re.sub(r"[.,' ]", "", text))
    return Decimal(text.replace(",", "."))


def _checked(kind: Integer, value: int, today: date, note: str = "") -> Reading:
    try:
        kind.check(value, today)
    except Problem as problem:
        return Reading(doubt=doubt_of(problem, mild=True))
    return Reading(kind.dump(value), note)


def _no_number(text: str) -> Doubt:
    sentence = N_("“{text}” is not a number. Write digits only, for example 1.250.")
    return Doubt("number.not_a_number", sentence, {"text": shown(text)}, mild=True)


def _several(text: str, plain: str) -> Doubt:
    numbers = [_number(found[0].lstrip("+-−")) for found in _EACH.finditer(plain)]
    offers = tuple(dict.fromkeys(number_vi(int(number)) for number in numbers if number == int(number)))
    sentence = N_("“{text}” holds more than one number. Write the one that counts.")
    return Doubt("number.several", sentence, {"text": shown(text)}, offers, mild=True)


def _not_whole(text: str, value: Decimal) -> Doubt:
    """A number with decimals; "1.250" that an English Excel took for one and a quarter is offered as it was typed."""
    thousands = value * 1000
    offers = (number_vi(int(thousands)),) if thousands == int(thousands) else ()
    sentence = N_("“{text}” is not a whole number. Write it without decimals.")
    return Doubt("number.not_whole", sentence, {"text": shown(text)}, offers, mild=True)
