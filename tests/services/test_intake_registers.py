"""Every register from the sheet that its shape describes: recognised, taken in whole, found again the second time."""

import re
from pathlib import Path

import pytest

from app.data.declare import registry
from app.records.sheets import SHAPES
from app.records.sheets.shape import SheetShape
from app.services.context import Context
from tests.services.sheets_of import Table, verdicts

COMMON = {"committee": "Ban Chỉ đạo xã Mẫu"}
"""What a sheet says in its title, and the officer for the whole table."""
TITLES = {"hand_figure": "Biểu tổng hợp số liệu năm 2020"}
LATER = re.compile("202[34]")
"""Years of the examples, which the clock of the tests has not come to yet."""


def _earlier(year: re.Match[str]) -> str:
    return str(int(year.group()) - 3)


@pytest.fixture
def table(ctx: Context, tmp_path: Path) -> Table:
    """A station whose book has what other sheets refer to."""
    with ctx.store.change(ctx.user.id, "new") as change:
        hamlet = change.create("hamlet", {"name": "Bản Mẫu"})
        change.create("committee", {"name": COMMON["committee"], "founded_on": "2020-01-05"})
        change.create("group", {"name": "Tổ bảo vệ ANTT bản Mẫu", "kind": "security_order", "hamlet": hamlet, "members": 3})
        change.create("plan", {"issued_on": "2020-01-02", "number": "05/KH-CAX", "title": "Kế hoạch", "kind": "plan"})
        change.create("reintegration", {"name": "Nguyễn Văn Mẫu", "birth_year": 1971, "began_on": "2020-02-01"})
        topic = "Diễn đàn Công an lắng nghe ý kiến Nhân dân"
        change.create("meeting", {"held_on": "2020-04-18", "form": "forum", "topic": topic, "attendees": 80})
        model = change.create("model", {"name": "Dòng họ tự quản", "matter": "clan"})
        change.create("model_site", {"model": model, "place": "Bản Mẫu", "founded_on": "2020-05-04"})
    return Table(ctx, tmp_path)


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.type_code for shape in SHAPES])
def test_the_example_of_a_sheet_is_recognised_and_taken_in_once(table: Table, shape: SheetShape) -> None:
    columns = [column for column in shape.columns if column.example]
    title = TITLES.get(shape.type_code) or (shape.titles[0])
    rows = [(title.upper(),), ("STT", *(c.called[0] for c in columns)), (1, *(LATER.sub(_earlier, c.example) for c in columns))]
    if shape.type_code == "hamlet":
        rows[2] = tuple("Bản Khác" if cell == "Bản Mẫu" else cell for cell in rows[2])
    before = {record["id"] for record in table.records(shape.type_code)}
    common = {t: words for t, words in COMMON.items() if t in registry.get(shape.type_code).fields}
    preview = table.take(rows, wanted=common)
    assert preview.types == (shape.type_code,)
    assert [(judged.verdict, judged.reason, judged.target) for judged in preview.rows] == [("new", "", "")]
    made = [record for record in table.records(shape.type_code) if record["id"] not in before]
    assert made
    if shape.type_code != "hand_figure":
        own = {c.target for c in columns} & registry.get(shape.type_code).fields.keys()
        assert own <= made[0].keys(), own - made[0].keys()
    assert verdicts(table.look(rows, wanted=common)) == {3: "duplicate in_book"}


@pytest.mark.parametrize(
    ("said", "kept"),
    (
        ("01 khẩu", {"pieces": 1}),
        (2, {"pieces": 2}),
        ("2 kg", {"grams": 2000}),
        ("2,5kg", {"grams": 2500}),
        ("500 gam", {"grams": 500}),
        ("1.250", {"pieces": 1250}),
        ("03 cặp", {"pieces": 3, "notes": "Số lượng: 03 cặp"}),
    ),
)
def test_how_much_was_handed_in_is_pieces_or_a_weight(table: Table, said: object, kept: dict[str, object]) -> None:
    table.take(
        [
            ("SỔ GIAO NỘP VŨ KHÍ",),
            ("STT", "Ngày", "Loại", "Số lượng"),
            (1, "05/3/2021", "Pháo nổ" if "grams" in kept else "Đạn", said),
        ]
    )
    (made,) = table.records("hand_in")
    assert {name: made[name] for name in ("pieces", "grams", "notes") if name in made} == kept


def test_a_unit_in_a_column_of_its_own_and_kilograms_become_grams(table: Table) -> None:
    heading = ("STT", "Ngày", "Loại", "ĐVT", "Số lượng", "Khối lượng (kg)")
    rows = [
        (1, "05/3/2021", "Pháo", "kg", 3, None),
        (2, "06/3/2021", "Thuốc nổ", None, None, 1.5),
        (3, "07/3/2021", "Đạn", "viên", 12),
    ]
    table.take([("SỔ GIAO NỘP VŨ KHÍ",), heading, *rows])
    made = sorted((record["handed_on"], record.get("pieces"), record.get("grams")) for record in table.records("hand_in"))
    assert made == [("2021-03-05", None, 3000), ("2021-03-06", None, 1500), ("2021-03-07", 12, None)]


def test_what_was_handed_in_is_looked_at_when_its_amount_is_not_clear(table: Table) -> None:
    rows = [("SỔ GIAO NỘP VŨ KHÍ",), ("STT", "Ngày", "Loại", "Số lượng"), (1, "05/3/2021", "Súng kíp", "1 khẩu, 5 viên")]
    assert verdicts(table.look(rows)) == {3: "review quantity.unclear"}


def test_two_who_handed_in_the_same_are_two_and_neither_is_named(table: Table) -> None:
    heading = ("STT", "Ngày", "Họ và tên", "Địa chỉ", "SĐT", "Loại vũ khí", "Số lượng", "Ghi chú")
    one, other = (
        (n, "05/3/2021", f"Hảng A {name}", "ZZMARK", "ZZMARK", "Súng kíp", 1, None) for n, name in ((1, "Zzmark"), (2, "Zzmarkk"))
    )
    rows = [("KẾT QUẢ VẬN ĐỘNG GIAO NỘP VŨ KHÍ",), heading, one, other]
    table.take(rows)
    made = table.records("hand_in")
    assert len(made) == 2
    assert "zzmark" not in repr(made).lower()
    assert set(verdicts(table.look(rows)).values()) == {"duplicate in_book"}
    assert verdicts(table.look([*rows, (3, *one[1:])])) == {3: "duplicate in_book", 4: "duplicate in_book", 5: "new"}


def test_nothing_of_who_told_stands_anywhere_where_nobody_keeps_identities(table: Table) -> None:
    heading = ("STT", "Ngày, giờ tiếp nhận", "Nguồn tin", "SĐT", "Năm sinh", "Người giới thiệu", "Nội dung", "Cán bộ xác minh")
    told = ("ZZMARK", "0988777666", "ZZMARK", "ZZMARK")
    table.take([("SỔ TIẾP NHẬN NGUỒN TIN",), heading, (1, "08:30 05/3/2021", *told, "Có người lạ ở đầu bản", "Đại úy Hà")])
    (made,) = table.records("tip_off")
    assert made["notes"] == "Cán bộ xác minh: Đại úy Hà"
    assert "ZZMARK" not in repr(made)
    assert "0988777666" not in repr(made)
    assert table.records("informant") == []
