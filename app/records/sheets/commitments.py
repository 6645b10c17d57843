"""Lists of who signed a commitment (danh sách ký cam kết), and of the campaigns themselves."""

from app.core.i18n import N_
from app.core.kinds import BirthDate, Integer, LongText, PersonName, Phone, Text
from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

COMMITMENT = SheetShape(
    "commitment",
    titles=(
        "Danh sách ký cam kết",
        "Danh sách hộ ký cam kết",
        "Danh sách hộ gia đình ký cam kết",
        "Tổng hợp ký cam kết",
        "Ký cam kết",
        "Bản cam kết",
        "Cam kết",
    ),
    needs=("name",),
    identity=("name", "birth", "hamlet", "campaign"),
    columns=(
        # The heading tells the kind of signer as well; the recipe reads it.
        Column(
            "name",
            (
                "Họ và tên chủ hộ",
                "Họ tên chủ hộ",
                "Tên chủ hộ",
                "Chủ hộ",
                "Đại diện hộ gia đình",
                "Họ và tên người ký",
                "Người ký cam kết",
                "Người cam kết",
                "Họ và tên cá nhân",
                "Tên cơ sở",
                "Tên cơ sở kinh doanh",
                "Tên doanh nghiệp",
                "Tên cơ quan, đơn vị",
                "Tên trường",
                "Tên dòng họ",
                "Tên cơ sở, trường học, dòng họ",
                *common.NAME,
            ),
            example="Lò Văn Mẫu",
        ),
        Column("birth", common.BIRTH, kind=BirthDate(), label=N_("Birth date"), example="1980"),
        Column(
            "birth_male",
            ("Năm sinh Nam", "Ngày sinh Nam", "Ngày, tháng, năm sinh Nam", "Năm sinh (nam)"),
            1.2,
            kind=BirthDate(),
            label=N_("Year of birth of a man"),
        ),
        Column(
            "birth_female",
            ("Năm sinh Nữ", "Ngày sinh Nữ", "Ngày, tháng, năm sinh Nữ", "Năm sinh (nữ)"),
            1.2,
            kind=BirthDate(),
            label=N_("Year of birth of a woman"),
        ),
        common.hamlet(weight=1),
        Column(
            "members",
            ("Số nhân khẩu", "Nhân khẩu", "Số khẩu", "Số người trong hộ", "Tổng số nhân khẩu"),
            kind=Integer(minimum=0, maximum=100),
            label=N_("People in the household"),
            example="5",
        ),
        Column(
            "campaign",
            (
                "Nội dung cam kết",
                "Nội dung ký cam kết",
                "Cam kết về việc",
                "Cam kết nội dung",
                "Loại cam kết",
                "Đợt ký cam kết",
                "Đợt ký",
                "Đợt cam kết",
            ),
            2,
            example="Không tàng trữ, sử dụng pháo nổ trái phép",
        ),
        Column(
            "signed_on",
            (
                "Ngày ký",
                "Ngày ký cam kết",
                "Ngày, tháng ký",
                "Ngày tháng ký",
                "Ngày, tháng, năm ký",
                "Thời gian ký",
                "Ngày cam kết",
            ),
            2,
            example="15/01/2024",
        ),
        Column(
            "signature",
            ("Ký tên", "Chữ ký", "Ký xác nhận", "Ký, ghi rõ họ tên", "Đã ký", "Ký nhận"),
            1.2,
            kind=LongText(),
            label=N_("Signature"),
        ),
        Column("address", common.LIVES, 0.8, kind=Text(), label=N_("Address")),
        Column(
            "head",
            (
                "Chủ cơ sở",
                "Họ tên chủ cơ sở",
                "Người đứng đầu",
                "Người đại diện",
                "Hiệu trưởng",
                "Trưởng họ",
                "Trưởng dòng họ",
                "Giám đốc",
            ),
            kind=PersonName(),
            label=N_("Headed by"),
        ),
        Column("phone", common.PHONE, 0.8, kind=Phone(), label=N_("Telephone")),
        Column("pupils", ("Số học sinh", "Số học sinh ký", "Học sinh tham gia", "Số HS"), 1),
        Column("signer_kind", ("Đối tượng ký", "Đối tượng", "Loại người ký", "Thành phần ký"), 0.8),
        common.id_number(),
        common.notes(),
    ),
    synonyms={
        "signer_kind": {
            "household": ("hộ", "hộ gia đình", "chủ hộ", "HGĐ"),
            # Pupils are none of these: they are counted and have no rows.
            "person": ("cá nhân", "người dân", "công dân"),
            "establishment": ("cơ sở", "cơ sở kinh doanh", "cơ quan", "doanh nghiệp", "trường", "trường học", "dòng họ", "đơn vị"),
        },
    },
)

CAMPAIGN = SheetShape(
    "campaign",
    titles=("Danh sách đợt ký cam kết", "Các đợt ký cam kết", "Đợt ký cam kết"),
    needs=("name",),
    identity=("name", "starts_on"),
    columns=(
        Column("name", ("Tên đợt ký cam kết", "Đợt ký cam kết", "Tên đợt", "Đợt ký"), 1.5, example="Phòng, chống pháo nổ năm 2024"),
        Column("starts_on", ("Từ ngày", "Ngày bắt đầu", "Bắt đầu", "Ngày phát động"), example="01/12/2023"),
        Column("ends_on", ("Đến ngày", "Ngày kết thúc", "Kết thúc"), example="31/01/2024"),
        Column("signers", ("Đối tượng ký", "Đối tượng", "Ai ký"), example="Hộ gia đình"),
        Column("text", ("Nội dung bản cam kết", "Nội dung cam kết", "Các điều cam kết")),
        common.notes(),
    ),
    synonyms={
        "signers": {
            "household": ("hộ", "hộ gia đình", "chủ hộ"),
            "person": ("cá nhân", "người dân"),
            "establishment": ("cơ sở", "cơ quan", "trường học", "dòng họ", "cơ sở kinh doanh"),
            "household_establishment": ("hộ và cơ sở", "hộ gia đình, cơ sở"),
            "everybody": ("toàn dân", "tất cả", "mọi người"),
        },
    },
)
