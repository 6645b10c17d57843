"""What a blank form offers: the next number of the year, the officer at work, the present moment."""

from datetime import datetime

import pytest

from app.core.clock import FixedClock
from app.services import registers
from app.services.context import Context
from app.services.registers.starts import STARTS


def tip(ctx: Context, number: int | None, received: str = "08:00 5/3/2022") -> str:
    texts = {"received_at": received, "content": "Có người lạ", "number": str(number or "")}
    return registers.save(ctx, "tip_off", None, texts | {"channel": "phone", "matter": "crime"}).id


@pytest.fixture
def clock(ctx: Context) -> FixedClock:
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.move_to(datetime(2022, 3, 12, 9, 5))
    return ctx.clock


def test_a_tip_off_begins_with_this_moment_the_officer_and_the_next_number(ctx: Context, clock: FixedClock) -> None:
    blank = registers.blank(ctx, "tip_off")
    assert blank.texts["received_at"] == "09:05 12/03/2022"
    assert (blank.texts["receiver"], blank.texts["number"]) == (ctx.user.name, "1")
    tip(ctx, 4)
    tip(ctx, 2)
    tip(ctx, None)
    assert registers.blank(ctx, "tip_off").texts["number"] == "5"


def test_numbers_begin_anew_each_year_and_those_of_deleted_records_are_not_given_again(ctx: Context, clock: FixedClock) -> None:
    tip(ctx, 31, "08:00 30/12/2021")
    registers.delete(ctx, "tip_off", tip(ctx, 3))
    assert registers.blank(ctx, "tip_off").texts["number"] == "4"
    clock.move_to(datetime(2023, 1, 1, 0, 1))
    assert registers.blank(ctx, "tip_off").texts["number"] == "1"


@pytest.mark.parametrize("code", sorted(STARTS))
def test_what_a_blank_form_offers_is_taken_back_as_it_stands(ctx: Context, code: str) -> None:
    fields = ctx.store.registry.get(code).fields
    for name, text in registers.blank(ctx, code).texts.items():
        fields[name].kind.parse(text, ctx.clock.today())


def test_a_preset_is_not_written_over(ctx: Context) -> None:
    assert registers.blank(ctx, "tip_off", {"receiver": "Hoàng Văn Tiếp"}).texts["receiver"] == "Hoàng Văn Tiếp"


def test_an_assessment_is_of_this_year_unless_typed_otherwise(ctx: Context) -> None:
    assert registers.blank(ctx, "safety").texts["year"] == str(ctx.clock.today().year)
