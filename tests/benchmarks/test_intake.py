"""20,000 commitments looked over, every row compared with 17,000 in the book, beside reading the workbook with calamine alone."""

import gc
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from python_calamine import load_workbook

from app.core.i18n import load
from app.services.context import Context, Officer
from app.services.intake.opened import open_workbook
from app.services.intake.preview import look_over
from tests.benchmarks.ratio import compare
from tests.data.conftest import new_store
from tests.intake.books import Cell, SheetOf, xlsx
from tests.intake.messy.fonts import tcvn3
from tests.names import names

IN_THE_BOOK, ON_THE_SHEET, AGAIN = 17_000, 20_000, 50
"""The last `AGAIN` rows of the sheet stand in it once before."""
HAMLETS = 60
CAMPAIGN = "Không đốt pháo nổ trái phép"
OFFICER = "0" * 31 + "1"
FIRST_DAY = date(2022, 1, 1)
HEADING = (
    (
        "STT",
        "Họ và tên chủ hộ",
        "Năm sinh",
        None,
        "Dân tộc",
        "Bản/thôn",
        "Số nhân khẩu",
        "Nội dung cam kết",
        "Ngày ký",
        "Ký tên",
        "Ghi chú",
    ),
    (None, None, "Nam", "Nữ", None, None, None, None, None, None, None),
)
MERGED = ((2, 2, 2, 3), *((2, column, 3, column) for column in (0, 1, 4, 5, 6, 7, 8, 9, 10)))


def signatures() -> Iterator[tuple[str, int, str, int, date]]:
    for number, name in enumerate(names(ON_THE_SHEET - AGAIN)):
        day = FIRST_DAY + timedelta(days=number % 60)
        yield name.replace("Ánh", "Oanh"), 1950 + number % 53, f"Bản Suối {number % HAMLETS + 1}", number % 9 + 1, day


def rows() -> list[list[Any]]:
    facts = list(signatures())
    facts += facts[:AGAIN]
    return [
        [number, name, *births(year), "Mông", hamlet, members, CAMPAIGN, day, "Đã ký", "Hộ kinh doanh" if number % 7 == 0 else None]
        for number, (name, year, hamlet, members, day) in enumerate(facts, start=1)
    ]


def births(year: int) -> tuple[int | None, int | None]:
    """The year of birth, under one of the two columns."""
    return (year, None) if year % 3 else (None, year)


def workbook(path: Path, *, legacy: bool) -> Path:
    def put(value: Any) -> Any:
        if legacy and isinstance(value, str):
            written = tcvn3(value)
            return Cell(written.text, font=written.font)
        return value

    title = ["DANH SÁCH HỘ GIA ĐÌNH KÝ CAM KẾT"]
    return xlsx(path, SheetOf("Sheet1", [[put(value) for value in row] for row in (title, [], *HEADING, *rows())], MERGED))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    folder = tmp_path_factory.mktemp("intake")
    store = new_store(folder)
    with store.change(OFFICER, "import") as change:
        hamlets = {
            f"Bản Suối {n + 1}": change.create("hamlet", {"name": f"Bản Suối {n + 1}", "households": 280}) for n in range(HAMLETS)
        }
        campaign = change.create("campaign", {"name": CAMPAIGN, "starts_on": "2022-01-01", "signers": "household"})
        for _, (name, year, hamlet, members, day) in zip(range(IN_THE_BOOK), signatures(), strict=False):
            home = change.create("household", {"head": name, "hamlet": hamlets[hamlet], "birth": str(year), "members": members})
            signed = {
                "campaign": campaign,
                "hamlet": hamlets[hamlet],
                "household": home,
                "name": name,
                "signed_on": day.isoformat(),
            }
            change.create("commitment", {**signed, "signer_kind": "household", "state": "signed"})
    yield Context(store, Officer(OFFICER, "hanh", "Vũ Đức Hạnh", "commander"), store.clock, load("vi"), folder)
    store.close()


@pytest.mark.parametrize(("legacy", "limit"), [(False, 6), (True, 15)], ids=["Unicode", "old fonts"])
def test_20_000_commitments_looked_over(
    benchmark: BenchmarkFixture, book: Context, tmp_path: Path, legacy: bool, limit: float
) -> None:
    """Until the result is there: what a run handed out is let go of outside, for both, and never on the other's account."""
    held: list[object] = []

    def let_go() -> None:
        held.clear()
        gc.collect()

    path = workbook(tmp_path / "ky cam ket.xlsx", legacy=legacy)

    def bare() -> None:
        held.append(load_workbook(str(path)).get_sheet_by_index(0).to_python())

    def own() -> None:
        preview = look_over(book, open_workbook(book, path))
        held.append(preview)
        assert preview.count("duplicate") >= IN_THE_BOOK + AGAIN
        assert preview.count("new") > ON_THE_SHEET - IN_THE_BOOK - 2 * AGAIN
        assert len(preview.rows) == ON_THE_SHEET

    name = "20,000 rows looked over, 17,000 in the book / calamine" + (", old fonts" if legacy else "")
    compare(benchmark, name, bare=bare, own=own, limit=limit, rounds=5, before=let_go)
