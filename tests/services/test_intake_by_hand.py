"""What the program took for a band, a total, a heading or a signature is a row of data when the officer says so."""

from datetime import date
from pathlib import Path

import pytest

from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.taking import take_in
from app.services.intake.views import VERDICTS, Edit
from tests.services.test_intake import GUN, book, records, row, verdicts

MARKER = "ZZMARK"
HEAD = ("STT", "Ngày giao nộp", "Loại", "Số lượng", "Thôn/bản", "Dân tộc")
LIKE_A_TOTAL = ("Cộng", date(2021, 3, 9), GUN, 4, "Bản Pa Te", MARKER)
ROWS = [
    ("BẢN TỐNG TRONG",),
    (1, date(2021, 3, 5), GUN, 2, "", MARKER),
    ("BẢN PA TE",),
    (2, date(2021, 3, 6), GUN, 1, "", MARKER),
    LIKE_A_TOTAL,
    (),
    HEAD,
    ("", "", "", "NGƯỜI LẬP BIỂU"),
]


def test_a_row_taken_for_a_total_is_recorded_when_the_officer_says_so(ctx: Context, tmp_path: Path) -> None:
    opened = open_workbook(ctx, book(tmp_path, ROWS, HEAD))
    before = look_over(ctx, opened)
    assert verdicts(before)[4] == (7, "left_out", "total")
    after = look_over(ctx, opened, edits={(opened.tables[0].key, 7): Edit(as_row=True)})
    assert verdicts(after)[4] == (7, "new", "")
    assert len(after.rows) == len(before.rows) == sum(after.count(verdict) for verdict in VERDICTS)
    assert MARKER not in repr(dict(row(after, 7).values))
    take_in(ctx, after)
    assert sorted(one["pieces"] for one in records(ctx, "hand_in")) == [1, 2, 4]


def test_a_band_taken_as_data_heads_nothing_any_more(ctx: Context, tmp_path: Path) -> None:
    opened = open_workbook(ctx, book(tmp_path, ROWS, HEAD))
    key = opened.tables[0].key
    assert row(look_over(ctx, opened), 6).values["hamlet"] == "Bản Pa Te"
    after = look_over(ctx, opened, edits={(key, 5): Edit(as_row=True)})
    assert row(after, 5).verdict == "review"
    assert row(after, 6).values["hamlet"] == "Bản Tống Trong"


@pytest.mark.parametrize("number", [5, 9, 10])
def test_what_is_missing_in_such_a_row_is_typed(ctx: Context, tmp_path: Path, number: int) -> None:
    opened = open_workbook(ctx, book(tmp_path, ROWS, HEAD))
    typed = {"handed_on": "9/4/2021", "kind": GUN, "pieces": "3"}
    after = look_over(ctx, opened, edits={(opened.tables[0].key, number): Edit(typed, as_row=True)})
    assert row(after, number).verdict in ("new", "review") and row(after, number).values["pieces"] == 3


def test_there_is_nothing_to_take_in_an_empty_row(ctx: Context, tmp_path: Path) -> None:
    opened = open_workbook(ctx, book(tmp_path, ROWS, HEAD))
    after = look_over(ctx, opened, edits={(opened.tables[0].key, 8): Edit(as_row=True)})
    assert verdicts(after)[5] == (8, "left_out", "empty")


def test_what_does_not_add_up_is_told_first(ctx: Context, tmp_path: Path) -> None:
    rows = [(1, date(2021, 3, 5), GUN, 2, "", MARKER), ("Cộng", "", "", 7)]
    warnings = look_over(ctx, open_workbook(ctx, book(tmp_path, rows, HEAD))).warnings
    assert [warning.code for warning in warnings] == ["wrong_total", "never_kept"]
