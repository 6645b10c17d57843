"""Messes of the sheet: titles, headings, bands, numbering, totals, signatures, columns, sheets and files."""

import random
import struct
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.intake.books import Cell
from tests.intake.messy import facts
from tests.intake.messy.plan import DUPLICATE, LEFT_OUT, REVIEW, Line, Plan
from tests.intake.messy.sheets import BY_CODE, Column, Row

Put = Callable[[Plan], None]

_ABOVE = (
    ("CÔNG AN TỈNH YÊN BÁI", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CÔNG AN XÃ TÚC ĐÁN", "", "", "Độc lập - Tự do - Hạnh phúc"),
    ("", "", "", "Túc Đán, ngày 05 tháng 11 năm 2024"),
)
_BELOW = (("(Kèm theo Quyết định số 15/QĐ-UBND ngày 02/11/2024 của UBND xã)",), ("Đơn vị tính: người",))


def titles(rows: int) -> Put:
    """So many rows above the heading: Quốc hiệu, the title, which paper it belongs to."""

    def put(plan: Plan) -> None:
        title = (plan.official.title,)
        plan.titles = {0: [], 1: [title], 3: [_ABOVE[1], title, _BELOW[0]], 6: [*_ABOVE, title, *_BELOW]}[rows]

    return put


def deeper(plan: Plan) -> None:
    """A row of groups over the heading, merged over half of the columns each."""
    plan.deepest = ("Thông tin chung", "Kết quả thực hiện")


def numbers(shown: str) -> Put:
    def put(plan: Plan) -> None:
        plan.number_heads = shown

    return put


def no_numbers(plan: Plan) -> None:
    plan.number_heads = ""


def heading_again(plan: Plan) -> None:
    """The heading once more in the middle, as the print-out had it at the top of each page."""
    heads = {place: column.head[-1] for place, column in enumerate(plan.columns)}
    plan.after(plan.lines[4], Line(texts=heads, verdicts=LEFT_OUT, reason="heading"))


def hamlet_bands(plan: Plan) -> None:
    """Bands name the hamlet; its own column is empty below them."""
    for number, line in enumerate(line for line in plan.lines if line.row):
        assert line.row is not None
        hamlet = facts.KNOWN_HAMLETS[number * 3 // len(plan.lines)]
        line.row.band = (hamlet.upper(),)
        if not line.touched:
            line.row.cells["hamlet"] = None
            line.values["hamlet"] = hamlet


def ordinals(shown: Callable[[int], Any]) -> Put:
    def put(plan: Plan) -> None:
        plan.ordinal = shown

    return put


def ordinals_again(plan: Plan) -> None:
    plan.ordinal = lambda number: (number - 1) % 5 + 1


def roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def total(text: str, *, right: bool = True) -> Put:
    def put(plan: Plan) -> None:
        plan.total_text = (text, right)
        plan.warned["total"] = not right

    return put


def _sums(plan: Plan) -> dict[int, Any]:
    texts: dict[int, Any] = {0: "Cộng"}
    for place, column in enumerate(plan.columns):
        values = [line.row.cells.get(column.name) for line in plan.lines if line.row]
        if column.name != "no" and all(isinstance(value, int) for value in values):
            texts[place] = sum(values)
    return texts


def total_of_figures(plan: Plan) -> None:
    """Typed sums below each column of numbers; they are right."""
    plan.foot.insert(0, Line(texts=_sums(plan), verdicts=LEFT_OUT, reason="total"))
    plan.warned["total"] = False


def total_at_top(plan: Plan) -> None:
    plan.lines.insert(0, Line(texts=_sums(plan) | {0: "Tổng cộng"}, verdicts=LEFT_OUT, reason="total", touched=True))
    plan.warned["total"] = False


def total_as_formula(plan: Plan) -> None:
    """A sum as a formula next to a typed one."""
    texts = _sums(plan)
    place = plan.column("attendees")
    if place in texts:
        texts[place] = Cell(texts[place], formula="=SUM(G4:G30)")
    plan.foot.insert(0, Line(texts=texts, verdicts=LEFT_OUT, reason="total"))
    plan.warned["total"] = False


def signatures(plan: Plan) -> None:
    """Place and day, two offices, room to sign, two names."""
    right = len(plan.columns) - 2
    plan.foot += [
        Line(verdicts=LEFT_OUT, reason="empty"),
        Line(texts={right: "Túc Đán, ngày     tháng     năm 2024"}, verdicts=LEFT_OUT, reason="signature"),
        Line(texts={1: "NGƯỜI LẬP BIỂU", right: "TRƯỞNG CÔNG AN XÃ"}, verdicts=LEFT_OUT, reason="signature"),
        Line(texts={1: "(Ký, ghi rõ họ tên)", right: "(Ký tên, đóng dấu)"}, verdicts=LEFT_OUT, reason="signature"),
        Line(verdicts=LEFT_OUT, reason="empty"),
        Line(verdicts=LEFT_OUT, reason="empty"),
        Line(texts={1: "Giàng A Sử", right: "Trung tá Lò Văn Đức"}, verdicts=LEFT_OUT, reason="signature"),
    ]


def one_signature(plan: Plan) -> None:
    right = len(plan.columns) - 1
    plan.foot += [
        Line(texts={right: "Túc Đán, ngày 05 tháng 11 năm 2024"}, verdicts=LEFT_OUT, reason="signature"),
        Line(texts={right: "CÁN BỘ LẬP"}, verdicts=LEFT_OUT, reason="signature"),
        Line(texts={right: "Giàng A Sử"}, verdicts=LEFT_OUT, reason="signature"),
    ]


def empty_rows(plan: Plan) -> None:
    for _ in range(2):
        plan.after(plan.lines[5], Line(verdicts=LEFT_OUT, reason="empty"))
    plan.after(plan.lines[3], Line(texts={1: "   "}, verdicts=LEFT_OUT, reason="empty"))


def formatted(rows: int) -> Put:
    def put(plan: Plan) -> None:
        plan.formatted_rows = rows

    return put


def _split(plan: Plan, first: Column, second: Column) -> None:
    place = plan.column("name")
    plan.columns[place : place + 1] = [first, second]
    plan.split_names = True


def name_in_two(plan: Plan) -> None:
    _split(plan, Column("name_front", ("Họ và tên đệm",), "no"), Column("name_last", ("Tên",), "no"))


def name_under_one(plan: Plan) -> None:
    _split(plan, Column("name_front", ("Họ và tên",), "no"), Column("name_last", ("Họ và tên",), "no"))


def unknown_column(plan: Plan) -> None:
    """A heading that no register knows: its words stay with the row, under their heading."""
    plan.columns.append(Column("unknown", ("Màu mái nhà",)))
    for number, line in enumerate(line for line in plan.lines if line.row):
        assert line.row is not None
        line.row.cells["unknown"] = f"ngói đỏ {number + 400}"
        line.words.append(f"ngói đỏ {number + 400}")


def hidden_rows(plan: Plan) -> None:
    for line in plan.lines[5:7]:
        line.hidden = True
    plan.warned["hidden"] = True


def hidden_column(plan: Plan) -> None:
    plan.hidden_columns.add(plan.official.optional)


def filtered(plan: Plan) -> None:
    """The filter hides rows that are rows all the same."""
    plan.filtered = True
    plan.lines[3].hidden = True
    plan.warned["hidden"] = True


def picture(plan: Plan) -> None:
    folder = Path(tempfile.mkdtemp(prefix="stamp"))
    plan.picture = folder / "stamp.png"
    plan.picture.write_bytes(_png())


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + b"\xc0\x20\x20" * 40 for _ in range(40)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def second_sheet(plan: Plan) -> None:
    """Another register on the second sheet, with hamlets and people of its own."""
    code = "meetings" if plan.official.code != "meetings" else "reintegration"
    further = Plan(BY_CODE[code], random.Random(plan.dice.random()), 5)
    further.sheet_name = "Sổ khác"
    plan.further.append(further)


def copied_sheet(plan: Plan) -> None:
    """A sheet copied with Excel: every row of it stands in the first."""
    copy = Plan(plan.official, random.Random(0), 0)
    copy.sheet_name = f"{plan.sheet_name} (2)"
    copy.lines = [
        Line(line.row, verdicts=frozenset({"duplicate"}), reason="in_file")
        for line in plan.lines[:6]
        if line.row and not line.touched
    ]
    plan.further.append(copy)


def other_spelling(plan: Plan) -> None:
    """Households of the first sheet once more on a second one, their names spelled otherwise: some only in case and spaces, some by
    a mark."""
    copy = Plan(plan.official, random.Random(0), 0)
    copy.sheet_name = "Bổ sung"
    tidy = [line for line in plan.lines if line.row and not line.touched][:6]
    for number, line in enumerate(tidy):
        assert line.row is not None
        line.touched = True
        name = f"{line.row.cells['name']} Tiếp"
        line.row.cells["name"] = line.values["name"] = name
        by_a_mark = number % 2 == 1
        said = name.replace("Tiếp", "Tiệp") if by_a_mark else f"{name.upper()} "
        again = Row(line.row.cells | {"name": said}, {}, line.row.band)
        copy.lines.append(Line(again, verdicts=REVIEW if by_a_mark else DUPLICATE, reason="" if by_a_mark else "in_file"))
    plan.further.append(copy)


def name_under_one_unmerged(plan: Plan) -> None:
    """The same in a file that tells of no merged cells."""
    name_under_one(plan)
    plan.container = "ods"


def hidden_sheet(plan: Plan) -> None:
    """A further sheet that Excel does not show is read like the others."""
    second_sheet(plan)
    plan.further[-1].visible = False
    plan.warned["hidden"] = True


def other_sheet(plan: Plan) -> None:
    """A sheet of remarks without any table: it is passed over, and said so."""
    plan.remarks = True


def container(kind: str) -> Put:
    def put(plan: Plan) -> None:
        plan.container = kind

    return put
