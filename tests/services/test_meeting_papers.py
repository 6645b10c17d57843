"""Minutes of meetings and papers of the steering committee say what was recorded, and leave dots for what was not."""

import pytest

from app.core.errors import UserError
from app.core.ids import fixed_id
from app.documents.official.model import Paper, Paragraph, Table, cell_text
from app.services import papers, registers
from app.services.context import Context

MEETING = {
    "held_on": "12/3/2022",
    "form": "forum",
    "topic": "Công an lắng nghe ý kiến Nhân dân bản Pa Te",
    "attendees": "1.086",
    "audience_people": "1.080",
    "audience_officials": "6",
    "organisations": "Mặt trận Tổ quốc, Hội Phụ nữ",
    "chair": "Thiếu tá Lò Văn Mẫu",
    "secretary": "Giàng Thị Thử",
    "place": "Nhà văn hóa bản",
    "begun_at": "8h",
    "ended_at": "10h30",
    "leaflets": "120",
    "conclusion": "Trả lời bằng văn bản trong tháng.",
}


@pytest.fixture(autouse=True)
def _unit(ctx: Context) -> None:
    with ctx.store.change(ctx.user.id, "new") as change:
        unit = {"code": ctx.store.unit, "name": "Xã Túc Đán", "kind": "station", "authority_body": "ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"}
        change.create("unit", unit, fixed_id("unit", ctx.store.unit))


def made(ctx: Context, code: str, type_code: str, record: str) -> Paper:
    found = papers.make(ctx, code, record, type_code=type_code)
    assert found.names and isinstance(found.content, Paper)
    assert papers.render(found, ".pdf").startswith(b"%PDF") and papers.render(found, ".docx").startswith(b"PK")
    return found.content


def words(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Paragraph)]


def signers(paper: Paper) -> list[tuple[str, str]]:
    return [(each.offices[0], each.name) for each in (*paper.cosigners, paper.signature)]


def test_minutes_of_a_forum_with_its_opinions_and_answers(ctx: Context) -> None:
    meeting = registers.save(ctx, "meeting", None, MEETING).id
    answered = {
        "matter": "traffic",
        "opinion": "Xe tải chạy nhanh qua bản",
        "answer": "Sẽ đặt biển",
        "answered_by": "Trưởng Công an xã",
    }
    registers.save(ctx, "opinion", None, {"meeting": meeting, **answered})
    registers.save(ctx, "opinion", None, {"meeting": meeting, "matter": "papers", "opinion": "Bao giờ làm căn cước"})
    paper = made(ctx, "meeting_minutes", "meeting", meeting)
    assert (paper.kind, paper.abstract) == ("BIÊN BẢN", "Diễn đàn “Công an lắng nghe ý kiến Nhân dân”")
    said = words(paper)
    first, second = said.pop(9), said.pop(10)
    assert first.startswith("- Ý kiến 1 (") and first.endswith(": Xe tải chạy nhanh qua bản")
    assert second.startswith("- Ý kiến 2 (") and second.endswith(": Bao giờ làm căn cước")
    assert said == [
        "Thời gian bắt đầu: hồi 08 giờ 00 phút, ngày 12 tháng 3 năm 2022.",
        "Địa điểm: Nhà văn hóa bản",
        "Thành phần tham dự: 1.086 người, trong đó: cán bộ 6, Nhân dân 1.080; đơn vị phối hợp: Mặt trận Tổ quốc, Hội Phụ nữ.",
        "Chủ trì: Thiếu tá Lò Văn Mẫu",
        "Thư ký (người ghi biên bản): Giàng Thị Thử",
        "1. Nội dung",
        "Công an lắng nghe ý kiến Nhân dân bản Pa Te",
        "2. Ý kiến tham gia và trả lời",
        "Có 2 lượt ý kiến tham gia.",
        "Trả lời (Trưởng Công an xã): Sẽ đặt biển",
        "Trả lời: tiếp thu, trả lời sau.",
        "3. Kết quả",
        "Cấp phát 120 tờ rơi, tài liệu.",
        "4. Kết luận",
        "Trả lời bằng văn bản trong tháng.",
        "Diễn đàn kết thúc hồi 10 giờ 30 phút cùng ngày. Biên bản đã được đọc lại cho những người dự nghe và nhất trí thông qua./.",
    ]
    assert signers(paper) == [("THƯ KÝ", "Giàng Thị Thử"), ("ĐẠI DIỆN NHÂN DÂN", ""), ("CHỦ TRÌ", "Thiếu tá Lò Văn Mẫu")]


