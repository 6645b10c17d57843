"""Files are wholly there or not there at all."""

import errno
import os
import shutil
import stat
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import Cancelled, UserError
from app.core.files import free_space, open_atomic, require_writable, write_atomic

Usage = namedtuple("Usage", "total used free")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "báo cáo.pdf"
    write_atomic(target, b"one")
    write_atomic(target, iter([b"tw", b"o"]))
    assert target.read_bytes() == b"two"
    assert names(tmp_path) == ["báo cáo.pdf"]


def test_the_content_and_then_the_folder_reach_the_disk_around_the_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def watched_fsync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "content")
        fsync(handle)

    def watched_replace(path: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    write_atomic(tmp_path / "a", b"x")
    assert steps == (["content", "rename"] if os.name == "nt" else ["content", "rename", "folder"])


def test_work_that_is_cancelled_or_fails_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"before")

    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise Cancelled

    with pytest.raises(Cancelled):
        write_atomic(target, chunks())
    with pytest.raises(ZeroDivisionError), open_atomic(target) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["a"]


def test_an_error_of_the_work_itself_is_not_taken_for_one_of_the_disk(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.EIO, "somewhere else")

    with pytest.raises(OSError, match="somewhere else"):
        write_atomic(tmp_path / "a", chunks())


def test_a_disk_that_fills_up_is_told_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError) as caught:
        write_atomic(tmp_path / "a", b"x")
    assert caught.value.code == "file.no_room"
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_or_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for target in (tmp_path / "missing" / "a", tmp_path / "file" / "a", tmp_path):
        with pytest.raises(UserError) as caught:
            write_atomic(target, b"x")
        assert caught.value.code == "file.cannot_write"
    with pytest.raises(UserError) as caught:
        require_writable(tmp_path / "file" / "below", 1)
    assert caught.value.code == "file.cannot_write"
    assert names(tmp_path) == ["file"]


def test_room_is_asked_for_before_work_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require_writable(tmp_path / "new" / "folder", 10)
    assert names(tmp_path / "new" / "folder") == []
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(100, 50, 50))
    assert free_space(tmp_path / "not" / "there") == 50
    with pytest.raises(UserError) as caught:
        require_writable(tmp_path, 10)
    assert caught.value.code == "file.no_room"
    assert names(tmp_path) == ["new"]
