"""Tip-offs as the station works with them: what an outcome means, clocks, what they warn of."""

from datetime import datetime

import pytest

from app.core.clock import FixedClock
from app.core.errors import InvalidRecord, UserError
from app.core.ids import fixed_id
from app.services import registers, tip_offs
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


def lines(ctx: Context, tip: str) -> list[tuple[str, str]]:
    return [(line.text, line.tone) for line in tip_offs.clocks(ctx, tip).lines]


def test_how_long_there_is_is_said_in_hours_and_in_days(ctx: Context, clock: FixedClock) -> None:
    tip = save(ctx, kind="report")
    assert lines(ctx, tip) == [
        ("2 h 5 min left to pass it on, until 14:05 13/03/2022.", "soon"),
        ("6 days left for the preliminary check, until 19/03/2022.", "quiet"),
    ]
    found = tip_offs.clocks(ctx, tip)
    assert found.to_pass_on and found.at_once and found.body == ""
    clock.move_to(datetime(2022, 3, 19, 8, 0))
    assert lines(ctx, tip) == [
        ("It was to be passed on by 14:05 13/03/2022. Pass it on now and write down when.", "over"),
        ("The preliminary check is to be finished today.", "quiet"),
    ]
    clock.move_to(datetime(2022, 3, 20, 0, 0))
    assert lines(ctx, tip)[1] == ("The preliminary check was to be finished by 19/03/2022. Write down what came of it.", "over")


def test_a_remote_commune_has_48_hours(ctx: Context) -> None:
    tip = save(ctx, kind="report")
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("unit", {"code": ctx.store.unit, "name": "Xã đảo", "remote": 1}, fixed_id("unit", ctx.store.unit))
    assert lines(ctx, tip)[0][0] == "26 h 5 min left to pass it on, until 14:05 14/03/2022."


def test_other_information_is_only_checked_and_nothing_runs_when_it_is_done(ctx: Context) -> None:
    tip = save(ctx, kind="other")
    assert [tone for _text, tone in lines(ctx, tip)] == ["quiet"] and not tip_offs.clocks(ctx, tip).to_pass_on
    save(ctx, tip, outcome="mediated")
    assert lines(ctx, tip) == []


def test_passing_on_is_one_step_and_the_body_is_offered_again(ctx: Context) -> None:
    tip = save(ctx, kind="denunciation")
    form = registers.open_record(ctx, "tip_off", tip)
    with pytest.raises(UserError, match=r"tip_off\.no_body"):
        tip_offs.pass_on(ctx, tip, " ", "", form)
    tip_offs.pass_on(ctx, tip, "Cơ quan CSĐT", "03/PC", form)
    after = registers.open_record(ctx, "tip_off", tip)
    assert (after.texts["passed_at"], after.texts["slip_number"]) == ("12:00 13/03/2022", "03/PC")
    assert (after.texts["outcome"], after.texts["state"]) == ("investigation", "resolved")
    assert lines(ctx, tip) == [
        ("Passed on 21 h 55 min after it was received.", "quiet"),
        ("The investigating body has 20 days, until 02/04/2022, and may be given more (BLTTHS, art. 147).", "quiet"),
    ]
    assert tip_offs.clocks(ctx, save(ctx)).body == "Cơ quan CSĐT"


def test_one_passed_on_late_says_so_calmly(ctx: Context) -> None:
    tip = save(ctx, kind="report", passed_to="Công an tỉnh", passed_at="11:05 13/3/2022", received_at="10:05 12/3/2022")
    assert lines(ctx, tip) == [("Passed on 25 h after it was received; the law gives 24 hours.", "quiet")]


def test_a_text_that_names_who_told_is_warned_of_once_and_saved(ctx: Context) -> None:
    saved = registers.save(ctx, "tip_off", None, TIP | {"content": "Tin do anh Giàng A Sử báo lúc 22 giờ"})
    assert saved.warnings == (
        "Content may say who told: “anh Giàng A Sử”. If that is the informant, seal the name and reword this.",
    )
    assert registers.save(ctx, "tip_off", saved.id, {"matter": "drugs"}).warnings == ()
    again = registers.save(ctx, "tip_off", saved.id, {"verification": "Theo lời chị Lò Thị Bay cho biết là đúng"})
    assert len(again.warnings) == 1 and "Verification" in again.warnings[0]


def test_a_number_given_twice_in_a_year_is_told_and_saved(ctx: Context) -> None:
    save(ctx, number="1")
    saved = registers.save(ctx, "tip_off", None, TIP | {"number": "1"})
    assert len(saved.warnings) == 1 and "1" in saved.warnings[0]
    last_year = registers.save(ctx, "tip_off", None, TIP | {"number": "1", "received_at": "8:00 31/12/2021"})
    assert not any("taken" in sentence for sentence in last_year.warnings)


def test_place_and_time_are_read_for_who_told_too(ctx: Context) -> None:
    told = {"received_at": "8:00 12/3/2022", "content": "Hai người lạ chở gỗ", "place": "gần nhà, do anh Giàng A Sử báo"}
    (doubt,) = registers.save(ctx, "tip_off", None, {**told, "number": "1"}).warnings
    assert doubt.startswith("Place where it happened may say who told: “anh Giàng A Sử”.")
