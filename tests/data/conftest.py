"""Stores of a few laptops, without passwords or packages: change-sets are handed over directly."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.core.clock import FixedClock
from app.core.randomness import SeededRandomness
from app.data.declare import Registry
from app.data.declare import registry as shipped
from app.data.store import Store

KEY = bytes(range(32))
NOON = datetime(2022, 3, 12, 12, 0)

MakeStore = Callable[..., Store]


def new_store(
    folder: Path, *, unit: str = "TUCDAN", seed: str = "a", clock: FixedClock | None = None, registry: Registry = shipped
) -> Store:
    folder.mkdir(parents=True, exist_ok=True)
    return Store.create(
        folder,
        KEY,
        unit=unit,
        registry=registry,
        clock=clock or FixedClock(NOON),
        randomness=SeededRandomness(seed),
        certify=lambda public: {"replica": public},
    )


def reopen(folder: Path, *, seed: str = "again", registry: Registry = shipped) -> Store:
    return Store.open(
        folder,
        KEY,
        registry=registry,
        clock=FixedClock(NOON),
        randomness=SeededRandomness(seed),
        certify=lambda public: {"replica": public},
    )


@pytest.fixture
def make_store(tmp_path: Path) -> Iterator[MakeStore]:
    made: list[Store] = []

    def make(name: str = "a", **options: object) -> Store:
        store = new_store(tmp_path / name, seed=name, **options)  # type: ignore[arg-type] # options of new_store
        made.append(store)
        return store

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    return make_store()
