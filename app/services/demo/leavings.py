"""What a demonstration's officers printed with names on it, each time for a purpose: the log that the program keeps."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from app.services import papers
from app.services.demo.pen import Pen
from app.services.disclosure import Purpose
from app.services.registers import ListState


@dataclass(frozen=True, slots=True)
class _Leaving:
    """A register's book that is printed on a day of each year, so many copies, for what."""

    month: int
    day: int
    type_code: str
    purpose: Purpose
    copies: int = 1
    paper: str = "list"


_LEAVINGS = (
    _Leaving(1, 10, "household", Purpose("work", "Rà soát hộ trước đợt ký cam kết"), 2),
    _Leaving(4, 14, "member", Purpose("award", "Đề nghị khen thưởng thành viên tổ an ninh nhân dân")),
    _Leaving(6, 21, "dispute", Purpose("inspection", "Đoàn kiểm tra công tác hòa giải"), paper="mediation"),
    _Leaving(9, 6, "tip_off", Purpose("report", "Báo cáo chuyên đề nguồn tin quần chúng")),
    _Leaving(12, 8, "household", Purpose("file"), 1),
)


def printed(pen: Pen, years: tuple[int, ...]) -> None:
    """Plan the prints of each year."""
    for year in years:
        for each in _LEAVINGS:
            pen.on(date(year, each.month, each.day), partial(_print, pen, each), hour=14)


def _print(pen: Pen, leaving: _Leaving) -> None:
    made = papers.make(pen.ctx, leaving.paper, ListState(leaving.type_code), leaving.purpose)
    papers.printed(pen.ctx, made, leaving.copies)
