"""Summary tables (biểu tổng hợp): a row for each hamlet or unit, a column for each figure, as stations abbreviate them."""

from app.core.i18n import N_
from app.core.kinds import Integer, Text
from app.records.figure_names import FIGURES
from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

_CALLED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "meetings",
        (
            "Số buổi TT",
            "Số buổi tuyên truyền",
            "Buổi tuyên truyền",
            "Số buổi học tập",
            "Số buổi",
            "Tuyên truyền Số buổi",
            "Số cuộc TT",
        ),
    ),
    (
        "attendances",
        (
            "Lượt người",
            "Số lượt người",
            "Số lượt người tham gia",
            "Lượt người tham gia",
            "Lượt người nghe",
            "Số người nghe",
            "Tuyên truyền Lượt người",
            "Số người tham gia học tập",
        ),
    ),
    ("audience_officials", ("Lượt cán bộ", "Lượt cán bộ, công chức", "Lượt CBCC")),
    ("audience_workers", ("Lượt công nhân", "Lượt người lao động")),
    ("audience_pupils", ("Lượt học sinh", "Lượt HS", "Lượt học sinh, sinh viên")),
    ("audience_people", ("Lượt người dân", "Lượt quần chúng", "Lượt Nhân dân")),
    ("leaflets", ("Tờ rơi", "Số tờ rơi", "Số tờ rơi đã phát", "Tờ rơi, tài liệu", "Tài liệu cấp phát")),
    (
        "loudspeaker_rounds",
        ("Lượt phát loa", "Số lượt phát thanh", "Lượt tuyên truyền bằng loa", "Loa phát thanh", "Số lượt loa", "Phát thanh"),
    ),
    ("online_posts", ("Tin bài", "Số tin, bài", "Tin, bài", "Tin, bài trên MXH", "Bài đăng Zalo, Facebook", "Tin bài mạng xã hội")),
    ("forums", ("Diễn đàn", "Số diễn đàn", "Diễn đàn CA lắng nghe ý kiến ND", "Diễn đàn Công an lắng nghe ý kiến Nhân dân")),
    ("forum_opinions", ("Số ý kiến", "Lượt ý kiến", "Ý kiến tham gia", "Lượt ý kiến tại diễn đàn")),
    ("festival_sites", ("Điểm tổ chức Ngày hội", "Ngày hội", "Số điểm Ngày hội", "Điểm Ngày hội toàn dân BVANTQ")),
    ("commitments_signed", ("Số bản cam kết", "Lượt ký cam kết", "Bản cam kết", "Số lượt ký cam kết", "Ký cam kết")),
    ("households_committed", ("Số hộ ký cam kết", "Hộ ký cam kết", "Hộ ký CK", "Số hộ ký CK", "Ký cam kết Hộ", "Số hộ ký")),
    ("establishments_committed", ("Cơ sở ký cam kết", "Số cơ sở ký cam kết", "Trường, cơ sở ký cam kết", "Ký cam kết Cơ sở")),
    (
        "tip_offs",
        (
            "Tin tố giác",
            "Số nguồn tin",
            "Nguồn tin",
            "Số tin",
            "Số tin QC cung cấp",
            "Nguồn tin QCND cung cấp",
            "Tin báo, tố giác",
            "Tin báo tố giác",
            "Nguồn tin Tổng số",
            "Số tin báo",
        ),
    ),
    ("tip_offs_valuable", ("Tin có giá trị", "Số tin có giá trị", "Nguồn tin có giá trị", "Tin có GT", "Nguồn tin Có giá trị")),
    (
        "tip_offs_resolved",
        ("Tin đã giải quyết", "Tin đã xác minh", "Số tin đã giải quyết", "Nguồn tin Đã giải quyết", "Tin đã xử lý"),
    ),
    (
        "cases_resolved",
        ("Số vụ làm rõ", "Vụ việc làm rõ", "Vụ làm rõ", "Làm rõ Số vụ", "Số vụ điều tra làm rõ", "Số vụ việc làm rõ"),
    ),
    ("violators", ("Số đối tượng làm rõ", "Lượt người vi phạm", "Số người vi phạm", "Làm rõ Đối tượng", "Số đối tượng vi phạm")),
    ("model_types", ("Loại mô hình", "Số loại mô hình", "Số loại MH")),
    ("model_sites", ("Mô hình", "Số mô hình", "Số MH", "Điểm mô hình", "Số điểm mô hình", "Mô hình đang duy trì", "MH hiệu quả")),
    ("model_sites_new", ("Mô hình mới", "MH xây dựng mới", "Mô hình xây dựng mới", "Xây dựng mới", "Mô hình nhân rộng", "MH mới")),
    ("model_sites_dropped", ("Mô hình thanh loại", "MH thanh loại", "Thanh loại", "Mô hình chấm dứt", "Mô hình giải thể")),
    ("models_reviewed", ("Mô hình được rà soát", "MH rà soát", "Rà soát mô hình")),
    (
        "notice_boards",
        ("Biển thông báo", "Số biển thông báo", "Biển SĐT", "Biển báo SĐT", "Bảng thông báo số điện thoại", "Biển TB"),
    ),
    ("tip_boxes", ("Hòm thư tố giác", "Hòm thư", "Số hòm thư", "Hòm thư TGTP")),
    ("groups", ("Tổ chức quần chúng", "Số tổ tự quản", "Tổ tự quản", "Tổ chức QC tự quản", "Tổng số tổ", "TCQC")),
    ("people_security_teams", ("Tổ ANND", "Số tổ ANND", "Tổ an ninh nhân dân", "Tổ AN nhân dân")),
    ("rapid_security_teams", ("Tổ ANXK", "Tổ xung kích", "Tổ an ninh xung kích", "Tổ AN xung kích")),
    ("mediation_teams", ("Tổ hòa giải", "Số tổ hòa giải", "Tổ HG")),
    ("civil_defence_teams", ("Đội dân phòng", "Số đội dân phòng", "Đội DP", "Dân phòng")),
    ("security_order_teams", ("Tổ bảo vệ ANTT", "Tổ BV ANTT", "Số tổ bảo vệ ANTT", "Tổ BVANTT", "Tổ bảo vệ an ninh, trật tự")),
    ("other_groups", ("Tổ chức khác", "Tổ khác", "Tổ chức quần chúng khác", "Tổ, nhóm khác")),
    ("group_members", ("Số thành viên", "Thành viên", "Tổng số thành viên", "Số tổ viên", "Thành viên các tổ")),
    ("patrols", ("Ca tuần tra", "Số ca tuần tra", "Lượt tuần tra", "Số lượt tuần tra", "Tuần tra", "Số buổi tuần tra")),
    (
        "disputes",
        (
            "Mâu thuẫn",
            "Số vụ mâu thuẫn",
            "Vụ mâu thuẫn",
            "Mâu thuẫn, tranh chấp",
            "Số vụ hòa giải",
            "Hòa giải Tổng số",
            "Số vụ MTTC",
        ),
    ),
    ("disputes_mediated", ("Hòa giải thành", "Số vụ hòa giải thành", "Số vụ HG thành", "HG thành", "Hòa giải Thành")),
    ("hot_spots", ("Điểm nóng", "Số điểm nóng", "Điểm nóng về ANTT")),
    ("mass_complaints", ("Khiếu kiện đông người", "Vụ khiếu kiện", "Khiếu kiện", "Số vụ khiếu kiện đông người", "KK đông người")),
    ("key_areas", ("Địa bàn trọng điểm", "Địa bàn phức tạp", "Địa bàn trọng điểm, phức tạp", "Số địa bàn trọng điểm")),
    (
        "people_in_reintegration",
        (
            "Người tái hòa nhập",
            "Số người cảm hóa",
            "Người được giúp đỡ",
            "Cảm hóa, giáo dục",
            "Số người được cảm hóa, giáo dục",
            "Số người THNCĐ",
        ),
    ),
    ("people_reintegrated", ("Người tiến bộ", "Số người tiến bộ", "Đã tiến bộ", "Cảm hóa tiến bộ")),
    ("weapons_handed_in", ("Vũ khí giao nộp", "Số súng giao nộp", "Vũ khí, CCHT giao nộp", "Súng", "Vũ khí", "VK, CCHT")),
    ("fireworks_handed_in_kg", ("Pháo giao nộp (kg)", "Pháo (kg)", "Kg pháo", "Pháo giao nộp", "Pháo")),
    ("plans_issued", ("Kế hoạch, văn bản", "Văn bản tham mưu", "Số văn bản", "Số kế hoạch", "Văn bản tham mưu ban hành")),
    ("trusted_people", ("Người có uy tín", "NCUT", "Số NCUT", "Số người có uy tín")),
    ("hamlets", ("Số thôn", "Số bản", "Số thôn, bản", "Tổng số thôn, bản")),
    ("households", ("Số hộ", "Tổng số hộ", "Hộ", "Số hộ dân", "TS hộ")),
    (
        "hamlets_safe",
        (
            "Thôn đạt ANTT",
            "Thôn an toàn",
            "Bản an toàn về ANTT",
            "Thôn, bản an toàn",
            "Đạt an toàn về ANTT",
            "An toàn về ANTT",
            "Khu dân cư an toàn",
        ),
    ),
    ("awards_collective", ("Khen tập thể", "Tập thể được khen", "Khen thưởng Tập thể", "Số tập thể khen")),
    ("awards_individual", ("Khen cá nhân", "Cá nhân được khen", "Khen thưởng Cá nhân", "Số cá nhân khen")),
    ("award_money", ("Tiền thưởng", "Số tiền thưởng", "Khen thưởng Tiền", "Tiền khen thưởng")),
)
"""By indicator: its headings. Under a merged heading both stand together ("Khen thưởng Tập thể")."""

