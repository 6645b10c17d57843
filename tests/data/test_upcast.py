"""Operations of older and newer programs."""

from dataclasses import replace

from app.data.changeset import ChangeSet, build_payload, seal
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
