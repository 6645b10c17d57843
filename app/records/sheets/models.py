"""Prevention models: the ledger of sites (sổ theo dõi mô hình), the kinds, the reviews."""

from app.core.i18n import N_
from app.core.kinds import LongText, Text
from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

RATINGS = {
    "good": ("Tốt", "hoạt động tốt", "xuất sắc", "loại tốt", "T"),
    "fair": ("Khá", "hoạt động khá", "loại khá", "K"),
    "average": ("TB", "trung bình", "loại trung bình", "đạt"),
    "ineffective": ("Yếu", "kém", "không hiệu quả", "loại yếu", "không hoạt động", "hoạt động kém"),
}
MATTERS = {
    "order": ("ANTT", "an ninh trật tự", "an ninh, trật tự", "bảo vệ ANTT"),
    "crime": ("phòng chống tội phạm", "tội phạm", "PCTP"),
    "drugs": ("ma túy", "ma tuý", "phòng chống ma túy"),
    "traffic": ("giao thông", "ATGT", "TTATGT", "an toàn giao thông"),
    "fire": ("PCCC", "phòng cháy", "cháy nổ", "phòng cháy chữa cháy"),
    "clan": ("dòng họ", "dòng họ tự quản"),
    "other": ("khác",),
}

MODEL_SITE = SheetShape(
    "model_site",
    titles=(
        "Sổ theo dõi mô hình",
        "Danh sách mô hình",
        "Thống kê mô hình",
        "Tổng hợp mô hình",
        "Mô hình phòng, chống tội phạm",
        "Mô hình tự quản",
        "Mô hình toàn dân bảo vệ an ninh Tổ quốc",
        "Mô hình",
    ),
    needs=("model",),
    identity=("model", "place"),
    columns=(
        Column(
            "model",
            ("Tên mô hình", "Tên gọi mô hình", "Loại mô hình", "Mô hình", "Tên mô hình, điển hình", "Tên MH"),
            2,
            example="Camera an ninh",
        ),
        Column(
            "place",
            (
                "Nơi xây dựng",
                "Nơi xây dựng mô hình",
                "Địa điểm xây dựng",
                "Địa bàn xây dựng",
                "Nơi thành lập",
                "Nơi triển khai",
                "Địa bàn triển khai",
                "Địa bàn",
                "Địa điểm",
                "Điểm mô hình",
            ),
            1.2,
            example="Bản Mẫu",
        ),
        common.hamlet(),
        Column(
            "decision",
            (
                "Số, ngày QĐ thành lập",
                "Số QĐ thành lập",
                "QĐ thành lập",
                "Quyết định thành lập",
                "Số, ngày, tháng, năm QĐ thành lập",
                *common.DECISION,
            ),
            1.5,
            example="12/QĐ-UBND ngày 05/3/2023",
        ),
        Column("decided_on", ("Ngày QĐ thành lập", "Ngày quyết định", "Ngày QĐ", "Ngày ra quyết định"), 1.2),
        Column(
            "founded_on",
            ("Ngày ra mắt", "Ngày thành lập", "Thời gian ra mắt", "Thời gian thành lập", "Ngày xây dựng", "Ngày, tháng ra mắt"),
            1.5,
            example="10/3/2023",
        ),
        Column("members", ("Số thành viên", "Số lượng thành viên", "Số hội viên", "Số người tham gia", "Thành viên"), example="25"),
        Column("commitments", ("Số hộ tham gia", "Số hộ ký cam kết", "Số hộ", "Số hộ đăng ký"), 1),
        Column("head", ("Người phụ trách", "Trưởng mô hình", "Người đứng đầu", "Tổ trưởng", "Trưởng nhóm", "Ban chủ nhiệm"), 1),
        Column("origin", ("Hình thức hình thành", "Nguồn gốc", "Xây dựng mới/nhân rộng"), 0.8),
        Column(
            "results",
            ("Kết quả", "Kết quả hoạt động", "Kết quả nổi bật", "Hiệu quả", "Hiệu quả hoạt động"),
            0.8,
            kind=LongText(),
            label=N_("Results"),
            example="Cung cấp 05 nguồn tin",
        ),
        Column(
            "rating",
            ("Xếp loại (Tốt/Khá/TB/Yếu)", "Xếp loại", "Phân loại", "Đánh giá", "Đánh giá, xếp loại", "Chất lượng"),
            1.2,
            kind=Text(),
            label=N_("Rating"),
            example="Tốt",
        ),
        Column(
            "proposal",
            ("Đề xuất (duy trì/nhân rộng/chấm dứt)", "Đề xuất", "Kiến nghị, đề xuất", "Hướng duy trì", "Kiến nghị"),
            1.5,
            kind=Text(),
            label=N_("Proposal"),
            example="Duy trì",
        ),
        Column("dropped_on", ("Ngày chấm dứt", "Ngày giải thể", "Ngày dừng hoạt động"), 1),
        Column("drop_reason", ("Lý do chấm dứt", "Lý do giải thể", "Lý do"), 0.8),
        common.notes(),
    ),
    synonyms={
        "origin": {
            "built": ("xây dựng mới", "thành lập mới", "mới", "xây mới"),
            "multiplied": ("nhân rộng", "nhân rộng từ mô hình khác"),
            "taken_over": ("tiếp nhận", "nhận bàn giao", "kế thừa", "sáp nhập"),
        },
    },
)

MODEL = SheetShape(
    "model",
    titles=("Danh mục loại mô hình", "Danh mục mô hình", "Các loại mô hình"),
    needs=("name",),
    identity=("name",),
    columns=(
        Column("name", ("Tên loại mô hình", "Loại mô hình", "Tên mô hình"), 1, example="Camera an ninh"),
        Column("matter", ("Lĩnh vực", "Thuộc lĩnh vực", "Lĩnh vực hoạt động"), 1, example="An ninh, trật tự"),
        Column("started_on", ("Ngày bắt đầu", "Bắt đầu từ", "Ngày triển khai"), 0.8),
        common.notes(),
    ),
    synonyms={"matter": MATTERS},
)

MODEL_REVIEW = SheetShape(
    "model_review",
    titles=("Rà soát mô hình", "Kết quả rà soát mô hình", "Sơ kết mô hình", "Đánh giá mô hình"),
    needs=("reviewed_on", "rating"),
    identity=("site", "reviewed_on"),
    notes="note",
    columns=(
        # Which kind of model, where the site is told by its place alone.
        Column("model", ("Tên mô hình", "Mô hình", "Loại mô hình"), 1, kind=Text(), label=N_("Model")),
        Column("site", ("Điểm mô hình", "Nơi xây dựng", "Nơi xây dựng mô hình", "Địa bàn", "Địa điểm"), 1.2, example="Bản Mẫu"),
        Column("reviewed_on", ("Ngày rà soát", "Ngày đánh giá", "Ngày sơ kết"), 2, example="20/11/2024"),
        Column("rating", ("Xếp loại", "Đánh giá", "Kết quả xếp loại"), 1, example="Tốt"),
        Column("proposal", ("Đề xuất", "Hướng xử lý"), 1, example="Duy trì"),
        common.notes("note"),
    ),
    synonyms={
        "rating": RATINGS,
        "proposal": {
            "keep": ("duy trì", "tiếp tục", "giữ nguyên", "tiếp tục duy trì"),
            "multiply": ("nhân rộng", "nhân ra diện rộng"),
            "drop": ("chấm dứt", "giải thể", "dừng", "kết thúc"),
        },
    },
)
