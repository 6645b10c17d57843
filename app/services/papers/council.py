"""Minutes of the council for emulation and awards (biên bản họp xét khen thưởng), after form 1.9 of Nghị định 30/2020."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.core.ids import fixed_id
from app.documents.official.model import Align, Column, Paper, Paragraph, Row, Style, Table
from app.services.awards.council import Vote, majority_of, votes_of
from app.services.context import Context
from app.services.papers import minutes
from app.services.papers.common import minutes as minutes_paper
from app.services.papers.meetings import standing

_COUNCIL = "HỘI ĐỒNG THI ĐUA – KHEN THƯỞNG"
_EMPTY, _ROW = 6, 9.0
"""Rows to be written on by hand where no vote was recorded, and their height in millimetres."""
_MAJORITIES = {
    "half_present": "trên một phần hai số thành viên dự họp",
    "thirds_present": "từ hai phần ba số thành viên dự họp trở lên",
    "half_members": "trên một phần hai tổng số thành viên Hội đồng",
    "thirds_members": "từ hai phần ba tổng số thành viên Hội đồng trở lên",
}
_COLUMNS = (
    Column("STT", 6, Align.CENTRE),
    Column("Họ tên, tên tập thể", 26),
    Column("Thành tích", 32),
    Column("Đồng ý", 9, Align.CENTRE),
    Column("Không đồng ý", 10, Align.CENTRE),
    Column("Ý kiến khác", 9, Align.CENTRE),
    Column("Kết quả", 12, Align.CENTRE),
)


def of_meeting(ctx: Context, record_id: str) -> Paper:
    """Biên bản of one meeting of the council. Raises `UserError` "record.none"."""
    with ctx.store.reader() as reader:
        meeting = standing(reader, "council_meeting", record_id)
        votes, majority = votes_of(ctx, reader, meeting), majority_of(reader, ctx.store.unit)
        unit = reader.get("unit", fixed_id("unit", ctx.store.unit))
        body = str((unit.values["authority_body"] if unit else "") or "")
    values = meeting.values
    blocks: list[Paragraph | Table] = [
        minutes.begun(values),
        minutes.labelled("Địa điểm", values["place"]),
        Paragraph(_attendance(values)),
        *([Paragraph(f"Thành phần tham dự: {values['attendance']}")] if values["attendance"] else ()),
        minutes.labelled("Chủ trì", values["chair"]),
        minutes.labelled("Thư ký", values["secretary"]),
        *minutes.part(1, "Nội dung", [values["matters"] or "Xét, đề nghị tặng Giấy khen cho các tập thể, cá nhân có thành tích."]),
        Paragraph("2. Kết quả biểu quyết", Style.SECTION),
    ]
    if votes:
        rows = tuple(Row((number, *_cells(vote))) for number, vote in enumerate(votes, start=1))
        blocks.append(Table(_COLUMNS, rows, caption="Kết quả biểu quyết", small=True))
        blocks.append(Paragraph(f"Được đề nghị khen thưởng khi {_MAJORITIES[majority]} đồng ý.", Style.NOTE))
        blocks.append(Paragraph(_outcome(votes)))
    else:
        empty = tuple(Row((number, *("",) * (len(_COLUMNS) - 1))) for number in range(1, _EMPTY + 1))
        blocks.append(Table(_COLUMNS, empty, caption="Kết quả biểu quyết", small=True, row_height=_ROW))
    blocks += [*minutes.part(3, "Kết luận", [values["conclusions"]]), minutes.ended("Cuộc họp", values)]
    made = minutes_paper(ctx, "Họp xét khen thưởng", blocks, signer=minutes.chair(values), cosigners=(minutes.secretary(values),))
    number = str(values["number"] or "") or f"{minutes.DOTS[:4]}/BB-HĐTĐKT"
    return replace(made, heading=replace(made.heading, parent_body=body, body=_COUNCIL, number=number))


def _attendance(values: Mapping[str, Any]) -> str:
    members, present = values["members"], values["present"]
    if not members or not present:
        return f"Số thành viên Hội đồng: {minutes.DOTS[:6]}; có mặt: {minutes.DOTS[:6]}."
    absent = max(int(members) - int(present), 0)
    return f"Số thành viên Hội đồng: {int(members):02}; có mặt: {int(present):02}; vắng mặt: {absent:02}."


def _cells(vote: Vote) -> tuple[str | int, ...]:
    who = f"{vote.name}, {vote.address}" if vote.address else vote.name
    result = "Đề nghị khen" if vote.passed else "Không đủ tỷ lệ"
    return who, vote.deed, vote.votes_for, vote.votes_against, vote.votes_other, result


def _outcome(votes: tuple[Vote, ...]) -> str:
    passed = [vote for vote in votes if vote.passed]
    teams = sum(vote.collective for vote in passed)
    said = ((teams, "tập thể"), (len(passed) - teams, "cá nhân, hộ gia đình"))
    counted = " và ".join(f"{number:02} {what}" for number, what in said if number)
    if not counted:
        return "Không có tập thể, cá nhân nào đủ tỷ lệ đề nghị khen thưởng."
    return f"Hội đồng thống nhất đề nghị tặng Giấy khen cho {counted}."
