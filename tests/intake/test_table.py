"""The table of a sheet, whatever stands around it."""

from collections.abc import Sequence

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.data.declare import registry
from app.intake.decoding import decoded
from app.intake.rows import RowKind
from app.intake.shapes import Shapes, is_never_kept, known_shapes
from app.intake.table import Table, find_table, find_tables
from app.intake.totals import wrong_totals
from app.intake.workbook import Sheet, Value

COMMITMENTS = (
    "STT",
    "Họ và tên chủ hộ",
    "Năm sinh",
    "Dân tộc",
    "Bản/thôn",
    "Số nhân khẩu",
    "Nội dung cam kết",
    "Ngày ký",
    "Ký tên",
    "Ghi chú",
)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return known_shapes(registry)


def a_sheet(rows: Sequence[Sequence[Value]], merged: Sequence[tuple[int, int, int, int]] = (), name: str = "Sheet1 (2)") -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet(name, 1, True, tuple((*row, *[""] * (width - len(row))) for row in rows), tuple(merged))


def found(sheet: Sheet, shapes: Shapes) -> Table:
    table = find_table(sheet, decoded(sheet), shapes)
    assert table is not None
    return table


def signer(number: Value, name: str) -> tuple[Value, ...]:
    return (number, name, 1980, "Mông", "Pa Te", 5, "Không đốt pháo", "5/3/2024", "x", "")


def kinds(table: Table) -> list[str]:
    return [line.kind.value for line in table.lines]


