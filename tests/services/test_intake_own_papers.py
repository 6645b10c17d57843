"""What the program itself exported is recognised, column by column, and brings nothing new; records named by their lines."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.i18n import load
from app.data.declare import registry
from app.intake.shapes import known_shapes
from app.services import papers
from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.views import Judged, Preview
from app.services.registers import ListState
from tests.data.conftest import new_store
from tests.intake.books import SheetOf, Value, xlsx

from .conftest import OFFICER
from .test_papers import PRINTED, PURPOSE, Shelf

CODES = [code for code in PRINTED if known_shapes(registry).knows(code)]
ASKED_ABOUT = {"near", "book.closed", "decision.unknown"}
"""A signature is exported without its household's birth date; in the sample a year is closed and a decision has no number."""


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A book with one record of every type."""
    store = new_store(tmp_path_factory.mktemp("station"))
    ctx = Context(store, OFFICER, store.clock, load("vi"), store.folder)
    with store.change(OFFICER.id, "new") as change:
        shelf = Shelf(change)
        for code in PRINTED:
            shelf.make(ctx, code)
    yield ctx
    store.close()


def previewed(ctx: Context, path: Path) -> Preview:
    return look_over(ctx, open_workbook(ctx, path))


@pytest.mark.parametrize("code", CODES)
def test_an_exported_register_brings_nothing_new(station: Context, tmp_path: Path, code: str) -> None:
    path = tmp_path / "sổ.xlsx"
    made = papers.make(station, "list", ListState(code), PURPOSE)
    path.write_bytes(papers.render(made.as_file(".xlsx"), ".xlsx"))
    preview = previewed(station, path)
    (found,) = preview.opened.tables
    assert found.type_code == code
    first, *rest = preview.rows
    assert first.verdict == "duplicate" or first.reason in ASKED_ABOUT
    assert {row.verdict for row in rest} == {"left_out"} and {row.reason for row in rest} <= {"total", "empty"}
    fields = registry.get(code).fields
    shown = {column.heading: column.target for column in found.columns}
    for name, info in fields.items():
        if not info.hidden and station.say(info.label) in shown:
            assert shown[station.say(info.label)] == name
    assert not any(notice.code == "wrong_total" for notice in preview.warnings)


def test_an_exported_register_in_another_language_is_recognised_too(station: Context, tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    made = papers.make(replace(station, say=load("en")), "list", ListState("group"), PURPOSE)
    path.write_bytes(papers.render(made.as_file(".xlsx"), ".xlsx"))
    assert previewed(station, path).types == ("group",)


TASKS = ("STT", "Kế hoạch, văn bản", "Nhiệm vụ", "Hạn")


def tasks(ctx: Context, path: Path, *plans: Value) -> list[Judged]:
    rows = [(number, plan, f"Tuyên truyền lần {number}", "31/12/2022") for number, plan in enumerate(plans, start=1)]
    return list(previewed(ctx, xlsx(path, SheetOf("Nhiệm vụ", [TASKS, *rows]))).rows)


def test_a_record_is_named_by_its_first_words_or_by_its_whole_line(ctx: Context, tmp_path: Path) -> None:
    ctx = replace(ctx, say=load("vi"))
    with ctx.store.change(ctx.user.id, "new") as change:
        change.create("plan", {"kind": "plan", "number": "12/KH-CAX", "title": "Phòng cháy", "issued_on": "2022-01-05"})
        change.create("plan", {"kind": "plan", "number": "12/KH-CAX", "title": "Phòng ma túy", "issued_on": "2022-02-05"})
        change.create("plan", {"kind": "plan", "number": "15/KH-CAX", "title": "Ngày hội", "issued_on": "2022-03-05"})
    unknown, twice, once = tasks(ctx, tmp_path / "a.xlsx", "99/KH-CAX", "12/KH-CAX", "15/kh-cax.")
    assert (unknown.verdict, unknown.reason) == ("review", "reference.unknown")
    assert (twice.verdict, twice.reason) == ("review", "reference.several")
    assert twice.doubt is not None and len(twice.doubt.offers) == 2
    assert once.verdict == "new"
    chosen = tasks(ctx, tmp_path / "b.xlsx", *twice.doubt.offers)
    assert [row.verdict for row in chosen] == ["new", "new"]
    assert all(row.draft for row in chosen)
    assert len({row.draft.values["plan"] for row in chosen if row.draft}) == 2
