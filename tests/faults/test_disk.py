"""A disk that is full, a folder that cannot be written, a file that was damaged: told in words, nothing half-written."""

import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import UserError
from app.data.declare import registry
from app.data.engine import FILE_NAME
from app.data.store import Store
from tests.data.conftest import KEY, new_store, reopen

PROJECT = Path(__file__).resolve().parents[2]
OFFICER = "0" * 32
LONG = "x" * 20_000


def add(store: Store, count: int = 1) -> None:
    with store.change(OFFICER, "new") as change:
        for number in range(count):
            change.create("hamlet", {"name": f"Bản {number}", "note": os.urandom(6000).hex()})


def counted(store: Store) -> int:
    with store.reader() as reader:
        return reader.count("hamlet")


@pytest.fixture
def no_larger_files() -> Iterator[None]:
    """No file of this process may grow beyond 6 MB: to the database that is a disk that refuses."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("no_larger_files")
def test_a_save_that_finds_no_room_leaves_nothing_and_the_next_one_works(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    add(store)
    with pytest.raises(UserError) as refused:
        add(store, 800)
    assert refused.value.code in ("data.no_room", "data.disk")
    assert counted(store) == 1
    add(store)
    assert counted(store) == 2 and store.verify(against_journal=True).findings == ()
    store.close()
    again = reopen(tmp_path)
    assert counted(again) == 2
    again.close()


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not allow a small disk to be mounted")
    try:
        store = new_store(small)
        add(store)
        with pytest.raises(UserError) as refused:
            add(store, 800)
        assert refused.value.code == "data.no_room"
        assert counted(store) == 1
        store.close()
        again = reopen(small)
        add(again)
        assert counted(again) == 2 and again.verify(against_journal=True).findings == ()
        again.close()
    finally:
        subprocess.run(["umount", str(small)], check=False)


def test_setting_up_without_room_leaves_no_file(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(UserError):
            new_store(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [path.name for path in tmp_path.iterdir()] == []


READ_ONLY = """
import os, sys, tempfile
from pathlib import Path
import app.records
from app.core.errors import UserError
from tests.data.conftest import new_store, reopen
with tempfile.TemporaryDirectory() as warm:  # what the libraries load late may lie where only root reads
    new_store(Path(warm)).close()
os.setgid(65534), os.setuid(65534)
folder = Path(sys.argv[1])
for act in (reopen, lambda path: new_store(path / "nested")):
    try:
        store = act(folder)
        with store.change("0" * 32, "new") as change:
            change.create("hamlet", {"name": "Bản Mù"})
    except UserError as error:
        print(error.code)
    except OSError as error:
        print(type(error).__name__)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without rights on the folder")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    new_store(tmp_path / "data").close()
    for path in (tmp_path / "data").iterdir():
        path.chmod(0o444)
    (tmp_path / "data").chmod(0o555)
    for parent in (tmp_path, *list(tmp_path.parents)[:3]):
        if parent != Path("/tmp"):
            parent.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(tmp_path / "data")], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if "ModuleNotFoundError" in done.stderr or "PermissionError" in done.stderr:
        pytest.skip("nobody else may read this checkout")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[0] in ("data.read_only", "data.cannot_open")


def use(folder: Path) -> int:
    store = reopen(folder)
    try:
        count = counted(store)
        with store.reader() as reader:
            reader.search("ban")
            reader.window("hamlet", order=("name", "asc"))
            for change in reader.change_sets(("shared",), {}):
                change.operations()
        add(store)
        store.verify(against_journal=True)
        return count
    finally:
        store.close()


@pytest.mark.parametrize("seed", range(24))
def test_flipped_bytes_are_told_and_never_a_traceback(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store = new_store(tmp_path)
    add(store, 30)
    store.close()
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    for _ in range(1 + seed % 3):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    try:
        assert use(tmp_path) == 30
    except UserError as error:
        assert error.code in ("data.damaged", "data.wrong_key")


@pytest.mark.parametrize("left", [0, 1, 1000, 4096, 50_000])
def test_a_file_cut_short_is_told(tmp_path: Path, left: int) -> None:
    store = new_store(tmp_path)
    add(store, 30)
    store.close()
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(UserError) as refused:
        use(tmp_path)
    assert refused.value.code in ("data.damaged", "data.wrong_key")


@pytest.mark.parametrize("key", [bytes(32), KEY[::-1]])
def test_a_wrong_key_changes_nothing_and_keeps_no_file_open(tmp_path: Path, key: bytes) -> None:
    store = new_store(tmp_path)
    add(store)
    store.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(UserError) as refused:
        Store.open(
            tmp_path, key, registry=registry, clock=store.clock, randomness=store._randomness, certify=lambda public: {}
        )
    assert refused.value.code == "data.wrong_key"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    open_files = Path("/proc/self/fd")
    if open_files.exists():
        assert not [fd for fd in open_files.iterdir() if str(tmp_path) in os.path.realpath(fd)]
