"""What a save writes, given what the officer had before them when they began to type."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app.core.errors import UserError
from app.data.store import Store
from app.data.views import RecordView
from tests.data.conftest import new_store
from tests.data.forge import Forge, told
from tests.data.things import small_registry

ANNA, BINH = "a" * 32, "b" * 32


@pytest.fixture
def things(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path, registry=small_registry())
    yield store
    store.close()


def new(store: Store, **values: object) -> str:
    with store.change(ANNA, "new") as change:
        return change.create("thing", {"name": "Một", "number": "12", "decided_on": "2022-01-01"} | values)


def edit(store: Store, record: str, seen: Mapping[str, tuple[str, ...]] | None = None, **values: object) -> None:
    with store.change(ANNA, "edit") as change:
        change.update("thing", record, values, seen)


def view(store: Store, record: str) -> RecordView:
    with store.reader() as reader:
        found = reader.get("thing", record)
    assert found is not None
    return found


def journal_size(store: Store) -> int:
    with store.reader() as reader:
        return sum(reader.change_set_counts().values())


def test_part_of_a_group_keeps_the_rest_as_it_was_seen(things: Store) -> None:
    record = new(things)
    seen = view(things, record).heads
    edit(things, record, number="13", decided_on="2022-02-02")
    edit(things, record, seen, number="14")
    with things.reader() as reader:
        said = [head.values for head in reader.competing("thing", record, "decision")]
    assert sorted(said, key=str) == [
        {"decided_on": "2022-01-01", "number": "14"},
        {"decided_on": "2022-02-02", "number": "13"},
    ]


def test_a_field_left_as_it_was_seen_replaces_nothing(things: Store) -> None:
    record = new(things)
    seen = view(things, record).heads
    edit(things, record, name="Hai")
    edit(things, record, seen, name="Một", size=3)
    after = view(things, record)
    assert (after.values["name"], after.values["size"], after.conflicted) == ("Hai", 3, frozenset())


def test_nothing_is_written_when_nothing_changes_in_an_issued_record_either(things: Store) -> None:
    record = new(things)
    edit(things, record, state="issued")
    before = journal_size(things)
    edit(things, record, name="Một", number="12", state="issued")
    assert journal_size(things) == before and not view(things, record).flags


def test_issuing_freezes_what_is_shown_where_two_versions_compete(things: Store) -> None:
    for number in range(6):
        record = new(things)
        seen = view(things, record).heads
        edit(things, record, name="Hai")
        edit(things, record, seen, name=f"Ba {number}")
        shown = view(things, record).values["name"]
        edit(things, record, state="issued")
        assert view(things, record).values["name"] == shown


def test_issuing_freezes_what_the_officer_saw_and_wrote_not_what_came_meanwhile(things: Store) -> None:
    record = new(things)
    seen = view(things, record).heads
    late = Forge("late", stamp=things._stamps.next(things.clock) + (10**9 << 16))
    things.receive([late.write(told(record, "name", {"name": "Của người khác"}, *seen["name"]))])
    things.receive([late.write(told(record, "size", {"size": 99}, *seen["size"]))])
    edit(things, record, seen, size=7, state="issued")
    after = view(things, record)
    assert (after.values["name"], after.values["size"]) == ("Một", 7)
    assert after.flags == {"amended"} and after.conflicted == {"size"}


def test_an_issue_that_another_had_not_seen_is_a_conflict(things: Store) -> None:
    record = new(things, state="draft")
    seen = view(things, record).heads
    edit(things, record, seen, state="issued")
    edit(things, record, seen, state=None)
    assert view(things, record).conflicted == {"state"}


def test_settling_for_an_issued_version_keeps_what_it_froze(things: Store) -> None:
    record = new(things, state="draft")
    seen = view(things, record).heads
    edit(things, record, seen, state="issued")
    with things.reader() as reader:
        issued = reader.get("thing", record)
    assert issued is not None
    edit(things, record, {**seen, "name": issued.heads["name"]}, name="Sửa sau")
    edit(things, record, seen, state=None)
    with things.reader() as reader:
        chosen = next(h for h in reader.competing("thing", record, "state") if h.values.get("state") == "issued")
    with things.change(BINH, "settle") as change:
        change.adopt("thing", record, "state", chosen.version)
    after = view(things, record)
    assert after.values["state"] == "issued" and after.values["name"] == "Một" and "amended" in after.flags


def test_a_value_set_to_nothing_is_nothing_everywhere(things: Store, tmp_path: Path) -> None:
    record = new(things, size=5, figures='{"a":[1,2]}', note="riêng")
    edit(things, record, size=None, figures=None, note=None, number=None)
    other = new_store(tmp_path / "other", seed="o", registry=small_registry())
    with things.reader() as reader:
        other.receive(list(reader.change_sets(("shared", "station"), {})))
    for store in (things, other):
        values = view(store, record).values
        assert (values["size"], values["figures"], values["note"], values["number"]) == (None, None, None, None)
        assert values["decided_on"] == "2022-01-01"
    other.close()


def test_fields_of_another_group_are_refused_at_once(things: Store) -> None:
    record = new(things)
    with pytest.raises(KeyError), things.change(ANNA, "edit") as change:
        change.set("thing", record, "size", {"name": "Hai"})


def test_what_others_would_put_aside_is_never_written(things: Store) -> None:
    before = journal_size(things)
    for values in ({"size": "nhiều"}, {"name": 5}, {"name": "x" * 300_000}, {"name": "\ud800"}, {"size": 2**70}):
        with pytest.raises(ValueError), things.change(ANNA, "new") as change:
            change.create("thing", values)
    assert journal_size(things) == before


def test_a_version_nobody_knows_cannot_be_adopted(things: Store) -> None:
    record = new(things)
    with pytest.raises(UserError) as told_, things.change(ANNA, "edit") as change:
        change.adopt("thing", record, "name", "x" * 22)
    assert told_.value.code == "version.gone"
