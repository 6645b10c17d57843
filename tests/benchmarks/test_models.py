"""The ledger of a province's 3,000 model sites over ten years, beside reading the same registers once through the bare database."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from pytest_benchmark.fixture import BenchmarkFixture

from app.core.i18n import load
from app.data.engine import FILE_NAME
from app.services import models
from app.services.context import Context, Officer
from tests.benchmarks.ratio import compare
from tests.data.conftest import KEY, new_store

SITES, MODELS = 3_000, 60


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Context]:
    store, dice = new_store(tmp_path), random.Random(1)
    with store.change("x", "new") as change:
        kinds = [change.create("model", {"name": f"Mô hình {number}"}) for number in range(MODELS)]
        for number in range(SITES):
            year = dice.randrange(2012, 2022)
            site = {"model": dice.choice(kinds), "place": f"Điểm {number}", "founded_on": f"{year}-03-04"}
            ended = {"dropped_on": f"{min(2021, year + 1)}-05-06", "drop_reason": "x"} if dice.random() < 0.2 else {}
            made = change.create("model_site", site | ended)
            for reviewed in (2020, 2021):
                rating = dice.choice(("good", "ineffective"))
                change.create("model_review", {"site": made, "reviewed_on": f"{reviewed}-11-05", "rating": rating})
    yield Context(store, Officer("0" * 32, "x", "x", "commander"), store.clock, load("en"), store.folder)
    store.close()


def test_a_ledger_of_thousands_of_sites_is_read_while_the_page_opens(benchmark: BenchmarkFixture, book: Context) -> None:
    assert models.read_ledger(book).total.movement.closing > SITES // 2
    bare_book = sqlite.connect(book.folder / FILE_NAME)
    bare_book.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")

    def bare() -> int:
        return sum(len(bare_book.execute(f"SELECT * FROM r_{code}").fetchall()) for code in ("model_site", "model_review"))

    compare(benchmark, "Ledger of 3,000 model sites", bare=bare, own=lambda: models.read_ledger(book), limit=60, rounds=5)
    bare_book.close()
