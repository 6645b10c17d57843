"""What Excel itself says to whoever fills a sheet in. It goes to any officer of any unit, so it is Vietnamese in all languages."""

OPTIONS_SHEET = "Danh mục"
"""The hidden sheet of the drop-downs' options."""
NOT_OFFERED = "Chọn một giá trị trong danh sách của ô này."
ASK_ANYWAY = "Chưa có trong danh sách. Nếu ghi đúng thì chọn Yes để giữ."
NOT_A_DAY = "Ghi đủ ngày/tháng/năm, ví dụ 05/03/2024. Chọn Yes nếu giấy tờ chỉ ghi như vậy."
