"""Groups of the people, who serves in them, what they do."""

from app.core.i18n import N_
from app.core.kinds import LongText, Text
from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

GROUP_KINDS = {
    "people_security": ("tổ an ninh nhân dân", "tổ ANND", "ANND", "tổ nhân dân tự quản", "tổ ANTT nhân dân"),
    "rapid_security": ("tổ an ninh xung kích", "an ninh xung kích", "xung kích", "tổ xung kích", "đội xung kích"),
    "mediation": ("tổ hòa giải", "hòa giải", "tổ HG", "tổ hòa giải cơ sở"),
    "civil_defence": ("đội dân phòng", "dân phòng", "đội DP", "đội PCCC cơ sở"),
    "security_order": (
        "tổ bảo vệ an ninh, trật tự",
        "tổ bảo vệ an ninh trật tự",
        "tổ bảo vệ ANTT",
        "bảo vệ ANTT",
        "tổ BVANTT",
        "tổ BV ANTT",
        "lực lượng tham gia bảo vệ ANTT ở cơ sở",
    ),
    "other": ("khác", "tổ tự quản", "tổ liên gia", "tổ liên gia tự quản", "câu lạc bộ", "CLB", "tổ chức khác"),
}

GROUP = SheetShape(
    "group",
    titles=(
        "Danh sách tổ",
        "Danh sách các tổ",
        "Thống kê tổ",
        "Tổ chức quần chúng",
        "Tổ chức quần chúng tự quản",
        "Tổ an ninh nhân dân",
        "Tổ bảo vệ an ninh, trật tự",
        "Tổ bảo vệ ANTT",
        "Tổ ANND",
        "Tổ an ninh xung kích",
        "Tổ tự quản",
        "Tổ hòa giải",
        "Đội dân phòng",
        "Các tổ tự quản",
    ),
    needs=("name",),
    identity=("name", "hamlet"),
    columns=(
        Column(
            "name",
            (
                "Tên tổ",
                "Tên tổ, đội",
                "Tên tổ chức",
                "Tên đội",
                "Tổ, đội",
                "Tên nhóm",
                "Tên tổ tự quản",
                "Tổ chức",
                "Tổ chức quần chúng",
            ),
            1.8,
            example="Tổ ANND bản Mẫu",
        ),
        Column("kind", ("Loại tổ", "Loại hình", "Loại hình tổ chức", "Loại", "Loại tổ chức"), 1.2, example="Tổ an ninh nhân dân"),
        common.hamlet("Địa bàn", "Địa bàn hoạt động"),
        Column(
            "head",
            ("Tổ trưởng", "Họ và tên tổ trưởng", "Họ tên tổ trưởng", "Đội trưởng", "Người đứng đầu", "Trưởng nhóm"),
            1.5,
            example="Lò Văn Mẫu",
        ),
        Column(
            "members",
            (
                "Số thành viên",
                "Số tổ viên",
                "Số lượng thành viên",
                "Quân số",
                "Số người",
                "Số lượng",
                "Tổng số thành viên",
                "Số thành viên Tổng số",
            ),
            1.2,
            example="5",
        ),
        Column("decision", ("Số QĐ thành lập", "QĐ thành lập", "Quyết định thành lập", *common.DECISION), 1, example="08/QĐ-UBND"),
        Column(
            "founded_on",
            ("Ngày thành lập", "Ngày QĐ", "Ngày quyết định", "Ngày ra mắt", "Thời gian thành lập"),
            1.2,
            example="01/7/2024",
        ),
        Column("ended_on", ("Ngày giải thể", "Ngày kết thúc hoạt động"), 0.8),
        Column("ended_decision", ("Số QĐ giải thể", "QĐ giải thể"), 0.8),
        common.phone_of("phone", "SĐT tổ trưởng", "Điện thoại tổ trưởng"),
        common.notes(),
    ),
    synonyms={"kind": GROUP_KINDS},
)

