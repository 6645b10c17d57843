"""Closed books: officers are refused, the commander gives a reason that stays in the book, and nothing else is held up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.i18n import load
from app.services import awards, campaigns, mediators, registers
from app.services.context import Context
from app.services.registers.asking import NO_ANSWERS, Answers, Asks
from tests.data.conftest import new_store
from tests.services.conftest import OFFICER

BECAUSE = Answers(reason="Biên bản đến muộn")


def save(ctx: Context, code: str, record_id: str | None = None, answers: Answers = NO_ANSWERS, **texts: Any) -> str:
    return registers.save(ctx, code, record_id, {name: str(value) for name, value in texts.items()}, answers=answers).id


def meeting(ctx: Context, on: str, answers: Answers = NO_ANSWERS) -> str:
    return save(ctx, "meeting", answers=answers, held_on=on, form="study", topic="Học tập", attendees=40)


def close(ctx: Context, year: int, book: str = "all") -> str:
    return save(ctx, "closed_book", year=year, book=book, closed_on="1/1/2022")


def late(ctx: Context) -> list[tuple[str, str]]:
    with ctx.store.reader() as reader:
        found = reader.window("late_entry", order=("written_on", "asc"))
    return [(str(r.values["act"]), str(r.values["reason"])) for r in found]


@pytest.fixture
def officer(ctx: Context) -> Context:
    return replace(ctx, user=replace(ctx.user, role="officer"))


def test_an_officer_is_refused_in_a_clear_sentence(ctx: Context, officer: Context) -> None:
    old = meeting(ctx, "1/3/2021")
    close(ctx, 2021)
    for act in (
        lambda: meeting(officer, "5/3/2021"),
        lambda: save(officer, "meeting", old, topic="Khác"),
        lambda: registers.delete(officer, "meeting", old),
        lambda: save(officer, "meeting", meeting(officer, "5/3/2022"), held_on="6/3/2021"),
    ):
        with pytest.raises(UserError) as refused:
            act()
        assert refused.value.code == "book.closed"
    assert late(ctx) == []


def test_the_commander_gives_a_reason_and_it_stays(ctx: Context) -> None:
    close(ctx, 2021, "meeting")
    with pytest.raises(Asks) as asked:
        meeting(ctx, "5/3/2021")
    assert asked.value.typed and asked.value.facts == {"year": 2021}
    with pytest.raises(Asks):
        meeting(ctx, "5/3/2021", Answers(reason="   "))
    held = meeting(ctx, "5/3/2021", BECAUSE)
    save(ctx, "meeting", held, BECAUSE, topic="Khác")
    registers.delete(ctx, "meeting", held, answers=BECAUSE)
    registers.restore(ctx, "meeting", held, answers=BECAUSE)
    assert sorted(act for act, _ in late(ctx)) == ["delete", "edit", "new", "restore"]
    assert {reason for _, reason in late(ctx)} == {BECAUSE.reason}


def test_saving_without_a_change_asks_nothing(ctx: Context) -> None:
    held = meeting(ctx, "5/3/2021")
    close(ctx, 2021)
    save(ctx, "meeting", held, topic="Học tập")
    assert late(ctx) == []


def test_what_belongs_to_a_record_is_closed_with_it(ctx: Context, officer: Context) -> None:
    award = save(
        ctx, "award", number="1/QĐ", decided_on="1/3/2021", authority="CHỦ TỊCH", place="Túc Đán", signer_title="CT", deed="Có"
    )
    close(ctx, 2021, "award")
    with pytest.raises(UserError) as refused:
        save(officer, "awardee", award=award, name="Lò Thị Ánh", collective="0")
    assert refused.value.code == "book.closed"
    assert awards.number_register(officer, award) == 0
    save(ctx, "awardee", answers=BECAUSE, award=award, name="Lò Thị Ánh", collective="0")
    with pytest.raises(UserError) as refused:
        awards.number_register(officer, award)
    assert refused.value.code == "book.closed"


def test_groups_that_began_long_ago_are_still_kept_up(ctx: Context, officer: Context) -> None:
    team = save(ctx, "group", name="Tổ hòa giải", members=3, kind="mediation", founded_on="1/1/2021")
    close(ctx, 2021)
    save(officer, "group", team, members=4)
    with pytest.raises(UserError):
        save(officer, "group", team, founded_on="2/1/2021")
    with pytest.raises(UserError):
        registers.delete(officer, "group", team)


def test_choosing_between_two_versions_is_no_way_around(ctx: Context, officer: Context) -> None:
    held = meeting(ctx, "5/3/2021")
    seen = registers.open_record(ctx, "meeting", held).seen
    for topic in ("Ma túy", "Pháo"):
        registers.save(ctx, "meeting", held, {"topic": topic}, seen)
    close(ctx, 2021)
    _shown, other = registers.rivals(ctx, "meeting", held, "topic")
    with pytest.raises(UserError) as refused:
        registers.settle(officer, "meeting", held, "topic", other.version)
    assert refused.value.code == "book.closed"
    with pytest.raises(Asks):
        registers.settle(ctx, "meeting", held, "topic", other.version)
    registers.settle(ctx, "meeting", held, "topic", other.version, answers=BECAUSE)
    assert late(ctx) == [("edit", BECAUSE.reason)]
    assert registers.open_record(ctx, "meeting", held).conflicts == ()


def test_keeping_the_version_that_is_shown_changes_nothing_in_a_closed_book(ctx: Context, officer: Context) -> None:
    held = meeting(ctx, "5/3/2021")
    seen = registers.open_record(ctx, "meeting", held).seen
    for topic in ("Ma túy", "Pháo"):
        registers.save(ctx, "meeting", held, {"topic": topic}, seen)
    close(ctx, 2021)
    registers.settle(officer, "meeting", held, "topic", registers.rivals(ctx, "meeting", held, "topic")[0].version)
    assert late(ctx) == [] and registers.open_record(ctx, "meeting", held).conflicts == ()


def test_a_mediator_from_a_team_is_not_added_to_a_dispute_of_a_closed_year(ctx: Context) -> None:
    hamlet = save(ctx, "hamlet", name="Bản Mù")
    team = save(ctx, "group", name="Tổ hòa giải", members=3, kind="mediation", hamlet=hamlet)
    save(ctx, "member", team=team, name="Lò Thị Ánh")
    dispute = save(ctx, "dispute", received_on="5/3/2021", hamlet=hamlet, content="Mương nước", matter="water")
    close(ctx, 2021)
    (one,) = mediators.at_hand(ctx, dispute)
    with pytest.raises(UserError) as refused:
        mediators.add(ctx, dispute, one)
    assert refused.value.code == "book.closed" and mediators.at_hand(ctx, dispute) == (one,)


def test_signatures_of_a_closed_year_are_not_taken_back_in_bulk(ctx: Context) -> None:
    hamlet = save(ctx, "hamlet", name="Bản Mù")
    save(ctx, "household", head="Giàng A Sử", hamlet=hamlet)
    wave = save(ctx, "campaign", name="Không đốt pháo", starts_on="1/3/2021", signers="household")
    unsigned = campaigns.ticks(ctx, wave, hamlet)
    campaigns.save_ticks(ctx, campaign=wave, hamlet=hamlet, signed_on="5/3/2021", signed=unsigned)
    (signed,) = campaigns.ticks(ctx, wave, hamlet)
    close(ctx, 2021)
    for act in (
        lambda: campaigns.save_ticks(ctx, campaign=wave, hamlet=hamlet, signed_on="", signed=(), taken_back=(signed,)),
        lambda: campaigns.drop_doubles(ctx, (signed.commitment,)),
    ):
        with pytest.raises(UserError) as refused:
            act()
        assert refused.value.code == "book.closed"
    assert campaigns.ticks(ctx, wave, hamlet) == (signed,)


def test_only_the_commander_closes_and_opening_again_needs_a_reason(ctx: Context, officer: Context) -> None:
    with pytest.raises(UserError) as refused:
        close(officer, 2021)
    assert refused.value.code == "permission.commander"
    closed = close(ctx, 2021)
    with pytest.raises(UserError):
        registers.delete(officer, "closed_book", closed)
    with pytest.raises(Asks):
        registers.delete(ctx, "closed_book", closed)
    registers.delete(ctx, "closed_book", closed, answers=BECAUSE)
    meeting(officer, "5/3/2021")
    with ctx.store.reader() as reader:
        (entry,) = reader.window("late_entry", order=("written_on", "asc"))
    with pytest.raises(UserError):
        registers.delete(ctx, "late_entry", entry.id, answers=BECAUSE)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    closed=st.sets(st.tuples(st.integers(2019, 2022), st.sampled_from(("all", "meeting", "outreach"))), max_size=3),
    held=st.dates(date(2019, 1, 1), date(2022, 3, 1)),
    moved=st.dates(date(2019, 1, 1), date(2022, 3, 1)),
)
def test_a_record_is_held_up_exactly_by_its_own_books_years(
    tmp_path_factory: pytest.TempPathFactory, closed: set[tuple[int, str]], held: date, moved: date
) -> None:
    store = new_store(tmp_path_factory.mktemp("book"))
    try:
        ctx = Context(store, replace(OFFICER, role="officer"), store.clock, load("en"), store.folder)
        chief = replace(ctx, user=OFFICER)
        free = {y for y, book in closed if book in ("all", "meeting")}
        record = meeting(ctx, f"{held:%d/%m/%Y}")
        for year, book in closed:
            close(chief, year, book)
        try:
            save(ctx, "meeting", record, held_on=f"{moved:%d/%m/%Y}")
            refused = False
        except UserError as error:
            assert error.code == "book.closed"
            refused = True
        assert refused is (moved != held and bool({held.year, moved.year} & free))
    finally:
        store.close()
