"""What an officer chose and typed while mending a workbook is there again when the same file is opened."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.core.clock import FixedClock
from app.services.context import Context, Officer
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.unfinished import digest_of, drop, find, fitting, keep
from app.services.intake.views import Edit, Wanted
from tests.intake.whole_book import everything
from tests.services.test_intake import GUN, book, verdicts

MARKER = "ZZMARK"
HEAD = ("STT", "Ngày giao nộp", "Loại", "Số lượng", "Thôn/bản", "Dân tộc", "Ghi lại")
ROWS = [(1, "31/4/2021", GUN, 2, "", MARKER, "Xóm trên"), (2, date(2021, 3, 6), GUN, 1, "", MARKER, ""), ("Cộng", "", "", 3)]
EDITS = {("1", 3): Edit({"handed_on": "30/4/2021"}), ("1", 4): Edit(left_out=True), ("1", 5): Edit(as_it_is=True, as_row=True)}
WANTED = {"1": Wanted(targets={6: "#", 5: "notes"}, common={"hamlet": "Bản Pa Te", "informant": "Ai đó"}, encoding="unicode")}


def test_choices_and_corrections_are_found_by_what_the_file_holds(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, ROWS, HEAD)
    opened, digest = open_workbook(ctx, path), digest_of(path)
    keep(ctx, digest, opened, WANTED, EDITS)
    moved = tmp_path / "chép ra chỗ khác.xlsx"
    moved.write_bytes(path.read_bytes())
    kept = find(ctx, digest_of(moved))
    assert kept is not None and kept.edits == EDITS
    assert kept.wanted == {"1": Wanted(targets={6: "#"}, common={"hamlet": "Bản Pa Te"}, encoding="unicode")}
    again = fitting(ctx, kept, open_workbook(ctx, moved))
    assert again == kept and again.count == 5
    assert verdicts(look_over(ctx, opened, again.wanted, again.edits))[0] == (3, "new", "")
    drop(ctx, digest)
    assert find(ctx, digest) is None


def test_only_what_was_typed_is_kept(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, ROWS, HEAD)
    keep(ctx, digest_of(path), open_workbook(ctx, path), WANTED, EDITS)
    held = everything(ctx)
    assert "30/4/2021" in held
    assert not [word for word in (MARKER, "Dân tộc", "Xóm trên", "31/4/2021", "Ai đó", "giao nộp.xlsx") if word in held]


def test_nothing_is_kept_of_a_workbook_that_was_not_touched(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, ROWS, HEAD)
    opened, digest = open_workbook(ctx, path), digest_of(path)
    keep(ctx, digest, opened, {}, EDITS)
    keep(ctx, digest, opened, {"1": Wanted()}, {})
    assert find(ctx, digest) is None


def test_another_officer_and_another_file_find_nothing(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, ROWS, HEAD)
    keep(ctx, digest_of(path), open_workbook(ctx, path), {}, EDITS)
    other = Officer("0" * 31 + "9", "hanh", "Lò Thị Hạnh", "officer")
    assert find(replace(ctx, user=other), digest_of(path)) is None
    assert find(ctx, digest_of(book(tmp_path, ROWS[:2], HEAD, "khác.xlsx"))) is None


def test_what_has_no_place_any_more_is_not_put_back(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, ROWS, HEAD)
    opened = open_workbook(ctx, path)
    keep(ctx, "a", opened, {}, {("1", 3): Edit({"no_such_field": "x"}), ("1", 4): Edit({"pieces": "2"})})
    kept = find(ctx, "a")
    assert kept is not None and fitting(ctx, kept, opened).edits == {("1", 4): Edit({"pieces": "2"})}
    read_otherwise = open_workbook(ctx, path, type_code="meeting")
    assert not fitting(ctx, kept, read_otherwise).edits


def test_what_was_left_for_a_month_is_dropped(ctx: Context, tmp_path: Path) -> None:
    path = book(tmp_path, ROWS, HEAD)
    opened = open_workbook(ctx, path)
    keep(ctx, "old", opened, {}, EDITS)
    later = replace(ctx, clock=FixedClock(datetime.combine(ctx.clock.today(), datetime.min.time()) + timedelta(days=40)))
    keep(later, "new", opened, {}, EDITS)
    assert find(later, "old") is None and find(later, "new") is not None
