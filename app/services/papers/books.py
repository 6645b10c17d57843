"""The cover of a closed book (bìa và lời khóa sổ), and the minutes of handing over when an officer leaves."""

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.text import long_date_vi, number_vi
from app.data.conditions import AllOf, Equals, IsEmpty, UnitIs
from app.data.reader import Reader
from app.data.views import RecordView
from app.documents.official.model import Align, Column, Paper, Paragraph, Row, Signature, Style, Table
from app.records.books import ALL_BOOKS, BOOKS
from app.services import due
from app.services.books import books
from app.services.context import Context
from app.services.drafts import count_of
from app.services.papers.common import minutes, paper, signature

_DOTS = "…………"
_KEEPER = Signature(("NGƯỜI GIỮ SỔ",))
_THINGS = (
    "Sổ giấy, hồ sơ đang giải quyết",
    "Bìa và lời khóa sổ các năm trước",
    "Máy tính, bộ sạc",
    "USB gửi, nhận dữ liệu",
    "Phiếu khôi phục của sổ (niêm phong)",
    "Chìa khóa tủ, phòng, hòm thư tố giác",
    "Phôi Giấy khen",
)
"""What is handed over by hand; how many of each is written on when they stand before it."""


def cover(ctx: Context, closing_id: str) -> Paper:
    """The cover of one closed book: what it holds, how many entries, and who answers for it; pages are counted when it is bound."""
    with ctx.store.reader() as reader:
        closing = _standing(reader, "closed_book", closing_id)
        values = closing.values
        year, book = int(values["year"]), str(values["book"])
        same = () if book == ALL_BOOKS else (Equals("book", book),)
        late = reader.count("late_entry", AllOf((UnitIs(ctx.store.unit), Equals("year", year), *same)))
    title = ctx.say(dict(BOOKS).get(book, book))
    day = ctx.store.registry.get("closed_book").fields["closed_on"].kind.load(values["closed_on"])
    lines = [
        f"Quyển số: {number_vi(int(values['number'] or 1))}.",
        f"Bắt đầu ghi từ ngày 01 tháng 01 năm {year}, khóa sổ {long_date_vi(day)}.",
        f"Tổng số mục đến khi khóa sổ: {number_vi(int(values['rows'] or 0))} mục.",
        f"Sổ này gồm {_DOTS} trang, đánh số thứ tự từ trang 01 đến trang {_DOTS}, có đóng dấu giáp lai.",
        "Sau khi khóa sổ, việc ghi bổ sung, sửa chữa hoặc xóa mục thuộc năm này phải được Trưởng đơn vị đồng ý và ghi rõ lý do.",
    ]
    if late:
        lines.append(f"Số mục ghi bổ sung, sửa chữa sau khi khóa sổ, tính đến ngày in: {number_vi(late)} mục.")
    return paper(
        ctx,
        f"SỔ {title.upper()}",
        f"Năm {year}",
        [Paragraph(line) for line in lines],
        cosigners=(_KEEPER,),
        recipients=(),
        dated=True,
        day=day,
    )


