"""Workbooks one after the other, rows given back, the sheet of results; at a unit above nothing that names citizens."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.core.errors import Cancelled, UserError
from app.core.i18n import load
from app.core.ids import fixed_id
from app.documents.grids.excel import grids_xlsx
from app.documents.grids.model import GridBook, GridColumn, GridRow, GridSheet
from app.services.context import Context
from app.services.intake.many import FileResult, Many, take_in_file, take_in_many, workbooks_in
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.rejects import rejected
from app.services.intake.results import result_sheet
from app.services.intake.taking import undo
from app.services.intake.views import Edit, Preview
from tests.intake.books import Cell, SheetOf, Value, xlsx

MEETINGS = ("TT", "Ngày", "Địa điểm", "Nội dung", "Người chủ trì/BCV", "Số người dự", "Ghi chú")
TIP_OFFS = ("STT", "Ngày, giờ tiếp nhận", "Người cung cấp", "Địa chỉ", "Hình thức", "Nội dung", "Ghi chú")


def meetings(path: Path, *rows: Sequence[Value], unit: str = "XÃ TÚC ĐÁN") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return xlsx(
        path,
        SheetOf("Sheet1", [(f"CÔNG AN {unit}",), ("SỔ THEO DÕI TUYÊN TRUYỀN",), (), MEETINGS, *rows]),
    )


GOOD = (1, date(2022, 3, 5), "Nhà văn hóa", "Phòng chống lừa đảo", "Giàng A Sử", 65, None)
OTHER = (2, date(2022, 2, 6), "Nhà văn hóa", "Phòng chống ma túy", "Giàng A Sử", 40, "có mưa")
PARTIAL = (3, "Tháng 1/2022", "Nhà văn hóa", "=Phòng chống cháy", "Giàng A Sử", 30, None)
TOTAL = (None, "Cộng", None, None, None, 135, None)


def counts(result: FileResult | Many) -> tuple[int, ...]:
    each = result.totals if isinstance(result, Many) else result.counts
    return each.read, each.new, each.duplicate, each.review, each.left_out


def sheets_of(data: bytes) -> dict[str, list[list[str]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: [[str(value) for value in row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def previewed(ctx: Context, path: Path, edits: dict[tuple[str, int], Edit] | None = None) -> Preview:
    return look_over(ctx, open_workbook(ctx, path), {}, edits or {})


def count_of(ctx: Context, type_code: str) -> int:
    with ctx.store.reader() as reader:
        return reader.count(type_code)


def test_a_file_is_taken_in_once_and_undone_whole(ctx: Context, tmp_path: Path) -> None:
    path = meetings(tmp_path / "sổ.xlsx", GOOD, OTHER, PARTIAL, TOTAL)
    rehearsed = take_in_file(ctx, path, dry_run=True)
    assert counts(rehearsed) == (4, 2, 0, 1, 1) and not rehearsed.batch
    assert count_of(ctx, "meeting") == 0
    taken = take_in_file(ctx, path)
    assert counts(taken) == counts(rehearsed) and taken.unit == "Xã Túc Đán" and taken.type_code == "meeting"
    assert taken.counts.reasons == {"date.partial": 1, "total": 1}
    assert count_of(ctx, "meeting") == 2
    assert counts(take_in_file(ctx, path)) == (4, 0, 2, 1, 1)
    undo(ctx, taken.batch)
    assert count_of(ctx, "meeting") == 0


def test_a_folder_is_taken_in_file_by_file_and_a_bad_one_stops_none(ctx: Context, tmp_path: Path) -> None:
    folder = tmp_path / "các xã"
    meetings(folder / "b" / "bản mù.xlsx", OTHER, unit="XÃ BẢN MÙ")
    meetings(folder / "a" / "túc đán.xlsx", GOOD, PARTIAL)
    meetings(folder / "a" / "~$túc đán.xlsx", OTHER)
    (folder / "đọc trước.txt").write_text("không phải bảng", "utf-8")
    (folder / "c.xls").write_bytes(b"")
    xlsx(folder / "d.xlsx", SheetOf("Sheet1", [MEETINGS]))
    done = take_in_many(ctx, [folder])
    assert [each.path.name for each in done.files] == ["túc đán.xlsx", "bản mù.xlsx", "c.xls", "d.xlsx"]
    assert [each.error.code for each in done.refused if each.error] == ["intake.empty_file", "intake.no_rows"]
    assert counts(done) == (3, 2, 0, 1, 0) and count_of(ctx, "meeting") == 2
    batches = {each.batch for each in done.files if each.batch}
    assert len(batches) == 2


def test_the_same_row_in_two_files_is_new_once(ctx: Context, tmp_path: Path) -> None:
    first, second = meetings(tmp_path / "1.xlsx", GOOD), meetings(tmp_path / "2.xlsx", GOOD, OTHER)
    done = take_in_many(ctx, [first, second])
    assert counts(done) == (3, 2, 1, 0, 0) and done.totals.reasons == {"in_book": 1}


@dataclass
class Impatient:
    """Stops the work when so much of it is over."""

    after: float

    def step(self, done: int, total: int, what: str) -> None:
        if total and done / total >= self.after:
            raise Cancelled


def test_stopped_in_the_middle_of_a_folder_it_is_told_which_files_stand(ctx: Context, tmp_path: Path) -> None:
    files = [meetings(tmp_path / "1.xlsx", GOOD), meetings(tmp_path / "2.xlsx", OTHER), meetings(tmp_path / "3.xlsx", GOOD)]
    with pytest.raises(Cancelled):
        take_in_many(ctx, files, progress=Impatient(0))
    assert count_of(ctx, "meeting") == 0
    done = take_in_many(ctx, files, progress=Impatient(0.4))
    assert [bool(each.batch) for each in done.files] == [True, False, False]
    assert [each.error.code for each in done.refused if each.error] == ["intake.stopped"] * 2
    assert count_of(ctx, "meeting") == done.totals.new == 1
    with pytest.raises(Cancelled):
        take_in_many(ctx, files, progress=Impatient(0.4), dry_run=True)


def test_a_folder_without_workbooks_is_said_and_a_file_named_twice_is_taken_once(ctx: Context, tmp_path: Path) -> None:
    (tmp_path / "rỗng").mkdir()
    with pytest.raises(UserError) as refused:
        workbooks_in([tmp_path / "rỗng"])
    assert refused.value.code == "intake.no_workbooks"
    path = meetings(tmp_path / "1.xlsx", GOOD)
    assert workbooks_in([path, tmp_path, path]) == (path,)


def test_the_result_sheet_has_a_row_a_file_and_a_sum(ctx: Context, tmp_path: Path) -> None:
    meetings(tmp_path / "1.xlsx", GOOD, OTHER, TOTAL)
    (tmp_path / "2.xls").write_bytes(b"")
    done = take_in_many(ctx, [tmp_path])
    (rows,) = sheets_of(result_sheet(ctx, done)).values()
    head = next(number for number, row in enumerate(rows) if row[0] == "TT")
    first, second, last = rows[head + 1 : head + 4]
    assert first[1:3] == ["1.xlsx", "Xã Túc Đán"] and [float(value) for value in first[4:9]] == [3, 2, 0, 0, 1]
    assert first[9] == "Đã nhập"
    assert second[1] == "2.xls" and second[4:9] == [""] * 5 and second[9] == "Không nhập được" and "2.xls" in second[10]
    assert last[1] == "Cộng" and [float(value) for value in last[4:9]] == [3, 2, 0, 0, 1]
    tried = sheets_of(result_sheet(ctx, take_in_many(ctx, [tmp_path], dry_run=True)))
    assert any("Chạy thử" in cell for row in next(iter(tried.values())) for cell in row)


def as_above(ctx: Context) -> Context:
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("unit", {"code": ctx.store.unit, "name": "Trạm Tấu", "kind": "parent"}, fixed_id("unit", ctx.store.unit))
    return ctx


def test_a_unit_above_gathers_no_lists_of_citizens(ctx: Context, tmp_path: Path) -> None:
    people = xlsx(
        tmp_path / "1.xlsx",
        SheetOf(
            "Sheet1", [("STT", "Họ và tên", "Ngày sinh", "Chức danh", "Thuộc tổ"), (1, "Lò Văn Mẫu", "1984", "Tổ viên", "Tổ 1")]
        ),
    )
    told = xlsx(
        tmp_path / "2.xlsx",
        SheetOf("Sheet1", [TIP_OFFS, (1, "14:30 05/3/2022", None, None, "Điện thoại", "Có người lạ", None)]),
    )
    awards = xlsx(
        tmp_path / "3.xlsx",
        SheetOf(
            "Khen thưởng",
            [
                ("TT", "Họ và tên", "Thành tích", "Hình thức", "Số QĐ", "Ngày", "Tiền (đồng)"),
                (1, "Lò Văn Mẫu", "Có thành tích", "Giấy khen", "12/QĐ-UBND", date(2022, 1, 19), 702000),
            ],
        ),
    )
    done = take_in_many(as_above(ctx), [people, told, awards])
    assert [each.error.code if each.error else "" for each in done.files] == ["intake.not_above", "intake.not_above", ""]
    assert count_of(ctx, "member") == count_of(ctx, "tip_off") == 0
    assert count_of(ctx, "awardee") == 1


def test_a_unit_above_takes_in_its_own_meetings_and_no_commune_s(ctx: Context, tmp_path: Path) -> None:
    above = as_above(ctx)
    done = take_in_many(
        above, [meetings(tmp_path / "1.xlsx", GOOD), meetings(tmp_path / "2.xlsx", OTHER, unit="HUYỆN TRẠM TẤU")], dry_run=True
    )
    assert [each.error.code if each.error else "" for each in done.files] == ["intake.of_a_commune", ""]
    assert counts(done) == (1, 1, 0, 0, 0)


def figures(path: Path, unit: str, meetings: int) -> Path:
    heads = ("STT", "Thôn/bản", "Số buổi TT", "Lượt người")
    rows = [(f"UBND {unit}",), ("BIỂU TỔNG HỢP NĂM 2021",), heads, (1, "Bản Mới", meetings, 300), (2, "Bản Cũ", 2, 80)]
    return xlsx(path, SheetOf("Sheet1", rows))


def awarded(path: Path, unit: str) -> Path:
    heads = ("TT", "Họ và tên", "Thành tích", "Số QĐ", "Ngày QĐ")
    rows = [
        (f"UBND {unit}",),
        ("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN",),
        heads,
        (1, "Lò Văn Mẫu", "Bắt cướp", "01/QĐ-UBND", date(2021, 8, 19)),
    ]
    return xlsx(path, SheetOf("Khen thưởng", rows))


def test_hamlets_and_decisions_of_one_name_in_two_communes_stay_two(ctx: Context, tmp_path: Path) -> None:
    above = as_above(ctx)
    files = [
        figures(tmp_path / "1.xlsx", "XÃ TÚC ĐÁN", 5),
        figures(tmp_path / "2.xlsx", "THỊ TRẤN TRẠM TẤU", 9),
        awarded(tmp_path / "3.xlsx", "XÃ TÚC ĐÁN"),
        awarded(tmp_path / "4.xlsx", "THỊ TRẤN TRẠM TẤU"),
    ]
    assert counts(take_in_many(above, files)) == (6, 6, 0, 0, 0)
    assert counts(take_in_many(above, files)) == (6, 0, 6, 0, 0)
    with ctx.store.reader() as reader:
        units = {record.values["unit_name"] for record in reader.window("hand_figure", order=("unit_name", "asc"), limit=99)}
        awards = [record.values for record in reader.window("award", order=("authority", "asc"), limit=9)]
    assert units == {"Bản Mới, Xã Túc Đán", "Bản Cũ, Xã Túc Đán", "Bản Mới, Thị trấn Trạm Tấu", "Bản Cũ, Thị trấn Trạm Tấu"}
    assert {(award["authority"], award["place"]) for award in awards} == {
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ TRẤN TRẠM TẤU", "Trạm Tấu"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN", "Túc Đán"),
    }


def test_at_a_station_a_hamlet_is_its_own(ctx: Context, tmp_path: Path) -> None:
    take_in_file(ctx, figures(tmp_path / "1.xlsx", "XÃ TÚC ĐÁN", 5))
    with ctx.store.reader() as reader:
        units = {record.values["unit_name"] for record in reader.window("hand_figure", order=("unit_name", "asc"), limit=99)}
    assert units == {"Bản Mới", "Bản Cũ"}


def test_rows_to_be_looked_at_come_back_with_the_reason_and_are_taken_in_when_mended(ctx: Context, tmp_path: Path) -> None:
    path = meetings(tmp_path / "sổ.xlsx", GOOD, PARTIAL, TOTAL)
    data = rejected(ctx, previewed(ctx, path))
    rows = sheets_of(data)["Sheet1"]
    head = next(row for row in rows if row[0] == "TT")
    assert head == [*MEETINGS, "Lý do chưa nhập"]
    (held,) = rows[rows.index(head) + 1 :]
    assert held[3] == "=Phòng chống cháy" and held[1] == "Tháng 1/2022"
    assert held[-1].startswith("Row 6. Ngày: ")
    assert rows[0][0] == "CÔNG AN XÃ TÚC ĐÁN"

    take_in_file(ctx, path)
    back = tmp_path / "sửa.xlsx"
    back.write_bytes(data)
    again = previewed(ctx, back)
    assert [row.verdict for row in again.rows] == ["review"] and not any("Lý do" in note for note in again.rows[0].draft.notes)  # type: ignore[union-attr]  # a row to be looked at has a draft
    key = (again.rows[0].key, again.rows[0].number)
    mended = rejected(ctx, previewed(ctx, back, {key: Edit({"attendees": "ba mươi"})}))
    assert sheets_of(mended)["Sheet1"][rows.index(held)][5] == "ba mươi"

    rewritten = [[date(2022, 1, 7) if value == "Tháng 1/2022" else value or None for value in row] for row in rows]
    result = take_in_file(ctx, xlsx(back, SheetOf("Sheet1", rewritten)))
    assert counts(result) == (1, 1, 0, 0, 0)
    with ctx.store.reader() as reader:
        topics = {record.values["topic"]: record.values for record in reader.window("meeting", order=("held_on", "asc"), limit=9)}
    assert set(topics) == {"Phòng chống lừa đảo", "=Phòng chống cháy"}
    assert "Lý do" not in str(topics) and "Row 6" not in str(topics)


def test_rows_given_back_hold_nothing_that_is_never_kept(ctx: Context, tmp_path: Path) -> None:
    heads = (*MEETINGS, "Dân tộc", "Tiền án")
    rows = [("SỔ THEO DÕI TUYÊN TRUYỀN",), ("Danh sách đảng viên dự họp",), heads, (*PARTIAL, "MARKER dân tộc", "MARKER án")]
    data = rejected(ctx, previewed(ctx, xlsx(tmp_path / "họp.xlsx", SheetOf("Họp", rows))))
    words = " ".join(cell for rows in sheets_of(data).values() for line in rows for cell in line)
    assert "Tháng 1/2022" in words and "MARKER" not in words
    for heading in ("đảng viên", "Dân tộc", "Tiền án"):
        assert heading not in words


def test_rows_beside_who_told_are_not_given_back(ctx: Context, tmp_path: Path) -> None:
    row = (1, "Tháng 2/2022", "Vàng MARKER A", "Bản MARKER", "Điện thoại", "Có người lạ", None)
    tip_offs = SheetOf("Tin", [TIP_OFFS, row])
    with pytest.raises(UserError, match=r"intake\.sealed_rows") as refused:
        rejected(ctx, previewed(ctx, xlsx(tmp_path / "tin.xlsx", tip_offs)))
    assert refused.value.facts == {"rows": 1}
    both = previewed(ctx, xlsx(tmp_path / "hai.xlsx", tip_offs, SheetOf("Họp", [MEETINGS, PARTIAL])))
    sheets = sheets_of(rejected(ctx, both))
    assert list(sheets) == ["Họp", "Không kèm theo"]
    assert "MARKER" not in str(sheets) and "Có người lạ" not in str(sheets)
    assert "(1)" in str(sheets["Không kèm theo"])


def test_a_number_that_excel_does_not_know_is_given_back_as_text(ctx: Context) -> None:
    rows = tuple(GridRow((value,)) for value in (math.inf, -math.inf, math.nan, 2.5))
    data = grids_xlsx(GridBook("Sổ", "Đơn vị", date(2022, 1, 1), (GridSheet("Sổ", (), (GridColumn("Số", 8.0),), rows),)))
    assert [row[0] for row in sheets_of(data)["Sổ"]] == ["Số", "inf", "-inf", "nan", "2.5"]


def test_bands_stand_above_the_rows_given_back_and_left_out_rows_come_when_asked(ctx: Context, tmp_path: Path) -> None:
    heads = ("STT", "Họ và tên", "Ngày sinh", "Chức danh", "Ngày tham gia", "Ghi chú")
    rows = [
        heads,
        ("TỔ BẢN NÀ LUÔNG",),
        (1, "Lò Văn Mẫu", "1984", "Tổ trưởng", "01/07/2021", None),
        (2, "Lò Văn Hai", "1985", "Tổ viên", "tháng 7/2021", None),
        ("TỔ BẢN MẪU",),
        (1, "Giàng A Mẫu", "1990", "Tổ trưởng", "7/2021", None),
        (2, "Giàng A Hai", "1991", "Tổ viên", "01/07/2021", None),
    ]
    sheet = SheetOf("Tổ", rows, merged=((1, 0, 1, 5), (4, 0, 4, 5)))
    path = xlsx(tmp_path / "tổ.xlsx", sheet)
    today = replace(ctx, say=load("vi"))
    preview = previewed(today, path)
    held = [row for row in preview.rows if row.verdict == "review"]
    assert [row.number for row in held] == [4, 6]
    given = sheets_of(rejected(today, preview))["Tổ"]
    firsts = [row[0] for row in given if any(row)]
    assert firsts == ["STT", "TỔ BẢN NÀ LUÔNG", "2.0", "TỔ BẢN MẪU", "1.0"]
    back = tmp_path / "trả.xlsx"
    back.write_bytes(rejected(today, preview))
    teams = [row.values.get("team") for row in previewed(today, back).rows if row.verdict == "review"]
    assert teams == [row.values.get("team") for row in held]

    without = previewed(today, path, {(held[0].key, 3): Edit(left_out=True)})
    assert "Lò Văn Mẫu" not in str(sheets_of(rejected(today, without)))
    assert "Lò Văn Mẫu" in str(sheets_of(rejected(today, without, by_hand=True)))


def test_everything_to_be_looked_at_in_a_row_is_told_at_once(ctx: Context, tmp_path: Path) -> None:
    row = (1, "Tháng 1/2022", "Nhà văn hóa", "Phòng chống cháy", "Giàng A Sử", "nhiều", None)
    preview = previewed(ctx, meetings(tmp_path / "1.xlsx", row))
    (held,) = sheets_of(rejected(ctx, preview))["Sheet1"][4:]
    assert "Ngày: " in held[-1] and "Số người dự: " in held[-1]


def test_a_day_perhaps_exchanged_comes_back_with_both_readings_and_is_asked_for_again(ctx: Context, tmp_path: Path) -> None:
    swapped = (1, date(2022, 2, 3), "Nhà văn hóa", "Phòng chống cháy", "Giàng A Sử", 30, None)
    whole = (2, "15/1/2022", "Nhà văn hóa", "Phòng chống ma túy", "Giàng A Sử", 30, None)
    preview = previewed(ctx, meetings(tmp_path / "1.xlsx", swapped, whole))
    assert [row.reason for row in preview.rows] == ["date.swapped", ""]
    data = rejected(ctx, preview)
    (held,) = sheets_of(data)["Sheet1"][4:]
    assert held[1] == "03/02 hay 02/03/2022"
    back = tmp_path / "trả.xlsx"
    back.write_bytes(data)
    assert [row.verdict for row in previewed(ctx, back).rows] == ["review"]


def test_a_formula_in_error_comes_back_empty_so_that_it_is_filled_in(ctx: Context, tmp_path: Path) -> None:
    row = (1, date(2022, 3, 5), "Nhà văn hóa", Cell(error="#REF!"), "Giàng A Sử", 65, None)
    path = xlsx(tmp_path / "lỗi.xlsx", SheetOf("Sheet1", [MEETINGS, row]))
    preview = previewed(ctx, path)
    assert [row.verdict for row in preview.rows] == ["review"]
    words = [cell for line in sheets_of(rejected(ctx, preview))["Sheet1"] for cell in line[:-1]]
    assert "Nhà văn hóa" in words and "#REF!" not in words


def test_nothing_to_look_at_is_said_in_the_workbook(ctx: Context, tmp_path: Path) -> None:
    data = rejected(ctx, previewed(ctx, meetings(tmp_path / "1.xlsx", GOOD)))
    assert any("No row" in cell for rows in sheets_of(data).values() for row in rows for cell in row)
