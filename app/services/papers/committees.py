"""Papers of the steering committee: minutes of its meetings, the list of its members, and what it asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.core.ids import fixed_id
from app.core.text import long_date_vi, short_date
from app.data.conditions import Equals
from app.data.reader import Reader
from app.data.views import RecordView
from app.documents.official.model import Align, Column, Paper, Paragraph, Row, Signature, Style, Table
from app.records.committees import ROLES
from app.services.committees import head_of, serving
from app.services.context import Context
from app.services.papers import minutes
from app.services.papers.common import minutes as minutes_paper
from app.services.papers.common import paper
from app.services.papers.meetings import standing

_LIST, _TASKS = "DANH SÁCH", "BẢNG THEO DÕI"
_HEAD = "TRƯỞNG BAN"
_SYMBOL = "BCĐ"
_MOST = 500


def of_meeting(ctx: Context, record_id: str) -> Paper:
    """Biên bản of one meeting of the committee. Raises `UserError` "record.none"."""
    with ctx.store.reader() as reader:
        meeting = standing(reader, "committee_meeting", record_id)
        committee = reader.get("committee", str(meeting.values["committee"]))
        tasks = reader.window("committee_task", Equals("meeting", record_id), order=("due_on", "asc"), limit=_MOST)
        body = _authority(reader, ctx.store.unit)
    values = meeting.values
    present = values["present"] or (f"{values['attendees']} người" if values["attendees"] else None)
    parts = [("Nội dung", [values["subject"], values["matters"]]), ("Kết luận", [values["conclusions"]])]
    if tasks:
        parts.append(("Phân công nhiệm vụ", [_task(each.values) for each in tasks]))
    blocks = [
        minutes.begun(values),
        minutes.labelled("Địa điểm", values["place"]),
        minutes.labelled("Thành phần tham dự", present),
        minutes.labelled("Chủ trì", values["chair"]),
        minutes.labelled("Thư ký (người ghi biên bản)", values["secretary"]),
        *(block for number, each in enumerate(parts, start=1) for block in minutes.part(number, *each)),
        minutes.ended("Cuộc họp", values),
    ]
    made = minutes_paper(ctx, "Họp Ban Chỉ đạo", blocks, signer=minutes.chair(values), cosigners=(minutes.secretary(values),))
    return _of_committee(made, "BB", committee, body)


def members(ctx: Context, record_id: str) -> Paper:
    """Danh sách of who serves on the committee now, the head first."""
    with ctx.store.reader() as reader:
        committee = standing(reader, "committee", record_id)
        members_now = serving(reader, record_id)
        body = _authority(reader, ctx.store.unit)
    roles = dict(ROLES)
    rows = [
        Row(
            (
                number,
                each.values["name"],
                each.values["office"],
                ctx.say(roles.get(str(each.values["role"]), str(each.values["role"] or ""))),
                _day(each.values["served_from"]),
            )
        )
        for number, each in enumerate(members_now, start=1)
    ]
    columns = (
        Column("STT", 1.0, Align.CENTRE),
        Column("Họ và tên", 4.6),
        Column("Chức vụ, đơn vị công tác", 5.2),
        Column("Chức danh trong Ban Chỉ đạo", 3.6),
        Column("Tham gia từ ngày", 2.6, Align.CENTRE),
    )
    blocks = (
        Paragraph(_founded(committee.values), Style.CENTRED),
        Table(columns, tuple(rows), caption="Thành viên"),
        Paragraph(f"Danh sách có {len(rows)} thành viên./."),
    )
    made = paper(ctx, _LIST, "Thành viên Ban Chỉ đạo", blocks, symbol="DS", signer=_head(members_now))
    return _of_committee(made, "", committee, body)


def tasks(ctx: Context, record_id: str) -> Paper:
    """Bảng theo dõi of what the committee asked for: who, by when, done when."""
    with ctx.store.reader() as reader:
        committee = standing(reader, "committee", record_id)
        asked = reader.window("committee_task", Equals("committee", record_id), order=("due_on", "asc"), limit=_MOST)
        members_now = serving(reader, record_id)
        body = _authority(reader, ctx.store.unit)
    today = ctx.clock.today().isoformat()
    rows = [
        Row((number, each.values["task"], each.values["responsible"], _day(each.values["due_on"]), _state(each.values, today)))
        for number, each in enumerate(asked, start=1)
    ]
    columns = (
        Column("STT", 1.0, Align.CENTRE),
        Column("Nhiệm vụ", 6.6),
        Column("Người, đơn vị thực hiện", 4.0),
        Column("Thời hạn", 2.4, Align.CENTRE),
        Column("Kết quả", 3.0, Align.CENTRE),
    )
    done = sum(1 for each in asked if each.values["done_on"])
    blocks = (
        Table(columns, tuple(rows), caption="Nhiệm vụ"),
        Paragraph(f"Tổng số {len(rows)} nhiệm vụ, đã hoàn thành {done} nhiệm vụ./."),
    )
    made = paper(ctx, _TASKS, "Thực hiện nhiệm vụ do Ban Chỉ đạo giao", blocks, symbol="DS", signer=_head(members_now))
    return _of_committee(made, "", committee, body)


def _of_committee(made: Paper, symbol: str, committee: RecordView | None, authority: str) -> Paper:
    """The paper headed by the committee itself, which belongs to the People's Committee, and numbered by it."""
    name = str(committee.values["name"] or "") if committee else ""
    number = f"/{symbol}-{_SYMBOL}" if symbol else ""
    head = replace(made.heading, parent_body=authority, body=name.upper() or made.heading.body, number=number)
    return replace(made, heading=head)


def _authority(reader: Reader, unit_code: str) -> str:
    """ "ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"."""
    unit = reader.get("unit", fixed_id("unit", unit_code))
    return str((unit.values["authority_body"] if unit else "") or "")


def _founded(values: Mapping[str, Any]) -> str:
    day = f" {long_date_vi(date.fromisoformat(values['founded_on']))}" if values["founded_on"] else ""
    return f"(Theo Quyết định số {values['decision'] or minutes.DOTS}{day})"


def _head(members_now: Iterable[RecordView]) -> Signature:
    return Signature((_HEAD,), head_of(members_now))


def _task(values: Mapping[str, Any]) -> str:
    who = f"{values['responsible']}: " if values["responsible"] else ""
    return f"- {who}{values['task'] or ''}; thời hạn {_day(values['due_on']) or minutes.DOTS}."


def _state(values: Mapping[str, Any], today: str) -> str:
    if values["done_on"]:
        return f"Xong {_day(values['done_on'])}"
    return "Quá hạn" if values["due_on"] and values["due_on"] < today else "Đang thực hiện"


def _day(dumped: str | None) -> str:
    return short_date(date.fromisoformat(dumped)) if dumped else ""
