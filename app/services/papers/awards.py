"""Papers of an award decision: the submission, the decision, the list that goes with it, and the list to pay from.

The police submit, the chairman decides; so the first is headed by the police and the others by who awards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.text import in_words, long_date_vi, number_vi
from app.data.views import RecordView
from app.documents.official.model import Align, Annex, Cell, Column, Heading, Paper, Paragraph, Row, Signature, Style, Table
from app.services.awards.decisions import awarded, text_of
from app.services.awards.register import by_register
from app.services.context import Context
from app.services.papers.common import paper, unit
from app.services.registers.forms import not_here
from app.services.sample import is_sample

_COLLECTIVES, _PEOPLE = "TẬP THỂ", "CÁ NHÂN"
_NUMBER = Column("STT", 6, Align.CENTRE)
_NAME = Column("Họ và tên, tên tập thể", 30)
_ADDRESS = Column("Nơi ở, đơn vị", 30)
_SIGN = 9.0
"""Height of a row that somebody signs in, in millimetres."""
_RECIPIENTS = ("Như Điều 3;", "Lưu: VT.")


@dataclass(frozen=True, slots=True)
class _Award:
    """A decision with whom it names: collectives first, each in the order of the register."""

    values: RecordView
    collectives: tuple[RecordView, ...]
    people: tuple[RecordView, ...]

    @property
    def day(self) -> date | None:
        said = text_of(self.values, "decided_on")
        return date.fromisoformat(said) if said else None

    @property
    def everybody(self) -> tuple[RecordView, ...]:
        return (*self.collectives, *self.people)

    @property
    def total(self) -> int:
        return sum(_amount(record) or 0 for record in self.everybody)

    @property
    def counted(self) -> str:
        """ "02 tập thể và 05 cá nhân": whom the decision names, as the decision says it."""
        said = ((len(self.collectives), "tập thể"), (len(self.people), "cá nhân"))
        return " và ".join(f"{number:02} {what}" for number, what in said if number)


def submission(ctx: Context, award_id: str) -> Paper:
    """The police ask the chairman to award (tờ trình), with the list."""
    award = _read(ctx, award_id)
    deed = _lowered(text_of(award.values, "deed"))
    asked = (
        f"Công an xã kính trình {_titled(text_of(award.values, 'authority'))} xem xét, tặng Giấy khen cho {award.counted} {deed}."
    )
    return paper(
        ctx,
        "TỜ TRÌNH",
        "Về việc đề nghị tặng Giấy khen",
        (
            Paragraph(asked),
            Paragraph("Danh sách đề nghị khen thưởng:"),
            _named(award, registered=False),
            Paragraph("Kính đề nghị xem xét, quyết định."),
        ),
        symbol="TTr",
        addressee=_titled(text_of(award.values, "authority")),
        recipients=("Như trên;", "Lưu: VT."),
    )


def decision(ctx: Context, award_id: str) -> Paper:
    """The decision itself, with the list of the awarded as its annex."""
    award = _read(ctx, award_id)
    authority = text_of(award.values, "authority")
    articles = [
        f"Điều 1. Tặng Giấy khen cho {award.counted} {_lowered(text_of(award.values, 'deed'))} (có danh sách kèm theo).",
        f"Điều 2. {_of_money(award)}",
        f"Điều 3. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Công an {_level(authority)} và các tập thể, cá nhân có tên tại "
        "Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.",
    ]
    return _of_authority(
        ctx,
        award,
        "QUYẾT ĐỊNH",
        "Về việc tặng Giấy khen",
        (
            Paragraph(authority, Style.CENTRED),
            *(Paragraph(ground, Style.GROUND) for ground in _grounds(award)),
            Paragraph("QUYẾT ĐỊNH:", Style.CENTRED),
            *(Paragraph(article) for article in articles),
            Annex("Danh sách tập thể, cá nhân được tặng Giấy khen", (_named(award),)),
        ),
        _RECIPIENTS,
    )


def awarded_list(ctx: Context, award_id: str) -> Paper:
    """The list that goes with the decision, on a sheet of its own."""
    award = _read(ctx, award_id)
    return _of_authority(
        ctx, award, "DANH SÁCH", "Tập thể, cá nhân được tặng Giấy khen", (_belonging(award), _named(award)), ("Lưu: VT.",)
    )


def payments(ctx: Context, award_id: str) -> Paper:
    """The list to pay the money from, each signing for theirs."""
    award = _read(ctx, award_id)
    columns = (_NUMBER, _NAME, _ADDRESS, Column("Số tiền (đồng)", 16, Align.RIGHT), Column("Ký nhận", 18))
    rows = [Row((number, *_who(record), _amount(record), "")) for number, record in enumerate(award.everybody, 1)]
    rows.append(Row(("", "Cộng", "", award.total, ""), strong=True))
    return _of_authority(
        ctx,
        award,
        "DANH SÁCH",
        "Chi tiền thưởng kèm theo Giấy khen",
        (
            _belonging(award),
            Table(columns, tuple(rows), caption="Chi tiền thưởng", row_height=_SIGN),
            Paragraph(f"Bằng chữ: {in_words(award.total).capitalize()} đồng.", Style.NOTE),
        ),
        (),
        cosigners=(Signature(("NGƯỜI LẬP",)), Signature(("KẾ TOÁN",))),
    )


def _read(ctx: Context, award_id: str) -> _Award:
    with ctx.store.reader() as reader:
        award = reader.get("award", award_id)
        named = sorted(awarded(reader, award_id), key=by_register)
    if award is None:
        raise not_here()
    parts = [tuple(record for record in named if bool(record.values["collective"]) is collective) for collective in (True, False)]
    return _Award(award, *parts)


def _of_authority(
    ctx: Context,
    award: _Award,
    kind: str,
    abstract: str,
    blocks: Sequence[Paragraph | Table | Annex],
    recipients: tuple[str, ...],
    *,
    cosigners: tuple[Signature, ...] = (),
) -> Paper:
    """A paper that the awarding authority issues and signs."""
    facts, own = unit(ctx), kind == "QUYẾT ĐỊNH"
    body = text_of(award.values, "authority").removeprefix("CHỦ TỊCH ").strip() or facts.name.upper()
    number = text_of(award.values, "number")
    heading = Heading("", body, number if own else "", text_of(award.values, "place") or facts.place, award.day, numbered=own)
    signer = Signature((text_of(award.values, "signer_title"),), text_of(award.values, "signer"))
    return Paper(heading, kind, abstract, tuple(blocks), signer, recipients, sample=is_sample(ctx), cosigners=cosigners)


def _named(award: _Award, *, registered: bool = True) -> Table:
    """Everybody the decision names, collectives first, with the achievement and, once it is decided, the number in the register."""
    columns = (_NUMBER, _NAME, _ADDRESS, Column("Thành tích", 34), *([Column("Số sổ", 8, Align.CENTRE)] * registered))
    deed = text_of(award.values, "deed")
    rows: list[Row] = []
    parts = [(name, records) for name, records in ((_COLLECTIVES, award.collectives), (_PEOPLE, award.people)) if records]
    for roman, (name, records) in zip(("I", "II"), parts, strict=False):
        rows.append(Row((f"{roman}. {name}",), strong=True, band=True))
        rows += [
            Row((number, *_who(record), text_of(record, "achievement") or deed, *([text_of(record, "register_no")] * registered)))
            for number, record in enumerate(records, 1)
        ]
    return Table(columns, tuple(rows), caption="Danh sách được khen", small=True)


def _who(record: RecordView) -> tuple[Cell, Cell]:
    return text_of(record, "name"), text_of(record, "address")


def _amount(record: RecordView) -> int | None:
    amount: Any = record.values["amount"]
    return None if amount is None else int(amount)


def _belonging(award: _Award) -> Paragraph:
    day = f" {long_date_vi(award.day)}" if award.day else ""
    of = _titled(text_of(award.values, "authority"))
    return Paragraph(f"(Kèm theo Quyết định số {text_of(award.values, 'number')}{day} của {of})", Style.CENTRED)


def _of_money(award: _Award) -> str:
    if not award.total:
        return "Mức tiền thưởng kèm theo Giấy khen thực hiện theo quy định hiện hành."
    return (
        f"Kèm theo Giấy khen là tiền thưởng, tổng số {number_vi(award.total)} đồng ({in_words(award.total)} đồng), trích từ quỹ "
        "thi đua, khen thưởng theo quy định."
    )


def _grounds(award: _Award) -> Iterator[str]:
    """The legal grounds of the record, one a line, each ended as a decision ends them."""
    lines = [line.strip(" ;.") for line in text_of(award.values, "grounds").splitlines() if line.strip(" ;.")]
    for place, line in enumerate(lines):
        yield f"{line[0].upper()}{line[1:]}{'.' if place == len(lines) - 1 else ';'}"


def _titled(authority: str) -> str:
    """ "Chủ tịch Ủy ban nhân dân xã Túc Đán", of the capitals that the record keeps for the sheet."""
    kept = {"chủ tịch": "Chủ tịch", "ủy ban nhân dân": "Ủy ban nhân dân", "uỷ ban nhân dân": "Ủy ban nhân dân"}
    lowered = authority.lower()
    for words, proper in kept.items():
        lowered = lowered.replace(words, proper)
    head, _, place = lowered.rpartition("nhân dân ")
    if not head:
        return authority.title()
    level, _, name = place.partition(" ")
    return f"{head}nhân dân {level} {name.title()}".strip()


def _level(authority: str) -> str:
    """ "xã", "phường", "huyện": of whose People's Committee the authority is the chairman."""
    return _titled(authority).rpartition("nhân dân ")[2].partition(" ")[0] or "xã"


def _lowered(deed: str) -> str:
    """The achievement as it goes on within a sentence."""
    return f"{deed[:1].lower()}{deed[1:]}".rstrip(". ")
