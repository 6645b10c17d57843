"""A workbook is looked over, corrected, taken in as one batch, and taken back whole."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Cancelled, UserError
from app.services import registers
from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.taking import past, take_in, undo
from app.services.intake.views import KEPT_AS_NOTE, Edit, Judged, Preview, Wanted
from tests.intake.books import SheetOf, Value, xlsx

HEAD = ("STT", "Ngày giao nộp", "Loại", "Số lượng", "Thôn/bản", "Người nhận")
GUN, KNIFE = "Súng tự chế", "Công cụ hỗ trợ"


def book(folder: Path, rows: Sequence[Sequence[Value]], head: Sequence[Value] = HEAD, name: str = "giao nộp.xlsx") -> Path:
    return xlsx(folder / name, SheetOf("Sheet1", [("SỔ GIAO NỘP VŨ KHÍ, PHÁO NĂM 2021",), head, *rows]))


def looked(ctx: Context, path: Path, **said: Any) -> Preview:
    return look_over(ctx, open_workbook(ctx, path), **said)


def verdicts(preview: Preview) -> list[tuple[int, str, str]]:
    return [(row.number, row.verdict, row.reason) for row in preview.rows]


def row(preview: Preview, number: int) -> Judged:
    return next(found for found in preview.rows if found.number == number)


def records(ctx: Context, type_code: str) -> list[dict[str, Any]]:
    with ctx.store.reader() as reader:
        return [dict(view.values) for view in reader.window(type_code, order=("created", "asc"))]


GOOD = (1, date(2021, 3, 5), GUN, 2, "Bản Pa Te", "Lò Văn A")


def test_rows_become_records_and_go_again_in_one(ctx: Context, tmp_path: Path) -> None:
    with ctx.store.reader() as reader:
        before = {name: rows for name, rows in reader.dump().items() if name != "journal"}
    preview = looked(ctx, book(tmp_path, [GOOD, (2, "13.4.2021", KNIFE, "3 cái", "BAN PA TE", ""), ("Cộng", "", "", 5)]))
    assert verdicts(preview) == [(3, "new", ""), (4, "new", ""), (5, "left_out", "total")]
    assert preview.created == (("hamlet", "Bản Pa Te"),)
    assert records(ctx, "hand_in") == []
    taken = take_in(ctx, preview)
    assert taken.new == 2
    made = records(ctx, "hand_in")
    assert [(one["handed_on"], one["pieces"]) for one in made] == [("2021-03-05", 2), ("2021-04-13", 3)]
    assert made[0]["hamlet"] == made[1]["hamlet"] is not None
    assert made[0]["notes"] == "Người nhận: Lò Văn A"
    assert [(one.name, one.new, one.undone) for one in past(ctx)] == [("giao nộp.xlsx", 2, False)]
    undo(ctx, taken.batch)
    assert records(ctx, "hand_in") == [] == records(ctx, "hamlet")
    assert past(ctx)[0].undone
    with pytest.raises(UserError, match=r"intake\.undone"):
        undo(ctx, taken.batch)
    with pytest.raises(UserError, match=r"intake\.no_batch"):
        undo(ctx, "nope")
    with ctx.store.reader() as reader:
        after = reader.dump()
    assert before["search"] == after["search"]


def test_the_same_workbook_again_brings_nothing_new(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, [GOOD])
    take_in(ctx, looked(ctx, path))
    again = looked(ctx, path)
    assert verdicts(again) == [(3, "duplicate", "in_book")]
    like = row(again, 3).like
    assert like is not None
    assert registers.open_record(ctx, "hand_in", like.record_id).texts["pieces"] == "2"
    with pytest.raises(UserError, match=r"intake\.nothing_new"):
        take_in(ctx, again)


def test_the_four_add_up_to_the_rows_that_were_read(ctx: Context, tmp_path: Path) -> None:
    take_in(ctx, looked(ctx, book(tmp_path, [GOOD], name="đã nhập.xlsx")))
    new, odd = (2, "6.3.2021", GUN, 1, "", ""), (3, "31/4/2021", GUN, 1, "", "")
    rows = [GOOD, new, odd, (), ("Tổng số: 3",), ("", "", "", "NGƯỜI LẬP BIỂU")]
    preview = looked(ctx, book(tmp_path, rows))
    assert [preview.count(verdict) for verdict in ("new", "duplicate", "review", "left_out")] == [1, 1, 1, 3]
    assert len(preview.rows) == 6
    assert preview.reasons == {"in_book": 1, "date.impossible": 1, "empty": 1, "total": 1, "signature": 1}


def test_a_row_to_look_at_is_mended_left_out_or_taken_as_it_is(ctx: Context, tmp_path: Path) -> None:
    registers.save(ctx, "hamlet", None, {"name": "Bản Nà Luông"})
    path = book(tmp_path, [(1, "31/4/2021", GUN, 1, "", ""), (2, "", GUN, 1, "", ""), (3, "1/4/2021", GUN, 1, "Bản Nà Luôn", "")])
    opened = open_workbook(ctx, path)
    assert verdicts(look_over(ctx, opened)) == [
        (3, "review", "date.impossible"),
        (4, "review", "missing"),
        (5, "review", "hamlet.near"),
    ]
    key = opened.tables[0].key
    edits = {(key, 3): Edit({"handed_on": "30/4/2021"}), (key, 4): Edit(left_out=True), (key, 5): Edit(as_it_is=True)}
    mended = look_over(ctx, opened, edits=edits)
    assert verdicts(mended) == [(3, "new", ""), (4, "left_out", "by_hand"), (5, "new", "")]
    take_in(ctx, mended)
    assert [one["name"] for one in records(ctx, "hamlet")] == ["Bản Nà Luông", "Bản Nà Luôn"]


def test_a_corrected_column_is_remembered_for_sheets_of_this_shape(ctx: Context, tmp_path: Path) -> None:
    head = ("STT", "Ngày giao nộp", "Loại", "Số lượng", "Nơi thu", "Dân tộc")
    first = book(tmp_path, [(1, "5/3/2021", GUN, 2, "Pa Te", "ZZMARK")], head)
    opened = open_workbook(ctx, first)
    assert {column.heading: column.target for column in opened.tables[0].columns}["Nơi thu"] == KEPT_AS_NOTE
    assert all("ZZMARK" not in sample for column in opened.tables[0].columns for sample in column.samples)
    take_in(ctx, look_over(ctx, opened, {opened.tables[0].key: Wanted(targets={4: "hamlet"})}))
    assert [one["name"] for one in records(ctx, "hamlet")] == ["Pa Te"]
    second = open_workbook(ctx, book(tmp_path, [(1, "6/3/2021", GUN, 2, "Pa Te", "ZZMARK")], head, "khác.xlsx")).tables[0]
    assert second.remembered
    assert {column.heading: column.target for column in second.columns}["Nơi thu"] == "hamlet"


def test_what_no_column_gives_is_given_once_for_the_whole_table(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, [(1, GUN, 2), (2, GUN, 3)], ("STT", "Loại", "Số lượng"))
    opened = open_workbook(ctx, path, type_code="hand_in")
    assert opened.tables[0].needed == ("handed_on",)
    preview = look_over(ctx, opened, {opened.tables[0].key: Wanted(common={"handed_on": "5/3/2021"})})
    assert preview.count("new") >= 1
    assert {found.values["handed_on"] for found in preview.rows} == {"2021-03-05"}


class Stopping:
    """Cancels at the first step of writing."""

    def __init__(self, at: str) -> None:
        self._at = at

    def step(self, done: int, total: int, what: str) -> None:
        if what == self._at and done:
            raise Cancelled


def test_stopped_half_way_nothing_is_left(ctx: Context, tmp_path: Path) -> None:
    rows = [(n, "5/3/2021", GUN, n, "Pa Te", "") for n in range(1, 500)]
    preview = looked(ctx, book(tmp_path, rows))
    with pytest.raises(Cancelled):
        take_in(ctx, preview, Stopping("Recording the rows"))
    assert records(ctx, "hand_in") == [] == records(ctx, "hamlet")
    assert past(ctx) == ()
    assert take_in(ctx, preview).new == 499


def test_what_was_recorded_since_the_preview_is_not_recorded_twice(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, [GOOD, (2, "13.4.2021", KNIFE, 3, "Pa Te", "")])
    early = looked(ctx, path)
    take_in(ctx, looked(ctx, path))
    with pytest.raises(UserError, match=r"intake\.nothing_new"):
        take_in(ctx, early)
    assert len(records(ctx, "hand_in")) == 2


def test_a_closed_book_takes_no_row_silently(ctx: Context, tmp_path: Path) -> None:
    registers.save(ctx, "closed_book", None, {"year": "2021", "book": "all", "closed_on": "1/1/2022"})
    assert verdicts(looked(ctx, book(tmp_path, [GOOD]))) == [(3, "review", "book.closed")]


def test_of_an_id_number_in_a_column_nobody_knows_only_the_end_is_kept(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, [(*GOOD[:5], "015084001234")], (*HEAD[:5], "Thẻ đã xem"))
    take_in(ctx, looked(ctx, path))
    assert records(ctx, "hand_in")[0]["notes"] == "Thẻ đã xem: …1234"


def test_what_a_later_import_refers_to_stays_when_the_earlier_one_is_undone(ctx: Context, tmp_path: Path) -> None:
    first = take_in(ctx, looked(ctx, book(tmp_path, [GOOD])))
    second = book(tmp_path, [(1, "13.4.2021", KNIFE, 3, "Bản Pa Te", "")], name="sau.xlsx")
    take_in(ctx, looked(ctx, second))
    undone = undo(ctx, first.batch)
    assert [(left.type, left.group) for left in undone.left] == [("hamlet", "life")]
    assert [one["name"] for one in records(ctx, "hamlet")] == ["Bản Pa Te"]
    assert len(records(ctx, "hand_in")) == 1
    assert verdicts(looked(ctx, second)) == [(3, "duplicate", "in_book")]


def test_days_that_nothing_tells_the_order_of_are_told(ctx: Context, tmp_path: Path) -> None:
    unclear = [(1, date(2021, 3, 5), GUN, 1, "", ""), (2, date(2021, 4, 6), GUN, 1, "", "")]
    clear = [*unclear, (3, date(2021, 4, 16), GUN, 1, "", "")]
    told = [{notice.code for notice in looked(ctx, book(tmp_path, rows)).warnings} for rows in (unclear, clear)]
    assert ["dates.both_ways" in codes for codes in told] == [True, False]
