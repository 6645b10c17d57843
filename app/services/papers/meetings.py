"""Minutes of a meeting held among the people, with the opinions heard there and what was answered."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.core.errors import UserError
from app.core.i18n import N_
from app.core.text import number_vi
from app.data.conditions import Equals
from app.data.reader import Reader
from app.data.views import RecordView
from app.documents.official.model import Paper, Paragraph, Signature
from app.records.meetings import MATTERS
from app.services.context import Context
from app.services.papers import minutes
from app.services.papers.common import minutes as minutes_paper

_HELD = {
    "study": ("Hội nghị", "Hội nghị học tập"),
    "propaganda": ("Hội nghị", "Hội nghị tuyên truyền"),
    "forum": ("Diễn đàn", "Diễn đàn “Công an lắng nghe ý kiến Nhân dân”"),
    "festival": ("Ngày hội", "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc"),
    "other": ("Cuộc họp", "Cuộc họp"),
}
"""By form: what it is called in the text, and in the title."""
_AUDIENCE = (
    ("audience_officials", "cán bộ"),
    ("audience_workers", "người lao động"),
    ("audience_pupils", "học sinh"),
    ("audience_people", "Nhân dân"),
)
_PEOPLE = "ĐẠI DIỆN NHÂN DÂN"
"""At a forum somebody of those who spoke signs too; who, is decided there and written by hand."""
_MOST_OPINIONS = 500


def of_meeting(ctx: Context, record_id: str) -> Paper:
    """Biên bản of one meeting. Raises `UserError` "record.none"."""
    with ctx.store.reader() as reader:
        meeting = standing(reader, "meeting", record_id)
        hamlet = reader.get("hamlet", str(meeting.values["hamlet"] or ""))
        opinions = reader.window("opinion", Equals("meeting", record_id), order=("created", "asc"), limit=_MOST_OPINIONS)
    values = meeting.values
    held, title = _HELD.get(str(values["form"]), _HELD["other"])
    place = ", ".join(str(part) for part in (values["place"], hamlet and hamlet.values["name"]) if part)
    blocks = (
        minutes.begun(values),
        minutes.labelled("Địa điểm", place),
        minutes.labelled("Thành phần tham dự", _audience(values)),
        minutes.labelled("Chủ trì", values["chair"]),
        minutes.labelled("Thư ký (người ghi biên bản)", values["secretary"]),
        *_parts(ctx, values, opinions),
        minutes.ended(held, values),
    )
    witnesses = (Signature((_PEOPLE,)),) if values["form"] == "forum" else ()
    return minutes_paper(ctx, title, blocks, signer=minutes.chair(values), cosigners=(minutes.secretary(values), *witnesses))


def standing(reader: Reader, type_code: str, record_id: str) -> RecordView:
    """A record a paper is made of. Raises `UserError` "record.none" when it is not here or was deleted."""
    record = reader.get(type_code, record_id)
    if record is None or not record.alive:
        raise UserError("record.none", N_("This record is not here. It may not have been received yet."))
    return record


def _parts(ctx: Context, values: Mapping[str, Any], opinions: list[RecordView]) -> Iterator[Paragraph]:
    told = [f"Báo cáo viên: {values['presenters']}."] if values["presenters"] else []
    parts = [("Nội dung", [values["topic"], *told, values["proceedings"]])]
    if opinions or values["opinions"] or values["form"] == "forum":
        parts.append(("Ý kiến tham gia và trả lời", list(_opinions(ctx, values, opinions))))
    if values["leaflets"] or values["signatures"]:
        parts.append(("Kết quả", [_results(values)]))
    parts.append(("Kết luận", [values["conclusion"]]))
    for number, (title, texts) in enumerate(parts, start=1):
        yield from minutes.part(number, title, texts)


def _audience(values: Mapping[str, Any]) -> str:
    counts = [f"{name} {number_vi(values[field])}" for field, name in _AUDIENCE if values[field]]
    whole = f"{number_vi(values['attendees'])} người" + (f", trong đó: {', '.join(counts)}" if counts else "")
    joint = f"; đơn vị phối hợp: {values['organisations']}" if values["organisations"] else ""
    return f"{whole}{joint}."


def _opinions(ctx: Context, values: Mapping[str, Any], opinions: list[RecordView]) -> Iterator[str]:
    matters = dict(MATTERS)
    heard = values["opinions"] or len(opinions)
    if heard:
        yield f"Có {number_vi(heard)} lượt ý kiến tham gia."
    for number, each in enumerate(opinions, start=1):
        said = each.values
        matter = ctx.say(matters.get(str(said["matter"]), str(said["matter"] or "")))
        yield f"- Ý kiến {number} ({matter[:1].lower()}{matter[1:]}): {said['opinion'] or ''}"
        if said["answer"]:
            yield f"Trả lời{f' ({by})' if (by := said['answered_by']) else ''}: {said['answer']}"
        else:
            yield "Trả lời: tiếp thu, trả lời sau."


def _results(values: Mapping[str, Any]) -> str:
    parts = []
    if values["leaflets"]:
        parts.append(f"Cấp phát {number_vi(values['leaflets'])} tờ rơi, tài liệu")
    if values["signatures"]:
        parts.append(f"có {number_vi(values['signatures'])} lượt ký cam kết tại chỗ")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."
