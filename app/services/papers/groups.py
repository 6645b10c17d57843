"""Papers of self-managed groups: the list of who serves, and patrols by month of one group and of all."""

from app.core.text import number_vi
from app.documents.official.model import Align, Column, Paper, Paragraph, Row, Style, Table
from app.records.groups import ACTIVITIES
from app.services import groups
from app.services.context import Context
from app.services.groups import MONTHS, MemberLine, Work
from app.services.papers.common import paper
from app.services.registers import ListState, open_record
from app.services.registers.forms import not_here

_NUMBER = Column("STT", 5, Align.CENTRE)
_MONTHS = tuple(Column(f"T{month}", 4.5, Align.RIGHT) for month in MONTHS)
_TOTAL = Column("Cả năm", 8, Align.RIGHT)


def members(ctx: Context, group: str) -> Paper:
    """Who serves in a group: head, deputy and members, with since when and by which decision."""
    record, roll = open_record(ctx, "group", group), groups.roll_of(ctx, group)
    if not record.alive:
        raise not_here()
    columns = (
        _NUMBER,
        Column("Họ và tên", 26),
        Column("Ngày sinh", 13, Align.CENTRE),
        Column("Chức danh", 13),
        Column("Số điện thoại", 15),
        Column("Tham gia từ", 13, Align.CENTRE),
        Column("Quyết định", 15),
    )
    facts = (
        ("Thôn, bản, tổ dân phố", record.labels["hamlet"]),
        ("Quyết định thành lập", record.texts["decision"]),
        ("Thành lập ngày", record.texts["founded_on"]),
        ("Giải thể ngày", " theo ".join(filter(None, (record.texts["ended_on"], record.texts["ended_decision"])))),
    )
    count = f"Danh sách gồm {number_vi(len(roll.serving))} thành viên đang tham gia"
    if len(roll.serving) < roll.given:
        count = f"{count}, trong tổng số {number_vi(roll.given)} thành viên của tổ"
    blocks: list[Paragraph | Table] = [
        *(Paragraph(f"{label}: {text}.") for label, text in facts if text),
        Table(columns, tuple(_member(number, line) for number, line in enumerate(roll.serving, 1)), small=True),
        Paragraph(f"{count}."),
    ]
    if roll.left:
        gone = (*columns[:4], Column("Tham gia từ", 14, Align.CENTRE), Column("Thôi tham gia", 14, Align.CENTRE), columns[6])
        blocks.append(Paragraph("Đã thôi tham gia", Style.SECTION))
        blocks.append(Table(gone, tuple(_left(number, line) for number, line in enumerate(roll.left, 1)), small=True))
    return paper(ctx, "DANH SÁCH", f"Thành viên {record.title}", blocks, recipients=())


def work(ctx: Context, group: str) -> Paper:
    """What a group did this year and the year before, kind by kind and month by month."""
    record, year = open_record(ctx, "group", group), ctx.clock.today().year
    blocks: list[Paragraph | Table] = []
    for each in (year, year - 1):
        done = groups.work_of(ctx, group, each)
        rows = [Row((ctx.say(label), *_months(done, kind))) for kind, label in ACTIVITIES]
        blocks.append(Paragraph(f"Năm {each}", Style.SECTION))
        blocks.append(Table((Column("Hoạt động", 26), *_MONTHS, _TOTAL), tuple(rows), caption=f"Năm {each}", small=True))
    return paper(ctx, "THỐNG KÊ", f"Hoạt động của {record.title}", blocks, recipients=())


def patrols(ctx: Context, _state: ListState) -> Paper:
    """Patrols of every group this year, month by month."""
    year = ctx.clock.today().year
    done = groups.work_of_all(ctx, year)
    rows = [Row((str(number), each.name, *_months(each, "patrol"))) for number, each in enumerate(done, 1)]
    sums = [sum(each.months["patrol"][month - 1] for each in done) for month in MONTHS]
    rows.append(Row(("", "Cộng", *(value or "" for value in sums), sum(sums)), strong=True))
    columns = (_NUMBER, Column("Tổ", 30), *_MONTHS, _TOTAL)
    title = f"Ca tuần tra của các tổ chức quần chúng năm {year}"
    return paper(ctx, "THỐNG KÊ", title, [Table(columns, tuple(rows), caption="Ca tuần tra", small=True)], recipients=())


def _months(done: Work, kind: str) -> tuple[int | str, ...]:
    return (*(value or "" for value in done.months[kind]), done.total(kind))


def _member(number: int, line: MemberLine) -> Row:
    return Row((str(number), line.name, line.birth, line.role, line.phone, line.joined_on, line.decision))


def _left(number: int, line: MemberLine) -> Row:
    return Row((str(number), line.name, line.birth, line.role, line.joined_on, line.left_on, line.decision))
