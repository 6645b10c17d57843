"""Messes mixed at random: whatever stands in a workbook together, each row becomes what the rules say and nothing is lost."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from app.services.context import Context
from tests.intake.messy.catalogue import CATALOGUE, Item
from tests.intake.messy.plan import Plan
from tests.intake.messy.sheets import NINE, Official
from tests.intake.station import station
from tests.intake.test_messy_alone import check


@dataclass(frozen=True)
class Mixture:
    """Some messes of one sheet, at most one of a group, in the order of the catalogue."""

    official: Official
    items: tuple[Item, ...]
    seed: int

    def __repr__(self) -> str:
        return f"{self.official.code} with {[item.code for item in self.items]}, seed {self.seed}"

    def plan(self) -> Plan:
        plan = Plan(self.official, random.Random(self.seed))
        for item in self.items:
            item.put(plan)
        return plan


CELLS = ("day ", "birth ", "phone ", "id ", "mark ", "number ", "name ", "words ", "hamlet ", "error ", "twice ")
"""Messes of single rows: not beside days that may all be swapped, which is told by the column as a whole."""
HEAVY = frozenset({"20,000 empty formatted rows"})


@st.composite
def mixtures(draw: st.DrawFn) -> Mixture:
    official = draw(st.sampled_from(NINE))
    fitting = [place for place, item in enumerate(CATALOGUE) if item.where(official) and item.code not in HEAVY]
    chosen: dict[str, int] = {}
    for place in draw(st.lists(st.sampled_from(fitting), max_size=8, unique=True)):
        chosen.setdefault(CATALOGUE[place].group or CATALOGUE[place].code, place)
    items = tuple(CATALOGUE[place] for place in sorted(chosen.values()))
    return Mixture(official, _bearable(items), draw(st.integers(0, 10_000)))


def _bearable(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Without what cannot be told any more when two messes meet: a text file has neither fonts nor dates of its own."""
    groups = {item.group for item in items}
    text_file = any(item.code.startswith("CSV") or item.code == "TCVN3 in CSV" for item in items)
    left = []
    for item in items:
        told_by_the_file = item.group in ("fonts", "days") or item.code.startswith("id rounded")
        if text_file and told_by_the_file and item.code != "TCVN3 in CSV":
            continue
        if item.code in ("mark ✓", "phone two, the second cut short") and any(one.code == "TCVN3 in CSV" for one in items):
            continue  # that code page has no such sign
        if "days" in groups and item.code.startswith(CELLS):
            continue
        if item.group == "container" and "fonts" in groups and any("CSV" in one.code or ".xls" in one.code for one in items):
            continue
        left.append(item)
    return tuple(left)


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    with station(tmp_path_factory.mktemp("station")) as made:
        yield made


@given(mixture=mixtures())
@settings(max_examples=25)
def test_messes_mixed_at_random(ctx: Context, mixture: Mixture) -> None:
    note(str(mixture))
    with TemporaryDirectory() as folder:
        made = mixture.plan().write(Path(folder))
        check(ctx, made, loose=any(item.group == "fonts" for item in mixture.items))
