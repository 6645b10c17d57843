"""Lists of people taken in: signatures with their campaigns and the roster, members with their groups, people who are helped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.context import Context
from app.services.intake.drafts import Sheet
from app.services.intake.recipes.campaigns import titled
from app.services.intake.recipes.teams import core_of, kind_in, named_in_title, spoken
from app.services.intake.taking import undo
from app.services.intake.views import Edit
from tests.services.sheets_of import Table, row, verdicts

SIGNED = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Bản/thôn", "Số nhân khẩu", "Nội dung cam kết", "Ngày ký", "Ký tên", "Ghi chú")
TITLE = ("DANH SÁCH HỘ GIA ĐÌNH KÝ CAM KẾT",)


@pytest.fixture
def table(ctx: Context, tmp_path: Path) -> Table:
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("hamlet", {"name": "Bản Mù"})
    return Table(ctx, tmp_path)


def signed(number: int, name: str, year: int | None = 1984, hamlet: str = "Bản Mù", **other: object) -> tuple[object, ...]:
    of = {"people": 4, "what": "Không đốt pháo", "on": "15/01/2022", "mark": "x", "notes": None} | other
    return (number, name, year, hamlet, of["people"], of["what"], of["on"], of["mark"], of["notes"])


def test_a_signature_brings_its_campaign_its_household_and_its_hamlet_once(table: Table) -> None:
    table.take(
        [
            TITLE,
            SIGNED,
            signed(1, "Lò Văn Thuận", on="20/01/2022"),
            signed(2, "Lò Thị Bay", 1990, "Bản Tà", on="18/01/2022"),
            signed(3, "Lò Văn Thuận", what="Không trồng cây thuốc phiện"),
        ]
    )
    assert [one["name"] for one in table.records("hamlet")] == ["Bản Mù", "Bản Tà"]
    campaigns = {one["name"]: one for one in table.records("campaign")}
    assert {name: one["starts_on"] for name, one in campaigns.items()} == {
        "Không đốt pháo": "2022-01-18",
        "Không trồng cây thuốc phiện": "2022-01-15",
    }
    homes = {one["head"]: one for one in table.records("household")}
    assert {name: (one["birth"], one["members"]) for name, one in homes.items()} == {
        "Lò Văn Thuận": ("1984", 4),
        "Lò Thị Bay": ("1990", 4),
    }
    signatures = table.records("commitment")
    assert {(one["household"], one["campaign"]) for one in signatures if one["name"] == "Lò Văn Thuận"} == {
        (homes["Lò Văn Thuận"]["id"], campaign["id"]) for campaign in campaigns.values()
    }
    assert {(one["signer_kind"], one["state"]) for one in signatures} == {("household", "signed")}


def test_a_household_of_the_roster_signs_and_is_not_typed_again(table: Table) -> None:
    hamlet = table.records("hamlet")[0]["id"]
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        home = change.create("household", {"head": "Lò Văn Thuận", "hamlet": hamlet, "birth": "1984-05-03", "members": 4})
    table.take([TITLE, SIGNED, signed(1, "LÒ VĂN THUẬN", people=5), signed(2, "Lò Văn Thuận", 1950)])
    assert len(table.records("household")) == 2
    told = next(one for one in table.records("commitment") if one.get("household") == home)
    assert told["notes"] == "Số nhân khẩu: 5", "what the roster says otherwise is not lost"


def test_signatures_are_one_by_name_year_hamlet_and_campaign(table: Table) -> None:
    rows = [TITLE, SIGNED, signed(1, "Lò Văn Thuận"), signed(2, "Lò Thị Bay", None)]
    table.take(rows)
    again = table.look(
        [
            *rows,
            signed(3, "lò văn thuận."),
            signed(4, "Lò Văn Thuân"),
            signed(5, "Lò Văn Thuân", 1950),
            signed(6, "Lò Văn Thuận", 1960),
            signed(7, "Lò Văn Thuận", what="Không uống rượu khi lái xe"),
            signed(8, "Lò Thị Bay", 1990),
        ]
    )
    assert verdicts(again) == {
        3: "duplicate in_book",
        4: "duplicate in_book",
        5: "duplicate in_book",
        6: "review near",
        7: "new",
        8: "new",
        9: "new",
        10: "review near",
    }


def test_a_list_without_births_is_known_again_by_the_roster(table: Table) -> None:
    hamlet = table.records("hamlet")[0]["id"]
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        change.create("household", {"head": "Lò Văn Thuận", "hamlet": hamlet, "birth": "1984"})
    rows = [TITLE, SIGNED, signed(1, "Lò Văn Thuận", None)]
    table.take(rows)
    assert verdicts(table.look(rows)) == {3: "duplicate in_book"}


def test_the_title_says_what_was_signed_where_no_column_does(table: Table) -> None:
    heading = ("STT", "Họ và tên", "Năm sinh", "Thôn", "Ngày ký")
    title = ("DANH SÁCH CÁC HỘ KÝ CAM KẾT KHÔNG TÀNG TRỮ PHÁO NỔ NĂM 2022",)
    table.take([title, heading, (1, "Lò Văn Thuận", 1984, "Bản Mù", "15/01/2022")])
    assert [one["name"] for one in table.records("campaign")] == ["Không tàng trữ pháo nổ"]
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        change.create(
            "campaign", {"name": "Ký cam kết không tàng trữ pháo nổ năm 2021", "starts_on": "2021-01-02", "signers": "household"}
        )
    again = table.take([(title[0].replace("2022", "2021"),), heading, (1, "Lò Văn Thuận", 1984, "Bản Mù", "15/01/2021")])
    assert again.created == (), "the same promise of another year is found by its year, whatever is said around it"


@pytest.mark.parametrize(
    ("titles", "campaign"),
    [
        (("KÝ CAM KẾT CHẤP HÀNH PHÁP LUẬT VỀ GIAO THÔNG NĂM 2022",), "Chấp hành pháp luật về giao thông"),
        (("DANH SÁCH KÝ CAM KẾT", "Về việc không đốt pháo nổ"), "Không đốt pháo nổ"),
        (("DANH SÁCH KÝ CAM KẾT\nKhông đốt pháo nổ\n(Kèm theo Kế hoạch số 12)",), "Không đốt pháo nổ"),
        (("Ký cam kết giữa Công an xã với hộ gia đình về việc không đốt pháo",), "Không đốt pháo"),
        (("DANH SÁCH HỘ GIA ĐÌNH KÝ CAM KẾT CỦA BẢN MÙ",), ""),
        (("DANH SÁCH HỘ GIA ĐÌNH KÝ CAM KẾT BẢN MÙ NĂM 2022",), ""),
        (("DANH SÁCH KÝ CAM KẾT ĐỢT 1", "(Kèm theo Kế hoạch số 12/KH-CAX)"), ""),
    ],
)
def test_only_words_about_a_promise_are_one(titles: tuple[str, ...], campaign: str) -> None:
    assert titled(Sheet("Sheet1", titles, {}, {})) == campaign


def test_a_promise_of_many_words_is_a_campaign_by_its_first_ones(table: Table) -> None:
    promise = "Không mua bán, vận chuyển, tàng trữ, sử dụng trái phép các loại pháo nổ; " * 6
    rows = [TITLE, SIGNED, signed(1, "Lò Văn Thuận", what=promise)]
    table.take(rows)
    only = table.records("campaign")[0]
    assert (only["name"].endswith("…"), only["text"]) == (True, promise.strip())
    assert verdicts(table.look(rows)) == {3: "duplicate in_book"}


def test_an_officer_says_what_was_signed_where_the_sheet_does_not(table: Table) -> None:
    rows = [TITLE, ("STT", "Họ và tên chủ hộ", "Năm sinh", "Thôn", "Ngày ký"), (1, "Lò Văn Thuận", 1984, "Bản Mù", "15/01/2022")]
    assert verdicts(table.look(rows)) == {3: "review missing"}
    table.take(rows, wanted={"campaign": "Không đốt pháo"})
    assert [one["name"] for one in table.records("campaign")] == ["Không đốt pháo"]


def test_the_heading_tells_who_signs(table: Table) -> None:
    heading = ("STT", "Tên cơ sở, trường học, dòng họ", "Thôn", "Nội dung cam kết", "Ngày ký", "Người đứng đầu")
    table.take(
        [
            TITLE,
            heading,
            (1, "Trường Tiểu học Túc Đán", "Bản Mù", "Không đốt pháo", "15/01/2022", "Lò Thị Hà"),
            (2, "Dòng họ Giàng", "Bản Mù", "Không đốt pháo", "15/01/2022"),
            (3, "Cửa hàng Thu Hà", "Bản Mù", "Không đốt pháo", "15/01/2022"),
        ],
        [TITLE, SIGNED, signed(1, "Lò Văn Thuận")],
    )
    assert [(one["name"], one["kind"]) for one in table.records("establishment")] == [
        ("Cửa hàng Thu Hà", "firm"),
        ("Dòng họ Giàng", "clan"),
        ("Trường Tiểu học Túc Đán", "school"),
    ]
    assert table.records("establishment")[2]["head"] == "Lò Thị Hà"
    assert [one["signers"] for one in table.records("campaign")] == ["household_establishment"]


def test_whoever_heads_what_is_no_establishment_stands_in_the_notes(table: Table) -> None:
    heading = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Thôn", "Nội dung cam kết", "Ngày ký", "Người đại diện")
    table.take([TITLE, heading, (1, "Lò Văn Thuận", 1984, "Bản Mù", "Không đốt pháo", "15/01/2022", "Lò Thị Bay")])
    assert table.records("commitment")[0]["notes"] == "Người đại diện: Lò Thị Bay"


def test_people_who_sign_for_themselves_keep_what_no_roster_holds_and_are_known_again(table: Table) -> None:
    rows = [
        ("DANH SÁCH LÁI XE KÝ CAM KẾT",),
        ("STT", "Họ và tên cá nhân", "Năm sinh", "SĐT", "Thôn", "Nội dung cam kết", "Ngày ký"),
        (1, "Lò Văn Thuận", "3/1984", 912345678, "Bản Mù", "Không uống rượu khi lái xe", "15/01/2022"),
    ]
    table.take(rows)
    only = table.records("commitment")[0]
    assert only["signer_kind"] == "person"
    assert only["notes"] == "Năm sinh: 03/1984\nSĐT: 0912345678"
    assert verdicts(table.look(rows)) == {3: "duplicate in_book"}


def test_a_row_without_a_mark_among_others_with_one_is_only_looked_at(table: Table) -> None:
    rows = [
        TITLE,
        SIGNED,
        signed(1, "Lò Văn Thuận"),
        signed(2, "Lò Thị Bay", mark=None),
        signed(3, "Giàng A Sử", mark="chưa ký"),
        signed(4, "Giàng A Pao", notes="Không ký, đi vắng"),
        signed(5, "Giàng A Lừ", mark="Điểm chỉ"),
    ]
    preview = table.look(rows)
    unsigned = "review commitment.unsigned"
    assert verdicts(preview) == {3: "new", 4: unsigned, 5: unsigned, 6: unsigned, 7: "new"}
    assert verdicts(table.look(rows, edits={4: Edit(as_it_is=True)}))[4] == "new"
    assert verdicts(table.look([TITLE, SIGNED, signed(1, "Lò Văn Thuận", mark=None)])) == {3: "new"}, "a sheet nobody has marked"


def test_pupils_have_no_rows(table: Table) -> None:
    heading = ("STT", "Họ và tên học sinh", "Ngày ký", "Nội dung cam kết")
    preview = table.look([TITLE, heading, (1, "Lò Văn Bé", "15/01/2022", "Không đốt pháo")])
    assert verdicts(preview) == {3: "review commitment.pupils"}
    as_it_is = table.look([TITLE, heading, (1, "Lò Văn Bé", "15/01/2022", "Không đốt pháo")], edits={3: Edit(as_it_is=True)})
    assert as_it_is.count("new") == 0
    heading = ("STT", "Họ và tên", "Đối tượng ký", "Ngày ký", "Nội dung cam kết")
    preview = table.look([TITLE, heading, (1, "Lò Văn Bé", "Học sinh", "15/01/2022", "Không đốt pháo")])
    assert verdicts(preview) == {3: "review choice.unknown"}


def test_two_households_of_one_name_are_not_guessed_between(table: Table) -> None:
    hamlet = table.records("hamlet")[0]["id"]
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        for year in ("1950", "1984"):
            change.create("household", {"head": "Lò Văn Thuận", "hamlet": hamlet, "birth": year})
    assert verdicts(table.look([TITLE, SIGNED, signed(1, "Lò Văn Thuận", None)])) == {3: "review household.several"}


def test_a_band_gives_its_hamlet_to_the_rows_below(table: Table) -> None:
    table.take(
        [
            TITLE,
            SIGNED,
            ("I. BẢN MÙ (02 hộ)",),
            signed(1, "Lò Văn Thuận", hamlet=""),
            ("II. BẢN TÀ",),
            signed(1, "Lò Thị Bay", hamlet=""),
        ]
    )
    names = {one["id"]: one["name"] for one in table.records("hamlet")}
    assert {one["name"]: names[one["hamlet"]] for one in table.records("commitment")} == {
        "Lò Thị Bay": "Bản Tà",
        "Lò Văn Thuận": "Bản Mù",
    }


MEMBERS = ("STT", "Họ và tên", "Ngày sinh", "Chức danh", "SĐT", "Ngày tham gia", "Ngày thôi")


def member(number: int, name: str, birth: object = 1984, role: str = "Tổ viên", left: object = None) -> tuple[object, ...]:
    return (number, name, birth, role, None, "01/7/2020", left)


def test_a_band_makes_a_group_with_the_number_of_those_listed(table: Table) -> None:
    table.take(
        [
            ("DANH SÁCH THÀNH VIÊN CÁC TỔ AN NINH NHÂN DÂN",),
            MEMBERS,
            ("1. TỔ BẢN NÀ LUÔNG (07 người)",),
            member(1, "Lò Văn Thuận", role="Tổ trưởng"),
            member(2, "Lò Thị Bay"),
            member(3, "Lò Văn Cũ", left="01/7/2021"),
            ("2. TỔ HÒA GIẢI BẢN MÙ",),
            member(1, "Giàng A Sử"),
        ]
    )
    hamlets = {one["id"]: one["name"] for one in table.records("hamlet")}
    told = [(one["name"], one["kind"], hamlets[one["hamlet"]], one["members"], one.get("head")) for one in table.records("group")]
    assert told == [
        ("Tổ bản Nà Luông", "people_security", "Bản Nà Luông", 2, "Lò Văn Thuận"),
        ("Tổ hòa giải bản Mù", "mediation", "Bản Mù", 1, None),
    ]


@pytest.mark.parametrize("said", ["TỔ BẢN MÙ", "Tổ ANND bản Mù", "tổ an ninh nhân dân Bản Mù", "Bản Mù", "TO BAN MU"])
def test_a_group_of_the_book_is_found_whatever_the_band_says_of_its_kind(table: Table, said: str) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        for kind, name, members in (
            ("people_security", "Tổ an ninh nhân dân bản Mù", 9),
            ("mediation", "Tổ hòa giải bản Mù", 5),
        ):
            change.create("group", {"kind": kind, "name": name, "members": members})
    table.take([("DANH SÁCH TỔ AN NINH NHÂN DÂN",), MEMBERS, (said,), member(1, "Lò Văn Thuận", role="Tổ trưởng")])
    groups = {one["kind"]: one for one in table.records("group")}
    assert len(groups) == len(table.records("group")) == 2
    assert table.records("member")[0]["team"] == groups["people_security"]["id"]
    assert groups["people_security"]["members"] == 9, "fewer are listed than serve: the number was given by hand"
    assert groups["people_security"]["head"] == "Lò Văn Thuận"


def test_a_list_that_outgrows_the_number_of_its_group_raises_it(table: Table) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        change.create("group", {"kind": "mediation", "name": "Tổ hòa giải bản Mù", "members": 1})
    table.take([("Danh sách",), MEMBERS, ("TỔ HÒA GIẢI BẢN MÙ",), member(1, "Lò Văn Thuận"), member(2, "Lò Thị Bay")])
    assert [one["members"] for one in table.records("group")] == [2]


def test_a_band_that_may_mean_several_groups_is_asked_about(table: Table) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        for kind, name in (("people_security", "Tổ an ninh nhân dân bản Mù"), ("mediation", "Tổ hòa giải bản Mù")):
            change.create("group", {"kind": kind, "name": name, "members": 5})
    preview = table.look([("DANH SÁCH THÀNH VIÊN",), MEMBERS, ("TỔ BẢN MÙ",), member(1, "Lò Văn Thuận")])
    assert verdicts(preview)[4] == "review team.several"
    assert row(preview, 4).doubt.offers == ("Tổ an ninh nhân dân bản Mù", "Tổ hòa giải bản Mù")


def test_members_are_one_by_name_birth_and_team(table: Table) -> None:
    rows = [("DANH SÁCH",), MEMBERS, ("TỔ HÒA GIẢI BẢN MÙ",), member(1, "Lò Văn Thuận"), member(2, "Lò Thị Bay", "3/5/1990")]
    table.take(rows)
    again = table.look([*rows, member(3, "Lò Văn Thuân"), member(4, "Lò Thị Bay", "4/5/1990"), member(5, "Lò Thị Bay", 1990)])
    assert verdicts(again) == {
        3: "left_out band",
        4: "duplicate in_book",
        5: "duplicate in_book",
        6: "review near",
        7: "new",
        8: "review near",
    }


def test_a_title_names_the_group_where_there_is_no_band(table: Table) -> None:
    table.take([("DANH SÁCH THÀNH VIÊN TỔ HÒA GIẢI BẢN MÙ",), MEMBERS, member(1, "Lò Văn Thuận")])
    assert [one["name"] for one in table.records("group")] == ["Tổ hòa giải bản Mù"]


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("DANH SÁCH THÀNH VIÊN TỔ HÒA GIẢI BẢN MÙ NĂM 2022", "TỔ HÒA GIẢI BẢN MÙ"),
        ("Danh sách tổ trưởng, tổ phó Tổ bảo vệ ANTT thôn Lừu 1 (Kèm theo Quyết định 5)", "Tổ bảo vệ ANTT thôn Lừu 1"),
        ("PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC", ""),
        ("DANH SÁCH TỔ BẢO VỆ ANTT TRÊN ĐỊA BÀN XÃ TÚC ĐÁN", ""),
        ("DANH SÁCH CÁC TỔ, ĐỘI", ""),
        ("DANH SÁCH TỔ TRƯỞNG, TỔ PHÓ", ""),
        ("Tổ chức quần chúng xã Túc Đán", ""),
    ],
)
def test_a_title_of_one_group_names_it(title: str, group: str) -> None:
    assert named_in_title((title,)) == group


def test_bands_that_part_a_group_by_roles_name_none(table: Table) -> None:
    rows = [
        ("DANH SÁCH TỔ HÒA GIẢI BẢN MÙ",),
        MEMBERS,
        ("I. TỔ TRƯỞNG",),
        member(1, "Lò Văn Thuận"),
        ("II. TỔ VIÊN",),
        member(1, "Lò Thị Bay"),
    ]
    table.take(rows)
    assert [one["name"] for one in table.records("group")] == ["Tổ hòa giải bản Mù"]


def test_undoing_takes_groups_and_people_back(table: Table) -> None:
    from app.services.intake.taking import take_in

    preview = table.look([("DANH SÁCH",), MEMBERS, ("TỔ HÒA GIẢI BẢN TÀ",), member(1, "Lò Văn Thuận", role="Tổ trưởng")])
    undone = undo(table.ctx, take_in(table.ctx, preview).batch)
    assert undone.left == ()
    assert [table.records(code) for code in ("member", "group")] == [[], []]
    assert [one["name"] for one in table.records("hamlet")] == ["Bản Mù"]


def test_how_it_goes_with_somebody_stands_line_by_line_and_no_offence_anywhere(table: Table) -> None:
    heading = (
        "STT",
        "Họ tên",
        "Năm sinh",
        "Tội danh",
        "Ngày ra tù",
        "Nơi về",
        "Người/tổ giúp đỡ",
        "Việc làm, vay vốn",
        "Nhận xét",
        "Kết quả",
    )
    rows = [
        ("DANH SÁCH TÁI HÒA NHẬP CỘNG ĐỒNG",),
        heading,
        (1, "Lò Văn Kiên", 1990, "ZZMARK", "02/9/2020", "Bản Mù", "Hội Nông dân xã", "Vay 50 triệu", "Tiến bộ", "Có việc làm"),
    ]
    table.take(rows)
    only = table.records("reintegration")[0]
    assert only["progress"] == "Việc làm, vay vốn: Vay 50 triệu\nNhận xét: Tiến bộ\nKết quả: Có việc làm"
    assert only["keep_until"] == "2025-09-02"
    assert "ZZMARK" not in repr(only)
    twins = [(2, "Lò Văn Kiên", 1970, None, "02/9/2020", "Bản Mù"), (3, "Lò Văn Kiên", None, None, "02/9/2020", "Bản Mù")]
    assert verdicts(table.look([*rows, *twins])) == {3: "duplicate in_book", 4: "new", 5: "review near"}


def test_a_helping_group_that_the_book_does_not_know_is_kept_by_its_name(table: Table) -> None:
    heading = ("STT", "Họ tên", "Năm sinh", "Ngày về địa phương", "Nơi về", "Tổ giúp đỡ")
    table.take([("DANH SÁCH TÁI HÒA NHẬP CỘNG ĐỒNG",), heading, (1, "Lò Văn Kiên", 1990, "02/9/2020", "Bản Mù", "Chi hội Phụ nữ")])
    (only,) = table.records("reintegration")
    assert only["helper"] == "Chi hội Phụ nữ"
    assert "helper_group" not in only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TỔ BẢO VỆ AN NINH, TRẬT TỰ BẢN MÙ", "security_order"),
        ("Tổ bảo vệ ANTT số 3", "security_order"),
        ("Tổ ANND bản Mù", "people_security"),
        ("ĐỘI XUNG KÍCH", "rapid_security"),
        ("Tổ hoà giải", "mediation"),
        ("Đội dân phòng xã", "civil_defence"),
        ("Tổ liên gia tự quản", ""),
        ("Tổ an ninh nhân dân, tổ hòa giải", ""),
    ],
)
def test_words_tell_the_kind_of_a_group(text: str, kind: str) -> None:
    assert kind_in((text,)) == kind


@given(
    st.sampled_from(["", "1. ", "II. ", "a) "]),
    st.sampled_from(["Tổ", "TỔ", "Tổ an ninh nhân dân", "Tổ hòa giải", "ĐỘI DÂN PHÒNG", "Tổ bảo vệ ANTT"]),
    st.sampled_from(["bản Mù", "thôn Lừu 1", "bản Nà Luông", "tổ dân phố số 2"]),
    st.sampled_from(["", " (07 người)", ": 5 thành viên", " - 10 đồng chí"]),
)
def test_what_is_left_of_a_group_is_where_it_is(number: str, word: str, place: str, count: str) -> None:
    assert core_of(f"{number}{word} {place}{count}") == place


def test_capitals_of_a_band_become_a_name() -> None:
    assert spoken("TỔ AN NINH NHÂN DÂN BẢN NÀ LUÔNG") == "Tổ an ninh nhân dân bản Nà Luông"
    assert spoken("TỔ BẢO VỆ ANTT SỐ 3") == "Tổ bảo vệ ANTT số 3"
    assert spoken("Tổ Bản Mù") == "Tổ Bản Mù"


def test_a_signature_without_its_day_is_asked_for_the_day(table: Table) -> None:
    preview = table.look([TITLE, SIGNED, signed(1, "Lò Văn Thuận", on=None)])
    (judged,) = preview.rows
    assert (judged.verdict, judged.reason, judged.target) == ("review", "missing", "signed_on")
    assert judged.values["campaign"] == "Không đốt pháo"
