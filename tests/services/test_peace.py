"""Disputes by place; terms of people being helped and their deletion for good; recognition and number of people of standing."""

from dataclasses import replace

import pytest

from app.core.clock import FixedClock
from app.core.errors import InvalidRecord, UserError
from app.core.ids import fixed_id
from app.services import disputes, drafts, mediators, people, registers, retention
from app.services.context import Context
from app.services.registers.asking import Asks


def add(ctx: Context, code: str, **texts: str) -> str:
    return registers.save(ctx, code, None, texts).id


def value(ctx: Context, code: str, record: str, name: str) -> object:
    with ctx.store.reader() as reader:
        view = reader.get(code, record)
    assert view is not None
    return view.values[name]


def quarrel(ctx: Context, hamlet: str, place: str, day: str = "1/2/2022", **texts: str) -> str:
    return add(ctx, "dispute", received_on=day, hamlet=hamlet, place=place, content="Tranh nhau", parties="Mùa A Chu", **texts)


@pytest.fixture
def hamlets(ctx: Context) -> tuple[str, str]:
    return add(ctx, "hamlet", name="Bản Pa Te"), add(ctx, "hamlet", name="Bản Mù")


def test_disputes_at_one_place_are_found_however_it_is_written(ctx: Context, hamlets: tuple[str, str]) -> None:
    here, there = hamlets
    own = quarrel(ctx, here, "Mương nước đầu bản")
    same = [
        quarrel(ctx, here, text)
        for text in ("muong nuoc dau ban", "Đầu bản, mương nước", "Mương nước đầu bản Pa Te", "Mương nưóc đầu bảng")
    ]
    for other in ("Nương ngô cuối bản", "Chợ", ""):
        quarrel(ctx, here, other)
    quarrel(ctx, there, "Mương nước đầu bản")
    quarrel(ctx, here, "Mương nước đầu bản", "1/2/2016")
    assert {line.id for line in disputes.at_same_place(ctx, own)} == set(same)


def test_the_name_of_the_hamlet_is_no_place(ctx: Context, hamlets: tuple[str, str]) -> None:
    whole = quarrel(ctx, hamlets[0], "Bản Pa Te")
    own = quarrel(ctx, hamlets[0], "Chợ bản Pa Te")
    market = quarrel(ctx, hamlets[0], "cho")
    assert disputes.at_same_place(ctx, whole) == ()
    assert [line.id for line in disputes.at_same_place(ctx, own)] == [market]


def test_plot_one_is_not_plot_two(ctx: Context, hamlets: tuple[str, str]) -> None:
    one = quarrel(ctx, hamlets[0], "Thửa ruộng số 1")
    quarrel(ctx, hamlets[0], "Thửa ruộng số 2")
    assert disputes.at_same_place(ctx, one) == ()


def test_places_with_two_open_disputes_are_listed_and_no_party_is_named(ctx: Context, hamlets: tuple[str, str]) -> None:
    here, there = hamlets
    quarrel(ctx, here, "Mương nước", "1/2/2022")
    quarrel(ctx, here, "Mương nước", "3/2/2022")
    quarrel(ctx, here, "Mương nước", "1/6/2021", outcome="mediated", settled_on="5/6/2021")
    quarrel(ctx, there, "Chợ")
    quarrel(ctx, there, "Chợ", "1/6/2021", outcome="failed", settled_on="5/6/2021")
    (place,) = disputes.troubled_places(ctx)
    assert (place.hamlet, place.place, place.open, len(place.disputes)) == ("Bản Pa Te", "Mương nước", 2, 3)
    assert [line.received_on for line in place.disputes] == ["03/02/2022", "01/02/2022", "01/06/2021"]
    assert "Mùa A Chu" not in repr(place)


def test_a_dispute_begins_with_its_number_and_a_follow_up_with_a_day(ctx: Context, hamlets: tuple[str, str]) -> None:
    assert registers.blank(ctx, "dispute").texts["number"] == "1"
    dispute = quarrel(ctx, hamlets[0], "Chợ", number="4")
    assert registers.blank(ctx, "dispute").texts["number"] == "5"
    assert registers.blank(ctx, "follow_up", {"dispute": dispute}).texts["due_on"] == "11/04/2022"


def helped(ctx: Context, **texts: str) -> str:
    return add(ctx, "reintegration", **({"name": "Sùng", "began_on": "29/2/2016"} | texts))


def test_the_term_is_counted_from_the_end_of_the_help_unless_it_is_typed(ctx: Context) -> None:
    record = helped(ctx)
    assert value(ctx, "reintegration", record, "keep_until") == "2021-02-28"
    registers.save(ctx, "reintegration", record, {"ended_on": "1/3/2022", "outcome": "progress"})
    assert value(ctx, "reintegration", record, "keep_until") == "2027-03-01"
    typed = helped(ctx, keep_until="31/12/2024")
    registers.save(ctx, "reintegration", typed, {"ended_on": "1/3/2022", "outcome": "moved"})
    assert value(ctx, "reintegration", typed, "keep_until") == "2024-12-31"


def test_the_unit_sets_the_terms(ctx: Context) -> None:
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create(
            "unit", {"name": "Xã Túc Đán", "code": "TUCDAN", "keep_years": 3, "recognition_years": 1}, fixed_id("unit", "TUCDAN")
        )
    assert value(ctx, "reintegration", helped(ctx), "keep_until") == "2019-02-28"
    trusted = add(ctx, "trusted_person", name="Giàng A Sử", recognised_on="5/3/2021")
    assert value(ctx, "trusted_person", trusted, "review_on") == "2022-03-05"
    registers.save(ctx, "trusted_person", trusted, {"recognised_on": "10/3/2022"})
    assert value(ctx, "trusted_person", trusted, "review_on") == "2023-03-10"


