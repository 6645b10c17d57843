"""The person page: roles in one place, who may be one with whom, joining and taking it back, cards."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.randomness import SeededRandomness
from app.keys.keyring import KeyRing
from app.services import disclosure, people, registers
from app.services.context import Context
from tests.data.conftest import new_store

CARD = "015085004321|061234567|Giàng A Sử|03051985|Nam|Bản Pa Te, Xã Túc Đán, Trạm Tấu, Yên Bái|12032022"


def add(ctx: Context, code: str, **texts: str) -> str:
    return registers.save(ctx, code, None, texts).id


@pytest.fixture
def village(ctx: Context) -> dict[str, str]:
    """One man in all four roles, and another of his name who is younger."""
    hamlet = add(ctx, "hamlet", name="Bản Pa Te")
    team = add(ctx, "group", name="Tổ hòa giải bản Pa Te", members="5", hamlet=hamlet)
    campaign = add(ctx, "campaign", name="Không đốt pháo", starts_on="1/1/2022")
    dispute = add(
        ctx, "dispute", received_on="5/2/2022", content="Tranh nhau nước", place="Mương nước", parties="Mùa A Chu và Giàng A Sử"
    )
    award = add(
        ctx, "award", number="12/QĐ-UBND", decided_on="1/3/2022", authority="CHỦ TỊCH", place="Túc Đán", deed="Có thành tích"
    )
    household = add(ctx, "household", head="Giàng A Sử", hamlet=hamlet, birth="1985")
    return {
        "hamlet": hamlet,
        "team": team,
        "member": add(ctx, "member", team=team, name="Giàng A Sử", birth="3/5/1985", joined_on="1/2/2021"),
        "household": household,
        "commitment": add(
            ctx, "commitment", campaign=campaign, signed_on="2/1/2022", household=household, name="Giàng A Sử", hamlet=hamlet
        ),
        "mediator": add(ctx, "mediator", dispute=dispute, name="Giang A Su"),
        "awardee": add(ctx, "awardee", award=award, name="GIÀNG A SỬ"),
        "younger": add(ctx, "member", team=team, name="Giàng A Sử", birth="1999"),
        "dispute": dispute,
        "award": award,
    }


def offered(ctx: Context, code: str, record: str) -> set[str]:
    return {candidate.id for candidate in people.candidates(ctx, code, record)}


def test_all_four_roles_come_together_and_no_others(ctx: Context, village: dict[str, str]) -> None:
    add(ctx, "trusted_person", name="Giàng A Sử", hamlet=village["hamlet"])
    add(ctx, "reintegration", name="Giàng A Sử", began_on="1/1/2020")
    roles = ("member", "household", "mediator", "awardee")
    assert offered(ctx, "member", village["member"]) == {village[role] for role in roles[1:]}
    for role in roles[1:]:
        person = people.join(ctx, ("member", village["member"]), (role, village[role]))
    page = people.person_page(ctx, person)
    assert {(line.type_code, line.id) for line in page.lines} == {
        ("member", village["member"]),
        ("household", village["household"]),
        ("commitment", village["commitment"]),
        ("dispute", village["dispute"]),
        ("award", village["award"]),
    }
    assert [line.since for line in page.lines][:2] == ["01/03/2022", "05/02/2022"]
    assert not any("Mùa A Chu" in line.text for line in page.lines)
    add(ctx, "withdrawal", commitment=village["commitment"], withdrawn_on="3/3/2022", told="in_person")
    assert [line.until for line in people.person_page(ctx, person).lines if line.type_code == "commitment"] == ["03/03/2022"]
    assert page.age == 37 and page.name == "Giàng A Sử"
    assert offered(ctx, "person", person) == set()
    assert {people.person_of(ctx, role, village[role]) for role in roles} == {person}


def test_candidates_say_what_speaks_for_them_the_likely_first(ctx: Context, village: dict[str, str]) -> None:
    found = people.candidates(ctx, "member", village["member"])
    assert found[0].id == village["household"]
    assert found[0].agrees == ("same year of birth", "same hamlet")
    details = {candidate.type_code: candidate.detail for candidate in found}
    assert details["mediator"] == "05/02/2022 · Land · Mương nước" and details["awardee"].startswith("12/QĐ-UBND")
    assert "Mùa A Chu" not in repr(found)
    assert village["younger"] not in {candidate.id for candidate in found}
    collective = add(ctx, "awardee", award=village["award"], name="Giàng A Sử", collective="1")
    assert collective not in offered(ctx, "member", village["member"])


def test_a_name_with_other_marks_is_offered_only_when_something_else_agrees(ctx: Context) -> None:
    one = add(ctx, "person", name="Lò Văn Tiếp", birth="1980")
    add(ctx, "person", name="Lò Văn Tiệp")
    year = add(ctx, "person", name="Lò Văn Tiệp", birth="1980")
    bare = add(ctx, "person", name="lo van tiep")
    assert offered(ctx, "person", one) == {year, bare}
    assert offered(ctx, "person", add(ctx, "person", name="Bùi Thị Hòa")) == set()
    assert len(offered(ctx, "person", add(ctx, "person", name="Bùi Thị Hoà"))) == 1


def test_a_namesake_in_another_hamlet_is_offered_only_when_the_year_agrees(ctx: Context) -> None:
    here, there = add(ctx, "hamlet", name="Bản Pa Te"), add(ctx, "hamlet", name="Bản Mù")
    one = add(ctx, "household", head="Giàng A Sử", hamlet=here, birth="1980")
    add(ctx, "household", head="Giàng A Sử", hamlet=there)
    moved = add(ctx, "household", head="Giàng A Sử", hamlet=there, birth="3/5/1980")
    beside = add(ctx, "household", head="Giàng A Sử", hamlet=here)
    assert offered(ctx, "household", one) == {moved, beside}


def test_not_the_same_is_remembered(ctx: Context, village: dict[str, str]) -> None:
    one, other = ("member", village["member"]), ("awardee", village["awardee"])
    people.different(ctx, other, one)
    people.different(ctx, one, other)
    assert village["awardee"] not in offered(ctx, *one) and village["member"] not in offered(ctx, *other)
    person = people.join(ctx, one, ("household", village["household"]))
    assert village["awardee"] not in offered(ctx, "person", person)
    with ctx.store.reader() as reader:
        assert reader.count("not_same") == 1


def test_joining_is_an_alias_that_can_be_taken_back_and_the_history_stays(ctx: Context, village: dict[str, str]) -> None:
    first = people.start_page(ctx, "member", village["member"])
    second = people.start_page(ctx, "awardee", village["awardee"])
    assert offered(ctx, "person", first) >= {second}
    assert people.join(ctx, ("person", first), ("person", second)) == first
    page = people.person_page(ctx, second)
    assert page.id == first and [alias[0] for alias in page.aliases] == [second]
    assert len(page.lines) == 2
    people.part(ctx, second)
    assert [line.id for line in people.person_page(ctx, first).lines] == [village["member"]]
    assert [line.id for line in people.person_page(ctx, second).lines] == [village["award"]]
    assert [len(line.what) for line in registers.history(ctx, "person", second)] == [3]
    people.unlink(ctx, "member", village["member"])
    assert people.person_page(ctx, first).lines == ()


def test_a_page_is_made_once(ctx: Context, village: dict[str, str]) -> None:
    person = people.start_page(ctx, "household", village["household"])
    assert people.start_page(ctx, "household", village["household"]) == person
    form = registers.open_record(ctx, "person", person)
    assert (form.texts["name"], form.texts["birth"], form.labels["hamlet"]) == ("Giàng A Sử", "1985", "Bản Pa Te")


def test_two_laptops_that_join_both_ways_round_still_have_one_person(ctx: Context, village: dict[str, str]) -> None:
    one = people.start_page(ctx, "member", village["member"])
    other = people.start_page(ctx, "awardee", village["awardee"])
    with ctx.store.change(ctx.user.id, "same_person") as change:
        change.update("person", one, {"same_as": other})
        change.update("person", other, {"same_as": one})
    pages = {people.person_page(ctx, person).id for person in (one, other)}
    assert pages == {min(one, other)}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_however_people_are_joined_each_has_one_page(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    store = new_store(tmp_path_factory.mktemp("many"))
    ctx = data.draw(st.just(context_of(store)))
    ids = [registers.save(ctx, "person", None, {"name": f"Sùng {n}"}).id for n in range(5)]
    pairs = data.draw(st.lists(st.sampled_from(list(permutations(range(5), 2))), max_size=8))
    blocks = [{n} for n in range(5)]
    for one, other in pairs:
        people.join(ctx, ("person", ids[one]), ("person", ids[other]))
        merged = next(b for b in blocks if one in b) | next(b for b in blocks if other in b)
        blocks = [b for b in blocks if not b & merged] + [merged]
    shown = {
        frozenset(ids.index(i) for i in (page.id, *(alias[0] for alias in page.aliases)))
        for page in (people.person_page(ctx, i) for i in ids)
    }
    assert shown == {frozenset(block) for block in blocks}
    store.close()


def context_of(store: object) -> Context:
    from app.core.i18n import load
    from app.data.store import Store
    from tests.services.conftest import OFFICER

    assert isinstance(store, Store)
    return Context(store, OFFICER, store.clock, load("en"), store.folder)


@pytest.fixture
def with_keys(ctx: Context, tmp_path: Path) -> Context:
    folder = tmp_path / "keys"
    folder.mkdir()
    return replace(ctx, keys=KeyRing.create(folder, bytes(32), unit="TUCDAN", name="A", randomness=SeededRandomness("k")))


def test_a_card_fills_only_what_the_form_has(with_keys: Context) -> None:
    hamlet = add(with_keys, "hamlet", name="Pa Te")
    person = people.scan(with_keys, "person", CARD)
    assert {name: person.texts[name] for name in ("name", "birth", "sex", "id_last4", "hamlet")} == {
        "name": "Giàng A Sử",
        "birth": "03/05/1985",
        "sex": "male",
        "id_last4": "4321",
        "hamlet": hamlet,
    }
    assert person.labels == {"hamlet": "Pa Te"}
    assert set(people.scan(with_keys, "member", CARD).texts) == {"name", "birth"}
    assert set(people.scan(with_keys, "household", CARD).texts) == {"head", "birth", "address", "hamlet"}
    assert set(people.scan(with_keys, "awardee", CARD).texts) == {"name", "address"}


def test_the_number_is_kept_nowhere_and_known_again(with_keys: Context, tmp_path: Path) -> None:
    ctx = with_keys
    saved = registers.save(ctx, "person", None, people.scan(ctx, "person", CARD).texts)
    scanned = people.scan(ctx, "member", CARD)
    assert scanned.texts["person"] == saved.id and scanned.known == "Giàng A Sử"
    with ctx.store.reader() as reader:
        content = repr(reader.dump()) + repr([change.payload for change in reader.change_sets(("station",), {})])
        assert "015085004321" not in content and "085004321" not in content
        view = reader.get("person", saved.id)
    assert view is not None and view.values["id_last4"] == "4321" and len(view.values["id_digest"]) == 64
    assert view.values["id_digest"] not in repr(registers.history(ctx, "person", saved.id))
    assert "id_digest" not in disclosure.readable(ctx, "person")


def test_two_ends_of_a_number_tell_people_of_one_name_apart(ctx: Context) -> None:
    one = add(ctx, "person", name="Giàng A Sử", id_last4="4321")
    other = add(ctx, "person", name="Giàng A Sử", id_last4="1234")
    same = add(ctx, "person", name="Giàng A Sử", id_last4="4321")
    assert offered(ctx, "person", one) == {same}
    assert offered(ctx, "person", other) == set()


def test_a_picture_of_a_card_is_read_and_another_code_refused(with_keys: Context, tmp_path: Path) -> None:
    path = tmp_path / "the.png"
    segno.make(CARD).save(str(path), scale=6)
    assert people.scan_picture(with_keys, "awardee", path).texts["name"] == "Giàng A Sử"
    segno.make("https://example.com").save(str(path), scale=6)
    with pytest.raises(UserError) as refused:
        people.scan_picture(with_keys, "awardee", path)
    assert refused.value.code == "card.not_a_card"
    with with_keys.store.reader() as reader:
        assert reader.count("attachment") == 0
