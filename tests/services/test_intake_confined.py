"""Columns that may not be written wherever an officer likes: who told something, and numbers of ID cards."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.services.context import Context
from app.services.intake.confined import is_id_heading
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.taking import take_in
from app.services.intake.unfinished import Unfinished, fitting
from app.services.intake.views import KEPT_AS_NOTE, PASSED, Opened, Preview, Wanted
from tests.intake.books import SheetOf, Value, xlsx
from tests.services.sheets_of import Table, row, verdicts
from tests.services.test_informants import everything

NAME, HOME = "Thào Mí Vừ Sừng", "Nhà sàn cuối bản Cang"
TIP_OFFS = ("STT", "Ngày, giờ tiếp nhận", "Người cung cấp", "Địa chỉ", "Hình thức", "Nội dung", "Ghi chú")
WHO, WHERE, CONTENT = 2, 3, 5
CARD = "015084001234"
AWARDS = ("STT", "Họ và tên", "Số QĐ", "Ngày QĐ", "Hình thức khen thưởng", "Nội dung khen thưởng")
PEOPLE = ("II. CÁ NHÂN",)
AWARD = (1, "Lò Văn Mẫu", "57/QĐ-UBND", "5/3/2021", "Giấy khen", "Thành tích trong phong trào")


def opened(ctx: Context, folder: Path, name: str = "tin.xlsx") -> Opened:
    row_of = (1, "14h30 5/3/2022", NAME, HOME, "Điện thoại", f"Có người lạ chở gỗ {name}", None)
    return open_workbook(ctx, xlsx(folder / name, SheetOf("Tin", [("SỔ THEO DÕI NGUỒN TIN",), TIP_OFFS, row_of])))


def looked(ctx: Context, book: Opened, targets: Mapping[int, str]) -> Preview:
    return look_over(ctx, book, {book.tables[0].key: Wanted(targets=targets)})


@pytest.mark.parametrize(
    "targets",
    [
        {WHO: KEPT_AS_NOTE, WHERE: KEPT_AS_NOTE},
        {WHO: "place", WHERE: "notes"},
        {WHO: "notes"},
        {CONTENT: "informant", WHERE: "place"},
        {WHO: PASSED, WHERE: PASSED},
        {WHO: "informant_address", WHERE: "informant"},
    ],
)
def test_who_told_goes_into_no_field_or_note(ctx: Context, tmp_path: Path, targets: dict[int, str]) -> None:
    book = opened(ctx, tmp_path)
    preview = looked(ctx, book, targets)
    if preview.count("new"):
        take_in(ctx, preview)
    again = opened(ctx, tmp_path, "lại.xlsx")
    fitted = fitting(ctx, Unfinished({again.tables[0].key: Wanted(targets=targets)}, {}, {again.tables[0].key: "tip_off"}), again)
    later = look_over(ctx, again, fitted.wanted)
    # What was set the last time, as of the older versions that knew no bounds, is put right once more.
    left_out = looked(ctx, again, {WHO: KEPT_AS_NOTE})
    for one in (preview, later, left_out):
        shown = repr([(dict(found.values), found.draft and (found.draft.notes, found.draft.doubts)) for found in one.rows])
        assert NAME not in shown and HOME not in shown
    assert NAME not in everything(ctx) and HOME not in everything(ctx)


def test_a_column_of_who_told_that_was_left_out_may_still_not_become_a_note(ctx: Context, tmp_path: Path) -> None:
    take_in(ctx, looked(ctx, opened(ctx, tmp_path), {WHO: PASSED, WHERE: PASSED}))
    again = opened(ctx, tmp_path, "lại.xlsx")
    assert again.tables[0].remembered
    assert {column.heading: column.target for column in again.tables[0].columns}["Người cung cấp"] == PASSED
    preview = looked(ctx, again, {WHO: KEPT_AS_NOTE, WHERE: "place"})
    assert NAME not in repr(dict(row(preview, 3).values)) and HOME not in repr(dict(row(preview, 3).values))


@pytest.mark.parametrize(
    "heading", ["Số CCCD", "CMND/CCCD các bên", "Số giấy tờ tùy thân", "Số CC", "Thẻ căn cước", "CMT", "Số CMTND"]
)
def test_of_id_numbers_only_the_end_is_kept_in_every_register(ctx: Context, tmp_path: Path, heading: str) -> None:
    table = Table(ctx, tmp_path)
    preview = table.look([(*AWARDS, heading), PEOPLE, (*AWARD, CARD), (2, "Lò Thị Hai", *AWARD[2:], 15084005678)])
    assert verdicts(preview) == {2: "left_out band", 3: "new", 4: "new"}
    assert "id_digits" in {notice.code for notice in preview.warnings}
    take_in(ctx, preview)
    kept = everything(ctx)
    assert "…1234" in kept and "…5678" in kept
    assert CARD not in kept and "15084005678" not in kept


@pytest.mark.parametrize("number", ["1.508E+10", 15080000000, 1.508e10])
def test_an_id_number_that_excel_rounded_is_to_be_looked_at_in_every_register(ctx: Context, tmp_path: Path, number: Value) -> None:
    preview = Table(ctx, tmp_path).look([(*AWARDS, "Số CCCD"), PEOPLE, (*AWARD, number)])
    assert verdicts(preview) == {2: "left_out band", 3: "review id.rounded"}


@pytest.mark.parametrize("target", [KEPT_AS_NOTE, "notes", "content"])
def test_an_id_number_goes_into_no_other_field(ctx: Context, tmp_path: Path, target: str) -> None:
    path = xlsx(tmp_path / "1.xlsx", SheetOf("1", [(*AWARDS, "Số CCCD"), (*AWARD, CARD)]))
    book = open_workbook(ctx, path)
    preview = looked(ctx, book, {6: target})
    assert CARD not in repr(dict(row(preview, 2).values))


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        (f"CCCD {CARD}", "CCCD …1234"),
        (15084001234, "…1234"),
        ("CMND số 150840123, gọi 0912345678", "CMND số …0123, gọi 0912345678"),
        ("0912345678", "0912345678"),
    ],
)
def test_of_id_numbers_among_the_notes_only_the_end_is_kept(ctx: Context, tmp_path: Path, note: Value, kept: str) -> None:
    head = ("STT", "Ngày giao nộp", "Loại", "Số lượng", "Ghi chú")
    table = Table(ctx, tmp_path)
    preview = table.take([head, (1, "5/3/2021", "Súng kíp", 2, note)])
    assert table.records("hand_in")[0]["notes"] == kept
    assert ("id_digits" in {notice.code for notice in preview.warnings}) == (kept != note)


@pytest.mark.parametrize(
    "heading", ["Ngày cấp CCCD", "Nơi cấp CMND", "Số người đã có CCCD", "Tình trạng CCCD", "Số quyết định", "Địa chỉ"]
)
def test_other_columns_about_cards_hold_no_numbers(heading: str) -> None:
    assert not is_id_heading(heading)
