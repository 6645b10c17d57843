"""Operations of older and newer programs."""

from dataclasses import replace

from app.data.changeset import SCHEMA, ChangeSet, build_payload, seal
from app.data.upcast import upcast
from app.keys.signing import SigningKey
from tests.data.conftest import MakeStore


def test_steps_run_one_after_the_other() -> None:
    steps = {1: lambda o: {**o, "a": 1}, 2: lambda o: {**o, "b": o["a"] + 1}}
    assert upcast({"r": "x"}, 1, steps, 3) == {"r": "x", "a": 1, "b": 2}
    assert upcast({"r": "x"}, 3, steps, 3) == {"r": "x"}


def test_unknown_types_and_fields_of_a_newer_program_are_kept_and_carried_on(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    with a.change("0" * 32, "new") as change:
        change.create("hamlet", {"name": "Bản Mù"})
    with a.reader() as reader:
        (known,) = reader.change_sets(("shared",), {})
    later = [
        {"t": "drone", "r": "d" * 32, "k": "create", "g": {"name": {"name": "UAV"}}},
        {"t": "hamlet", "r": "e" * 32, "k": "create", "g": {"name": {"name": "Bản Mới"}, "mood": {"mood": "good"}}},
    ]
    payload, payload_hash = build_payload([seal(operation, a._randomness)[1] for operation in later])
    key = SigningKey.generate(a._randomness)
    header = replace(known.header, replica=key.public, schema=9, payload_hash=payload_hash)
    newer = ChangeSet(header, payload, key.sign(header.canonical()))
    result = b.receive([newer])
    assert (result.new, result.quarantined) == (1, 0)
    with b.reader() as reader:
        kept = list(reader.change_sets(("shared",), {}))
        view = reader.get("hamlet", "e" * 32)
    assert kept == [newer] and view is not None and view.values["name"] == "Bản Mới"
    assert b.verify(against_journal=True).findings == ()


def test_a_year_of_birth_of_the_first_schema_is_a_birth_date_of_which_the_year_is_known() -> None:
    created = {
        "t": "household",
        "r": "a" * 32,
        "k": "create",
        "g": {"head": {"head": "Giàng A Sử"}, "birth_year": {"birth_year": 1980}},
    }
    changed = {"t": "member", "r": "b" * 32, "k": "set", "g": "birth_year", "v": {"birth_year": 1975}, "p": []}
    emptied = {"t": "member", "r": "b" * 32, "k": "set", "g": "birth_year", "v": {}, "p": []}
    other = {"t": "reintegration", "r": "c" * 32, "k": "set", "g": "birth_year", "v": {"birth_year": 1975}, "p": []}
    assert upcast(created, 1)["g"] == {"head": {"head": "Giàng A Sử"}, "birth": {"birth": "1980"}}
    assert upcast(changed, 1) == {**changed, "g": "birth", "v": {"birth": "1975"}}
    assert upcast(emptied, 1) == {**emptied, "g": "birth"}
    assert upcast(other, 1) == other
    assert upcast(changed, SCHEMA) == changed


def test_a_package_of_the_first_schema_is_read_under_today_s(make_store: MakeStore) -> None:
    a, b = make_store("a"), make_store("b")
    with a.change("0" * 32, "new") as change:
        change.create("household", {"head": "Mùa A Chu"})
    with a.reader() as reader:
        (known,) = reader.change_sets(("station",), {})
    record = "e" * 32
    old = [
        {"t": "household", "r": record, "k": "create", "g": {"head": {"head": "Giàng A Sử"}, "birth_year": {"birth_year": 1980}}},
        {"t": "household", "r": record, "k": "set", "g": "birth_year", "v": {"birth_year": 1981}, "p": []},
    ]
    payload, payload_hash = build_payload([seal(operation, a._randomness)[1] for operation in old])
    key = SigningKey.generate(a._randomness)
    header = replace(known.header, replica=key.public, schema=1, payload_hash=payload_hash)
    result = b.receive([ChangeSet(header, payload, key.sign(header.canonical()))])
    assert (result.new, result.quarantined) == (1, 0)
    with b.reader() as reader:
        view = reader.get("household", record)
    assert view is not None and view.values["birth"] in ("1980", "1981") and view.conflicted == {"birth"}
    assert b.verify(against_journal=True).findings == ()
