"""Invented names, as many as a test needs, alike on every run."""

import random
from collections.abc import Iterator

FAMILIES = ("Giàng", "Lò", "Hảng", "Sùng", "Mùa", "Vàng", "Nguyễn", "Trần", "Hoàng", "Đinh", "Cầm", "Hà", "Thào", "Chang")
MIDDLES = ("A", "Thị", "Văn", "Seo", "Đức", "Minh", "Ngọc", "Xuân", "Y", "Thanh")
GIVEN = ("Páo", "Chư", "Đức", "Hoa", "Lử", "Sáng", "Dê", "Mai", "Tủa", "Vang", "Nủ", "Phong", "Dờ", "Khua", "Lan", "Tếnh", "Ánh")


def names(count: int) -> Iterator[str]:
    """Names as a roster has them."""
    chance = random.Random(7)
    for _ in range(count):
        yield " ".join((chance.choice(FAMILIES), chance.choice(MIDDLES), chance.choice(GIVEN), chance.choice(GIVEN)))
