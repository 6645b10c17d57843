"""Several laptops: whatever the order in which change-sets arrive, and however often, all end with the same book."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.data.changeset import ChangeSet
from app.data.store import Store
from tests.data.conftest import NOON, MakeStore, new_store
from tests.data.things import small_registry

ANNA, BINH = "a" * 32, "b" * 32
BOTH = ("shared", "station")


def sets_of(store: Store, streams: Sequence[str] = BOTH) -> list[ChangeSet]:
    with store.reader() as reader:
        return list(reader.change_sets(streams, {}))


def exchange(*stores: Store, streams: Sequence[str] = BOTH) -> None:
    everything = [change for store in stores for change in sets_of(store, streams)]
    for store in stores:
        store.receive(everything)


def new_group(store: Store, **values: object) -> str:
    with store.change(ANNA, "new") as change:
        return change.create("group", {"kind": "mediation", "name": "Tổ hòa giải", "members": 5} | values)


def edit(store: Store, record: str, author: str = ANNA, **values: object) -> None:
    with store.change(author, "edit") as change:
        change.update("group", record, values)


def test_edits_of_one_field_apart_are_a_conflict_with_both_values(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b", clock=FixedClock(NOON + timedelta(minutes=1)))
    group = new_group(a)
    exchange(a, b)
    edit(a, group, ANNA, members=6)
    edit(b, group, BINH, members=7)
    exchange(a, b)
    for store in (a, b):
        with store.reader() as reader:
            view = reader.get("group", group)
            assert view is not None and view.conflicted == {"members"}
            assert [h.values["members"] for h in reader.competing("group", group, "members")] == [7, 6]
            assert view.values["members"] == 7
    with a.change(ANNA, "settle") as change:
        change.set("group", group, "members", {"members": 6})
    exchange(a, b)
    for store in (a, b):
        with store.reader() as reader:
            view = reader.get("group", group)
            assert view is not None and not view.conflicted and view.values["members"] == 6


def test_edits_of_different_fields_apart_merge(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    group = new_group(a)
    exchange(a, b)
    edit(a, group, members=6)
    edit(b, group, name="Tổ hòa giải bản Pa Te")
    exchange(a, b)
    with b.reader() as reader:
        view = reader.get("group", group)
    assert view is not None and not view.conflicted
    assert (view.values["members"], view.values["name"]) == (6, "Tổ hòa giải bản Pa Te")


def test_equal_values_written_apart_close_by_themselves(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    group = new_group(a)
    exchange(a, b)
    edit(a, group, members=9)
    edit(b, group, members=9)
    exchange(a, b)
    with a.reader() as reader:
        assert reader.conflicts() == []
    edit(a, group, members=10)
    exchange(a, b)
    with b.reader() as reader:
        view = reader.get("group", group)
        assert view is not None and view.values["members"] == 10 and not view.conflicted


def test_what_a_form_had_seen_decides_what_it_replaces(make_store: MakeStore) -> None:
    store = make_store("a")
    group = new_group(store)
    with store.reader() as reader:
        opened = reader.get("group", group)
    assert opened is not None
    edit(store, group, BINH, members=8)
    with store.change(ANNA, "edit") as change:
        change.update("group", group, {"members": 6}, opened.heads)
    with store.reader() as reader:
        assert reader.conflicts() == [("group", group)]


def test_a_deletion_apart_from_an_edit_stands_and_is_flagged_everywhere(make_store: MakeStore) -> None:
    station, other = make_store("a"), make_store("b")
    parent = make_store("p", unit="HUYEN")
    group = new_group(station, head="Giàng A Sử")
    exchange(station, other)
    with station.change(ANNA, "delete") as change:
        change.delete("group", group)
    edit(other, group, BINH, members=6, head="Sùng A Páo")
    exchange(station, other)
    parent.receive(sets_of(other, ("shared",)))
    for store in (station, other, parent):
        with store.reader() as reader:
            view = reader.get("group", group)
            assert view is not None and not view.alive and view.flags == {"edited_after_delete"}
            assert reader.count("group") == 0


def test_a_set_before_its_create_waits_on_that_record_alone(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    group = new_group(a)
    created = sets_of(a)
    edit(a, group, members=6)
    late = [change for change in sets_of(a) if change not in created]
    result = b.receive(late)
    assert result.waiting == 1
    other = new_group(b, name="Đội dân phòng")
    with b.reader() as reader:
        assert [v.id for v in reader.window("group", order=("name", "asc"))] == [other]
        assert reader.gaps() == [(a.replica_id, "shared", 1, 1)]
    b.receive(created)
    with b.reader() as reader:
        view = reader.get("group", group)
        assert view is not None and view.alive and view.values["members"] == 6 and reader.waiting() == 0


def test_twice_is_harmless_and_said(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    new_group(a)
    first = b.receive(sets_of(a))
    with b.reader() as reader:
        before = reader.dump()
    second = b.receive(sets_of(a))
    assert (first.new, first.already_had) == (1, 0)
    assert (second.new, second.changed, second.already_had) == (0, 0, len(sets_of(a)))
    with b.reader() as reader:
        assert reader.dump() == before


def test_a_rehearsal_tells_and_changes_nothing(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    new_group(a)
    with b.reader() as reader:
        before = reader.dump()
    assert b.receive(sets_of(a), dry_run=True).new == 1
    with b.reader() as reader:
        assert reader.dump() == before


def test_one_bad_change_set_is_put_aside_and_the_rest_stands(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    for number in range(5):
        new_group(a, name=f"Tổ {number}")
    sets = sets_of(a, ("shared",))
    bad = ChangeSet(sets[2].header, sets[1].payload, sets[2].signature)
    result = b.receive([*sets[:2], bad, *sets[3:]])
    assert (result.new, result.quarantined) == (4, 1)


def test_a_purge_blanks_what_arrives_later(make_store: MakeStore) -> None:
    a, b, c = make_store("a"), make_store("b"), make_store("c")
    group = new_group(a, name="Tổ cần xóa")
    exchange(a, b)
    edit(b, group, BINH, name="Tổ cần xóa hẳn")
    with a.change(ANNA, "purge") as change:
        change.purge("group", group)
    c.receive(sets_of(a))
    c.receive(sets_of(b))
    b.receive(sets_of(a))
    for store in (b, c):
        with store.reader() as reader:
            assert reader.get("group", group) is None
        assert "cần xóa" not in str([c_.operations() for c_ in sets_of(store)])
        assert store.verify(against_journal=True).findings == ()


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["new", "edit", "head", "delete", "restore", "issue", "sync"]),
        st.integers(0, 3),
        st.integers(0, 5),
    ),
    max_size=14,
)


REGISTRY = small_registry()


def act(store: Store, things: list[str], step: tuple[int, str, int, int]) -> None:
    _, what, which, value = step
    if what == "new" or not things:
        with store.change(ANNA, "new") as change:
            values = {"number": str(value), "decided_on": "2022-01-01", "note": "riêng", "state": "draft"}
            things.append(change.create("thing", values))
        return
    record = things[which % len(things)]
    with store.reader() as reader:
        if reader.get("thing", record) is None:
            return
    with store.change(ANNA, what) as change:
        if what == "edit":
            change.update("thing", record, {"name": f"việc {value}"})
        elif what == "head":
            change.update("thing", record, {"number": str(value)})
        elif what == "issue":
            change.update("thing", record, {"state": "issued" if value % 2 else "draft"})
        elif what == "delete":
            change.delete("thing", record)
        elif what == "restore":
            change.restore("thing", record)


@settings(max_examples=max(12, settings().max_examples // 3))
@given(steps=STEPS, shuffle=st.randoms(use_true_random=False))
def test_any_order_gives_one_book(steps: list[tuple[int, str, int, int]], shuffle: object) -> None:
    with TemporaryDirectory() as name:
        clocks = [FixedClock(NOON + timedelta(days=offset)) for offset in (0, 700, -700)]
        stores = [new_store(Path(name) / str(n), seed=str(n), clock=clock, registry=REGISTRY) for n, clock in enumerate(clocks)]
        reader_of_all = new_store(Path(name) / "late", seed="late", registry=REGISTRY)
        things: list[str] = []
        for step in steps:
            if step[1] == "sync":
                stores[step[0]].receive(sets_of(stores[step[2] % 3]))
            else:
                act(stores[step[0]], things, step)
            clocks[step[0]].advance(timedelta(seconds=1))
        everything = [change for store in stores for change in sets_of(store)]
        dumps = []
        for store in (*stores, reader_of_all):
            shuffle.shuffle(everything)  # type: ignore[attr-defined] # Hypothesis gives a random.Random
            for change in everything:
                store.receive([change])
            with store.reader() as reader:
                dumps.append(reader.dump())
            assert store.verify(against_journal=True).findings == ()
            store.close()
        assert dumps[0] == dumps[1] == dumps[2] == dumps[3]
