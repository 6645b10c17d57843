"""One laptop: what is saved stands, is found, has a history, and survives a rebuild."""

import threading

import pytest

from app.core.errors import Cancelled, UserError
from app.data.conditions import Between, Count, Equals, Sum
from app.data.declare import registry
from app.data.engine import FILE_NAME
from app.data.store import Store
from tests.data.conftest import reopen

OFFICER = "0" * 32


def add_meeting(store: Store, **values: object) -> str:
    whole = {"held_on": "2022-03-12", "form": "propaganda", "topic": "Phòng cháy", "attendees": 86} | values
    with store.change(OFFICER, "new") as change:
        return change.create("meeting", whole)


def values_of(store: Store, type_code: str, record_id: str) -> dict[str, object]:
    with store.reader() as reader:
        view = reader.get(type_code, record_id)
    assert view is not None
    return {name: value for name, value in view.values.items() if value is not None}


def test_a_record_splits_by_stream_and_reads_back_whole(store: Store) -> None:
    meeting = add_meeting(store, chair="Giàng A Sử")
    assert values_of(store, "meeting", meeting)["chair"] == "Giàng A Sử"
    with store.reader() as reader:
        by_stream = {c.header.stream: c.operations() for c in reader.change_sets(("shared", "station"), {})}
    shared, station = str(by_stream["shared"]), str(by_stream["station"])
    assert "Phòng cháy" in shared and "Giàng A Sử" not in shared
    assert "Giàng A Sử" in station and "Phòng cháy" not in station


def test_an_edit_sets_only_its_group_and_history_tells_both(store: Store) -> None:
    meeting = add_meeting(store)
    with store.change(OFFICER, "edit") as change:
        change.update("meeting", meeting, {"topic": "Phòng, chống ma túy"})
    assert values_of(store, "meeting", meeting)["topic"] == "Phòng, chống ma túy"
    assert values_of(store, "meeting", meeting)["attendees"] == 86
    with store.reader() as reader:
        history = reader.history(meeting)
    assert [h.operation["k"] for h in history if h.operation] == ["set", "create", "create"]
    assert history[0].author == OFFICER


def test_an_edit_that_changes_nothing_writes_nothing(store: Store) -> None:
    meeting = add_meeting(store)
    with store.reader() as reader:
        before = reader.dump()
    with store.change(OFFICER, "edit") as change:
        change.update("meeting", meeting, {"topic": "Phòng cháy"})
    with store.reader() as reader:
        assert reader.dump() == before


def test_delete_and_restore(store: Store) -> None:
    meeting = add_meeting(store)
    with store.change(OFFICER, "delete") as change:
        change.delete("meeting", meeting)
    with store.reader() as reader:
        assert reader.count("meeting") == 0
        assert reader.count("meeting", alive=False) == 1
        assert reader.search("phong chay") == []
    with store.change(OFFICER, "restore") as change:
        change.restore("meeting", meeting)
    with store.reader() as reader:
        assert reader.count("meeting") == 1
        assert [hit.id for hit in reader.search("phong chay")] == [meeting]


def test_an_error_in_the_block_leaves_nothing(store: Store) -> None:
    with store.reader() as reader:
        before = reader.dump()
    with pytest.raises(RuntimeError), store.change(OFFICER, "new") as change:
        change.create("hamlet", {"name": "Bản Pa Te"})
        raise RuntimeError("the officer's laptop fell off the table")
    with store.reader() as reader:
        assert reader.dump() == before


def test_search_without_marks_finds_beginnings_and_references(store: Store) -> None:
    with store.change(OFFICER, "new") as change:
        hamlet = change.create("hamlet", {"name": "Bản Pa Te"})
        house = change.create("household", {"head": "Giàng A Sử", "hamlet": hamlet})
        other = change.create("household", {"head": "Đinh Văn Đức", "hamlet": hamlet})
    with store.reader() as reader:
        assert [h.id for h in reader.search("giang a", types=("household",))] == [house]
        assert [h.id for h in reader.search("duc", types=("household",))] == [other]
        assert [h.id for h in reader.search("duc", types=("meeting",))] == []
        assert reader.count("household", search="pa te") == 2
        assert reader.count("household", search="giang") == 1


