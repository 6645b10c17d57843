"""Words that stand on registers and forms: Vietnamese in all languages of the program."""

from app.core.text import in_words, number_vi

NUMBER = "STT"
REGISTER = "SỔ THEO DÕI"
EXTRACT = "TRÍCH SỔ THEO DÕI"
"""Rows chosen by search or filters, not the whole register."""
FORM = "PHIẾU GHI CHÉP"
RECORD = "PHIẾU THÔNG TIN"
UNIT = "Đơn vị"
SUM = "Cộng"
DELETED = "Các mục đã xóa"
CHOSEN = "Các mục đứng sau một số liệu báo cáo hoặc được lọc thêm"
SEARCHED = "Theo từ tìm kiếm"
SEARCHED_FOR = "Theo từ tìm kiếm: “{words}”"
FROM, TO = "từ {day}", "đến {day}"
WITHHELD = "Không in các cột có thông tin về người: {columns}."
WRITER = "NGƯỜI LẬP SỔ"
NOTED_BY = "NGƯỜI GHI"
WITH_NAME = "(Ký, ghi rõ họ tên)"
YES, NO = "Có", "Không"
CROSS = "x"
CONTENT, NOTED = "Nội dung", "Ghi nhận"
BY_HAND = "Ghi rõ ràng bằng bút mực; đánh dấu x vào ô được chọn; ngày ghi theo thứ tự ngày, tháng, năm."
MUST = "Mục có dấu (*) phải ghi."


def closing_line(count: int) -> str:
    """How many rows there are, in figures and in words, so that none can be added below."""
    if count == 0:
        return "Sổ không có mục nào."
    words = in_words(count)
    return f"Sổ này có {number_vi(count)} mục ({words} mục)."
