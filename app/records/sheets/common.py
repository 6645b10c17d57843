"""Headings that every list of a station has, said once: hamlet, name, birth, telephone, ID number, notes."""

from app.core.i18n import N_
from app.core.kinds import LastDigits, Phone
from app.records.sheets.shape import Column

FULL_NAME = (
    "Họ và tên",
    "Họ tên",
    "Họ, tên",
    "Họ và tên, bí danh",
)
NAME = (*FULL_NAME, "Tên")
BIRTH = (
    "Ngày sinh",
    "Năm sinh",
    "Ngày, tháng, năm sinh",
    "Ngày tháng năm sinh",
    "Sinh ngày",
    "Sinh năm",
    "NTNS",
    "NS",
)
HAMLET = (
    "Bản/thôn",
    "Thôn/bản",
    "Thôn, bản",
    "Thôn, bản, tổ dân phố",
    "Thôn, xóm, tổ dân phố",
    "Bản/tổ dân phố",
    "Thôn",
    "Bản",
    "Xóm",
    "Ấp",
    "Buôn",
    "Làng",
    "Khu dân cư",
    "Khu phố",
    "Tổ dân phố",
    "TDP",
    "KDC",
    "Tên thôn",
    "Tên bản",
    "Thuộc thôn",
    "Thuộc bản",
)
LIVES = (
    "Chỗ ở",
    "Nơi ở",
    "Chỗ ở hiện nay",
    "Nơi ở hiện nay",
    "Nơi cư trú",
    "Nơi thường trú",
    "Địa chỉ",
    "Địa chỉ thường trú",
    "HKTT",
    "Hộ khẩu thường trú",
    "Nơi đăng ký thường trú",
)
PHONE = (
    "SĐT",
    "Số điện thoại",
    "Điện thoại",
    "Số ĐT",
    "ĐT",
    "Điện thoại liên hệ",
    "Số máy",
    "Liên hệ",
)
ID_NUMBER = (
    "Số CCCD",
    "CCCD",
    "Số CMND",
    "CMND",
    "Số CCCD/CMND",
    "CMND/CCCD",
    "Số căn cước",
    "Căn cước công dân",
    "Số thẻ căn cước",
    "Số định danh",
    "Số định danh cá nhân",
    "Số ĐDCN",
    "Mã định danh",
)
DECISION = (
    "Số QĐ",
    "Số quyết định",
    "QĐ số",
    "Quyết định số",
    "Quyết định",
    "Số, ngày QĐ",
    "Số, ngày quyết định",
    "Số QĐ, ngày QĐ",
)
DAY = (
    "Ngày",
    "Ngày, tháng",
    "Ngày tháng",
    "Ngày, tháng, năm",
    "Ngày tháng năm",
    "Thời gian",
)
NOTES = (
    "Ghi chú",
    "Ghi chú thêm",
    "Chú thích",
    "Ghi chép khác",
    "Ý kiến khác",
)
EVERYWHERE = (
    *(*NAME, *BIRTH, *HAMLET, *LIVES, *PHONE, *ID_NUMBER, *DAY, *NOTES),
    *("Nội dung", "Địa điểm", "Địa bàn", "Đơn vị", "Kết quả", "Số lượng", "Loại", "Chức vụ", "Hình thức", "Số người", "Đối tượng"),
    *("Phân loại", "Lý do", "Tiền", "Số tiền", "Thành tiền", "Đánh giá", "Từ ngày", "Đến ngày", "Giới tính", "Nghề nghiệp"),
    *("Trình độ", "Tình trạng", "Thành phần", "Số hộ", "Nơi xảy ra", "Thời hạn", "Tài liệu", "Hộ", "Nữ", "Xã"),
)
"""Headings of every list: alone they do not tell of which register it is."""

USUAL = 0.5
"""How much a heading tells that every list has."""


def hamlet(*more: str, weight: float = 0.8, example: str = "Bản Mẫu") -> Column:
    """Where in the commune; `more` are the register's own words for it."""
    return Column("hamlet", (*HAMLET, *more), weight, example=example)


def phone() -> Column:
    return Column("phone", PHONE, 0.8, example="0912345678")


def id_number() -> Column:
    """A number of which only the last four digits are kept, in the notes."""
    return Column("id_number", ID_NUMBER, USUAL, kind=LastDigits(), label=N_("Last four digits of the ID number"))


def notes(target: str = "notes") -> Column:
    return Column(target, NOTES, USUAL)


def phone_of(target: str, *called: str) -> Column:
    """A telephone that the register has no field for: it goes into the notes."""
    return Column(target, (*called, *PHONE), 0.8, kind=Phone(), label=N_("Telephone"))