def test_lists_sort_by_given_name_and_page_by_anchor(store: Store) -> None:
    names = ["Sùng A Páo", "Giàng A Án", "Đinh Văn Đức", "Lò Văn Bình", "Sùng"]
    with store.change(OFFICER, "new") as change:
        for name in names:
            change.create("household", {"head": name, "hamlet": "0" * 32})
    with store.reader() as reader:
        anchors = reader.anchors("household", order=("head", "asc"), step=2)
        paged = [
            view.values["head"]
            for anchor in anchors
            for view in reader.window("household", order=("head", "asc"), start=anchor, limit=2)
        ]
        backwards = [v.values["head"] for v in reader.window("household", order=("head", "desc"))]
    assert paged == ["Giàng A Án", "Lò Văn Bình", "Đinh Văn Đức", "Sùng A Páo", "Sùng"]
    assert backwards == paged[::-1]


def test_aggregates_count_standing_records_only(store: Store) -> None:
    add_meeting(store, attendees=10)
    add_meeting(store, attendees=20, held_on="2022-05-01")
    gone = add_meeting(store, attendees=40)
    with store.change(OFFICER, "delete") as change:
        change.delete("meeting", gone)
    march = Between("held_on", "2022-03-01", "2022-03-31")
    with store.reader() as reader:
        assert reader.aggregate("meeting", march, Sum("attendees")) == 10
        assert reader.aggregate("meeting", Equals("form", "propaganda"), Count()) == 2
        assert reader.grouped("meeting", march, Count(), "unit") == {"TUCDAN": 1}


def test_rebuild_gives_what_was_there(store: Store) -> None:
    meeting = add_meeting(store, chair="Giàng A Sử")
    for topic in ("Một", "Hai"):
        with store.change(OFFICER, "edit") as change:
            change.update("meeting", meeting, {"topic": topic, "chair": None})
    gone = add_meeting(store)
    with store.change(OFFICER, "delete") as change:
        change.delete("meeting", gone)
    with store.reader() as reader:
        before = reader.dump()
    store.rebuild()
    with store.reader() as reader:
        assert reader.dump() == before
    proof = store.verify(against_journal=True)
    assert proof.findings == () and proof.records == 1


def test_purge_leaves_no_word_and_the_chain_still_verifies(store: Store) -> None:
    meeting = add_meeting(store, topic="Chuyện riêng")
    with store.change(OFFICER, "edit") as change:
        change.update("meeting", meeting, {"topic": "Chuyện riêng khác"})
    with store.change(OFFICER, "purge") as change:
        change.purge("meeting", meeting)
    with store.reader() as reader:
        assert reader.get("meeting", meeting) is None
        everything = [o.operation for c in reader.change_sets(("shared", "station"), {}) for o in c.operations()]
    assert [o["k"] for o in everything if o] == ["purge", "purge"]
    assert "riêng" not in str(everything)
    assert store.verify(against_journal=True).findings == ()


def test_an_issued_award_keeps_saying_what_was_issued(store: Store) -> None:
    with store.change(OFFICER, "new") as change:
        award = change.create("award", {"number": "12/QĐ-UBND", "decided_on": "2022-11-20", "deed": "Bắt trộm", "state": "draft"})
    with store.change(OFFICER, "issue") as change:
        change.update("award", award, {"state": "issued"})
    with store.change(OFFICER, "edit") as change:
        change.update("award", award, {"deed": "Bắt cướp"})
    with store.reader() as reader:
        view = reader.get("award", award)
    assert view is not None and view.values["deed"] == "Bắt trộm" and "amended" in view.flags
    with store.change(OFFICER, "edit") as change:
        change.update("award", award, {"state": "draft"})
    assert values_of(store, "award", award)["deed"] == "Bắt cướp"
    assert store.verify(against_journal=True).findings == ()


def test_the_file_holds_no_readable_name(store: Store) -> None:
    add_meeting(store, topic="Giàng A Sử kể chuyện")
    content = b"".join(path.read_bytes() for path in store.folder.glob(FILE_NAME + "*"))
    assert "Giàng".encode() not in content and b"meeting" not in content and b"SQLite" not in content


