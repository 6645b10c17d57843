"""What a record shows, against a model that fits on a page: heads = versions − everything that any of them replaces.

Histories are made by a few laptops that know only part of what the others did; the database then gets what they wrote in any
order, in pieces of any size, and sometimes without one of the streams, as the unit above does.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.data.changeset import ChangeSet, Operation
from app.data.store import Store
from tests.data.conftest import new_store
from tests.data.forge import MINUTE, Forge, created, told
from tests.data.things import small_registry

REGISTRY = small_registry()
THING = REGISTRY.get("thing")
GROUPS = ("life", *THING.groups)
STREAM = {group: THING.stream_of(group) for group in GROUPS}
NUMBERS = itertools.count(1)
VALUES: dict[str, list[dict[str, Any]]] = {
    "name": [{"name": "Một"}, {"name": "Hai"}, {}],
    "decision": [{"number": "1", "decided_on": "2022-01-01"}, {"number": "2"}, {}],
    "size": [{"size": 1}, {"size": 2}, {}],
    "figures": [{"figures": '{"a":[1,2]}'}, {}],
    "note": [{"note": "riêng"}, {"note": "khác"}, {}],
}


@dataclass(frozen=True)
class Version:
    """One operation as the model sees it."""

    version: str
    rank: tuple[int, str, str]
    operation: Operation
    stream: str
    change: ChangeSet

    def says(self, group: str) -> dict[str, Any] | None:
        if self.stream != STREAM[group]:
            return None
        if self.operation["k"] == "create":
            return {"alive": 1} if group == "life" else self.operation["g"].get(group, {})
        return self.operation["v"] if self.operation["g"] == group else None

    def replaces(self) -> set[str]:
        return set(self.operation.get("p", ()))


class Model:
    """A set of versions and what follows from it, with nothing remembered."""

    def __init__(self, versions: dict[str, Version]) -> None:
        self.versions = versions

    def heads(self, group: str) -> list[Version]:
        speaking = [v for v in self.versions.values() if v.says(group) is not None]
        replaced = {r for v in speaking for r in v.replaces()}
        return sorted((v for v in speaking if v.version not in replaced), key=lambda v: v.rank)

    def top(self, group: str) -> dict[str, Any]:
        heads = self.heads(group)
        return (heads[-1].says(group) or {}) if heads else {}

    def frozen(self) -> dict[str, str]:
        return dict(self.top("state").get("froze", {}))

    def shown(self) -> dict[str, Any]:
        row: dict[str, Any] = {}
        for group, names in THING.groups.items():
            values: dict[str, Any] | None = self.top(group)
            if group in self.frozen():
                issued = self.versions.get(self.frozen()[group])
                values = issued.says(group) if issued else None
            row |= {name: (values or {}).get(name) for name in names}
        return row

    def conflicted(self) -> set[str]:
        def said(group: str) -> set[str]:
            content = ({k: v for k, v in (h.says(group) or {}).items() if k not in ("froze", "seen")} for h in self.heads(group))
            return {str(sorted(c.items())) for c in content}

        return {group for group in GROUPS if len(said(group)) > 1}

    def flags(self) -> set[str]:
        life = self.top("life")
        flags = set()
        if life and not life["alive"]:
            current = {h.version for g in THING.groups for h in self.heads(g)}
            flags |= {"edited_after_delete"} if current - set(life.get("seen", ())) else set()
        for group, version in self.frozen().items():
            standing = {h.version for h in self.heads(group)}
            if standing and standing != {version}:
                flags.add("amended")
        return flags


@dataclass
class Laptop:
    """Somebody who knows some of the versions and writes on top of what they know."""

    forge: Forge
    record: str
    known: dict[str, Version] = field(default_factory=dict)

    def add(self, operation: Operation, stream: str) -> None:
        change, version = self.forge.one(operation, stream)
        rank = (change.header.stamp, change.header.replica, version)
        self.known[version] = Version(version, rank, operation, stream, change)

    def act(self, act: str, chance: Random) -> None:
        model = Model(self.known)
        if act == "create" or not self.known:
            for stream in THING.streams:
                groups = {g: chance.choice(said) for g, said in VALUES.items() if STREAM[g] == stream and chance.random() < 0.6}
                self.add(created(self.record, groups), stream)
        elif act == "edit":
            group = chance.choice(list(VALUES))
            heads = [h.version for h in model.heads(group)]
            seen = heads if chance.random() < 0.7 else heads[:1]
            self.add(told(self.record, group, chance.choice(VALUES[group]), *seen), STREAM[group])
        elif act == "life":
            alive = bool(model.top("life").get("alive"))
            known = sorted(h.version for g in GROUPS for h in model.heads(g))
            said = {"alive": 0, "seen": known} if alive else {"alive": 1}
            self.add(told(self.record, "life", said, *(h.version for h in model.heads("life"))), STREAM["life"])
        elif act == "state":
            said = {"state": "draft"}
            if not model.frozen():
                froze = {g: model.heads(g)[-1].version for g in THING.groups if g != "state" and model.heads(g)}
                said = {"state": "issued", "froze": froze}
            self.add(told(self.record, "state", said, *(h.version for h in model.heads("state"))), STREAM["state"])


ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["create", "edit", "edit", "edit", "life", "state", "state", "learn", "learn"])),
    min_size=1,
    max_size=24,
)


def history(record: str, steps: list[tuple[int, str]], chance: Random) -> dict[str, Version]:
    """Everything three laptops wrote on a record; their clocks are up to half an hour apart."""
    start = 1_647_000_000_000 << 16
    laptops = [Laptop(Forge(f"{record}{n}", stamp=start + n * 15 * MINUTE), record) for n in range(3)]
    for number, act in steps:
        if act == "learn":
            laptops[number].known |= chance.choice(laptops).known
        else:
            laptops[number].act(act, chance)
    return {version: v for laptop in laptops for version, v in laptop.known.items()}


def compare(store: Store, record: str, model: Model) -> None:
    with store.reader() as reader:
        view = reader.get("thing", record)
    assert view is not None
    assert view.values == model.shown()
    assert view.alive == (model.top("life").get("alive") == 1)
    assert {g: set(v) for g, v in view.heads.items()} == {g: {h.version for h in model.heads(g)} for g in GROUPS if model.heads(g)}
    assert view.conflicted == model.conflicted()
    assert view.flags == model.flags()


@pytest.fixture(scope="module")
def receiving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for all examples, a record each; in the end it is compared with what a rebuild makes of its journal."""
    store = new_store(tmp_path_factory.mktemp("model"), registry=REGISTRY)
    yield store
    assert store.verify(against_journal=True).findings == ()
    store.close()


@settings(max_examples=settings().max_examples * 2)
@given(steps=ACTS, chance=st.randoms(use_true_random=False), streams=st.sampled_from([THING.streams, ("shared",)]))
def test_what_is_shown_is_what_the_model_says(
    receiving: Store, steps: list[tuple[int, str]], chance: Random, streams: tuple[str, ...]
) -> None:
    record = f"{next(NUMBERS):032x}"
    arriving = [v for v in history(record, steps, chance).values() if v.stream in streams]
    chance.shuffle(arriving)
    here: dict[str, Version] = {}
    while arriving:
        size = chance.randint(1, len(arriving))
        piece, arriving = arriving[:size], arriving[size:]
        receiving.receive([v.change for v in piece])
        here |= {v.version: v for v in piece}
        compare(receiving, record, Model(here))
