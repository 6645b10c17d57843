"""Papers of a tip-off: minutes of reception, the slip it is passed on with, and the receipt for whoever told.

After forms 01 and 03 of Thông tư 119/2021/TT-BCA, the two that a commune's police may use here. Who told stands in none of them
but as a code; the minutes leave lines to be written on by hand, and what reads like naming who told is replaced (Luật Tố cáo 2018,
art. 56). The receipt says neither what was told nor about whom.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.ids import fixed_id
from app.core.text import fold, long_date_vi
from app.data.reader import Reader
from app.documents.official.model import Paper, Paragraph, Signature, Style
from app.services.context import Context
from app.services.informants.identity import records_of
from app.services.papers.common import heading, minutes, paper, signature
from app.services.sample import is_sample
from app.services.who_told import scrub

_KINDS = {
    "denunciation": "tố giác về tội phạm",
    "report": "tin báo về tội phạm",
    "petition": "kiến nghị khởi tố",
    "other": "tin về an ninh, trật tự",
}
_CHANNELS = {
    "direct": "trực tiếp",
    "phone": "qua điện thoại",
    "letter": "qua đơn, thư",
    "box": "qua hòm thư tố giác",
    "message": "qua Zalo, VNeID",
    "meeting": "tại buổi sinh hoạt, tuyên truyền",
    "online": "qua mạng internet",
}
_OF_CRIME, _OF_ORDER = "nguồn tin về tội phạm", "nguồn tin về an ninh, trật tự"
_DOTS, _LINE = "…" * 22, "…" * 29
"""Room to write on: behind a label, and a whole line."""
_HALF = "…" * 15
_RECEIVER, _TOLD = "NGƯỜI TIẾP NHẬN", "NGƯỜI CUNG CẤP NGUỒN TIN"
_RIGHTS = (
    "Người cung cấp nguồn tin được giải thích quyền yêu cầu giữ bí mật, yêu cầu được bảo vệ và được thông báo kết quả giải quyết "
    "theo Điều 56 Bộ luật Tố tụng hình sự, đồng thời chịu trách nhiệm về nguồn tin đã cung cấp."
)
_END = (
    "Biên bản kết thúc hồi …… giờ …… phút cùng ngày, gồm …… trang, lập thành …… bản, đã đọc lại cho những người có tên trên nghe, "
    "công nhận là đúng và cùng ký tên dưới đây."
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What papers of a tip-off need, in words; empty where nothing was written down."""

    values: Mapping[str, str]
    received: datetime
    body: str
    phone: str
    hamlet: str
    receiver: str
    position: str
    code: str

    @property
    def number(self) -> str:
        """ "14/2022", as it stands in the book."""
        number = self.values["number"]
        return f"{number}/{self.received.year}" if number else ""

    @property
    def matter(self) -> str:
        return _OF_ORDER if self.values["kind"] == "other" else _OF_CRIME

    @property
    def entered(self) -> str:
        """ "tố giác về tội phạm, qua điện thoại, vào sổ số 14/2022"."""
        parts = [_KINDS.get(self.values["kind"], self.matter), _CHANNELS.get(self.values["channel"], "")]
        return ", ".join(part for part in (*parts, f"vào sổ số {self.number}" if self.number else "") if part)

    @property
    def where(self) -> str:
        """When and where it happened; dots where neither is known."""
        place = ", ".join(part for part in (self.values["place"], self.hamlet) if part)
        return scrub("; ".join(part for part in (self.values["happened"], place) if part)) or _DOTS


def reception(ctx: Context, record_id: str) -> Paper:
    """Biên bản tiếp nhận (form 01). Whoever told signs it and is written down by hand, on the copy that stays in the file."""
    facts = _facts(ctx, record_id)
    told = f" (mã số {facts.code})" if facts.code else ""
    blocks = (
        Paragraph(f"Hồi {_moment(facts.received)}, tại {facts.body}."),
        Paragraph(f"Tôi: {facts.receiver or _DOTS}{_position(facts)}."),
        Paragraph(f"Đã tiếp nhận {facts.matter} ({facts.entered}) do người cung cấp nguồn tin{told}:"),
        Paragraph(f"Họ và tên (viết tay trên bản lưu hồ sơ): {_HALF}\nNơi ở, điện thoại (viết tay): {_HALF}"),
        Paragraph("1. Thời gian, địa điểm xảy ra", Style.SECTION),
        Paragraph(facts.where),
        Paragraph("2. Nội dung nguồn tin", Style.SECTION),
        Paragraph(scrub(facts.values["content"])),
        Paragraph("3. Tài liệu, đồ vật kèm theo", Style.SECTION),
        Paragraph(_LINE),
        Paragraph(_RIGHTS),
        Paragraph(_END),
    )
    return minutes(
        ctx,
        f"Tiếp nhận {facts.matter}",
        blocks,
        signer=Signature((_RECEIVER,), facts.receiver),
        cosigners=(Signature((_TOLD,)),),
        recipients=(),
    )


