"""The register of mediation with its official ten columns (sổ theo dõi hoạt động hòa giải ở cơ sở)."""

from collections.abc import Mapping
from typing import Any

from app.documents.books.model import Book, BookCell, BookColumn, no_rows
from app.documents.books.wording import CROSS
from app.documents.official.model import Align
from app.services.context import Context
from app.services.disclosure import withheld
from app.services.papers.columns import ORDINAL, Shown, all_fields, value_of
from app.services.papers.common import heading
from app.services.papers.empty import PAGES
from app.services.papers.generic import Asked, Filled, places
from app.services.papers.register import book_of, filled
from app.services.registers.wording import Titles
from app.services.sample import is_sample

KIND = "SỔ THEO DÕI"
ABOUT = "HOẠT ĐỘNG HÒA GIẢI Ở CƠ SỞ"
_RESULT = "Kết quả hòa giải"
_MOST_MEDIATORS = 20_000
_FIELDS = ("mediators", "parties", "content", "agreement", "notes")


def register(ctx: Context, asked: Asked) -> Filled:
    """The list in the official columns. Without a purpose those about people stay empty: the form has ten columns, always."""
    declared = ctx.store.registry.get("dispute")
    private = withheld(ctx, "dispute", _FIELDS)
    columns = columns_of(ctx, _mediators(ctx), open_=asked.purpose is not None)
    book = book_of(ctx, asked, columns, kind=KIND, abstract=ABOUT, left_out=() if asked.purpose else private)
    workbook = filled(ctx, asked, all_fields(declared))
    told = places("dispute", private)
    if asked.purpose is None:
        return Filled(book, withheld=told, rows=book.count, workbook=workbook)
    return Filled(book, names=told, rows=book.count, workbook=workbook)


def sheet(ctx: Context, asked: Asked) -> Book:
    """The official table, empty."""
    return Book(
        heading=heading(ctx, dated=False),
        kind=KIND,
        abstract=ABOUT,
        columns=(ORDINAL, *(each.column for each in columns_of(ctx, {}, open_=True))),
        rows=no_rows,
        count=0,
        sample=is_sample(ctx),
        empty_pages=PAGES,
    )


def _mediators(ctx: Context) -> dict[str, str]:
    """By dispute: the names of its mediators that were added one by one."""
    found: dict[str, str] = {}
    with ctx.store.reader() as reader:
        for record in reader.window("mediator", order=("name", "asc"), limit=_MOST_MEDIATORS):
            about, name = str(record.values["dispute"]), str(record.values["name"] or "")
            found[about] = f"{found[about]}\n{name}" if about in found else name
    return found


def columns_of(ctx: Context, mediators: Mapping[str, str], *, open_: bool) -> tuple[Shown, ...]:
    """Columns (2) to (10). Those about people stay empty unless `open_`."""
    private = frozenset() if open_ else frozenset(withheld(ctx, "dispute", _FIELDS))
    declared = ctx.store.registry.get("dispute")

    def words(name: str, title: str, width: float) -> Shown:
        column = BookColumn(title, width)
        return Shown(column, (name,), _nothing if name in private else value_of(ctx, declared, name))

    def who(values: Mapping[str, Any], titles: Titles) -> BookCell:
        parts = (str(written(values, titles) or ""), mediators.get(str(values.get("id")), ""))
        return "\n".join(part for part in parts if part)

    written = value_of(ctx, declared, "mediators")
    mediating = "Họ và tên hòa giải viên, người được mời tham gia hòa giải (nếu có)"
    received = Shown(
        BookColumn("Ngày, tháng, năm nhận vụ, việc hòa giải", 23.0, Align.CENTRE),
        ("received_on",),
        value_of(ctx, declared, "received_on"),
    )
    return (
        received,
        Shown(BookColumn(mediating, 36.0), ("mediators",), who if open_ else _nothing),
        words("parties", "Họ tên, tuổi, địa chỉ của các bên", 40.0),
        words("content", "Nội dung chủ yếu của vụ, việc", 43.0),
        words("agreement", "Thỏa thuận của các bên", 35.0),
        _result("Hòa giải thành", "mediated"),
        _result("Hòa giải không thành", "failed"),
        Shown(BookColumn("Chữ ký của hòa giải viên", 18.0), (), _nothing),
        words("notes", "Ghi chú", 18.0),
    )


def _result(title: str, code: str) -> Shown:
    def cross(values: Mapping[str, Any], _titles: Titles) -> BookCell:
        return CROSS if values.get("outcome") == code else None

    return Shown(BookColumn(title, 13.0, Align.CENTRE, group=_RESULT), ("outcome",), cross)


def _nothing(_values: Mapping[str, Any], _titles: Titles) -> BookCell:
    return None
