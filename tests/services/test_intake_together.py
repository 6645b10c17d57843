"""Sheets of one workbook that speak of the same hamlets, households, groups and models: each is recorded once."""

from itertools import permutations
from pathlib import Path

import pytest

from app.services.context import Context
from app.services.intake.taking import take_in, undo
from tests.services.sheets_of import Row, Table, verdicts

HAMLETS: list[Row] = [
    ("DANH SÁCH THÔN, BẢN",),
    ("STT", "Tên bản", "Số hộ", "Số nhân khẩu", "Ghi chú"),
    (1, "BẢN MÙ", 85, 412, None),
    (2, "Bản Tà", 60, 300, "xa trung tâm"),
]
HOUSEHOLDS: list[Row] = [
    ("DANH SÁCH HỘ GIA ĐÌNH",),
    ("STT", "Họ và tên chủ hộ", "Năm sinh", "Bản", "Số nhân khẩu", "SĐT", "Ghi chú"),
    (1, "Lò Văn Thuận", 1984, "Bản Mù", 5, 912345678, "hộ mới"),
    (2, "Lò Thị Bay", 1990, "Bản Tà", 3, None, None),
]
SIGNATURES: list[Row] = [
    ("DANH SÁCH KÝ CAM KẾT",),
    ("STT", "Họ và tên chủ hộ", "Năm sinh", "Bản", "Nội dung cam kết", "Ngày ký"),
    (1, "LÒ VĂN THUẬN", 1984, "Mù", "Không đốt pháo", "15/01/2022"),
    (2, "Giàng A Sử", 1970, "Bản Tà", "Không đốt pháo", "15/01/2022"),
]
GROUPS: list[Row] = [
    ("DANH SÁCH CÁC TỔ TỰ QUẢN",),
    ("STT", "Tên tổ", "Loại tổ", "Địa bàn", "Số thành viên", "QĐ thành lập"),
    (1, "Tổ ANND bản Mù", "Tổ an ninh nhân dân", "Bản Mù", 7, "08/QĐ-UBND"),
    (2, "Tổ hòa giải bản Mù", "Tổ hòa giải", "Bản Mù", 1, "09/QĐ-UBND"),
]
MEMBERS: list[Row] = [
    ("DANH SÁCH THÀNH VIÊN",),
    ("STT", "Họ và tên", "Ngày sinh", "Chức danh", "SĐT", "Ngày tham gia"),
    ("TỔ AN NINH NHÂN DÂN BẢN MÙ",),
    (1, "Lò Văn Thuận", 1984, "Tổ trưởng", None, "01/7/2020"),
    ("TỔ HÒA GIẢI BẢN MÙ",),
    (1, "Lò Thị Bay", 1990, "Tổ trưởng", None, "01/7/2020"),
    (2, "Giàng A Sử", 1970, "Tổ viên", None, "01/7/2020"),
]


@pytest.fixture
def table(ctx: Context, tmp_path: Path) -> Table:
    return Table(ctx, tmp_path)


@pytest.mark.parametrize("order", tuple(permutations((0, 1, 2))))
def test_hamlets_and_households_are_recorded_once_in_whatever_order_the_sheets_stand(table: Table, order: tuple[int, ...]) -> None:
    sheets = [(HAMLETS, HOUSEHOLDS, SIGNATURES)[number] for number in order]
    table.take(*sheets)
    hamlets = {one["name"]: one for one in table.records("hamlet")}
    assert {name: (one["households"], one["residents"]) for name, one in hamlets.items()} == {
        "Bản Mù": (85, 412),
        "Bản Tà": (60, 300),
    }
    homes = {one["head"].title(): one for one in table.records("household")}
    assert len(homes) == len(table.records("household")) == 3
    assert (homes["Lò Văn Thuận"]["members"], homes["Lò Văn Thuận"]["phone"], homes["Lò Văn Thuận"]["notes"]) == (
        5,
        "0912345678",
        "hộ mới",
    )
    assert {one["household"] for one in table.records("commitment")} == {homes["Lò Văn Thuận"]["id"], homes["Giàng A Sử"]["id"]}
    again = table.look(*sheets)
    assert {one.verdict for one in again.rows} == {"duplicate"}


@pytest.mark.parametrize("sheets", [(GROUPS, MEMBERS), (MEMBERS, GROUPS)])
def test_groups_listed_beside_their_members_are_recorded_once(table: Table, sheets: tuple[list[Row], ...]) -> None:
    table.take(*sheets)
    told = {one["kind"]: (one["members"], one["decision"], one["head"]) for one in table.records("group")}
    assert told == {
        "people_security": (7, "08/QĐ-UBND", "Lò Văn Thuận"),
        "mediation": (2, "09/QĐ-UBND", "Lò Thị Bay"),
    }, "the number given stands, unless more are listed"
    assert len(table.records("group")) == 2


def test_a_row_that_was_made_for_another_is_undone_with_it(table: Table) -> None:
    taken = take_in(table.ctx, table.look(SIGNATURES, HOUSEHOLDS, HAMLETS, MEMBERS, GROUPS))
    assert undo(table.ctx, taken.batch).left == ()
    for code in ("hamlet", "household", "commitment", "campaign", "group", "member"):
        assert table.records(code) == [], code


