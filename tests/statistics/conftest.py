"""Books to count in: a station's and its unit above's, without passwords or packages."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import app.records  # noqa: F401 -- fills the registry
from app.core.clock import FixedClock
from app.core.randomness import SeededRandomness
from app.data.declare import registry
from app.data.store import Store

MakeBook = Callable[[str], Store]
NOON = datetime(2022, 12, 20, 12, 0)


@pytest.fixture
def make_book(tmp_path: Path) -> Iterator[MakeBook]:
    """A new book for the unit of a code."""
    made: list[Store] = []

    def make(unit: str) -> Store:
        folder = tmp_path / unit
        folder.mkdir()
        store = Store.create(
            folder,
            bytes(32),
            unit=unit,
            registry=registry,
            clock=FixedClock(NOON),
            randomness=SeededRandomness(unit),
            certify=lambda public: {"replica": public},
        )
        made.append(store)
        return store

    yield make
    for store in made:
        store.close()


@pytest.fixture
def station(make_book: MakeBook) -> Store:
    return make_book("TUCDAN")


def add(store: Store, type_code: str, *records: Mapping[str, Any]) -> list[str]:
    """Record these and return their ids."""
    with store.change("tester", "new") as change:
        return [change.create(type_code, values) for values in records]