def transfer(ctx: Context, record_id: str) -> Paper:
    """Phiếu chuyển nguồn tin (form 03) to the body it is passed to, without who told."""
    facts = _facts(ctx, record_id)
    values = facts.values
    addressee = values["passed_to"] or _DOTS
    checked = scrub(values["verification"]) or "Chưa tiến hành kiểm tra, xác minh sơ bộ."
    told = f", viện dẫn mã số {facts.code}" if facts.code else ""
    blocks = (
        Paragraph(f"Hồi {_moment(facts.received)}, {facts.body} tiếp nhận {facts.matter} ({facts.entered})."),
        Paragraph("1. Thời gian, địa điểm xảy ra", Style.SECTION),
        Paragraph(facts.where),
        Paragraph("2. Nội dung nguồn tin", Style.SECTION),
        Paragraph(scrub(values["content"])),
        Paragraph("3. Kết quả kiểm tra, xác minh sơ bộ", Style.SECTION),
        Paragraph(checked),
        Paragraph("4. Tài liệu, đồ vật kèm theo", Style.SECTION),
        Paragraph(_LINE),
        Paragraph(
            f"{facts.body} chuyển nguồn tin trên đến {addressee} để giải quyết theo thẩm quyền và đề nghị thông báo kết quả."
        ),
        Paragraph(
            "Họ tên, nơi ở của người cung cấp nguồn tin được giữ bí mật và không ghi trong phiếu này. "
            f"Khi cần, đề nghị liên hệ {facts.body}{told}."
        ),
    )
    slip, passed = values["slip_number"], values["passed_at"]
    day = datetime.fromisoformat(passed).date() if passed else None
    whole = "/" in slip
    return Paper(
        heading=heading(ctx, "" if whole else "PC", number=slip, day=day),
        kind="PHIẾU CHUYỂN",
        abstract=facts.matter.capitalize(),
        blocks=blocks,
        signature=signature(ctx),
        recipients=("Như trên;", "Lưu: VT, hồ sơ."),
        addressee=addressee,
        sample=is_sample(ctx),
    )


def receipt(ctx: Context, record_id: str) -> Paper:
    """Giấy tiếp nhận for whoever told: number, time, who received it, telephone. Whoever finds it learns nothing more."""
    facts = _facts(ctx, record_id)
    blocks = (
        Paragraph(f"{facts.body} đã tiếp nhận thông tin do ông (bà) cung cấp."),
        Paragraph(f"Số tiếp nhận: {facts.number or _DOTS}"),
        Paragraph(f"Thời gian: hồi {_moment(facts.received)}"),
        Paragraph(f"Cán bộ tiếp nhận: {facts.receiver or _DOTS}"),
        Paragraph(f"Điện thoại liên hệ: {facts.phone or _DOTS}"),
        Paragraph("Khi cần hỏi kết quả, ông (bà) chỉ cần nêu số tiếp nhận trên. Họ tên của ông (bà) được giữ bí mật."),
    )
    return paper(
        ctx,
        "GIẤY TIẾP NHẬN",
        "Thông tin do công dân cung cấp",
        blocks,
        recipients=(),
        signer=Signature((_RECEIVER,), facts.receiver),
        day=facts.received.date(),
    )


def _facts(ctx: Context, record_id: str) -> _Facts:
    with ctx.store.reader() as reader:
        record = reader.get("tip_off", record_id)
        if record is None or not record.values["received_at"]:
            raise UserError("record.none", N_("This record is not here. It may not have been received yet."))
        values = {name: str(value if value is not None else "") for name, value in record.values.items()}
        unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
        hamlet = reader.get("hamlet", values["hamlet"]) if values["hamlet"] else None
        named = {name: str((unit.values[name] if unit else None) or "") for name in ("name", "phone")}
        sealed = records_of(reader, record_id)
        rank, position = _officer(reader, values["receiver"])
    return _Facts(
        values,
        datetime.fromisoformat(values["received_at"]),
        f"Công an {_lower_level(named['name'])}" if named["name"] else ctx.store.unit,
        named["phone"],
        str((hamlet.values["name"] if hamlet else None) or ""),
        f"{rank} {values['receiver']}".strip(),
        position,
        str(sealed[0].values["code"]) if sealed else "",
    )


def _officer(reader: Reader, name: str) -> tuple[str, str]:
    """Rank and position of the station's officer of that name, where there is one."""
    for record in reader.window("officer", order=("name", "asc"), limit=500):
        if name and fold(str(record.values["name"] or "")) == fold(name):
            return str(record.values["rank"] or ""), str(record.values["position"] or "")
    return "", ""


def _lower_level(name: str) -> str:
    """ "Xã Túc Đán" within a sentence: "xã Túc Đán"."""
    return name[:1].lower() + name[1:]


def _position(facts: _Facts) -> str:
    return f", {facts.position.lower()}" if facts.position else ", cán bộ tiếp nhận"


def _moment(moment: datetime) -> str:
    return f"{moment:%H} giờ {moment:%M} phút, {long_date_vi(moment.date())}"
