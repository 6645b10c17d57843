"""The nine sheets that stations keep go into the book and come out of it again: every cell is found in its record.

What must not be kept is the one exception; who gave a tip-off is sealed, or dropped and said so.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Cancelled
from app.core.kinds import Reference
from app.keys.sealing import database_key
from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from app.services.intake.taking import take_in, undo
from tests.intake.messy.judge import everything_of, holds
from tests.intake.messy.plan import Line, Plan
from tests.intake.messy.sheets import BY_CODE, NINE, Official
from tests.intake.station import TODAY, station
from tests.intake.whole_book import everything, standing
from tests.services.test_informants import appoint, hire, read
from tests.sync.world import PASSWORD, World


@pytest.fixture
def ctx(tmp_path: Path) -> Iterator[Context]:
    with station(tmp_path / "station") as made:
        yield made


def sheet(official: Official, folder: Path, rows: int = 14) -> tuple[Path, list[Line]]:
    plan = Plan(official, random.Random(official.code), rows)
    return plan.write(folder, official.code).path, plan.lines


def records(ctx: Context, type_code: str) -> list[tuple[list[str], str]]:
    """Every record of a type: its own values, and as one text these and those of the records it refers to."""
    with ctx.store.reader() as reader:
        found = []
        for record_id, *_ in reader.columns(type_code, ()):
            record = reader.get(type_code, record_id)
            assert record is not None
            own = [str(value) for value in record.values.values() if value is not None]
            said = list(own)
            for name, info in ctx.store.registry.get(type_code).fields.items():
                if isinstance(info.kind, Reference) and record.values[name]:
                    linked = reader.get(info.kind.type_code, record.values[name])
                    assert linked is not None
                    said += [str(value) for value in linked.values.values() if value is not None]
            found.append((own, "\n".join(said)))
        return found


def spellings(value: Any) -> tuple[str, ...]:
    """How a cell may stand in a record: a day as the book keeps it or as people write it."""
    match value:
        case datetime():
            return (f"{value:%Y-%m-%dT%H:%M}",)
        case date():
            return (value.isoformat(), f"{value:%d/%m/%Y}")
        case _:
            return (str(value),)


@pytest.mark.parametrize(
    "official", [official for official in NINE if official.code != "figures"], ids=lambda official: official.code
)
def test_every_cell_is_found_in_the_record_of_its_row(ctx: Context, official: Official, tmp_path: Path) -> None:
    path, lines = sheet(official, tmp_path)
    taken = take_in(ctx, look_over(ctx, open_workbook(ctx, path)))
    assert taken.new == len(lines)
    made = records(ctx, official.type_code)
    assert len(made) == len(lines)
    for line in lines:
        assert line.row is not None
        cells = line.row.cells
        of_the_row = [whole for own, whole in made if cells[official.identity] in own]
        assert len(of_the_row) == 1, f"{cells[official.identity]} stands in {len(of_the_row)} records"
        for column in official.columns:
            value = cells.get(column.name)
            if value is None or column.kept != "yes" or value in official.coded:
                continue
            assert any(holds(of_the_row[0], text) for text in spellings(value)), (
                f"{column.head}: {value} is not in\n{of_the_row[0]}"
            )


def test_every_figure_of_the_summary_is_given_by_hand(ctx: Context, tmp_path: Path) -> None:
    path, lines = sheet(BY_CODE["figures"], tmp_path)
    take_in(ctx, look_over(ctx, open_workbook(ctx, path)))
    with ctx.store.reader() as reader:
        kept = reader.columns("hand_figure", ("unit_name", "value", "from_on", "to_on"))
    given = sorted(
        (line.row.cells["unit_name"], line.row.cells[name])
        for line in lines
        if line.row
        for name in ("meetings", "attendees", "commitments", "tips")
    )
    assert sorted((unit, figure) for _, unit, figure, _, _ in kept) == given
    days = {(since, until) for *_, since, until in kept}
    assert len(days) == 1
    assert "2023-12" < days.pop()[1] < "2024", "the year that the title says, as the reports begin and end it"


@pytest.mark.parametrize("official", NINE, ids=lambda official: official.code)
def test_the_same_file_again_brings_nothing_new(ctx: Context, official: Official, tmp_path: Path) -> None:
    path, lines = sheet(official, tmp_path)
    take_in(ctx, look_over(ctx, open_workbook(ctx, path)))
    again = look_over(ctx, open_workbook(ctx, path))
    assert again.count("new") == 0
    assert again.count("duplicate") == len(lines)
    assert {row.reason for row in again.rows if row.verdict == "duplicate"} == {"in_book"}
    assert all(row.like and row.like.record_id for row in again.rows if row.verdict == "duplicate")


@pytest.mark.parametrize("official", NINE, ids=lambda official: official.code)
def test_an_import_is_undone_whole_and_can_be_taken_in_again(ctx: Context, official: Official, tmp_path: Path) -> None:
    before = standing(ctx)
    path, lines = sheet(official, tmp_path)
    taken = take_in(ctx, look_over(ctx, open_workbook(ctx, path)))
    assert standing(ctx) != before
    undo(ctx, taken.batch)
    assert standing(ctx) == before
    assert look_over(ctx, open_workbook(ctx, path)).count("new") == len(lines)


class Impatient:
    """Stops the work at its last step but one that can be stopped."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def step(self, done: int, total: int, what: str) -> None:
        self.patience -= 1
        if self.patience < 0:
            raise Cancelled


