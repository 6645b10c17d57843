"""The list of ratings proposed for security and order teams and their members, to be submitted to the commune's chairman."""

from app.core.text import long_date_vi
from app.data.conditions import Equals
from app.documents.official.model import Align, Column, Paper, Paragraph, Row, Style, Table
from app.records.ratings import LEVELS
from app.services import ratings
from app.services.context import Context
from app.services.papers.common import paper
from app.services.registers import ListState

_TEAMS, _MEMBERS = "I. TỔ BẢO VỆ AN NINH, TRẬT TỰ", "II. THÀNH VIÊN"
_GROUNDS = "Thực hiện Hướng dẫn số 01/HD-BCA-V05 của Bộ Công an, Công an xã đề nghị xếp loại như sau:"


def proposals(ctx: Context, state: ListState) -> Paper:
    """The list of one year: the year that the list is narrowed to, else this one. Teams first, then members by team."""
    year = state.where.value if isinstance(state.where, Equals) and state.where.field == "year" else ctx.clock.today().year
    sheet = ratings.sheet_of(ctx, int(year))
    days = ratings.window(int(year))
    teams = {line.rated.id: line.rated.name for line in sheet.lines if line.is_team}
    rows = [Row((_TEAMS,), strong=True, band=True)]
    rows += [_row(ctx, number, line, "") for number, line in enumerate((x for x in sheet.lines if x.is_team), start=1)]
    rows.append(Row((_MEMBERS,), strong=True, band=True))
    members = (line for line in sheet.lines if not line.is_team)
    rows += [_row(ctx, number, line, teams.get(line.rated.team, "")) for number, line in enumerate(members, start=1)]
    columns = (
        Column("TT", 8, Align.CENTRE),
        Column("Tên tổ, họ và tên thành viên", 46),
        Column("Chức danh", 20),
        Column("Tổ", 40),
        Column("Đề nghị xếp loại", 34),
        Column("Ghi chú", 22),
    )
    return paper(
        ctx,
        "DANH SÁCH",
        f"Đề nghị xếp loại Tổ bảo vệ an ninh, trật tự và thành viên năm {year}",
        (
            Paragraph(f"Thời gian đánh giá: từ {long_date_vi(days.start)} đến {long_date_vi(days.end)}.", Style.BODY),
            Paragraph(_GROUNDS),
            Table(columns, tuple(rows), caption="Đề nghị xếp loại", small=True),
        ),
        symbol="DS",
        recipients=("Chủ tịch UBND xã;", "Lưu: VT."),
    )


def _row(ctx: Context, number: int, line: ratings.Line, team: str) -> Row:
    rated = line.rated
    level = ctx.say(dict(LEVELS)[rated.level]) if rated.level else "Không xếp loại"
    return Row((number, rated.name, line.detail, team, level, "Đang xem xét khiếu nại" if rated.complaint else ""))
