"""Signing: lists, saving whole and undoing, carrying forward, withdrawals, who had moved; and the papers made of them."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import InvalidRecord
from app.core.progress import SILENT
from app.documents.official.model import Paper, Table
from app.services import campaigns, papers, registers, roster
from app.services.campaigns import Tick
from app.services.context import Context
from app.statistics.compute import compute
from app.statistics.periods import between
from tests.data.conftest import new_store


def add(ctx: Context, type_code: str, **texts: str) -> str:
    return registers.save(ctx, type_code, None, texts).id


class Village:
    """A hamlet of three households and a campaign."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.hamlet = add(ctx, "hamlet", name="Bản Pa Te", households="4")
        self.other = add(ctx, "hamlet", name="Bản Tống Trong", households="2")
        people = (("Giàng A Sử", "1980", "Xóm trên"), ("Lò Thị Ánh", "3/5/1991", ""), ("Mùa A Chu", "", ""))
        self.homes = {
            head: add(ctx, "household", head=head, hamlet=self.hamlet, birth=born, address=place) for head, born, place in people
        }
        self.campaign = self.begin("Không tàng trữ vũ khí", "14/1/2022")

    def begin(self, name: str, starts_on: str, **texts: str) -> str:
        return add(self.ctx, "campaign", name=name, starts_on=starts_on, **({"signers": "everybody", "text": "Một.\nHai."} | texts))

    def ticks(self, campaign: str = "", hamlet: str = "", kind: str = "household") -> dict[str, Tick]:
        found = campaigns.ticks(self.ctx, campaign or self.campaign, hamlet or self.hamlet, kind)
        return {tick.name: tick for tick in found}

    def sign(self, *heads: str, campaign: str = "", day: str = "20/1/2022") -> campaigns.SavedTicks:
        ticks = self.ticks(campaign)
        return campaigns.save_ticks(
            self.ctx,
            campaign=campaign or self.campaign,
            hamlet=self.hamlet,
            signed_on=day,
            signed=[ticks[head] for head in heads or self.homes],
        )

    def signature(self, head: str) -> str:
        return self.ticks()[head].commitment


@pytest.fixture
def village(ctx: Context) -> Village:
    return Village(ctx)


def standing(ctx: Context, type_code: str, record_id: str) -> dict[str, Any]:
    with ctx.store.reader() as reader:
        view = reader.get(type_code, record_id)
    assert view is not None
    return {**view.values, "flags": view.flags}


def test_a_list_is_saved_whole_and_undone_whole(ctx: Context, village: Village) -> None:
    done = village.sign("Giàng A Sử", "Mùa A Chu")
    assert (done.signed, done.taken_back) == (2, 0)
    assert [(t.name, t.signed_on) for t in village.ticks().values()] == [
        ("Lò Thị Ánh", ""),
        ("Mùa A Chu", "20/01/2022"),
        ("Giàng A Sử", "20/01/2022"),
    ]
    assert campaigns.undo(ctx, done.batch).deleted == 2
    assert not any(tick.stands for tick in village.ticks().values())


def test_who_signed_in_the_meantime_does_not_sign_twice(ctx: Context, village: Village) -> None:
    seen = list(village.ticks().values())
    village.sign("Giàng A Sử")
    done = campaigns.save_ticks(ctx, campaign=village.campaign, hamlet=village.hamlet, signed_on="20/1/2022", signed=seen)
    assert done.signed == 2
    with ctx.store.reader() as reader:
        assert reader.count("commitment") == 3


