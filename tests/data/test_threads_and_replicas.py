"""Several threads on one store, blocks within blocks, clocks, and which replica a database goes on as."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.randomness import SeededRandomness
from app.data.declare import registry
from app.data.engine import FILE_NAME
from app.data.replica import MARK_FILE
from app.data.stamp import of_clock
from app.data.store import Store
from tests.data.conftest import NOON, MakeStore, reopen
from tests.data.forge import Forge, created

OFFICER = "0" * 32


def add(store: Store, name: str = "Bản Mù") -> str:
    with store.change(OFFICER, "new") as change:
        return change.create("hamlet", {"name": name})


def test_writers_readers_and_local_values_from_many_threads(store: Store) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(12):
                with store.transaction():
                    add(store, f"Bản {number}-{turn}")
                    store.local.put(f"thread:{number}", turn)
                    assert store.local.get(f"thread:{number}") == turn
                assert store.local.get(f"thread:{number}") == turn
                with store.reader() as reader:
                    seen = reader.count("hamlet")
                    assert reader.count("hamlet") == seen
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.reader() as reader:
        assert reader.count("hamlet") == 72
        assert reader.gaps() == [] and reader.local_keys("thread:") == [f"thread:{n}" for n in range(6)]
    assert store.verify(against_journal=True).findings == ()


def test_a_thread_outside_never_sees_what_another_has_not_committed(store: Store) -> None:
    seen: list[object] = []
    with store.transaction():
        store.local.put("x", 1)
        other = threading.Thread(target=lambda: seen.extend([store.local.get("x"), *store.local.keys("x"), store.own_connection()]))
        other.start()
        other.join()
    assert seen == [None, None]


def test_a_block_within_a_block_fails_alone(store: Store) -> None:
    with store.transaction():
        add(store, "Một")
        with pytest.raises(RuntimeError), store.transaction():
            add(store, "Hai")
            raise RuntimeError("the second part failed")
        add(store, "Ba")
    with store.reader() as reader:
        names = [view.values["name"] for view in reader.window("hamlet", order=("name", "asc"))]
        assert sorted(names) == ["Ba", "Một"] and reader.gaps() == []
    assert store.verify(against_journal=True).findings == ()


def test_a_new_replica_that_was_not_committed_is_none(store: Store) -> None:
    before = store.replica_id
    with pytest.raises(RuntimeError), store.transaction():
        store.new_replica()
        raise RuntimeError("power cut")
    assert store.replica_id == before
    add(store)
    assert store.verify(against_journal=True).findings == ()


def test_a_restored_database_that_is_only_read_begins_one_replica(store: Store) -> None:
    add(store)
    store.close()
    files = {path: path.read_bytes() for path in store.folder.glob(FILE_NAME + "*")}
    again = reopen(store.folder)
    add(again)
    again.close()
    for path, content in files.items():
        path.write_bytes(content)
    began = []
    for turn in range(3):
        restored = reopen(store.folder, seed=f"restored {turn}")
        began.append(restored.replica_id)
        restored.close()
    assert len(set(began)) == 1


def test_a_new_replica_goes_on_after_a_reopening(store: Store) -> None:
    add(store)
    name = store.new_replica()
    with store.change(OFFICER, "new") as change:
        change.create("household", {"head": "Sùng A Páo", "hamlet": "1" * 32})
    store.close()
    again = reopen(store.folder)
    assert again.replica_id == name
    again.close()


def test_opening_does_not_forget_what_was_marked(store: Store) -> None:
    add(store)
    store.close()
    old = {path: path.read_bytes() for path in store.folder.glob(FILE_NAME + "*")}
    for turn in range(2):
        again = reopen(store.folder, seed=f"turn {turn}")
        add(again)
        again.close()
        idle = reopen(store.folder)
        idle.close()
    for path, content in old.items():
        path.write_bytes(content)
    restored = reopen(store.folder, seed="restored")
    assert restored.replica_id != store.replica_id
    restored.close()


def test_a_mark_that_cannot_be_written_does_not_undo_a_save(store: Store) -> None:
    (store.folder / MARK_FILE).unlink()
    (store.folder / MARK_FILE).mkdir()
    add(store)
    with store.reader() as reader:
        assert reader.count("hamlet") == 1
    assert not list(store.folder.glob("*.part"))


def stamps(store: Store) -> list[int]:
    with store.reader() as reader:
        own = (c for c in reader.change_sets(("shared",), {}) if c.header.replica == store.replica_id)
        return [change.header.stamp for change in own]


def test_stamps_grow_although_a_clock_goes_back_or_others_run_far_ahead(make_store: MakeStore) -> None:
    clock = FixedClock(NOON)
    store = make_store("a", clock=clock)
    add(store)
    clock.advance(timedelta(hours=-5))
    add(store)
    ahead = of_clock(clock) + (86_400_000 * 400 << 16)
    store.receive([Forge("ahead", stamp=ahead).write(created("1" * 32, {"name": {"name": "Xa"}}, code="hamlet"))])
    add(store)
    store.close()
    again = reopen(store.folder)
    add(again)
    given = stamps(again)
    assert given == sorted(set(given)) and given[-1] < ahead
    again.close()


def test_a_stamp_within_a_day_is_taken_over(make_store: MakeStore) -> None:
    store = make_store("a")
    ahead = of_clock(store.clock) + (3_600_000 << 16)
    other = Forge("ahead", stamp=ahead).write(created("1" * 32, {"name": {"name": "Gần"}}, code="hamlet"))
    store.receive([other])
    add(store)
    assert stamps(store)[-1] > other.header.stamp


def test_a_folder_that_refuses_leaves_no_file_behind(tmp_path: Path, make_store: MakeStore) -> None:
    def fails(_public: str) -> dict[str, str]:
        raise UserError("test", "no certificate")

    with pytest.raises(UserError):
        Store.create(
            tmp_path,
            bytes(32),
            unit="X",
            registry=registry,
            clock=FixedClock(NOON),
            randomness=SeededRandomness("x"),
            certify=fails,
        )
    assert list(tmp_path.iterdir()) == []
