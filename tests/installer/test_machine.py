"""What the set-up refuses before it downloads anything, and in which words."""

import ast
import os
import platform
import shutil
import subprocess
from collections import namedtuple
from pathlib import Path

import bootstrap
import pytest
import setup_machine
from setup_words import Refused, Words

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def words() -> Words:
    return Words("en")


def test_an_old_python_is_told_in_both_languages(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    assert bootstrap.main() == 1
    told = capsys.readouterr().err
    assert "can Python 3.11 tro len" in told and "needs Python 3.11 or newer" in told


def test_an_old_python_can_read_the_file_that_tells_it() -> None:
    source = Path(bootstrap.__file__).read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)]
    assert source.startswith("# -*- coding: utf-8 -*-")


@pytest.mark.parametrize(("found", "said"), [((2, 31), "has glibc 2.31 and 2.34 is needed"), (None, "does not use glibc")])
def test_an_old_linux_is_told(
    words: Words, monkeypatch: pytest.MonkeyPatch, found: tuple[int, ...] | None, said: str
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(setup_machine, "glibc", lambda: found)
    with pytest.raises(Refused, match=said):
        setup_machine.check_platform(words)


@pytest.mark.parametrize(("machine", "system"), [("aarch64", "Linux"), ("i686", "Windows"), ("x86_64", "Darwin")])
def test_another_machine_is_told(words: Words, monkeypatch: pytest.MonkeyPatch, machine: str, system: str) -> None:
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(platform, "system", lambda: system)
    with pytest.raises(Refused, match=f"{machine}|runs on Windows and Linux"):
        setup_machine.check_platform(words)


def test_this_machine_will_do(words: Words) -> None:
    setup_machine.check_platform(words)


class System:
    """A Linux of which some libraries are missing."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, missing: set[str], debian: bool, root: bool) -> None:
        self.commands: list[list[str]] = []
        monkeypatch.setattr(platform, "system", lambda: "Linux")
        monkeypatch.setattr(setup_machine, "_loads", lambda file: file not in missing)
        monkeypatch.setattr(setup_machine, "_has_venv", lambda: "venv" not in missing)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if debian and name not in missing else None)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)
        monkeypatch.setattr(subprocess, "run", self._run)
        self.code = 0

    def _run(self, command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        self.commands.append(command)
        return subprocess.CompletedProcess(command, self.code)


def test_on_debian_root_installs_only_what_is_missing(words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    system = System(monkeypatch, missing={"libEGL.so.1", "libxcb-cursor.so.0", "libcups.so.2"}, debian=True, root=True)
    setup_machine.check_libraries(words, window=False, tools=False, log=tmp_path / "log")
    assert system.commands[-1] == ["apt-get", "install", "-y", "--no-install-recommends", "libegl1"]
    setup_machine.check_libraries(words, window=True, tools=False, log=tmp_path / "log")
    assert system.commands[-1][4:] == ["libegl1", "libxcb-cursor0", "libcups2"]


def test_tools_of_tests_are_fetched_but_not_insisted_on(
    words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    system = System(monkeypatch, missing={"strace"}, debian=True, root=True)
    system.code = 100
    setup_machine.check_libraries(words, window=False, tools=True, log=tmp_path / "log")
    assert system.commands[-1][4:] == ["strace"]
    others = System(monkeypatch, missing={"strace"}, debian=True, root=False)
    setup_machine.check_libraries(words, window=False, tools=True, log=tmp_path / "log")
    assert others.commands == []


def test_on_debian_others_are_given_the_command(words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    system = System(monkeypatch, missing={"venv", "libEGL.so.1"}, debian=True, root=False)
    with pytest.raises(Refused, match=r"sudo apt-get install -y python3\.\d+-venv libegl1"):
        setup_machine.check_libraries(words, window=False, tools=False, log=tmp_path / "log")
    assert system.commands == []


def test_a_failing_installation_is_told_with_its_log(words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    system = System(monkeypatch, missing={"libEGL.so.1"}, debian=True, root=True)
    system.code = 100
    with pytest.raises(Refused, match="libegl1"):
        setup_machine.check_libraries(words, window=False, tools=False, log=tmp_path / "log")


def test_without_printers_everything_else_goes_on(
    words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    System(monkeypatch, missing={"libcups.so.2"}, debian=True, root=False)
    setup_machine.check_libraries(words, window=True, tools=False, log=tmp_path / "log")
    assert "sudo apt-get install -y libcups2" in capsys.readouterr().out


def test_on_other_systems_the_libraries_are_named(words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    System(monkeypatch, missing={"libGL.so.1"}, debian=False, root=True)
    with pytest.raises(Refused, match=r"libGL\.so\.1"):
        setup_machine.check_libraries(words, window=False, tools=False, log=tmp_path / "log")


def test_a_full_disk_and_a_locked_folder_are_told(words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(2**30, 0, 100 * 2**20))
    with pytest.raises(Refused, match="800 MB are needed, 100 MB are free"):
        setup_machine.check_room(words, tmp_path, 800)
    with pytest.raises(Refused, match="cannot be written to"):
        setup_machine.check_room(words, tmp_path / "missing", 1)
    assert list(tmp_path.iterdir()) == []
