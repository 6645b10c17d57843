"""Tip-offs as the station works with them: what an outcome means, clocks, what they warn of."""

from datetime import datetime

import pytest

from app.core.clock import FixedClock
from app.core.errors import InvalidRecord
from app.services import registers
from app.services.context import Context

TIP = {"received_at": "14:05 12/3/2022", "channel": "phone", "matter": "crime", "content": "Có người lạ chở gỗ"}
NOON = datetime(2022, 3, 13, 12, 0)


@pytest.fixture(autouse=True)
def clock(ctx: Context) -> FixedClock:
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.move_to(NOON)
    return ctx.clock


def save(ctx: Context, record_id: str | None = None, **texts: str) -> str:
    return registers.save(ctx, "tip_off", record_id, (TIP if record_id is None else {}) | texts).id


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        ("", "new"),
        ("checking", "checking"),
        ("sanction", "resolved"),
        ("mediated", "resolved"),
        ("investigation", "resolved"),
        ("unfounded", "unfounded"),
    ],
)
def test_the_outcome_says_what_state_a_tip_off_is_in(ctx: Context, outcome: str, state: str) -> None:
    tip = save(ctx, outcome=outcome, passed_to="Công an tỉnh")
    assert registers.open_record(ctx, "tip_off", tip).texts["state"] == state
    later = save(ctx, save(ctx), outcome=outcome, passed_to="Công an tỉnh")
    assert registers.open_record(ctx, "tip_off", later).texts["state"] == state


@pytest.mark.parametrize("outcome", ["investigation", "other_body"])
def test_passing_on_says_to_whom(ctx: Context, outcome: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        save(ctx, outcome=outcome)
    assert [problem.field for problem in refused.value.problems] == ["passed_to"]
