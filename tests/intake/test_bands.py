"""What bands and titles say."""

import pytest

from app.intake.bands import hamlet_in


@pytest.mark.parametrize(
    ("title", "hamlet"),
    [
        ("DANH SÁCH HỘ KÝ CAM KẾT BẢN NÀ LUÔNG, XÃ TÚC ĐÁN", "BẢN NÀ LUÔNG"),
        ("Danh sách hộ gia đình thôn Pa Te ký cam kết không đốt pháo", "thôn Pa Te"),
        ("BẢN TÀ XÙA NĂM 2024", "BẢN TÀ XÙA"),
        ("Tổ dân phố 3", "Tổ dân phố 3"),
        ("BẢN CAM KẾT KHÔNG ĐỐT PHÁO", ""),
        ("BẢN CAM KẾT CỦA BẢN MÙ", "BẢN MÙ"),
        ("Biểu tổng hợp các thôn, bản năm 2024", ""),
        ("Sheet1", ""),
    ],
)
def test_a_title_names_a_hamlet_or_none(title: str, hamlet: str) -> None:
    assert hamlet_in(title) == hamlet
