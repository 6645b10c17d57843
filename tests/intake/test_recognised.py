"""Sheets as stations head them: which register they are taken for, and what each column is written into.

After "=" stands the target; nothing for a column whose words go into the notes, "-" for one that is not kept.
"""

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.data.declare import registry
from app.intake.shapes import Shapes, is_never_kept, known_shapes

SHEETS = (
    (
        "household",
        "",
        "Họ và tên chủ hộ=head | Năm sinh=birth | Giới tính= | Dân tộc=- | Số nhân khẩu=members | "
        "Chỗ ở hiện nay=address | Số CCCD=id_number | SĐT=phone",
    ),
    (
        "household",
        "SỔ HỘ BẢN NÀ LUÔNG",
        "Chủ hộ=head | Ngày sinh=birth | Quan hệ= | Số khẩu=members | Nghề nghiệp= | Ghi chú=notes",
    ),
    (
        "household",
        "DANH SÁCH HỘ NGHÈO",
        "Họ tên chủ hộ=head | NS=birth | Thôn=hamlet | Số khẩu=members | Diện hộ=",
    ),
    (
        "commitment",
        "DANH SÁCH KÝ CAM KẾT KHÔNG ĐỐT PHÁO",
        "Họ và tên=name | Địa chỉ=address | Chữ ký=signature",
    ),
    (
        "commitment",
        "",
        "Họ và tên chủ hộ=name | Năm sinh=birth | Thôn=hamlet | Ngày ký=signed_on | Ký tên=signature",
    ),
    (
        "commitment",
        "DANH SÁCH CÁC CƠ SỞ KINH DOANH KÝ CAM KẾT PCCC",
        "Tên cơ sở=name | Chủ cơ sở=head | Địa chỉ=address | Ngành nghề= | Ngày ký cam kết=signed_on | Ghi chú=notes",
    ),
    (
        "meeting",
        "KẾT QUẢ TUYÊN TRUYỀN PHÁP LUẬT NĂM 2023",
        "Ngày tháng=held_on | Địa điểm tổ chức=place | Nội dung tuyên truyền=topic | "
        "Số lượt người tham gia=attendees | Báo cáo viên=presenters",
    ),
    (
        "meeting",
        "",
        "Thời gian=held_on | Địa điểm=place | Nội dung=topic | Thành phần tham gia=audience | Số người=attendees | "
        "Người tuyên truyền=presenters | Ghi chú=notes",
    ),
    (
        "tip_off",
        "SỔ TIẾP NHẬN TIN BÁO TỐ GIÁC TỘI PHẠM",
        "Ngày tháng=received_at | Người báo tin=informant | Nội dung tin báo=content | Cán bộ tiếp nhận=receiver | "
        "Kết quả giải quyết=verification | Ghi chú=notes",
    ),
    (
        "tip_off",
        "",
        "Thời gian tiếp nhận=received_at | Họ tên, địa chỉ người cung cấp=informant | Hình thức tiếp nhận=channel | "
        "Nội dung thông tin=content | Kết quả xác minh=verification | Có giá trị=valuable",
    ),
    (
        "model_site",
        "BẢNG THỐNG KÊ CÁC MÔ HÌNH",
        "Tên mô hình=model | Địa bàn=place | Ngày thành lập=founded_on | Số thành viên=members | "
        "Đánh giá hiệu quả=rating | Ghi chú=notes",
    ),
    (
        "model_site",
        "",
        "Mô hình=model | Nơi thành lập=place | QĐ thành lập=decision | Số lượng thành viên=members | Hiệu quả hoạt động=results",
    ),
    (
        "member",
        "DANH SÁCH TỔ AN NINH NHÂN DÂN BẢN LỪU",
        "Họ và tên=name | Năm sinh=birth | Dân tộc=- | Chức vụ=role | SĐT=phone | Ghi chú=notes",
    ),
    (
        "member",
        "DANH SÁCH LỰC LƯỢNG BẢO VỆ ANTT CƠ SỞ",
        "Họ và tên=name | Ngày tháng năm sinh=birth | Chức danh=role | Trình độ=education | Đảng viên=- | Quê quán= | "
        "Nơi ở hiện nay=address | SĐT=phone",
    ),
    (
        "group",
        "DANH SÁCH CÁC TỔ AN NINH NHÂN DÂN",
        "Tên tổ=name | Họ tên tổ trưởng=head | Số thành viên=members | Thôn=hamlet | Số điện thoại=phone",
    ),
    (
        "group",
        "THỐNG KÊ TỔ CHỨC QUẦN CHÚNG",
        "Tổ chức=name | Loại hình=kind | Địa bàn=hamlet | Quân số=members | Ngày thành lập=founded_on",
    ),
    (
        "reintegration",
        "DANH SÁCH NGƯỜI TÁI HÒA NHẬP CỘNG ĐỒNG",
        "Họ và tên=name | Năm sinh=birth_year | Nơi cư trú=hamlet | Tội danh=- | Án phạt=- | Ngày về=began_on | "
        "Đơn vị giúp đỡ=helper | Nghề nghiệp hiện nay=work | Đánh giá=remarks",
    ),
    (
        "awardee",
        "DANH SÁCH KHEN THƯỞNG NĂM 2023",
        "Họ và tên=name | Đơn vị=address | Thành tích=achievement | Số quyết định=decision | "
        "Ngày quyết định=decided_on | Mức thưởng=amount",
    ),
    (
        "awardee",
        "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
        "Tên tập thể, cá nhân=name | Chức vụ, đơn vị công tác=address | Nội dung khen thưởng=achievement",
    ),
    (
        "nomination",
        "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG PHONG TRÀO TDBVANTQ",
        "Họ và tên=name | Năm sinh= | Chức vụ=address | Đơn vị= | Thành tích=deed | Hình thức đề nghị=kind",
    ),
    (
        "hand_figure",
        "BIỂU TỔNG HỢP KẾT QUẢ PHONG TRÀO NĂM 2023",
        "Thôn=unit_name | Số hộ=households | Số buổi TT=meetings | Lượt người=attendances | "
        "Số hộ ký cam kết=households_committed | Tin tố giác=tip_offs | Tổ ANND=people_security_teams | "
        "Hòa giải thành=disputes_mediated",
    ),
    (
        "hand_figure",
        "",
        "Đơn vị=unit_name | Mô hình=model_sites | Tổ ANND=people_security_teams | Tổ hòa giải=mediation_teams | "
        "Đội dân phòng=civil_defence_teams | Số thành viên=group_members",
    ),
    (
        "hand_figure",
        "THỐNG KÊ SỐ LIỆU 6 THÁNG ĐẦU NĂM 2024",
        "Tên thôn=unit_name | Số buổi=meetings | Số lượt người=attendances | Số tờ rơi=leaflets | Số tin=tip_offs | "
        "Tin có giá trị=tip_offs_valuable | Số vụ mâu thuẫn=disputes | Hòa giải thành=disputes_mediated | "
        "Vũ khí=weapons_handed_in",
    ),
    (
        "hamlet",
        "",
        "Tên thôn, bản=name | Số hộ=households | Số khẩu=residents | Trưởng bản= | SĐT=",
    ),
    (
        "board",
        "DANH SÁCH LẮP ĐẶT BIỂN SỐ ĐIỆN THOẠI",
        "Vị trí lắp đặt=place | Thôn=hamlet | Số lượng= | Ngày lắp đặt=installed_on | Tình trạng=condition",
    ),
    (
        "board",
        "HÒM THƯ TỐ GIÁC TỘI PHẠM",
        "Địa điểm đặt=place | Thôn, bản=hamlet | Ngày đặt=installed_on | Hiện trạng=condition",
    ),
    (
        "safety",
        "KẾT QUẢ ĐÁNH GIÁ, PHÂN LOẠI KHU DÂN CƯ, CƠ QUAN ĐẠT TIÊU CHUẨN AN TOÀN VỀ ANTT NĂM 2023",
        "Đơn vị=name | Kết quả=result | Số QĐ công nhận=decision | Ghi chú=notes",
    ),
    (
        "trusted_person",
        "DANH SÁCH NGƯỜI CÓ UY TÍN",
        "Họ và tên=name | Năm sinh=birth_year | Dân tộc=- | Thôn=hamlet | SĐT=phone | Ngày công nhận=recognised_on | Ghi chú=notes",
    ),
    (
        "hand_in",
        "KẾT QUẢ VẬN ĐỘNG THU HỒI VŨ KHÍ",
        "Ngày=handed_on | Họ và tên=- | Địa chỉ=- | Loại vũ khí=kind | Số lượng=quantity | Ghi chú=notes",
    ),
    (
        "plan",
        "SỔ CÔNG VĂN ĐI",
        "Số, ký hiệu=number | Ngày tháng=issued_on | Trích yếu nội dung=title | Nơi nhận= | Ghi chú=notes",
    ),
    (
        "dispute",
        "SỔ THEO DÕI MÂU THUẪN",
        "Ngày xảy ra=received_on | Các bên mâu thuẫn=parties | Nội dung=content | Người hòa giải=mediators | "
        "Kết quả=outcome | Ghi chú=notes",
    ),
    (
        "dispute",
        "",
        "Ngày hòa giải=received_on | Họ tên các bên=parties | Nội dung vụ việc=content | Kết quả hòa giải=outcome",
    ),
    (
        "outreach",
        "TUYÊN TRUYỀN TRÊN LOA PHÁT THANH",
        "Ngày=held_on | Nội dung=topic | Số lượt=count | Địa điểm=hamlet",
    ),
    (
        "activity",
        "SỔ TUẦN TRA",
        "Ngày=held_on | Tổ=team | Số người tham gia=participants | Địa bàn tuần tra= | Kết quả=result",
    ),
    (
        "key_area",
        "DANH SÁCH ĐỊA BÀN TRỌNG ĐIỂM VỀ ANTT",
        "Địa bàn=area | Lý do=reason | Biện pháp=measures | Ghi chú=notes",
    ),
    (
        "establishment",
        "DANH SÁCH CƠ SỞ KINH DOANH CÓ ĐIỀU KIỆN",
        "Tên cơ sở=name | Chủ cơ sở=head | Địa chỉ=address | Ngành nghề=kind | SĐT=phone",
    ),
    (
        "committee_member",
        "DANH SÁCH BAN CHỈ ĐẠO",
        "Họ và tên=name | Chức vụ, đơn vị công tác=office | Chức danh BCĐ=role",
    ),
    (
        "committee_member",
        "DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO 138",
        "Họ và tên=name | Chức vụ=office | Chức danh=role",
    ),
)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return known_shapes(registry)


