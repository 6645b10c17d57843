"""What is worth a second look in forums and in the steering committee."""

from app.services import registers
from app.services.context import Context


def test_more_opinions_on_the_list_than_in_the_number(ctx: Context) -> None:
    texts = {"held_on": "1/2/2022", "form": "forum", "topic": "x", "attendees": "30", "opinions": "1"}
    forum = registers.save(ctx, "meeting", None, texts).id
    for said in ("Đường hỏng", "Thiếu đèn"):
        registers.save(ctx, "opinion", None, {"meeting": forum, "opinion": said})
    saved = registers.save(ctx, "meeting", forum, {"attendees": "31"})
    assert saved.warnings == ("2 opinions are recorded, the number says 1. Reports count the number.",)
    assert registers.save(ctx, "meeting", forum, {"opinions": "2"}).warnings == ()
    assert registers.save(ctx, "meeting", forum, {"opinions": ""}).warnings == ()


def test_a_committee_has_one_head_at_a_time(ctx: Context) -> None:
    committee = registers.save(ctx, "committee", None, {"founded_on": "1/2/2022"}).id
    head = {"committee": committee, "role": "head", "name": "Lò Văn Đức"}
    first = registers.save(ctx, "committee_member", None, head)
    assert first.warnings == ()
    second = registers.save(ctx, "committee_member", None, head | {"name": "Mùa A Ví"})
    assert second.warnings == ("Lò Văn Đức stands as the head already. Write when they left.",)
    registers.save(ctx, "committee_member", first.id, {"served_until": "1/3/2022"})
    assert registers.save(ctx, "committee_member", second.id, {"office": "Chủ tịch xã"}).warnings == ()
