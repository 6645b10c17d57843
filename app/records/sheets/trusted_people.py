"""People of standing (danh sách người có uy tín)."""

from app.records.sheets import common
from app.records.sheets.shape import Column, SheetShape

TRUSTED_PERSON = SheetShape(
    "trusted_person",
    titles=(
        "Danh sách người có uy tín",
        "Người có uy tín trong cộng đồng",
        "Người có uy tín",
        "Già làng, trưởng bản, người có uy tín",
        "NCUT",
    ),
    needs=("name",),
    identity=("name", "birth_year", "hamlet"),
    columns=(
        Column("name", (*common.NAME, "Họ và tên người có uy tín"), example="Lò Văn Mẫu"),
        Column("birth_year", ("Năm sinh", *common.BIRTH), example="1955"),
        common.hamlet(*common.LIVES, weight=1),
        common.phone(),
        common.id_number(),
        Column("mediates", ("Tham gia hòa giải", "Hòa giải"), 1.2, example="x"),
        Column("mobilises", ("Tham gia vận động", "Vận động Nhân dân", "Vận động quần chúng", "Vận động"), 1.2, example="x"),
        Column("informs", ("Tham gia tuyên truyền", "Tuyên truyền pháp luật", "Tuyên truyền"), 1.2, example="x"),
        Column(
            "recognised_on",
            ("Ngày công nhận", "Ngày được công nhận", "Ngày QĐ công nhận", "Ngày QĐ", "Ngày quyết định"),
            1.5,
            example="15/12/2023",
        ),
        Column("decision", ("Số QĐ công nhận", "QĐ công nhận", *common.DECISION), 1, example="45/QĐ-UBND"),
        Column("review_on", ("Ngày xét lại", "Đến hạn xét", "Hạn công nhận lại"), 1),
        Column("ended_on", ("Ngày thôi", "Ngày đưa ra khỏi danh sách", "Ngày thôi công nhận"), 1),
        common.notes(),
    ),
)
