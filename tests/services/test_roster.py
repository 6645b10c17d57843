"""The roster follows what changes in households; hamlets are joined and brought up to date as one undoable piece of work."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import InvalidRecord, UserError
from app.services import registers, roster
from app.services.context import Context

DAY = "1/3/2022"


def add(ctx: Context, type_code: str, **texts: str) -> str:
    return registers.save(ctx, type_code, None, texts).id


def values(ctx: Context, type_code: str, record_id: str) -> dict[str, Any]:
    with ctx.store.reader() as reader:
        view = reader.get(type_code, record_id)
    assert view is not None
    return dict(view.values)


def home(ctx: Context, record_id: str) -> tuple[Any, ...]:
    found = values(ctx, "household", record_id)
    return found["members"], found["came_on"], found["left_on"]


@pytest.fixture
def hamlet(ctx: Context) -> str:
    return add(ctx, "hamlet", name="Bản Pa Te", households="2", residents="9")


def household(ctx: Context, hamlet: str, head: str, members: str = "") -> str:
    return add(ctx, "household", head=head, hamlet=hamlet, members=members)


def change(ctx: Context, of: str, kind: str, **texts: str) -> str:
    return add(ctx, "household_change", household=of, kind=kind, changed_on=DAY, **texts)


def test_births_deaths_and_moves_move_the_number_of_people(ctx: Context, hamlet: str) -> None:
    of = household(ctx, hamlet, "Giàng A Sử", "5")
    change(ctx, of, "born", people="1")
    change(ctx, of, "died", people="2")
    change(ctx, of, "moved_in", people="3")
    assert home(ctx, of) == (7, None, None)
    change(ctx, of, "moved_out")
    assert home(ctx, of) == (7, None, "2022-03-01")


def test_a_deleted_change_takes_back_what_it_did_and_a_restored_one_does_it_again(ctx: Context, hamlet: str) -> None:
    of = household(ctx, hamlet, "Giàng A Sử", "5")
    born = change(ctx, of, "born", people="2")
    left = change(ctx, of, "moved_out")
    registers.delete(ctx, "household_change", left)
    registers.delete(ctx, "household_change", born)
    assert home(ctx, of) == (5, None, None)
    registers.restore(ctx, "household_change", born)
    assert home(ctx, of) == (7, None, None)


def test_a_mended_change_counts_once(ctx: Context, hamlet: str) -> None:
    of = household(ctx, hamlet, "Giàng A Sử", "5")
    born = change(ctx, of, "born", people="2")
    registers.save(ctx, "household_change", born, {"people": "1"})
    assert home(ctx, of)[0] == 6
    registers.save(ctx, "household_change", born, {"note": "sinh đôi, ghi nhầm"})
    assert home(ctx, of)[0] == 6


def test_a_household_splits_and_another_joins(ctx: Context, hamlet: str) -> None:
    old, young, alone = (
        household(ctx, hamlet, head, n) for head, n in (("Mùa A Chu", "7"), ("Mùa A Páo", ""), ("Mùa Thị Sua", "1"))
    )
    change(ctx, young, "split", other=old, people="3")
    assert (home(ctx, old), home(ctx, young)) == ((4, None, None), (3, "2022-03-01", None))
    change(ctx, alone, "merged", other=old, people="1")
    assert (home(ctx, old)[0], home(ctx, alone)) == (5, (1, None, "2022-03-01"))


def test_no_more_people_leave_than_there_are(ctx: Context, hamlet: str) -> None:
    of = household(ctx, hamlet, "Giàng A Sử", "2")
    with pytest.raises(InvalidRecord) as refused:
        change(ctx, of, "died", people="3")
    assert [problem.field for problem in refused.value.problems] == ["people"]
    assert home(ctx, of) == (2, None, None)
    with ctx.store.reader() as reader:
        assert reader.count("household_change") == 0


@pytest.mark.parametrize(("kind", "missing"), [("born", "people"), ("split", "people"), ("merged", "people")])
def test_what_a_change_needs_is_asked_for(ctx: Context, hamlet: str, kind: str, missing: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        change(ctx, household(ctx, hamlet, "Giàng A Sử", "2"), kind)
    assert missing in [problem.field for problem in refused.value.problems]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    history=st.lists(
        st.tuples(st.sampled_from(("born", "died", "moved_in", "moved_out")), st.integers(1, 4), st.booleans(), st.integers(1, 4)),
        max_size=8,
    )
)
def test_the_roster_is_the_sum_of_the_changes_that_stand(ctx: Context, history: list[tuple[str, int, bool, int]]) -> None:
    """Whatever is recorded, mended and deleted, in any order: people = those at the beginning + what came − what went."""
    of = household(ctx, add(ctx, "hamlet", name="Bản Pa Te"), "Giàng A Sử", "50")
    expected = 50
    for kind, people, deleted, mended in history:
        sign = 1 if kind in ("born", "moved_in") else -1
        made = change(ctx, of, kind, people=str(people))
        registers.save(ctx, "household_change", made, {"people": str(mended)})
        if deleted:
            registers.delete(ctx, "household_change", made)
        else:
            expected += sign * mended
    assert home(ctx, of) == (expected, None, None)


def test_the_year_shows_changes_and_what_the_roster_would_say(ctx: Context, hamlet: str) -> None:
    first, second = household(ctx, hamlet, "Giàng A Sử", "5"), household(ctx, hamlet, "Lò Thị Ánh", "4")
    household(ctx, hamlet, "Mùa A Chu", "3")
    change(ctx, first, "born", people="2")
    change(ctx, second, "moved_out")
    [line] = roster.year_of(ctx, 2022).hamlets
    assert line.changes == {"born": 2, "moved_out": 1}
    assert (line.stated, line.counted, line.proposed) == ((2, 9), (2, 10), (None, 10))
    assert roster.year_of(ctx, 2021).hamlets[0].counted[0] == 3


def test_residents_are_proposed_only_when_every_household_is_counted(ctx: Context, hamlet: str) -> None:
    household(ctx, hamlet, "Giàng A Sử", "5")
    household(ctx, hamlet, "Lò Thị Ánh")
    [line] = roster.year_of(ctx, 2022).hamlets
    assert (line.counted, line.unknown, line.proposed) == ((2, None), 1, (None, None))


def test_numbers_are_taken_over_only_when_asked_and_can_be_undone(ctx: Context, hamlet: str) -> None:
    for head in ("Giàng A Sử", "Lò Thị Ánh", "Mùa A Chu"):
        household(ctx, hamlet, head, "4")
    assert values(ctx, "hamlet", hamlet)["households"] == 2
    batch = roster.take_over(ctx, roster.year_of(ctx, 2022).hamlets)
    assert (values(ctx, "hamlet", hamlet)["households"], values(ctx, "hamlet", hamlet)["residents"]) == (3, 12)
    roster.undo(ctx, batch)
    assert (values(ctx, "hamlet", hamlet)["households"], values(ctx, "hamlet", hamlet)["residents"]) == (2, 9)


def test_joined_hamlets_bring_their_households_and_numbers(ctx: Context, hamlet: str) -> None:
    other = add(ctx, "hamlet", name="Bản Tống Trong", households="3", residents="12")
    moving, gone = household(ctx, other, "Giàng A Sử"), household(ctx, other, "Lò Thị Ánh")
    change(ctx, gone, "moved_out")
    joined = roster.join_hamlets(ctx, other, hamlet, "10/3/2022")
    assert joined.households == 1
    assert values(ctx, "household", moving)["hamlet"] == hamlet
    assert values(ctx, "household", gone)["hamlet"] == other
    assert (values(ctx, "hamlet", hamlet)["households"], values(ctx, "hamlet", hamlet)["residents"]) == (5, 21)
    assert [line.name for line in roster.year_of(ctx, 2022).hamlets] == ["Bản Pa Te"]
    with pytest.raises(UserError, match=r"hamlet\.ended"):
        roster.join_hamlets(ctx, other, hamlet, "11/3/2022")
    roster.undo(ctx, joined.batch)
    assert values(ctx, "household", moving)["hamlet"] == other
    assert values(ctx, "hamlet", other)["ended_on"] is None


def test_names_on_the_roster_are_not_added_twice(ctx: Context, hamlet: str) -> None:
    assert roster.add_households(ctx, hamlet, ["Giàng A Sử", "Lò Thị Ánh", "Giàng A Sử", " "]) == 2
    assert roster.add_households(ctx, hamlet, ["Giàng A Sử"]) == 0
    assert roster.add_establishments(ctx, ["Trường Mầm non Túc Đán", "Công ty A", "dòng họ Giàng", "UBND xã"]) == 4
    assert roster.add_establishments(ctx, ["TRƯỜNG MẦM NON TÚC ĐÁN"]) == 0
    with ctx.store.reader() as reader:
        kinds = {v.values["name"]: v.values["kind"] for v in reader.window("establishment", order=("name", "asc"))}
    assert kinds == {"Trường Mầm non Túc Đán": "school", "Công ty A": "firm", "dòng họ Giàng": "clan", "UBND xã": "agency"}
