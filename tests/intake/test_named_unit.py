"""The commune that titles name, in capitals or not, and never one that they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.named_unit import unit_named


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("CÔNG AN XÃ TÚC ĐÁN", "Xã Túc Đán"),
        ("UBND XÃ BẢN CÔNG", "Xã Bản Công"),
        ("Danh sách hộ ký cam kết xã Bản Mù năm 2023", "Xã Bản Mù"),
        ("DANH SÁCH TỔ AN NINH NHÂN DÂN XÃ PHÌNH HỒ NĂM 2024", "Xã Phình Hồ"),
        ("Đơn vị: Thị trấn Trạm Tấu, huyện Trạm Tấu", "Thị trấn Trạm Tấu"),
        ("Xã: Hát Lừu", "Xã Hát Lừu"),
        ("Công an phường 12, quận 3", "Phường 12"),
        ("CÔNG AN ĐẶC KHU PHÚ QUỐC", "Đặc khu Phú Quốc"),
        ("CÔNG AN XÃ", ""),
        ("TRƯỞNG CÔNG AN XÃ", ""),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""),
        ("Sổ theo dõi trật tự xã hội", ""),
        ("Danh sách phường, xã tham gia", ""),
        ("Tổng hợp số liệu năm 2024", ""),
    ],
)
def test_the_commune_of_a_title(title: str, unit: str) -> None:
    assert unit_named([title]) == unit


def test_the_first_line_that_names_one_counts() -> None:
    assert unit_named(["CÔNG AN HUYỆN TRẠM TẤU", "CÔNG AN XÃ TÚC ĐÁN", "Kèm theo báo cáo của xã Bản Mù"]) == "Xã Túc Đán"


@given(st.lists(st.text(max_size=60), max_size=3))
def test_any_text_is_read(titles: list[str]) -> None:
    assert len(unit_named(titles).split()) <= 6
