"""Plans and advisory papers (sổ theo dõi văn bản), and what they ask for."""

from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

PLAN = SheetShape(
    "plan",
    titles=(
        "Sổ theo dõi văn bản",
        "Danh mục văn bản",
        "Danh mục kế hoạch",
        "Văn bản tham mưu",
        "Kế hoạch, văn bản",
        "Văn bản chỉ đạo",
        "Sổ công văn",
    ),
    needs=("title",),
    identity=("number", "issued_on", "title"),
    columns=(
        Column(
            "issued_on",
            ("Ngày ban hành", "Ngày văn bản", "Ngày, tháng ban hành", "Ngày, tháng văn bản", *common.DAY),
            1,
            example="10/01/2024",
        ),
        Column(
            "number",
            ("Số, ký hiệu", "Số, ký hiệu văn bản", "Số văn bản", "Số hiệu", "Số kế hoạch", "Số, ký hiệu VB"),
            1.8,
            example="05/KH-CAX",
        ),
        Column("kind", ("Loại văn bản", "Tên loại văn bản", "Tên loại", "Loại VB", "Thể loại"), 1.2, example="Kế hoạch"),
        Column(
            "title",
            (
                "Trích yếu nội dung",
                "Trích yếu",
                "Trích yếu nội dung văn bản",
                "Tên loại và trích yếu nội dung",
                "Tên kế hoạch",
                "Tên văn bản",
                "Về việc",
                "Nội dung văn bản",
            ),
            2,
            example="Mở đợt cao điểm tấn công, trấn áp tội phạm dịp Tết",
        ),
        Column(
            "issuer", ("Cơ quan ban hành", "Nơi ban hành", "Đơn vị ban hành", "Đơn vị soạn thảo"), 1.5, example="Ủy ban nhân dân xã"
        ),
        Column("ends_on", ("Thời hạn thực hiện", "Hạn thực hiện", "Thực hiện đến ngày", "Ngày hoàn thành"), 1),
        common.notes(),
    ),
    synonyms={
        "kind": {
            "plan": ("kế hoạch", "KH", "phương án", "PA"),
            "programme": ("chương trình", "CTr", "đề án", "ĐA"),
            "resolution": ("nghị quyết", "NQ", "quyết định", "QĐ", "chỉ thị", "CT"),
            "letter": ("công văn", "CV", "báo cáo", "BC", "tờ trình", "TTr"),
            "other": ("khác", "thông báo", "hướng dẫn"),
        },
    },
)

PLAN_TASK = SheetShape(
    "plan_task",
    titles=("Nhiệm vụ của kế hoạch", "Phân công nhiệm vụ", "Phân công thực hiện"),
    needs=("task", "due_on"),
    identity=("plan", "task", "due_on"),
    columns=(
        Column("plan", ("Kế hoạch", "Thuộc kế hoạch", "Theo kế hoạch", "Kế hoạch số"), 1, example="05/KH-CAX"),
        Column(
            "task", ("Nội dung công việc", "Nội dung nhiệm vụ", "Công việc", "Nhiệm vụ"), 1.2, example="Tuyên truyền tại các bản"
        ),
        Column("due_on", ("Thời hạn hoàn thành", "Thời hạn", "Hạn hoàn thành", "Thời gian hoàn thành"), 1.1, example="31/01/2024"),
        Column("done_on", ("Ngày hoàn thành", "Hoàn thành ngày", "Đã hoàn thành"), 1.1),
        Column("responsible", ("Người thực hiện", "Cán bộ thực hiện", "Người phụ trách", "Phân công"), 1.2),
        common.notes(),
    ),
)
