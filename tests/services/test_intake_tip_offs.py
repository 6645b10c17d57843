"""Tip-offs taken in: who told is sealed or not kept, and stands nowhere in plain either way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import informants
from app.services.context import Context
from app.services.intake.taking import take_in, undo
from app.services.intake.views import Edit
from tests.services.sheets_of import Table, row, verdicts
from tests.services.test_informants import appoint, as_officer, everything, hire, password_of, read
from tests.sync.world import Laptop, World

NAME, HOME = "Thào Mí Vừ Sừng", "Nhà sàn cuối bản Cang"
HEADING = (
    "STT",
    "Ngày, giờ tiếp nhận",
    "Người cung cấp",
    "Địa chỉ",
    "Hình thức",
    "Nội dung",
    "Phân loại",
    "CB tiếp nhận",
    "Kết quả xử lý",
    "Giá trị (x)",
    "Ghi chú",
)
TITLE = ("SỔ THEO DÕI NGUỒN TIN",)
ROWS = [
    TITLE,
    HEADING,
    (1, "14h30 5/3/2022", NAME, HOME, "Điện thoại", "Có người lạ chở gỗ", "Ma túy", "Giàng A Sử", "Đang xác minh", "x", None),
    (2, "15h00 6/3/2022", "Quần chúng", None, "Đơn", "Mất trộm trâu", "Tố giác", "Giàng A Sử", "Đã kiểm tra, nhắc nhở", None, None),
    (3, "16h00 7/3/2022", NAME, None, "Zalo", "Tụ tập đánh bạc", "Linh tinh", "Giàng A Sử", None, None, "đã gọi lại"),
]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    world = World(tmp_path)
    yield world.station(world.parent())
    world.close()


@pytest.fixture
def chief(laptop: Laptop) -> Context:
    """The commander, with officer b; both are keepers."""
    hire(laptop.ctx, "b")
    appoint(laptop.ctx, "a", "b")
    return laptop.ctx


def tip_offs(table: Table) -> dict[str, dict[str, object]]:
    return {str(one["received_at"]): one for one in table.records("tip_off")}


def test_who_told_is_sealed_for_the_keepers_and_stands_nowhere_else(chief: Context, tmp_path: Path) -> None:
    table = Table(chief, tmp_path)
    preview = table.take(ROWS)
    assert [(one.code, one.facts["rows"]) for one in preview.warnings if one.code.startswith("informant")] == [
        ("informant.sealed", 2)
    ]
    told = tip_offs(table)
    first, second, third = (str(told[f"2022-03-0{day}"]["id"]) for day in ("5T14:30", "6T15:00", "7T16:00"))
    assert [informants.view(chief, one).code for one in (first, second, third)] == ["N-2022-001", "", "N-2022-002"]
    opened = read(as_officer(chief, "b"), first, password_of("b"))
    assert (opened.name, opened.address) == (NAME, HOME)
    assert informants.view(chief, first).clean
    shown = repr((preview.rows, preview.warnings, [found.columns for found in preview.opened.tables]))
    assert NAME not in everything(chief) + shown
    assert HOME not in everything(chief) + shown


def test_codes_go_on_where_the_book_stands_and_an_undone_import_leaves_no_identity_in_force(chief: Context, tmp_path: Path) -> None:
    table = Table(chief, tmp_path)
    earlier = {"received_at": "2022-01-02T08:00", "received_on": "2022-01-02", "channel": "phone", "content": "Tin cũ"}
    with chief.store.change(chief.user.id, "new") as change:
        before = change.create("tip_off", earlier)
    informants.seal(chief, before, {"name": NAME})
    taken = take_in(chief, table.look(ROWS))
    assert sorted(str(one["code"]) for one in table.records("informant")) == ["N-2022-001", "N-2022-002", "N-2022-003"]
    assert undo(chief, taken.batch).left == ()
    assert [one["code"] for one in table.records("informant")] == ["N-2022-001"]


def test_without_keepers_who_told_is_dropped_and_said_so(ctx: Context, tmp_path: Path) -> None:
    table = Table(ctx, tmp_path)
    preview = table.take(ROWS)
    assert [one.code for one in preview.warnings] == ["informant.dropped"]
    assert NAME not in everything(ctx) + repr(preview.rows)
    assert HOME not in everything(ctx) + repr(preview.rows)
    assert table.records("informant") == []


def test_sorting_and_result_say_kind_field_and_outcome_where_they_are_clear(ctx: Context, tmp_path: Path) -> None:
    table = Table(ctx, tmp_path)
    table.take(ROWS)
    told = tip_offs(table)
    one = told["2022-03-05T14:30"]
    assert (one["kind"], one["matter"], one["channel"], one["valuable"]) == ("other", "drugs", "phone", "yes")
    assert (one["outcome"], one["state"], one["received_on"]) == ("checking", "checking", "2022-03-05")
    one = told["2022-03-06T15:00"]
    assert (one["kind"], one["matter"], one["channel"], one["valuable"]) == ("denunciation", "other", "letter", "pending")
    assert (one.get("outcome"), one["state"], one["verification"]) == (None, "resolved", "Đã kiểm tra, nhắc nhở")
    one = told["2022-03-07T16:00"]
    assert (one["kind"], one["matter"], one["state"]) == ("other", "other", "new")
    assert one["notes"] == "đã gọi lại\nPhân loại: Linh tinh"


@pytest.mark.parametrize(
    ("cell", "name", "contact", "address"),
    [
        ("Thào Mí Vừ", "Thào Mí Vừ", "", ""),
        ("Thào Mí Vừ, SĐT: 0912 345 678", "Thào Mí Vừ", "0912 345 678", ""),
        ("Thào Mí Vừ (bản Cang, ĐT 0912345678)", "Thào Mí Vừ", "0912345678", "bản Cang"),
        ("Thào Mí Vừ; Lò Văn Thuận", "Thào Mí Vừ / Lò Văn Thuận", "", ""),
        ("0912345678", "", "0912345678", ""),
    ],
)
def test_names_numbers_and_places_of_one_cell_are_sealed_apart(
    chief: Context, tmp_path: Path, cell: str, name: str, contact: str, address: str
) -> None:
    table = Table(chief, tmp_path)
    table.take([TITLE, HEADING, (1, "14h30 5/3/2022", cell, None, "Điện thoại", "Có người lạ", None, None, None, None, None)])
    opened = read(as_officer(chief, "b"), str(table.records("tip_off")[0]["id"]), password_of("b"))
    assert (opened.name, opened.contact, opened.address) == (name, contact, address)


def test_words_that_name_who_told_are_looked_at_and_the_doubt_repeats_none(ctx: Context, tmp_path: Path) -> None:
    table = Table(ctx, tmp_path)
    naming = [
        TITLE,
        HEADING,
        (1, "14h30 5/3/2022", NAME, None, "Điện thoại", "Anh Vừ báo có người lạ", None, None, None, None, None),
        (2, "14h30 6/3/2022", NAME, None, "Điện thoại", "Có người lạ", None, None, f"Đã gặp lại {NAME}", None, None),
    ]
    preview = table.look(naming)
    assert verdicts(preview) == {3: "review informant.named", 4: "review informant.named"}
    assert NAME not in str(row(preview, 3).doubt)
    assert table.look(naming, edits={3: Edit(as_it_is=True)}).count("new") == 1


def test_the_same_register_again_brings_nothing_and_seals_nothing(chief: Context, tmp_path: Path) -> None:
    table = Table(chief, tmp_path)
    table.take(ROWS)
    assert verdicts(table.look(ROWS)) == dict.fromkeys((3, 4, 5), "duplicate in_book")


def test_a_sheet_that_does_not_say_how_news_came_is_told_of(ctx: Context, tmp_path: Path) -> None:
    heading = ("STT", "Ngày, giờ tiếp nhận", "Nội dung nguồn tin", "CB tiếp nhận")
    preview = Table(ctx, tmp_path).look([TITLE, heading, (1, "14h30 5/3/2022", "Có người lạ", "Giàng A Sử")])
    assert [(one.code, one.facts["rows"]) for one in preview.warnings] == [("tip_off.channel", 1)]


def test_how_to_reach_who_told_is_sealed_with_the_name(chief: Context, tmp_path: Path) -> None:
    table = Table(chief, tmp_path)
    heading = ("STT", "Ngày, giờ tiếp nhận", "Nguồn tin", "SĐT", "Nội dung", "CB tiếp nhận")
    preview = table.take([TITLE, heading, (1, "14h30 5/3/2022", NAME, "0988 777 666", "Có người lạ chở gỗ", "Giàng A Sử")])
    (made,) = table.records("tip_off")
    opened = read(as_officer(chief, "b"), str(made["id"]), password_of("b"))
    assert (opened.name, opened.contact) == (NAME, "0988 777 666")
    everywhere = everything(chief) + repr((preview.rows, preview.warnings, [found.columns for found in preview.opened.tables]))
    assert NAME not in everywhere
    assert "777 666" not in everywhere
