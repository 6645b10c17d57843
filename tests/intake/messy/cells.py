"""Messes of one cell: each takes a row that is tidy so far, writes one cell of it another way, and says what becomes of the row."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from tests.intake.books import Cell
from tests.intake.messy.plan import DUPLICATE, NEW, NEW_OR_REVIEW, REVIEW, Line, Plan, Verdicts
from tests.intake.messy.sheets import Column, Row, iso

Put = Callable[[Plan], None]


def _cells_of(line: Line) -> dict[str, Any]:
    assert line.row is not None
    return line.row.cells


def _set(plan: Plan, column: str, value: Any) -> Line:
    line = plan.free()
    _cells_of(line)[column] = value
    return line


# Days of events. --------------------------------------------------------------------------------------------------------


def _day(written: Callable[[date], Any], day: date, verdicts: Verdicts = NEW, reason: str = "") -> Put:
    """The day of the event written so; when the row is new it says that day."""

    def put(plan: Plan) -> None:
        event = plan.official.event
        line = _set(plan, event, written(day))
        line.verdicts, line.reason = verdicts, reason
        value: str | None = iso(datetime(day.year, day.month, day.day)) if event == "received_at" else iso(day)
        if event in line.values:
            line.values[event] = value

    return put


def _text(shown: str) -> Callable[[date], Any]:
    """`strftime`, and without leading zeros where a letter stands after "-"."""
    return lambda day: day.strftime(shown)


DAYS: Mapping[str, Put] = {
    "as a date": _day(lambda day: day, date(2024, 3, 14)),
    "05/3/2024": _day(_text("%d/%-m/%Y"), date(2024, 3, 5)),
    "05/03/2024": _day(_text("%d/%m/%Y"), date(2024, 3, 5)),
    "5.3.24": _day(_text("%-d.%-m.%y"), date(2024, 3, 5)),
    "15.3.24": _day(_text("%-d.%-m.%y"), date(2024, 3, 15)),
    "5-3-2024": _day(_text("%-d-%-m-%Y"), date(2024, 3, 5)),
    "15/3/24": _day(_text("%-d/%-m/%y"), date(2024, 3, 15)),
    "2024-03-15": _day(_text("%Y-%m-%d"), date(2024, 3, 15)),
    "ngày 5 tháng 3 năm 2024": _day(_text("ngày %-d tháng %-m năm %Y"), date(2024, 3, 5)),
    "Ngày 05/3/2024": _day(_text("Ngày %d/%-m/%Y"), date(2024, 3, 5)),
    "with spaces": _day(_text(" %d / %-m / %Y "), date(2024, 3, 5)),
    "Tháng 3/2024": _day(_text("Tháng %-m/%Y"), date(2024, 3, 5), REVIEW, "date.partial"),
    "3/2024": _day(_text("%-m/%Y"), date(2024, 3, 5), REVIEW, "date.partial"),
    "2023 as a number": _day(lambda day: day.year, date(2023, 3, 5), REVIEW, "date.partial"),
    "2023 as a text": _day(_text("%Y"), date(2023, 3, 5), REVIEW, "date.partial"),
    "năm 2023": _day(_text("năm %Y"), date(2023, 3, 5), REVIEW, "date.partial"),
    "00/00/2023": _day(_text("00/00/%Y"), date(2023, 3, 5), REVIEW),
    "31/4/2024": _day(lambda day: "31/4/2024", date(2024, 4, 30), REVIEW, "date.impossible"),
    "30/2/2024": _day(lambda day: "30/2/2024", date(2024, 2, 28), REVIEW, "date.impossible"),
    "in the future": _day(lambda day: day, date(2031, 3, 14), REVIEW, "date.future"),
    "in the future as a text": _day(_text("%d/%m/%Y"), date(2031, 3, 14), REVIEW, "date.future"),
    "no day at all": _day(lambda day: "chưa rõ", date(2024, 3, 5), REVIEW),
}


def swapped(plan: Plan) -> None:
    """An English Excel was given days first: 03/04 became 4 March silently, 15/3 stayed a text.

    Every real date may be swapped unless both readings are one; the texts cannot be.
    """
    for number, line in enumerate(line for line in plan.lines if line.row):
        day = date(2024, number % 9 + 1, number % 12 + 1) if number % 3 else date(2024, 3, 14 + number % 10)
        line.touched = True
        line.values[plan.official.event] = iso(day)
        if day.day > 12:
            _cells_of(line)[plan.official.event] = f"{day.day}/{day.month}/{day.year}"
        else:
            _cells_of(line)[plan.official.event] = Cell(date(day.year, day.day, day.month), number_format="mm/dd/yyyy")
            future = max(day, date(day.year, day.day, day.month)) > date(2024, 11, 20)
            if day.day != day.month:
                line.verdicts, line.reason = REVIEW, "" if future else "date.swapped"


# Births, telephones, ID numbers. ----------------------------------------------------------------------------------------


def _birth(value: Any, year: int) -> Put:
    def put(plan: Plan) -> None:
        column = plan.official.birth
        line = _set(plan, column, value)
        for other in ("birth_male", "birth_female"):
            if other in _cells_of(line) and other != column:
                _cells_of(line)[other] = None
        line.values.pop(column, None)
        line.words.append(str(year))
        if isinstance(value, str) and value.startswith(("31/4", "30/2")) and plan.official.code != "reintegration":
            line.words.append(value)

    return put


BIRTHS: Mapping[str, Put] = {
    "1984": _birth(1984, 1984),
    "1984 as a text": _birth("1984", 1984),
    "84": _birth("84", 1984),
    "date": _birth(date(1984, 3, 5), 1984),
    "05/3/1984": _birth("05/3/1984", 1984),
    "5.3.84": _birth("5.3.84", 1984),
    "Tháng 3/1984": _birth("Tháng 3/1984", 1984),
    "00/00/1984": _birth("00/00/1984", 1984),
    "31/4/1990": _birth("31/4/1990", 1990),
    "30/2/1971": _birth("30/2/1971", 1971),
    "sinh năm 1984": _birth("sinh năm 1984", 1984),
}


def _phone(value: Any, *numbers: str) -> Put:
    def put(plan: Plan) -> None:
        _set(plan, plan.official.phone, value).words.extend(numbers)

    return put


PHONES: Mapping[str, Put] = {
    "lost zero": _phone(912345678, "0912345678"),
    "lost zero as a text": _phone("912345678", "0912345678"),
    "with spaces": _phone("0912 345 678", "0912345678"),
    "two": _phone("0912 345 678/0988765432", "0912345678", "0988765432"),
    "two, the second cut short": _phone("0912 345 678/0988…", "0912345678"),
    "with dots": _phone("0912.345.678", "0912345678"),
    "with an apostrophe": _phone("'0912345678", "0912345678"),
    "not given": _phone("không có"),
}


def _id(value: Any, last: str, verdicts: Verdicts = NEW, reason: str = "") -> Put:
    """A column of ID numbers; of a good number the last four digits are kept and no more."""

    def put(plan: Plan) -> None:
        plan.columns.insert(len(plan.columns) - 1, Column("id_number", ("Số CCCD",), "no"))
        for number, line in enumerate(line for line in plan.lines if line.row):
            whole = f"0150880{number + 10_000:05}"
            _cells_of(line)["id_number"] = whole
            line.words.append(whole[-4:])
            line.absent.append(whole)
        line = plan.free()
        if not line.absent:
            line.absent.append("0150880")
        line.words = [word for word in line.words if not word.isdecimal() or len(word) != 4]
        _cells_of(line)["id_number"] = value
        line.verdicts, line.reason = verdicts, reason
        line.words += [last] if last else []
        line.absent = [str(getattr(value, "value", value)).strip("'")]

    return put


ID_NUMBERS: Mapping[str, Put] = {
    "in E-notation as a text": _id("1.2345E+10", "", REVIEW, "id.rounded"),
    "in E-notation with a comma": _id("1,2345E+10", "", REVIEW, "id.rounded"),
    "rounded": _id(15_088_000_000, "", REVIEW, "id.rounded"),
    "with an apostrophe": _id("'015088012345", "2345"),
    "with spaces": _id("015 088 012345", "2345"),
    "lost zero": _id(15_088_012_345, "2345"),
    "CMND of 9 digits": _id("061234567", "4567"),
    "CMND as a number": _id(161_234_567, "4567"),
}


# Marks, numbers, money. -------------------------------------------------------------------------------------------------


def _mark(value: Any) -> Put:
    def put(plan: Plan) -> None:
        column, target, meaning = plan.official.mark
        line = _set(plan, column, value)
        if "failed" in _cells_of(line):
            _cells_of(line)["failed"] = None
        line.values[target] = meaning

    return put


MARKS: Mapping[str, Put] = {"x": _mark("x"), "X": _mark("X"), "có": _mark("có"), "Có": _mark("Có"), "✓": _mark("✓"), "1": _mark(1)}


def _number(value: Any, meant: int, verdicts: Verdicts = NEW, *words: str) -> Put:
    def put(plan: Plan) -> None:
        column, target = plan.official.number
        line = _set(plan, column, value)
        if "women" in _cells_of(line):
            _cells_of(line)["women"] = None
        line.verdicts = verdicts
        line.values[target] = meant
        line.words.extend(words)

    return put


NUMBERS: Mapping[str, Put] = {
    "1.250": _number("1.250", 1250),
    "1,250": _number("1,250", 1250),
    "1 250": _number("1 250", 1250),
    "as a text": _number("45", 45),
    "25 người": _number("25 người", 25),
    "~30": _number("~30", 30, NEW_OR_REVIEW, "~30"),
    "khoảng 30": _number("khoảng 30", 30, NEW_OR_REVIEW, "khoảng 30"),
    "45.0": _number(45.0, 45),
}
MONEY: Mapping[str, Put] = {
    "1.250.000": _number("1.250.000", 1_250_000),
    "1,250,000": _number("1,250,000", 1_250_000),
    "500.000đ": _number("500.000đ", 500_000),
    "500.000 đồng": _number("500.000 đồng", 500_000),
}


# Names, words, hamlets. -------------------------------------------------------------------------------------------------


def _name(written: Callable[[str], str], kept: Callable[[str], str], verdicts: Verdicts = NEW, *, words: bool = False) -> Put:
    def put(plan: Plan) -> None:
        line = plan.free()
        name = str(_cells_of(line)["name"])
        _cells_of(line)["name"] = written(name)
        line.verdicts = verdicts
        line.values["name"] = kept(name)
        if words:
            line.words.append(written(name))

    return put


def _called(name: str) -> Put:
    """Names that are not three words with a family name in front; they stay as they were typed."""
    return _name(lambda _: name, lambda _: name)


NAMES: Mapping[str, Put] = {
    "in capitals": _name(str.upper, str.upper),
    "double spaces": _name(lambda name: f"  {name.replace(' ', '  ')} ", str),
    "non-breaking spaces": _name(lambda name: name.replace(" ", "\u00a0"), str),
    "trailing dot": _name(lambda name: f"{name}.", str),
    "Alt+Enter within": _name(lambda name: "\n".join(name.rsplit(" ", 1)), str, NEW_OR_REVIEW),
    "with the wife's": _name(lambda name: f"{name} (vợ: Lò Thị Bay)", str, NEW_OR_REVIEW, words=True),
    "two by Alt+Enter": _name(lambda name: f"{name}\nLò Thị Bay", str, REVIEW),
    "two by a slash": _name(lambda name: f"{name} / Lò Thị Bay", str, REVIEW),
    "numbered": _name(lambda name: f"1. {name}", str, NEW_OR_REVIEW),
    "of one word": _called("Sùng"),
    "with K'": _called("K'Brễ"),
    "with H'": _called("Rơ Châm H'Yên"),
    "with Y": _called("Y Bham"),
    "of six words": _called("Nguyễn Hoàng Thị Minh Thu Trang"),
}


def _words(change: Callable[[str], str]) -> Put:
    """A text changed in its white space: what it says stays."""

    def put(plan: Plan) -> None:
        line = plan.free()
        column = plan.official.identity
        text = str(_cells_of(line)[column])
        _cells_of(line)[column] = change(text)
        if column in line.values:
            line.values[column] = text
        line.verdicts = NEW if plan.official.person != column else NEW_OR_REVIEW

    return put


def _note(value: str, verdicts: Verdicts = NEW) -> Put:
    """Free words in a column that may stay empty come over letter by letter."""

    def put(plan: Plan) -> None:
        column = "notes" if any(column.name == "notes" for column in plan.columns) else plan.official.optional
        if column:
            line = _set(plan, column, value)
            line.words.append(value)
            line.verdicts = verdicts

    return put


WORDS: Mapping[str, Put] = {
    "Alt+Enter within": _words(lambda text: "\n".join(text.split(" ", 1))),
    "double spaces": _words(lambda text: text.replace(" ", "  ")),
    "non-breaking spaces": _words(lambda text: text.replace(" ", "\u00a0")),
    "beginning with =": _note("=1+1"),
    "beginning with @": _note("@SUM(A1)"),
    "beginning with +": _note("+84 gọi lại"),
    "a link": _note("https://example.com/xa"),
    "quotes and angle brackets": _note('ghi "xong" <b>&amp;'),
    "very long": _note("dài " * 900, NEW_OR_REVIEW),
}


def _hamlet(written: str, kept: str, verdicts: Verdicts = NEW, reason: str = "", *, words: tuple[str, ...] = ()) -> Put:
    def put(plan: Plan) -> None:
        line = _set(plan, plan.official.hamlet, written)
        line.verdicts, line.reason = verdicts, reason
        line.values["hamlet"] = kept
        line.words.extend(words)

    return put


HAMLETS: Mapping[str, Put] = {
    "without marks": _hamlet("ban na luong", "Bản Nà Luông"),
    "in capitals": _hamlet("BẢN NÀ LUÔNG", "Bản Nà Luông"),
    "in capitals without marks": _hamlet("BAN PA TE", "Bản Pa Te"),
    "without its kind": _hamlet("Nà Luông", "Bản Nà Luông"),
    "with spaces and a dot": _hamlet(" Bản  Nà Luông. ", "Bản Nà Luông"),
    "tone elsewhere": _hamlet("Thôn Hát Lừu", "Thôn Hát Lừu"),
    "one letter off": _hamlet("Bản Nà Luôn", "Bản Nà Luông", REVIEW, "hamlet.near"),
    "one letter more": _hamlet("Bản Nà Luôngh", "Bản Nà Luông", REVIEW, "hamlet.near"),
    "unknown": _hamlet("Bản Sáng Nhù", "Bản Sáng Nhù"),
    "in the old commune": _hamlet("Bản Mù, xã Túc Đán, huyện Trạm Tấu", "Bản Mù", words=("xã Túc Đán, huyện Trạm Tấu",)),
}


# Cells in error. --------------------------------------------------------------------------------------------------------


def _error(error: str, *, required: bool) -> Put:
    def put(plan: Plan) -> None:
        column = plan.official.required[-1] if required else plan.official.optional
        line = _set(plan, column, Cell(error=error))
        line.values.pop(plan.target(column), None)
        line.verdicts = REVIEW if required else NEW

    return put


ERRORS: Mapping[str, Put] = {
    "#REF! where it is needed": _error("#REF!", required=True),
    "#N/A where it is needed": _error("#N/A", required=True),
    "#N/A where it may be empty": _error("#N/A", required=False),
    "#VALUE! where it may be empty": _error("#VALUE!", required=False),
}


# The same row twice. ----------------------------------------------------------------------------------------------------


def _twice(change: Callable[[str], str], verdicts: Verdicts, reason: str, base: Callable[[str], str] = str) -> Put:
    """An earlier row once more below, its identifying words spelled another way."""

    def put(plan: Plan) -> None:
        line = plan.free()
        column = plan.official.identity
        assert line.row is not None
        text = base(str(line.row.cells[column]))
        line.row.cells[column] = text
        if plan.target(column) in line.values:
            line.values[plan.target(column)] = text
        again = Row(line.row.cells | {column: change(text)}, {}, line.row.band)
        plan.after(line, Line(again, verdicts=verdicts, reason=reason))

    return put


def _hoa(text: str) -> str:
    return f"{text} Hòa"


TWICE: Mapping[str, Put] = {
    "exactly": _twice(str, DUPLICATE, "in_file"),
    "in capitals": _twice(str.upper, DUPLICATE, "in_file"),
    "with spaces": _twice(lambda text: f" {text.replace(' ', '  ')}", DUPLICATE, "in_file"),
    "with a full stop": _twice(lambda text: f"{text}.", DUPLICATE, "in_file"),
    "with the tone elsewhere": _twice(lambda text: text.replace("òa", "oà"), DUPLICATE, "in_file", _hoa),
    "but for a mark": _twice(lambda text: text.replace("Tiếp", "Tiệp"), REVIEW, "", lambda text: f"{text} Tiếp"),
}

__all__ = ["BIRTHS", "DAYS", "ERRORS", "HAMLETS", "ID_NUMBERS", "MARKS", "MONEY", "NAMES", "NUMBERS", "PHONES", "TWICE", "WORDS"]