@pytest.mark.parametrize(("register", "title", "columns"), SHEETS)
def test_a_sheet_is_known_by_its_headings(shapes: Shapes, register: str, title: str, columns: str) -> None:
    pairs = [column.split("=") for column in columns.split(" | ")]
    headings = ["STT", *(heading for heading, _ in pairs)]
    match = shapes.match(headings, title)
    assert match is not None
    assert match.shape.type_code == register
    targets = {h: "-" if is_never_kept(h) else match.mapping.get(n, "") for n, h in enumerate(headings) if n}
    assert targets == {heading: target for heading, target in pairs}


@pytest.mark.parametrize(
    ("title", "columns"),
    (
        ("", "Họ và tên | Năm sinh | Thôn | SĐT"),
        ("", "Ngày | Nội dung | Ghi chú"),
        ("BẢNG LƯƠNG THÁNG 3", "Họ và tên | Hệ số | Tiền"),
        ("DANH SÁCH HỌC SINH LỚP 5A", "Họ và tên | Lớp | Ngày sinh"),
        ("DANH SÁCH CẤP CCCD", "Họ và tên | Ngày sinh | Số CCCD | Ngày cấp"),
        ("DANH SÁCH ĐẢNG VIÊN CHI BỘ BẢN MÙ", "Họ và tên | Ngày vào Đảng | Chức danh | Ngày tham gia"),
        ("DANH SÁCH ĐỐI TƯỢNG VI PHẠM PHÁP LUẬT", "Họ và tên | Năm sinh | Số nhân khẩu | Nơi ở | Hình thức xử lý"),
        ("DANH SÁCH NGƯỜI NGHIỆN MA TÚY", "Họ và tên chủ hộ | Năm sinh | Thôn"),
        ("DANH SÁCH TÍN ĐỒ", "Họ và tên | Năm sinh | Chức danh | Nơi ở"),
    ),
)
def test_a_list_that_says_of_no_register_is_guessed_to_be_none(shapes: Shapes, title: str, columns: str) -> None:
    """Neither a list of names that may be anything, nor one of people whom no register lists."""
    assert shapes.match(["STT", *columns.split(" | ")], title) is None


