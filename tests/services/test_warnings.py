"""What is worth a second look is said, and never keeps anything from being saved."""

from typing import Any

import pytest

from app.services import registers
from app.services.context import Context


def save(ctx: Context, code: str, record_id: str | None = None, **texts: Any) -> registers.Saved:
    return registers.save(ctx, code, record_id, {name: str(value) for name, value in texts.items()})


@pytest.fixture
def hamlet(ctx: Context) -> str:
    return save(ctx, "hamlet", name="Bản Pa Te", households=86).id


def meeting(ctx: Context, hamlet: str, on: str, attendees: int, **more: Any) -> registers.Saved:
    texts = {"held_on": on, "hamlet": hamlet, "form": "propaganda", "topic": "Phòng cháy", "attendees": attendees}
    return save(ctx, "meeting", **texts | more)


def test_ten_times_the_usual_attendance(ctx: Context, hamlet: str) -> None:
    for day in (1, 2, 3):
        assert not meeting(ctx, hamlet, f"{day}/1/2022", 40).warnings
    assert not meeting(ctx, hamlet, "4/1/2022", 390).warnings
    typed_one_nought_too_many = meeting(ctx, hamlet, "5/1/2022", 4000)
    assert typed_one_nought_too_many.warnings == ("4.000 attended; usually it is about 128 there.",)
    assert registers.open_record(ctx, "meeting", typed_one_nought_too_many.id).alive
    mended = save(ctx, "meeting", typed_one_nought_too_many.id, attendees=400)
    assert mended.warnings == ()


def test_few_meetings_make_nothing_usual(ctx: Context, hamlet: str) -> None:
    meeting(ctx, hamlet, "1/1/2022", 4)
    meeting(ctx, hamlet, "2/1/2022", 4)
    assert not meeting(ctx, hamlet, "3/1/2022", 4000).warnings


def test_more_signatures_than_households(ctx: Context, hamlet: str) -> None:
    assert not meeting(ctx, hamlet, "1/1/2022", 40, signatures=86).warnings
    assert meeting(ctx, hamlet, "2/1/2022", 40, signatures=87).warnings == ("87 have signed, but Bản Pa Te has 86 households.",)


def test_groups_that_do_not_make_the_whole(ctx: Context, hamlet: str) -> None:
    parts = {"audience_officials": 5, "audience_workers": 0, "audience_pupils": 0, "audience_people": 30}
    assert meeting(ctx, hamlet, "1/1/2022", 40, **parts).warnings == ("The groups add up to 35, 40 attended in all.",)
    assert not meeting(ctx, hamlet, "2/1/2022", 40, audience_officials=5).warnings


def test_the_same_meeting_twice(ctx: Context, hamlet: str) -> None:
    first = meeting(ctx, hamlet, "1/1/2022", 40)
    assert meeting(ctx, hamlet, "1/1/2022", 41).warnings == ("The same is in the book already: 01/01/2022 · Phòng cháy.",)
    registers.delete(ctx, "meeting", first.id)


def test_an_edit_is_not_its_own_double(ctx: Context, hamlet: str) -> None:
    only = meeting(ctx, hamlet, "1/1/2022", 40)
    assert save(ctx, "meeting", only.id, attendees=42).warnings == ()


def test_a_name_twice_whatever_its_marks(ctx: Context) -> None:
    team = save(ctx, "group", name="Tổ hòa giải", members=3, kind="mediation").id
    save(ctx, "member", team=team, name="Giàng A Sử", role="member")
    assert save(ctx, "member", team=team, name="giàng a sử", role="member").warnings
    assert not save(ctx, "member", team=team, name="Giàng A Sử", role="member", joined_on="1/2/2021", left_on="1/1/2022").warnings


@pytest.mark.parametrize(("residents", "doubted"), [(100, True), (172, False), (1032, False), (1100, True)])
def test_people_a_household(ctx: Context, residents: int, doubted: bool) -> None:
    saved = save(ctx, "hamlet", name="Bản Tống", households=86, residents=residents)
    assert bool(saved.warnings) is doubted


def test_numbers_of_tip_offs_and_awards(ctx: Context) -> None:
    save(ctx, "tip_off", received_at="9h00 1/3/2022", content="Có người lạ", number=1)
    assert not save(ctx, "tip_off", received_at="9h00 2/3/2022", content="Có người lạ", number=2).warnings
    assert save(ctx, "tip_off", received_at="9h00 3/3/2022", content="Mất trâu", number=5).warnings == (
        "Number 5 follows number 2: some are left out.",
    )
    assert "is taken" in save(ctx, "tip_off", received_at="9h00 4/3/2022", content="Mất lúa", number=5).warnings[0]


def test_a_day_far_back_is_told_of_new_records_only(ctx: Context, hamlet: str) -> None:
    saved = meeting(ctx, hamlet, "1/3/2019", 40)
    assert saved.warnings == ("Date held: 01/03/2019 lies in another year.",)
    assert save(ctx, "meeting", saved.id, attendees=41).warnings == ()