def test_a_wrong_key_is_said(store: Store) -> None:
    store.close()
    with pytest.raises(UserError) as told:
        Store.open(
            store.folder,
            bytes(32),
            registry=registry,
            clock=store.clock,
            randomness=store._randomness,
            certify=lambda public: {},
        )
    assert told.value.code == "data.wrong_key"


def test_reopening_goes_on_where_it_was(store: Store) -> None:
    meeting = add_meeting(store)
    replica = store.replica_id
    store.close()
    again = reopen(store.folder)
    assert again.replica_id == replica
    assert values_of(again, "meeting", meeting)["attendees"] == 86
    again.close()


def test_a_rolled_back_database_begins_a_new_replica(store: Store) -> None:
    add_meeting(store)
    store.close()
    files = {path: path.read_bytes() for path in store.folder.glob(FILE_NAME + "*")}
    again = reopen(store.folder)
    add_meeting(again)
    replica = again.replica_id
    again.close()
    for path, content in files.items():
        path.write_bytes(content)
    restored = reopen(store.folder, seed="restored")
    assert restored.replica_id != replica
    restored.close()


def test_declarations_that_changed_are_projected_anew(store: Store) -> None:
    meeting = add_meeting(store)
    store.local.put("projection", "an older program")
    with store.transaction() as connection:
        connection.exec_driver_sql("DROP TABLE r_meeting")
        connection.exec_driver_sql("CREATE TABLE r_meeting (id TEXT PRIMARY KEY)")
    store.close()
    again = reopen(store.folder)
    assert values_of(again, "meeting", meeting)["topic"] == "Phòng cháy"
    again.close()


def test_a_released_savepoint_and_a_table_do_not_survive_rollback(store: Store) -> None:
    with pytest.raises(RuntimeError), store.transaction() as connection:
        with connection.begin_nested():
            connection.exec_driver_sql("INSERT INTO local (key, value) VALUES ('x', '1')")
        connection.exec_driver_sql("CREATE TABLE left_over (id INTEGER)")
        raise RuntimeError("power cut")
    with store.transaction() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM local WHERE key = 'x'").scalar_one() == 0
        query = "SELECT count(*) FROM sqlite_master WHERE name = 'left_over'"
        assert connection.exec_driver_sql(query).scalar_one() == 0


def test_large_changes_are_cut_into_bounded_change_sets(store: Store) -> None:
    with store.change(OFFICER, "import") as change:
        for number in range(1200):
            change.create("hamlet", {"name": f"Bản {number}"})
    with store.reader() as reader:
        sizes = [len(c.operations()) for c in reader.change_sets(("shared",), {})]
        batches = {c.header.batch for c in reader.change_sets(("shared",), {})}
    assert sizes == [500, 500, 200] and len(batches) == 1


def test_a_long_query_can_be_interrupted_and_the_next_one_answers(store: Store) -> None:
    started, outcome = threading.Event(), []

    def ask() -> None:
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        try:
            with store.reader() as reader:
                started.set()
                reader._connection.exec_driver_sql(endless)
        except Cancelled:
            outcome.append("cancelled")

    asking = threading.Thread(target=ask)
    asking.start()
    started.wait()
    while asking.is_alive():
        store.interrupt()
        asking.join(0.01)
    assert outcome == ["cancelled"]
    with store.reader() as reader:
        assert reader.count("meeting") == 0


def test_lists_sort_numbers_by_size_with_empty_ones_first_and_page_through_them(store: Store) -> None:
    sizes = [12, None, 3, 0, None, 100, 7]
    with store.change(OFFICER, "new") as change:
        for number, size in enumerate(sizes):
            change.create("hamlet", {"name": f"Bản {number}", "households": size})
    with store.reader() as reader:
        for direction, wanted in (("asc", [None, None, 0, 3, 7, 12, 100]), ("desc", [100, 12, 7, 3, 0, None, None])):
            order = ("households", direction)
            anchors = reader.anchors("hamlet", order=order, step=2)
            paged = [
                view.values["households"]
                for anchor in anchors
                for view in reader.window("hamlet", order=order, start=anchor, limit=2)
            ]
            assert paged == wanted
