"""One thing however sheets write it: numbers of decisions, hamlets, campaigns, roles."""

from pathlib import Path

import pytest

from app.services.context import Context
from tests.services.sheets_of import Table, row, verdicts

AWARDS = ("STT", "Họ và tên", "Số QĐ", "Ngày QĐ", "Hình thức khen thưởng", "Nội dung khen thưởng")
COMMITMENTS = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Bản/thôn", "Nội dung cam kết", "Ngày ký")


def test_a_decision_is_one_however_its_number_is_spaced(ctx: Context, tmp_path: Path) -> None:
    written = ("57/QĐ-UBND", "57 /QĐ-UBND", "57/ QĐ-UBND", "57 / QĐ - UBND", "57/QĐ - UBND")
    rows = [(1, "Lò Văn Mẫu", number, "5/3/2021", "Giấy khen", "Phong trào") for number in written]
    preview = Table(ctx, tmp_path).look([AWARDS, ("II. CÁ NHÂN",), *rows])
    assert verdicts(preview) == {2: "left_out band", 3: "new"} | dict.fromkeys(range(4, 8), "duplicate in_file")


@pytest.mark.parametrize("band", [(), ("BẢN TÀ XÙA",)])
def test_a_hamlet_is_called_as_it_is_written_with_its_marks_whichever_row_comes_first(
    ctx: Context, tmp_path: Path, band: tuple[str, ...]
) -> None:
    named = ("Ta Xua, xã Túc Đán", "Ban Ta Xua", None if band else "Bản Tà Xùa")
    rows = [(n, f"Lò Văn {n}", "1980", hamlet, "Không đốt pháo", "5/3/2021") for n, hamlet in enumerate(named, 1)]
    table = Table(ctx, tmp_path)
    preview = table.take([("DANH SÁCH KÝ CAM KẾT",), COMMITMENTS, *([band] if band else []), *rows])
    assert preview.count("new") == 3
    assert [one["name"] for one in table.records("hamlet")] == ["Bản Tà Xùa"]


def test_a_campaign_of_a_title_in_capitals_keeps_its_abbreviations(ctx: Context, tmp_path: Path) -> None:
    head = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Bản/thôn", "Ngày ký")
    table = Table(ctx, tmp_path)
    table.take([("DANH SÁCH KÝ CAM KẾT VỀ BẢO ĐẢM ANTT VÀ PCCC",), head, (1, "Lò Văn A", "1980", "Bản Mù", "5/3/2021")])
    assert [one["name"] for one in table.records("campaign")] == ["Bảo đảm ANTT và PCCC"]


def test_roles_and_teams_in_the_shortest_words(ctx: Context, tmp_path: Path) -> None:
    head = ("STT", "Họ và tên", "Ngày sinh", "Chức danh", "Đơn vị (tổ)")
    rows = [(n, f"Lò Văn {n}", "1980", role, "Tổ bảo vệ ANTT bản Mù") for n, role in enumerate(("Trưởng", "Phó", "TV"), 1)]
    preview = Table(ctx, tmp_path).look([("DANH SÁCH TỔ BẢO VỆ ANTT",), head, *rows])
    assert [row(preview, number).values.get("role") for number in (3, 4, 5)] == ["head", "deputy", "member"]
    assert not any("Đơn vị" in str(found.values.get("notes")) for found in preview.rows)