@pytest.mark.parametrize(
    "heading",
    (
        *("Họ tên quần chúng", "Tên người báo", "Người gọi đến", "Số điện thoại gọi đến", "SĐT người gọi", "Người gửi đơn", "Tên"),
        *("Người phản ánh", "Người đưa tin", "Nguồn", "Nguồn tin", "CTV", "Cộng tác viên", "Người tố cáo", "Người làm chứng"),
        *("Quần chúng", "Công dân", "Người khai báo", "Chủ thể cung cấp", "Lý lịch người báo", "Quê quán", "Nơi công tác"),
        *(
            "Bí danh",
            "Mật danh",
            "NGUOI CUNG CAP",
            "Ng. cung cấp",
            "Địa chỉ, SĐT",
            "Nơi thường trú",
            "Hộ khẩu",
            "Năm sinh",
            "Số CCCD",
        ),
        *("Tên đối tượng", "Người vi phạm", "Người bị hại", "Đối tượng bị tố giác"),
    ),
)
def test_nothing_of_who_told_or_was_reported_becomes_a_note(shapes: Shapes, heading: str) -> None:
    """A column of a register of tip-offs that may name somebody is sealed or dropped, whatever else the sheet has."""
    for others in (("Người cung cấp", "Địa chỉ"), ()):
        headings = ["STT", "Ngày, giờ tiếp nhận", *others, heading, "Nội dung tin", "Cán bộ tiếp nhận", "Kết quả xử lý"]
        match = shapes.match(headings, "Sổ tiếp nhận nguồn tin")
        assert match is not None and match.shape.type_code == "tip_off"
        target = match.mapping.get(headings.index(heading), "a note")
        assert target == "-" or target.startswith("informant"), target
        assert match.mapping[headings.index("Cán bộ tiếp nhận")] == "receiver"


@pytest.mark.parametrize(
    "heading",
    (
        "Bản an toàn về ANTT",
        "Tin báo về tội phạm",
        "Phòng, chống tội phạm",
        "Số vụ do công an phát hiện",
        "Họ tên, tuổi, địa chỉ các bên mâu thuẫn, tranh chấp, vi phạm pháp luật",
        "Đoàn viên",
        "Đào tạo",
        "Người chủ trì",
    ),
)
def test_a_column_about_the_movement_is_not_taken_for_one_about_what_somebody_is(heading: str) -> None:
    assert not is_never_kept(heading)
