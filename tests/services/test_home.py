"""What is due over a real book, and what the home page is told."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import InvalidRecord
from app.core.ids import fixed_id
from app.services import drafts, due, home, reports
from app.services.context import Context
from app.services.due.intervals import months_after
from app.statistics.periods import PeriodKind, neighbour, period_of
from tests.data.conftest import new_store

NOW = datetime(2022, 11, 21, 9, 0)
TODAY = NOW.date()


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def add(ctx: Context, type_code: str, values: Mapping[str, Any], record: str | None = None) -> str:
    with ctx.store.change(ctx.user.id, "new") as change:
        return change.create(type_code, values, record)


@pytest.fixture
def book(ctx: Context) -> Context:
    """A station's book, begun today."""
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.move_to(NOW)
    add(ctx, "unit", {"code": ctx.store.unit, "name": "Xã Túc Đán", "phone": "0216123456"}, fixed_id("unit", ctx.store.unit))
    return ctx


def found(ctx: Context) -> dict[str, list[tuple[str, int, bool]]]:
    """By kind: title, days left, late."""
    return {
        group.kind: [(item.title, (item.on - TODAY).days, item.overdue) for item in group.items] for group in due.everything(ctx)
    }


def test_an_empty_book_asks_for_nothing(book: Context) -> None:
    assert due.everything(book) == ()


def test_a_tip_off_runs_by_the_hour_and_by_the_day(book: Context) -> None:
    tip = {"received_at": "2022-11-20T22:00", "received_on": "2022-11-20", "kind": "report", "state": "new", "content": "x"}
    record = add(book, "tip_off", tip)
    (passing, checking) = due.everything(book)
    assert (passing.kind, passing.items[0].hours, passing.items[0].overdue) == ("pass_on", 13, False)
    assert (checking.kind, checking.items[0].on) == ("check", date(2022, 11, 27))
    assert (passing.items[0].page, passing.items[0].record_id) == ("tip_off", record)
    assert isinstance(book.clock, FixedClock)
    book.clock.advance(timedelta(hours=14))
    assert due.everything(book)[0].items[0].hours == -1
    assert due.everything(book)[0].overdue == 1
    with book.store.change("x", "edit") as change:
        change.update("tip_off", record, {"passed_at": "2022-11-21T10:00"})
    assert due.everything(book) == ()


def test_tasks_and_plans(book: Context) -> None:
    plan = add(book, "plan", {"issued_on": day(-90), "title": "Ngày hội", "number": "3/KH", "ends_on": day(5)})
    add(book, "plan_task", {"plan": plan, "task": "Họp dân", "due_on": day(-3)})
    add(book, "plan_task", {"plan": plan, "task": "Chọn điểm", "due_on": day(7)})
    add(book, "plan_task", {"plan": plan, "task": "Xa", "due_on": day(8)})
    add(book, "plan_task", {"plan": plan, "task": "Xong", "due_on": day(-5), "done_on": day(-6)})
    assert found(book) == {"task": [("Họp dân", -3, True), ("Chọn điểm", 7, False)], "plan": [("3/KH · Ngày hội", 5, False)]}


def test_boards_by_their_last_check_and_by_their_number(book: Context) -> None:
    board = {"kind": "board", "place": "Chợ", "installed_on": "2021-01-05", "number_shown": "0216123456"}
    add(book, "board", {**board, "checked_on": "2022-05-20"})
    add(book, "board", {**board, "place": "Trường", "checked_on": "2022-11-01", "number_shown": "0987000111"})
    add(book, "board", {**board, "place": "Cũ", "removed_on": "2022-02-01"})
    assert found(book) == {"board": [("Chợ", -1, True)], "number": [("Trường", 0, False)]}


def test_people_are_visited_after_their_last_visit(book: Context) -> None:
    person = {"name": "Giàng A Páo", "began_on": day(-100), "keep_until": day(900)}
    one = add(book, "reintegration", person)
    add(book, "visit", {"person": one, "visited_on": day(-80)})
    add(book, "visit", {"person": one, "visited_on": day(-40)})
    add(book, "reintegration", {**person, "name": "Mùa A Tủa", "ended_on": day(-50), "outcome": "progress", "keep_until": day(0)})
    add(book, "trusted_person", {"name": "Lý A Dê", "review_on": day(-1)})
    assert found(book) == {
        "visit": [("Giàng A Páo", -10, True)],
        "keep_until": [("Mùa A Tủa", 0, False)],
        "recognition": [("Lý A Dê", -1, True)],
    }


