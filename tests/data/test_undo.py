"""A bulk job is undone whole, except where somebody has gone on from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data.store import Store
from app.data.undo import LeftAlone
from app.data.views import RecordView
from tests.data.conftest import new_store
from tests.data.forge import Forge, told
from tests.data.things import small_registry

ANNA, BINH, BATCH = "a" * 32, "b" * 32, "c" * 32


@pytest.fixture
def things(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path, registry=small_registry())
    yield store
    assert store.verify(against_journal=True).findings == ()
    store.close()


def new(store: Store, batch: str | None = None, **values: object) -> str:
    with store.change(ANNA, "new", batch=batch) as change:
        return change.create("thing", {"name": "Một"} | values)


def edit(store: Store, record: str, batch: str | None = None, **values: object) -> None:
    with store.change(ANNA, "edit", batch=batch) as change:
        change.update("thing", record, values)


def view(store: Store, record: str) -> RecordView:
    with store.reader() as reader:
        found = reader.get("thing", record)
    assert found is not None
    return found


def test_what_a_batch_created_is_deleted_and_what_it_set_is_set_back(things: Store) -> None:
    kept = new(things, size=1, note="riêng")
    made = [new(things, BATCH, name=f"Nhập {n}", note="x") for n in range(3)]
    edit(things, kept, BATCH, size=2, note=None)
    edit(things, kept, BATCH, size=3, name="Hai")
    undone = things.undo_batch(BINH, BATCH)
    assert (undone.deleted, undone.set_back, undone.left) == (3, 1, ())
    assert not any(view(things, record).alive for record in made)
    values = view(things, kept).values
    assert (values["name"], values["size"], values["note"]) == ("Một", 1, "riêng")
    with things.reader() as reader:
        entries = reader.history(kept)
    assert entries[0].reason == "undo" and entries[0].author == BINH


def test_what_was_changed_since_is_left_and_told(things: Store) -> None:
    kept, made = new(things, size=1), new(things, BATCH)
    edit(things, kept, BATCH, size=2, name="Hai")
    edit(things, kept, size=5)
    edit(things, made, note="đã sửa")
    undone = things.undo_batch(BINH, BATCH)
    assert set(undone.left) == {LeftAlone("thing", kept, "size"), LeftAlone("thing", made, "note")}
    assert view(things, made).alive
    assert (view(things, kept).values["size"], view(things, kept).values["name"]) == (5, "Một")


def test_a_version_that_competes_with_the_batch_is_left(things: Store) -> None:
    kept = new(things)
    seen = view(things, kept).heads
    edit(things, kept, BATCH, name="Hai")
    things.receive([Forge().write(told(kept, "name", {"name": "Ba"}, *seen["name"]))])
    assert things.undo_batch(BINH, BATCH).left == (LeftAlone("thing", kept, "name"),)
    assert view(things, kept).conflicted == {"name"}


def test_deleting_restoring_and_issuing_in_bulk_are_taken_back(things: Store) -> None:
    gone, back, issued = new(things), new(things), new(things, state="draft")
    with things.change(ANNA, "delete") as change:
        change.delete("thing", back)
    with things.change(ANNA, "bulk", batch=BATCH) as change:
        change.delete("thing", gone)
        change.restore("thing", back)
        change.update("thing", issued, {"state": "issued"})
    edit(things, issued, name="Sửa")
    assert view(things, issued).flags == {"amended"}
    assert things.undo_batch(BINH, BATCH).left == ()
    assert view(things, gone).alive and not view(things, back).alive
    assert (view(things, issued).values["state"], view(things, issued).values["name"]) == ("draft", "Sửa")


def test_undoing_an_undoing_brings_it_back_and_twice_is_harmless(things: Store) -> None:
    made = new(things, BATCH)
    things.undo_batch(BINH, BATCH)
    with things.reader() as reader:
        batch = max(reader.change_sets(("shared",), {}), key=lambda c: c.header.seq).header.batch
    assert things.undo_batch(BINH, BATCH).deleted == 0
    assert things.undo_batch(BINH, batch).set_back == 1
    assert view(things, made).alive


def test_a_purge_cannot_be_taken_back(things: Store) -> None:
    record = new(things)
    with things.change(ANNA, "purge", batch=BATCH) as change:
        change.purge("thing", record)
    assert things.undo_batch(BINH, BATCH).left == (LeftAlone("thing", record, "life"),)


def test_a_batch_nobody_knows_is_nothing(things: Store) -> None:
    assert things.undo_batch(BINH, "no such batch").left == ()


def test_of_a_large_batch_nothing_is_found_any_more_and_of_the_rest_everything(things: Store) -> None:
    stays = new(things, name="Giàng ở lại")
    with things.change(ANNA, "new", batch=BATCH) as change:
        for number in range(300):
            change.create("thing", {"name": f"Giàng {number}"})
    seen: list[tuple[int, int]] = []

    class Watching:
        def step(self, done: int, total: int, what: str) -> None:
            seen.append((done, total))

    assert things.undo_batch(BINH, BATCH, progress=Watching()).deleted == 300
    assert seen == [(0, 300)]
    with things.reader() as reader:
        assert [hit.id for hit in reader.search("giang")] == [stays]
        assert reader.search("giang 299") == []
    edit(things, stays, name="Sùng ở lại")
    with things.reader() as reader:
        assert [hit.id for hit in reader.search("sung")] == [stays]
        assert reader.search("giang") == []
