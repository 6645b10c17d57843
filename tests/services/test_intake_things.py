"""Lists of what was done taken in: awards, model sites, meetings, disputes, summary tables."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import fixed_id
from app.intake.spans import Span
from app.services.context import Context
from app.services.intake.recipes.disputes import matter_of
from app.services.intake.recipes.figures import period_said
from app.services.intake.views import Edit
from app.statistics.periods import PeriodKind
from tests.services.sheets_of import Table, row, verdicts


@pytest.fixture
def table(ctx: Context, tmp_path: Path) -> Table:
    facts = {"code": ctx.store.unit, "name": "Xã Túc Đán", "place": "Túc Đán", "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"}
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("hamlet", {"name": "Bản Mù"})
        change.create("unit", facts, fixed_id("unit", ctx.store.unit))
    return Table(ctx, tmp_path)


AWARDED = ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Hình thức", "Số QĐ", "Ngày", "Tiền (đồng)")
AWARDS = ("DANH SÁCH KHEN THƯỞNG",)


def awarded(
    number: int, name: str, deed: str = "Bắt cướp", decision: object = "12/QĐ-UBND", day: object = "19/8/2021"
) -> tuple[object, ...]:
    return (number, name, "Bản Mù", deed, "Giấy khen", decision, day, "700.000")


def test_a_decision_is_made_once_and_bands_tell_who_is_a_collective(table: Table) -> None:
    rows = [
        AWARDS,
        AWARDED,
        ("I. TẬP THỂ",),
        awarded(1, "Nhân dân và cán bộ bản Mù"),
        ("II. CÁ NHÂN",),
        awarded(1, "Lò Văn Thuận", decision="12/QĐ-UBND ngày 19/8/2021", day=None),
        awarded(2, "Lò Thị Bay", decision="Số 13/QĐ-UBND", day="02/9/2021"),
    ]
    table.take(rows)
    decisions = {one["number"]: one for one in table.records("award")}
    assert {number: (one["decided_on"], one["deed"], one["state"]) for number, one in decisions.items()} == {
        "12/QĐ-UBND": ("2021-08-19", "Bắt cướp", "issued"),
        "13/QĐ-UBND": ("2021-09-02", "Bắt cướp", "issued"),
    }
    assert {(one["authority"], one["place"], one["signer_title"]) for one in decisions.values()} == {
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN", "Túc Đán", "CHỦ TỊCH")
    }
    told = {one["name"]: (one["collective"], one["award"], one["amount"], one["notes"]) for one in table.records("awardee")}
    first, second = decisions["12/QĐ-UBND"]["id"], decisions["13/QĐ-UBND"]["id"]
    assert told == {
        "Nhân dân và cán bộ bản Mù": (1, first, 700_000, "Hình thức: Giấy khen"),
        "Lò Văn Thuận": (0, first, 700_000, "Hình thức: Giấy khen"),
        "Lò Thị Bay": (0, second, 700_000, "Hình thức: Giấy khen"),
    }
    assert verdicts(table.look(rows)) == {
        3: "left_out band",
        4: "duplicate in_book",
        5: "left_out band",
        6: "duplicate in_book",
        7: "duplicate in_book",
    }


def test_a_decision_of_the_book_takes_in_further_awarded(table: Table) -> None:
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        award = change.create(
            "award", {"number": "12/qđ-ubnd", "decided_on": "2021-08-19", "state": "issued", "deed": "Giữ gìn ANTT"}
        )
    table.take([AWARDS, AWARDED, ("II. CÁ NHÂN",), awarded(1, "Lò Văn Thuận", day=None)])
    assert [one["award"] for one in table.records("awardee")] == [award]
    assert [one["deed"] for one in table.records("award")] == ["Giữ gìn ANTT"]


def test_a_number_alone_is_of_the_day_that_other_rows_give_it(table: Table) -> None:
    rows = [
        AWARDS,
        AWARDED,
        ("II. CÁ NHÂN",),
        awarded(1, "Lò Văn Thuận", day=None),
        awarded(2, "Lò Thị Bay"),
        awarded(3, "Lò Văn Sơn", day=None),
    ]
    table.take(rows)
    assert len(table.records("award")) == 1
    assert {one.reason for one in table.look(rows).rows} == {"band", "in_book"}


def test_of_different_achievements_the_decision_says_what_they_share(table: Table) -> None:
    table.take([AWARDS, AWARDED, ("II. CÁ NHÂN",), awarded(1, "Lò Văn Thuận"), awarded(2, "Lò Thị Bay", "Cứu người bị lũ cuốn")])
    assert [one["deed"] for one in table.records("award")] == ["Có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc"]
    assert sorted(one["achievement"] for one in table.records("awardee")) == ["Bắt cướp", "Cứu người bị lũ cuốn"]


def test_the_title_names_the_decision_of_a_whole_list(table: Table) -> None:
    heading = ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Tiền (đồng)")
    titles = [("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG",), ("(Kèm theo Quyết định số 45/QĐ-UBND ngày 19/8/2021)",)]
    table.take([*titles, heading, (1, "Lò Văn Thuận", "Bản Mù", "Bắt cướp", 700000)])
    assert [(one["number"], one["decided_on"]) for one in table.records("award")] == [("45/QĐ-UBND", "2021-08-19")]
    assert [one["collective"] for one in table.records("awardee")] == [0]


def test_another_decision_in_a_title_is_not_the_awards(table: Table) -> None:
    heading = ("TT", "Họ và tên", "Chức vụ/nơi ở", "Thành tích", "Tiền (đồng)")
    title = ("DANH SÁCH CÁ NHÂN. Thực hiện Quyết định số 521/QĐ-TTg ngày 13/6/2005",)
    preview = table.look([title, heading, (1, "Lò Văn Thuận", "Bản Mù", "Bắt cướp", 700000)])
    assert verdicts(preview) == {3: "review decision.unknown"}


def test_what_is_not_clear_about_an_award_is_looked_at(table: Table) -> None:
    rows = [
        AWARDS,
        AWARDED,
        awarded(1, "Lò Văn Thuận", decision=None),
        awarded(2, "Lò Văn Sơn", day="19/8/2031"),
        awarded(3, "Lò Văn Hải", "Tố giác tội phạm về ma túy"),
        awarded(4, "Tổ an ninh nhân dân bản Mù"),
        awarded(5, "Lò Văn Núi", decision="13/QĐ-UBND", day="tháng 8/2021"),
        awarded(6, "Lò Văn Khe"),
    ]
    assert verdicts(table.look(rows)) == {
        3: "review decision.unknown",
        4: "review date.future",
        5: "review informant.guessed",
        6: "review award.collective",
        7: "review date.partial",
        8: "new",
    }
    table.take(rows, edits={6: Edit(as_it_is=True)})
    assert {one["name"]: one["collective"] for one in table.records("awardee")} == {
        "Tổ an ninh nhân dân bản Mù": 1,
        "Lò Văn Khe": 0,
    }


SITES = (
    "STT",
    "Tên mô hình",
    "Nơi xây dựng",
    "Số, ngày QĐ thành lập",
    "Ngày ra mắt",
    "Số thành viên",
    "Kết quả",
    "Xếp loại (Tốt/Khá/TB/Yếu)",
    "Đề xuất (duy trì/nhân rộng/chấm dứt)",
)


def test_a_row_of_the_ledger_is_a_site_and_neither_dropped_nor_reviewed(table: Table) -> None:
    rows = [
        ("SỔ THEO DÕI MÔ HÌNH",),
        SITES,
        (1, "Camera an ninh", "Bản Mù", "12/QĐ-UBND ngày 05/3/2021", "10/3/2021", "25 người", "Tốt", "Tốt", "Duy trì"),
        (2, "Mô hình “Camera an ninh”", "Bản Tà", "13/QĐ-UBND ngày 06/3/2021", None, "~30", None, "Yếu", "Chấm dứt"),
        (3, "Tiếng kẻng an ninh", "Chợ xã", None, None, None, None, None, None),
    ]
    preview = table.take(rows)
    assert verdicts(preview) == {3: "new", 4: "new", 5: "review missing"}
    assert [one["name"] for one in table.records("model")] == ["Camera an ninh"]
    hamlets = {one["id"]: one["name"] for one in table.records("hamlet")}
    sites = {one["place"]: one for one in table.records("model_site")}
    told = {place: (hamlets[one["hamlet"]], one["decision"], one["decided_on"], one["founded_on"]) for place, one in sites.items()}
    assert told == {
        "Bản Mù": ("Bản Mù", "12/QĐ-UBND", "2021-03-05", "2021-03-10"),
        "Bản Tà": ("Bản Tà", "13/QĐ-UBND", "2021-03-06", "2021-03-06"),
    }
    assert sites["Bản Tà"]["notes"].splitlines()[1:] == [
        "Xếp loại (Tốt/Khá/TB/Yếu): Yếu",
        "Đề xuất (duy trì/nhân rộng/chấm dứt): Chấm dứt",
        "Founded on: the day of the decision, as the sheet has no other",
    ]
    assert "dropped_on" not in sites["Bản Tà"]
    assert table.records("model_review") == []
    assert verdicts(table.look(rows))[3] == "duplicate in_book"


REVIEWS = ("STT", "Tên mô hình", "Điểm mô hình", "Ngày rà soát", "Xếp loại", "Đề xuất")


def test_a_review_finds_its_site_by_model_and_place(table: Table) -> None:
    sites = [
        ("SỔ THEO DÕI MÔ HÌNH",),
        SITES,
        (1, "Camera an ninh", "Bản Mù", "12/QĐ-UBND ngày 05/3/2021", "10/3/2021", 25, None, None, None),
        (2, "Camera an ninh", "Bản Tà", "13/QĐ-UBND ngày 05/3/2021", "10/3/2021", 25, None, None, None),
        (3, "Tiếng kẻng an ninh", "Bản Tà", "14/QĐ-UBND ngày 05/3/2021", "10/3/2021", 25, None, None, None),
    ]
    table.take(sites)
    rows = [
        ("KẾT QUẢ RÀ SOÁT MÔ HÌNH",),
        REVIEWS,
        (1, "Mô hình “Camera an ninh”", "Bản Mù", "20/11/2021", "Tốt", "Nhân rộng"),
        (2, "Tiếng kẻng an ninh", None, "20/11/2021", "TB", "Duy trì"),
        (3, None, "Bản Tà", "20/11/2021", "Khá", "Duy trì"),
        (4, "Ánh sáng an ninh", "Bản Mù", "20/11/2021", "Khá", "Duy trì"),
    ]
    preview = table.take(rows)
    assert verdicts(preview) == {3: "new", 4: "new", 5: "review reference.several", 6: "review reference.unknown"}
    sites_of = {one["id"]: one["place"] for one in table.records("model_site")}
    assert {(sites_of[one["site"]], one["rating"], one["proposal"]) for one in table.records("model_review")} == {
        ("Bản Mù", "good", "multiply"),
        ("Bản Tà", "average", "keep"),
    }
    assert verdicts(table.look(rows))[3] == "duplicate in_book"


MEETINGS = ("TT", "Ngày", "Địa điểm", "Nội dung", "Người chủ trì/BCV", "Thành phần", "Số người dự", "Tài liệu phát", "Ghi chú")


def meeting(number: int, place: str, topic: str = "Phòng chống ma túy", day: str = "05/3/2021") -> tuple[object, ...]:
    return (number, day, place, topic, "Giàng A Sử", "Nhân dân", 65, "50 tờ rơi", None)


@pytest.mark.parametrize(
    ("place", "hamlet"),
    [
        ("Bản Mù", "Bản Mù"),
        ("BAN MU", "Bản Mù"),
        ("Mù", "Bản Mù"),
        ("Nhà văn hóa bản Mù", "Bản Mù"),
        ("Điểm trường bản Mù, xã Túc Đán", "Bản Mù"),
        ("Thôn Lừu 1", "Thôn Lừu 1"),
        ("Bản Mù, bản Tà", ""),
        ("Nhà văn hóa xã", ""),
        ("Nhà văn hóa bản Xa", ""),
        ("Trường THCS Túc Đán", ""),
    ],
)
def test_the_place_of_a_meeting_tells_its_hamlet_and_stays(table: Table, place: str, hamlet: str) -> None:
    table.take([("SỔ THEO DÕI CÁC BUỔI TUYÊN TRUYỀN",), MEETINGS, meeting(1, place)])
    names = {one["id"]: one["name"] for one in table.records("hamlet")}
    only = table.records("meeting")[0]
    assert (only["place"], names.get(only.get("hamlet", ""), "")) == (place, hamlet)
    assert (only["leaflets"], only["notes"]) == (50, "Thành phần: Nhân dân")


def test_topic_and_title_tell_what_kind_of_meeting_it_was(table: Table) -> None:
    title = ("SỔ THEO DÕI BUỔI HỌC TẬP",)
    table.take([title, MEETINGS, meeting(1, "Bản Mù"), meeting(2, "Bản Mù", "Diễn đàn “Công an lắng nghe ý kiến Nhân dân”")])
    assert sorted(one["form"] for one in table.records("meeting")) == ["forum", "study"]


def test_a_meeting_typed_into_the_form_is_known_by_its_hamlet(table: Table) -> None:
    hamlet = table.records("hamlet")[0]["id"]
    with table.ctx.store.change(table.ctx.user.id, "new") as change:
        change.create("meeting", {"held_on": "2021-03-05", "hamlet": hamlet, "topic": "Phòng chống ma túy", "attendees": 65})
    title = ("SỔ THEO DÕI CÁC BUỔI TUYÊN TRUYỀN",)
    rows = [title, MEETINGS, meeting(1, "bản mù"), meeting(2, "Bản Mù", day="06/3/2021"), meeting(3, "Nhà văn hóa bản Mù")]
    assert verdicts(table.look(rows)) == {3: "duplicate in_book", 4: "new", 5: "new"}


DISPUTES = (
    "STT",
    "Ngày, tháng, năm nhận vụ, việc hòa giải",
    "Họ và tên hòa giải viên",
    "Họ tên, tuổi, địa chỉ các bên",
    "Nội dung chủ yếu của vụ, việc",
    "Thỏa thuận của các bên",
    "Kết quả hòa giải Hòa giải thành",
    "Kết quả hòa giải Hòa giải không thành",
    "Ghi chú",
)


def test_marks_of_two_columns_are_one_outcome(table: Table) -> None:
    rows = [
        ("SỔ THEO DÕI HOẠT ĐỘNG HÒA GIẢI",),
        DISPUTES,
        (1, "05/3/2021, 09/3/2021", "Ông A", "Ông B, bà C", "Tranh chấp đất", "Giữ nguyên", "x", None, None),
        (2, "06/3/2021", "Ông A", "Ông B, bà D", "Vợ chồng cãi nhau", None, None, "X", None),
        (3, "07/3/2021", "Ông A", "Ông B, bà E", "Chuyện khác", None, None, None, None),
        (4, "08/3/2021", "Ông A", "Ông B, bà G", "Chuyện khác", None, "x", "x", None),
    ]
    preview = table.take(rows)
    assert verdicts(preview) == {3: "new", 4: "new", 5: "new", 6: "review outcome.both"}
    assert [(one.code, one.facts["rows"]) for one in preview.warnings] == [("dispute.settled", 1)]
    told = {one["received_on"]: (one["outcome"], one.get("settled_on"), one["matter"]) for one in table.records("dispute")}
    assert told == {
        "2021-03-05": ("mediated", "2021-03-09", "land"),
        "2021-03-06": ("failed", "2021-03-06", "family"),
        "2021-03-07": ("pending", None, "other"),
    }
    assert verdicts(table.look(rows))[3] == "duplicate in_book"


def test_a_day_where_a_mark_is_expected_marks_and_dates_the_end(table: Table) -> None:
    table.take(
        [
            ("SỔ THEO DÕI HOẠT ĐỘNG HÒA GIẢI",),
            DISPUTES,
            (1, "05/3/2021", "Ông A", "Ông B, bà C", "Tranh chấp đất", None, "09/3/2021", None, None),
        ]
    )
    only = table.records("dispute")[0]
    assert (only["outcome"], only["settled_on"]) == ("mediated", "2021-03-09")
    assert only["notes"] == "Kết quả hòa giải Hòa giải thành: 09/3/2021"


@pytest.mark.parametrize(
    ("content", "matter"),
    [
        ("Tranh chấp đất nương", "land"),
        ("Nợ tiền không trả", "debt"),
        ("Trâu phá hoa màu", "cattle"),
        ("Bỏ đi khỏi bản", "other"),
        ("Vay tiền mua đất", "other"),
        ("", "other"),
    ],
)
def test_only_clear_words_say_what_a_quarrel_is_about(content: str, matter: str) -> None:
    assert matter_of(content) == matter


FIGURES = ("TT", "Thôn/bản", "Số buổi TT", "Lượt người", "Tin tố giác", "Ghi chú")


def figures(table: Table) -> dict[tuple[str, str], int]:
    return {(one["unit_name"], one["indicator"]): one["value"] for one in table.records("hand_figure")}


def test_every_number_of_a_summary_is_a_figure_of_the_titles_period(table: Table) -> None:
    rows = [
        ("BIỂU TỔNG HỢP KẾT QUẢ NĂM 2021",),
        FIGURES,
        (1, "Bản Mù", 4, 180, 3, "thiếu tháng 5"),
        (2, "Bản Tà", 2, 90, None, None),
        (None, "Cộng", 6, 270, 3, None),
    ]
    preview = table.take(rows)
    assert figures(table) == {
        ("Bản Mù", "meetings"): 4,
        ("Bản Mù", "attendances"): 180,
        ("Bản Mù", "tip_offs"): 3,
        ("Bản Tà", "meetings"): 2,
        ("Bản Tà", "attendances"): 90,
    }
    assert {(one["from_on"], one["to_on"]) for one in table.records("hand_figure")} == {("2020-12-15", "2021-12-14")}
    assert [one.code for one in preview.warnings] == ["figure.period"], "for which days they were taken is said"
    assert [one["notes"] for one in table.records("hand_figure") if "notes" in one] == ["thiếu tháng 5"]
    assert verdicts(table.look(rows)) == {3: "duplicate in_book", 4: "duplicate in_book", 5: "left_out total"}


def test_only_what_is_missing_is_added_and_other_numbers_are_looked_at(table: Table) -> None:
    title = ("BIỂU TỔNG HỢP KẾT QUẢ NĂM 2021",)
    table.take([title, FIGURES, (1, "Bản Mù", 4, 180, None, None), (2, "Bản Tà", 2, 90, None, None)])
    again = table.take([title, FIGURES, (1, "BẢN MÙ", 4, 181, None, None), (2, "Bản Tà", 2, 90, 7, None)])
    assert verdicts(again) == {3: "review figure.differs", 4: "new"}
    assert "181" in str(row(again, 3).doubt.facts)
    assert figures(table)["Bản Tà", "tip_offs"] == 7
    assert len(figures(table)) == len(table.records("hand_figure")) == 5


def test_two_sheets_of_one_workbook_give_a_figure_once(table: Table) -> None:
    title = ("BIỂU TỔNG HỢP KẾT QUẢ NĂM 2021",)
    first = [title, FIGURES, (1, "Bản Mù", 4, 180, None, None)]
    preview = table.take(first, [title, FIGURES, (1, "Bản Mù", 4, None, 3, None), (2, "Bản Mù", None, 180, None, None)])
    assert [one.verdict for one in preview.rows] == ["new", "new", "duplicate"]
    assert figures(table) == {("Bản Mù", "meetings"): 4, ("Bản Mù", "attendances"): 180, ("Bản Mù", "tip_offs"): 3}
    assert len(table.records("hand_figure")) == 3


def test_without_a_period_the_officer_is_asked_for_it(table: Table) -> None:
    rows = [("BIỂU TỔNG HỢP",), FIGURES, (1, "Bản Mù", 4, 180, 3, None)]
    assert verdicts(table.look(rows)) == {3: "review period.unknown"}
    assert verdicts(table.look(rows, wanted={"period": "6 tháng đầu năm 2021"})) == {3: "new"}
    table.take(rows, wanted={"from_on": "1/1/2021", "to_on": "30/6/2021"})
    assert {(one["from_on"], one["to_on"]) for one in table.records("hand_figure")} == {("2021-01-01", "2021-06-30")}


def test_a_list_of_figures_as_the_program_itself_prints_it(table: Table) -> None:
    heading = ("Unit the figure is for", "Indicator", "Figure", "From", "To", "Why it is given by hand")
    rows = [
        ("Figures given by hand",),
        heading,
        ("Xã Túc Đán", "Tip boxes", 3, "15/12/2020", "14/12/2021", "no computer"),
        ("Xã Túc Đán", "Patrols", 40, "15/12/2020", "14/12/2021", "no computer"),
    ]
    table.take(rows)
    assert figures(table) == {("Xã Túc Đán", "tip_boxes"): 3, ("Xã Túc Đán", "patrols"): 40}
    assert verdicts(table.look(rows)) == {3: "duplicate in_book", 4: "duplicate in_book"}


@given(st.integers(2005, 2029), st.integers(1, 12))
def test_a_span_of_months_is_the_reports_own(year: int, last: int) -> None:
    period = period_said(Span("months", year, 1, last))
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (f"{year - 1}-12-15", f"{year}-{last:02}-14")
    assert (period.kind is PeriodKind.YEAR) == (last == 12)
