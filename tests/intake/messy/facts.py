"""Invented people and places, no two of which differ by a mark or a letter only."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from app.core.text import fold

FAMILIES = ("Giàng", "Lò", "Hảng", "Sùng", "Mùa", "Vàng", "Nguyễn", "Trần", "Hoàng", "Đinh", "Cầm", "Hà", "Thào", "Chang")
MIDDLES = ("A", "Thị", "Văn", "Seo", "Đức", "Minh", "Ngọc", "Xuân", "Thanh", "Mí")
GIVEN = ("Páo", "Chư", "Hoa", "Lử", "Sáng", "Dê", "Mai", "Tủa", "Vang", "Nủ", "Phong", "Khua", "Lan", "Tếnh", "Thuận", "Chống")
KNOWN_HAMLETS = ("Bản Mù", "Bản Nà Luông", "Thôn Hát Lừu", "Bản Pa Te")
"""Those that stand in the book before anything is taken in."""
HAMLETS = (*KNOWN_HAMLETS, "Bản Tà Xùa", "Thôn Háng Chi Mua", "Bản Cốc Phường", "Thôn Khấu Dê")
DEEDS = (
    "tranh chấp bờ ruộng bậc thang",
    "trâu thả rông phá nương ngô",
    "lối đi chung qua vườn quế",
    "vay thóc chưa trả từ vụ trước",
    "nước tưới về ruộng cuối bản",
    "tiếng ồn trong đám cưới kéo dài",
)
TIPS = (
    "Có người lạ chở gỗ qua suối lúc nửa đêm",
    "Mất hai con trâu tại bãi thả sau đồi",
    "Nhóm thanh niên tụ tập đánh bạc gần chợ phiên",
    "Xe tải đổ đất lấp mương thủy lợi",
    "Nghi có súng tự chế cất trong lán nương",
)
TOPICS = (
    "Phòng chống lừa đảo qua mạng",
    "Luật giao thông đường bộ",
    "Quản lý vũ khí, vật liệu nổ, pháo",
    "Phòng cháy rừng mùa khô",
    "Cấp căn cước và định danh điện tử",
)
AUDIENCES = ("Hội Phụ nữ, Đoàn thanh niên", "Toàn thể nhân dân trong bản", "Cán bộ thôn và hộ kinh doanh")
MODELS = ("Dòng họ tự quản", "Camera an ninh", "Tiếng kẻng vùng cao", "Cổng trường an toàn giao thông", "Bản không ma túy")
ACHIEVEMENTS = (
    "Có thành tích xuất sắc trong xây dựng phong trào năm 2023",
    "Tích cực tham gia tuần tra cùng tổ tự quản",
    "Vận động người dân giao nộp súng tự chế",
)


def people(dice: random.Random) -> Iterator[str]:
    """Names without end, no two alike when their marks are taken away."""
    seen: set[str] = set()
    while True:
        name = " ".join((dice.choice(FAMILIES), dice.choice(MIDDLES), dice.choice(GIVEN), dice.choice(GIVEN)))
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name


def days(dice: random.Random) -> Iterator[date]:
    """Days of 2023 and of 2024 until October; the first two lie after the twelfth of their month, so that nobody can have swapped
    day and month of the whole column."""
    yield date(2024, 3, 25)
    yield date(2023, 9, 17)
    while True:
        yield date(2023, 1, 3) + timedelta(days=dice.randrange(650))
