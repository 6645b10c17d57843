"""Sheets of certificates: what became of them, whether a certificate holds, and how many blanks are left."""

from datetime import date

import pytest

from app.core.errors import InvalidRecord, UserError
from app.services import registers
from app.services.awards import sheets
from app.services.awards.sheets import Standing
from app.services.context import Context
from tests.services.test_award_nominees import decide


def award(ctx: Context, *names: str) -> list[str]:
    decision = decide(ctx)
    return [registers.save(ctx, "awardee", None, {"award": decision, "name": name}).id for name in names]


def sheet(ctx: Context, awardee: str, **texts: str) -> str:
    given = {"awardee": awardee, "printed_on": "5/3/2022", "on_blank": "1", "state": "printed", **texts}
    return registers.save(ctx, "award_sheet", None, given).id


def bought(ctx: Context, count: int, act: str = "received") -> None:
    registers.save(ctx, "blank_entry", None, {"entered_on": "1/3/2022", "act": act, "count": str(count)})


def test_a_certificate_of_which_no_sheet_is_known_is_neither_good_nor_bad(ctx: Context) -> None:
    (one,) = award(ctx, "Lò Văn Mẫu")
    assert sheets.standing_of(ctx, one).standing is Standing.UNKNOWN


def test_a_recalled_certificate_says_when_and_why_until_another_is_printed(ctx: Context) -> None:
    (one,) = award(ctx, "Lò Văn Mẫu")
    sheet(ctx, one, state="recalled", recalled_on="10/3/2022", reason="In sai tên")
    found = sheets.standing_of(ctx, one)
    assert (found.standing, found.recalled_on, found.reason) == (Standing.RECALLED, date(2022, 3, 10), "In sai tên")
    sheet(ctx, one, printed_on="11/3/2022", state="handed", handed_on="12/3/2022")
    found = sheets.standing_of(ctx, one)
    assert (found.standing, found.sheets, found.reason) == (Standing.HANDED, 2, "")


def test_a_spoiled_sheet_says_nothing_about_the_good_one(ctx: Context) -> None:
    one, other = award(ctx, "Lò Văn Mẫu", "Giàng A Mẫu")
    sheet(ctx, one)
    sheet(ctx, one, state="spoiled")
    sheet(ctx, other, state="spoiled")
    assert sheets.standing_of(ctx, one).standing is Standing.PRINTED
    assert sheets.standing_of(ctx, other).standing is Standing.SPOILED


@pytest.mark.parametrize("texts", [{"state": "handed"}, {"state": "recalled"}, {"recalled_on": "6/3/2022"}])
def test_a_sheet_says_when_and_why(ctx: Context, texts: dict[str, str]) -> None:
    (one,) = award(ctx, "Lò Văn Mẫu")
    with pytest.raises(InvalidRecord):
        sheet(ctx, one, **texts)


def test_the_stock_is_counted_from_what_came_and_what_was_printed(ctx: Context) -> None:
    one, other = award(ctx, "Lò Văn Mẫu", "Giàng A Mẫu")
    bought(ctx, 50)
    bought(ctx, 3, "spoiled")
    bought(ctx, 10, "given")
    sheet(ctx, one)
    sheet(ctx, one, state="spoiled")
    sheet(ctx, other, on_blank="0")
    found = sheets.stock(ctx)
    assert (found.received, found.used, found.spoiled, found.given, found.left) == (50, 1, 4, 10, 35)


def test_many_are_written_down_at_once_and_taken_back_at_once(ctx: Context) -> None:
    people = award(ctx, *(f"Lò Văn Mẫu {number}" for number in range(5)))
    bought(ctx, 10)
    sheets.note_printed(ctx, people, on_blank=True)
    assert sheets.stock(ctx).left == 5
    handing, count = sheets.hand_over(ctx, people[:2])
    assert count == 2
    assert [sheets.standing_of(ctx, each).standing for each in people[1:3]] == [Standing.HANDED, Standing.PRINTED]
    assert sheets.hand_over(ctx, people[:2])[1] == 0
    sheets.undo(ctx, handing)
    assert sheets.standing_of(ctx, people[0]).standing is Standing.PRINTED
    again = sheets.note_printed(ctx, people, on_blank=True)
    assert sheets.stock(ctx).left == 0
    sheets.undo(ctx, again)
    assert sheets.stock(ctx).left == 5


def test_a_closed_book_takes_no_sheets(ctx: Context) -> None:
    people = award(ctx, "Lò Văn Mẫu")
    registers.save(ctx, "closed_book", None, {"year": "2022", "book": "award", "closed_on": "1/1/2022"})
    with pytest.raises(UserError, match=r"book\.closed"):
        sheets.note_printed(ctx, people, on_blank=True)