@pytest.mark.parametrize("patience", range(5))
def test_what_is_stopped_half_way_leaves_nothing(ctx: Context, tmp_path: Path, patience: int) -> None:
    before = standing(ctx)
    path, _ = sheet(BY_CODE["commitments"], tmp_path, 700)
    preview = look_over(ctx, open_workbook(ctx, path))
    with ctx.store.reader() as reader:
        journal = reader.change_set_counts()
    try:
        take_in(ctx, preview, Impatient(patience))
    except Cancelled:
        assert standing(ctx) == before
        with ctx.store.reader() as reader:
            assert reader.change_set_counts() == journal
        assert take_in(ctx, preview).new == 700
    else:
        assert patience > 2, "it never asked whether to stop"


@pytest.fixture
def keepers(tmp_path: Path) -> Iterator[Context]:
    """A station whose commander and an officer keep the identities of informants."""
    world = World(tmp_path)
    laptop = world.station(world.parent())
    laptop.wind(TODAY)
    hire(laptop.ctx, "b")
    appoint(laptop.ctx, "a", "b")
    yield laptop.ctx
    world.close()


def key_of_book(ctx: Context) -> bytes:
    assert ctx.keys is not None
    return database_key(ctx.keys.master)


def test_who_gave_a_tip_off_is_sealed_with_two_keepers(keepers: Context, tmp_path: Path) -> None:
    path, lines = sheet(BY_CODE["tips"], tmp_path, 4)
    preview = look_over(keepers, open_workbook(keepers, path))
    assert "INFORMANT" not in repr([everything_of(row) for row in preview.rows])
    take_in(keepers, preview)
    whole = everything(keepers, key_of_book(keepers))
    assert "INFORMANT" not in whole
    assert "HOME1 " not in whole
    with keepers.store.reader() as reader:
        tips = dict(reader.columns("tip_off", ("content",)))
    for line in lines:
        assert line.row is not None
        cells = line.row.cells
        record = next(record for record, content in tips.items() if content == cells["content"])
        told = read(keepers, record, PASSWORD)
        assert (told.name, told.address) == (cells["informant"], cells["informant_address"])


def test_who_gave_a_tip_off_is_dropped_and_said_so_without_keepers(ctx: Context, tmp_path: Path) -> None:
    path, lines = sheet(BY_CODE["tips"], tmp_path)
    preview = look_over(ctx, open_workbook(ctx, path))
    assert "informant.dropped" in {warning.code for warning in preview.warnings}
    assert take_in(ctx, preview).new == len(lines)
    whole = everything(ctx)
    assert "INFORMANT" not in whole
    assert "HOME1 " not in whole
