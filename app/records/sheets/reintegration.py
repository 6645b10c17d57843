"""People who came home and are helped (tái hòa nhập cộng đồng). Why they were away is never kept, whatever the sheet says."""

from app.core.i18n import N_
from app.core.kinds import LongText, Text
from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

REINTEGRATION = SheetShape(
    "reintegration",
    titles=(
        "Tái hòa nhập cộng đồng",
        "Tái hòa nhập",
        "Cảm hóa, giáo dục, giúp đỡ",
        "Cảm hóa, giáo dục",
        "Người được giúp đỡ",
        "Quản lý, giáo dục, giúp đỡ",
        "Người chấp hành xong án phạt tù",
    ),
    needs=("name",),
    identity=("name", "birth_year", "hamlet"),
    columns=(
        Column("name", (*common.NAME, "Họ và tên người được giúp đỡ", "Họ tên người được giúp đỡ"), example="Nguyễn Văn Mẫu"),
        Column("birth_year", ("Năm sinh", *common.BIRTH), example="1990"),
        Column(
            "began_on",
            (
                "Ngày về địa phương",
                "Ngày ra tù",
                "Ngày về",
                "Ngày về nơi cư trú",
                "Ngày tiếp nhận",
                "Giúp đỡ từ ngày",
                "Ngày bắt đầu giúp đỡ",
                "Thời gian về địa phương",
                "Ngày nhận giúp đỡ",
            ),
            2.5,
            example="02/9/2023",
        ),
        common.hamlet("Nơi về", "Nơi về cư trú", "Nơi cư trú", "Nơi ở hiện nay", "Nơi ở", "Địa chỉ", weight=1),
        Column(
            "helper",
            (
                "Người/tổ giúp đỡ",
                "Người giúp đỡ",
                "Người, tổ giúp đỡ",
                "Đơn vị giúp đỡ",
                "Người được phân công giúp đỡ",
                "Người nhận giúp đỡ",
                "Phân công giúp đỡ",
                "Cá nhân, tổ chức giúp đỡ",
                "Đoàn thể giúp đỡ",
            ),
            2,
            example="Hội Nông dân xã",
        ),
        Column(
            "work",
            ("Việc làm, vay vốn", "Việc làm", "Vay vốn", "Nghề nghiệp, vay vốn", "Tạo việc làm, vay vốn", "Nghề nghiệp hiện nay"),
            1.5,
            kind=Text(max_length=500),
            label=N_("Work, loans"),
            example="Được vay vốn chăn nuôi",
        ),
        Column(
            "remarks",
            ("Nhận xét", "Nhận xét, đánh giá", "Đánh giá", "Nhận xét sự tiến bộ"),
            kind=LongText(),
            label=N_("Remarks"),
            example="Có nhiều tiến bộ",
        ),
        Column(
            "result",
            ("Kết quả", "Kết quả giúp đỡ", "Kết quả cảm hóa, giáo dục"),
            0.8,
            kind=LongText(),
            label=N_("Results"),
            example="Đã có việc làm ổn định",
        ),
        Column("progress", ("Tiến bộ", "Diễn biến", "Quá trình tiến bộ"), 0.8),
        Column("needs_work", ("Cần việc làm", "Nhu cầu việc làm"), 1),
        Column("needs_loan", ("Cần vay vốn", "Nhu cầu vay vốn"), 1),
        Column("needs_papers", ("Cần giấy tờ", "Nhu cầu giấy tờ", "Cần làm giấy tờ"), 1),
        Column("needs_other", ("Nhu cầu khác",), 0.8),
        Column("ended_on", ("Ngày kết thúc giúp đỡ", "Ngày thôi giúp đỡ", "Ngày kết thúc"), 1),
        common.phone(),
        common.id_number(),
        common.notes(),
    ),
    synonyms={
        "outcome": {
            "progress": ("tiến bộ", "đã tiến bộ", "có tiến bộ"),
            "moved": ("chuyển đi", "chuyển nơi khác", "đi nơi khác"),
            "other": ("khác", "lý do khác"),
        },
    },
)

VISIT = SheetShape(
    "visit",
    titles=("Gặp gỡ, giáo dục", "Lượt thăm gặp", "Thăm hỏi, gặp gỡ"),
    needs=("person", "visited_on"),
    identity=("person", "visited_on"),
    notes="progress",
    columns=(
        Column("person", ("Người được gặp gỡ", "Người được giúp đỡ", "Người được thăm"), 1.5, example="Nguyễn Văn Mẫu"),
        Column("visited_on", ("Ngày gặp", "Ngày thăm", "Ngày gặp gỡ", "Ngày thăm, gặp"), 1.5, example="10/4/2024"),
        Column("visitor", ("Người gặp", "Người thăm", "Cán bộ gặp gỡ", "Người đến thăm"), 1.2, example="Đại úy Trần Văn Mẫu"),
        Column("progress", ("Nhận xét", "Tiến bộ", "Diễn biến"), 1, example="Chăm chỉ làm ăn"),
        Column("help_given", ("Đã giúp đỡ", "Nội dung giúp đỡ", "Kết quả giúp đỡ"), 1, example="Giới thiệu việc làm"),
    ),
)
