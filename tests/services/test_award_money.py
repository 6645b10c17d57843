"""Money of an award: the rate and base salary of the decision's day, rounded as the unit does it."""

from datetime import date
from typing import Any

import pytest

from app.core.errors import UserError
from app.core.ids import fixed_id
from app.services import registers
from app.services.awards import money
from app.services.context import Context

COMMUNE = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÚC ĐÁN"
DISTRICT = "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN TRẠM TẤU"


@pytest.mark.parametrize(
    ("day", "authority", "person", "collective"),
    [
        (date(2025, 7, 1), COMMUNE, 710_000, 1_410_000),
        (date(2025, 6, 30), COMMUNE, 360_000, 710_000),
        (date(2024, 6, 30), COMMUNE, 270_000, 540_000),
        (date(2022, 3, 5), COMMUNE, 230_000, 450_000),
        (date(2022, 3, 5), DISTRICT, 450_000, 900_000),
    ],
)
def test_the_rule_is_that_of_the_day_and_of_who_awards(day: date, authority: str, person: int, collective: int) -> None:
    rule = money.rule_on(day, authority)
    assert rule is not None
    assert (rule.of(False), rule.of(True)) == (person, collective)


@pytest.mark.parametrize(("rounding", "person"), [("up", 710_000), ("nearest", 700_000), ("none", 702_000)])
def test_rounding_is_the_unit_s_own(rounding: str, person: int) -> None:
    rule = money.rule_on(date(2025, 8, 1), COMMUNE, rounding)
    assert rule is not None
    assert rule.person == person


def test_no_rate_is_made_up_for_days_before_the_first_one() -> None:
    assert money.rule_on(date(2010, 1, 1), COMMUNE) is None


def add(ctx: Context, award: dict[str, Any], *awarded: dict[str, Any]) -> str:
    with ctx.store.change(ctx.user.id, "new") as change:
        award_id = change.create("award", award)
        for values in awarded:
            change.create("awardee", {"award": award_id, **values})
    return award_id


AWARD = {"number": "12/QĐ-UBND", "decided_on": "2022-03-05", "authority": COMMUNE}


def test_who_has_no_amount_gets_that_of_the_rule_and_nobody_else_is_touched(ctx: Context) -> None:
    award = add(ctx, AWARD, {"name": "Lò Văn Mẫu"}, {"name": "Tổ Mẫu", "collective": 1}, {"name": "Giàng A Mẫu", "amount": 500_000})
    before = money.money_of(ctx, award)
    assert (before.total, before.without, before.otherwise) == (500_000, 2, ("Giàng A Mẫu",))
    batch = money.give(ctx, award)
    after = money.money_of(ctx, award)
    assert (after.total, after.without) == (230_000 + 450_000 + 500_000, 0)
    ctx.store.undo_batch(ctx.user.id, batch)
    assert money.money_of(ctx, award) == before


def test_the_unit_s_rounding_is_used(ctx: Context) -> None:
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create(
            "unit", {"code": ctx.store.unit, "name": "Xã Mẫu", "award_rounding": "none"}, fixed_id("unit", ctx.store.unit)
        )
    award = add(ctx, AWARD, {"name": "Lò Văn Mẫu"})
    money.give(ctx, award)
    assert money.money_of(ctx, award).total == 223_500


def test_without_a_known_rate_amounts_are_for_people_to_write(ctx: Context) -> None:
    award = add(ctx, {**AWARD, "decided_on": "2010-03-05"}, {"name": "Lò Văn Mẫu"})
    assert money.money_of(ctx, award).rule is None
    with pytest.raises(UserError, match=r"award\.no_rate"):
        money.give(ctx, award)


def test_a_closed_book_keeps_its_amounts(ctx: Context) -> None:
    award = add(ctx, AWARD, {"name": "Lò Văn Mẫu"})
    registers.save(ctx, "closed_book", None, {"year": "2022", "book": "all", "closed_on": "1/1/2022"})
    with pytest.raises(UserError, match=r"book\.closed"):
        money.give(ctx, award)
