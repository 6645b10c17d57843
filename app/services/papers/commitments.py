"""Papers of a commitment campaign: the sheet a hamlet signs, the lists of who signed, and how far each hamlet is.

Columns as officers keep them (`STT | Họ và tên chủ hộ | Năm sinh | Nơi ở | Ký tên | Ghi chú`), without the one for ethnicity.
Whoever withdrew stands on no list.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.progress import Progress
from app.core.text import number_vi
from app.documents.books.model import Book, BookColumn, BookRow
from app.documents.official.model import Align, Column, Paper, Paragraph, Row, Signature, Table
from app.services import campaigns
from app.services.campaigns import HamletLine, Tick
from app.services.context import Context
from app.services.papers.common import heading, paper, signature
from app.services.sample import is_sample

_HAND_HEIGHT = 10.0
"""Room to sign in, in millimetres."""
_LATE = 6
"""Empty rows for those who are not on the roster yet."""
_HAMLET_HEAD = Signature(("TRƯỞNG THÔN, BẢN", "TỔ TRƯỞNG TỔ DÂN PHỐ"))
_KINDS = {"household": "HỘ GIA ĐÌNH", "person": "CÁ NHÂN", "establishment": "CƠ QUAN, CƠ SỞ, TRƯỜNG HỌC, DÒNG HỌ"}
_NUMBER = Column("STT", 5, Align.CENTRE)
_HEAD = Column("Họ và tên chủ hộ", 26)
_BORN = Column("Năm sinh", 9, Align.CENTRE)
_PLACE = Column("Nơi ở", 26)


def to_sign(ctx: Context, sheet_id: str) -> Paper:
    """The sheet that is carried to a hamlet: the text, then every household of the roster with room to sign, then empty rows."""
    wave, hamlet = _of_sheet(ctx, sheet_id)
    ticks = campaigns.ticks(ctx, wave["id"], hamlet["id"])
    columns = (_NUMBER, _HEAD, _BORN, _PLACE, Column("Ký tên", 18), Column("Ghi chú", 16))
    rows = [Row((str(n), tick.name, *_home(tick), "", "")) for n, tick in enumerate((t for t in ticks if not t.withdrawn_on), 1)]
    rows += [Row((str(n), "", "", "", "", "")) for n in range(len(rows) + 1, len(rows) + 1 + _LATE)]
    blocks: tuple[Paragraph | Table, ...] = (*_text(wave, hamlet), Table(columns, tuple(rows), small=True, row_height=_HAND_HEIGHT))
    # The day is written on by hand, on the evening when they sign.
    return paper(ctx, "BẢN CAM KẾT", _about(wave, hamlet), blocks, recipients=(), cosigners=(_HAMLET_HEAD,), dated=False)


def signed(ctx: Context, sheet_id: str) -> Paper:
    """Who signed in a hamlet, with the day, and in numbers who had not."""
    wave, hamlet = _of_sheet(ctx, sheet_id)
    ticks = [tick for tick in campaigns.ticks(ctx, wave["id"], hamlet["id"]) if tick.stands]
    columns = (_NUMBER, _HEAD, _BORN, _PLACE, Column("Ngày ký", 14, Align.CENTRE), Column("Ghi chú", 16))
    rows = tuple(Row((str(n), tick.name, *_home(tick), tick.signed_on, "")) for n, tick in enumerate(ticks, 1))
    line = next((line for line in campaigns.hamlets(ctx, wave["id"]) if line.id == hamlet["id"]), None)
    counts = campaigns.sheet(ctx, wave["id"], hamlet["id"]).counts
    blocks: tuple[Paragraph | Table, ...] = (Table(columns, rows, small=True), *_sums(len(ticks), line, counts))
    return paper(
        ctx,
        "DANH SÁCH",
        f"Hộ đã ký trong đợt “{wave['name']}” – {hamlet['name']}",
        blocks,
        cosigners=(_HAMLET_HEAD,),
        recipients=(),
    )


def all_signed(ctx: Context, campaign: str) -> Book:
    """Everybody who signed a campaign, hamlet by hamlet; read while it is drawn, however many they are."""
    wave = _record(ctx, "campaign", campaign)
    count = next((line.signed for line in campaigns.campaigns(ctx) if line.id == campaign), 0)
    return Book(
        heading=heading(ctx),
        kind="DANH SÁCH",
        abstract=f"Người ký trong đợt “{wave['name']}”",
        columns=(
            BookColumn("STT", 12, Align.CENTRE, plain=True),
            BookColumn("Họ và tên", 62),
            BookColumn("Năm sinh", 18, Align.CENTRE),
            BookColumn("Nơi ở", 62),
            BookColumn("Ngày ký", 26, Align.CENTRE),
            BookColumn("Ghi chú", 40),
        ),
        rows=lambda progress: _everybody(ctx, wave, count, progress),
        count=count,
        closing=(f"Danh sách gồm {number_vi(count)} chữ ký.",),
        signatures=(signature(ctx),),
        sample=is_sample(ctx),
    )


def summary(ctx: Context, campaign: str) -> Paper:
    """How many signed in each hamlet, and in numbers why the others had not; names nobody."""
    wave = _record(ctx, "campaign", campaign)
    lists = campaigns.lists_of(wave["signers"])
    columns = (
        _NUMBER,
        Column("Thôn, bản, tổ dân phố", 30),
        Column("Số hộ", 9, Align.RIGHT),
        Column("Đã ký", 9, Align.RIGHT),
        Column("Tỷ lệ (%)", 9, Align.RIGHT),
        Column("Đi vắng", 9, Align.RIGHT),
        Column("Đã chuyển đi", 10, Align.RIGHT),
        Column("Chưa gặp được", 10, Align.RIGHT),
    )
    lines = campaigns.hamlets(ctx, campaign) if "household" in lists else ()
    counts = campaigns.sheets_of(ctx, campaign)
    rows = [Row((str(n), line.name, *_figures(line, counts.get(line.id, {})))) for n, line in enumerate(lines, 1)]
    whole = HamletLine("", "Cộng", sum(x.signed for x in lines), sum(x.total for x in lines), None)
    sums = {name: sum(each[name] for each in counts.values()) for name in campaigns.COUNTS}
    rows.append(Row(("", whole.name, *_figures(whole, sums)), strong=True))
    others = [(kind, sum(line.signed for line in campaigns.hamlets(ctx, campaign, kind))) for kind in lists if kind != "household"]
    blocks: list[Paragraph | Table] = [Table(columns, tuple(rows), small=True)] if lines else []
    blocks += [Paragraph(f"{_KINDS[kind].capitalize()}: {number_vi(number)} chữ ký.") for kind, number in others]
    return paper(ctx, "TỔNG HỢP", f"Kết quả đợt “{wave['name']}”", blocks)


def _everybody(ctx: Context, wave: Mapping[str, Any], count: int, progress: Progress) -> Iterator[BookRow]:
    number = 0
    for kind in campaigns.lists_of(wave["signers"]):
        for line in campaigns.hamlets(ctx, wave["id"], kind):
            ticks = [tick for tick in campaigns.ticks(ctx, wave["id"], line.id, kind) if tick.stands] if line.signed else []
            if ticks:
                yield BookRow((f"{line.name or ctx.say('Whole commune')} ({_KINDS[kind].lower()})",), band=True)
            for tick in ticks:
                number += 1
                note = f"{number_vi(tick.pupils)} học sinh" if tick.pupils else ""
                born, place = _home(tick) if kind == "household" else ("", " · ".join(part for part in tick.details if part))
                yield BookRow((number, tick.name, born, place, tick.signed_on, note))
            progress.step(number, count, N_("signatures"))


def _figures(line: HamletLine, counts: Mapping[str, int]) -> tuple[int | str | None, ...]:
    percent = "" if line.percent is None else str(line.percent)
    return (line.total, line.signed, percent, *(counts.get(name) or None for name in campaigns.COUNTS))


def _sums(signatures: int, line: HamletLine | None, counts: Mapping[str, str]) -> tuple[Paragraph, ...]:
    total = line.total if line else 0
    text = f"Tổng cộng: {number_vi(signatures)}/{number_vi(total)} hộ đã ký"
    labels = (("away", "đi vắng"), ("moved", "đã chuyển đi"), ("not_reached", "chưa gặp được"))
    rest = [f"{label} {counts[name]} hộ" for name, label in labels if counts[name] not in ("", "0")]
    return (Paragraph(f"{text}; {', '.join(rest)}." if rest else f"{text}."),)


def _text(wave: Mapping[str, Any], hamlet: Mapping[str, Any]) -> Sequence[Paragraph]:
    intro = f"Hôm nay, ngày …… tháng …… năm ………, chúng tôi là đại diện các hộ gia đình {hamlet['name']} ký tên dưới đây cam kết:"
    text = [line.strip() for line in str(wave["text"] or wave["name"]).splitlines() if line.strip()]
    if len(text) > 1 and not text[0].startswith(("1", "-", "–", "•")):
        text = [f"{number}. {line}" for number, line in enumerate(text, 1)]
    witness = "Chúng tôi đã được nghe, hiểu rõ nội dung và tự nguyện ký tên."
    return (Paragraph(intro), *(Paragraph(line) for line in text), Paragraph(witness))


def _home(tick: Tick) -> tuple[str, str]:
    """Year of birth and place."""
    born, place = (*tick.details, "", "")[:2]
    return born.rsplit("/", 1)[-1].strip(), place


def _about(wave: Mapping[str, Any], hamlet: Mapping[str, Any]) -> str:
    return f"{wave['name']} – {hamlet['name']}"


def _of_sheet(ctx: Context, sheet_id: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    sheet = _record(ctx, "signing_sheet", sheet_id)
    return _record(ctx, "campaign", sheet["campaign"]), _record(ctx, "hamlet", sheet["hamlet"])


def _record(ctx: Context, type_code: str, record_id: str) -> Mapping[str, Any]:
    with ctx.store.reader() as reader:
        view = reader.get(type_code, record_id)
    if view is None:
        raise UserError("record.none", N_("This record is not here. It may not have been received yet."))
    return {**view.values, "id": view.id}
