"""Every register's template, filled in, is taken in as it was filled in; empty it holds nothing that could pass for a row."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from app.core.errors import UserError
from app.core.i18n import load
from app.core.kinds import (
    BirthDate,
    Choice,
    Date,
    Hour,
    Integer,
    Kind,
    LastDigits,
    LongText,
    Moment,
    Money,
    PersonName,
    Phone,
    Reference,
    Text,
    Year,
    YesNo,
)
from app.data.declare import registry
from app.documents.grids.excel import grids_xlsx
from app.documents.grids.model import GridCell, GridRow, Typed
from app.documents.grids.wording import OPTIONS_SHEET, ORDINAL, REQUIRED
from app.intake.shapes import known_shapes
from app.records.sheets.shape import Column
from app.services.context import Context
from app.services.intake.many import take_in_file
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.taking import undo
from app.services.intake.templates import columns_of, template, template_book
from tests.data.conftest import new_store

from .conftest import OFFICER

VI = load("vi")
SHAPES = known_shapes(registry)
CODES = [declared.code for declared in registry.all() if SHAPES.knows(declared.code)]
DAY = date(2022, 3, 5)
REFERRED = ("committee", "meeting", "plan", "reintegration", "model_site", "tip_off")
"""Registers whose rows others name by their words."""
TYPED: dict[tuple[str, str], tuple[GridCell, Any]] = {
    ("meeting", "attendees"): (100, 100),
    ("dispute", "outcome"): ("Hòa giải thành", "mediated"),
    ("reintegration", "ended_on"): (None, None),
    ("tip_off", "outcome"): (VI("No grounds, filed"), "unfounded"),
    ("tip_off", "state"): (VI("No grounds, filed"), "unfounded"),
}
"""Where what is typed depends on another column of the row."""


def with_names(ctx: Context) -> Context:
    """A station with what rows of other registers refer to."""
    with ctx.store.change(ctx.user.id, "new") as change:
        hamlet = change.create("hamlet", {"name": "Bản Mẫu"})
        change.create("group", {"kind": "other", "name": "Tổ tự quản bản Mẫu", "hamlet": hamlet, "members": 3})
        change.create("model", {"name": "Cổng trường an toàn"})
    return replace(ctx, say=VI)


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Made once; tests undo what they take in."""
    store = new_store(tmp_path_factory.mktemp("station"))
    yield with_names(Context(store, OFFICER, store.clock, VI, store.folder))
    store.close()


def make(ctx: Context, code: str, name: str) -> str:
    """A record that rows of other registers refer to by these words."""
    fields = registry.get(code).fields
    called = next(each for each, info in fields.items() if isinstance(info.kind, Text | LongText | PersonName))
    values: dict[str, Any] = {}
    for number, (each, info) in enumerate(fields.items()):
        if not info.required or info.default is not None:
            continue
        if isinstance(info.kind, Reference):
            values[each] = make(ctx, info.kind.type_code, f"{name} {number}")
        else:
            values[each] = cell_of(info.kind, number)[1]
    with ctx.store.change(ctx.user.id, "new") as change:
        return change.create(code, {**values, called: name})


def row_for(ctx: Context, code: str) -> list[tuple[str, GridCell, Any]]:
    """(target, what is typed, the dumped value it is to become) for every column; what references name stands in the book."""
    row: list[tuple[str, GridCell, Any]] = []
    for number, column in enumerate(columns(ctx, code)):
        kind = kind_of(code, column)
        typed = TYPED.get((code, column.target), cell_of(kind, number))
        if isinstance(kind, Reference) and kind.type_code in REFERRED:
            called = f"Mục {number} của {code}"
            typed = called, called
            make(ctx, kind.type_code, called)
        row.append((column.target, *typed))
    return row


def columns(ctx: Context, code: str) -> tuple[Column, ...]:
    return tuple(chosen.column for chosen in columns_of(ctx, code))


def kind_of(code: str, column: Column) -> Kind:
    return column.kind or registry.get(code).fields[column.target].kind


def cell_of(kind: Kind, number: int) -> tuple[GridCell, Any]:
    """What somebody types into a column, and the dumped value it is to become."""
    match kind:
        case Date():
            return DAY, "2022-03-05"
        case Moment():
            return "14:30 05/03/2022", "2022-03-05T14:30"
        case Hour():
            return "14:30", "14:30"
        case BirthDate():
            return "1984", "1984"
        case Year():
            return 2022, 2022
        case Integer() | Money():
            return 5, 5
        case LastDigits():
            return "012345678901", "8901"
        case YesNo():
            return "Có", 1
        case Choice():
            option, label = kind.options[number % len(kind.options)]
            return VI(label), option
        case Phone():
            return "0912345678", "0912345678"
        case PersonName():
            return "Lò Văn Mẫu", "Lò Văn Mẫu"
        case Reference(type_code="hamlet"):
            return "Bản Mẫu", "Bản Mẫu"
        case Reference(type_code="group"):
            return "Tổ tự quản bản Mẫu", "Tổ tự quản bản Mẫu"
        case Reference(type_code="model"):
            return "Cổng trường an toàn", "Cổng trường an toàn"
        case Text() | LongText() | Reference():
            return f"Nội dung số {number}", f"Nội dung số {number}"
        case _:
            raise AssertionError(f"no way to type a {kind}")


def filled(ctx: Context, code: str, cells: Sequence[GridCell]) -> bytes:
    book = template_book(ctx, code)
    return grids_xlsx(replace(book, sheets=(replace(book.sheets[0], rows=(GridRow((1, *cells)),)), *book.sheets[1:])))


