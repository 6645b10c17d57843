"""Contents of attachments: kept once, in the transaction of the record that names them, and gone with the last record that does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds import Contents, Text
from app.data.declare import Record, RecordType, Registry, Section, field
from app.data.store import Store
from tests.data.conftest import MakeStore, new_store, reopen

OFFICER = "0" * 31 + "1"
PICTURE = b"\xff\xd8 a picture" * 40


class Paper(Record):
    name = field(Text(), "Name")
    contents = field(Contents(), "Contents")


class Elder(Record):
    name = field(Text(), "Name")


def registry_of(**records: type[Record]) -> Registry:
    made = Registry()
    for code, record in records.items():
        made.add(
            RecordType(
                code=code,
                record=record,
                title="Paper",
                plural="Papers",
                purpose="To test.",
                columns=("name",),
                sections=(Section("", tuple(record.fields)),),
                summary="{name}",
                sort=("name", "asc"),
            )
        )
    return made


REGISTRY = registry_of(paper=Paper)


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    return make_store(registry=REGISTRY)


def attach(store: Store, *pages: bytes, name: str = "a") -> str:
    with store.change(OFFICER, "new") as change:
        return change.create("paper", {"name": name, "contents": " ".join(change.keep(page) for page in pages)})


def kept(store: Store, data: bytes) -> bool:
    with store.reader() as reader:
        return any(reader.content(name) == data for name in hashes(store))


def hashes(store: Store) -> list[str]:
    with store.transaction() as connection:
        return sorted(row[0] for row in connection.exec_driver_sql("SELECT hash FROM content"))


def purge(store: Store, record: str) -> None:
    with store.change(OFFICER, "purge") as change:
        change.purge("paper", record)


def test_contents_are_written_with_their_record_or_not_at_all(store: Store) -> None:
    with pytest.raises(RuntimeError), store.transaction():
        attach(store, PICTURE)
        raise RuntimeError
    assert hashes(store) == []
    attach(store, PICTURE)
    assert kept(store, PICTURE)


def test_the_same_content_is_kept_once(store: Store) -> None:
    attach(store, PICTURE, b"2")
    attach(store, PICTURE)
    assert len(hashes(store)) == 2


def test_a_purge_takes_along_what_no_other_record_names(store: Store) -> None:
    first, second = attach(store, PICTURE, b"2"), attach(store, PICTURE)
    purge(store, first)
    assert kept(store, PICTURE) and len(hashes(store)) == 1
    purge(store, second)
    assert hashes(store) == []


def test_a_deleted_record_keeps_its_contents_for_when_it_is_restored(store: Store) -> None:
    first, second = attach(store, PICTURE), attach(store, PICTURE)
    with store.change(OFFICER, "delete") as change:
        change.delete("paper", first)
    purge(store, second)
    assert kept(store, PICTURE)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.sets(st.integers(0, 4), min_size=1)), max_size=12))
def test_after_any_history_exactly_what_is_named_is_kept(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, int, set[int]]]
) -> None:
    store = new_store(tmp_path_factory.mktemp("book"), registry=REGISTRY)
    try:
        standing: list[tuple[str, set[int]]] = []
        for add, place, pages in steps:
            if add or not standing:
                standing.append((attach(store, *(b"page %d" % page for page in sorted(pages))), pages))
            else:
                purge(store, standing.pop(place % len(standing))[0])
        assert len(hashes(store)) == len(set().union(*(pages for _, pages in standing)))
        assert store.verify(against_journal=True).findings == ()
    finally:
        store.close()


def test_contents_survive_a_rebuild_and_a_file_from_before_learns_to_keep_them(tmp_path: Path) -> None:
    before = new_store(tmp_path, registry=registry_of(elder=Elder))
    with before.transaction() as connection:
        connection.exec_driver_sql("DROP TABLE content")
    before.close()
    store = reopen(tmp_path, registry=REGISTRY)
    attach(store, PICTURE)
    store.rebuild()
    assert kept(store, PICTURE)
    store.close()


def test_an_altered_content_is_found_and_a_missing_one_is_counted(store: Store) -> None:
    attach(store, PICTURE)
    with store.transaction() as connection:
        connection.exec_driver_sql("UPDATE content SET data = x'00'")
    assert [finding.code for finding in store.verify().findings] == ["content"]
    with store.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM content")
    proof = store.verify()
    assert (proof.findings, proof.contents_missing) == ((), 1)


def test_contents_lie_encrypted_in_the_file(store: Store, tmp_path: Path) -> None:
    attach(store, PICTURE)
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"a picture" in file.read_bytes()]
