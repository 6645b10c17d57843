"""Papers of prevention models: the ledger of a year, the table of a year's review, and the sheet that one site is reviewed on.

Columns as officers keep them (`STT | Tên mô hình | Nơi xây dựng | Số, ngày QĐ | Ngày ra mắt | Số thành viên | Kết quả | Xếp loại |
Đề xuất`). Tables of a year are of this one when a list asks for them, and of the year that is asked for otherwise.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from app.core.i18n import N_
from app.core.progress import Progress
from app.core.text import number_vi, short_date
from app.documents.books.model import Book, BookColumn, BookRow
from app.documents.official.model import Align, Cell, Column, Paper, Paragraph, Row, Signature, Style, Table
from app.records.models import PROPOSALS, RATINGS
from app.services import models
from app.services.context import Context
from app.services.models import Line, SiteToReview
from app.services.papers.common import heading, paper, signature
from app.services.registers import ListState
from app.services.registers.forms import not_here
from app.services.registers.wording import shown, titles_of
from app.services.sample import is_sample

_FIGURES = (
    ("opening", "Đầu kỳ"),
    ("built", "Xây dựng mới"),
    ("multiplied", "Nhân rộng"),
    ("taken_over", "Tiếp nhận"),
    ("dropped", "Thanh loại"),
    ("adjusted", "Điều chỉnh"),
    ("closing", "Cuối kỳ"),
    ("ineffective", "Không hiệu quả"),
    ("effective", "Có hiệu quả"),
)
_ALWAYS = frozenset(("opening", "closing", "effective"))
_WHOLE = "Mô hình phòng, chống tội phạm, bảo đảm an ninh, trật tự"
_NOTE = (
    "Cuối kỳ = đầu kỳ + xây dựng mới + nhân rộng + tiếp nhận − thanh loại ± điều chỉnh. Điểm đang duy trì nhưng xếp loại không "
    "hiệu quả vẫn nằm trong số cuối kỳ cho đến khi thanh loại."
)
_DAY = "……/……/………"
_LINE, _ROOM = 7.5, 45.0
"""Heights of rows that are written into by hand, in millimetres."""
_YEARS = 4
"""Years that stand on the ledger of one year for comparison."""
_NUMBER = Column("STT", 5, Align.CENTRE)
_SITE_HEAD = Signature(("ĐẠI DIỆN BAN CHỦ NHIỆM", "MÔ HÌNH"))


def ledger(ctx: Context, subject: ListState | str) -> Paper:
    """The ledger of a year, model by model, and why sites went or the number was corrected."""
    told = models.read_ledger(ctx, _year(ctx, subject))
    columns = (_NUMBER, Column("Mô hình", 26), *(Column(label, 8, Align.RIGHT) for _, label in _FIGURES))
    rows = [Row((str(n), line.label, *_figures(line))) for n, line in enumerate(told.models, 1)]
    rows.append(Row(("", "Cộng", *_figures(told.total)), strong=True))
    blocks: list[Paragraph | Table] = [
        Paragraph(f"1. Biến động trong năm {told.year}", Style.SECTION),
        Table(columns, tuple(rows), caption="Biến động trong năm", small=True),
    ]
    if told.reasons:
        reasons = tuple(
            Row((str(n), short_date(why.day), ", ".join(filter(None, (why.model, why.what))), _signed(why.change), why.reason))
            for n, why in enumerate(told.reasons, 1)
        )
        of_reasons = (
            _NUMBER,
            Column("Ngày", 14, Align.CENTRE),
            Column("Điểm mô hình", 36),
            Column("Số điểm", 8, Align.RIGHT),
            Column("Lý do", 37),
        )
        blocks.append(Paragraph("2. Điểm thanh loại, điều chỉnh và lý do", Style.SECTION))
        blocks.append(Table(of_reasons, reasons, caption="Thanh loại, điều chỉnh", small=True))
    else:
        blocks.append(Paragraph("2. Trong năm không có điểm thanh loại, không điều chỉnh số liệu", Style.SECTION))
    shown_years = [line for line in told.years if int(line.key) <= told.year][:_YEARS]
    years = tuple(Row((line.label, *_figures(line))) for line in shown_years)
    of_years = (Column("Năm", 10, Align.CENTRE), *(Column(label, 10, Align.RIGHT) for _, label in _FIGURES))
    blocks.append(Paragraph("3. Qua các năm", Style.SECTION))
    blocks.append(Table(of_years, years, caption="Qua các năm", small=True))
    blocks.append(Paragraph(_NOTE, Style.NOTE))
    return paper(ctx, "SỔ THEO DÕI", f"{_WHOLE} năm {told.year}", blocks, recipients=())


def reviews(ctx: Context, subject: ListState | str) -> Book:
    """Every standing site in the review of a year: with ratings where they are, to be filled in by hand where they are not."""
    year = _year(ctx, subject)
    lines = models.sites_to_review(ctx, year)
    facts = _facts(ctx, [line.id for line in lines])
    reviewed = sum(bool(line.review) for line in lines)
    return Book(
        heading=heading(ctx),
        kind="BẢNG RÀ SOÁT",
        abstract=f"{_WHOLE} năm {year}",
        columns=(
            BookColumn("STT", 11, Align.CENTRE, plain=True),
            BookColumn("Tên mô hình", 50),
            BookColumn("Nơi xây dựng", 46),
            BookColumn("Số, ngày quyết định", 32),
            BookColumn("Ngày ra mắt", 22, Align.CENTRE),
            BookColumn("Số thành viên", 17, Align.RIGHT),
            BookColumn("Kết quả hoạt động", 40),
            BookColumn("Xếp loại", 22, Align.CENTRE),
            BookColumn("Đề xuất", 22, Align.CENTRE),
        ),
        rows=lambda progress: _review_rows(ctx, sorted(lines, key=_by_model), facts, progress),
        count=len(lines),
        closing=(f"Tổng cộng: {number_vi(len(lines))} điểm mô hình, đã rà soát {number_vi(reviewed)} điểm.",),
        signatures=(signature(ctx),),
        sample=is_sample(ctx),
    )


def review_sheet(ctx: Context, site_id: str) -> Paper:
    """The sheet that a site is reviewed on, at the place itself: what the book knows of it, and room for the rest."""
    facts = _facts(ctx, [site_id])
    if site_id not in facts:
        raise not_here()
    site, year = facts[site_id], ctx.clock.today().year
    line = next((each for each in models.sites_to_review(ctx, year) if each.id == site_id), None)
    known = (
        ("Tên mô hình", site["model"]),
        ("Nơi xây dựng", site["place"]),
        ("Quyết định thành lập", site["decision"]),
        ("Ngày ra mắt", site["founded_on"]),
        ("Người phụ trách", site["head"]),
        ("Số thành viên", site["members"]),
        ("Số hộ ký cam kết tham gia", site["commitments"]),
        ("Kết quả rà soát năm trước", line.before if line and line.before else "Chưa rà soát"),
    )
    of_known = (Column("Nội dung", 35), Column("Thông tin về mô hình", 65))
    blocks: list[Paragraph | Table] = [
        Table(of_known, tuple(Row(facts_of) for facts_of in known), small=True, row_height=_LINE),
        Table((Column("Kết quả hoạt động trong năm", 55), Column("Khó khăn, tồn tại", 45)), (Row(("", "")),), row_height=_ROOM),
        Paragraph("Xếp loại (đánh dấu x vào một ô):"),
        _choices(ctx, RATINGS, line.rating if line else ""),
        Paragraph("Đề xuất (đánh dấu x vào một ô):"),
        _choices(ctx, PROPOSALS, line.proposal if line else ""),
        Paragraph(f"Ngày rà soát: {line.reviewed_on if line and line.reviewed_on else _DAY}."),
    ]
    return paper(
        ctx,
        "PHIẾU RÀ SOÁT",
        f"{_WHOLE} năm {year}",
        blocks,
        signer=Signature(("CÁN BỘ RÀ SOÁT",)),
        cosigners=(_SITE_HEAD,),
        recipients=(),
        dated=False,
    )


def _year(ctx: Context, subject: ListState | str) -> int:
    return int(subject) if isinstance(subject, str) else ctx.clock.today().year


def _figures(line: Line) -> tuple[Cell, ...]:
    figures = line.figures
    return tuple(
        (_signed(figures[name]) if name == "adjusted" else figures[name]) if figures[name] or name in _ALWAYS else ""
        for name, _ in _FIGURES
    )


def _signed(value: int) -> str:
    return f"+{number_vi(value)}" if value > 0 else number_vi(value).replace("-", "−")


def _by_model(line: SiteToReview) -> tuple[str, str]:
    return line.model, line.place


def _facts(ctx: Context, sites: list[str]) -> Mapping[str, Mapping[str, str]]:
    """What the book knows of sites, as people read it."""
    fields = ctx.store.registry.get("model_site").fields
    with ctx.store.reader() as reader:
        found = reader.get_many("model_site", sites)
        names = titles_of(ctx, reader, "model", [str(view.values["model"]) for view in found.values()])
        hamlets = titles_of(ctx, reader, "hamlet", [str(v.values["hamlet"]) for v in found.values() if v.values["hamlet"]])

    def told(values: Mapping[str, Any]) -> Mapping[str, str]:
        texts = {name: shown(ctx, fields[name].kind, values[name]) for name in fields if name not in ("model", "hamlet")}
        hamlet = hamlets.get(str(values["hamlet"]), "")
        place = models.place_of(texts["place"], hamlet)
        decision = " ngày ".join(filter(None, (texts["decision"], texts["decided_on"])))
        return {**texts, "model": names.get(str(values["model"]), ""), "place": place, "decision": decision}

    return {record_id: told(view.values) for record_id, view in found.items()}


def _review_rows(
    ctx: Context, lines: list[SiteToReview], facts: Mapping[str, Mapping[str, str]], progress: Progress
) -> Iterator[BookRow]:
    for number, line in enumerate(lines, 1):
        site = facts[line.id]
        rating, proposal = _label(ctx, RATINGS, line.rating), _label(ctx, PROPOSALS, line.proposal)
        members = int(site["members"].replace(".", "")) if site["members"] else None
        known = (site["model"], site["place"], site["decision"], site["founded_on"], members)
        yield BookRow((number, *known, "", rating, proposal))
        progress.step(number, len(lines), N_("model sites"))


def _label(ctx: Context, options: tuple[tuple[str, str], ...], code: str) -> str:
    return next((ctx.say(label) for each, label in options if each == code), "")


def _choices(ctx: Context, options: tuple[tuple[str, str], ...], chosen: str) -> Table:
    """A box to tick under each of the options; the chosen one is ticked."""
    columns = tuple(Column(ctx.say(label), 1, Align.CENTRE) for _, label in options)
    return Table(columns, (Row(tuple("x" if code == chosen else "" for code, _ in options)),), small=True, row_height=_LINE)
