"""What templates say, in the sheet and through Excel itself. They go to any officer of any unit: Vietnamese in all languages."""

OPTIONS_SHEET = "Danh mục"
"""The hidden sheet of the drop-downs' options."""
GUIDE_SHEET = "Hướng dẫn"
NOT_GIVEN_SHEET = "Không kèm theo"
"""The sheet that says which rows are not given back in a workbook."""
OWN_SHEETS = frozenset((OPTIONS_SHEET, GUIDE_SHEET, NOT_GIVEN_SHEET))
"""Sheets of our own workbooks that hold no rows."""

NOT_OFFERED = "Chọn một giá trị trong danh sách của ô này."
ASK_ANYWAY = "Chưa có trong danh sách. Nếu ghi đúng thì chọn Yes để giữ."
NOT_A_DAY = "Ghi đủ ngày/tháng/năm, ví dụ 05/03/2024. Chọn Yes nếu giấy tờ chỉ ghi như vậy."

ORDINAL = "STT"
REQUIRED = " *"
"""After the heading of a column that must be filled in."""
REQUIRED_NOTE = "Cột có dấu * phải ghi. Chọn một ô để xem cách ghi và ví dụ; xem thêm trang “Hướng dẫn”."
GUIDE_TITLE = "CÁCH GHI TỪNG CỘT"
GUIDE_LINE = "{heading}{must}: {how}"
MUST = " (phải ghi)"
EXAMPLE = "Ví dụ: {example}"
OFFERED = "Có: {options}."
AS_ON_PAPER = "Ghi theo giấy tờ."
GUIDE_FIRST = (
    "Mỗi dòng của trang đầu là một mục trong sổ. Không đổi tên cột; cột không dùng thì để trống hoặc xóa.",
    "Ghi xong thì lưu tệp rồi nhập bằng chức năng “Nhập từ Excel”. Trước khi nhập, phần mềm cho xem từng dòng.",
    "Không ghi dân tộc, tôn giáo, đảng phái, tiền án, tiền sự: phần mềm không lưu theo quy định.",
)
REASON = "Lý do chưa nhập"
"""The last column of rows given back: why they were not taken in."""
REJECTED_TITLE = "Hàng chưa nhập"
