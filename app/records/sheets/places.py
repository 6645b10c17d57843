"""Places: hamlets and their safety, notice boards, areas that need attention, hot spots, complaints by many people."""

from app.records.sheets import common
from app.records.sheets.shape import NEVER, Column, SheetShape

_REASONS = {
    "drugs": ("ma túy", "ma tuý", "tệ nạn ma túy"),
    "theft": ("trộm cắp", "trộm cắp tài sản", "TCTS"),
    "gambling": ("cờ bạc", "đánh bạc", "số đề"),
    "fighting": ("gây rối", "đánh nhau", "gây rối trật tự công cộng", "cố ý gây thương tích"),
    "traffic": ("giao thông", "TTATGT", "tai nạn giao thông", "ATGT"),
    "land": ("đất đai", "khiếu kiện", "tranh chấp đất đai", "khiếu nại"),
    "border": ("biên giới", "giáp ranh", "địa bàn giáp ranh"),
    "environment": ("môi trường", "rừng", "khoáng sản", "phá rừng", "khai thác khoáng sản", "lâm sản"),
    "other": ("khác", "lý do khác"),
}
_MATTERS = {
    "land": ("đất đai", "đất", "đền bù", "giải phóng mặt bằng", "GPMB", "bồi thường"),
    "environment": ("môi trường", "rừng", "khoáng sản", "ô nhiễm", "ô nhiễm môi trường"),
    "works": ("công trình", "dự án", "xây dựng", "thủy điện"),
    "money": ("đóng góp", "chế độ", "chính sách", "chi trả", "chế độ, chính sách"),
    "order": ("ANTT", "trật tự công cộng", "an ninh trật tự", "gây rối"),
    "other": ("khác",),
}
_SETTLEMENTS = {
    "talks": ("đối thoại", "gặp gỡ", "vận động", "tiếp dân", "tuyên truyền, vận động"),
    "mediation": ("hòa giải", "hòa giải thành"),
    "authorities": ("chính quyền giải quyết", "quyết định của UBND", "quyết định hành chính", "UBND giải quyết"),
    "law": ("xử lý theo pháp luật", "xử lý theo quy định", "xử phạt", "khởi tố"),
    "passed": ("chuyển cấp trên", "báo cáo cấp trên", "chuyển tỉnh"),
}
_SETTLING = (
    Column("settled_on", ("Ngày giải quyết xong", "Ngày giải quyết", "Giải quyết xong ngày", "Ngày ổn định"), 1),
    Column("settled_how", ("Hình thức giải quyết", "Biện pháp giải quyết", "Cách giải quyết"), 1),
    Column("settlement", ("Nội dung giải quyết", "Diễn biến giải quyết", "Kết quả"), 0.8),
)

HAMLET = SheetShape(
    "hamlet",
    titles=("Danh sách thôn, bản", "Danh sách thôn", "Danh sách bản", "Danh mục thôn, bản", "Thôn, bản, tổ dân phố trên địa bàn"),
    needs=("name",),
    identity=("name",),
    columns=(
        Column(
            "name",
            ("Tên thôn, bản", "Tên thôn", "Tên bản", "Tên tổ dân phố", "Tên khu dân cư", *common.HAMLET),
            1.2,
            example="Bản Mẫu",
        ),
        Column("households", ("Số hộ", "Tổng số hộ", "Số hộ dân", "Hộ"), 1.2, example="85"),
        Column(
            "residents",
            ("Số khẩu", "Số nhân khẩu", "Nhân khẩu", "Dân số", "Số dân", "Khẩu", "Tổng số nhân khẩu"),
            1.5,
            example="412",
        ),
        Column("founded_on", ("Ngày thành lập",), 0.6),
        # Not the note that the unit above reads: such columns name people.
        Column("notes", common.NOTES, 1),
    ),
)

