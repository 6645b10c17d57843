"""A campaign that a whole district signs: its lists stay as quick as those of a hamlet, beside the bare database."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from app.core.i18n import load
from app.services import campaigns
from app.services.context import Context, Officer
from tests.benchmarks.ratio import compare
from tests.benchmarks.test_first import OFFICER, bare_database
from tests.data.conftest import new_store
from tests.names import names

SIGNATURES = 17_000
HAMLETS = 60
WHEN = "2022-01-20"


class Signed:
    """Seventeen thousand households in sixty hamlets, all of whom signed, in the book and in two bare tables."""

    def __init__(self, folder: Path) -> None:
        store = new_store(folder / "own")
        self.ctx = Context(store, Officer(OFFICER, "hanh", "Vũ Đức Hạnh", "commander"), store.clock, load("vi"), folder)
        self.bare = bare_database(folder / "bare.db")
        self.bare.execute("CREATE TABLE household (id TEXT PRIMARY KEY, hamlet TEXT, head TEXT, birth TEXT) WITHOUT ROWID")
        self.bare.execute("CREATE TABLE commitment (id TEXT PRIMARY KEY, campaign TEXT, hamlet TEXT, household TEXT, day TEXT)")
        for table in ("household", "commitment"):
            self.bare.execute(f"CREATE INDEX {table}_hamlet ON {table} (hamlet)")
        self.bare.execute("BEGIN")
        with store.change(OFFICER, "import") as change:
            self.hamlets = [change.create("hamlet", {"name": f"Bản {n}", "households": 280}) for n in range(HAMLETS)]
            begun = {"signers": "household", "starts_on": "2022-01-14"}
            self.full, self.next = (change.create("campaign", {"name": name, **begun}) for name in ("Đợt này", "Đợt sau"))
            for number, name in enumerate(names(SIGNATURES)):
                hamlet = self.hamlets[number % HAMLETS]
                home = change.create("household", {"head": name, "hamlet": hamlet, "birth": "1980", "members": 5})
                signed = {"campaign": self.full, "hamlet": hamlet, "household": home, "name": name, "signed_on": WHEN}
                signature = change.create("commitment", {**signed, "signer_kind": "household", "state": "signed"})
                self.bare.execute("INSERT INTO household VALUES (?, ?, ?, '1980')", (home, hamlet, name))
                row = (signature, self.full, hamlet, home, WHEN)
                self.bare.execute("INSERT INTO commitment VALUES (?, ?, ?, ?, ?)", row)
        self.bare.execute("COMMIT")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    made = Signed(tmp_path_factory.mktemp("campaign"))
    yield made
    made.bare.close()
    made.ctx.store.close()


def test_a_list_of_one_hamlet_among_17_000(benchmark: BenchmarkFixture, signed: Signed) -> None:
    """The 283 lines of a hamlet with who signed and when, beside the same rows by a bare join."""
    turn = itertools.cycle(signed.hamlets)
    query = "SELECT h.head, h.birth, c.day FROM household h LEFT JOIN commitment c ON c.household = h.id AND c.hamlet = ?"

    def bare() -> None:
        rows = signed.bare.execute(f"{query} WHERE h.hamlet = ?", [next(turn)] * 2).fetchall()
        assert len(rows) >= SIGNATURES // HAMLETS

    def own() -> None:
        assert all(tick.stands for tick in campaigns.ticks(signed.ctx, signed.full, next(turn)))

    compare(benchmark, "a hamlet's list among 17,000 signatures / bare join", bare=bare, own=own, limit=15, rounds=10)


def test_how_far_every_hamlet_is(benchmark: BenchmarkFixture, signed: Signed) -> None:
    """Signatures and households of all sixty hamlets, beside the same two counts in the bare tables."""

    def bare() -> None:
        for query in (
            "SELECT hamlet, count(*) FROM commitment WHERE campaign = ? GROUP BY hamlet",
            "SELECT hamlet, count(*) FROM household WHERE ? <> '' GROUP BY hamlet",
        ):
            assert len(signed.bare.execute(query, (signed.full,)).fetchall()) == HAMLETS

    def own() -> None:
        assert sum(line.signed for line in campaigns.hamlets(signed.ctx, signed.full)) == SIGNATURES

    compare(benchmark, "percent of 60 hamlets, 17,000 signatures / bare counts", bare=bare, own=own, limit=20, rounds=10)


def test_sixty_ticks_saved_beside_sixty_inserts(benchmark: BenchmarkFixture, signed: Signed) -> None:
    """A hamlet's sixty signatures, each issued and indexed, all signed and on disk, beside sixty rows in one transaction."""
    turn = itertools.cycle(signed.hamlets)
    number = itertools.count()
    waiting: list[tuple[str, list[campaigns.Tick]]] = []

    def read() -> None:
        hamlet = next(turn)
        ticks = [tick for tick in campaigns.ticks(signed.ctx, signed.next, hamlet) if not tick.commitment]
        waiting[:] = [(hamlet, ticks[:60])]

    def bare() -> None:
        signed.bare.execute("BEGIN IMMEDIATE")
        rows = [(f"{next(number):032x}", signed.next, "a", "b", WHEN) for _ in range(60)]
        signed.bare.executemany("INSERT INTO commitment VALUES (?, ?, ?, ?, ?)", rows)
        signed.bare.execute("COMMIT")

    def own() -> None:
        hamlet, ticks = waiting[0]
        done = campaigns.save_ticks(signed.ctx, campaign=signed.next, hamlet=hamlet, signed_on="20/1/2022", signed=ticks)
        assert done.signed == 60

    compare(benchmark, "60 ticks saved / 60 inserts, both with fsync", bare=bare, own=own, limit=300, rounds=10, before=read)
