"""The awards council: its votes against the unit's majority, what they offer to a decision, and its minutes."""

import pytest

from app.core.ids import fixed_id
from app.documents.official.model import Paper, Paragraph, Table
from app.services import papers, registers
from app.services.awards import council, nominees
from app.services.context import Context
from tests.services.test_award_nominees import decide, nominate


def meet(ctx: Context, *, present: int = 8, **texts: str) -> str:
    given = {"held_on": "4/3/2022", "members": "9", "present": str(present), **texts}
    return registers.save(ctx, "council_meeting", None, given).id


def vote(ctx: Context, meeting: str, nomination: str, given: tuple[int, int, int]) -> registers.Saved:
    names = ("votes_for", "votes_against", "votes_other")
    texts = {name: str(number) for name, number in zip(names, given, strict=True)}
    return registers.save(ctx, "council_vote", None, {"meeting": meeting, "nomination": nomination, **texts})


@pytest.mark.parametrize(
    ("votes", "majority", "passed"),
    [
        (4, "half_present", False),
        (5, "half_present", True),
        (5, "thirds_present", False),
        (6, "thirds_present", True),
        (4, "half_members", False),
        (5, "half_members", True),
        (5, "thirds_members", False),
        (6, "thirds_members", True),
    ],
)
def test_majorities_of_eight_present_and_nine_members(votes: int, majority: str, passed: bool) -> None:
    assert council.passes(votes, 8, 9, majority) is passed


def test_who_found_no_majority_is_not_offered_but_can_be_taken(ctx: Context) -> None:
    one, other, third = nominate(ctx, "Lò Văn Mẫu"), nominate(ctx, "Giàng A Mẫu"), nominate(ctx, "Mùa A Mẫu")
    meeting = meet(ctx)
    vote(ctx, meeting, one, (7, 1, 0))
    vote(ctx, meeting, other, (3, 5, 0))
    award = decide(ctx)
    assert {each.id: each.offered for each in nominees.waiting(ctx, award)} == {one: True, other: False, third: True}
    nominees.take(ctx, award, {other})
    assert {each.id for each in nominees.waiting(ctx, award)} == {one, third}


def test_the_newest_meeting_counts(ctx: Context) -> None:
    one = nominate(ctx, "Lò Văn Mẫu")
    vote(ctx, meet(ctx, held_on="4/3/2022"), one, (2, 6, 0))
    vote(ctx, meet(ctx, held_on="10/3/2022"), one, (8, 0, 0))
    (found,) = nominees.waiting(ctx, decide(ctx))
    assert found.offered and found.vote is not None and found.vote.votes_for == 8


def test_the_majority_is_the_unit_s_own(ctx: Context) -> None:
    with ctx.store.change(ctx.user.id, "new") as change:
        unit = {"code": ctx.store.unit, "name": "Xã Mẫu", "council_majority": "thirds_members"}
        change.create("unit", unit, fixed_id("unit", ctx.store.unit))
    meeting = meet(ctx)
    vote(ctx, meeting, nominate(ctx, "Lò Văn Mẫu"), (5, 3, 0))
    assert [each.passed for each in council.voting(ctx, meeting).votes] == [False]


def test_all_who_wait_are_put_to_the_vote_once_and_taken_back(ctx: Context) -> None:
    one = nominate(ctx, "Lò Văn Mẫu")
    nominate(ctx, "Tổ bản Mù", nominee="collective")
    meeting = meet(ctx)
    vote(ctx, meeting, one, (5, 3, 0))
    assert council.voting(ctx, meeting).unvoted == 1
    batch = council.put_to_vote(ctx, meeting)
    found = council.voting(ctx, meeting)
    assert [(each.name, each.votes_for, each.votes_against) for each in found.votes] == [("Tổ bản Mù", 8, 0), ("Lò Văn Mẫu", 5, 3)]
    assert found.unvoted == 0
    council.undo(ctx, batch)
    assert council.voting(ctx, meeting).unvoted == 1


def test_votes_that_are_not_as_many_as_were_there_are_told(ctx: Context) -> None:
    saved = vote(ctx, meet(ctx), nominate(ctx, "Lò Văn Mẫu"), (5, 1, 0))
    assert "There are 6 votes, and 8 were present." in saved.warnings
    assert registers.save(ctx, "council_meeting", None, {"held_on": "4/3/2022", "members": "9", "present": "10"}).warnings == (
        "10 were present, but the council has 9 members.",
    )


def minutes(ctx: Context, meeting: str) -> tuple[Paper, str]:
    made = papers.make(ctx, "council_minutes", meeting, type_code="council_meeting")
    assert made.names
    assert isinstance(made.content, Paper)
    assert papers.render(made, ".pdf").startswith(b"%PDF")
    assert papers.render(made, ".docx").startswith(b"PK")
    return made.content, "\n".join(block.text for block in made.content.blocks if isinstance(block, Paragraph))


def test_minutes_list_the_votes_and_count_whom_the_council_proposes(ctx: Context) -> None:
    meeting = meet(ctx, number="03/BB-HĐTĐKT", chair="Lò Văn Chủ", conclusions="Trình Chủ tịch quyết định.")
    vote(ctx, meeting, nominate(ctx, "Lò Văn Mẫu"), (7, 1, 0))
    vote(ctx, meeting, nominate(ctx, "Giàng A Mẫu"), (3, 5, 0))
    vote(ctx, meeting, nominate(ctx, "Tổ bản Mù", nominee="collective"), (8, 0, 0))
    paper, said = minutes(ctx, meeting)
    assert paper.heading.number == "03/BB-HĐTĐKT"
    assert paper.signature.name == "Lò Văn Chủ"
    assert "Số thành viên Hội đồng: 09; có mặt: 08; vắng mặt: 01." in said
    assert "đề nghị tặng Giấy khen cho 01 tập thể và 01 cá nhân, hộ gia đình." in said
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert [row.cells[-1] for row in table.rows] == ["Đề nghị khen", "Không đủ tỷ lệ", "Đề nghị khen"]


def test_minutes_without_votes_leave_room_to_write(ctx: Context) -> None:
    paper, said = minutes(ctx, meet(ctx))
    assert "2. Kết quả biểu quyết" in said
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert len(table.rows) == 6
    assert not any(any(row.cells[1:]) for row in table.rows)