SAFETY = SheetShape(
    "safety",
    titles=(
        "An toàn về an ninh, trật tự",
        "An toàn về ANTT",
        "An toàn ANTT",
        "Đạt chuẩn ANTT",
        "Đạt tiêu chuẩn an toàn về an ninh, trật tự",
        "Đăng ký an toàn về an ninh, trật tự",
        "Khu dân cư an toàn",
        "Kết quả đánh giá, xếp loại an toàn",
    ),
    needs=("result",),
    identity=("year", "hamlet", "name"),
    columns=(
        Column("year", ("Năm đánh giá", "Năm"), 1.5, example="2024"),
        Column("subject", ("Đối tượng đánh giá", "Đối tượng", "Loại hình", "Loại"), 0.8, example="Thôn, bản"),
        common.hamlet(),
        Column(
            "name",
            ("Tên cơ quan, nhà trường", "Cơ quan, doanh nghiệp, nhà trường", "Tên cơ quan, đơn vị", "Tên đơn vị", "Đơn vị"),
            1,
        ),
        Column(
            "result",
            ("Kết quả đánh giá", "Kết quả xét", "Kết quả phân loại", "Kết quả công nhận", "Đạt/không đạt", "Kết quả", "Xếp loại"),
            1.5,
            example="Đạt",
        ),
        Column("decision", ("Số QĐ công nhận", "QĐ công nhận", *common.DECISION)),
        Column("decided_on", ("Ngày QĐ công nhận", "Ngày quyết định", "Ngày QĐ", "Ngày công nhận")),
        common.notes(),
    ),
    synonyms={
        "subject": {
            "hamlet": ("thôn", "bản", "tổ dân phố", "khu dân cư", "KDC", "thôn, bản"),
            "agency": ("cơ quan", "doanh nghiệp", "đơn vị", "CQ", "DN"),
            "school": ("trường", "nhà trường", "trường học"),
        },
        "result": {
            "safe": ("đạt", "an toàn", "x", "có", "đạt tiêu chuẩn", "công nhận"),
            "not_safe": ("không đạt", "chưa đạt", "không", "không công nhận"),
        },
    },
)

BOARD = SheetShape(
    "board",
    titles=(
        "Biển thông báo số điện thoại",
        "Danh sách biển thông báo",
        "Hòm thư tố giác",
        "Danh sách hòm thư tố giác",
        "Biển, hòm thư",
        "Bảng thông báo",
    ),
    needs=("place",),
    identity=("kind", "place", "hamlet"),
    columns=(
        Column("kind", ("Loại biển", "Biển/hòm thư", "Loại", "Loại hình"), 0.8, example="Biển thông báo"),
        Column(
            "place",
            ("Vị trí lắp đặt", "Nơi lắp đặt", "Địa điểm lắp đặt", "Vị trí đặt", "Nơi đặt", "Vị trí", "Địa điểm", "Nơi treo"),
            1.5,
            example="Nhà văn hóa bản Mẫu",
        ),
        common.hamlet(),
        Column(
            "number_shown",
            ("Số điện thoại trên biển", "SĐT trên biển", "Số điện thoại", "SĐT", "Số ĐT"),
            1.2,
            example="02163873113",
        ),
        Column(
            "installed_on",
            ("Ngày lắp đặt", "Ngày lắp", "Thời gian lắp đặt", "Ngày đặt", "Ngày treo"),
            2,
            example="10/02/2024",
        ),
        Column("removed_on", ("Ngày tháo dỡ", "Ngày tháo", "Ngày gỡ"), 1),
        Column("condition", ("Tình trạng", "Hiện trạng", "Tình trạng biển", "Chất lượng"), 1.2, example="Tốt"),
        Column("checked_on", ("Ngày kiểm tra", "Kiểm tra ngày", "Ngày kiểm tra gần nhất"), 1.2),
        common.notes(),
    ),
    synonyms={
        "kind": {
            "board": ("biển", "biển thông báo", "bảng thông báo", "biển báo", "biển SĐT", "bảng"),
            "box": ("hòm thư", "hòm thư tố giác", "hộp thư", "hòm"),
        },
        "condition": {
            "good": ("tốt", "còn tốt", "bình thường", "sử dụng tốt"),
            "faded": ("mờ", "hỏng", "rách", "phai màu", "cũ", "bạc màu", "bị mờ", "hư hỏng"),
            "missing": ("mất", "bị mất", "không còn"),
        },
    },
)

