"""Numbers as Vietnamese papers write them: 1.250; 92,8; "một nghìn hai trăm năm mươi"."""

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000


def number_vi(value: int) -> str:
    """A whole number with a full stop between thousands: 1250 as "1.250"."""
    return f"{value:,}".replace(",", ".")


def decimal_vi(value: Decimal | int, places: int = 1) -> str:
    """A number with a comma and `places` digits behind it, rounded half up; zeros at the end are left out
    ("92,8"; "93")."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, rest = f"{rounded:,f}".partition(".")
    rest = rest.rstrip("0")
    text = whole.replace(",", ".") + ("," + rest if rest else "")
    return "0" if text == "-0" else text


def money_vi(amount: int) -> str:
    """Đồng as on papers: "710.000 đồng"."""
    return f"{number_vi(amount)} đồng"


def in_words(value: int) -> str:
    """A whole number read aloud, as written beside sums of money: 1005 as "một nghìn không trăm linh năm".

    The northern reading: linh, nghìn, bốn after mươi, mốt and lăm where they belong.
    """
    if value < 0:
        return "âm " + in_words(-value)
    if value < 10:
        return _DIGITS[value]
    return " ".join(_read(value, inside=False))


def _read(value: int, *, inside: bool) -> list[str]:
    """Words of `value`; `inside` when a greater group was read before it, so that its hundreds must be
    spoken."""
    if value >= _BILLION:
        above, below = divmod(value, _BILLION)
        head = [*_read(above, inside=inside), "tỷ"]
        return head + (_read(below, inside=True) if below else [])
    words: list[str] = []
    for power in (2, 1, 0):
        group = value // 1000**power % 1000
        if group:
            words += _read_group(group, inside=inside or bool(words))
            if _GROUPS[power]:
                words.append(_GROUPS[power])
    return words


def _read_group(group: int, *, inside: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or inside else []
    if tens == 0 and ones:
        return [*words, "linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    if ones:
        words.append("mốt" if ones == 1 and tens > 1 else "lăm" if ones == 5 else _DIGITS[ones])
    return words