MEMBER = SheetShape(
    "member",
    titles=(
        "Danh sách thành viên",
        "Danh sách tổ viên",
        "Danh sách tổ bảo vệ an ninh, trật tự",
        "Danh sách tổ bảo vệ ANTT",
        "Tổ bảo vệ ANTT",
        "Bảo vệ ANTT ở cơ sở",
        "Bảo vệ ANTT cơ sở",
        "Danh sách đội dân phòng",
        "Danh sách tổ an ninh nhân dân",
        "Danh sách tổ ANND",
        "Danh sách tổ hòa giải",
        "Danh sách thành viên tổ",
        "Danh sách lực lượng",
        "Thành viên tổ",
        "Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
        "Đội dân phòng",
        "Tổ hòa giải",
        "Tổ an ninh nhân dân",
        "Tổ ANND",
        "Tổ an ninh xung kích",
    ),
    needs=("name",),
    identity=("name", "birth", "team"),
    band="team",
    columns=(
        Column("name", (*common.NAME, "Họ và tên thành viên", "Họ tên thành viên", "Họ tên tổ viên"), example="Lò Văn Mẫu"),
        Column("birth", common.BIRTH, example="03/5/1984"),
        Column(
            "education",
            ("Trình độ VH", "Trình độ văn hóa", "Trình độ học vấn", "TĐVH", "Trình độ", "Học vấn"),
            kind=Text(),
            label=N_("Schooling"),
            example="12/12",
        ),
        Column(
            "role",
            ("Chức danh", "Chức vụ", "Nhiệm vụ", "Chức danh trong tổ", "Chức vụ trong tổ", "Vai trò"),
            1.5,
            example="Tổ viên",
        ),
        Column("address", common.LIVES, 0.8, kind=Text(), label=N_("Address"), example="Bản Mẫu"),
        common.phone(),
        common.id_number(),
        Column("decision", common.DECISION, example="08/QĐ-UBND"),
        Column(
            "joined_on",
            ("Ngày tham gia", "Tham gia từ", "Ngày vào tổ", "Thời gian tham gia", "Tham gia từ ngày", "Ngày bổ nhiệm"),
            1.5,
            example="01/7/2024",
        ),
        Column("left_on", ("Ngày thôi", "Ngày nghỉ", "Ngày ra khỏi tổ", "Thôi tham gia", "Ngày thôi tham gia"), 1),
        Column(
            "team", ("Tổ, đội", "Thuộc tổ", "Tên tổ", "Tổ", "Đội", "Tổ/đội", "Tên tổ, đội"), 0.8, example="Tổ bảo vệ ANTT bản Mẫu"
        ),
        common.notes(),
    ),
    synonyms={
        "role": {
            "head": ("Tổ trưởng", "Đội trưởng", "Trưởng nhóm", "Nhóm trưởng", "Trưởng ban", "TT", "Chủ nhiệm"),
            "deputy": ("Tổ phó", "Đội phó", "Phó tổ trưởng", "Phó đội trưởng", "Phó nhóm", "Nhóm phó", "TP", "Phó chủ nhiệm"),
            "member": ("Tổ viên", "Đội viên", "Thành viên", "TV", "Ủy viên", "Hòa giải viên", "Hội viên"),
        },
    },
)

ACTIVITY = SheetShape(
    "activity",
    titles=(
        "Sổ tuần tra",
        "Nhật ký tuần tra",
        "Hoạt động của tổ",
        "Kết quả hoạt động của tổ",
        "Lịch tuần tra",
        "Tuần tra, canh gác",
    ),
    needs=("team", "held_on"),
    identity=("team", "held_on", "kind", "count", "participants"),
    columns=(
        Column("held_on", ("Ngày tuần tra", "Ngày thực hiện", "Ngày hoạt động", *common.DAY), example="12/4/2024"),
        Column(
            "team",
            ("Tổ, đội", "Tên tổ", "Tổ", "Đơn vị thực hiện", "Tổ thực hiện", "Lực lượng"),
            1.2,
            example="Tổ bảo vệ ANTT bản Mẫu",
        ),
        Column("kind", ("Loại hoạt động", "Hoạt động", "Nội dung hoạt động", "Hình thức", "Công việc"), 1.2, example="Tuần tra"),
        Column("count", ("Số lượt", "Số ca", "Số lần", "Số ca tuần tra", "Số lượt tuần tra", "Số buổi"), 1.5, example="1"),
        Column("participants", ("Số người tham gia", "Quân số", "Số người", "Số lượt người", "Lượt người"), 1.2, example="5"),
        Column("result", ("Kết quả", "Kết quả phát hiện"), 0.8, kind=LongText(), label=N_("Results")),
        common.notes(),
    ),
    synonyms={
        "kind": {
            "patrol": ("tuần tra", "đi tuần", "tuần tra đêm", "tuần tra kiểm soát", "TTKS"),
            "guard": ("canh gác", "trực", "bảo vệ sự kiện", "bảo vệ", "trực gác", "chốt", "chốt trực"),
            "meeting": ("họp", "họp tổ", "sinh hoạt tổ", "giao ban"),
            "case": ("giải quyết vụ việc", "xử lý vụ việc", "hòa giải", "vụ việc"),
            "other": ("khác", "hoạt động khác"),
        },
    },
)