def handover(ctx: Context, officer_id: str) -> Paper:
    """Minutes of handing over the book from an officer who leaves: books, what is due, drafts, appointments, things by hand."""
    with ctx.store.reader() as reader:
        giver = _standing(reader, "officer", officer_id)
        keeping = reader.count("keeper", AllOf((Equals("officer", officer_id), IsEmpty("ended_at"))))
    named = _named(giver)
    blocks: list[Paragraph | Table] = [
        Paragraph(f"Hôm nay, hồi …… giờ …… phút, {long_date_vi(ctx.clock.today())}, tại trụ sở đơn vị, chúng tôi gồm:"),
        Paragraph(f"1. Bên giao: {named}."),
        Paragraph(f"2. Bên nhận: {_DOTS * 4}, cấp bậc, chức vụ: {_DOTS * 3}."),
        Paragraph(f"3. Người chứng kiến: {_DOTS * 4}, cấp bậc, chức vụ: {_DOTS * 3}."),
        Paragraph("Tiến hành bàn giao sổ sách, công việc và tài liệu như sau:"),
        Paragraph("I. SỔ SÁCH", Style.CHAPTER),
        _books(ctx),
        Paragraph("II. CÔNG VIỆC ĐẾN HẠN", Style.CHAPTER),
        *_due(ctx),
        Paragraph("III. BẢN NHÁP VÀ PHÂN CÔNG", Style.CHAPTER),
        Paragraph(f"Số bản nháp đang nhập dở của bên giao trên máy này: {number_vi(count_of(ctx, officer_id))}."),
        Paragraph(_appointed(keeping)),
        Paragraph("IV. GIẤY TỜ, CHÌA KHÓA, THIẾT BỊ", Style.CHAPTER),
        _things(),
        Paragraph(
            "Hai bên đã kiểm tra, thống nhất nội dung bàn giao. Từ thời điểm ký, bên nhận chịu trách nhiệm về sổ sách nêu trên; "
            "quyền đăng nhập của bên giao trên các máy của đơn vị được thu lại. Biên bản lập thành 03 bản, mỗi bên giữ 01 bản, "
            "lưu 01 bản."
        ),
    ]
    return minutes(
        ctx,
        "Bàn giao sổ sách, tài liệu công tác xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc",
        blocks,
        signer=signature(ctx),
        cosigners=(Signature(("BÊN GIAO",), str(giver.values["name"] or "")), Signature(("BÊN NHẬN",))),
    )


def _books(ctx: Context) -> Table:
    year = ctx.clock.today().year
    before = {line.code: line for line in books(ctx, year - 1)}
    rows = []
    for number, line in enumerate(books(ctx, year), 1):
        old = before[line.code]
        closed = f"Đã khóa {old.closed_on:%d/%m/%Y}" if old.closed_on else "Chưa khóa"
        rows.append(Row((str(number), line.title, old.rows, closed, line.rows, "")))
    columns = (
        Column("STT", 5, Align.CENTRE),
        Column("Sổ", 28),
        Column(f"Số mục năm {year - 1}", 12, Align.RIGHT),
        Column(f"Khóa sổ {year - 1}", 17),
        Column(f"Số mục năm {year}", 12, Align.RIGHT),
        Column("Ghi chú", 14),
    )
    return Table(columns, tuple(rows), small=True)


def _due(ctx: Context) -> list[Paragraph | Table]:
    groups = due.everything(ctx)
    if not groups:
        return [Paragraph("Không có việc đến hạn hoặc quá hạn.")]
    columns = (
        Column("STT", 5, Align.CENTRE),
        Column("Loại việc", 45),
        Column("Sắp đến hạn, đến hạn", 15, Align.RIGHT),
        Column("Quá hạn", 12, Align.RIGHT),
        Column("Ghi chú", 20),
    )
    rows = [
        Row((str(number), group.title, len(group.items) - group.overdue, group.overdue, ""))
        for number, group in enumerate(groups, 1)
    ]
    return [Table(columns, tuple(rows), small=True)]


def _things() -> Table:
    columns = (
        Column("STT", 5, Align.CENTRE),
        Column("Tên", 40),
        Column("Số lượng", 12, Align.CENTRE),
        Column("Tình trạng, số hiệu", 30),
    )
    rows = [Row((str(number), thing, "", "")) for number, thing in enumerate((*_THINGS, "", ""), 1)]
    return Table(columns, tuple(rows), small=True)


def _appointed(keeping: int) -> str:
    if keeping:
        return "Bên giao đang được giao giữ khóa mở danh tính nguồn tin; đề nghị Trưởng đơn vị thu hồi và giao người khác."
    return "Bên giao không được giao giữ khóa mở danh tính nguồn tin."


def _named(officer: RecordView) -> str:
    texts = (officer.values["rank"], officer.values["name"])
    name = " ".join(str(text) for text in texts if text)
    return f"{name}, {officer.values['position']}" if officer.values["position"] else name


def _standing(reader: Reader, code: str, record_id: str) -> RecordView:
    found = reader.get(code, record_id)
    if found is None:
        raise UserError("record.none", N_("This record is not here. It may not have been received yet."))
    return found
