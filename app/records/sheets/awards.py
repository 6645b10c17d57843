"""The register of awards (danh sách khen thưởng): the awarded with their decisions, and who is proposed."""

from app.core.i18n import N_
from app.core.kinds import Date, Text
from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

ACHIEVEMENT = (
    "Thành tích",
    "Thành tích đạt được",
    "Nội dung khen",
    "Nội dung khen thưởng",
    "Nội dung thành tích",
    "Đã có thành tích",
    "Lý do khen",
)
WHO = (
    "Họ và tên, đơn vị",
    "Tên tập thể, cá nhân",
    "Họ tên, đơn vị",
    "Tên tập thể",
    "Tên đơn vị, cá nhân",
    *common.NAME,
)
OFFICE = (
    "Chức vụ/nơi ở",
    "Chức vụ, nơi ở",
    "Chức vụ, đơn vị",
    "Chức vụ, đơn vị công tác",
    "Chức vụ",
    "Đơn vị",
    "Đơn vị công tác",
    *common.LIVES,
)

AWARDEE = SheetShape(
    "awardee",
    cli="award",
    titles=(
        "Danh sách khen thưởng",
        "Danh sách được khen thưởng",
        "Danh sách tập thể, cá nhân được khen",
        "Tập thể, cá nhân được tặng giấy khen",
        "Sổ theo dõi khen thưởng",
        "Kết quả khen thưởng",
        "Giấy khen",
        "Khen thưởng",
    ),
    needs=("name",),
    identity=("name", "decision"),
    band="kind",
    columns=(
        Column("name", WHO, example="Lò Văn Mẫu"),
        Column(
            "collective", ("Tập thể/cá nhân", "Tập thể hay cá nhân", "Là tập thể", "Tập thể", "Loại đối tượng", "Đối tượng"), 0.8
        ),
        Column("address", OFFICE, example="Trưởng bản, bản Mẫu"),
        Column("achievement", ACHIEVEMENT, 2, example="Có thành tích xuất sắc trong phong trào toàn dân bảo vệ ANTQ"),
        Column(
            "form",
            ("Hình thức", "Hình thức khen", "Hình thức khen thưởng", "Danh hiệu", "Danh hiệu, hình thức khen thưởng"),
            1.2,
            kind=Text(),
            label=N_("Form of the award"),
            example="Giấy khen",
        ),
        Column("decision", common.DECISION, kind=Text(), label=N_("Award decision"), example="12/QĐ-UBND"),
        Column(
            "decided_on",
            ("Ngày QĐ", "Ngày quyết định", "Ngày ký", "Ngày khen", "Ngày khen thưởng", *common.DAY),
            0.8,
            kind=Date(),
            label=N_("Date of decision"),
            example="19/8/2024",
        ),
        Column(
            "amount",
            (
                "Tiền (đồng)",
                "Tiền thưởng",
                "Tiền thưởng (đồng)",
                "Số tiền",
                "Số tiền (đồng)",
                "Mức thưởng",
                "Mức tiền thưởng",
                "Tiền",
            ),
            1.5,
            example="702.000",
        ),
        Column("register_no", ("Số vào sổ", "Số sổ vàng", "Vào sổ số", "Số đăng ký"), 1.2, example="15"),
        common.notes(),
    ),
    synonyms={
        "collective": {"1": ("tập thể", "đơn vị", "TT"), "0": ("cá nhân", "hộ gia đình", "CN", "ông", "bà")},
    },
)

NOMINATION = SheetShape(
    "nomination",
    titles=("Danh sách đề nghị khen thưởng", "Đề nghị khen thưởng", "Đề nghị tặng giấy khen", "Trích ngang thành tích"),
    needs=("name",),
    identity=("name", "proposed_on", "deed"),
    columns=(
        Column("proposed_on", ("Ngày đề nghị", "Ngày, tháng đề nghị", "Ngày trình", *common.DAY), 1.2, example="01/8/2024"),
        Column("name", WHO, example="Lò Văn Mẫu"),
        Column("nominee", ("Đối tượng", "Tập thể/cá nhân", "Loại đối tượng"), 0.8, example="Cá nhân"),
        Column("kind", ("Loại khen thưởng", "Loại hình khen thưởng", "Hình thức đề nghị", "Hình thức"), 1, example="Thường xuyên"),
        Column("address", OFFICE, example="Trưởng bản, bản Mẫu"),
        Column(
            "deed",
            ("Thành tích đề nghị", "Tóm tắt thành tích", "Thành tích đề nghị khen thưởng", *ACHIEVEMENT),
            2,
            example="Vận động Nhân dân giao nộp vũ khí",
        ),
        Column("proposer", ("Đơn vị đề nghị", "Nơi đề nghị", "Người đề nghị", "Cơ quan đề nghị"), 2, example="Bản Mẫu"),
        Column("outcome", ("Kết quả xét", "Kết quả", "Kết quả xét duyệt"), 0.8),
        Column("decided_on", ("Ngày quyết định", "Ngày QĐ"), 0.8),
        Column("award", ("Số QĐ khen thưởng", "Quyết định khen thưởng", "Số QĐ"), 0.8),
        common.id_number(),
        common.notes(),
    ),
    synonyms={
        "nominee": {
            "person": ("cá nhân", "CN"),
            "household": ("hộ", "hộ gia đình", "gia đình"),
            "collective": ("tập thể", "đơn vị", "TT"),
        },
        "kind": {
            "regular": ("thường xuyên", "hằng năm", "tổng kết năm", "thực hiện nhiệm vụ chính trị"),
            "campaign": ("chuyên đề", "theo đợt", "đợt thi đua", "sơ kết", "theo chuyên đề"),
            "unexpected": ("đột xuất", "khen đột xuất"),
            "household": ("hộ gia đình", "gia đình"),
        },
        "outcome": {
            "pending": ("đang xét", "chưa xét", "chờ", "đang trình"),
            "awarded": ("được khen", "đã khen", "đạt", "đồng ý"),
            "refused": ("không được khen", "không đạt", "không đồng ý"),
        },
    },
)
