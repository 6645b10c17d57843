"""Whatever a workbook holds, the rows to be looked at come back from the workbook of rejected rows: as many, still to be looked at,
with the same values; never taken in for a reason that got lost on the way."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, note, settings

from app.core.errors import UserError
from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.rejects import rejected
from app.services.intake.taking import take_in, undo
from app.services.intake.views import Judged, Preview
from tests.intake.station import station
from tests.intake.test_messy_mixed import Mixture, mixtures

ASKED_ANEW = {"date.swapped", "cell.error"}
"""Cells of these come back as something to be filled in: both readings of a day, and nothing in place of an error."""


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    with station(tmp_path_factory.mktemp("station")) as made:
        yield made


@given(mixture=mixtures())
@settings(max_examples=12)
def test_rows_to_be_looked_at_come_back(ctx: Context, mixture: Mixture) -> None:
    note(str(mixture))
    with TemporaryDirectory() as folder:
        made = mixture.plan().write(Path(folder))
        preview = look_over(ctx, open_workbook(ctx, made.path))
        batch = take_in(ctx, preview).batch if preview.count("new") else ""
        try:
            preview = look_over(ctx, preview.opened)
            told = {
                found.key for found in preview.opened.tables if any(column.own.startswith("informant") for column in found.columns)
            }
            held = [row for row in review_of(preview) if row.key not in told]
            if held:
                back = Path(folder) / "hàng chưa nhập.xlsx"
                back.write_bytes(rejected(ctx, preview))
                check(held, look_over(ctx, open_workbook(ctx, back)))
            elif review_of(preview):
                with pytest.raises(UserError, match=r"intake\.sealed_rows"):
                    rejected(ctx, preview)
        finally:
            if batch:
                undo(ctx, batch)


def review_of(preview: Preview) -> list[Judged]:
    return [row for row in preview.rows if row.verdict == "review"]


def check(held: list[Judged], again: Preview) -> None:
    back = review_of(again)
    assert [row.verdict for row in again.rows if row.verdict != "left_out"] == ["review"] * len(held)
    assert {row.reason for row in again.rows if row.verdict == "left_out"} <= {"band"}
    for before, after in zip(held, back, strict=True):
        doubted = {before.target, *(target for target, _ in before.draft.doubts)} if before.draft else set()
        codes = {before.reason, *(doubt.code for _, doubt in before.draft.doubts)} if before.draft else set()
        if codes & ASKED_ANEW:
            assert doubted
            continue
        assert (after.reason, after.target) == (before.reason, before.target)
        assert shown(after) == shown(before)


def shown(row: Judged) -> dict[str, object]:
    return {target: value for target, value in row.values.items() if value not in (None, "")}
