"""Change-sets that are truly signed and yet not what a sound program writes: put aside or ignored, alike in every order."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import UserError
from app.data.changeset import ChangeSet, decode, encode
from app.data.store import Store
from tests.data.conftest import new_store, reopen
from tests.data.forge import Forge, created, told
from tests.data.things import small_registry

RECORD = "1" * 32
GOOD = created(RECORD, {"name": {"name": "Một"}, "size": {"size": 1}})


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Store]:
    return lambda name: new_store(tmp_path / name, seed=name, registry=small_registry())


def dump_after(store: Store, changes: list[ChangeSet]) -> dict[str, object]:
    for change in changes:
        store.receive([change])
    assert store.verify(against_journal=True).findings == ()
    with store.reader() as reader:
        dump = reader.dump()
    store.close()
    return dump


def reasons(store: Store) -> list[str]:
    with store.transaction() as connection:
        return list(connection.exec_driver_sql("SELECT reason FROM quarantine ORDER BY reason").scalars())


def without(operation: dict[str, object], key: str) -> dict[str, object]:
    return {k: v for k, v in operation.items() if k != key}


SET = told(RECORD, "size", {"size": 2})


@pytest.mark.parametrize(
    "bad",
    [
        *(without(SET, key) for key in SET),
        *(without(GOOD, key) for key in GOOD),
        [],
        "x",
        None,
        {**SET, "r": "not an id"},
        {**SET, "r": 5},
        {**SET, "t": ["thing"]},
        {**SET, "k": "explode"},
        {**SET, "g": ["size"]},
        {**SET, "p": "abc"},
        {**SET, "p": [1]},
        {**SET, "v": [1]},
        {**GOOD, "g": {"name": "Một"}},
        told(RECORD, "size", {"size": "nhiều"}),
        told(RECORD, "size", {"size": True}),
        told(RECORD, "size", {"size": 2**70}),
        told(RECORD, "name", {"name": 5}),
        told(RECORD, "name", {"name": ["Một"]}),
        told(RECORD, "name", {"name": "x" * 300_000}),
        told(RECORD, "figures", {"figures": {"a": [1, 2]}}),
        told(RECORD, "life", {"alive": "yes"}),
        told(RECORD, "life", {"alive": 0, "seen": 7}),
        told(RECORD, "state", {"state": "issued", "froze": ["x"]}),
        told(RECORD, "mood", {"mood": [[[]]]}),
    ],
)
def test_what_no_sound_program_writes_is_put_aside(make: Callable[[str], Store], bad: dict[str, object]) -> None:
    store, forge = make("a"), Forge()
    result = store.receive([forge.write(GOOD), forge.write(bad), forge.write(told(RECORD, "name", {"name": "Hai"}))])
    assert (result.new, result.quarantined) == (1, 1)
    assert reasons(store)[0].startswith("malformed.") or not isinstance(bad, dict)
    with store.reader() as reader:
        view = reader.get("thing", RECORD)
        assert view is not None and view.values["size"] == 1
    assert store.verify(against_journal=True).findings == ()
    store.close()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"-",
        b"-" + b"0" * 10,
        b"0" * 32,
        b"0" * 32 + b" {",
        b"g" * 32 + b" {}",
        b"0" * 31 + b"  {}",
        b"0" * 32 + b" " + b"[" * 100_000,
    ],
)
def test_payloads_that_cannot_be_read_are_put_aside(make: Callable[[str], Store], line: bytes) -> None:
    store, forge = make("a"), Forge()
    good = forge.write(GOOD)
    payload = zlib.compress(line)
    bad = ChangeSet(replace(good.header, seq=2), payload, good.signature)
    result = store.receive([good, bad])
    assert (result.new, result.quarantined, reasons(store)) == (1, 1, ["package.altered"])
    store.close()


def test_bytes_behind_a_payload_are_no_part_of_it(make: Callable[[str], Store]) -> None:
    store, good = make("a"), Forge().write(GOOD)
    assert store.receive([replace(good, payload=good.payload + b"more")]).quarantined == 1
    store.close()


@pytest.mark.parametrize(
    "header", [{"stamp": 2**80}, {"stamp": -1}, {"seq": 0}, {"seq": 2**64}, {"reason": "x" * 5000}, {"schema": 0}]
)
def test_headers_beyond_what_a_journal_holds_are_put_aside(make: Callable[[str], Store], header: dict[str, object]) -> None:
    store, forge = make("a"), Forge()
    assert store.receive([forge.write(GOOD, **header)]).quarantined == 1
    assert store.receive([forge.write(GOOD)]).new == 1
    store.close()


@pytest.mark.parametrize("text", [b'{"replica":"\\ud800"}', b"[" * 100_000, b"{}", b"null", b"\xff"])
def test_headers_that_cannot_be_read_are_refused_in_words(text: bytes) -> None:
    with pytest.raises(UserError) as refused:
        decode(len(text).to_bytes(4, "big") + text + bytes(64))
    assert refused.value.code == "package.altered"
    whole = encode(Forge().write(GOOD, author="\ud7ff"))
    assert decode(whole).header.author == "\ud7ff"


def test_a_field_is_never_written_through_another_stream(make: Callable[[str], Store]) -> None:
    forge = Forge()
    first, version = forge.one(created(RECORD, {"size": {"size": 1}, "note": {"note": "riêng"}}))
    changes = [
        first,
        forge.write(told(RECORD, "note", {"note": "riêng"})),
        forge.write(told(RECORD, "size", {"size": 9}, version), stream="station"),
        forge.write(created(RECORD, {"size": {"size": 9}}), stream="station"),
        forge.write(told(RECORD, "life", {"alive": 0, "seen": []}, version), stream="station"),
    ]
    dumps = [dump_after(make("a"), changes), dump_after(make("b"), changes[::-1])]
    assert dumps[0] == dumps[1]
    (row,) = dumps[0]["thing"]  # type: ignore[misc] # rows of the only record
    assert (row["note"], row["size"], row["alive"]) == (None, 1, 1)


def test_a_version_named_across_records_and_groups_changes_nothing(make: Callable[[str], Store]) -> None:
    forge, other = Forge(), "2" * 32
    first, version = forge.one(GOOD)
    second, foreign = forge.one(created(other, {"name": {"name": "Riêng"}}))
    changes = [
        first,
        second,
        forge.write(told(RECORD, "name", {"name": "Hai"}, version, foreign)),
        forge.write(told(RECORD, "state", {"state": "issued", "froze": {"name": foreign}}, version)),
    ]
    dumps = [dump_after(make("a"), changes), dump_after(make("b"), changes[::-1])]
    assert dumps[0] == dumps[1]
    assert "Riêng" not in [row["name"] for row in dumps[0]["thing"] if row["id"] == RECORD]  # type: ignore[attr-defined] # rows


def test_one_id_in_two_registers_is_two_records(make: Callable[[str], Store]) -> None:
    forge = Forge()
    first, version = forge.one(GOOD)
    second, otherwise = forge.one(created(RECORD, {"name": {"name": "Khác"}}, code="other"))
    changes = [
        first,
        second,
        forge.write(told(RECORD, "name", {"name": "Hai"}, version)),
        forge.write(told(RECORD, "name", {"name": "Ba"}, version)),
        forge.write(told(RECORD, "name", {"name": "Khác hẳn"}, otherwise, code="other")),
    ]
    dumps = [dump_after(make("a"), changes), dump_after(make("b"), changes[::-1])]
    assert dumps[0] == dumps[1]
    together = make("c")
    together.receive(changes)
    with together.reader() as reader:
        one, two = reader.get("thing", RECORD), reader.get("other", RECORD)
        assert one is not None and one.conflicted == {"name"}
        assert two is not None and two.values["name"] == "Khác hẳn" and not two.conflicted
        assert reader.dump() == dumps[0]
    together.close()


def test_the_same_operation_in_two_change_sets_counts_once(make: Callable[[str], Store]) -> None:
    store, forge = make("a"), Forge()
    first, version = forge.one(GOOD)
    again = Forge("clone").forge([line for line in zlib.decompress(first.payload).split(b"\n")])
    store.receive([first, forge.write(told(RECORD, "name", {"name": "Hai"}, version)), again])
    with store.reader() as reader:
        view = reader.get("thing", RECORD)
    assert view is not None and view.values["name"] == "Hai" and not view.conflicted
    assert store.verify(against_journal=True).findings == ()
    store.close()


def test_a_record_belongs_to_the_unit_that_created_it(make: Callable[[str], Store]) -> None:
    forge, above = Forge(unit="TUCDAN"), Forge("above", unit="HUYEN")
    first, version = forge.one(GOOD)
    changes = [first, above.write(told(RECORD, "name", {"name": "Hai"}, version))]
    for name, order in (("a", changes), ("b", changes[::-1])):
        store = make(name)
        for change in order:
            store.receive([change])
        with store.reader() as reader:
            view = reader.get("thing", RECORD)
        assert view is not None and view.unit == "TUCDAN"
        store.close()


def test_what_was_put_aside_is_taken_when_it_comes_whole(make: Callable[[str], Store]) -> None:
    store, good = make("a"), Forge().write(GOOD)
    assert store.receive([replace(good, payload=good.payload[:-1])]).quarantined == 1
    assert store.receive([good]).new == 1
    assert reasons(store) == []
    store.close()


def test_records_of_a_type_learnt_later_appear_and_those_purged_before_do_not(tmp_path: Path) -> None:
    forge, gone = Forge(), "2" * 32
    old = new_store(tmp_path, registry=small_registry(others=False))
    old.receive(
        [
            forge.write(created(RECORD, {"name": {"name": "Khác"}}, code="other")),
            forge.write(created(gone, {"name": {"name": "Riêng tư"}}, code="other")),
            forge.write({"t": "other", "r": gone, "k": "purge"}),
        ]
    )
    with old.reader() as reader:
        assert "Riêng tư" not in str([c.operations() for c in reader.change_sets(("shared",), {})])
    old.close()
    newer = reopen(tmp_path, registry=small_registry())
    with newer.reader() as reader:
        view = reader.get("other", RECORD)
        assert view is not None and view.values["name"] == "Khác" and reader.get("other", gone) is None
    assert newer.verify(against_journal=True).findings == ()
    newer.close()


def test_values_that_a_field_learnt_later_cannot_hold_are_left_out(tmp_path: Path) -> None:
    old = new_store(tmp_path, registry=small_registry(others=False))
    old.receive([Forge().write(created(RECORD, {"name": {"name": 7}}, code="other"))])
    old.close()
    newer = reopen(tmp_path, registry=small_registry())
    with newer.reader() as reader:
        view = reader.get("other", RECORD)
    assert view is not None and view.values["name"] is None
    newer.close()


def test_two_change_sets_at_one_place_are_both_applied_and_told_once(make: Callable[[str], Store]) -> None:
    forge = Forge()
    first, version = forge.one(GOOD)
    one = forge.write(told(RECORD, "name", {"name": "Hai"}, version))
    two = forge.write(told(RECORD, "size", {"size": 4}, version), seq=2, prev_hash=first.hash)
    store = make("a")
    assert store.receive([first, one]).forks == ()
    result = store.receive([two, one])
    assert [(fork.stream, fork.seq) for fork in result.forks] == [("shared", 2)]
    assert store.receive([two]).forks == ()
    with store.reader() as reader:
        view = reader.get("thing", RECORD)
        assert view is not None and (view.values["name"], view.values["size"]) == ("Hai", 4)
        assert reader.hashes_at(forge.key.public, "shared", 2) == {one.hash, two.hash}
    assert store.verify(against_journal=True).findings == ()
    store.close()


def test_a_purge_reaches_what_was_put_aside(make: Callable[[str], Store]) -> None:
    store, forge = make("a"), Forge()
    bad = [forge.write(told(record, "size", {"size": "nhiều"})) for record in (RECORD, "2" * 32)]
    assert store.receive([forge.write(GOOD), *bad]).quarantined == 2
    store.receive([forge.write({"t": "thing", "r": RECORD, "k": "purge"})])
    assert len(reasons(store)) == 1
    store.close()


def test_a_purge_that_comes_first_leaves_nothing_of_what_comes_after(make: Callable[[str], Store]) -> None:
    forge = Forge()
    first, version = forge.one(GOOD)
    late = forge.write(told(RECORD, "name", {"name": "Riêng tư"}, version))
    purge = forge.write({"t": "thing", "r": RECORD, "k": "purge"})
    store = make("a")
    for change in (purge, late, first):
        store.receive([change])
    with store.reader() as reader:
        assert reader.get("thing", RECORD) is None and reader.waiting() == 0
        assert "Riêng tư" not in str([c.operations() for c in reader.change_sets(("shared",), {})])
    assert store.verify(against_journal=True).findings == ()
    store.close()
