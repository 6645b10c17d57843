"""What minutes of any meeting share, after form 1.9 of Nghị định 30/2020: when, where, who, and how it ended.

What was not written down leaves dots, to be filled in by hand on the printed sheet.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from app.core.text import long_date_vi
from app.documents.official.model import Paragraph, Signature, Style

DOTS, LINE = "…" * 22, "…" * 32
"""Room to write on: behind a label, and a whole line."""
CHAIR, SECRETARY = "CHỦ TRÌ", "THƯ KÝ"
AGREED = "Biên bản đã được đọc lại cho những người dự nghe và nhất trí thông qua."


def begun(values: Mapping[str, Any]) -> Paragraph:
    """ "Thời gian bắt đầu: hồi 08 giờ 30 phút, ngày 12 tháng 3 năm 2022."."""
    return Paragraph(f"Thời gian bắt đầu: hồi {hour(values['begun_at'])}, {long_date_vi(date.fromisoformat(values['held_on']))}.")


def ended(what: str, values: Mapping[str, Any]) -> Paragraph:
    """How the text closes; `what` is what was held, "Hội nghị"."""
    return Paragraph(f"{what} kết thúc hồi {hour(values['ended_at'])} cùng ngày. {AGREED}/.")


def hour(dumped: str | None) -> str:
    """ "08 giờ 30 phút"; dots where nobody wrote it down."""
    if not dumped:
        return "…… giờ …… phút"
    found = time.fromisoformat(dumped)
    return f"{found.hour:02} giờ {found.minute:02} phút"


def labelled(label: str, text: str | None) -> Paragraph:
    """ "Chủ trì: Thiếu tá Lò Văn Mẫu"."""
    return Paragraph(f"{label}: {text or DOTS}")


def part(number: int, title: str, texts: Iterable[str | None]) -> tuple[Paragraph, ...]:
    """A numbered part with its text; two lines to write on where there is none."""
    found = [text.strip() for text in texts if text and text.strip()]
    return (
        Paragraph(f"{number}. {title}", Style.SECTION),
        *(Paragraph(text) for text in (found or [LINE, LINE])),
    )


def chair(values: Mapping[str, Any]) -> Signature:
    """Who held it signs on the right."""
    return Signature((CHAIR,), str(values["chair"] or ""))


def secretary(values: Mapping[str, Any]) -> Signature:
    """Who wrote it down signs on the left."""
    return Signature((SECRETARY,), str(values["secretary"] or ""))
