"""Every mess of the catalogue by itself: each row becomes what the rules say, and the four results add up to the rows read."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.context import Context
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from tests.intake.messy.catalogue import CATALOGUE, Item
from tests.intake.messy.judge import differences
from tests.intake.messy.plan import Made, Plan
from tests.intake.messy.recount import recount
from tests.intake.messy.sheets import NINE, Official
from tests.intake.station import station

ALONE = [pytest.param(item, official, id=f"{item.code} in {official.code}") for item in CATALOGUE for official in item.sheets[:2]]
"""Each mess in two of the sheets it occurs in; the mixtures reach the others."""


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """One book for all: looking over writes nothing."""
    with station(tmp_path_factory.mktemp("station")) as made:
        yield made


def check(ctx: Context, made: Made, *, loose: bool = False) -> None:
    preview = look_over(ctx, open_workbook(ctx, made.path))
    found = differences(made, preview, loose=loose)
    codes = {warning.code for warning in preview.warnings}
    for about, expected in made.warned.items():
        if any(about in code for code in codes) is not expected:
            found.append(f"a warning about {about}: {sorted(codes)}, expected {'one' if expected else 'none'}")
    assert not found, "\n".join(["", *found[:6], f"{len(found)} in all"])
    if made.path.suffix == ".xlsx" and not loose:
        again = {sheet: rows for sheet, rows in recount(made.path).items() if rows}
        assert again == Counter(row.sheet for row in preview.rows)


@pytest.mark.parametrize("official", NINE, ids=lambda official: official.code)
def test_a_tidy_sheet_is_new_whole(ctx: Context, official: Official, tmp_path: Path) -> None:
    check(ctx, Plan(official, random.Random(1)).write(tmp_path))


@pytest.mark.parametrize(("item", "official"), ALONE)
def test_a_mess_alone(ctx: Context, item: Item, official: Official, tmp_path: Path) -> None:
    plan = Plan(official, random.Random(item.code))
    item.put(plan)
    check(ctx, plan.write(tmp_path), loose=item.group == "fonts")