def test_what_was_not_written_down_is_left_to_the_pen(ctx: Context) -> None:
    meeting = registers.save(ctx, "meeting", None, {"held_on": "12/3/2022", "topic": "Phòng cháy", "attendees": "9"}).id
    paper = made(ctx, "meeting_minutes", "meeting", meeting)
    assert words(paper)[0] == "Thời gian bắt đầu: hồi …… giờ …… phút, ngày 12 tháng 3 năm 2022."
    assert [line.split(": ")[1][:2] for line in words(paper)[1:5]] == ["……", "9 ", "……", "……"]
    assert len(signers(paper)) == 2 and not paper.heading.dated


def test_papers_of_the_committee(ctx: Context) -> None:
    committee = registers.save(ctx, "committee", None, {"decision": "12/QĐ-UBND", "founded_on": "5/1/2021"}).id
    people = [
        ("Mùa A Ví", "member", ""),
        ("Lò Văn Đức", "head", ""),
        ("Sùng A Tủa", "standing", ""),
        ("Hà Văn Cũ", "member", "1/2/2022"),
    ]
    for name, role, left in people:
        texts = {"committee": committee, "name": name, "role": role, "office": "Ủy ban nhân dân xã", "served_until": left}
        registers.save(ctx, "committee_member", None, texts)
    meeting = registers.save(
        ctx,
        "committee_meeting",
        None,
        {"committee": committee, "held_on": "1/3/2022", "subject": "Sơ kết quý I", "attendees": "11"},
    ).id
    task = {
        "committee": committee,
        "meeting": meeting,
        "task": "Rà soát mô hình",
        "responsible": "Công an xã",
        "due_on": "10/3/2022",
    }
    registers.save(ctx, "committee_task", None, task)
    registers.save(
        ctx, "committee_task", None, {**task, "task": "Họp dân", "meeting": "", "due_on": "11/3/2022", "done_on": "2/3/2022"}
    )

    listed = made(ctx, "committee_members", "committee", committee)
    (table,) = [block for block in listed.blocks if isinstance(block, Table)]
    assert [[cell_text(cell) for cell in row.cells][1] for row in table.rows] == ["Lò Văn Đức", "Sùng A Tủa", "Mùa A Ví"]
    assert signers(listed) == [("TRƯỞNG BAN", "Lò Văn Đức")]
    assert listed.heading.parent_body == "ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN" and listed.heading.body.startswith("BAN CHỈ ĐẠO PHÒNG")
    assert "(Theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2021)" in words(listed)

    minutes = made(ctx, "committee_minutes", "committee_meeting", meeting)
    assert minutes.heading.number == "/BB-BCĐ"
    assert "- Công an xã: Rà soát mô hình; thời hạn 10/03/2022." in words(minutes) and "Họp dân" not in "".join(words(minutes))

    followed = made(ctx, "committee_tasks", "committee", committee)
    (table,) = [block for block in followed.blocks if isinstance(block, Table)]
    assert [cell_text(row.cells[4]) for row in table.rows] == ["Quá hạn", "Xong 02/03/2022"]
    assert words(followed)[-1].startswith("Tổng số 2 nhiệm vụ, đã hoàn thành 1")


@pytest.mark.parametrize(("code", "type_code"), [("meeting_minutes", "meeting"), ("committee_members", "committee")])
def test_a_deleted_record_gives_no_paper(ctx: Context, code: str, type_code: str) -> None:
    texts = {"meeting": {"held_on": "12/3/2022", "topic": "x", "attendees": "9"}, "committee": {"founded_on": "5/1/2021"}}
    record = registers.save(ctx, type_code, None, texts[type_code]).id
    registers.delete(ctx, type_code, record)
    with pytest.raises(UserError):
        papers.make(ctx, code, record, type_code=type_code)


def test_a_new_entry_of_the_committee_begins_with_the_committee_in_office(ctx: Context) -> None:
    old = registers.save(ctx, "committee", None, {"name": "Ban Chỉ đạo cũ", "founded_on": "5/1/2019", "ended_on": "4/1/2021"}).id
    now = registers.save(ctx, "committee", None, {"founded_on": "5/1/2021"}).id
    for code in ("committee_member", "committee_meeting", "committee_task"):
        assert registers.blank(ctx, code).texts["committee"] == now
    meeting = registers.save(ctx, "committee_meeting", None, {"committee": old, "held_on": "1/3/2020", "subject": "x"}).id
    assert registers.blank(ctx, "committee_task", {"meeting": meeting}).texts["committee"] == old
