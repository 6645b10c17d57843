"""What was confirmed is on disk: seen from outside the process, by the system calls it makes and by killing it."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.saver import open_store

PROJECT = Path(__file__).resolve().parents[2]


def saver(folder: Path, count: int, *before: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    return [*before, sys.executable, "-m", "tests.faults.saver", str(folder), str(count)]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is a Linux tool that set-up installs where it can")
def test_an_fsync_of_the_log_stands_before_each_confirmed_save(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    strace = ("strace", "-f", "-y", "-e", "trace=fsync,fdatasync,write", "-s", "64", "-o", str(trace))
    done = subprocess.run(saver(tmp_path / "data", 5, *strace), cwd=PROJECT, capture_output=True, check=False)
    if b"ptrace" in done.stderr:
        pytest.skip("this machine does not allow tracing")
    assert done.returncode == 0, done.stderr.decode()
    synced = False
    confirmed = 0
    for line in trace.read_text("utf-8", errors="replace").splitlines():
        if re.search(r"f(data)?sync\(\d+<[^>]*\.db-wal>", line):
            synced = True
        elif '"saved ' in line:
            assert synced, "a save was confirmed before the log reached the disk"
            synced = False
            confirmed += 1
    assert confirmed == 5


def test_a_killed_process_loses_nothing_it_confirmed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    confirmed: list[str] = []
    for round_ in range(4):
        with subprocess.Popen(saver(folder, 500), cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            wanted = random.Random(round_).randint(3, 40)
            for _ in range(wanted):
                confirmed.append(process.stdout.readline().split()[1])
            os.kill(process.pid, signal.SIGKILL)
            confirmed += [line.split()[1] for line in process.stdout if len(line.split()) == 2]
        store = open_store(folder)
        with store.reader() as reader:
            assert set(confirmed) <= set(reader.get_many("hamlet", confirmed))
        assert store.verify(against_journal=True).findings == ()
        store.close()