_NAMES = dict(FIGURES)
_EXAMPLES = {"meetings": "4", "attendances": "180", "tip_offs": "3", "model_sites": "1"}

HAND_FIGURE = SheetShape(
    "hand_figure",
    titles=(
        "Biểu tổng hợp",
        "Bảng tổng hợp",
        "Biểu thống kê",
        "Tổng hợp số liệu",
        "Thống kê số liệu",
        "Phụ lục số liệu",
        "Tổng hợp kết quả phong trào",
        "Kết quả phong trào toàn dân bảo vệ an ninh Tổ quốc",
    ),
    needs=("unit_name",),
    identity=("unit_name",),
    columns=(
        Column(
            "unit_name",
            (
                "Đơn vị",
                "Tên đơn vị",
                "Xã",
                "Xã, phường",
                "Xã/phường",
                "Tên xã",
                "Công an xã",
                "Đơn vị, địa bàn",
                "Địa bàn",
                *common.HAMLET,
            ),
            0.8,
            example="Bản Mẫu",
        ),
        *(
            Column(code, called, kind=Integer(minimum=0), label=_NAMES[code], example=_EXAMPLES.get(code, ""))
            for code, called in _CALLED
        ),
        Column("period", ("Kỳ báo cáo", "Kỳ số liệu", "Thời kỳ", "Kỳ"), 0.8, kind=Text(), label=N_("Period")),
        common.notes(),
    ),
)
