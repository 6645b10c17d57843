"""Groups: their number follows a complete list of members, their kinds, what looks wrong in them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InvalidRecord, UserError
from app.core.i18n import load
from app.services import groups, registers
from app.services.context import Context
from tests.data.conftest import new_store
from tests.services.conftest import OFFICER


def group(ctx: Context, members: int, **more: str) -> str:
    texts = {"kind": "people_security", "name": "Tổ an ninh nhân dân bản Pa Te", "members": str(members), **more}
    return registers.save(ctx, "group", None, texts).id


def join(ctx: Context, team: str, name: str = "Giàng A Sử") -> str:
    return registers.save(ctx, "member", None, {"team": team, "name": name, "joined_on": "1/3/2021"}).id


def number(ctx: Context, team: str) -> int:
    with ctx.store.reader() as reader:
        view = reader.get("group", team)
    assert view is not None
    return int(view.values["members"])


def test_the_number_follows_a_complete_list(ctx: Context) -> None:
    team = group(ctx, 0)
    first, _ = join(ctx, team), join(ctx, team, "Lò Thị Ánh")
    assert number(ctx, team) == 2
    registers.save(ctx, "member", first, {"left_on": "1/2/2022"})
    assert number(ctx, team) == 1
    registers.save(ctx, "member", first, {"left_on": ""})
    registers.delete(ctx, "member", first)
    assert number(ctx, team) == 1
    registers.restore(ctx, "member", first)
    assert number(ctx, team) == 2


def test_a_number_given_by_hand_stays_until_the_list_outgrows_it(ctx: Context) -> None:
    team = group(ctx, 2)
    first = join(ctx, team)
    assert number(ctx, team) == 2
    registers.save(ctx, "member", first, {"left_on": "1/2/2022"})
    assert number(ctx, team) == 2
    for name in ("Lò Thị Ánh", "Vàng A Dơ", "Mùa A Chu"):
        join(ctx, team, name)
    assert number(ctx, team) == 3


def test_a_group_without_a_head_gets_the_one_on_its_list(ctx: Context) -> None:
    team = group(ctx, 0)
    for name in ("Giàng A Sử", "Lò Văn Thuận"):
        registers.save(ctx, "member", None, {"team": team, "name": name, "role": "head", "joined_on": "1/3/2021"})
    assert registers.open_record(ctx, "group", team).texts["head"] == "Giàng A Sử"


def test_somebody_who_changes_groups_moves_both_numbers(ctx: Context) -> None:
    one, other = group(ctx, 0), group(ctx, 0)
    member = join(ctx, one)
    registers.save(ctx, "member", member, {"team": other})
    assert (number(ctx, one), number(ctx, other)) == (0, 1)


acts = st.lists(st.tuples(st.sampled_from(("join", "leave", "return", "delete", "restore")), st.integers(0, 4)), max_size=12)


@pytest.fixture(scope="module")
def module_ctx(tmp_path_factory: pytest.TempPathFactory) -> Any:
    store = new_store(tmp_path_factory.mktemp("groups") / "station")
    yield Context(store, OFFICER, store.clock, load("en"), store.folder)
    store.close()


@given(st.integers(0, 4), acts)
def test_the_number_is_never_less_than_who_serves(module_ctx: Context, given_number: int, history: list[tuple[str, int]]) -> None:
    ctx, members = module_ctx, list[str]()
    team = group(ctx, given_number)
    alive: dict[str, bool] = {}
    serving: dict[str, bool] = {}
    for act, place in history:
        if act == "join":
            members.append(join(ctx, team, f"Giàng A {'ABCDEFGHIJKLMNOP'[len(members)]}u"))
            alive[members[-1]] = serving[members[-1]] = True
        elif members:
            one = members[place % len(members)]
            if act in ("leave", "return") and alive[one]:
                registers.save(ctx, "member", one, {"left_on": "1/2/2022" if act == "leave" else ""})
                serving[one] = act == "return"
            elif act == "delete" and alive[one]:
                registers.delete(ctx, "member", one)
                alive[one] = False
            elif act == "restore" and not alive[one]:
                registers.restore(ctx, "member", one)
                alive[one] = True
        listed = sum(alive[each] and serving[each] for each in members)
        assert number(ctx, team) >= listed
        if given_number == 0:
            assert number(ctx, team) == listed


def test_a_kind_of_this_unit_goes_with_other_groups_only(ctx: Context) -> None:
    kind = registers.save(ctx, "team_kind", None, {"name": "Tổ an ninh xã hội", "valid_from": "1/1/2022"}).id
    saved = registers.save(ctx, "group", None, {"kind": "other", "local_kind": kind, "name": "Tổ 1", "members": "5"})
    assert registers.open_record(ctx, "group", saved.id).labels["local_kind"] == "Tổ an ninh xã hội"
    with pytest.raises(InvalidRecord) as refused:
        registers.save(ctx, "group", saved.id, {"kind": "mediation"})
    assert [problem.field for problem in refused.value.problems] == ["local_kind"]


@pytest.mark.parametrize(
    ("texts", "doubt"),
    [
        ({"kind": "security_order", "founded_on": "1/3/2022"}, "Groups of this kind are there from 01/07/2024; this one"),
        ({"kind": "people_security", "founded_on": "1/3/2022"}, ""),
    ],
)
def test_a_group_older_than_its_kind_is_doubted(ctx: Context, texts: dict[str, str], doubt: str) -> None:
    saved = registers.save(ctx, "group", None, {"name": "Tổ 1", "members": "5", **texts})
    assert [warning[: len(doubt)] for warning in saved.warnings] == ([doubt] if doubt else [])


def test_a_group_that_ended_with_members_on_its_list_is_doubted(ctx: Context) -> None:
    team = group(ctx, 0, founded_on="1/2/2022")
    join(ctx, team)
    saved = registers.save(ctx, "group", team, {"ended_on": "1/3/2022", "ended_decision": "12/QĐ-UBND"})
    assert saved.warnings == ("One member still stands on the list as serving. Write when they left.",)
    with pytest.raises(InvalidRecord):
        registers.save(ctx, "group", team, {"ended_on": ""})


def test_a_number_of_sites_that_jumps_is_doubted(ctx: Context) -> None:
    model = registers.save(ctx, "model", None, {"name": "Tiếng kẻng an ninh"}).id
    site = {"model": model, "place": "Bản Pa Te"}
    for _ in range(4):
        registers.save(ctx, "model_site", None, {**site, "founded_on": "5/3/2020"})
    calm = [registers.save(ctx, "model_site", None, {**site, "founded_on": "5/3/2022"}).warnings for _ in range(2)]
    assert not any("a year before" in warning for warnings in calm for warning in warnings)
    loud = registers.save(ctx, "model_site", None, {**site, "founded_on": "6/3/2022"})
    assert any(warning.startswith("7 sites at the end of 2022, 4 a year before.") for warning in loud.warnings)
    texts = {"model": model, "adjusted_on": "7/3/2022", "difference": "-6", "reason": "Đếm lại"}
    adjusted = registers.save(ctx, "model_adjustment", None, texts)
    assert any(warning.startswith("1 sites at the end of 2022, 4") for warning in adjusted.warnings)


def test_terms_end_only_with_the_group(ctx: Context) -> None:
    team = group(ctx, 0)
    join(ctx, team)
    with pytest.raises(UserError) as refused:
        groups.end_terms(ctx, team)
    assert refused.value.code == "group.stands"
