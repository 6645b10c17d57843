"""Weapons and fireworks that people handed in (sổ giao nộp vũ khí, vật liệu nổ, công cụ hỗ trợ, pháo). Who did is not kept."""

from app.core.i18n import N_
from app.core.kinds import Text
from app.records.sheets import common
from app.records.sheets.shape import NEVER, Column, SheetShape

HAND_IN = SheetShape(
    "hand_in",
    titles=(
        "Vận động giao nộp vũ khí",
        "Giao nộp vũ khí, vật liệu nổ, công cụ hỗ trợ",
        "Thu hồi vũ khí",
        "Giao nộp vũ khí",
        "Giao nộp pháo",
        "Tiếp nhận vũ khí",
    ),
    needs=("handed_on", "kind"),
    # Two who handed in the same on one day are told apart by nothing that is kept: only rows alike in every word are one.
    identity=("handed_on", "kind", "pieces", "grams", "hamlet", "notes"),
    columns=(
        Column(
            "handed_on",
            ("Ngày giao nộp", "Ngày tiếp nhận", "Ngày thu hồi", "Ngày nộp", "Thời gian giao nộp", *common.DAY),
            1.5,
            example="20/11/2024",
        ),
        Column(
            "kind",
            (
                "Loại vũ khí",
                "Chủng loại",
                "Loại giao nộp",
                "Tên, chủng loại",
                "Tên vũ khí",
                "Tên tang vật",
                "Loại VK, VLN, CCHT",
                "Tang vật giao nộp",
                "Loại",
                "Tên loại",
            ),
            1.8,
            example="Súng tự chế",
        ),
        # Sheets say pieces and weight in one column ("01 khẩu", "2,5 kg"), or the unit beside it; the recipe tells them apart.
        Column(
            "quantity",
            ("Số lượng", "SL", "Số lượng, khối lượng", "Số lượng/khối lượng"),
            1.2,
            kind=Text(),
            label=N_("How many or how heavy"),
            example="01 khẩu",
        ),
        Column("measure", ("Đơn vị tính", "ĐVT"), 0.8, kind=Text(), label=N_("Unit of measure")),
        Column("pieces", ("Số khẩu", "Số chiếc", "Số lượng (khẩu)", "Số lượng (chiếc)", "Số lượng (quả)", "Số lượng (viên)"), 1.2),
        Column("grams", ("Khối lượng (gam)", "Khối lượng (g)", "Trọng lượng (g)", "Trọng lượng (gam)", "Số gam", "Gam"), 1.2),
        Column(
            "kilograms",
            ("Khối lượng (kg)", "Trọng lượng (kg)", "Số kg", "Kg", "Khối lượng", "Trọng lượng"),
            1.2,
            kind=Text(),
            label=N_("Weight in kilograms"),
        ),
        Column(
            "receiver",
            ("Cán bộ tiếp nhận", "Người tiếp nhận", "Người nhận", "CB tiếp nhận", "Cán bộ nhận", "Người lập biên bản"),
            0.8,
            kind=Text(),
            label=N_("Received by"),
        ),
        common.hamlet("Nơi giao nộp", "Địa bàn"),
        Column(
            NEVER,
            (
                "Người giao nộp",
                "Họ và tên người giao nộp",
                "Họ tên người giao nộp",
                "Người nộp",
                "Chủ hộ giao nộp",
                "Chủ sở hữu",
                "Người",
                "Đối tượng",
                "Ký nhận",
                *common.FULL_NAME,
                *common.BIRTH,
                *common.LIVES,
                *common.PHONE,
                *common.ID_NUMBER,
            ),
            common.USUAL,
        ),
        common.notes(),
    ),
    synonyms={
        "kind": {
            "home_made_gun": (
                "súng tự chế",
                "súng kíp",
                "súng săn",
                "súng hơi",
                "súng cồn",
                "súng tự tạo",
                "khẩu súng tự chế",
                "súng",
            ),
            "military_gun": ("súng quân dụng", "súng quân dụng AK", "AK", "K54", "CKC", "súng thể thao"),
            "other_weapon": ("dao", "kiếm", "mã tấu", "nỏ", "vũ khí thô sơ", "VKTS", "dao găm", "lê"),
            "support_tool": ("công cụ hỗ trợ", "CCHT", "dùi cui", "bình xịt", "roi điện", "dùi cui điện"),
            "explosive": ("vật liệu nổ", "VLN", "thuốc nổ", "kíp nổ", "đạn", "lựu đạn", "kíp", "bom", "mìn", "dây cháy chậm"),
            "fireworks": ("pháo", "pháo nổ", "pháo hoa nổ", "pháo các loại", "pháo hoa"),
        },
    },
)