def test_what_stands_above_and_below_the_rows_is_told_apart(shapes: Shapes) -> None:
    rows: list[Sequence[Value]] = [
        ("CÔNG AN XÃ TÚC ĐÁN", "", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("DANH SÁCH KÝ CAM KẾT NĂM 2024",),
        ("(Kèm theo QĐ số 12/QĐ-UBND)",),
        COMMITMENTS,
        tuple(f"({n})" for n in range(1, 11)),
        ("BẢN PA TE",),
        signer(1, "Giàng A Sử"),
        signer("2.", "Lò Văn Thuận"),
        ("",),
        ("Bản Nà Luông",),
        signer("IV", "Công Văn Tống"),
        ("Tổng số: 3 hộ",),
        ("",),
        ("", "", "", "", "", "Túc Đán, ngày 5 tháng 4 năm 2024"),
        ("", "NGƯỜI LẬP BIỂU", "", "", "", "TRƯỞNG CÔNG AN XÃ"),
        (
            "",
            "(Ký, ghi rõ họ tên)",
        ),
        ("", "", "", "", "", "Lò Văn Thuận"),
        ("",),
    ]
    table = found(a_sheet(rows), shapes)
    assert table.shape.type_code == "commitment"
    assert kinds(table) == [
        "band", "data", "data", "empty", "band", "data", "total", "empty", "signature", "signature", "signature", "signature"
    ]  # fmt: skip
    assert [line.bands for line in table.lines if line.kind is RowKind.DATA] == [("BẢN PA TE",), ("BẢN PA TE",), ("Bản Nà Luông",)]
    assert table.lines[0].number == 6
    assert wrong_totals(table) == ()


def test_nothing_of_a_column_never_kept_gets_past_the_table(shapes: Shapes) -> None:
    table = found(
        a_sheet([COMMITMENTS, (1, "Giàng A Sử", 1980, "ZZMARK", "Pa Te", 5, "Không đốt pháo", "5/3/2024", "x", "")]), shapes
    )
    assert [table.headings[place] for place in table.never] == ["Dân tộc"]
    assert not any("ZZMARK" in str(cell) for line in table.lines for cell in line.cells)
    assert 3 not in table.mapping


@pytest.mark.parametrize(
    "heading",
    (
        *("Dân tộc", "Số người dự DTTS", "Tôn giáo", "Đảng viên", "Ngày vào Đảng", "ĐẢNG VIÊN (x)", "Chính kiến"),
        *("Tội danh", "Tiền án, tiền sự", "Ảnh CCCD"),
    ),
)
def test_these_columns_are_never_kept(heading: str) -> None:
    assert is_never_kept(heading)


@pytest.mark.parametrize(
    "heading",
    (
        *("Lãnh đạo dự", "Đào tạo", "Ban chỉ đạo", "Nội dung", "Họp tối ngày", "Người chủ trì"),
        *("Số tin tố giác tội phạm", "Phòng, chống tội phạm"),
    ),
)
def test_and_these_are_like_any_other(heading: str) -> None:
    assert not is_never_kept(heading)


def test_a_heading_merged_over_two_rows_names_each_column_whole(shapes: Shapes) -> None:
    top = (
        "TT",
        "Ngày",
        "Địa điểm",
        "Nội dung",
        "Người chủ trì/BCV",
        "Thành phần",
        "Số người dự",
        "",
        "",
        "Tài liệu phát",
        "Ghi chú",
    )
    below = ("", "", "", "", "", "", "TS", "Nữ", "DTTS", "", "")
    merged = [(0, n, 1, n) for n in range(11) if n not in (6, 7, 8)] + [(0, 6, 0, 8)]
    data = (1, "5/3/2024", "Bản Pa Te", "Phòng cháy", "Lò Văn A", "Nhân dân", 45, 20, 40, 30, "")
    for ranges in (merged, []):
        table = found(a_sheet([top, below, data], ranges), shapes)
        assert table.shape.type_code == "meeting"
        assert {table.mapping[6], table.mapping[7]} == {"attendees", "women"}
        assert table.never == (8,)
        assert kinds(table) == ["data"]


def test_a_name_in_two_columns_is_one_name(shapes: Shapes) -> None:
    head = ("STT", "Họ", "Tên", "Ngày sinh", "Chức danh", "SĐT", "Ngày tham gia")
    table = found(
        a_sheet(
            [("DANH SÁCH THÀNH VIÊN TỔ BẢO VỆ ANTT",), head, (1, "Lò Văn", "Thuận", 1984, "Tổ trưởng", "0912345678", "1/7/2024")]
        ),
        shapes,
    )
    place = next(place for place, target in table.mapping.items() if target == "name")
    assert table.lines[0].cells[place] == "Lò Văn Thuận"


def test_a_page_that_repeats_its_heading_does_not_count_it(shapes: Shapes) -> None:
    table = found(a_sheet([COMMITMENTS, signer(1, "A Sử"), COMMITMENTS, tuple(range(1, 11)), signer(2, "A Lâu")]), shapes)
    assert kinds(table) == ["data", "heading", "heading", "data"]


def test_a_role_or_a_topic_is_no_signature_and_no_total(shapes: Shapes) -> None:
    head = ("STT", "Họ và tên", "Chức danh", "Ngày tham gia")
    rows = [head, (1, "Lò Văn A", "Thư ký", ""), (2, "Lò Văn B", "Trưởng ban", ""), (3, "Cộng Văn C", "Tổ viên", "1/2/2024")]
    assert kinds(found(a_sheet([("TỔ BẢO VỆ AN NINH, TRẬT TỰ",), *rows]), shapes)) == ["data"] * 3
    topics = [
        ("Ngày", "Địa điểm", "Nội dung tuyên truyền", "Số người dự"),
        ("Tổng kết năm 2023", "Pa Te", "x", 3),
        ("Cộng đồng", "Pa Te", "y", 4),
    ]
    assert kinds(found(a_sheet(topics), shapes)) == ["data", "data"]


@pytest.mark.parametrize(
    "words", ["Cộng", "CỘNG:", "Cộng: 2 hộ", "Tổng cộng", "Tổng số: 2 hộ", "Tổng số hộ: 2", "Tổng: 2", "TONG CONG", "Cong: 2"]
)
def test_totals_are_known_by_their_words_wherever_they_stand(shapes: Shapes, words: str) -> None:
    rows = [COMMITMENTS, ("", words, "", "", "", 10), signer(1, "A Sử"), signer(2, "A Lâu"), (words, "", "", "", "", 10)]
    table = found(a_sheet(rows), shapes)
    assert kinds(table) == ["total", "data", "data", "total"]
    assert wrong_totals(table) == ()


def test_a_total_that_does_not_add_up_is_told(shapes: Shapes) -> None:
    table = found(a_sheet([COMMITMENTS, signer(1, "A Sử"), signer(2, "A Lâu"), ("Tổng số: 45 hộ", "", "", "", "", 11)]), shapes)
    assert [(wrong.place, wrong.said, wrong.counted) for wrong in wrong_totals(table)] == [(None, 45, 2), (5, 11, 10)]


@pytest.mark.parametrize(("cells", "total"), [(("~10", 12), 22), (("25 người", 5), 30), (("1.250", "2 khẩu"), 1252), ((5, "-"), 5)])
def test_a_total_counts_what_is_read_as_a_number(shapes: Shapes, cells: tuple[Value, Value], total: int) -> None:
    people = [(*signer(number, "A Sử")[:5], members, *signer(number, "A Sử")[6:]) for number, members in enumerate(cells, start=1)]
    right = found(a_sheet([COMMITMENTS, *people, ("Cộng", "", "", "", "", total)]), shapes)
    assert wrong_totals(right) == ()
    wrong = found(a_sheet([COMMITMENTS, *people, ("Cộng", "", "", "", "", total + 1)]), shapes)
    assert [(one.said, one.counted) for one in wrong_totals(wrong)] == [(total + 1, total)]


def test_columns_of_old_fonts_are_recognised_after_they_are_decoded(shapes: Shapes) -> None:
    head = ("STT", "Hä vµ tªn chñ hé", "N¨m sinh", "B¶n/th«n", "Néi dung cam kÕt", "Ngµy ký")
    table = found(a_sheet([head, (1, "NguyÔn V¨n ThuËn", 1980, "B¶n Nµ Lu«ng", "Kh«ng ®èt ph¸o", "5/3/2024")]), shapes)
    assert table.shape.type_code == "commitment"
    assert table.lines[0].cells[1] == "Nguyễn Văn Thuận"


def test_a_sheet_without_a_register_has_no_table(shapes: Shapes) -> None:
    sheet = a_sheet([("Kính gửi: Ủy ban nhân dân xã",), ("Một đoạn văn", "không có bảng nào"), ("1", "2")])
    assert find_table(sheet, decoded(sheet), shapes) is None


def test_a_band_right_below_the_heading_is_a_band(shapes: Shapes) -> None:
    head = ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Hình thức", "Số QĐ", "Ngày", "Tiền (đồng)")
    row = (1, "Tổ ANTT bản Pa Te", "Bản Pa Te", "Phong trào", "Giấy khen", "12/QĐ-UBND", "5/3/2024", 300000)
    table = found(a_sheet([("DANH SÁCH KHEN THƯỞNG",), head, ("I. TẬP THỂ",), row]), shapes)
    assert kinds(table) == ["band", "data"]
    assert table.headings == head


def test_a_first_row_is_no_second_heading_however_its_words_fit(shapes: Shapes) -> None:
    head = ("STT", "Thôn/bản", "Số buổi tuyên truyền", "Số lượt người dự", "Số tin tố giác")
    table = found(a_sheet([("BIỂU TỔNG HỢP NĂM 2023",), ("(Kèm theo Quyết định số 5)",), head, (1, "Bản Mù", 9, 660, 61)]), shapes)
    assert table.headings == head
    assert kinds(table) == ["data"]


def all_found(sheet: Sheet, shapes: Shapes) -> list[Table]:
    return list(find_tables(sheet, decoded(sheet), shapes))


def test_two_lists_one_under_the_other_are_two_tables(shapes: Shapes) -> None:
    awards = ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Hình thức", "Số QĐ", "Ngày", "Tiền (đồng)")
    awarded = (1, "Lò Văn A", "Bản Mù", "Phong trào", "Giấy khen", "12/QĐ-UBND", "5/3/2024", 270000)
    rows = [("DANH SÁCH KHEN THƯỞNG",), awards, awarded, ("Cộng: 1",), ("DANH SÁCH KÝ CAM KẾT",), COMMITMENTS, signer(1, "A Sử")]
    first, second = all_found(a_sheet(rows), shapes)
    assert (first.shape.type_code, second.shape.type_code) == ("awardee", "commitment")
    assert [kinds(first)[0], kinds(second)] == ["data", ["data"]]
    assert first.lines[0].number == 3 and second.lines[0].number == 7


def test_a_heading_that_fits_better_further_down_loses_no_row_above_it(shapes: Shapes) -> None:
    short = ("STT", "Họ tên chủ hộ", "Bản", "Ngày ký")
    rows = [("DANH SÁCH KÝ CAM KẾT",), short, (1, "Giàng A Sử", "Pa Te", "5/3/2024"), COMMITMENTS, signer(1, "A Lâu")]
    tables = all_found(a_sheet(rows), shapes)
    assert [line.number for table in tables for line in table.lines] == [3, 5]


def test_a_heading_repeated_in_another_order_keeps_nothing_that_may_not_be_kept(shapes: Shapes) -> None:
    one = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Bản/thôn", "Nội dung cam kết", "Ngày ký", "Ghi chú")
    other = (*one[:-1], "Dân tộc")
    row = (1, "Giàng A Sử", 1980, "Pa Te", "Không đốt pháo", "5/3/2024")
    tables = all_found(a_sheet([one, (*row, "hộ nghèo"), other, (*row, "ZZMARK")]), shapes)
    assert [table.shape.type_code for table in tables] == ["commitment", "commitment"]
    assert not any("ZZMARK" in str(cell) for table in tables for line in table.lines for cell in line.cells)


def test_words_that_may_not_be_kept_are_found_below_unmerged_headings_and_beside_them(shapes: Shapes) -> None:
    top = ("STT", "Họ và tên chủ hộ", "Bản/thôn", "Ngày ký", "Lý lịch", "", "Dân tộc", "")
    below = ("", "", "", "", "Tiền án", "Tiền sự", "", "")
    rows = [("KÝ CAM KẾT KHÔNG ĐỐT PHÁO",), top, below, (1, "Giàng A Sử", "Pa Te", "5/3/2024", "ZZ1", "ZZ2", "ZZ3", "ZZ4")]
    (table,) = all_found(a_sheet(rows), shapes)
    assert kinds(table) == ["data"]
    assert not any("ZZ" in str(cell) for line in table.lines for cell in line.cells)


def test_groups_of_headings_do_not_hide_the_columns_beside_them(shapes: Shapes) -> None:
    top = ("TT", "Thông tin cá nhân", "", "", "Thông tin tổ", "", "Ghi chú")
    below = ("", "Họ và tên", "Ngày sinh", "SĐT", "Chức danh", "Ngày tham gia", "")
    merged = [(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 5), (1, 6, 2, 6)]
    rows = [
        ("DANH SÁCH THÀNH VIÊN TỔ BẢO VỆ ANTT",),
        top,
        below,
        (1, "Lò Văn A", 1984, "0912345678", "Tổ trưởng", "1/7/2024", "khỏe"),
    ]
    table = found(a_sheet(rows, merged), shapes)
    assert table.headings[0] == "TT"
    assert table.mapping[6] == "notes"


def test_births_under_men_and_women_are_one_column_where_a_register_has_one(shapes: Shapes) -> None:
    top, below = ("STT", "Họ và tên", "Năm sinh", "", "Chức danh", "Ngày tham gia"), ("", "", "Nam", "Nữ", "", "")
    rows = [
        ("DANH SÁCH TỔ BẢO VỆ ANTT",),
        top,
        below,
        (1, "Lò Văn A", 1984, "", "Tổ trưởng", "1/7/2024"),
        (2, "Lò Thị B", "", 1990, "Tổ viên", ""),
    ]
    table = found(a_sheet(rows), shapes)
    place = next(place for place, target in table.mapping.items() if target == "birth")
    assert [line.cells[place] for line in table.lines] == [1984, 1990]


def test_a_band_that_names_what_may_not_be_kept_heads_nothing(shapes: Shapes) -> None:
    head = ("STT", "Họ và tên", "Ngày sinh", "Chức danh", "Ngày tham gia")
    rows = [("DANH SÁCH TỔ BẢO VỆ ANTT",), head, ("I. ĐẢNG VIÊN",), (1, "Lò Văn A", 1984, "Tổ trưởng", "1/7/2024")]
    table = found(a_sheet(rows), shapes)
    assert [(line.kind.value, line.bands, line.cells[:1]) for line in table.lines] == [("band", (), ()), ("data", (), (1,))]
    assert table.hidden_bands


def test_a_line_of_words_with_their_values_is_no_heading(shapes: Shapes) -> None:
    said = ("Ngày: 5/3/2024", "", "Địa điểm: Nhà văn hóa", "", "Nội dung: Phòng cháy")
    people = ("STT", "Họ và tên", "Năm sinh", "Dân tộc", "Tôn giáo", "Nơi ở", "Ký tên")
    tables = all_found(
        a_sheet([("DANH SÁCH THAM DỰ BUỔI TUYÊN TRUYỀN",), said, people, (1, "Lò A", 1980, "ZZ1", "ZZ2", "Mù", "")]), shapes
    )
    assert not any("ZZ" in str(cell) for table in tables for line in table.lines for cell in line.cells)


def test_ticks_are_what_a_total_counts(shapes: Shapes) -> None:
    head = ("STT", "Ngày giờ tiếp nhận", "Nội dung tin", "Hình thức", "Kết quả xử lý", "Giá trị (x)")
    rows = [("SỔ NGUỒN TIN",), head, *[(n, "8h 5/3/2024", f"Tin {n}", "Trực tiếp", "", "x" if n < 3 else "") for n in range(1, 4)]]
    assert wrong_totals(found(a_sheet([*rows, ("Cộng", "", "", "", "", 2)]), shapes)) == ()


def test_who_told_is_a_column_of_no_register_but_that_of_tip_offs(shapes: Shapes) -> None:
    head = ("STT", "Ngày nhận", "Địa điểm", "Nội dung vụ việc", "Người cung cấp", "Địa chỉ", "Các bên")
    sheet = a_sheet([("SỔ HÒA GIẢI",), head, (1, "5/3/2024", "Bản Mù", "Tranh nước", "ZZ1", "ZZ2", "A và B")])
    table = find_table(sheet, decoded(sheet), shapes, only="dispute")
    assert table is not None
    assert not any("ZZ" in str(cell) for line in table.lines for cell in line.cells)
