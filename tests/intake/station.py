"""A station's book to take workbooks into: a few hamlets in it, on a day after everything in the sheets."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.core.clock import FixedClock
from app.core.i18n import load
from app.services.context import Context, Officer
from tests.data.conftest import new_store
from tests.intake.messy.facts import KNOWN_HAMLETS

TODAY = datetime(2024, 11, 20, 9, 0)
OFFICER = Officer("0" * 31 + "1", "giang", "Giàng A Sử", "commander")


@contextmanager
def station(folder: Path) -> Iterator[Context]:
    store = new_store(folder, clock=FixedClock(TODAY))
    with store.change(OFFICER.id, "new") as change:
        change.create("officer", {"name": OFFICER.name, "role": "commander", "login": OFFICER.login}, OFFICER.id)
        for hamlet in KNOWN_HAMLETS:
            change.create("hamlet", {"name": hamlet, "households": 90})
    yield Context(store, OFFICER, store.clock, load("vi"), store.folder)
    store.close()