def test_a_list_of_hamlets_knows_those_of_the_book_and_looks_at_near_ones(table: Table) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        change.create("hamlet", {"name": "Bản Mù"})
    assert verdicts(table.look([*HAMLETS, (3, "Bản Mùa", 20, 90, None), (4, "ban ta", 1, 1, None)])) == {
        3: "duplicate in_book",
        4: "new",
        5: "review hamlet.near",
        6: "duplicate in_file",
    }


def test_kinds_of_model_listed_beside_their_sites(table: Table) -> None:
    kinds: list[Row] = [("DANH MỤC LOẠI MÔ HÌNH",), ("STT", "Tên loại mô hình", "Lĩnh vực"), (1, "Camera an ninh", "ANTT")]
    sites: list[Row] = [
        ("SỔ THEO DÕI MÔ HÌNH",),
        ("STT", "Tên mô hình", "Nơi xây dựng", "Ngày ra mắt", "Số thành viên"),
        (1, "Mô hình camera an ninh", "Bản Mù", "10/3/2021", 5),
    ]
    table.take(sites, kinds)
    assert [(one["name"].lower(), one["matter"]) for one in table.records("model")] == [("camera an ninh", "order")]
    assert table.records("model_site")[0]["model"] == table.records("model")[0]["id"]


def test_what_groups_did_belongs_to_groups_of_the_book_or_of_another_sheet(table: Table) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        change.create("group", {"kind": "civil_defence", "name": "Đội dân phòng xã", "members": 5})
    patrols: list[Row] = [
        ("SỔ THEO DÕI TUẦN TRA",),
        ("STT", "Tổ, đội", "Ngày", "Hoạt động", "Số ca tuần tra", "Số người tham gia"),
        (1, "TỔ AN NINH NHÂN DÂN BẢN MÙ", "05/3/2021", "Tuần tra", 2, 5),
        (2, "Đội dân phòng", "06/3/2021", "Tuần tra", 1, 5),
        (3, "Tổ liên gia số 4", "06/3/2021", "Tuần tra", 1, 5),
        (4, "Đội DÂN PHÒNG xã", "07/3/2021", "Tuần tra", 1, 5),
    ]
    preview = table.take(patrols, GROUPS)
    assert [one.reason for one in preview.rows] == ["", "reference.unknown", "reference.unknown", "", "", ""]
    assert len(table.records("group")) == 3, "what a group did makes none"
    names = {one["id"]: one["name"] for one in table.records("group")}
    assert {names[one["team"]] for one in table.records("activity")} == {"Tổ ANND bản Mù", "Đội dân phòng xã"}


def test_the_committee_in_office_is_meant_where_none_is_named(table: Table) -> None:
    rows: list[Row] = [
        ("DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO",),
        ("STT", "Họ và tên", "Chức vụ", "Chức danh trong Ban Chỉ đạo"),
        (1, "Lò Văn Thuận", "Chủ tịch UBND xã", "Trưởng ban"),
    ]
    assert verdicts(table.look(rows)) == {3: "review missing"}
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        for name, ended_on in (("Ban Chỉ đạo cũ", "2020-01-01"), ("Ban Chỉ đạo", None)):
            change.create("committee", {"name": name, "founded_on": "2019-01-01", "ended_on": ended_on})
    table.take(rows)
    assert table.records("committee_member")[0]["committee"] == next(
        one["id"] for one in table.records("committee") if one["name"] == "Ban Chỉ đạo"
    )


def test_words_that_hang_on_walls_are_asked_about_as_when_they_are_typed(table: Table) -> None:
    heading = ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Đơn vị đề nghị", "Ngày đề nghị")
    rows: list[Row] = [
        ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",),
        heading,
        (1, "Lò Văn Thuận", "Bản Mù", "Tố giác tội phạm", "Bản Mù", "05/3/2021"),
        (2, "Lò Thị Bay", "Bản Mù", "Cứu người", "Bản Mù", "05/3/2021"),
    ]
    assert verdicts(table.look(rows)) == {3: "review informant.guessed", 4: "new"}


def test_a_list_of_establishments_takes_nothing_from_rows_that_are_looked_at(table: Table) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        change.create("hamlet", {"name": "Bản Mù"})
    rows: list[Row] = [
        ("DANH SÁCH CƠ SỞ KINH DOANH",),
        ("STT", "Tên cơ sở", "Thôn", "SĐT"),
        (1, "Cửa hàng Thu Hà", "Bản Mùa", 912345678),
        (2, "Cửa hàng Thu Hà", None, 987654321),
        (3, "Quán Sơn", "Bản Mù", None),
        (4, "Quán Sơn", "Bản Tà", None),
    ]
    preview = table.take(rows)
    assert [one.reason for one in preview.rows] == ["hamlet.near", "", "", ""]
    only = table.records("establishment")[0]
    assert (only["name"], only.get("hamlet"), only["phone"]) == ("Cửa hàng Thu Hà", None, "0987654321")
    assert len(table.records("establishment")) == 3


def test_a_list_of_groups_says_their_hamlets_itself(table: Table) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        for name in ("Bản Mùa", "Bản Tà"):
            change.create("hamlet", {"name": name})
    rows: list[Row] = [*GROUPS[:2], (1, "Tổ ANND bản Mù", "Tổ an ninh nhân dân", "Bản Tà", 7, "08/QĐ-UBND")]
    assert verdicts(table.look(rows)) == {3: "new"}
