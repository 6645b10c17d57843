"""The register of what the people reported (sổ theo dõi nguồn tin), and cases cleared thanks to it.

Who told stands on such sheets in columns of its own. It is never a field nor a note: it is sealed, or not kept.
"""

from app.core.i18n import N_
from app.core.kinds import Text
from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

_WHO = (
    "Người cung cấp",
    "Họ tên người cung cấp",
    "Họ và tên người cung cấp",
    "Người cung cấp tin",
    "Người cung cấp thông tin",
    "Nguồn cung cấp",
    "Người báo tin",
    "Họ tên người báo tin",
    "Người tố giác",
    "Họ tên người tố giác",
    "Người trình báo",
    "Quần chúng cung cấp",
    "Người báo",
)
_WHERE = ("Địa chỉ", "Địa chỉ người cung cấp", "Nơi ở người cung cấp", "Địa chỉ người báo tin", "Chỗ ở", "Nơi ở")

TIP_OFF = SheetShape(
    "tip_off",
    titles=(
        "Sổ theo dõi nguồn tin",
        "Sổ tiếp nhận nguồn tin",
        "Tiếp nhận tố giác, tin báo",
        "Tố giác, tin báo về tội phạm",
        "Tin báo, tố giác",
        "Nguồn tin quần chúng cung cấp",
        "Nguồn tin",
        "Quần chúng nhân dân cung cấp thông tin",
    ),
    needs=("received_at", "content"),
    identity=("received_at", "content"),
    columns=(
        Column("number", ("Số tin", "Số vào sổ", "Số tiếp nhận"), common.USUAL),
        Column(
            "received_at",
            (
                "Ngày, giờ tiếp nhận",
                "Giờ, ngày tiếp nhận",
                "Ngày giờ tiếp nhận",
                "Ngày, giờ nhận",
                "Thời gian tiếp nhận",
                "Thời gian nhận tin",
                "Ngày tiếp nhận",
                "Ngày nhận tin",
                *common.DAY,
            ),
            1.5,
            example="14:30 05/3/2024",
        ),
        Column(
            "informant",
            _WHO,
            2.5,
            kind=Text(),
            label=N_("Who told"),
        ),
        Column(
            "informant_address",
            _WHERE,
            common.USUAL,
            kind=Text(),
            label=N_("Where who told lives"),
        ),
        # What else such sheets have about who told, a second name or address among it, is not kept at all.
        Column(
            common.NEVER,
            (
                *_WHO,
                *_WHERE,
                "SĐT người cung cấp",
                "Điện thoại người cung cấp",
                "SĐT người báo tin",
                "Giới tính",
                "Nghề nghiệp",
                "Tuổi",
                *common.FULL_NAME,
                *common.BIRTH,
                *common.PHONE,
                *common.ID_NUMBER,
            ),
            common.USUAL,
        ),
        Column(
            "channel",
            ("Hình thức", "Hình thức cung cấp", "Hình thức tiếp nhận", "Hình thức báo tin", "Kênh tiếp nhận", "Nguồn tiếp nhận"),
            example="Điện thoại",
        ),
        Column(
            "content",
            (
                "Nội dung",
                "Nội dung tin",
                "Nội dung nguồn tin",
                "Nội dung thông tin",
                "Nội dung tố giác, tin báo",
                "Tóm tắt nội dung",
            ),
            example="Có nhóm người lạ tụ tập ban đêm ở đầu bản",
        ),
        Column(
            "sorting",
            ("Phân loại", "Phân loại tin", "Phân loại nguồn tin", "Loại"),
            kind=Text(),
            label=N_("How the sheet sorts it"),
        ),
        Column("matter", ("Lĩnh vực", "Lĩnh vực liên quan", "Về lĩnh vực"), example="Trật tự xã hội"),
        Column("kind", ("Loại nguồn tin", "Loại thông tin"), example="Tin khác"),
        Column("happened", ("Thời gian xảy ra", "Xảy ra lúc", "Ngày xảy ra"), 0.8),
        Column(
            "receiver",
            ("CB tiếp nhận", "Cán bộ tiếp nhận", "Người tiếp nhận", "CBTN", "Cán bộ nhận tin", "Người nhận tin"),
            1.5,
            example="Đại úy Trần Văn Mẫu",
        ),
        Column(
            "verification",
            ("Kết quả xử lý", "Kết quả xác minh", "Kết quả giải quyết", "Kết quả xác minh, xử lý", "Kết quả"),
            example="Đã kiểm tra, nhắc nhở",
        ),
        Column("outcome", ("Hướng xử lý", "Hình thức xử lý", "Biện pháp xử lý", "Xử lý"), 0.8),
        Column("valuable", ("Giá trị (x)", "Giá trị", "Tin có giá trị", "Có giá trị", "Giá trị tin"), 1.5, example="x"),
        Column("state", ("Trạng thái", "Tình trạng", "Tình trạng giải quyết"), 0.8),
        Column("opinion", ("Ý kiến chỉ huy", "Ý kiến chỉ đạo", "Ý kiến của chỉ huy", "Chỉ đạo của lãnh đạo"), 0.8),
        Column("answered_on", ("Ngày trả lời", "Ngày thông báo kết quả"), 0.8),
        Column("passed_to", ("Chuyển đến", "Đơn vị nhận", "Cơ quan thụ lý", "Nơi chuyển"), 0.8),
        Column("slip_number", ("Số phiếu chuyển", "Phiếu chuyển số"), 0.8),
        common.hamlet(),
        Column("place", ("Nơi xảy ra", "Địa điểm xảy ra", "Địa điểm", "Địa bàn"), 0.8),
        common.notes(),
    ),
    synonyms={
        "channel": {
            "direct": ("trực tiếp", "gặp", "gặp trực tiếp", "trình báo", "đến trụ sở", "tại trụ sở"),
            "phone": ("điện thoại", "ĐT", "SĐT", "gọi điện", "qua điện thoại", "đường dây nóng", "113", "tin nhắn"),
            "letter": ("đơn", "thư", "đơn thư", "văn bản", "bưu điện", "bằng đơn"),
            "box": ("hòm thư", "hòm thư tố giác", "hộp thư", "hòm thư tố giác tội phạm"),
            "message": ("Zalo", "VNeID", "qua Zalo", "nhóm Zalo", "ứng dụng VNeID"),
            "meeting": ("họp", "họp dân", "tại cuộc họp", "buổi họp", "diễn đàn", "tại buổi tuyên truyền"),
            "online": ("mạng", "internet", "Facebook", "mạng xã hội", "MXH", "email", "fanpage"),
        },
        "kind": {
            "denunciation": ("tố giác", "tố giác tội phạm", "TG", "TGTP"),
            "report": ("tin báo", "tin báo tội phạm", "tin báo về tội phạm", "TB", "TBTP"),
            "petition": ("kiến nghị", "kiến nghị khởi tố", "KNKT"),
            "other": ("tin khác", "khác", "phản ánh", "nguồn tin khác", "tin ANTT"),
        },
        "matter": {
            "crime": (
                "hình sự",
                "tội phạm",
                "trật tự xã hội",
                "TTXH",
                "trộm cắp",
                "trộm cắp tài sản",
                "đánh bạc",
                "cờ bạc",
                "gây rối",
            ),
            "drugs": ("ma túy", "ma tuý", "MT", "tệ nạn ma túy"),
            "economy": ("kinh tế", "buôn lậu", "hàng giả", "gian lận thương mại", "lâm sản"),
            "environment": ("môi trường", "khai thác khoáng sản", "phá rừng", "khoáng sản"),
            "traffic": ("giao thông", "TTATGT", "ATGT", "tai nạn giao thông", "TNGT"),
            "residence": ("cư trú", "tạm trú", "người lạ", "xuất nhập cảnh", "QLHC"),
            "security": ("an ninh", "ANQG", "an ninh quốc gia", "an ninh nông thôn", "ANTT"),
            "dispute": ("mâu thuẫn", "tranh chấp", "mâu thuẫn nội bộ", "mâu thuẫn, tranh chấp", "đất đai"),
            "other": ("khác", "lĩnh vực khác"),
        },
        "valuable": {
            "yes": ("x", "có", "có giá trị", "✓", "1", "cao"),
            "no": ("không", "không có giá trị", "không giá trị", "0"),
            "pending": ("chưa đánh giá", "đang đánh giá", "chưa xác định"),
        },
        "outcome": {
            "checking": ("đang xác minh", "đang xác minh, giải quyết", "đang giải quyết", "chưa giải quyết"),
            "investigation": ("chuyển CQĐT", "chuyển cơ quan điều tra", "chuyển công an tỉnh", "chuyển PC", "khởi tố"),
            "other_body": ("chuyển cơ quan khác", "chuyển UBND", "chuyển UBND xã", "chuyển đơn vị khác"),
            "sanction": ("xử phạt", "xử phạt hành chính", "XPHC", "phạt hành chính", "xử lý hành chính", "XPVPHC"),
            "mediated": ("hòa giải", "nhắc nhở", "hòa giải thành"),
            "unfounded": ("không có cơ sở", "tin sai", "không đúng", "lưu", "xếp lưu", "không có dấu hiệu"),
        },
        "state": {
            "new": ("mới tiếp nhận", "mới", "đã tiếp nhận"),
            "checking": ("đang xác minh", "đang giải quyết", "đang xử lý", "chưa xong"),
            "resolved": ("đã giải quyết", "đã xác minh", "đã xử lý", "xong", "đã xong", "đã làm rõ"),
            "unfounded": ("không có cơ sở", "xếp lưu", "lưu hồ sơ", "tin sai"),
        },
    },
)
