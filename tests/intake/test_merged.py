"""Cells merged over several rows of a list."""

from datetime import date
from pathlib import Path

from app.intake.merged import filled_down
from app.intake.readings import CellError
from app.intake.workbook import Value
from app.services.context import Context
from tests.intake.books import SheetOf, xlsx
from tests.services.conftest import ctx  # noqa: F401 -- the fixture of a station's book
from tests.services.sheets_of import Table, verdicts

ROWS: list[tuple[Value, ...]] = [
    ("Heading", "", ""),
    ("12/QĐ-UBND", date(2024, 3, 5), 700_000),
    ("", "", ""),
    ("", "", "", "B"),
    ("", "", "x"),
]


def test_words_and_days_are_beside_each_row_and_figures_beside_the_first() -> None:
    filled = filled_down(ROWS, ((1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 3, 2)), 1)
    assert list(filled) == [*ROWS[:3], ("12/QĐ-UBND", date(2024, 3, 5), "", "B"), ROWS[4]]


def test_bands_headings_and_errors_are_left_alone() -> None:
    assert filled_down(ROWS, ((0, 0, 3, 0), (1, 0, 1, 2), (1, 0, 3, 1)), 1) is ROWS
    rows = [(CellError("#REF!"), "a"), ("", "b")]
    assert filled_down(rows, ((0, 0, 1, 0),), 0) == rows
    assert filled_down(ROWS, ((3, 9, 400, 9),), 1) == ROWS


def test_one_decision_for_all_who_were_awarded_by_it(ctx: Context, tmp_path: Path) -> None:  # noqa: F811 -- the fixture
    rows = [
        ("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG", None, None, None, None, None),
        ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Số QĐ", "Tiền (đồng)"),
        (1, "Lò Văn Thuận", "Bản Mù", "Bắt cướp", "12/QĐ-UBND ngày 19/8/2021", 700000),
        (2, "Lò Thị Bay", "Bản Mù", "Bắt cướp", None, 700000),
        (3, "Lò Văn Sơn", "Bản Mù", "Bắt cướp", None, 700000),
    ]
    path = xlsx(tmp_path / "khen.xlsx", SheetOf("Sheet1", rows, ((2, 4, 4, 4),)))
    table = Table(ctx, tmp_path)
    assert verdicts(table.look_at(path)) == dict.fromkeys((3, 4, 5), "new")