@pytest.mark.parametrize("day", ["", "31/2/2022", "13/3/2022"])
def test_a_day_that_cannot_be_is_refused_and_nothing_is_written(ctx: Context, village: Village, day: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        village.sign(day=day)
    assert [problem.field for problem in refused.value.problems] == ["signed_on"]
    with ctx.store.reader() as reader:
        assert reader.count("commitment") == 0


def test_a_signature_shows_for_ever_what_was_signed(ctx: Context, village: Village) -> None:
    village.sign("Giàng A Sử")
    signature = village.signature("Giàng A Sử")
    registers.save(ctx, "commitment", signature, {"signed_on": "25/1/2022", "name": "Giàng A Páo"})
    shown = standing(ctx, "commitment", signature)
    assert (shown["signed_on"], shown["name"]) == ("2022-01-20", "Giàng A Sử")
    assert "amended" in shown["flags"]


def test_a_withdrawn_signature_stands_on_no_list_and_is_not_carried_on(ctx: Context, village: Village) -> None:
    village.sign()
    add(ctx, "withdrawal", commitment=village.signature("Mùa A Chu"), withdrawn_on="1/2/2022", told="phone")
    assert village.ticks()["Mùa A Chu"].withdrawn_on == "01/02/2022"
    assert not village.ticks()["Mùa A Chu"].stands
    [line, _] = campaigns.hamlets(ctx, village.campaign)
    assert (line.signed, line.percent) == (2, 50)
    later = village.begin("Đợt sau", "1/3/2022")
    carried = campaigns.ticks_before(ctx, campaign=later, earlier=village.campaign, hamlet=village.hamlet)
    assert [tick.name for tick in carried] == ["Lò Thị Ánh", "Giàng A Sử"]


def test_a_signature_is_withdrawn_once(ctx: Context, village: Village) -> None:
    village.sign()
    values = {"commitment": village.signature("Mùa A Chu"), "withdrawn_on": "1/2/2022"}
    registers.save(ctx, "withdrawal", None, values)
    with pytest.raises(InvalidRecord):
        registers.save(ctx, "withdrawal", None, values)


def test_whoever_left_is_on_no_later_list_and_stays_where_they_signed(ctx: Context, village: Village) -> None:
    village.sign()
    add(ctx, "household_change", household=village.homes["Mùa A Chu"], kind="moved_out", changed_on="1/2/2022")
    later = village.begin("Đợt sau", "1/3/2022")
    assert set(village.ticks(later)) == {"Lò Thị Ánh", "Giàng A Sử"}
    assert village.ticks()["Mùa A Chu"].stands
    assert [line.roster for line in campaigns.hamlets(ctx, later)] == [2, 0]
    assert [line.roster for line in campaigns.hamlets(ctx, village.campaign)] == [3, 0]


def test_whoever_came_after_a_campaign_ended_is_not_on_its_list(ctx: Context, village: Village) -> None:
    ended = village.begin("Đợt cũ", "1/1/2021", ends_on="31/1/2021")
    add(ctx, "household", head="Sùng A Páo", hamlet=village.hamlet, came_on="1/2/2022")
    assert "Sùng A Páo" not in village.ticks(ended)
    assert "Sùng A Páo" in village.ticks()


def test_whoever_signed_in_one_hamlet_does_not_sign_again_in_the_next(ctx: Context, village: Village) -> None:
    village.sign()
    roster.join_hamlets(ctx, village.hamlet, village.other, "1/3/2022")
    there = village.ticks(hamlet=village.other)
    assert {head: tick.stands for head, tick in there.items()} == dict.fromkeys(village.homes, True)
    assert {head: tick.stands for head, tick in village.ticks().items()} == dict.fromkeys(village.homes, True)


def test_a_hamlet_that_ended_is_in_no_later_campaign(ctx: Context, village: Village) -> None:
    roster.join_hamlets(ctx, village.hamlet, village.other, "1/2/2022")
    later = village.begin("Đợt sau", "1/3/2022")
    assert [line.name for line in campaigns.hamlets(ctx, later)] == ["Bản Tống Trong"]
    assert len(campaigns.hamlets(ctx, village.campaign)) == 2


def test_schools_sign_as_one_with_the_number_of_their_pupils(ctx: Context, village: Village) -> None:
    add(ctx, "establishment", name="Trường THCS", kind="school", pupils="320", hamlet=village.other)
    [tick] = campaigns.ticks(ctx, village.campaign, "", "establishment")
    campaigns.save_ticks(ctx, campaign=village.campaign, hamlet="", kind="establishment", signed_on="20/1/2022", signed=[tick])
    [signed] = campaigns.ticks(ctx, village.campaign, "", "establishment")
    kept = standing(ctx, "commitment", signed.commitment)
    assert (kept["pupils"], kept["hamlet"], kept["signer_kind"]) == (320, village.other, "establishment")
    [line] = campaigns.hamlets(ctx, village.campaign, "establishment")
    assert (line.signed, line.roster) == (1, 1)


def test_people_are_carried_on_by_name(ctx: Context, village: Village) -> None:
    people = [campaigns.by_name("Lò Văn Thuận", village.hamlet), campaigns.by_name("Vàng A Dê", village.hamlet)]
    campaigns.save_ticks(ctx, campaign=village.campaign, hamlet=village.hamlet, kind="person", signed_on="20/1/2022", signed=people)
    assert set(village.ticks(kind="person")) == {"Lò Văn Thuận", "Vàng A Dê"}
    later = village.begin("Đợt sau", "1/3/2022")
    assert [line.id for line in campaigns.signed_before(ctx, later, "person")] == [village.campaign]
    carried = campaigns.ticks_before(ctx, campaign=later, earlier=village.campaign, hamlet=village.hamlet, kind="person")
    assert [tick.name for tick in carried] == ["Vàng A Dê", "Lò Văn Thuận"]


def test_the_day_offered_is_today_while_the_campaign_goes_on(ctx: Context, village: Village) -> None:
    assert campaigns.day_to_offer(ctx, village.campaign) == ctx.clock.today()
    over = village.begin("Đợt cũ", "1/1/2021", ends_on="31/1/2021")
    assert campaigns.day_to_offer(ctx, over).isoformat() == "2021-01-31"
    village.sign("Giàng A Sử", campaign=over, day="20/1/2021")
    assert campaigns.day_to_offer(ctx, over).isoformat() == "2021-01-20"


def test_a_sheet_counts_without_names_and_is_one_for_two_laptops(ctx: Context, village: Village) -> None:
    campaigns.save_counts(ctx, village.campaign, village.hamlet, {"away": "2", "moved": "", "not_reached": "1"})
    first = campaigns.sheet(ctx, village.campaign, village.hamlet)
    assert first.counts == {"away": "2", "moved": "", "not_reached": "1"}
    registers.delete(ctx, "signing_sheet", first.id)
    assert campaigns.sheet(ctx, village.campaign, village.hamlet).id == ""
    assert campaigns.begin_sheet(ctx, village.campaign, village.hamlet) == first.id
    assert campaigns.sheet(ctx, village.campaign, village.hamlet).counts["away"] == "2"


def test_two_laptops_begin_one_sheet_and_count_one_household_once(ctx: Context, village: Village, tmp_path: Path) -> None:
    with ctx.store.reader() as reader:
        so_far = list(reader.change_sets(("shared", "station"), {}))
    store = new_store(tmp_path / "other laptop", seed="b")
    other = Context(store, ctx.user, store.clock, ctx.say, store.folder)
    store.receive(so_far)
    for laptop, away in ((ctx, "1"), (other, "1")):
        ticks = campaigns.ticks(laptop, village.campaign, village.hamlet)
        campaigns.save_ticks(laptop, campaign=village.campaign, hamlet=village.hamlet, signed_on="20/1/2022", signed=ticks)
        campaigns.save_counts(laptop, village.campaign, village.hamlet, {"away": away, "moved": "", "not_reached": ""})
    with store.reader() as reader:
        theirs = list(reader.change_sets(("shared", "station"), {}))
    ctx.store.receive(theirs)
    store.close()
    with ctx.store.reader() as reader:
        assert reader.count("signing_sheet") == 1
        assert reader.conflicts() == []
        assert reader.count("commitment") == 6
        january = between(date(2022, 1, 1), date(2022, 1, 31))
        found = compute(reader, january, own_unit=ctx.store.unit, sheets={})
    assert found["households_committed"].value == 3
    assert found["commitments_signed"].value == 6
    assert [tick.stands for tick in village.ticks().values()] == [True] * 3
    twice = campaigns.doubles(ctx, village.campaign)
    assert len(twice) == 3
    batch = campaigns.drop_doubles(ctx, twice)
    assert campaigns.doubles(ctx, village.campaign) == ()
    assert [line.signed for line in campaigns.hamlets(ctx, village.campaign)] == [3, 0]
    campaigns.undo(ctx, batch)
    assert len(campaigns.doubles(ctx, village.campaign)) == 3


def test_a_sheet_begun_in_its_register_is_the_one_the_list_uses(ctx: Context, village: Village) -> None:
    typed = add(ctx, "signing_sheet", campaign=village.campaign, hamlet=village.hamlet, away="3")
    assert campaigns.begin_sheet(ctx, village.campaign, village.hamlet) == typed
    campaigns.save_counts(ctx, village.campaign, village.hamlet, {"away": "2", "moved": "1", "not_reached": ""})
    assert standing(ctx, "signing_sheet", typed)["moved"] == 1


def test_figures_count_what_was_signed_whatever_is_typed_or_withdrawn_later(ctx: Context, village: Village) -> None:
    def figures() -> dict[str, int]:
        with ctx.store.reader() as reader:
            january = between(date(2022, 1, 1), date(2022, 1, 31))
            found = compute(reader, january, own_unit=ctx.store.unit, sheets={})
        return {code: found[code].value for code in ("commitments_signed", "households_committed", "establishments_committed")}

    village.sign()
    add(ctx, "establishment", name="Trường THCS", kind="school", pupils="320")
    schools = campaigns.ticks(ctx, village.campaign, "", "establishment")
    campaigns.save_ticks(ctx, campaign=village.campaign, hamlet="", kind="establishment", signed_on="20/1/2022", signed=schools)
    people = [campaigns.by_name("Lò Văn Thuận", village.hamlet)]
    campaigns.save_ticks(ctx, campaign=village.campaign, hamlet=village.hamlet, kind="person", signed_on="20/1/2022", signed=people)
    signed = {"commitments_signed": 5, "households_committed": 3, "establishments_committed": 1}
    assert figures() == signed
    registers.save(ctx, "commitment", village.signature("Giàng A Sử"), {"signed_on": "25/2/2022"})
    add(ctx, "withdrawal", commitment=village.signature("Mùa A Chu"), withdrawn_on="1/2/2022")
    assert figures() == signed


def table(paper: object) -> list[tuple[object, ...]]:
    assert isinstance(paper, Paper)
    [found] = [block for block in paper.blocks if isinstance(block, Table)]
    return [row.cells for row in found.rows]


def test_the_sheet_to_be_signed_names_the_roster_and_leaves_room(ctx: Context, village: Village) -> None:
    sheet = campaigns.begin_sheet(ctx, village.campaign, village.hamlet)
    made = papers.make(ctx, "sign_sheet", sheet, type_code="signing_sheet").content
    rows = table(made)
    assert rows[:3] == [
        ("1", "Lò Thị Ánh", "1991", "", "", ""),
        ("2", "Mùa A Chu", "", "", "", ""),
        ("3", "Giàng A Sử", "1980", "Xóm trên", "", ""),
    ]
    assert [row[1] for row in rows[3:]] == [""] * 6
    assert isinstance(made, Paper)
    texts = [block.text for block in made.blocks if not isinstance(block, Table) and hasattr(block, "text")]
    assert "1. Một." in texts and "2. Hai." in texts


def test_the_list_of_signers_leaves_out_who_withdrew(ctx: Context, village: Village) -> None:
    village.sign()
    add(ctx, "withdrawal", commitment=village.signature("Mùa A Chu"), withdrawn_on="1/2/2022")
    sheet = campaigns.begin_sheet(ctx, village.campaign, village.hamlet)
    rows = table(papers.make(ctx, "signed_list", sheet, type_code="signing_sheet").content)
    assert [(row[1], row[4]) for row in rows] == [("Lò Thị Ánh", "20/01/2022"), ("Giàng A Sử", "20/01/2022")]


def test_the_summary_names_nobody_and_adds_up(ctx: Context, village: Village) -> None:
    village.sign("Giàng A Sử")
    campaigns.save_counts(ctx, village.campaign, village.hamlet, {"away": "2"})
    made = papers.make(ctx, "campaign_summary", village.campaign, type_code="campaign")
    assert not made.names
    assert table(made.content) == [
        ("1", "Bản Pa Te", 4, 1, "25", 2, None, None),
        ("2", "Bản Tống Trong", 2, 0, "0", None, None, None),
        ("", "Cộng", 6, 1, "16", 2, None, None),
    ]


def test_the_list_of_all_signers_is_a_book(ctx: Context, village: Village) -> None:
    village.sign("Giàng A Sử")
    made = papers.make(ctx, "campaign_signed", village.campaign, type_code="campaign")
    assert made.names
    rows = [row.cells for row in made.content.rows(SILENT)]  # type: ignore[union-attr] # a Book is what this paper is
    assert [row[0] for row in rows] == ["Bản Pa Te (hộ gia đình)", 1]
    assert papers.render(made, ".xlsx")[:2] == b"PK"
    assert io.BytesIO(papers.render(made, ".pdf")).read(4) == b"%PDF"
