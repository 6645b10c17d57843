"""A station's context for services, over a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.i18n import load
from app.services.context import Context, Officer
from tests.data.conftest import new_store

OFFICER = Officer("0" * 31 + "1", "giang", "Giàng A Sử", "commander")


@pytest.fixture
def ctx(tmp_path: Path) -> Iterator[Context]:
    store = new_store(tmp_path / "station")
    with store.change(OFFICER.id, "new") as change:
        change.create("officer", {"name": OFFICER.name, "role": "commander", "login": OFFICER.login}, OFFICER.id)
    yield Context(store, OFFICER, store.clock, load("en"), store.folder)
    store.close()
