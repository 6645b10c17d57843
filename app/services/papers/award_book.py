"""The register of awards (sổ khen thưởng) as a printed book or a workbook."""

from collections.abc import Iterator

from app.core.progress import Progress
from app.documents.books.model import Book, BookCell, BookColumn, BookRow
from app.documents.books.wording import NUMBER, SUM, WRITER, closing_line
from app.documents.official.model import Align, Signature
from app.services.awards import book
from app.services.awards.book import Entry
from app.services.context import Context
from app.services.papers.common import heading, signature
from app.services.registers import ListState
from app.services.sample import is_sample

_TITLE, _ABSTRACT = "SỔ KHEN THƯỞNG", "CÔNG TÁC XÂY DỰNG PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC"
_COLUMNS = (
    BookColumn(NUMBER, 14, Align.CENTRE),
    BookColumn("Số vào sổ", 12, Align.CENTRE),
    BookColumn("Số quyết định", 33, group="Quyết định"),
    BookColumn("Ngày", 25, Align.CENTRE, group="Quyết định"),
    BookColumn("Người ký", 22, group="Quyết định"),
    BookColumn("Họ tên, tên tập thể", 28),
    BookColumn("Nơi ở, đơn vị", 24),
    BookColumn("Thành tích", 36),
    BookColumn("Hình thức", 14),
    BookColumn("Cấp khen", 13, Align.CENTRE),
    BookColumn("Tiền thưởng (đồng)", 21, Align.RIGHT),
    BookColumn("Số sê-ri phôi", 17, Align.CENTRE),
    BookColumn("Ngày trao", 25, Align.CENTRE),
    BookColumn("Người nhận ký", 22),
    BookColumn("Ghi chú", 20),
)
_MONEY = 10


def register(ctx: Context, state: ListState) -> Book:
    """The register of the issued decisions of a list; empty cells of "Người nhận ký" are for signing by hand."""
    found = book.read(ctx, state)
    total = sum(entry.amount or 0 for entry in found.entries)

    def rows(progress: Progress) -> Iterator[BookRow]:
        for number, entry in enumerate(found.entries, start=1):
            yield BookRow(_cells(number, entry))
        if total:
            yield BookRow(tuple(SUM if at == 1 else total if at == _MONEY else None for at in range(len(_COLUMNS))), strong=True)

    return Book(
        heading=heading(ctx),
        kind=_TITLE,
        abstract=f"{_ABSTRACT} NĂM {found.years}" if found.years else _ABSTRACT,
        columns=_COLUMNS,
        rows=rows,
        count=len(found.entries),
        closing=(closing_line(len(found.entries)),),
        signatures=(Signature((WRITER,)), signature(ctx)),
        sample=is_sample(ctx),
    )


def _cells(number: int, entry: Entry) -> tuple[BookCell, ...]:
    return (
        number,
        entry.register_no,
        entry.number,
        entry.decided_on,
        entry.signer,
        entry.name,
        entry.address,
        entry.achievement,
        book.FORM,
        entry.level,
        entry.amount,
        entry.serial,
        entry.handed_on,
        entry.received_by,
        entry.notes,
    )