def test_areas_places_and_disputes(book: Context) -> None:
    area = {"area": "Khu chợ", "decided_on": "2020-01-01", "measures_on": "2022-05-21"}
    add(book, "key_area", area)
    add(book, "key_area", {**area, "area": "Bản xa", "measures_until": day(30)})
    add(book, "hot_spot", {"arisen_on": day(-8), "place": "Suối"})
    add(book, "mass_complaint", {"arisen_on": day(-8), "place": "Đập", "settled_on": day(-2)})
    add(book, "dispute", {"received_on": day(-15), "place": "Nương", "matter": "land", "content": "x", "outcome": "pending"})
    again = add(
        book, "dispute", {"received_on": day(-60), "place": "Bờ ao", "matter": "land", "content": "x", "outcome": "mediated"}
    )
    add(book, "follow_up", {"dispute": again, "due_on": day(2)})
    titles = {kind: [(title.split(" · ")[-1], days) for title, days, _ in items] for kind, items in found(book).items()}
    assert titles == {"key_area": [("Khu chợ", 0)], "hot_spot": [("Suối", -1)], "follow_up": [("Nương", 0), ("Bờ ao", 2)]}


def test_a_site_not_reviewed_this_year_is_asked_for_before_the_month_ends(book: Context) -> None:
    model = add(book, "model", {"name": "Camera an ninh"})
    site = add(book, "model_site", {"model": model, "place": "Bản Mù", "founded_on": "2020-03-03"})
    add(book, "model_site", {"model": model, "place": "Bản mới", "founded_on": "2022-03-03"})
    assert found(book) == {"review": [("Camera an ninh · Bản Mù", 9, False)]}
    add(book, "model_review", {"site": site, "reviewed_on": "2022-11-02", "rating": "good"})
    assert found(book) == {}


def test_reports_and_months_are_asked_for_until_they_are_made(book: Context) -> None:
    assert isinstance(book.clock, FixedClock)
    book.clock.move_to(datetime(2022, 12, 16, 8, 0))
    names = [group.kind for group in due.everything(book)]
    assert names == ["report", "closing"] or names == ["closing", "report"]
    book.clock.move_to(datetime(2023, 1, 3, 8, 0))
    groups = {group.kind: group for group in due.everything(book)}
    assert [item.record_id for item in groups["closing"].items] == ["2022-11", "2022-12"]
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR):
        reports.remember_made(book, neighbour(period_of(kind, book.clock.today()), -1))
    assert [group.kind for group in due.everything(book)] == ["closing"]
    assert [each.made_on for each in home.last_reports(book)] == [date(2023, 1, 3)] * 3


def test_what_other_units_look_after_is_not_asked_for_here(book: Context, tmp_path: Path) -> None:
    below = new_store(tmp_path / "below", unit="LANGNHI")
    with below.change("x", "new") as change:
        change.create("unit", {"code": "LANGNHI", "name": "Xã Làng Nhì"}, fixed_id("unit", "LANGNHI"))
        change.create("board", {"kind": "board", "place": "Chợ", "installed_on": "2019-01-01"})
        change.create("closed_sheet", {"month": "2022-08", "number": 1, "figures": "{}"})
    with below.reader() as reader:
        book.store.receive(list(reader.change_sets(("shared",), {})))
    below.close()
    assert found(book) == {"unit_months": [("Xã Làng Nhì: 09/2022, 10/2022", -16, True)]}


def test_intervals_are_the_units_own(book: Context) -> None:
    add(book, "board", {"kind": "box", "place": "Chợ", "installed_on": "2022-09-01"})
    assert found(book) == {}
    form = due.open_intervals(book)
    due.keep_intervals(book, {**form.texts, "board_months": "1", "weekly": "1"}, form)
    assert found(book) == {"board": [("Chợ", -51, True)]}
    again = due.open_intervals(book)
    assert again.texts["board_months"] == "1"
    with pytest.raises(InvalidRecord):
        due.keep_intervals(book, {**again.texts, "board_months": "0"}, again)
    due.keep_intervals(book, {**again.texts, "board_months": "12"}, again)
    assert found(book) == {}


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(1, 60))
def test_so_many_months_later_is_never_another_month(start: date, months: int) -> None:
    later = months_after(start, months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or (later + timedelta(days=1)).day == 1


def test_drafts_are_listed_with_what_they_are(book: Context) -> None:
    meeting = add(book, "meeting", {"held_on": "2022-03-12", "form": "study", "topic": "Phòng cháy"})
    drafts.keep(book, f"meeting:{meeting}", {"topic": "x"}, {})
    assert isinstance(book.clock, FixedClock)
    book.clock.advance(timedelta(minutes=5))
    drafts.keep(book, "board:new:", {"place": "y"}, {})
    drafts.keep(book, "unheard_of:new:", {"place": "y"}, {})
    listed = home.open_drafts(book)
    assert [(draft.type_code, draft.record_id, draft.title) for draft in listed] == [
        ("board", "", "Notice board"),
        ("meeting", meeting, "Meeting: 12/03/2022 · Phòng cháy"),
    ]