KEY_AREA = SheetShape(
    "key_area",
    titles=("Địa bàn trọng điểm", "Địa bàn phức tạp", "Địa bàn trọng điểm, phức tạp", "Danh sách địa bàn trọng điểm"),
    needs=("area",),
    identity=("area", "decided_on"),
    columns=(
        Column(
            "area", ("Tên địa bàn", "Địa bàn trọng điểm", "Địa bàn phức tạp", "Địa bàn", "Khu vực"), 1.8, example="Khu chợ bản Mẫu"
        ),
        Column("level", ("Cấp", "Cấp địa bàn"), 0.8),
        common.hamlet(),
        Column("grade", ("Loại địa bàn", "Phân loại", "Mức độ"), 1, example="Địa bàn trọng điểm"),
        Column("reason", ("Lý do", "Nguyên nhân", "Vấn đề phức tạp", "Lý do xác định", "Tính chất"), 1.2, example="Trộm cắp"),
        Column("further_reason", ("Lý do khác", "Lý do thêm"), 0.8),
        Column("decided_on", ("Ngày xác định", "Ngày đưa vào", "Từ ngày", "Ngày quyết định", "Ngày QĐ"), 1.2, example="15/01/2024"),
        Column("decision", common.DECISION),
        Column("ended_on", ("Ngày đưa ra", "Ngày đưa ra khỏi diện", "Ngày chuyển hóa", "Ngày kết thúc"), 1.2),
        Column("measures", ("Biện pháp", "Biện pháp chuyển hóa", "Giải pháp", "Biện pháp thực hiện"), 1.2),
        common.notes(),
    ),
    synonyms={
        "reason": _REASONS,
        "further_reason": _REASONS,
        "grade": {"key": ("trọng điểm", "trọng điểm về ANTT"), "complex": ("phức tạp", "phức tạp về ANTT")},
        "level": {"hamlet": ("thôn", "bản", "cấp thôn", "cấp bản"), "commune": ("xã", "cấp xã", "toàn xã")},
    },
)

HOT_SPOT = SheetShape(
    "hot_spot",
    titles=("Điểm nóng về an ninh, trật tự", "Điểm nóng về ANTT", "Điểm nóng"),
    needs=("arisen_on", "place"),
    identity=("arisen_on", "place"),
    notes="content",
    columns=(
        Column(
            "arisen_on", ("Ngày phát sinh", "Ngày xảy ra", "Thời gian phát sinh", "Thời điểm phát sinh"), 1.5, example="12/6/2024"
        ),
        Column("place", ("Nơi xảy ra", "Địa điểm", "Nơi phát sinh", "Địa bàn"), 1, example="Khu vực cầu bản Mẫu"),
        common.hamlet(),
        Column("matter", ("Lĩnh vực", "Loại việc", "Tính chất"), 1, example="Đất đai"),
        Column(
            "content",
            ("Nội dung vụ việc", "Diễn biến", "Nội dung", "Tóm tắt"),
            1,
            example="Tập trung phản đối mở đường qua đất nương",
        ),
        *_SETTLING,
        # A hot spot is a place and a matter, never persons.
        Column(NEVER, ("Đối tượng cầm đầu", "Người cầm đầu", "Đối tượng", *common.FULL_NAME), common.USUAL),
    ),
    synonyms={"matter": _MATTERS, "settled_how": _SETTLEMENTS},
)

MASS_COMPLAINT = SheetShape(
    "mass_complaint",
    titles=("Khiếu kiện đông người", "Khiếu nại đông người", "Vụ việc khiếu kiện"),
    needs=("arisen_on", "place"),
    identity=("arisen_on", "place"),
    notes="content",
    columns=(
        Column("arisen_on", ("Ngày phát sinh", "Ngày khiếu kiện", "Ngày xảy ra", *common.DAY), 1.2, example="12/6/2024"),
        Column("place", ("Nơi khiếu kiện", "Nơi xảy ra", "Địa điểm", "Nơi tập trung"), 1, example="Trụ sở Ủy ban nhân dân xã"),
        common.hamlet(),
        Column("matter", ("Lĩnh vực", "Loại việc"), 1, example="Đất đai"),
        Column("people", ("Số người khiếu kiện", "Số người tham gia", "Số lượt người", "Số người"), 1.5, example="15"),
        Column(
            "content", ("Nội dung khiếu kiện", "Nội dung khiếu nại", "Nội dung", "Tóm tắt"), 1.2, example="Giá đền bù đất ruộng"
        ),
        *_SETTLING,
        # Those who complain are a number, never names.
        Column(NEVER, ("Người đại diện", "Người khiếu kiện", "Người cầm đầu", "Đối tượng", *common.FULL_NAME), common.USUAL),
    ),
    synonyms={"matter": _MATTERS, "settled_how": _SETTLEMENTS},
)
