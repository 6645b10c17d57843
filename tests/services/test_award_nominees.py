"""Nominees who wait become the awarded of a decision, in one batch that can be taken back."""

from typing import Any

import pytest

from app.core.errors import UserError
from app.services import registers
from app.services.awards import nominees
from app.services.context import Context


def nominate(ctx: Context, name: str, **texts: str) -> str:
    given = {"proposed_on": "1/3/2022", "name": name, "deed": "Giúp bản yên", "address": "Bản Pa Te", **texts}
    return registers.save(ctx, "nomination", None, given).id


def decide(ctx: Context, **texts: str) -> str:
    given = {
        "number": "12/QĐ-UBND",
        "decided_on": "5/3/2022",
        "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN",
        "place": "Túc Đán",
        "deed": "Có thành tích tốt",
        "signer_title": "CHỦ TỊCH",
        **texts,
    }
    return registers.save(ctx, "award", None, given).id


def values(ctx: Context, code: str, record_id: str) -> dict[str, Any]:
    with ctx.store.reader() as reader:
        record = reader.get(code, record_id)
    assert record is not None
    return dict(record.values)


def awarded(ctx: Context) -> list[tuple[str, str, int]]:
    with ctx.store.reader() as reader:
        found = reader.window("awardee", order=("name", "asc"))
    return [(str(r.values["name"]), str(r.values["achievement"]), int(r.values["collective"])) for r in found]


def test_whom_the_decision_takes_is_awarded_by_it_on_its_day_and_waits_no_longer(ctx: Context) -> None:
    one, team = nominate(ctx, "Lò Văn Mẫu"), nominate(ctx, "Tổ bản Mù", nominee="collective", deed="Tuần tra đều")
    left = nominate(ctx, "Giàng A Mẫu")
    award = decide(ctx)
    batch = nominees.take(ctx, award, {one, team})
    assert awarded(ctx) == [("Lò Văn Mẫu", "Giúp bản yên", 0), ("Tổ bản Mù", "Tuần tra đều", 1)]
    taken = values(ctx, "nomination", one)
    assert (taken["outcome"], taken["decided_on"], taken["award"]) == ("awarded", "2022-03-05", award)
    assert [each.id for each in nominees.waiting(ctx, award)] == [left]
    nominees.undo(ctx, batch)
    assert awarded(ctx) == []
    assert values(ctx, "nomination", one)["outcome"] == "pending"
    assert {each.id for each in nominees.waiting(ctx, award)} == {one, team, left}


def test_who_was_awarded_before_is_told_and_who_is_named_already_is_not_offered(ctx: Context) -> None:
    before = decide(ctx, number="3/QĐ-UBND", decided_on="5/1/2022")
    registers.save(ctx, "awardee", None, {"award": before, "name": "Lò Văn Mẫu"})
    award = decide(ctx)
    registers.save(ctx, "awardee", None, {"award": award, "name": "Giàng A Mẫu"})
    nominate(ctx, "Lò Văn Mẫu")
    nominate(ctx, "GIÀNG A MẪU")
    told = {each.name: each for each in nominees.waiting(ctx, award)}
    assert "3/QĐ-UBND" in told["Lò Văn Mẫu"].earlier[0]
    assert told["Lò Văn Mẫu"].offered
    assert told["GIÀNG A MẪU"].named
    assert not told["GIÀNG A MẪU"].offered


def test_nobody_is_taken_twice(ctx: Context) -> None:
    one, award = nominate(ctx, "Lò Văn Mẫu"), decide(ctx)
    nominees.take(ctx, award, {one})
    nominees.take(ctx, award, {one})
    assert len(awarded(ctx)) == 1


@pytest.mark.parametrize(
    ("texts", "code"),
    [({"state": "issued"}, r"award\.issued"), ({"decided_on": "1/1/2035"}, r"award\.ahead")],
)
def test_a_decision_that_cannot_take_anybody_says_why(ctx: Context, texts: dict[str, str], code: str) -> None:
    one, award = nominate(ctx, "Lò Văn Mẫu"), decide(ctx, **texts)
    with pytest.raises(UserError, match=code):
        nominees.take(ctx, award, {one})
    assert values(ctx, "nomination", one)["outcome"] == "pending"


def test_a_closed_book_takes_nobody(ctx: Context) -> None:
    one, award = nominate(ctx, "Lò Văn Mẫu"), decide(ctx)
    registers.save(ctx, "closed_book", None, {"year": "2022", "book": "award", "closed_on": "1/1/2022"})
    with pytest.raises(UserError, match=r"book\.closed"):
        nominees.take(ctx, award, {one})
    assert awarded(ctx) == []