def test_what_is_over_is_deleted_for_good_with_all_that_belongs_to_it(ctx: Context) -> None:
    gone = helped(ctx, name="Hoàng Văn Thưởng", ended_on="1/6/2016", outcome="progress", phone="0912345678")
    visit = add(ctx, "visit", person=gone, visited_on="5/5/2016", progress="Đã vay vốn nuôi trâu")
    registers.delete(ctx, "visit", add(ctx, "visit", person=gone, visited_on="6/5/2016"))
    drafts.keep(ctx, f"reintegration:{gone}", {"phone": "0912"}, {})
    drafts.keep(ctx, f"visit:new:person={gone}", {"progress": "dở dang"}, {})
    registers.delete(ctx, "reintegration", gone)
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("late_entry", {"year": 2016, "record": "Hoàng Văn Thưởng", "record_id": gone, "written_on": "2017-02-01"})
    still = helped(ctx, keep_until="1/1/2020")
    kept = helped(ctx, ended_on="1/3/2022", outcome="progress")
    due = {record.id: record for record in retention.overdue(ctx)}
    assert set(due) == {gone, still} and due[gone].deleted and not due[still].ended
    assert retention.delete_for_good(ctx, "reintegration", [gone]) == 1
    with ctx.store.reader() as reader:
        content = repr(reader.dump()) + repr(reader.local_values(""))
        assert reader.get("reintegration", gone) is None and reader.get("visit", visit) is None
        assert [change.operations() for change in reader.change_sets(("station",), {})]
        journal = "".join(repr(change.operations()) for change in reader.change_sets(("station",), {}))
    for word in ("Thưởng", "0912345678", "nuôi trâu", "dở dang", "6/5/2016"):
        assert word not in content + journal
    assert [line for line in retention.past_deletions(ctx)] == [
        retention.PastDeletion("12/03/2022", "People being helped", 1, "Giàng A Sử")
    ]
    assert {record.id for record in retention.overdue(ctx)} == {still}
    assert value(ctx, "reintegration", kept, "name") == "Sùng"
    assert ctx.store.verify(against_journal=True).findings == ()


def test_only_the_commander_deletes_and_only_what_is_over(ctx: Context) -> None:
    over = helped(ctx, ended_on="1/6/2016", outcome="progress")
    going_on = helped(ctx)
    kept = helped(ctx, ended_on="1/3/2022", outcome="progress")
    other = replace(ctx, user=replace(ctx.user, role="officer"))
    before = dump(ctx)
    for who, ids, code in (
        (other, [over], "retention.commander"),
        (ctx, [over, kept], "retention.not_due"),
        (ctx, [going_on], "retention.not_due"),
    ):
        with pytest.raises(UserError) as refused:
            retention.delete_for_good(who, "reintegration", ids)
        assert refused.value.code == code
    assert dump(ctx) == before


def dump(ctx: Context) -> object:
    with ctx.store.reader() as reader:
        return reader.dump()


def test_a_record_is_kept_through_its_last_day(ctx: Context) -> None:
    helped(ctx, ended_on="1/6/2016", outcome="progress", keep_until="12/3/2022")
    assert retention.overdue(ctx) == ()
    clock = ctx.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(clock.now().replace(day=13))
    assert len(retention.overdue(ctx)) == 1


def test_the_number_of_people_of_standing_is_offered_from_the_list(ctx: Context) -> None:
    for number in range(3):
        add(ctx, "trusted_person", name=f"Sùng {number}")
    add(ctx, "trusted_person", name="Sùng", ended_on="1/1/2022")
    offered = registers.blank(ctx, "trusted_count").texts
    assert (offered["year"], offered["people"]) == ("2022", "3")


def test_a_contribution_that_speaks_of_informing_is_asked_about(ctx: Context) -> None:
    trusted = add(ctx, "trusted_person", name="Giàng A Sử")
    add(ctx, "contribution", trusted=trusted, happened_on="1/3/2022", note="Vận động giao nộp súng")
    with pytest.raises(Asks):
        add(ctx, "contribution", trusted=trusted, happened_on="1/3/2022", note="Đã báo tin về vụ trộm")


def test_a_follow_up_that_was_made_says_how_it_was_found(ctx: Context, hamlets: tuple[str, str]) -> None:
    dispute = quarrel(ctx, hamlets[0], "Chợ")
    for texts in ({"looked_on": "5/3/2022"}, {"state": "calm"}):
        with pytest.raises(InvalidRecord):
            add(ctx, "follow_up", dispute=dispute, due_on="5/3/2022", **texts)
    add(ctx, "follow_up", dispute=dispute, due_on="5/3/2022", looked_on="5/3/2022", state="calm")


def test_a_mediator_from_a_team_is_the_same_person_as_the_member(ctx: Context, hamlets: tuple[str, str]) -> None:
    team = add(ctx, "group", name="Tổ hòa giải", kind="mediation", members="3", hamlet=hamlets[0])
    member = add(ctx, "member", team=team, name="Giàng A Sử")
    person = people.start_page(ctx, "member", member)
    dispute = quarrel(ctx, hamlets[0], "Chợ")
    (one,) = mediators.at_hand(ctx, dispute)
    assert people.person_of(ctx, "mediator", mediators.add(ctx, dispute, one)) == person
    assert mediators.at_hand(ctx, dispute) == ()
    assert mediators.at_hand(ctx, quarrel(ctx, hamlets[1], "Chợ")) == ()
