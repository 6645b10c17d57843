"""A laptop that saves records and says so, as a process of its own: `python -m tests.faults.saver FOLDER COUNT`.

Each record is confirmed on standard output only after `change` has returned; whoever watches may kill it at any moment.
"""

import os
import sys
from pathlib import Path

import app.records  # noqa: F401 -- fills the registry
from app.core.clock import SystemClock
from app.core.randomness import SystemRandomness
from app.data.declare import registry
from app.data.engine import FILE_NAME
from app.data.store import Store
from tests.data.conftest import KEY


def open_store(folder: Path) -> Store:
    make = Store.open if (folder / FILE_NAME).exists() else Store.create
    options = {} if make == Store.open else {"unit": "TUCDAN"}
    return make(
        folder,
        KEY,
        registry=registry,
        clock=SystemClock(),
        randomness=SystemRandomness(),
        certify=lambda public: {"replica": public},
        **options,
    )


def main(folder: Path, count: int) -> None:
    store = open_store(folder)
    for number in range(count):
        with store.change("0" * 32, "new") as change:
            record = change.create("hamlet", {"name": f"Bản {number}", "note": "x" * 2000})
        os.write(1, f"saved {record}\n".encode())
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