@pytest.mark.parametrize("code", CODES)
def test_a_filled_template_is_taken_in_as_it_was_filled(station: Context, tmp_path: Path, code: str) -> None:
    path = tmp_path / "mẫu.xlsx"
    row = row_for(station, code)
    path.write_bytes(filled(station, code, [cell for _, cell, _ in row]))
    opened = open_workbook(station, path)
    (found,) = opened.tables
    assert (found.type_code, found.needed, found.rows, opened.passed_over) == (code, (), 1, ())
    assert [column.target for column in found.columns] == ["#", *(target for target, _, _ in row)]

    (judged,) = look_over(station, opened).rows
    assert judged.verdict == "new", (judged.reason, judged.target, judged.doubt and VI(judged.doubt.sentence, **judged.doubt.facts))
    fields = registry.get(code).fields
    for target, _, value in row:
        kept = judged.values.get(target)
        if target in fields and target != SHAPES.get(code).notes:
            # Other columns may add their words to a long text.
            assert str(value) in str(kept).splitlines() if isinstance(fields[target].kind, LongText) else kept == value, target
    taken = take_in_file(station, path)
    assert taken.counts.new == 1
    assert take_in_file(station, path).counts.duplicate == 1
    undo(station, taken.batch)
    assert take_in_file(station, path, dry_run=True).counts.new == 1


@pytest.mark.parametrize("code", CODES)
def test_an_empty_template_is_recognised_and_holds_no_row(station: Context, tmp_path: Path, code: str) -> None:
    path = tmp_path / "mẫu.xlsx"
    path.write_bytes(template(station, code))
    (found,) = open_workbook(station, path).tables
    assert (found.type_code, found.rows) == (code, 0)
    with pytest.raises(UserError) as refused:
        take_in_file(station, path)
    assert refused.value.code == "intake.no_rows"


def test_drop_downs_are_the_choices_and_the_hamlets_of_the_unit(station: Context) -> None:
    columns = {column.heading.removesuffix(REQUIRED): column for column in template_book(station, "group").sheets[0].columns}
    hamlet = next(column for column in columns.values() if column.options == ("Bản Mẫu",))
    assert not hamlet.strict
    kind = next(column for column in columns.values() if VI("Mediation team") in column.options)
    assert kind.strict
    opened = CalamineWorkbook.from_filelike(io.BytesIO(template(station, "group")))
    words = [str(row[0]) for row in opened.get_sheet_by_name(OPTIONS_SHEET).to_python()]
    assert "Bản Mẫu" in words and VI("Mediation team") in words


def test_required_headings_are_marked_and_every_column_is_explained(station: Context) -> None:
    for code in CODES:
        sheet, guide = template_book(station, code).sheets
        for chosen, made in zip(columns_of(station, code), sheet.columns[1:], strict=True):
            assert made.heading.endswith(REQUIRED) == made.required == chosen.must
            assert any(str(row.cells[0]).startswith(made.heading.removesuffix(REQUIRED)) for row in guide.rows), (
                code,
                made.heading,
            )
        assert sheet.columns[0].heading == ORDINAL


def test_telephone_numbers_and_births_are_kept_as_typed_and_days_are_days(station: Context) -> None:
    made = template_book(station, "member").sheets[0].columns[1:]
    typed = {column.target: each.typed for column, each in zip(columns(station, "member"), made, strict=True)}
    assert typed["phone"] is Typed.TEXT and typed["birth"] is Typed.TEXT and typed["joined_on"] is Typed.DAY


def test_a_template_never_asks_who_told_nor_what_is_not_kept(station: Context) -> None:
    for code in CODES:
        headings = " ".join(column.heading.lower() for column in template_book(station, code).sheets[0].columns)
        for word in ("người cung cấp", "dân tộc", "tôn giáo", "đảng", "tiền án", "tội danh"):
            assert word not in headings, code


def test_a_moment_typed_by_excel_itself_is_read_too(station: Context, tmp_path: Path) -> None:
    row = row_for(station, "tip_off")
    cells = [datetime(2022, 3, 5, 14, 30) if target == "received_at" else cell for target, cell, _ in row]
    path = tmp_path / "mẫu.xlsx"
    path.write_bytes(filled(station, "tip_off", cells))
    (judged,) = look_over(station, open_workbook(station, path)).rows
    assert judged.values["received_at"] == "2022-03-05T14:30"


def test_a_row_without_what_it_must_have_is_looked_at_and_nothing_is_made_up_from_the_title(
    station: Context, tmp_path: Path
) -> None:
    path = tmp_path / "mẫu.xlsx"
    for code in ("commitment", "member", "awardee", "meeting"):
        row = row_for(station, code)
        for must in [chosen.column.target for chosen in columns_of(station, code) if chosen.must]:
            path.write_bytes(filled(station, code, [None if target == must else cell for target, cell, _ in row]))
            (judged,) = look_over(station, open_workbook(station, path)).rows
            assert judged.verdict == "review", (code, must)


def test_what_a_row_must_have_is_marked_also_where_another_column_tells_it(station: Context) -> None:
    must = {code: {chosen.column.target for chosen in columns_of(station, code) if chosen.must} for code in CODES}
    assert must["awardee"] == {"name", "decision", "decided_on"}
    assert must["member"] >= {"name", "team"}
    assert must["commitment"] >= {"name", "campaign", "signed_on"}
    assert must["meeting"] >= {"held_on", "topic", "attendees"}
