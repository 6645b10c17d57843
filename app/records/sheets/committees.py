"""The steering committee (Ban Chỉ đạo): its members, its meetings, what it asks for."""

from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

_COMMITTEE = Column("committee", ("Ban Chỉ đạo", "Tên Ban Chỉ đạo"), 0.6)

COMMITTEE_MEMBER = SheetShape(
    "committee_member",
    titles=(
        "Danh sách Ban Chỉ đạo",
        "Danh sách thành viên Ban Chỉ đạo",
        "Thành viên Ban Chỉ đạo",
        "Kiện toàn Ban Chỉ đạo",
        "Danh sách BCĐ",
        "Thành viên BCĐ",
        "BCĐ 138",
        "Ban Chỉ đạo",
    ),
    needs=("name", "role"),
    identity=("name", "committee", "office"),
    columns=(
        _COMMITTEE,
        Column("name", common.NAME, example="Nguyễn Văn Mẫu"),
        Column(
            "role",
            (
                "Chức danh trong Ban Chỉ đạo",
                "Chức vụ trong Ban Chỉ đạo",
                "Chức danh trong BCĐ",
                "Chức vụ trong BCĐ",
                "Chức danh BCĐ",
                "Nhiệm vụ trong BCĐ",
                "Chức danh trong ban",
                "Chức danh",
            ),
            2,
            example="Ủy viên",
        ),
        Column(
            "office",
            ("Chức vụ, đơn vị công tác", "Chức vụ", "Chức vụ, đơn vị", "Đơn vị công tác", "Chức vụ công tác"),
            1.2,
            example="Trưởng Công an xã",
        ),
        Column("served_from", ("Ngày tham gia", "Tham gia từ ngày", "Từ ngày"), 0.8),
        Column("served_until", ("Ngày thôi", "Đến ngày"), 0.8),
        common.phone_of("phone"),
        common.notes(),
    ),
    synonyms={
        "role": {
            "head": ("Trưởng ban", "Trưởng BCĐ", "TB", "Trưởng"),
            "standing": ("Phó Trưởng ban thường trực", "Phó ban thường trực", "Phó TB thường trực", "Phó Trưởng ban TT"),
            "deputy": ("Phó Trưởng ban", "Phó ban", "PTB", "Phó TB", "Phó"),
            "member": ("Ủy viên", "Thành viên", "UV", "Uỷ viên"),
            "secretary": ("Thư ký", "Ủy viên thư ký", "Thư ký BCĐ"),
        },
    },
)

COMMITTEE_MEETING = SheetShape(
    "committee_meeting",
    titles=("Các phiên họp Ban Chỉ đạo", "Họp Ban Chỉ đạo", "Phiên họp Ban Chỉ đạo"),
    needs=("held_on", "subject"),
    identity=("held_on", "subject"),
    notes="matters",
    columns=(
        _COMMITTEE,
        Column("held_on", ("Ngày họp", "Thời gian họp", *common.DAY), 1, example="15/3/2024"),
        Column("attendees", ("Số người dự", "Số đại biểu", "Số người dự họp"), 1, example="12"),
        Column("subject", ("Nội dung phiên họp", "Nội dung họp", "Nội dung"), 1.2, example="Sơ kết quý I"),
        Column("chair", ("Chủ trì", "Người chủ trì"), 1),
        Column("secretary", ("Thư ký",), 0.8),
        Column("place", ("Địa điểm",), 0.8),
        Column("present", ("Thành phần", "Thành phần dự họp"), 1),
        Column("conclusions", ("Kết luận", "Nội dung kết luận"), 2, example="Các thành viên tiếp tục bám địa bàn"),
    ),
)

COMMITTEE_TASK = SheetShape(
    "committee_task",
    titles=("Nhiệm vụ Ban Chỉ đạo giao", "Nhiệm vụ do Ban Chỉ đạo giao"),
    needs=("task", "due_on"),
    identity=("task", "due_on"),
    columns=(
        _COMMITTEE,
        Column("task", ("Nhiệm vụ được giao", "Nội dung nhiệm vụ", "Nhiệm vụ"), 1.2, example="Tuyên truyền tại các bản"),
        Column(
            "responsible", ("Đơn vị thực hiện", "Người thực hiện", "Đơn vị chủ trì", "Cơ quan chủ trì"), 1.2, example="Công an xã"
        ),
        Column("due_on", ("Thời hạn hoàn thành", "Thời hạn", "Hạn hoàn thành"), 1.2, example="30/6/2024"),
        Column("done_on", ("Ngày hoàn thành", "Hoàn thành ngày"), 1.2),
        common.notes(),
    ),
)
