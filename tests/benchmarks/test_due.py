"""What is due over a busy station's book, beside reading the same registers once through the bare database."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from pytest_benchmark.fixture import BenchmarkFixture

from app.core.clock import FixedClock
from app.core.i18n import load
from app.core.ids import fixed_id
from app.data.engine import FILE_NAME
from app.services import due
from app.services.context import Context, Officer
from tests.benchmarks.ratio import compare
from tests.data.conftest import KEY, new_store

TODAY = date(2022, 11, 20)
LOOKED_AT = (
    "tip_off",
    "plan_task",
    "plan",
    "board",
    "reintegration",
    "visit",
    "trusted_person",
    "key_area",
    "hot_spot",
    "mass_complaint",
    "dispute",
    "follow_up",
    "model_site",
    "model_review",
    "made_report",
    "closed_sheet",
)


def day(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def records() -> Iterator[tuple[str, dict[str, Any]]]:
    """Three years of a large commune, most of it dealt with."""
    for number in range(600):
        at = {"received_at": f"{day(number)}T08:00", "received_on": day(number), "kind": "report", "content": "x"}
        yield "tip_off", {**at, "state": "new" if number < 6 else "resolved"}
    for number in range(300):
        yield "board", {"kind": "board", "place": f"Bản {number}", "installed_on": day(900), "checked_on": day(number)}
        yield (
            "dispute",
            {
                "received_on": day(number * 3),
                "place": f"Nương {number}",
                "matter": "land",
                "content": "x",
                "outcome": "pending" if number < 8 else "mediated",
            },
        )
    for number in range(60):
        yield "reintegration", {"name": f"Giàng A {number}", "began_on": day(400), "keep_until": day(-900)}
        yield "key_area", {"area": f"Khu {number}", "decided_on": day(900), "measures_on": day(number * 4)}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Context]:
    store = new_store(tmp_path, clock=FixedClock(datetime.combine(TODAY, datetime.min.time()).replace(hour=9)))
    with store.change("x", "new") as change:
        change.create("unit", {"code": store.unit, "name": "Xã Túc Đán"}, fixed_id("unit", store.unit))
    with store.change("x", "new") as change:
        for type_code, values in records():
            made = change.create(type_code, values)
            if type_code == "reintegration":
                for visit in range(8):
                    change.create("visit", {"person": made, "visited_on": day(20 + visit * 30)})
    yield Context(store, Officer("0" * 32, "x", "x", "commander"), store.clock, load("en"), store.folder)
    store.close()


def test_what_is_due_is_found_while_the_page_opens(benchmark: BenchmarkFixture, book: Context) -> None:
    found = {group.kind: len(group.items) for group in due.everything(book)}
    assert found["board"] > 100 and found["pass_on"] > 0
    bare_book = sqlite.connect(book.folder / FILE_NAME)
    bare_book.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")

    def bare() -> int:
        return sum(len(bare_book.execute(f"SELECT * FROM r_{code}").fetchall()) for code in LOOKED_AT)

    compare(
        benchmark,
        "What is due over sixteen registers",
        bare=bare,
        own=lambda: due.everything(book),
        limit=10,
        rounds=9,
    )
    bare_book.close()
