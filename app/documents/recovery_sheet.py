"""The station's recovery sheet (phiếu khôi phục): the one code that opens the book when every password is forgotten."""

from datetime import date

from app.core.text import long_date_vi
from app.documents.display import Anchor, Item, Rect, Sheet, Text
from app.documents.fit import Place, fit
from app.documents.fonts import Face

TITLE = "PHIẾU KHÔI PHỤC SỔ ANTQ"
KEEP = "Cất trong két hoặc tủ có khóa, như con dấu. Không chụp ảnh, không nhập vào máy khác, không gửi qua mạng."
USE = (
    "Khi quên mật khẩu: ở cửa sổ đăng nhập chọn “Quên mật khẩu”, gõ mã dưới đây và đặt mật khẩu mới.",
    "Mã này mở được sổ trên mọi máy của đơn vị. Ai có phiếu và có máy thì đọc được sổ.",
    "Chương trình không lưu mã ở đâu khác. Mất cả mật khẩu và phiếu thì không ai mở được sổ.",
)
_WIDTH, _HEIGHT = 210.0, 297.0
_LEFT, _WIDE = 30.0, 150.0


def recovery_sheet(unit: str, code: str, made_on: date) -> Sheet:
    """An A4 sheet for a code of nine groups, "7K3M-09QX-…", made for a unit on a day."""
    groups = code.split("-")
    items: list[Item] = [
        _middle(fit(unit.upper(), Face.BOLD, Place(_WIDE, 14, 9)).lines[0] if unit.strip() else "", 32, Face.BOLD, 14),
        _middle(TITLE, 48, Face.BOLD, 20),
        _middle(f"Lập {long_date_vi(made_on)}", 57, Face.ITALIC, 13),
        Rect(_LEFT, 68, _WIDE, 66, stroke="#000000", stroke_width=0.6),
    ]
    for line in range(0, len(groups), 3):
        items.append(_middle("   ".join(groups[line : line + 3]), 85 + line // 3 * 19, Face.BOLD, 34))
    down = 150.0
    for text, face in ((KEEP, Face.BOLD), *((each, Face.REGULAR) for each in USE)):
        for row in fit(text, face, Place(_WIDE, 13, 13, 6, 13, 13)).lines:
            items.append(Text(_LEFT, down, row, face, 13))
            down += 6.2
        down += 3.0
    items += (
        Text(_LEFT, down + 14, "Người giữ phiếu (ký, ghi rõ họ tên):", Face.REGULAR, 13),
        Text(_LEFT, down + 40, "Nơi cất: ……………………………………………………………", Face.REGULAR, 13),
    )
    return Sheet(_WIDTH, _HEIGHT, tuple(items))


def _middle(text: str, y: float, face: Face, size: float) -> Text:
    return Text(_WIDTH / 2, y, text, face, size, anchor=Anchor.MIDDLE)
