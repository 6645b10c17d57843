"""After a merger the unit's figures hold the old unit's, once; months are closed for who was one unit then."""

from collections.abc import Callable
from datetime import date

from app.services import closing, merger, reports
from app.services.context import Context
from app.services.registers.origin import origin
from app.services.session import Session
from app.statistics.closed import missing_months
from app.statistics.periods import between
from tests.services.test_merger import entrance, join, make, meeting, save

__all__ = ["make"]

YEAR = between(date(2022, 1, 1), date(2022, 3, 12))


def sign(ctx: Context, *days: str) -> None:
    with ctx.store.reader() as reader:
        (hamlet,) = reader.window("hamlet", order=("name", "asc"))
    campaign = save(ctx, "campaign", name="Không đốt pháo", starts_on="1/1/2022", signers="household")
    for number, day in enumerate(days):
        texts = {"signed_on": day, "signer_kind": "household", "name": f"Giàng A {'Sử' * (number + 1)}"}
        save(ctx, "commitment", campaign=campaign, hamlet=hamlet.id, **texts)


def test_figures_hold_both_books_once(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU", "Bản Hát"), make("TUCDAN", "Bản Pa Te")
    sign(old.context, "3/2/2022", "20/2/2022", "2/3/2022")
    sign(new.context, "4/2/2022")
    meeting(old.context, "Phòng cháy")
    for session in (old, new):
        closing.close(session.context, "2022-02")
    door, ctx = entrance(old), new.context
    assert reports.build(ctx, YEAR).values["commitments_signed"] == 1
    join(ctx, door, "1/3/2022")
    report = reports.build(ctx, YEAR)
    assert report.values["commitments_signed"] == 4 and report.values["meetings"] == 1
    assert report.by_unit == ()
    behind = reports.rows_behind(ctx, "commitments_signed", YEAR)
    assert sum(each.records for each in behind if each.state.type_code == "commitment") == 4
    assert closing.close(ctx, "2022-02").unchanged == ("2022-02",)
    (sheet,) = closing.close(ctx, "2022-03").sheets
    assert sheet.figures["commitments_signed"] == (1, 0)
    merged = {(s.unit, s.month): s.figures["commitments_signed"] for s in closing.sheets(ctx)}
    assert sum(sum(each) for each in merged.values()) == 4


def test_of_a_unit_that_is_no_more_no_month_is_missing() -> None:
    months = missing_months({}, ("HATLUU", "TUCDAN"), YEAR, date(2022, 3, 12), {"HATLUU": date(2022, 2, 10)})
    assert months == {"HATLUU": ("2022-01",), "TUCDAN": ("2022-01", "2022-02")}


def test_pictures_come_along(make: Callable[..., Session]) -> None:
    old, new = make("HATLUU"), make("TUCDAN")
    name = old.context.store.keep_content(b"a picture")
    join(new.context, entrance(old))
    with new.context.store.reader() as reader:
        assert reader.content(name) == b"a picture"


def test_no_unit_makes_itself_part_of_another(make: Callable[..., Session]) -> None:
    """What a unit below sends up is its own; that it now belongs to this unit is for this unit to say."""
    other, here = make("HATLUU"), make("TUCDAN")
    theirs = meeting(other.context, "Phòng cháy")
    claim = {
        "old_code": "HATLUU",
        "old_name": "Xã Hát Lừu",
        "new_code": "TUCDAN",
        "new_name": "Xã Túc Đán",
        "from_on": "2022-01-01",
    }
    with other.context.store.change("0" * 31 + "1", "merger") as change:
        change.create("unit_succession", claim)
    with other.context.store.reader() as reader:
        here.context.store.receive(list(reader.change_sets(("shared",), {})))
    assert not origin(here.context, "meeting", theirs).own
    assert merger.predecessors(here.context) == ()


def test_predecessors_of_predecessors_count_as_well(make: Callable[..., Session]) -> None:
    first, second, third = make("PAHU", "Bản Pá Hu"), make("HATLUU", "Bản Hát"), make("TUCDAN", "Bản Pa Te")
    meeting(first.context, "Phòng cháy")
    join(second.context, entrance(first), "1/1/2022")
    meeting(second.context, "Ma túy")
    join(third.context, entrance(second), "1/3/2022")
    assert reports.build(third.context, YEAR).values["meetings"] == 2
    assert reports.build(third.context, YEAR).by_unit == ()
    assert merger.predecessors(third.context)[0][0] == "HATLUU"
