"""What a workbook could not be read of is told where its rows are: sheets passed over, texts that were cut."""

from datetime import date
from pathlib import Path

import pytest

from app.core.errors import Cancelled, UserError
from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from tests.intake import books
from tests.intake.books import SheetOf

HEAD = ("STT", "Ngày giao nộp", "Loại", "Số lượng", "Thôn/bản", "Người nhận")
ROW = (1, date(2021, 3, 5), "Súng tự chế", 2, "Bản Pa Te", "Lò Văn A")
FAR = SheetOf("Sheet2", [["x"], [None] * 999 + ["x"]])


def test_a_sheet_that_reaches_too_far_is_named_beside_those_that_are_read(ctx: Context, tmp_path: Path) -> None:
    opened = open_workbook(ctx, books.xlsx(tmp_path / "so.xlsx", SheetOf("Sheet1", [HEAD, ROW]), FAR))
    assert [table.sheet for table in opened.tables] == ["Sheet1"]
    (passed,) = opened.passed_over
    assert (passed.sheet, passed.number) == ("Sheet2", 2)
    assert "{" not in passed.reason.format(**passed.facts)


def test_asked_for_alone_it_is_said_why_not(ctx: Context, tmp_path: Path) -> None:
    path = books.xlsx(tmp_path / "so.xlsx", SheetOf("Sheet1", [HEAD, ROW]), FAR)
    with pytest.raises(UserError) as caught:
        open_workbook(ctx, path, sheet=2)
    assert (caught.value.code, caught.value.facts["sheet"]) == ("intake.too_many_cells", "Sheet2")


def test_a_row_whose_text_was_cut_is_looked_at(ctx: Context, tmp_path: Path) -> None:
    rows = [HEAD, ROW, (2, date(2021, 3, 6), "Súng tự chế", 1, "Bản Pa Te", "giao lại " * 200_000)]
    preview = look_over(ctx, open_workbook(ctx, books.csv(tmp_path / "so.csv", SheetOf("S", rows))))
    assert [(row.number, row.verdict, row.reason) for row in preview.rows] == [(2, "new", ""), (3, "review", "cell.cut")]


def test_reading_can_be_stopped(ctx: Context, tmp_path: Path) -> None:
    """Already while the file is looked through, not only between its sheets."""

    class Stop:
        def __init__(self) -> None:
            self.steps = 0

        def step(self, done: int, total: int, what: str) -> None:
            self.steps += 1
            if self.steps == 2:
                raise Cancelled

    path = books.xlsx(tmp_path / "so.xlsx", SheetOf("Sheet1", [HEAD, ROW]))
    with pytest.raises(Cancelled):
        open_workbook(ctx, path, progress=Stop())
